import { describe, expect, test } from 'vitest';
import { read, said, type Name } from './article.ts';

const LEE: Name = { name: 'Ann Lee', descriptors: ['Troy mayor'] };
const RAY: Name = { name: 'Bob Ray', descriptors: ['Ohio governor', 'President'] };

describe('pronouns', () => {
  test.each([
    { name: 'he is the man', text: 'Ann Lee met Bob Ray on Monday.\n\n“It is open,” he said.', expected: ['It is open, <- Bob Ray'] },
    { name: 'she is the woman', text: 'Bob Ray met Ann Lee on Monday.\n\n“It is open,” she said.', expected: ['It is open, <- Ann Lee'] },
    {
      name: 'the last speaker goes on',
      text: '“No,” Bob Ray said of Tom Fox.\n\n“It is closed,” he added.',
      expected: ['No, <- Bob Ray', 'It is closed, <- Bob Ray'],
    },
    {
      name: 'subject before object',
      text: 'Bob Ray called Tom Fox on Monday. He said it was “a long talk.”',
      expected: ['a long talk. <- Bob Ray'],
    },
    {
      name: 'names in quoted words are no antecedents',
      text: '“I saw Tom Fox,” Bob Ray said. He called it “a long talk.”',
      expected: ['I saw Tom Fox, <- Bob Ray', 'a long talk. <- Bob Ray'],
    },
    {
      name: 'an unnamed person',
      text: 'The minister said: “We are ready.”\n\n“We are sure,” he added.',
      expected: ['We are ready. <- minister', 'We are sure, <- minister'],
    },
    {
      name: 'an office',
      text: 'The president’s office called it “an attack on us all.”\n\nIt said it would “strike back hard.”',
      expected: ['an attack on us all. <- president’s office', 'strike back hard. <- president’s office'],
    },
    {
      name: 'a topic at the front of its sentence',
      text: 'Bob Ray was a legend. For Tom Fox, a teacher, Ray was one too. He said it was “a long story.”',
      expected: ['a long story. <- Tom Fox'],
    },
    { name: 'nobody to point at', text: '“It is open,” he said.', expected: ['It is open, <- he'] },
  ])('$name', ({ text, expected }) => {
    expect(said(text, [LEE, RAY, 'Tom Fox'])).toEqual(expected);
  });
});

describe('nominals', () => {
  test.each([
    {
      name: 'by title',
      text: 'Ann Lee met Bob Ray on Monday. The mayor said it was “a long talk.”',
      expected: ['a long talk. <- Ann Lee'],
    },
    {
      name: 'by title and place',
      text: 'Ann Lee met Bob Ray on Monday. The Ohio governor said it was “a long talk.”',
      expected: ['a long talk. <- Bob Ray'],
    },
    {
      name: 'somebody new keeps its words',
      text: 'Ann Lee met Bob Ray on Monday. A neighbour said it was “a long talk.”',
      expected: ['a long talk. <- neighbour'],
    },
  ])('$name', ({ text, expected }) => {
    expect(said(text, [LEE, RAY])).toEqual(expected);
  });
});

describe('names', () => {
  test.each([
    {
      name: 'surname to full name',
      text: 'Ann Lee opened the bridge. “It is open,” Lee said.',
      names: ['Ann Lee'],
      expected: ['It is open, <- Ann Lee'],
    },
    {
      name: 'titles are no part of a name',
      text: '“It is open,” said US Vice-President Bob Ray.',
      names: [],
      expected: ['It is open, <- Bob Ray'],
    },
    {
      name: 'an office with its holder',
      text: 'Secretary of State Bob Ray said, “It is open.”',
      names: [],
      expected: ['It is open. <- Bob Ray'],
    },
    {
      name: 'holder after the office',
      text: 'The head of the bridge union, Bob Ray, called it “a small wonder.”',
      names: ['Bob Ray'],
      expected: ['a small wonder. <- Bob Ray'],
    },
    {
      name: 'holder after the office, at the end of the sentence',
      text: '“It is open,” says Co-Founder, Ann Lee. “Come.”',
      names: [LEE],
      expected: ['It is open, <- Ann Lee', 'Come. <- Ann Lee'],
    },
    {
      name: 'an acronym',
      text: 'The Troy Bridge Board (TBB) met. “It is open,” the TBB said.',
      names: [{ name: 'TBB', kind: 'organisation' as const }],
      expected: ['It is open, <- Troy Bridge Board'],
    },
  ])('$name', ({ text, names, expected }) => {
    expect(said(text, names)).toEqual(expected);
  });
});

test('speakers carry the entity id and a confidence; pronouns become references', () => {
  const { quotations, entities } = read('Ann Lee opened the bridge. “It is open,” she said.', [LEE]);
  expect(quotations[0]!.speaker).toMatchObject({ entity: 'person:ann-lee', name: 'Ann Lee', mention: { text: 'she' } });
  expect(quotations[0]!.speaker!.confidence).toBeGreaterThan(0.5);
  expect(entities[0]!.references?.map(({ text }) => text)).toEqual(['she']);
});

test('entities handed in are not changed', () => {
  const names = [LEE];
  const before = JSON.stringify(read('Nothing here.', names).entities);
  const { entities } = read('Nothing here.', names);
  expect(JSON.stringify(entities)).toBe(before);
});
