import { expect, it } from 'vitest';
import type { DocumentView } from '../../src/entities/document-view.ts';
import { decodeRanges, LABEL_COUNT } from '../../src/entities/labels.ts';
import { ROW, type TaggerModel } from '../../src/entities/model.ts';
import { labelTokens, shareEvidence } from '../../src/entities/tag.ts';
import { tokenize } from '../../src/entities/tokens.ts';

/** Scores of two labels for five tokens: word 0 stands three times, word 1 once, one token has no word. */
const scores = (): Float32Array => Float32Array.from([9, 0, 1, 1, 0, 3, 0, 6, 5, 5]);
const words = Int32Array.from([0, 1, 0, 0, -1]);

it('moves the scores of a word that stands several times towards their mean, and nothing else', () => {
  const shared = scores();
  shareEvidence(shared, 2, words, 2);
  // the mean of word 0 is 3 for both labels; its tokens are the first, third and fourth
  expect(shared[0]).toBeLessThan(9);
  expect(shared[0]).toBeGreaterThan(3);
  expect(shared[1]).toBeGreaterThan(0);
  expect(shared[7]).toBeLessThan(6);
  expect([...shared.slice(2, 4), ...shared.slice(8)]).toEqual([1, 1, 5, 5]);
});

it('keeps the mean of each label, and the order of the tokens by score', () => {
  const shared = scores();
  shareEvidence(shared, 2, words, 2);
  const at = (token: number, label: number): number => shared[token * 2 + label] ?? Number.NaN;
  for (const label of [0, 1]) expect((at(0, label) + at(2, label) + at(3, label)) / 3).toBeCloseTo(3, 5);
  expect(at(3, 1)).toBeGreaterThan(at(2, 1));
  expect(at(2, 1)).toBeGreaterThan(at(0, 1));
});

it('leaves a text without repeated words as it is', () => {
  const shared = scores();
  shareEvidence(shared, 2, Int32Array.from([0, 1, 2, 3, 4]), 5);
  expect(shared).toEqual(scores());
});

/** A person's name of one word. */
const ONE_WORD_PERSON = 4;

/** A model that says of each word with a capital, in order, how much a one-word person's name it is, and nothing else. */
function modelSaying(scoresOfWords: readonly number[]): TaggerModel {
  const reader = {
    score({ tokens: { words } }: DocumentView, eligible: Uint8Array) {
      const asked = words.filter((_, token) => eligible[token] === 1);
      const said = new Float32Array(asked.length * ROW).fill(-9);
      let next = 0;
      for (const [at, word] of asked.entries()) if (/^[A-Z]/.test(word)) said[at * ROW + ONE_WORD_PERSON - 1] = scoresOfWords[next++] ?? 0;
      return said;
    },
  };
  return {
    bits: 1,
    scale: 1,
    transition: new Float32Array(LABEL_COUNT ** 2),
    rows: new Int8Array(ROW * 2),
    reader,
  } as unknown as TaggerModel;
}

it.each<[what: string, text: string, said: number[], people: string[]]>([
  ['one sure place of a name helps its doubtful ones', 'Zorblat fell. Zorblat rose.', [2, -0.2], ['Zorblat', 'Zorblat']],
  ['and not other names', 'Zorblat fell. Mertik rose.', [2, -0.2], ['Zorblat']],
  ['nor one letter elsewhere', 'X fell. X rose.', [2, -0.2], ['X']],
])('%s', (_, text, said, people) => {
  const tokens = tokenize(text);
  const ranges = decodeRanges(labelTokens(tokens, modelSaying(said)));
  expect(ranges.map(({ from, to, type }) => [type, ...tokens.words.slice(from, to)])).toEqual(people.map((name) => ['PER', name]));
});
