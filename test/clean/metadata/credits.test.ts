import { describe, expect, test } from 'vitest';
import { cleanArticle } from '../../../src/clean/clean.ts';
import { findCredits, parseCredits } from '../../../src/clean/metadata/credits.ts';
import { cpuTime } from '../../cpu-time.ts';

describe('a credit line', () => {
  test.each([
    ['Reporting by Jane Doe in Riga and John Roe; Editing by Ann Poe', ['reporting: Jane Doe, John Roe', 'editing: Ann Poe']],
    [
      '(Additional reporting by Jane Doe; Writing by John Roe; Editing by Ann Poe and Max Moe)',
      ['contributing: Jane Doe', 'reporting: John Roe', 'editing: Ann Poe, Max Moe'],
    ],
    ['Jane Doe reported from Riga. John Roe contributed to this report.', ['reporting: Jane Doe', 'contributing: John Roe']],
    [
      'Okafor reported from Lagos, Nigeria. Jane Doe and John Roe in London contributed to this report.',
      ['reporting: Okafor', 'contributing: Jane Doe, John Roe'],
    ],
    ['Associated Press writers Jane Doe in Riga and John Roe contributed to this report.', ['contributing: Jane Doe, John Roe']],
    ['Jane Doe, John Roe in Oslo and Ann Poe contributed reporting.', ['contributing: Jane Doe, John Roe, Ann Poe']],
    ['Ms. Okafor wrote from New York.', ['reporting: Okafor']],
    ['The Courier’s Jane Doe and John Roe contributed to this report.', ['contributing: Jane Doe, John Roe']],
    ['Reporting by Jane Doe, writing by John Roe, editing by Ann Poe', ['reporting: Jane Doe', 'reporting: John Roe', 'editing: Ann Poe']],
    ['— Jane Doe contributed research for this article.', ['contributing: Jane Doe']],
  ])('%s', (text, credits) => {
    expect(parseCredits(text).map(({ role, names }) => `${role}: ${names.join(', ')}`)).toEqual(credits);
  });

  test.each([
    'The president said he would go.',
    'Jane Doe said she was tired of reporting.',
    'Reporting by phone is not what it was.',
    'The Courier reported from Lagos.',
    'He reported from Lagos.',
    'Jane Doe reported from Lagos that the bridge had fallen.',
    'Heavy rain contributed to this report of a flood.',
    'Doe wrote from prison.',
    'Edited by a committee of nine.',
    'Written by Jane Doe',
    'Research by Stanford University found that dogs dream.',
    'Photograph by Jane Doe',
  ])('"%s" is not one', (text) => {
    expect(parseCredits(text)).toEqual([]);
  });
});

test('credits are read where they stand: under the story, kept or removed; not in its middle', () => {
  const paragraphs = [
    'Jane Doe reported from Riga.',
    ...Array.from({ length: 9 }, (_none, n) => `Paragraph ${n} of the story.`),
    'John Roe reported from Oslo.',
  ];
  const found = findCredits({ paragraphs, removed: ['Share\nEditing by Ann Poe', 'John Roe reported from Oslo.'] });
  expect(found.map(({ names }) => names)).toEqual([['John Roe'], ['Ann Poe']]);
});

test('an article carries its credits', () => {
  const story = Array.from(
    { length: 6 },
    (_none, n) => `The council met for the ${n + 2}th time on Monday and spoke about the bridge, its cost and the road.`,
  );
  const text = ['Council meets about the bridge', ...story, 'Okafor reported from Lagos, Nigeria.'].join('\n\n');
  expect(cleanArticle({ text }).credits).toEqual([{ role: 'reporting', names: ['Okafor'], text: 'Okafor reported from Lagos, Nigeria' }]);
  expect(cleanArticle({ text: ['Council meets about the bridge', ...story].join('\n\n') })).not.toHaveProperty('credits');
});

test('an agency story without a byline takes it from its credits; a byline stays', () => {
  const story = Array.from(
    { length: 6 },
    (_none, n) => `The council met for the ${n + 2}th time on Monday and spoke about the bridge, its cost and the road.`,
  );
  const page = (byline: string) => ({
    text: ['Council meets about the bridge', byline, ...story, 'Reporting by Jane Doe in Riga; Editing by Ann Poe'].join('\n\n'),
  });
  expect(cleanArticle(page('')).byline?.authors).toEqual(['Jane Doe']);
  expect(cleanArticle(page('By John Roe')).byline?.authors).toEqual(['John Roe']);
});

test.each(['Reporting by ', 'Jane Doe, ', 'Doe reported from Riga, ', 'A '])(
  'hostile text takes no longer than its length: "%s" again and again',
  (text) => {
    const removed = Array.from({ length: 4000 }, () => text.repeat(60));
    const start = cpuTime();
    findCredits({ paragraphs: [], removed });
    expect(cpuTime() - start).toBeLessThan(1500);
  },
);
