/** The building blocks of furniture families: what a family is, and the patterns that several share. */

export interface Furniture {
  readonly rule: string;
  readonly reason: string;
  /** The alternatives that begin at the start of a line, and those that may stand anywhere in it. Apart, because the first fail at once. */
  readonly opening: RegExp | undefined;
  readonly inner: RegExp | undefined;
  /** A longer line is prose that happens to use these words. */
  readonly maxWords: number;
  /** Certain enough to remove the line even amid the story. */
  readonly anywhere: boolean;
}

function patterns(alternatives: readonly string[], flags: string): Pick<Furniture, 'opening' | 'inner'> {
  const join = (list: readonly string[]): RegExp | undefined => (list.length === 0 ? undefined : new RegExp(list.join('|'), flags));
  return {
    opening: join(alternatives.filter((alternative) => alternative.startsWith('^'))),
    inner: join(alternatives.filter((alternative) => !alternative.startsWith('^'))),
  };
}

/** One family; the alternatives ignore case. */
export const family = (rule: string, reason: string, anywhere: boolean, maxWords: number, ...alternatives: string[]): Furniture => ({
  rule,
  reason,
  anywhere,
  maxWords,
  ...patterns(alternatives, 'iu'),
});
/** Where a capital letter matters: the `i` flag would let it match any letter. */
export const exactCase = (rule: string, reason: string, maxWords: number, ...alternatives: string[]): Furniture => ({
  rule,
  reason,
  anywhere: false,
  maxWords,
  ...patterns(alternatives, 'u'),
});

/** Marks that dress a furniture line: "- Advertisement -", "*** READ MORE". */
const LEAD = String.raw`^[\s\-–—*•·|[(>»→▶►#:]*`;
const TAIL = String.raw`[\s\-–—*•·|\])<«←:!…]*(?:\.\.\.)?$`;
/** Alternatives, separated by `|` or a line break. */
const either = (words: string): string =>
  `(?:${words
    .trim()
    .split(/\s*\n\s*/u)
    .join('|')})`;
/** The whole line is one of these, whatever dresses it. */
export const whole = (words: string): string => LEAD + either(words) + TAIL;
/** The line begins with one of these. */
export const opening = (words: string): string => LEAD + either(words);
/** First letters of month names in the larger European languages. */
export const MONTH = String.raw`(?:de )?(?:jan|feb|fev|fév|mar|mär|mrt|apr|abr|avr|may|mai|mag|mei|maj|maio|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set|oct|okt|out|ott|nov|dec|dez|déc|dic|des|gen|ene|янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)\p{L}{0,8}`;
export const NETWORKS = String.raw`(?:facebook|twitter|instagram|whats\s?app|telegram|linked\s?in|youtube|tik\s?tok|pinterest|reddit|threads|bluesky|flipboard|tumblr|snapchat|rss|mastodon|viber|google news|x(?: \(?formerly twitter\)?)?|spotify|vk|line|messenger|discord|truth social|koo)`;
