import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countJoined, wordBounds } from '../../src/text/letters.ts';

test.each([
  ['', []],
  ['Ferries', [0, 7]],
  ['It’s 4.20 €', [0, 2, 3, 4, 5, 6, 7, 9]],
  ['Łódź, 東京!', [0, 4, 6, 8]],
])('words of %j', (text, bounds) => {
  expect(wordBounds(text)).toEqual(bounds);
});

test.each([
  ['', 0],
  ["it's a well-known ferry", 4],
  ['rock-’n’-roll', 3],
  ['- the end -', 2],
])('%j has %d words', (text, count) => {
  expect(countJoined(text)).toBe(count);
});

test('the same as the patterns, on any text', () => {
  const sign = fc.constantFrom(...Array.from("aZ9éßЖ東ا'’-_ .\n\u0301\u200b\ud83d\ude00𝒜"));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(sign, { maxLength: 20 }).map((signs) => signs.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        expect(wordBounds(text)).toEqual([...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: run }) => [index, index + run.length]));
        expect(countJoined(text)).toBe(text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0);
      },
    ),
    { numRuns: 2000, seed: 3 },
  );
});
