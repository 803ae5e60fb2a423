/**
 * What the tagger's network sees of a token: the vectors of the words around it, and rows of a small table for what is not in a vector (capitals, word
 * lists, endings). A word's share depends on the word and its place only, so that it can be kept between articles.
 */
import { CAPS, isLarge } from './caps.ts';
import type { DocumentView, WordForm } from './document-view.ts';
import { hashNext, hashWord } from './hash.ts';
import { PHRASE_LISTS } from './lists.ts';
import type { NamedColumns } from './model-card.ts';
import type { NetForm } from './net-form.ts';
import { vectorOf } from './vectors.ts';

/** Places a token sees words at: two before to two after, the words that frame its run of capitals, and the run's first and last word. */
export const PLACES = 9;
/** The place of the token itself. */
export const OWN_PLACE = 2;
/** Three more: the mean of what stands before the same word elsewhere in the document, and after it, and the mean of the sentence's small words. */
export const ALL_PLACES = PLACES + 3;

/** The mean of a sentence's words is small; this brings it to the size of one word's vector. */
export const TOPIC_WEIGHT = 2;

const CLASSES = 20;
/** Rows of one place: capitals by list class, no vector, edge of the sentence. */
const PLACE_ROWS = CLASSES * 8 + 2;
const NO_VECTOR = CLASSES * 8;
const EDGE = NO_VECTOR + 1;
const ENDINGS = 512;
const OWN_ROWS = 24 + ENDINGS * 3 + 16;
const OWN_FROM = PLACES * PLACE_ROWS;
const TOKEN_FROM = OWN_FROM + OWN_ROWS;
const PHRASE_CODES = PHRASE_LISTS * 5;
const TOKEN_ROWS = PHRASE_CODES + 64 + 8 + 25;
export const TABLE_ROWS = TOKEN_FROM + TOKEN_ROWS;

/** The places by name: what stands at each, in the order of the layer's blocks. */
export const PLACE_NAMES = [
  'two-before',
  'before',
  'own',
  'after',
  'two-after',
  'before-the-run',
  'after-the-run',
  'first-of-the-run',
  'last-of-the-run',
  'before-elsewhere',
  'after-elsewhere',
  'topic',
] as const;
/** The rows of the table by name, in order. */
export const ROW_NAMES: readonly NamedColumns[] = [
  ...PLACE_NAMES.slice(0, PLACES).map((place): NamedColumns => [`capitals-and-list-class:${place}`, PLACE_ROWS]),
  ['lists', 24],
  ['ending-3', ENDINGS],
  ['ending-2', ENDINGS],
  ['shape', ENDINGS],
  ['length', 16],
  ['phrases', PHRASE_CODES],
  ['habit', 64],
  ['sentence', 8 + 25],
];
export const MOST_ROWS = PLACES * 2 + 32 + PHRASE_LISTS + 4;

/** Row of a part of a word: parts share a few rows. */
const bucket = (kind: number, part: string): number =>
  OWN_FROM + 24 + kind * ENDINGS + ((hashNext(kind, hashWord(part)) >>> 8) & (ENDINGS - 1));

export function netFormOf(word: string, lower: string, caps: number, lists: number, listClass: number, shape: number): NetForm {
  const own: number[] = [];
  for (let list = 0; list < 22; list++) if ((lists & (1 << list)) !== 0) own.push(OWN_FROM + list);
  if (caps !== CAPS.mark) {
    if (lower.length > 3) own.push(bucket(0, lower.slice(-3)), bucket(1, lower.slice(-2)));
    own.push(OWN_FROM + 24 + 2 * ENDINGS + ((shape >>> 8) & (ENDINGS - 1)), OWN_FROM + 24 + 3 * ENDINGS + Math.min(15, word.length));
  }
  return { vector: caps === CAPS.mark && word.length > 3 ? 0 : vectorOf(word), row: listClass * 8 + caps, own };
}

/** Forms at the places of token `index`, undefined beyond the sentence. */
export function formsAt(view: DocumentView, index: number, out: (WordForm | undefined)[]): void {
  const { tokens, forms } = view;
  const opens = (at: number): boolean => at >= tokens.count || tokens.opensSentence[at] === 1;
  out[2] = forms[index];
  out[1] = opens(index) ? undefined : forms[index - 1];
  out[0] = out[1] === undefined || opens(index - 1) ? undefined : forms[index - 2];
  out[3] = opens(index + 1) ? undefined : forms[index + 1];
  out[4] = out[3] === undefined || opens(index + 2) ? undefined : forms[index + 2];
  let first = index;
  while (index - first < 5 && !opens(first) && isLarge(forms[first - 1])) first--;
  let last = index;
  while (last - index < 5 && !opens(last + 1) && isLarge(forms[last + 1])) last++;
  out[5] = opens(first) ? undefined : forms[first - 1];
  out[6] = opens(last + 1) ? undefined : forms[last + 1];
  out[7] = forms[first];
  out[8] = forms[last];
}

/** Rows of what stands at `place` (undefined beyond the sentence) but for the token's own; gives their number, one or two. */
export function placeRows(net: NetForm | undefined, place: number, rows: Int32Array, from: number): number {
  const base = place * PLACE_ROWS;
  rows[from] = base + (net === undefined ? EDGE : net.row);
  if (net === undefined || net.vector !== 0) return 1;
  rows[from + 1] = base + NO_VECTOR;
  return 2;
}

/** Rows that depend on where the token stands; gives their number. */
export function tokenRows(view: DocumentView, index: number, rows: Int32Array, from: number): number {
  let count = from;
  for (let list = 0; list < PHRASE_LISTS; list++) {
    const code = view.phrases[index * PHRASE_LISTS + list] ?? 0;
    if (code !== 0) rows[count++] = TOKEN_FROM + list * 5 + code;
  }
  rows[count++] = TOKEN_FROM + PHRASE_CODES + (view.words[view.wordOf[index] ?? 0]?.habit ?? 0);
  const { tokens } = view;
  const opens = tokens.opensSentence[index] === 1 ? 1 : 0;
  const closes = index + 1 >= tokens.count || tokens.opensSentence[index + 1] === 1 ? 2 : 0;
  rows[count++] = TOKEN_FROM + PHRASE_CODES + 64 + opens + closes + (view.inHeading[index] ?? 0) * 4;
  return count - from;
}

/** Numbers of the vectors at each place (0 for none); gives the number of rows written to `rows`. */
export function netInputsAt(
  view: DocumentView,
  index: number,
  vectors: Int32Array,
  rows: Int32Array,
  held: (WordForm | undefined)[],
): number {
  formsAt(view, index, held);
  let count = 0;
  for (let place = 0; place < PLACES; place++) {
    const net = held[place]?.net;
    vectors[place] = net?.vector ?? 0;
    count += placeRows(net, place, rows, count);
  }
  const own = view.forms[index]?.net.own ?? [];
  for (let at = 0; at < own.length; at++) rows[count++] = own[at] as number;
  return count + tokenRows(view, index, rows, count);
}

/** The row that says that the word at `place` has no vector. */
export const noVectorRow = (place: number): number => place * PLACE_ROWS + NO_VECTOR;

/** Vector numbers of what stands before (`side` -1) or after (1) the same word elsewhere in the document; empty for a word that stands once. */
export function companyOf(view: DocumentView, index: number, side: -1 | 1): number[] {
  const places = view.words[view.wordOf[index] ?? 0]?.places ?? [];
  if (places.length < 2) return [];
  const { tokens } = view;
  const found: number[] = [];
  for (const place of places) {
    if (side < 0 ? tokens.opensSentence[place] === 1 : place + 1 >= tokens.count || tokens.opensSentence[place + 1] === 1) continue;
    const vector = view.forms[place + side]?.net.vector ?? 0;
    if (vector !== 0) found.push(vector);
  }
  return found;
}

/** Vector numbers of the longer words in small letters of the sentence that begins at `start`: what it is about. */
export function topicAt(view: DocumentView, start: number): number[] {
  const { tokens, forms } = view;
  const found: number[] = [];
  for (let index = start; index < tokens.count && (index === start || tokens.opensSentence[index] !== 1) && found.length < 60; index++) {
    const form = forms[index];
    if (form !== undefined && form.caps === CAPS.small && form.net.vector !== 0 && (tokens.words[index]?.length ?? 0) > 3)
      found.push(form.net.vector);
  }
  return found;
}
