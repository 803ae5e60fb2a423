import { assert, oneof, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/entities/tokens.ts';

const openers = (text: string): string[] => {
  const tokens = tokenize(text);
  return tokens.words.filter((_, index) => tokens.opensSentence[index] === 1);
};

describe('tokens', () => {
  it.each([
    ["Kyiv's mayor", ['Kyiv', "'s", 'mayor']],
    ['Hancock ’s', ['Hancock', '’s']],
    ['US-based, anti-Trump, EU-US', ['US', '-', 'based', ',', 'anti', '-', 'Trump', ',', 'EU', '-', 'US']],
    ['Lai Ching-te and al-Qaida at Mar-a-Lago', ['Lai', 'Ching-te', 'and', 'al-Qaida', 'at', 'Mar-a-Lago']],
    ['U.S. troops. Mr. Reed of AT&T', ['U.S.', 'troops', '.', 'Mr.', 'Reed', 'of', 'AT&T']],
    ["J.K. O'Brien", ['J.K.', "O'Brien"]],
    ['1,500.5 at example.com/a', ['1,500.5', 'at', 'example.com', '/', 'a']],
    ['see https://a.example/b?c=d now', ['see', 'https://a.example/b?c=d', 'now']],
    ['end.The next', ['end', '.', 'The', 'next']],
  ])('%s', (text, words) => {
    expect(tokenize(text).words).toEqual(words);
  });

  it('opens a sentence after an end mark, a blank line and a short line, not inside wrapped text', () => {
    expect(openers('He left. She stayed.\n\nThen')).toEqual(['He', 'She', 'Then']);
    expect(openers('Short heading\nBody text')).toEqual(['Short', 'Body']);
    expect(openers('a long line of running text that was wrapped at some column by Ana\nCastell and goes on')).toEqual(['a']);
    expect(openers('the U.S. president, Dr. Reed')).toEqual(['the']);
  });

  it('never throws; tokens are in order, do not overlap and give back their text', () => {
    assert(
      property(oneof(string({ unit: 'binary' }), string({ unit: 'grapheme' }), stringMatching(/^[A-Za-z.’' -]{0,60}$/)), (text) => {
        const tokens = tokenize(text);
        let last = 0;
        for (let index = 0; index < tokens.count; index++) {
          const start = tokens.start[index] ?? -1;
          const end = tokens.end[index] ?? -1;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(tokens.words[index]);
          last = end;
        }
        expect(text.slice(last).trim().length === 0 || tokens.count > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
