/**
 * Signing: one pass over the char codes of an article, giving its content words as small numbers in reading order.
 * Spelling, numerals, quotation marks, dashes, accents, mojibake and hyphen breaks are levelled on the way, because regular
 * expressions that did the same cost eight times as much. Everything else (sketch, alignment, veto) works on these numbers.
 */
import type { Body } from '../article.ts';
import { APOSTROPHE, FOLDED, foldTable, foldWide, isIdeograph, SEPARATOR, UPPER } from './fold.ts';
import {
  actionAt,
  DROP,
  FURNITURE,
  HASH_START,
  HASH_STEP,
  hashWord,
  lookUp,
  MONTH,
  NUMBER,
  SAME_AS,
  TEN,
  valueAt,
  WEEKDAY,
} from './word-table.ts';

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

export const HASH_BITS = 0x3fff;
export const IS_NUMBER = 0x4000;
export const IS_NAME = 0x8000;

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

const MILLION = hashWord('million');
const BILLION = hashWord('billion');
const THOUSAND = hashWord('thousand');
const PERCENT = hashWord('percent');

const mix = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (once ^ (once >>> 15)) & HASH_BITS;
};

/** The hash by which a signature knows a plain lower-case word. */
export const wordOf = (word: string): number => mix(hashWord(word));

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
  const table = foldTable();
  const words: number[] = [];
  const paragraphs: number[] = [];
  const quoting: number[] = [];
  const last = spans.length - 1;
  if (last < 0) return { words, paragraphs, quoting };

  let span = 0;
  let at = spans[0]?.[0] ?? 0;
  let end = spans[0]?.[1] ?? 0;
  // The paragraph that is being read.
  let from = 0;
  let seen = 0;
  let furniture = 0;
  let times = 0;
  let isQuoting = false;
  let loose = 0;
  let sentenceStart = true;
  // A word back, for "twenty-five" and "5 January".
  let ten = 0;
  let dayBefore = false;
  let shortCapital = false;

  const keep = (word: number): void => {
    words.push(word);
    ten = 0;
    dayBefore = false;
  };

  for (;;) {
    if (at >= end) {
      const isFurniture = furniture >= MIN_FURNITURE && furniture * FURNITURE_SHARE >= seen;
      const isDateLine = seen <= MAX_DATE_WORDS && times * 2 >= seen;
      const isLoose = leftOut === 'furniture and loose lines' && seen < MAX_LOOSE_WORDS && !endsLikeSentence(text, end);
      if (leftOut !== 'nothing' && (seen < MIN_LINE_WORDS || isFurniture || isDateLine)) words.length = from;
      else if (isLoose) {
        loose += words.length - from;
        words.length = from;
      }
      if (words.length > from) {
        if (isQuoting) quoting.push(paragraphs.length);
        paragraphs.push(from);
      }
      if (span === last || words.length >= MAX_WORDS) break;
      span += 1;
      at = spans[span]?.[0] ?? 0;
      end = spans[span]?.[1] ?? 0;
      from = words.length;
      seen = 0;
      furniture = 0;
      times = 0;
      isQuoting = false;
      sentenceStart = true;
      ten = 0;
      dayBefore = false;
      continue;
    }
    const code = text.charCodeAt(at);
    const entry = code < 0x3000 ? (table[code] ?? SEPARATOR) : foldWide(code);
    if (entry <= APOSTROPHE) {
      if (code === 0x25) {
        keep(mix(PERCENT));
        seen += 1;
      } else if (code === 0x2e) sentenceStart = !shortCapital;
      else if (code === 0x21 || code === 0x3f || code === 0x3a) sentenceStart = true;
      else if (code === 0x22 || code === 0x201c || code === 0xab) {
        sentenceStart = true;
        isQuoting = true;
      }
      shortCapital = false;
      at += 1;
      continue;
    }
    if (code === 0xe2 && text.charCodeAt(at + 1) === 0x20ac) {
      // "â€œ", "â€”": a quotation mark or dash that was read in the wrong charset.
      if (text.charCodeAt(at + 2) === 0x153) {
        sentenceStart = true;
        isQuoting = true;
      }
      at += 3;
      continue;
    }
    seen += 1;

    if (code >= 0x30 && code <= 0x39) {
      let hash = HASH_START;
      let value = 0;
      let next = code;
      while (at < end) {
        if (next >= 0x30 && next <= 0x39) {
          hash = Math.imul(hash ^ next, HASH_STEP);
          value = value * 10 + next - 0x30;
        } else {
          const after = text.charCodeAt(at + 1);
          if ((next !== 0x2c && next !== 0x2e) || !(after >= 0x30 && after <= 0x39)) break;
          if (next === 0x2e) hash = Math.imul(hash ^ next, HASH_STEP);
        }
        at += 1;
        next = text.charCodeAt(at);
      }
      keep(mix(hash) | IS_NUMBER);
      times += 1;
      dayBefore = value > 0 && value <= 31;
      sentenceStart = false;
      // "5m", "3bn", "46th": what is glued to a number.
      const second = text.charCodeAt(at + 1) | 0x20;
      const beyond = table[text.charCodeAt(at + 2)] ?? SEPARATOR;
      const first = next | 0x20;
      if (at < end && first === 0x6d && (table[text.charCodeAt(at + 1)] ?? SEPARATOR) <= APOSTROPHE) {
        keep(mix(MILLION));
        at += 1;
      } else if (at + 1 < end && beyond <= APOSTROPHE) {
        if (first === 0x62 && second === 0x6e) {
          keep(mix(BILLION));
          at += 2;
        } else if (
          (first === 0x74 && second === 0x68) ||
          (first === 0x73 && second === 0x74) ||
          (first === 0x6e && second === 0x64) ||
          (first === 0x72 && second === 0x64)
        )
          at += 2;
      } else if (at < end && first === 0x6b && (table[text.charCodeAt(at + 1)] ?? SEPARATOR) <= APOSTROPHE) {
        keep(mix(THOUSAND) | IS_NUMBER);
        at += 1;
      }
      continue;
    }

    if (isIdeograph(code)) {
      keep(mix(Math.imul(HASH_START ^ code, HASH_STEP)));
      at += 1;
      continue;
    }

    const isCapital = (entry & UPPER) !== 0;
    let hash = HASH_START;
    let length = 0;
    let pointed = 1;
    while (at < end) {
      const unit = text.charCodeAt(at);
      let folded = unit < 0x3000 ? (table[unit] ?? SEPARATOR) : foldWide(unit);
      if (unit === 0xc3 || unit === 0xe2 || unit === 0xc2) {
        const after = text.charCodeAt(at + 1);
        if (unit === 0xe2 && after === 0x20ac) {
          if (text.charCodeAt(at + 2) !== 0x2122) break;
          at += 3; // "â€™"
          continue;
        }
        if (unit !== 0xe2 && after >= 0x80 && after < 0xc0) {
          if (unit === 0xc2) break;
          folded = table[after + 0x40] ?? SEPARATOR; // "Ã©"
          at += 1;
        }
      }
      if (folded > APOSTROPHE) {
        if (unit >= 0xfb00 && unit <= 0xfb04) {
          // Ligatures: ff, fi, fl, ffi, ffl.
          hash = Math.imul(hash ^ 0x66, HASH_STEP);
          if (unit === 0xfb00 || unit >= 0xfb03) hash = Math.imul(hash ^ 0x66, HASH_STEP);
          if (unit !== 0xfb00) hash = Math.imul(hash ^ (unit === 0xfb01 || unit === 0xfb03 ? 0x69 : 0x6c), HASH_STEP);
        } else hash = Math.imul(hash ^ (folded & FOLDED), HASH_STEP);
        length += 1;
        at += 1;
        if (isIdeograph(unit)) break;
        continue;
      }
      if (folded === APOSTROPHE) {
        at += 1;
        continue;
      }
      if (unit === 0x2e && length > 0 && length <= pointed) {
        // "U.S.", "p.m.": a point between single letters.
        const after = table[text.charCodeAt(at + 1)] ?? SEPARATOR;
        const beyond = table[text.charCodeAt(at + 2)] ?? SEPARATOR;
        if (after > APOSTROPHE && beyond <= APOSTROPHE && at + 1 < end) {
          hash = Math.imul(hash ^ (after & FOLDED), HASH_STEP);
          length += 1;
          pointed = length;
          at += 2;
          continue;
        }
      }
      if (unit === 0x2d && length > 1) {
        // "exam-", line break, "ple": the break may also have been taken for the end of a paragraph.
        let next = at + 1;
        while (next < at + 4 && (text.charCodeAt(next) === 0x0a || text.charCodeAt(next) === 0x0d)) next += 1;
        const after = text.charCodeAt(next);
        if (next > at + 1 && after >= 0x61 && after <= 0x7a) {
          if (next >= end && span < last) {
            span += 1;
            end = spans[span]?.[1] ?? end;
          }
          at = next;
          continue;
        }
      }
      break;
    }
    shortCapital = isCapital && length <= 3;
    const named = isCapital && !sentenceStart ? IS_NAME : 0;
    sentenceStart = false;
    if (length <= 1) continue;
    const slot = lookUp(hash);
    if (slot < 0) {
      keep(mix(hash) | named);
      continue;
    }
    const value = valueAt(slot);
    switch (actionAt(slot)) {
      case DROP:
        break;
      case SAME_AS:
        keep(mix(value) | named);
        break;
      case NUMBER:
        if (ten > 0) {
          const digit = UNIT_VALUES.get(value);
          if (digit !== undefined && digit > 0 && digit < 10) {
            words.pop();
            keep(mix(hashWord(String(ten * 10 + digit))) | IS_NUMBER);
            break;
          }
        }
        keep(mix(value) | IS_NUMBER);
        break;
      case TEN:
        keep(mix(hashWord(String(value * 10))) | IS_NUMBER);
        ten = value;
        break;
      case MONTH:
        times += 1;
        // "5 January" and "January 5" are one order.
        if (dayBefore && isCapital) {
          const day = words.pop() ?? 0;
          keep(mix(value));
          keep(day);
        } else keep(mix(value));
        break;
      case FURNITURE:
        furniture += 1;
        keep(mix(hash) | named);
        break;
      case WEEKDAY:
        times += 1;
        keep(mix(hash));
        break;
      default:
        keep(mix(hash) | named);
    }
  }
  return words.length === 0 || loose > words.length * MAX_LOOSE ? undefined : { words, paragraphs, quoting };
}

/** A stop, a closing quote or bracket, an ellipsis; a link or a headline ends in a word. */
function endsLikeSentence(text: string, end: number): boolean {
  let at = end - 1;
  while (at > 0 && text.charCodeAt(at) <= 0x20) at -= 1;
  const code = text.charCodeAt(at);
  return code < 0x80 ? SENTENCE_ENDS.includes(String.fromCharCode(code)) : code >= 0x2018 || code === 0x9d || code === 0xbb;
}

const UNIT_VALUES = new Map(Array.from({ length: 10 }, (_, digit) => [hashWord(String(digit)), digit]));
