import { expect, it } from 'vitest';
import { byHash, indexHashes, openHashIndex } from '../../src/entities/hash-index.ts';

it('gives the place of each hash, and none for others', () => {
  const hashes = [0, 1, -1, -65_536, 65_535, 65_536, 65_537, 0x7fffffff, -0x80000000].sort(byHash);
  const place = openHashIndex(indexHashes(hashes));
  expect(hashes.map(place)).toEqual([...hashes.keys()]);
  for (const strange of [2, -2, 131_072, 131_073, -65_535, 0x7ffffffe]) expect(place(strange)).toBe(-1);
});

it('a bucket holds 255 and no more', () => {
  const full = Array.from({ length: 255 }, (_, index) => index);
  expect(openHashIndex(indexHashes(full))(254)).toBe(254);
  expect(() => indexHashes([...full, 255])).toThrow(/more than 255/);
});
