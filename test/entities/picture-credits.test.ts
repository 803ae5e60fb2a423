import { describe, expect, it } from 'vitest';
import { findPictureCredits } from '../../src/entities/picture-credits.ts';
import { builtInKnown } from '../../src/entities/known.ts';
import { readArticle } from '../../src/index.ts';
import { cpuTime } from '../cpu-time.ts';

const credits = (text: string): string[] => findPictureCredits(text, builtInKnown()).map(([start, end]) => text.slice(start, end));

describe('a picture credit', () => {
  it.each([
    ['A dog in the snow. Photo by Ana Lima', 'Photo by Ana Lima'],
    ["A dog. Photo by: 'Ana Lima'.\nHe barked.", "Photo by: 'Ana Lima'."],
    ['Image copyright EPA\nThe minister spoke.', 'Image copyright EPA'],
    ['Troops in the hills [File: Ana Lima/Reuters]', 'File: Ana Lima/Reuters'],
    ['The mayor at home. (Ana Lima / Los Angeles Times)', 'Ana Lima / Los Angeles Times'],
    ['It rained.\nAna Lima/AFP via Getty Images\nIt stopped.', 'Ana Lima/AFP via Getty Images'],
  ])('is found: %s', (text, expected) => expect(credits(text)).toContain(expected));

  it.each([
    'He showed a photo by Ana Lima to the court.',
    'Image rights are sold by Ana Lima.',
    'The Photo: Ana Lima says it is real and he says it is not.',
    'Talks on Israel/Palestine (Paris/London) went on.',
    'North/South\nThe road is open.',
    'He wrote to Reuters (and to Bloomberg/others, too).',
  ])('is not: %s', (text) => expect(credits(text)).toEqual([]));

  it('takes time in proportion to the text', () => {
    const started = cpuTime();
    for (const text of ['Photo by Ana Lima '.repeat(20_000), '(Ana/'.repeat(40_000), 'Photo: '.repeat(40_000), 'A'.repeat(300_000)])
      credits(text);
    expect(cpuTime() - started).toBeLessThan(3000);
  });
});

describe('an article', () => {
  const text = 'The minister, Ana Lima, spoke in Paris on Monday. She left for London.\nPhoto by Karl Roe';
  const read = (clean: 'auto' | 'none') => readArticle({ text }, { clean, stages: ['entities'] }).entities.map(({ name }) => name);
  it('is not about who took its picture', () => expect(read('auto')).not.toContain('Karl Roe'));
  it('that was given as clean is read as it is', () => expect(read('none')).toContain('Karl Roe'));
});
