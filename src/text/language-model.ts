/**
 * N-gram language model: the "small" database of ELD (Efficient Language Detector, Nito T.M., Apache-2.0; 60 languages), packed into typed arrays.
 * Same answers as the library, at 2 MB and some milliseconds instead of 140 MB and 0.4 s a process; docs/decisions/0022 has the figures.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { readModelFile } from '../model-files.ts';

export interface LanguageModel {
  /** ISO 639-1. */
  readonly codes: readonly string[];
  /** What a right guess scores on average, 0..1, by language. */
  readonly averages: readonly number[];
  /** N-grams in order: their UTF-8 bytes as one number, first byte highest; a space stands for the edge of a word. At most six bytes. */
  readonly keys: Float64Array;
  /** Pairs of n-gram i: from starts[i] to starts[i + 1]. */
  readonly starts: Uint32Array;
  readonly languages: Uint8Array;
  readonly scores: Uint8Array;
}

/** ELD keeps scores less this much, and scales them by the other; both are its own constants. */
const BASE_SCORE = 53;
const SCALE = 25;
/** Share of the average score below which a guess is unreliable. */
const RELIABLE_SHARE = 0.75;
/** Bytes of a text that are looked at: up to the first word break after the one, at most the other. */
const CUT_AFTER = 350;
const CUT_AT = 380;
const MAX_WORD_BYTES = 70;

export function packModel({ codes, averages, keys, starts, languages, scores }: LanguageModel): Buffer {
  const head = Buffer.from(`${JSON.stringify({ codes, averages, ngrams: keys.length, pairs: languages.length })}\n`);
  // padded, so that the numbers lie on their own boundaries
  const padded = Buffer.concat([head.subarray(0, -1), Buffer.alloc((8 - (head.length % 8)) % 8, ' '), Buffer.from('\n')]);
  const parts = [keys, starts, languages, scores].map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength));
  return brotliCompressSync(Buffer.concat([padded, ...parts]), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

export function unpackModel(packed: Buffer): LanguageModel {
  const all = brotliDecompressSync(packed);
  const end = all.indexOf('\n') + 1;
  const { codes, averages, ngrams, pairs } = JSON.parse(all.subarray(0, end).toString('utf8')) as Pick<
    LanguageModel,
    'codes' | 'averages'
  > & { ngrams: number; pairs: number };
  // a copy of its own: the buffer of the unpacker need not begin on a boundary
  const bytes = new Uint8Array(all.subarray(end)).buffer;
  const afterKeys = ngrams * 8;
  const afterStarts = afterKeys + (ngrams + 1) * 4;
  return {
    codes,
    averages,
    keys: new Float64Array(bytes, 0, ngrams),
    starts: new Uint32Array(bytes, afterKeys, ngrams + 1),
    languages: new Uint8Array(bytes, afterStarts, pairs),
    scores: new Uint8Array(bytes, afterStarts + pairs, pairs),
  };
}

let loaded: LanguageModel | undefined;
const model = (): LanguageModel => (loaded ??= unpackModel(readModelFile('language.bin.br')));

/** Bytes as one number, first byte highest. */
export function keyOf(bytes: Uint8Array, from: number, to: number, opens: boolean, closes: boolean): number {
  let key = opens ? 32 : 0;
  for (let at = from; at < to; at++) key = key * 256 + (bytes[at] ?? 0);
  return closes ? key * 256 + 32 : key;
}

function find(keys: Float64Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = keys[middle] ?? 0;
    if (value === key) return middle;
    if (value < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Runs of anything but letters, unless an apostrophe ends them: "don’t" stays one word. */
const BETWEEN_WORDS = /[^\p{L}]+(?<!['`’])/gu;

/** The n-grams of a text, each once: four bytes of a word at every third place, and its last four. */
function ngramsOf(text: string): Set<number> {
  const found = new Set<number>();
  const bytes = Buffer.from(text.replace(BETWEEN_WORDS, ' ').trim().toLowerCase());
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const isEnd = at === bytes.length || at > CUT_AT;
    if (!isEnd && bytes[at] !== 32) continue;
    if (at > start) {
      const length = Math.min(at - start, MAX_WORD_BYTES);
      let j = 0;
      for (; j + 4 < length; j += 3) found.add(keyOf(bytes, start + j, start + j + 4, j === 0, false));
      found.add(keyOf(bytes, start + Math.max(0, length - 4), start + length, j === 0, true));
    }
    start = at + 1;
    if (isEnd || at > CUT_AFTER) break;
  }
  return found;
}

export interface LanguageGuess {
  /** ISO 639-1, or undefined when no n-gram is known. */
  readonly code: string | undefined;
  readonly isReliable: boolean;
}

/** The likeliest language of the first 350 bytes or so of a text. Never throws. */
export function guessLanguage(text: string): LanguageGuess {
  const { codes, averages, keys, starts, languages, scores } = model();
  const sums = new Float64Array(codes.length);
  const ngrams = ngramsOf(text);
  for (const key of ngrams) {
    const at = find(keys, key);
    if (at === -1) continue;
    for (let pair = starts[at] ?? 0; pair < (starts[at + 1] ?? 0); pair++)
      sums[languages[pair] ?? 0] = (sums[languages[pair] ?? 0] ?? 0) + (scores[pair] ?? 0) + BASE_SCORE;
  }
  let best = 0;
  for (let language = 1; language < sums.length; language++) if ((sums[language] ?? 0) > (sums[best] ?? 0)) best = language;
  if (sums[best] === 0) return { code: undefined, isReliable: false };
  const mean = (sums[best] ?? 0) / ngrams.size;
  return { code: codes[best], isReliable: ngrams.size >= 3 && mean / (mean + SCALE) >= (averages[best] ?? 0) * RELIABLE_SHARE };
}
