import { describe, expect, it } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import type { NamedSpan } from '../../src/entities/mention.ts';
import { findSideNotes } from '../../src/entities/side-notes.ts';

const STORY = 'The bridge over the Daugava was closed on Monday after a barge hit its second pier, and it may stay so for weeks.';
const body = (...paragraphs: string[]) => takeAsClean({ text: paragraphs.join('\n\n') }).body;
const notes = (authors: readonly string[], ...paragraphs: string[]): string[] => {
  const read = body(...paragraphs);
  return findSideNotes(read, authors).map(([start, end]) => read.text.slice(start, end));
};

describe('a paragraph that is no part of the story', () => {
  it.each([
    'Ann Lee is a freelance writer based in Riga.',
    'Ann Lee, CFP, is a contributing analyst who covers energy.',
    'About the author: Ann Lee is a photographer in Riga.',
    'SEAN DOE LEAVES THE STAGE AT LAST',
  ])('%s', (note) => expect(notes([], STORY, STORY, STORY, note)).toEqual([note]));

  it.each([
    'Ann Lee is a widow from Riga.',
    'She is a freelance writer.',
    'Bo Roe reported from Riga. Ann Lee contributed to this report.',
    '“I am a writer,” said Ann Lee, who is a reporter.',
    'Ann Lee is a reporter, said her neighbour.',
    'WHAT NOW',
    'NATO and the EU met.',
  ])('but not %s', (line) => expect(notes([], STORY, STORY, STORY, line)).toEqual([]));

  it('is one about the author, or the name alone', () => {
    const lines = ['Ann Lee', 'Ann Lee leads the desk in Riga.', 'Ann Lee said so.', 'Bo Roe leads the desk in Riga.'];
    expect(notes(['Ann Lee'], STORY, STORY, ...lines)).toEqual(['Ann Lee', 'Ann Lee leads the desk in Riga.']);
  });

  it('is not what a text all in capitals is made of', () =>
    expect(notes([], STORY.toUpperCase(), 'SEAN DOE LEAVES THE STAGE AT LAST')).toEqual([]));
});

it('who is named in such a paragraph only is no entity of the page; others are', () => {
  const read = body(STORY, 'Jane Roe, who saw it, called the police.', 'Ann Lee is a writer in Riga. She met Jane Roe.');
  const names: NamedSpan[] = ['Jane Roe', 'Ann Lee'].flatMap((name) =>
    [...read.text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({ start: index, end: index + name.length, type: 'PER' as const })),
  );
  const article = { headline: '', body: read, language: { code: 'en', confidence: 1 }, names };
  const people = (withoutCredits: boolean) =>
    findEntities({ ...article, withoutCredits }).entities.map(({ name, mentions }) => [name, mentions.length]);
  expect(people(true)).toEqual([['Jane Roe', 2]]);
  expect(people(false)).toEqual([
    ['Jane Roe', 2],
    ['Ann Lee', 1],
  ]);
});
