/** A paragraph as tokens in which every marked stretch is one token, so that quoted words can never pass for cues or names. */
import { lexicon, refreshLexicon, type CueVerb } from './lexicon.ts';
import type { Span } from '../article.ts';
import type { Stretch } from './marks.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** `possessive` is the 's or ’ after a noun; `quote` stands for a whole marked stretch. */
  readonly kind: 'word' | 'punct' | 'possessive' | 'quote';
  /** Index of the stretch, for kind `quote`. */
  readonly stretch: number;
  readonly capital: boolean;
  /** The reporting verb the word may be a form of. */
  readonly verb: CueVerb | undefined;
}

/** A run of tokens, end exclusive. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** What stands outside of a text. */
const NO_TOKEN: Token = { start: 0, end: 0, text: '', lower: '', kind: 'punct', stretch: -1, capital: false, verb: undefined };

/** The token at an index that is known to be inside. */
export const tokenAt = (tokens: readonly Token[], index: number): Token => tokens[index] ?? NO_TOKEN;

export interface TokenisedParagraph {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

const WORD = /[\p{L}\p{N}$£€#@](?:[\p{L}\p{N}\p{M}_]|['’.\-&/+](?=[\p{L}\p{N}]))*%?/uy;
const DOTTED = /^(?:\p{L}\.)*\p{L}$/u;
const APOSTROPHE = /['’]/;
const UPPER = /^\p{Lu}/u;
const isUpper = (word: string): boolean => {
  const unit = word.charCodeAt(0);
  return unit < 0x80 ? unit > 0x40 && unit < 0x5b : UPPER.test(word);
};

const isAsciiLetter = (unit: number): boolean => (unit > 0x60 && unit < 0x7b) || (unit > 0x40 && unit < 0x5b);

/** The end of a word of plain letters before a space, a comma or a full stop with a space; `start` when only WORD can tell. */
function plainWordEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isAsciiLetter(text.charCodeAt(end))) end++;
  if (end === start || end === limit) return end;
  const unit = text.charCodeAt(end);
  const ends = unit === 0x20 || unit === 0x2c || unit === 0x0a || (unit === 0x2e && text.charCodeAt(end + 1) === 0x20);
  return ends ? end : start;
}

function tokenise(text: string, start: number, end: number, stretches: readonly Stretch[], first: number): TokenisedParagraph {
  const tokens: Token[] = [];
  const push = (from: number, to: number, kind: Token['kind'], stretch = -1): void => {
    const raw = kind === 'quote' ? '“”' : text.slice(from, to);
    const folded = raw.toLowerCase();
    const lower = folded.includes('’') ? folded.replaceAll('’', "'") : folded;
    tokens.push({
      start: from,
      end: to,
      text: raw,
      lower,
      kind,
      stretch,
      capital: isUpper(raw),
      verb: kind === 'word' ? lexicon.verbs.get(lower) : undefined,
    });
  };
  let next = first;
  let i = start;
  while (i < end) {
    const stretch = stretches[next];
    if (stretch !== undefined && stretch.outerStart === i) {
      push(stretch.outerStart, stretch.outerEnd, 'quote', next);
      i = stretch.outerEnd;
      next++;
      continue;
    }
    const limit = stretch === undefined ? end : Math.min(end, stretch.outerStart);
    const unit = text.charCodeAt(i);
    if (unit === 0x20 || ((unit < 0x41 ? unit < 0x21 : unit > 0x7f) && /\s/.test(text.charAt(i)))) {
      i++;
      continue;
    }
    let to = plainWordEnd(text, i, limit);
    if (to === i) {
      WORD.lastIndex = i;
      const match = WORD.exec(text);
      if (match !== null) to = Math.min(i + match[0].length, limit);
    }
    if (to === i) {
      const dashes = text[i] === '-' && text[i + 1] === '-' && i + 1 < limit;
      const possessive = /['’]/.test(text.charAt(i)) && /s/i.test(text[i - 1] ?? '') && tokens.at(-1)?.end === i;
      push(i, dashes ? i + 2 : i + 1, possessive ? 'possessive' : 'punct');
      i += dashes ? 2 : 1;
      continue;
    }
    const word = text.slice(i, to);
    if (
      text[to] === '.' &&
      to < limit &&
      (lexicon.abbreviations.has(`${word.toLowerCase()}.`) ||
        (DOTTED.test(word) && (word.length > 1 || UPPER.test(word)) && !lexicon.letterWords.has(word)))
    )
      to++;
    const contraction = APOSTROPHE.test(word) ? lexicon.pronounContraction.exec(word) : null;
    if (contraction !== null) {
      push(i, i + (contraction[1] ?? '').length, 'word');
      push(i + (contraction[1] ?? '').length, to, 'word');
    } else if (lexicon.possessiveEnding.test(word) && word.length > 2) {
      push(i, to - 2, 'word');
      push(to - 2, to, 'possessive');
    } else push(i, to, 'word');
    i = to;
  }
  return { tokens, sentences: splitTokens(text, tokens, stretches) };
}

/** Sentences of a paragraph outside its quotations. A quotation ending in a full stop ends its sentence when a capital follows. */
function splitTokens(text: string, tokens: readonly Token[], stretches: readonly Stretch[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokenAt(tokens, i);
    const next = tokens[i + 1];
    if (next === undefined) break;
    const starts = next.capital || next.kind === 'quote' || /^[\p{N}$£€#@([]/u.test(next.text);
    let ends = false;
    if (token.kind === 'punct')
      ends =
        (token.text === '.' || token.text === '!' || token.text === '?' || token.text === '…') &&
        starts &&
        text[token.end] !== undefined &&
        /\s/.test(text.charAt(token.end));
    else if (token.kind === 'quote') {
      const stretch = stretches[token.stretch]!;
      const last = lastMark(text, stretch);
      ends =
        stretch.unclosed ||
        (last === '.' && starts && next.kind !== 'punct') ||
        (/[!?…]/.test(last) && lexicon.sentenceOpeners.has(next.text));
    } else if (token.kind === 'word' && token.text.endsWith('.') && next.capital && lexicon.softAbbreviations.has(token.lower)) {
      ends = lexicon.openersAfterAbbreviation.has(next.lower);
    }
    if (token.kind === 'punct' && /[)\]]/.test(token.text) && /^[.!?]$/.test(tokens[i - 1]?.text ?? '') && starts) ends = true;
    if (i < 16 && sentences.length === 0 && endsDateline(tokens, i)) ends = true;
    if (ends) {
      sentences.push({ from, to: i + 1 });
      from = i + 1;
    }
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length });
  return sentences;
}

/** The last character of the quoted words, past closing nested marks and brackets. */
export function lastMark(text: string, stretch: Stretch): string {
  let i = stretch.end - 1;
  while (i > stretch.start && /['’”"\])]/.test(text.charAt(i))) i--;
  return text.charAt(i);
}

/** "WASHINGTON (AP) — ", "DECATUR, Ill. — ": everything before the dash is capitalised words and marks. */
function endsDateline(tokens: readonly Token[], dash: number): boolean {
  if (dash === 0 || !/^(?:—|–|-|--)$/.test(tokenAt(tokens, dash).text)) return false;
  let shouting = false;
  for (let i = 0; i < dash; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote' || token.kind === 'possessive') return false;
    if (token.kind === 'punct') {
      if (token.text === '(') shouting = true;
      continue;
    }
    if (!token.capital && !lexicon.datelineWords.has(token.lower) && !/^\d+$/.test(token.lower)) return false;
    if (token.text.length > 2 && token.text === token.text.toUpperCase()) shouting = true;
  }
  return shouting;
}

/** Tokens of each paragraph, read when first asked for and kept. */
export function paragraphReader(
  text: string,
  paragraphs: readonly Span[],
  stretches: readonly Stretch[],
): (index: number) => TokenisedParagraph {
  refreshLexicon();
  const read: TokenisedParagraph[] = [];
  const firsts: number[] = [];
  let next = 0;
  paragraphs.forEach((_, index) => {
    firsts.push(next);
    while (next < stretches.length && stretches[next]!.paragraph === index) next++;
  });
  return (index) => (read[index] ??= tokenise(text, paragraphs[index]![0], paragraphs[index]![1], stretches, firsts[index]!));
}
