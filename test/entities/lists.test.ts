import { expect, it } from 'vitest';
import { listEntries } from '../../bench/train/entities-lists-table.ts';
import { hashWord } from '../../src/entities/hash.ts';
import { bitOf, listTable } from '../../src/entities/lists.ts';

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
