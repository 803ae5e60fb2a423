/**
 * Word vectors, product-quantised (Jégou et al. 2011): a word is one byte for each part of its vector, the number of a row in that part's codebook.
 * Read once, at first use, from models/entities-vectors.bin. All numbers little-endian:
 *   "CDV1", words (u32), parts (u32), dimensions of a part (u32), codebooks (parts x 256 x dimensions, f32), hashes of the words (i32), codes (words x parts, u8).
 */
import { readFileSync } from 'node:fs';
import { foldName } from '../text/fold.ts';
import { hashWord } from './hash.ts';

export interface WordVectors {
  readonly words: number;
  readonly parts: number;
  /** Dimensions of a whole vector. */
  readonly size: number;
  readonly codebooks: Float32Array;
  /** Hashes of the words, the most frequent first. */
  readonly keys: Int32Array;
  readonly codes: Uint8Array;
}

const MAGIC = 'CDV1';
const HEADER = 16;
export const CODEBOOK = 256;

export function packVectors({ words, parts, size, codebooks, keys, codes }: WordVectors): Uint8Array {
  const bytes = Buffer.alloc(HEADER + codebooks.length * 4 + keys.length * 4 + codes.length);
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeUInt32LE(words, 4);
  bytes.writeUInt32LE(parts, 8);
  bytes.writeUInt32LE(size / parts, 12);
  let at = HEADER;
  for (const value of codebooks) at = bytes.writeFloatLE(value, at);
  for (const value of keys) at = bytes.writeInt32LE(value, at);
  bytes.set(codes, at);
  return bytes;
}

export function unpackVectors(packed: Uint8Array): WordVectors {
  // a copy of its own: the views need an aligned start
  const bytes = Uint8Array.from(packed);
  const view = new DataView(bytes.buffer);
  if (Buffer.from(bytes.buffer, 0, 4).toString('latin1') !== MAGIC)
    throw new Error('models/entities-vectors.bin is of another version; run npm run train:entities');
  const words = view.getUint32(4, true);
  const parts = view.getUint32(8, true);
  const size = parts * view.getUint32(12, true);
  const books = HEADER + CODEBOOK * size * 4;
  const codes = books + words * 4;
  if (bytes.length !== codes + words * parts) throw new Error('models/entities-vectors.bin is cut off');
  return {
    words,
    parts,
    size,
    codebooks: new Float32Array(bytes.buffer, HEADER, CODEBOOK * size),
    keys: new Int32Array(bytes.buffer, books, words),
    codes: new Uint8Array(bytes.buffer, codes, words * parts),
  };
}

let loaded: { vectors: WordVectors; slots: Int32Array } | undefined;

function table(): { vectors: WordVectors; slots: Int32Array } {
  if (loaded !== undefined) return loaded;
  const vectors = unpackVectors(readFileSync(new URL('../../models/entities-vectors.bin', import.meta.url)));
  let room = 1;
  while (room < vectors.words * 2) room *= 2;
  const slots = new Int32Array(room);
  const { keys } = vectors;
  for (let word = 0; word < keys.length; word++) {
    let slot = (keys[word] as number) & (room - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (room - 1);
    slots[slot] = word + 1;
  }
  loaded = { vectors, slots };
  return loaded;
}

export const wordVectors = (): WordVectors => table().vectors;

function find(hash: number): number {
  const { vectors, slots } = table();
  let slot = hash & (slots.length - 1);
  for (;;) {
    const held = slots[slot] as number;
    if (held === 0) return 0;
    if (vectors.keys[held - 1] === hash) return held;
    slot = (slot + 1) & (slots.length - 1);
  }
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
export function readVector(vectors: WordVectors, number: number, out: Float32Array, at: number): void {
  const { parts, size, codebooks, codes } = vectors;
  const width = size / parts;
  let target = at;
  for (let part = 0; part < parts; part++) {
    const row = (part * CODEBOOK + (codes[(number - 1) * parts + part] as number)) * width;
    for (let d = 0; d < width; d++) out[target++] = codebooks[row + d] as number;
  }
}
