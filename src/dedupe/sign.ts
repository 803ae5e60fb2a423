/**
 * Signing: the content words of an article as small numbers in reading order, without its furniture and loose lines.
 * The words are read by word-cursor.ts; everything else (sketch, alignment, veto) works on these numbers.
 */
import type { Body } from '../article.ts';
import { WordCursor } from './word-cursor.ts';

export const SIGN_VERSION = '1';

/** Plain JSON: it crosses process boundaries and is stored. */
export interface Signature {
  /** One number a content word, in reading order: bits 0-13 hash, bit 14 it is a number, bit 15 it is written as a name. */
  readonly words: readonly number[];
  /** Index into `words` where each paragraph starts. */
  readonly paragraphs: readonly number[];
  /** The paragraphs, by number, that hold a quotation mark. */
  readonly quoting: readonly number[];
}

export interface SignInput {
  readonly headline: string;
  readonly body: Pick<Body, 'text' | 'paragraphs'>;
}

/** Content words kept of one article: enough for any news story, and a bound on what a giant page can cost. */
const MAX_WORDS = 4000;
/** Lines shorter than this are navigation, names of outlets, ticks of a list. */
const MIN_LINE_WORDS = 5;
/** A line under this many words that does not end like a sentence is a headline, a byline or a link. */
const MAX_LOOSE_WORDS = 16;
const SENTENCE_ENDS = '.!?:;")]\'';
/** Times the words kept that may stand in loose lines. */
const MAX_LOOSE = 3;
/** A paragraph is furniture when it holds this many furniture words, and one in this many of its words is one. */
const MIN_FURNITURE = 3;
const FURNITURE_SHARE = 12;
/** "Published 9:04 am March 20, 2025 | Updated 11:25 am": a short line, half of it numbers and months. */
const MAX_DATE_WORDS = 14;

/** The signature of an article. Pure; linear in its length; about 30 ns a character. */
export function signArticle(input: SignInput, leftOut: LeftOut = 'furniture and loose lines'): Signature {
  for (const less of LEFT_OUT.slice(LEFT_OUT.indexOf(leftOut))) {
    const signature = readWords(input.body, less);
    if (signature !== undefined) return signature;
  }
  return NO_WORDS;
}

const NO_WORDS: Signature = { words: [], paragraphs: [], quoting: [] };

/** The first one that leaves enough words is taken. */
const LEFT_OUT = ['furniture and loose lines', 'furniture', 'nothing'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** Undefined when nothing is left, or when most of the text stands in loose lines: then they are lines of fixed width. */
function readWords({ text, paragraphs: spans }: SignInput['body'], leftOut: LeftOut): Signature | undefined {
  const cursor = new WordCursor(text, spans);
  const { words } = cursor;
  const paragraphs: number[] = [];
  const quoting: number[] = [];
  let loose = 0;
  while (words.length < MAX_WORDS) {
    const from = words.length;
    if (!cursor.readParagraph()) break;
    if (leftOut !== 'nothing' && isLeftOut(cursor)) words.length = from;
    else if (leftOut === 'furniture and loose lines' && cursor.seen < MAX_LOOSE_WORDS && !endsLikeSentence(text, cursor.end)) {
      loose += words.length - from;
      words.length = from;
    }
    if (words.length === from) continue;
    if (cursor.isQuoting) quoting.push(paragraphs.length);
    paragraphs.push(from);
  }
  return words.length === 0 || loose > words.length * MAX_LOOSE ? undefined : { words, paragraphs, quoting };
}

/** A line too short to tell anything, furniture, or a line of dates. */
function isLeftOut({ seen, furniture, times }: WordCursor): boolean {
  if (seen < MIN_LINE_WORDS) return true;
  if (furniture >= MIN_FURNITURE && furniture * FURNITURE_SHARE >= seen) return true;
  return seen <= MAX_DATE_WORDS && times * 2 >= seen;
}

/** A stop, a closing quote or bracket, an ellipsis; a link or a headline ends in a word. */
function endsLikeSentence(text: string, end: number): boolean {
  let at = end - 1;
  while (at > 0 && text.charCodeAt(at) <= 0x20) at -= 1;
  const code = text.charCodeAt(at);
  return code < 0x80 ? SENTENCE_ENDS.includes(String.fromCharCode(code)) : code >= 0x2018 || code === 0x9d || code === 0xbb;
}
