/** The sampled sketch by which candidates are found: the smallest hashes of an article's word triples (bottom-k, Broder 1997). */
import type { Signature } from './sign.ts';
import { HASH_BITS } from './word-bits.ts';

/** Keys of one article: with 8, F1 on the development half is .001 under that with 16; see docs/decisions/0030. */
export const SKETCH_SIZE = 8;

/** Signed 32-bit keys, ascending. Fewer than `SKETCH_SIZE` for a very short text. */
export function sketchOf({ words }: Signature): number[] {
  const keys: number[] = [];
  for (let index = 0; index + 2 < words.length; index += 1) {
    const key = tripleKey(words[index] ?? 0, words[index + 1] ?? 0, words[index + 2] ?? 0);
    if (keys.length === SKETCH_SIZE && key >= (keys[SKETCH_SIZE - 1] ?? 0)) continue;
    let slot = keys.length;
    while (slot > 0 && (keys[slot - 1] ?? 0) > key) slot -= 1;
    if (keys[slot - 1] === key) continue;
    keys.splice(slot, 0, key);
    if (keys.length > SKETCH_SIZE) keys.pop();
  }
  return keys;
}

function tripleKey(first: number, second: number, third: number): number {
  let key = Math.imul(first & HASH_BITS, 0x9e3779b1) ^ Math.imul(second & HASH_BITS, 0x85ebca6b) ^ Math.imul(third & HASH_BITS, 0x27d4eb2f);
  key = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  key = Math.imul(key ^ (key >>> 12), 0x297a2d39);
  return key ^ (key >>> 15);
}
