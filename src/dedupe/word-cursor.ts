/**
 * The scanner of signing: a cursor that reads the content words of paragraphs as numbers.
 * Spelling, numerals, quotation marks, dashes, accents, mojibake and hyphen breaks are levelled on the way, because regular expressions that did
 * the same cost eight times as much.
 *
 * Each reader is given where it begins and returns where it ended; `readParagraph` takes no return that does not lie further on, so the cursor
 * cannot stand still and the work is linear in the length of the text.
 */
import type { Span } from '../article.ts';
import { APOSTROPHE, FOLDED, foldTable, foldWide, isIdeograph, SEPARATOR, UPPER } from './fold.ts';
import { IS_NAME, IS_NUMBER, mix } from './word-bits.ts';
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

const MILLION = mix(hashWord('million'));
const BILLION = mix(hashWord('billion'));
const THOUSAND = mix(hashWord('thousand')) | IS_NUMBER;
const PERCENT = mix(hashWord('percent'));
const UNIT_VALUES = new Map(Array.from({ length: 10 }, (_, digit) => [hashWord(String(digit)), digit]));

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLineBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d;
/** U+0080-U+00BF: the second byte of a UTF-8 letter that was read as Latin-1. */
const isContinuation = (unit: number): boolean => unit >= 0x80 && unit < 0xc0;

/** First units of mojibake: "Â£", "Ã©", "â€œ". */
const A_CIRCUMFLEX = 0xc2;
const A_TILDE = 0xc3;
const A_SMALL_CIRCUMFLEX = 0xe2;

let plain: Uint16Array | undefined;

/** The fold table with 0 for everything that is no plain letter: separators, apostrophes, first units of mojibake, ideographs. */
function plainLetters(): Uint16Array {
  if (plain !== undefined) return plain;
  plain = foldTable().map((entry, code) => (entry <= APOSTROPHE || isIdeograph(code) ? 0 : entry));
  for (const code of [A_CIRCUMFLEX, A_TILDE, A_SMALL_CIRCUMFLEX]) plain[code] = 0;
  return plain;
}

export class WordCursor {
  /** All words read so far; the caller may cut it back to what it keeps between two paragraphs. */
  readonly words: number[] = [];
  /** Of the paragraph that was read last: all words, furniture words, numbers with months and weekdays, whether it holds a quotation mark. */
  seen = 0;
  furniture = 0;
  times = 0;
  isQuoting = false;
  /** UTF-16 offset at which the paragraph that was read last ends. */
  end = 0;
  /** Turns of the reading loop so far: what the growth test counts. */
  steps = 0;

  private readonly text: string;
  private readonly spans: readonly Span[];
  private readonly table = foldTable();
  private readonly plain = plainLetters();
  /** Index of the next paragraph. */
  private next = 0;
  private opensSentence = true;
  /** A word back, for "twenty-five" and "5 January". */
  private ten = 0;
  private dayBefore = false;
  /** The word before was a capital and up to two letters: a point after it ends no sentence. */
  private isShortCapital = false;
  /** The word being read: its hash, its letters, its letters up to the last point of initials, whether it goes on. */
  private hash = HASH_START;
  private length = 0;
  private pointed = 1;
  private isOpen = false;

  constructor(text: string, spans: readonly Span[]) {
    this.text = text;
    this.spans = spans;
  }

  /** Reads the next paragraph; false when there is none. */
  readParagraph(): boolean {
    const span = this.spans[this.next];
    if (span === undefined) return false;
    this.next += 1;
    this.end = span[1];
    this.seen = 0;
    this.furniture = 0;
    this.times = 0;
    this.isQuoting = false;
    this.opensSentence = true;
    this.ten = 0;
    this.dayBefore = false;
    let at = span[0];
    while (at < this.end) {
      const next = this.readNext(at);
      at = next > at ? next : at + 1;
      this.steps += 1;
    }
    return true;
  }

  private keep(word: number): void {
    this.words.push(word);
    this.ten = 0;
    this.dayBefore = false;
  }

  /** The fold entry of a unit anywhere below U+3000; SEPARATOR past the end. */
  private entryAt(at: number): number {
    return this.table[this.text.charCodeAt(at)] ?? SEPARATOR;
  }

  private readNext(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    const entry = code < 0x3000 ? (this.table[code] ?? SEPARATOR) : foldWide(code);
    if (entry <= APOSTROPHE) return this.readMark(code, at);
    if (code === A_SMALL_CIRCUMFLEX && text.charCodeAt(at + 1) === 0x20ac) return this.readBrokenMark(at);
    // "Â£", "Â«": the sign itself follows
    if (code === A_CIRCUMFLEX && isContinuation(text.charCodeAt(at + 1))) return at + 1;
    this.seen += 1;
    if (isDigit(code)) return this.readNumber(at);
    if (isIdeograph(code)) {
      this.keep(mix(Math.imul(HASH_START ^ code, HASH_STEP)));
      return at + 1;
    }
    return this.readWord(at, (entry & UPPER) !== 0);
  }

  /** A space or a mark: what it says about sentences and quotations. */
  private readMark(code: number, at: number): number {
    if (code === 0x20) {
      this.isShortCapital = false;
      return at + 1;
    }
    if (code === 0x2e) this.opensSentence = !this.isShortCapital;
    else if (code === 0x21 || code === 0x3f || code === 0x3a) this.opensSentence = true;
    else if (code === 0x22 || code === 0x201c || code === 0xab) {
      this.opensSentence = true;
      this.isQuoting = true;
    } else if (code === 0x25) {
      this.keep(PERCENT);
      this.seen += 1;
    }
    this.isShortCapital = false;
    return at + 1;
  }

  /** "â€œ", "â€”": a quotation mark or dash that was read in the wrong charset. */
  private readBrokenMark(at: number): number {
    if (this.text.charCodeAt(at + 2) === 0x153) {
      this.opensSentence = true;
      this.isQuoting = true;
    }
    return at + 3;
  }

  /** "5", "12,500", "3.75", and what is glued to it. */
  private readNumber(from: number): number {
    const { text, end } = this;
    let hash = HASH_START;
    let value = 0;
    let at = from;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (isDigit(unit)) {
        hash = Math.imul(hash ^ unit, HASH_STEP);
        value = value * 10 + unit - 0x30;
        continue;
      }
      if ((unit !== 0x2c && unit !== 0x2e) || !isDigit(text.charCodeAt(at + 1))) break;
      if (unit === 0x2e) hash = Math.imul(hash ^ unit, HASH_STEP);
    }
    this.keep(mix(hash) | IS_NUMBER);
    this.times += 1;
    this.dayBefore = value > 0 && value <= 31;
    this.opensSentence = false;
    return at < end ? this.readGlued(at) : at;
  }

  /** "5m", "3bn", "7k", "46th": the letters right after a number. */
  private readGlued(at: number): number {
    const first = this.text.charCodeAt(at) | 0x20;
    if (first < 0x61 || first > 0x7a) return at;
    const endsAfterOne = this.entryAt(at + 1) <= APOSTROPHE;
    if (first === 0x6d && endsAfterOne) {
      this.keep(MILLION);
      return at + 1;
    }
    if (at + 1 < this.end && this.entryAt(at + 2) <= APOSTROPHE) {
      const second = this.text.charCodeAt(at + 1) | 0x20;
      if (first === 0x62 && second === 0x6e) {
        this.keep(BILLION);
        return at + 2;
      }
      const isOrdinal =
        (first === 0x74 && second === 0x68) ||
        (first === 0x73 && second === 0x74) ||
        (second === 0x64 && (first === 0x6e || first === 0x72));
      return isOrdinal ? at + 2 : at;
    }
    if (first === 0x6b && endsAfterOne) {
      this.keep(THOUSAND);
      return at + 1;
    }
    return at;
  }

  /** A word of letters, with what may stand inside it. */
  private readWord(from: number, isCapital: boolean): number {
    const { text, plain } = this;
    let at = from;
    let hash = HASH_START;
    let length = 0;
    this.pointed = 1;
    for (;;) {
      const { end } = this; // a hyphen may have joined two paragraphs
      for (; at < end; at += 1) {
        const letter = plain[text.charCodeAt(at)] ?? 0;
        if (letter === 0) break;
        hash = Math.imul(hash ^ (letter & FOLDED), HASH_STEP);
        length += 1;
      }
      // most words end in a space
      if (at >= end || text.charCodeAt(at) === 0x20) break;
      this.hash = hash;
      this.length = length;
      this.isOpen = true;
      at = this.readInside(at);
      hash = this.hash;
      length = this.length;
      if (!this.isOpen) break;
    }
    this.isShortCapital = isCapital && length <= 3;
    const name = isCapital && !this.opensSentence ? IS_NAME : 0;
    this.opensSentence = false;
    if (length > 1) this.keepWord(hash, name, isCapital);
    return at;
  }

  private addLetter(folded: number): void {
    this.hash = Math.imul(this.hash ^ folded, HASH_STEP);
    this.length += 1;
  }

  /** One thing inside a word that is no plain letter; `isOpen` becomes false when the word ends at the returned offset. */
  private readInside(at: number): number {
    const unit = this.text.charCodeAt(at);
    if (unit === A_CIRCUMFLEX || unit === A_TILDE || unit === A_SMALL_CIRCUMFLEX) return this.readMojibake(unit, at);
    if (unit >= 0xfb00 && unit <= 0xfb04) return this.readLigature(unit, at);
    const folded = unit < 0x3000 ? (this.table[unit] ?? SEPARATOR) : foldWide(unit);
    if (folded > APOSTROPHE) {
      this.addLetter(folded & FOLDED);
      this.isOpen = !isIdeograph(unit);
      return at + 1;
    }
    if (folded === APOSTROPHE) return at + 1;
    if (unit === 0x2e) return this.readPoint(at);
    if (unit === 0x2d) return this.readHyphen(at);
    this.isOpen = false;
    return at;
  }

  /** "Ã©" is é, "â€™" an apostrophe; "Â" before a sign and other broken marks end the word; all three alone are letters. */
  private readMojibake(unit: number, at: number): number {
    const after = this.text.charCodeAt(at + 1);
    if (unit === A_SMALL_CIRCUMFLEX) {
      if (after === 0x20ac) {
        if (this.text.charCodeAt(at + 2) === 0x2122) return at + 3;
        this.isOpen = false;
        return at;
      }
    } else if (isContinuation(after)) {
      const folded = unit === A_TILDE ? (this.table[after + 0x40] ?? SEPARATOR) : SEPARATOR;
      if (folded <= APOSTROPHE) {
        this.isOpen = false;
        // "Ã—" (a times sign): its second unit is read next
        return unit === A_TILDE ? at + 1 : at;
      }
      this.addLetter(folded & FOLDED);
      return at + 2;
    }
    this.addLetter((this.table[unit] ?? SEPARATOR) & FOLDED);
    return at + 1;
  }

  /** ff, fi, fl, ffi, ffl: two or three letters, counted as one. */
  private readLigature(unit: number, at: number): number {
    if (unit === 0xfb00 || unit >= 0xfb03) this.hash = Math.imul(this.hash ^ 0x66, HASH_STEP);
    if (unit !== 0xfb00) this.hash = Math.imul(this.hash ^ 0x66, HASH_STEP);
    this.addLetter(unit === 0xfb00 ? 0x66 : unit === 0xfb01 || unit === 0xfb03 ? 0x69 : 0x6c);
    return at + 1;
  }

  /** "U.S.", "p.m.": a point between single letters belongs to the word. */
  private readPoint(at: number): number {
    if (this.length > 0 && this.length <= this.pointed && at + 1 < this.end) {
      const after = this.entryAt(at + 1);
      if (after > APOSTROPHE && this.entryAt(at + 2) <= APOSTROPHE) {
        this.addLetter(after & FOLDED);
        this.pointed = this.length;
        return at + 2;
      }
    }
    this.isOpen = false;
    return at;
  }

  /** "exam-", line break, "ple": the break may also have been taken for the end of a paragraph. */
  private readHyphen(at: number): number {
    const { text } = this;
    if (this.length > 1) {
      let next = at + 1;
      while (next < at + 4 && isLineBreak(text.charCodeAt(next))) next += 1;
      const after = text.charCodeAt(next);
      if (next > at + 1 && after >= 0x61 && after <= 0x7a) {
        const span = next >= this.end ? this.spans[this.next] : undefined;
        if (span !== undefined) {
          this.next += 1;
          this.end = span[1];
        }
        return next;
      }
    }
    this.isOpen = false;
    return at;
  }

  /** Keeps a whole word as what the table says of it. */
  private keepWord(hash: number, name: number, isCapital: boolean): void {
    const slot = lookUp(hash);
    if (slot < 0) return this.keep(mix(hash) | name);
    const value = valueAt(slot);
    switch (actionAt(slot)) {
      case DROP:
        return;
      case SAME_AS:
        return this.keep(mix(value) | name);
      case NUMBER:
        return this.keepNumber(value);
      case TEN:
        this.keep(mix(hashWord(String(value * 10))) | IS_NUMBER);
        this.ten = value;
        return;
      case MONTH:
        return this.keepMonth(value, isCapital);
      case FURNITURE:
        this.furniture += 1;
        return this.keep(mix(hash) | name);
      case WEEKDAY:
        this.times += 1;
        return this.keep(mix(hash));
      default:
        return this.keep(mix(hash) | name);
    }
  }

  /** "seven"; "twenty-five" is one number. */
  private keepNumber(value: number): void {
    const digit = this.ten > 0 ? (UNIT_VALUES.get(value) ?? 0) : 0;
    if (digit === 0) return this.keep(mix(value) | IS_NUMBER);
    const number = this.ten * 10 + digit;
    this.words.pop();
    this.keep(mix(hashWord(String(number))) | IS_NUMBER);
  }

  /** "5 January" and "January 5" are one order. */
  private keepMonth(month: number, isCapital: boolean): void {
    this.times += 1;
    if (!this.dayBefore || !isCapital) return this.keep(mix(month));
    const day = this.words.pop() ?? 0;
    this.keep(mix(month));
    this.keep(day);
  }
}
