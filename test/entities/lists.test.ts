import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { listEntries, packLists } from '../../bench/train/entities-lists-table.ts';
import { hashWord } from '../../src/entities/hash.ts';
import { bitOf, listTable, unpackLists } from '../../src/entities/lists.ts';

it('the packed table holds what the lists hold, and nothing else', () => {
  const entries = listEntries();
  const table = listTable();
  const wrong = [...entries].filter(([hash, mask]) => table.lookup(hash) !== mask);
  expect(wrong, 'run node bench/train/entities-lists-table.ts').toEqual([]);
  let hash = 1;
  let strange = 0;
  for (let index = 0; index < 200_000; index++) {
    hash = (Math.imul(hash, 1664525) + 1013904223) | 0;
    if (table.lookup(hash) !== (entries.get(hash) ?? 0)) strange++;
  }
  expect(strange).toBe(0);
});

it.each([
  ['london', 'city', true],
  ['london', 'role', false],
  ['minister', 'role', true],
  ['monday', 'calendar', true],
  ['qwertzuiop', 'city', false],
] as const)('%s, %s: %s', (word, list, expected) => expect((listTable().lookup(hashWord(word)) & bitOf(list)) !== 0).toBe(expected));

it('refuses a file that is damaged or of another version, and names it', () => {
  const packed = packLists(new Map([[hashWord('london'), 1]]), '2026-12-01');
  expect(unpackLists(packed).lookup(hashWord('london'))).toBe(1);
  const bytes = gunzipSync(packed);
  for (const strange of [
    Buffer.from('no lists'),
    packed.subarray(0, packed.length - 9),
    gzipSync(bytes.subarray(0, 8)),
    gzipSync(bytes.subarray(0, bytes.length - 1)),
    gzipSync(Buffer.concat([bytes, bytes])),
  ])
    expect(() => unpackLists(strange)).toThrow(/^models\/entities-lists\.bin\.gz is damaged \(.+\): take it anew/);
  expect(() => unpackLists(gzipSync('something else'))).toThrow(/another version/);
});
