import { expect, it } from 'vitest';
import { hashWord } from '../../src/entities/hash.ts';
import { byHash, indexHashes } from '../../src/entities/hash-index.ts';
import { CODEBOOK, packVectors, readVector, unpackVectors, vectorOf, wordVectors, type VectorTier } from '../../src/entities/vectors.ts';

const tierOf = (words: readonly string[], parts: number, codes: readonly number[]): VectorTier => ({
  words: words.length,
  parts,
  codebooks: Float32Array.from({ length: CODEBOOK * 4 }, (_, index) => index / 2),
  ...indexHashes(words.map(hashWord).sort(byHash)),
  codes: Uint8Array.from(codes),
});
/** Two tiers: three words of two parts, one word of one. */
const small = { size: 4, words: 4, tiers: [tierOf(['one', 'two', 'three'], 2, [0, 0, 1, 2, 255, 255]), tierOf(['four'], 1, [3])] };

const card = { recipe: 'none', data: 'none', date: '2026-12-01', features: {} };

it('gives back what was packed, and a vector from its codes', () => {
  const read = unpackVectors(packVectors(small, card));
  expect(read).toEqual(small);
  const out = new Float32Array(5);
  readVector(read, 2, out, 1);
  // part 0 takes row 1, part 1 row 2 of its own codebook
  expect([...out]).toEqual([0, 1, 1.5, (512 + 4) / 2, (512 + 5) / 2]);
  readVector(read, 4, out, 1);
  // the only part of the second tier's only word takes row 3, four numbers wide
  expect([...out]).toEqual([0, 6, 6.5, 7, 7.5]);
});

it('refuses a file that is cut off or of another kind', () => {
  const packed = packVectors(small, card);
  expect(() => unpackVectors(packed.subarray(0, packed.length - 1))).toThrow(/cut off/);
  expect(() => unpackVectors(Buffer.from('something else, long enough'))).toThrow(/another version/);
  for (const [at, value] of [
    [4, 0xffffffff],
    [8, 0],
    [8, 0xffffffff],
    [12, 0xffffffff],
    [12, 300_000_000],
    [16, 0xffffffff],
  ] as const) {
    const strange = Buffer.from(packed);
    strange.writeUInt32LE(value, at);
    expect(() => unpackVectors(strange)).toThrow(/^models\/entities-vectors\.bin is damaged/);
  }
});

it.each([
  ['case is ignored', 'London', 'LONDON', true],
  ['accents that are not listed fall away', 'são', 'sao', true],
  ['words differ', 'London', 'Paris', false],
])('%s: %s and %s', (_, one, other, same) => {
  expect(vectorOf(one)).toBeGreaterThan(0);
  expect(vectorOf(other)).toBeGreaterThan(0);
  expect(vectorOf(one) === vectorOf(other)).toBe(same);
});

it('has none for a word nobody wrote', () => {
  expect(vectorOf('zorblatianese')).toBe(0);
  expect(vectorOf('')).toBe(0);
});

const dot = (x: Float32Array, y: Float32Array): number => x.reduce((sum, value, d) => sum + value * (y[d] ?? 0), 0);

function likeness(one: string, other: string): number {
  const vectors = wordVectors();
  const [a, b] = [new Float32Array(vectors.size), new Float32Array(vectors.size)];
  readVector(vectors, vectorOf(one), a, 0);
  readVector(vectors, vectorOf(other), b, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

it('words of a kind lie close together after packing', () => {
  expect(likeness('paris', 'london')).toBeGreaterThan(likeness('paris', 'minister') + 0.2);
  expect(likeness('monday', 'tuesday')).toBeGreaterThan(0.8);
});
