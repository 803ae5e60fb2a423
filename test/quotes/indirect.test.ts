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
  {
    name: 'verb before its source',
    text: 'The bridge was safe to cross, said Ann Lee of Troy.',
    expected: ['The bridge was safe to cross <- Ann Lee'],
  },
  {
    name: 'according to a long source',
    text: 'The bridge was safe to cross, according to a report published on Monday by Ann Lee.',
    expected: ['The bridge was safe to cross <- report'],
  },
  {
    name: 'two verbs of one source',
    text: 'Ann Lee denounced the delay and warned of the cost of waiting.',
    expected: ['the delay <- Ann Lee', 'the cost of waiting <- Ann Lee'],
  },
  {
    name: 'in a subordinate clause',
    text: 'While Ann Lee said the bridge was safe, the council closed it.',
    expected: ['the bridge was safe <- Ann Lee'],
  },
  {
    name: 'past an aside',
    text: 'Ann Lee told the Gazette, however, that the bridge was safe.',
    expected: ['that the bridge was safe <- Ann Lee'],
  },
  {
    name: 'past a letter and its reader',
    text: 'Ann Lee wrote in a letter to the council that the bridge was safe.',
    expected: ['that the bridge was safe <- Ann Lee'],
  },
  {
    name: 'asked to do',
    text: 'Ann Lee urged drivers to take the other road.',
    expected: ['drivers to take the other road <- Ann Lee'],
  },
  {
    name: 'a noun takes the clause up',
    text: 'Ann Lee said the bridge was safe, a claim that nobody believed.',
    expected: ['the bridge was safe <- Ann Lee'],
  },
  {
    name: 'many of them',
    text: 'Some of the mayor’s allies said the bridge was safe.',
    expected: ['the bridge was safe <- Some of the mayor’s allies'],
  },
  {
    name: 'a clause of its own behind what was said',
    text: 'It followed a claim Ukrainian leaders denied on Monday.',
    expected: [],
  },
  { name: 'adding a thing is no report', text: 'The mayor added confusion to the talks.', expected: [] },
  { name: 'wishes in a phrase of their own', text: 'People supporting Ann Lee left the hall.', expected: [] },
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

test.each([
  { text: 'Ann Lee decried the state of “old bridges” in the county.', content: 'the state of “old bridges” in the county' },
  { text: 'Ann Lee told the council the bridge was “as good as new.”', content: 'the bridge was “as good as new.”' },
  { text: 'The bridge is “as good as new” for everybody, Ann Lee said.', content: 'The bridge is “as good as new” for everybody' },
  { text: '“It is open,” said Ann Lee, “and safe.”', content: undefined },
  { text: 'Ann Lee called it “a mess.”', content: 'it “a mess.”' },
])('the whole reported clause: $text', ({ text, content }) => {
  const last = read(text).quotations.at(-1)!;
  expect(last.content === undefined ? undefined : text.slice(...last.content)).toBe(content);
});

test.each(['Ann Lee went on to win the race.', 'Ann Lee goes on to win the race.', 'Ann Lee hit back to win the race.'])(
  'no report: %s',
  (text) => {
    expect(read(text, ['Ann Lee'], true).quotations).toEqual([]);
  },
);
test('what was pointed out is a report', () => {
  expect(read('Ann Lee pointed out that the bridge was safe.', ['Ann Lee'], true).quotations[0]?.text).toBe('that the bridge was safe');
});
