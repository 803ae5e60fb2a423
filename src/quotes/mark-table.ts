/** Quotation marks of all languages: which open, which close, and which belong together. */

export interface QuotationMark {
  readonly form: 'open' | 'close' | 'straight';
  /** Marks of one family close each other. */
  readonly family: string;
}

export interface MarkTable {
  /** By character. */
  readonly marks: ReadonlyMap<string, QuotationMark>;
  /** Marks whose closing mark opens in another language: „…“. */
  readonly closedByOpening: ReadonlySet<string>;
  /** One mark, or an apostrophe that may be half of one (flag g). */
  readonly any: RegExp;
  /** What a headline with a quotation has one of: a mark, an apostrophe or a colon. */
  readonly inHeadline: RegExp;
}

/** Marks of typewriters and of East Asian typewriters: no language writes them otherwise. */
const STRAIGHT = ['"', '＂'];
const APOSTROPHES = "'`’‘´";

/** A mark that opens in one language and closes in another opens; which it is, its neighbours tell. */
export function markTable(pairs: readonly (readonly [open: string, close: string])[]): MarkTable {
  const opening = new Set(pairs.map(([open]) => open));
  const family = new Map<string, string>();
  for (const [open, close] of pairs) {
    const name = family.get(open) ?? family.get(close) ?? open;
    const joined = family.get(close) ?? name;
    for (const [mark, known] of family) if (known === joined) family.set(mark, name);
    family.set(open, name);
    family.set(close, name);
  }
  // Straight marks stand for the first pair of the first language.
  const usual = pairs[0]?.[0] ?? '';
  const marks = new Map<string, QuotationMark>(STRAIGHT.map((mark) => [mark, { form: 'straight', family: family.get(usual) ?? usual }]));
  for (const [mark, name] of family) marks.set(mark, { form: opening.has(mark) ? 'open' : 'close', family: name });
  const characters = [...marks.keys()].map((mark) => mark.replace(/[\\\]^-]/, String.raw`\$&`)).join('');
  return {
    marks,
    closedByOpening: new Set(pairs.flatMap(([open, close]) => (opening.has(close) ? [open] : []))),
    any: new RegExp(`[${characters}${APOSTROPHES}]`, 'g'),
    inHeadline: new RegExp(`[${characters}'‘’:]`),
  };
}
