/**
 * Word vectors, product-quantised (Jégou et al. 2011): a word is one byte for each part of its vector, the number of a row in that part's codebook.
 * The frequent words have many parts, the rare ones, mostly names, few. Read once, at first use, from models/entities-vectors.bin, and used as they lie
 * there. All numbers little-endian:
 *   "CDV3", dimensions (u32), tiers (u32); for each tier its words and parts (u32 each), codebooks (256 x dimensions, f32), the words' hashes (see
 *   hash-index.ts: buckets, u8, and lower halves, u16), codes (words x parts, u8), nulls to a multiple of four bytes;
 *   and the card (model-card.ts).
 */
import { foldName } from '../text/fold.ts';
import { hashWord } from './hash.ts';
import { BUCKETS, openHashIndex, type HashIndex } from './hash-index.ts';
import { readCard, withCard, type ModelCard } from './model-card.ts';
import { damaged } from './model-file.ts';
import { readModelFile } from '../model-files.ts';

/** Words of which each has `parts` bytes, in the order of their hashes. */
export interface VectorTier extends HashIndex {
  readonly words: number;
  readonly parts: number;
  readonly codebooks: Float32Array;
  readonly codes: Uint8Array;
}
export interface WordVectors {
  /** Dimensions of a vector. */
  readonly size: number;
  /** All tiers together. */
  readonly words: number;
  readonly tiers: readonly VectorTier[];
}

const MAGIC = 'CDV3';
const HEADER = 12;
const TIER_HEADER = 8;
export const CODEBOOK = 256;
const FILE = 'entities-vectors.bin';

const bytesOf = (list: Float32Array | Uint8Array | Uint16Array): Buffer => Buffer.from(list.buffer, list.byteOffset, list.byteLength);
const padded = (length: number): number => Math.ceil(length / 4) * 4;

export function packVectors({ size, tiers }: WordVectors, card: ModelCard): Uint8Array {
  const header = Buffer.alloc(HEADER);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt32LE(size, 4);
  header.writeUInt32LE(tiers.length, 8);
  const body = Buffer.concat([
    header,
    ...tiers.flatMap(({ words, parts, codebooks, buckets, lower, codes }) => {
      const tierHeader = Buffer.alloc(TIER_HEADER);
      tierHeader.writeUInt32LE(words, 0);
      tierHeader.writeUInt32LE(parts, 4);
      const rest = Buffer.concat([bytesOf(buckets), bytesOf(lower), bytesOf(codes)]);
      return [tierHeader, bytesOf(codebooks), rest, Buffer.alloc(padded(rest.length) - rest.length)];
    }),
  ]);
  return withCard(body, card);
}

/** @throws Error that names the file, when it is of another version or damaged. */
export function unpackVectors(packed: Uint8Array): WordVectors {
  // a copy of its own: the views need an aligned start
  const whole = new Uint8Array(packed);
  const view = new DataView(whole.buffer);
  if (whole.length < HEADER || Buffer.from(whole.buffer, 0, 4).toString('latin1') !== MAGIC)
    throw new Error(`models/${FILE} is of another version; run npm run train:entities`);
  const bytes = readCard(FILE, Buffer.from(whole.buffer)).body;
  const size = view.getUint32(4, true);
  const tiers: VectorTier[] = [];
  let at = HEADER;
  const upTo = (end: number): void => {
    if (end > bytes.length) throw damaged(FILE, 'it is cut off');
  };
  for (let tier = 0; tier < view.getUint32(8, true); tier++) {
    upTo(at + TIER_HEADER);
    const words = view.getUint32(at, true);
    const parts = view.getUint32(at + 4, true);
    at += TIER_HEADER;
    const buckets = at + CODEBOOK * size * 4;
    const lower = buckets + BUCKETS;
    const codes = lower + words * 2;
    const end = at + CODEBOOK * size * 4 + padded(BUCKETS + words * 2 + words * parts);
    upTo(end);
    tiers.push({
      words,
      parts,
      codebooks: new Float32Array(bytes.buffer, at, CODEBOOK * size),
      buckets: new Uint8Array(bytes.buffer, buckets, BUCKETS),
      lower: new Uint16Array(bytes.buffer, lower, words),
      codes: new Uint8Array(bytes.buffer, codes, words * parts),
    });
    at = end;
  }
  if (at !== bytes.length) throw damaged(FILE, 'it is longer than it says');
  return { size, words: tiers.reduce((sum, { words }) => sum + words, 0), tiers };
}

let loaded: WordVectors | undefined;
let places: readonly ((hash: number) => number)[] = [];

export function wordVectors(): WordVectors {
  if (loaded === undefined) {
    loaded = unpackVectors(readModelFile(FILE));
    places = loaded.tiers.map(openHashIndex);
  }
  return loaded;
}

function find(hash: number): number {
  let before = 0;
  for (const [tier, { words }] of wordVectors().tiers.entries()) {
    const place = places[tier]?.(hash) ?? -1;
    if (place >= 0) return before + place + 1;
    before += words;
  }
  return 0;
}

/** The number of the word's vector, counted from 1; 0 when it has none, as numbers have. Case is ignored; "Café" falls back on "cafe". */
export function vectorOf(word: string): number {
  const lower = word.toLowerCase();
  const found = find(hashWord(lower));
  if (found !== 0) return found;
  const folded = foldName(lower);
  return folded === lower || folded.includes(' ') ? 0 : find(hashWord(folded));
}

/** Writes vector `number` (from 1) to `out` at `at`. */
export function readVector({ size, tiers }: WordVectors, number: number, out: Float32Array, at: number): void {
  let index = number - 1;
  for (const { words, parts, codebooks, codes } of tiers) {
    if (index >= words) {
      index -= words;
      continue;
    }
    const width = size / parts;
    let target = at;
    for (let part = 0; part < parts; part++) {
      const row = (part * CODEBOOK + (codes[index * parts + part] as number)) * width;
      for (let d = 0; d < width; d++) out[target++] = codebooks[row + d] as number;
    }
    return;
  }
}
