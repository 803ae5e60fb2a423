/**
 * From text to the pieces that a token-classification model reads, and from its labels back to names in the text. Pure; linear in the text.
 *
 * Words are cut here and given to the model's tokenizer one by one, so that each piece is known to lie in its word whatever the tokenizer did to it
 * (unknown word, accents dropped, bytes written as other letters): a name may come out a little too long or short, never elsewhere.
 */
import type { NamedSpan, NameType } from '../entities/mention.ts';

/** A word's pieces as the model's tokenizer writes them ("Zel", "##ensky"), with their numbers; no special tokens. As many of the one as of the other. */
export interface CutWord {
  readonly tokens: readonly string[];
  readonly ids: readonly number[];
  /** The tokenizer works on UTF-8 bytes and writes each as one letter ("ĠMÃ¡l" is " Mál"), as GPT-2's and RoBERTa's do. */
  readonly isByteLevel?: boolean;
}
export type CutIntoPieces = (word: string) => CutWord;

export interface Piece {
  readonly id: number;
  /** UTF-16 offsets into the text. Empty where the tokenizer put a piece that stands for no letter. */
  readonly start: number;
  readonly end: number;
  /** It goes on with the word of the piece before: that one's label counts for both. */
  readonly goesOn: boolean;
  /** What begins with it. */
  readonly opens: 'line' | 'sentence' | 'word' | undefined;
}

/** A word is cut where it is longer than this, UTF-16 units: an address, or a line of a language that puts no spaces. */
const LONGEST_WORD = 100;

/** Marks that tokenizers put on pieces: "##" (WordPiece), "▁" (SentencePiece), "Ġ" (byte pairs). */
const bare = (token: string): string => token.replace(/^(?:##|▁|Ġ)+/u, '');

/** Letters as uncased tokenizers see them: "É" and "e" are the same, "ﬁ" is "fi". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

const ENDS_IN_LETTER = /[\p{L}\p{M}\p{N}]$/u;
const OPENS_WITH_LETTER = /^[\p{L}\p{M}\p{N}]/u;
/** Written without spaces: each piece is a word of its own. */
const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Khmer}|\p{Script=Lao}|\p{Script=Myanmar}/u;

export function piecesOf(text: string, cut: CutIntoPieces): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Map<string, CutWord>();
  for (const line of text.matchAll(/[^\n]+/g)) {
    let opens: Piece['opens'] = 'line';
    for (const run of line[0].matchAll(/\S+/g)) {
      for (const [from, to] of shortRuns(run[0])) {
        const word = run[0].slice(from, to);
        // tokenizers that mark words do so by the space before
        const key = opens === 'line' || from > 0 ? word : ` ${word}`;
        let known = seen.get(key);
        if (known === undefined) seen.set(key, (known = cut(key)));
        const { tokens, ids, isByteLevel = false } = known;
        const base = line.index + run.index + from;
        const places = (isByteLevel ? placesOfBytes(word, tokens) : undefined) ?? placesOf(word, tokens);
        for (const [index, [start, end]] of places.entries()) {
          const token = tokens[index] ?? '';
          const goesOn = index > 0 && belongsToOne(word, start, token);
          pieces.push({ id: ids[index] ?? 0, start: base + start, end: base + end, goesOn, opens: index > 0 ? undefined : opens });
        }
        // a tokenizer may give nothing for a word of control characters: what it would open is opened by the next
        if (tokens.length > 0 || opens !== 'line') opens = /[.!?]["'”’)]*$/u.test(word) ? 'sentence' : 'word';
      }
    }
  }
  return pieces;
}

/** A long word in parts; surrogate pairs stay whole. */
function* shortRuns(word: string): Generator<[from: number, to: number]> {
  let from = 0;
  while (word.length - from > LONGEST_WORD) {
    const high = (word.charCodeAt(from + LONGEST_WORD - 1) & 0xfc00) === 0xd800;
    const to = from + LONGEST_WORD - (high ? 1 : 0);
    yield [from, to];
    from = to;
  }
  yield [from, word.length];
}

function belongsToOne(word: string, start: number, token: string): boolean {
  if (token.startsWith('##')) return true;
  if (/^[▁Ġ]/u.test(token)) return false;
  const before = word.slice(Math.max(0, start - 2), start);
  const after = word.slice(start, start + 2);
  return ENDS_IN_LETTER.test(before) && OPENS_WITH_LETTER.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}

/**
 * Where each piece lies in its word. Pieces are looked up in order, whatever their case and accents; those that are not found share what lies between
 * their neighbours: the first has it all, the others are empty.
 */
function placesOf(word: string, tokens: readonly string[]): [start: number, end: number][] {
  let letters = '';
  const origin: number[] = [];
  for (let at = 0; at < word.length;) {
    const letter = String.fromCodePoint(word.codePointAt(at) as number);
    for (const unit of plain(letter).split('')) {
      letters += unit;
      origin.push(at);
    }
    at += letter.length;
  }
  origin.push(word.length);
  const places: [start: number, end: number][] = [];
  let at = 0;
  let lost = 0;
  const share = (until: number): void => {
    const [start, end] = [origin[at] ?? 0, origin[until] ?? 0];
    for (let count = 0; count < lost; count++) places.push(count === 0 ? [start, end] : [end, end]);
    lost = 0;
  };
  for (const token of tokens) {
    const sought = plain(bare(token));
    const found = sought === '' ? at : letters.indexOf(sought, at);
    if (found < 0 || (sought === '' && lost > 0)) {
      lost++;
      continue;
    }
    share(found);
    // accents that were dropped belong to the letter before them
    places.push([origin[found] ?? 0, origin[found + sought.length] ?? 0]);
    at = found + sought.length;
  }
  share(letters.length);
  return places;
}

/** The same by counting bytes. A letter in several pieces is the first one's. Undefined where the bytes are not the word's: the tokenizer changed letters. */
function placesOfBytes(word: string, tokens: readonly string[]): [start: number, end: number][] | undefined {
  // by byte: where the letter begins that begins there, or the next one
  const letterAt: number[] = [];
  for (let at = 0; at < word.length;) {
    const letter = String.fromCodePoint(word.codePointAt(at) as number);
    letterAt.push(at);
    at += letter.length;
    for (let byte = Buffer.byteLength(letter); byte > 1; byte--) letterAt.push(at);
  }
  letterAt.push(word.length);
  let byte = tokens[0]?.startsWith('Ġ') === true ? -1 : 0;
  const places = tokens.map((token): [number, number] => {
    const start = letterAt[Math.max(0, byte)] ?? word.length;
    byte += token.length;
    return [start, letterAt[Math.max(0, byte)] ?? word.length];
  });
  return byte === letterAt.length - 1 ? places : undefined;
}

/** Runs of at most `most` pieces for one call of the model. They end with the line; a longer line is cut where a sentence begins, else a word. */
export function windowsOf(pieces: readonly Piece[], most: number): [from: number, to: number][] {
  const windows: [from: number, to: number][] = [];
  let from = 0;
  let sentence = 0;
  let word = 0;
  for (let at = 0; at < pieces.length; at++) {
    const opens = pieces[at]?.opens;
    if (opens === 'line' && at > from) {
      windows.push([from, at]);
      from = at;
    }
    if (opens === 'sentence') sentence = at;
    if (opens !== undefined) word = at;
    while (at - from >= most) {
      const to = sentence > from ? sentence : word > from ? word : at;
      windows.push([from, to]);
      from = to;
    }
  }
  if (pieces.length > from) windows.push([from, pieces.length]);
  return windows;
}

const TYPES: Readonly<Record<string, NameType>> = {
  PER: 'PER',
  PERS: 'PER',
  PERSON: 'PER',
  ORG: 'ORG',
  ORGANIZATION: 'ORG',
  ORGANISATION: 'ORG',
  LOC: 'LOC',
  LOCATION: 'LOC',
  GPE: 'LOC',
  FAC: 'LOC',
  MISC: 'MISC',
  EVENT: 'MISC',
};

/** What a label of the model means; undefined for "O" and for kinds that are no names here ("B-DATE"). `isNew`: a name begins with it ("B-", "S-", "U-"). */
export function readLabel(label: string): { type: NameType; isNew: boolean } | undefined {
  const [, mark = 'I', kind = label] = /^([BIESUL])[-_](.+)$/i.exec(label) ?? [];
  const type = TYPES[kind.toUpperCase()];
  return type === undefined ? undefined : { type, isNew: /[BSU]/i.test(mark) };
}

/** The names that the labels spell; `labels` has one label for each piece. */
export function namesOf(pieces: readonly Piece[], labels: readonly string[]): NamedSpan[] {
  const names: { start: number; end: number; type: NameType }[] = [];
  let open = false;
  for (const [index, { start, end, goesOn, opens }] of pieces.entries()) {
    const last = names.at(-1);
    if (goesOn) {
      if (open && last !== undefined) last.end = Math.max(last.end, end);
      continue;
    }
    const label = readLabel(labels[index] ?? 'O');
    if (start === end && opens === undefined) continue;
    if (opens === 'line' || label?.isNew === true) open = false;
    if (start === end) continue;
    if (label === undefined) open = false;
    else if (open && last?.type === label.type) last.end = end;
    else {
      names.push({ start, end, type: label.type });
      open = true;
    }
  }
  return names;
}
