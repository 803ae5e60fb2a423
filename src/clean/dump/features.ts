/**
 * What the classifier sees of each line: the line itself, its neighbours, and where it stands in the page.
 * Every figure is cheap: one pass over the text, then constant work a line on prefix sums.
 */
import type { DumpLine } from './lines.ts';
import type { Furniture } from '../furniture/families.ts';
import { FURNITURE } from '../furniture/families.ts';
import { matchFurniture } from '../furniture/match.ts';
import { functionWords } from './function-words.ts';

export interface LineFacts {
  readonly line: DumpLine;
  readonly words: number;
  /** Words in lower case, for overlap with other lines; capped. */
  readonly types: readonly string[];
  readonly furniture: Furniture | undefined;
  /** Ends like a sentence: . ! ? … and their kin, with closing quotes or brackets after. */
  readonly sentence: boolean;
  readonly local: ArrayLike<number>;
  /** How often this very line stands in the page. */
  readonly copies: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Chinese and Japanese are written without spaces: pairs of characters stand for words. */
const CJK_PAIR = /[\p{Script=Han}\p{Script=Katakana}]{2}/gu;
/** "he said." "(Reuters)." "done?”" but not "12.30" nor "Read more" */
const SENTENCE_END = /[.!?…。！？؟।][\s"'’”»›)\]】」』]*$/u;
const INNER_SENTENCE = /[.!?…。！？][”"’')\]]*\s+[“"‘'(]?[\p{Lu}\p{N}]/gu;
const QUOTE = /["“”„«»「」『』]/u;
const QUOTE_START = /^["“„«「『‘'–—-]\s?\p{L}/u;
const LINKISH = /https?:|www\.|\b[\w.-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|net|co|de|io)\b/u;
const SEPARATORS = /[|»›•·→▸▶❯]/u;
const DATE =
  /\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}\.? (?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}{0,6}\.?(?:,? \d{4})?)\b/iu;
const TIME = /\b\d{1,2}[:.]\d{2}\b|\b\d+ (?:hours?|minutes?|mins?|days?|weeks?|months?|years?) ago\b/iu;
const ADDRESS = /\b(?:you|your|yours|us|our|we|my|me|i)\b/giu;
/** "Jane Doe is a reporter", "Summer is Yeti's manager": how notes on authors and companies open, and some paragraphs. */
const NAME_IS = /^(?:\p{Lu}[\p{L}’'.&-]+,? ){1,4}(?:is|was|has been|lives|writes|covers|works|joined|stands) /u;
const MAX_TYPES = 60;
/** UTF-16 units. */
const LONG = 20_000;
// oxlint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007f]*$/;
const DIGIT = /\p{N}/u;
/** Every link, address and domain holds one of these. */
const LINK_SIGN = /[.:@]/;

/** Begins with a capital; the code point is looked at only where it is no ASCII letter. */
function isCapital(token: string): boolean {
  const code = token.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(token);
}

export const LOCAL_NAMES = [
  'bias',
  'words=1',
  'words=2-3',
  'words=4-6',
  'words=7-10',
  'words=11-16',
  'words=17-28',
  'words=29-50',
  'words>50',
  'logWords',
  'sentence',
  'endsColon',
  'endsComma',
  'endsOpen',
  'innerSentences',
  'startsLower',
  'startsQuote',
  'hasQuote',
  'startsDigit',
  'digitShare',
  'noLetters',
  'titleShare',
  'allCaps',
  'functionShare',
  'noFunction',
  'commas',
  'linkish',
  'separators',
  'ellipsis',
  'tabs',
  'bullet',
  'date',
  'time',
  'address',
  'question',
  'exclaim',
  'parens',
  'blank=0',
  'blank>=2',
  'next blank=0',
  'copies',
  'wordLength',
  'name is',
  ...FURNITURE.map((f) => `is ${f.rule}`),
] as const;

/** Measures every line. Linear in the length of the text. */
export function measureLines(lines: readonly DumpLine[], language: string): LineFacts[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const key = text.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const tokens = lines.map((line) => (line.text.match(WORD) ?? []) as string[]);
  const small = functionWords(language, tokens);
  // long lists repeat their lines: what a text is by itself is measured once
  const measured = new Map<string, TextFacts>();
  // one table for all lines, outside the heap: a text of 5 MB can have half a million of them
  const width = LOCAL_NAMES.length;
  const table = new Float32Array(lines.length * width);
  return lines.map((line, i) => {
    const copies = counts.get(line.text.toLowerCase()) ?? 1;
    let facts = measured.get(line.text);
    if (facts === undefined) {
      facts = measureText(line.text, tokens[i] ?? [], small);
      if (copies > 1) {
        measured.set(line.text, facts);
      }
    }
    const local = table.subarray(i * width, (i + 1) * width);
    local.set(facts.local);
    local[BLANK_0] = flag(line.blanksBefore === 0);
    local[BLANK_2] = flag(line.blanksBefore >= 2);
    local[NEXT_BLANK_0] = flag((lines[i + 1]?.blanksBefore ?? 1) === 0);
    local[COPIES] = Math.min(3, Math.log2(copies));
    const { words, types, furniture, sentence } = facts;
    return { line, words, types, furniture, sentence, copies, local };
  });
}

const flag = (value: boolean): number => (value ? 1 : 0);

/** What a line is by itself; the features that depend on its place are 0. */
type TextFacts = Omit<LineFacts, 'line' | 'copies'>;

const AT = (name: (typeof LOCAL_NAMES)[number]): number => LOCAL_NAMES.indexOf(name);
const BLANK_0 = AT('blank=0');
const BLANK_2 = AT('blank>=2');
const NEXT_BLANK_0 = AT('next blank=0');
const COPIES = AT('copies');

function measureText(text: string, tokens: readonly string[], small: ReadonlySet<string>): TextFacts {
  const isAscii = ASCII.test(text);
  const hasDigit = DIGIT.test(text);
  // a part of a very long line tells as much as the whole
  const part = text.length > LONG ? text.slice(0, LONG) : text;
  const cjk = isAscii ? 0 : Math.round(((part.match(CJK)?.length ?? 0) * text.length) / part.length);
  // A CJK word is about two characters; without spaces the token count says nothing.
  const words = Math.max(tokens.length, Math.round(cjk / 2));
  const n = Math.max(1, tokens.length);
  let title = 0;
  let functionCount = 0;
  let letters = 0;
  for (const [k, token] of tokens.entries()) {
    letters += token.length;
    if (k > 0 && isCapital(token)) {
      title++;
    }
    if (small.has(token.toLowerCase())) {
      functionCount++;
    }
  }
  const furniture = matchFurniture(text, words);
  const sentence = SENTENCE_END.test(text) && words > 1;
  const functionShare = cjk > text.length / 3 ? 0.35 : functionCount / n;
  const digits = hasDigit ? (text.match(/\p{N}/gu)?.length ?? 0) : 0;
  const last = text.at(-1) ?? '';
  const local = [
    1,
    flag(words <= 1),
    flag(words >= 2 && words <= 3),
    flag(words >= 4 && words <= 6),
    flag(words >= 7 && words <= 10),
    flag(words >= 11 && words <= 16),
    flag(words >= 17 && words <= 28),
    flag(words >= 29 && words <= 50),
    flag(words > 50),
    Math.log1p(words) / 3,
    flag(sentence),
    flag(last === ':' || last === '：'),
    flag(last === ','),
    flag(/[\p{L}\p{N}]/u.test(last)),
    Math.min(4, text.match(INNER_SENTENCE)?.length ?? 0) / 2,
    flag(/^\p{Ll}/u.test(text)),
    flag(QUOTE_START.test(text)),
    flag(QUOTE.test(text)),
    flag(/^\p{N}/u.test(text)),
    digits / text.length,
    flag(letters === 0 || !/\p{L}/u.test(text)),
    tokens.length > 1 ? title / (tokens.length - 1) : 0,
    flag(/\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)),
    functionShare * 2,
    flag(functionCount === 0 && cjk === 0),
    Math.min(1, ((text.match(/[,;，、]/gu)?.length ?? 0) / n) * 8),
    flag(LINK_SIGN.test(text) && LINKISH.test(text)),
    flag((!isAscii || text.includes('|')) && SEPARATORS.test(text)),
    flag(/(?:…|\.\.\.|\[…\])$/u.test(text)),
    flag(text.includes('\t')),
    flag(/^[-*•·–◦▪]\s/u.test(text)),
    flag(hasDigit && DATE.test(text)),
    flag(hasDigit && TIME.test(text)),
    Math.min(1, ((text.match(ADDRESS)?.length ?? 0) / n) * 6),
    flag(text.includes('?')),
    flag(text.includes('!')),
    flag(/^[([].*[)\]]$/u.test(text)),
    0,
    0,
    0,
    0,
    letters / n / 6,
    flag(NAME_IS.test(text)),
    ...FURNITURE.map((f) => flag(f === furniture)),
  ];
  const types = new Set<string>();
  for (const token of tokens) {
    if (
      (token.length >= 4 || (token.length >= 2 && /\p{Script=Hangul}/u.test(token))) &&
      types.size < MAX_TYPES &&
      !small.has(token.toLowerCase())
    ) {
      types.add(token.toLowerCase());
    }
  }
  for (const pair of (cjk === 0 ? null : part.match(CJK_PAIR)) ?? []) {
    if (types.size < MAX_TYPES) {
      types.add(pair);
    }
  }
  return { words, types: [...types], furniture, sentence, local };
}
