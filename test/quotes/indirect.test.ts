import { expect, test } from 'vitest';
import { read } from './article.ts';

test.each([
  { name: 'that-clause', text: 'Ann Lee said that the bridge was safe.', expected: ['that the bridge was safe <- Ann Lee'] },
  { name: 'no that', text: 'Ann Lee said the bridge was safe.', expected: ['the bridge was safe <- Ann Lee'] },
  {
    name: 'past hearer and time',
    text: 'Ann Lee told reporters on Monday that the bridge was safe.',
    expected: ['that the bridge was safe <- Ann Lee'],
  },
  {
    name: 'clause before the source',
    text: 'The bridge was safe to cross, Ann Lee said on Monday.',
    expected: ['The bridge was safe to cross <- Ann Lee'],
  },
  {
    name: 'according to',
    text: 'The bridge was safe to cross, according to Ann Lee.',
    expected: ['The bridge was safe to cross <- Ann Lee'],
  },
  {
    name: 'two reports',
    text: 'Ann Lee said the bridge was safe, but Bob Ray said it was closed.',
    expected: ['the bridge was safe <- Ann Lee', 'it was closed <- Bob Ray'],
  },
  { name: 'nothing reported', text: 'Ann Lee opened the bridge on Monday.', expected: [] },
])('$name', ({ text, expected }) => {
  const found = read(text, [], true).quotations;
  expect(found.map((quotation) => `${quotation.text} <- ${quotation.speaker?.name}`)).toEqual(expected);
  expect(found.every(({ kind }) => kind === 'indirect')).toBe(true);
});

test('off unless asked for', () => {
  expect(read('Ann Lee said that the bridge was safe.').quotations).toEqual([]);
});

test('a clause that holds marked words is their content, not a quotation of its own', () => {
  const { quotations } = read('Ann Lee said that the bridge was “as good as new” after the repair.', [], true);
  expect(quotations).toHaveLength(1);
  const text = 'Ann Lee said that the bridge was “as good as new” after the repair.';
  expect(text.slice(...quotations[0]!.content!)).toBe('that the bridge was “as good as new” after the repair');
});
