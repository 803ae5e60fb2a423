import { expect, it } from 'vitest';
import type { WordForm } from '../../src/entities/document-view.ts';
import { viewDocument } from '../../src/entities/features.ts';
import { hashWord } from '../../src/entities/hash.ts';
import { BLOCK } from '../../src/entities/kernel.ts';
import { LABEL_COUNT } from '../../src/entities/labels.ts';
import { NetReader, type NetWeights } from '../../src/entities/net.ts';
import { ALL_PLACES, companyOf, MOST_ROWS, netInputsAt, PLACES, TABLE_ROWS, TOPIC_WEIGHT, topicAt } from '../../src/entities/net-inputs.ts';
import { markEligible } from '../../src/entities/tag.ts';
import { tokenize } from '../../src/entities/tokens.ts';
import { readVector, wordVectors } from '../../src/entities/vectors.ts';

const ROW = LABEL_COUNT - 1;
const hidden = BLOCK;
const wave = (length: number, pace: number): Float32Array => Float32Array.from({ length }, (_, index) => Math.sin(index * pace) / 10);
const weights: NetWeights = {
  hidden,
  layer: wave(ALL_PLACES * wordVectors().size * hidden, 1.7),
  table: wave(TABLE_ROWS * hidden, 2.3),
  bias: wave(hidden, 0.9),
  out: wave(hidden * ROW, 1.1),
};

const TEXT = `Ambassador Ilse Varga met reporters in Tallinn on Friday. "Varga is right," said Kofi Mensah of the Harbour Workers' Union.

Mensah, who leads the Union, said Varga would return to Tallinn. The Zorblat river rose again.`;

/** The same scores, added up plainly token by token. */
function plainly(text: string): number[] {
  const vectors = wordVectors();
  const { size } = vectors;
  const view = viewDocument(tokenize(text));
  const eligible = markEligible(view);
  const numbers = new Int32Array(PLACES);
  const rows = new Int32Array(MOST_ROWS);
  const held: (WordForm | undefined)[] = [];
  const one = new Float32Array(size);
  const scores: number[] = [];
  let sentence = 0;
  for (let index = 0; index < eligible.length; index++) {
    if (view.tokens.opensSentence[index] === 1) sentence = index;
    if (eligible[index] === 0) continue;
    const units = [...weights.bias];
    const put = (number: number, place: number, weight: number): void => {
      if (number === 0) return;
      readVector(vectors, number, one, 0);
      for (let d = 0; d < size; d++)
        for (let j = 0; j < hidden; j++)
          units[j] = (units[j] ?? 0) + weight * (one[d] ?? 0) * (weights.layer[(place * size + d) * hidden + j] ?? 0);
    };
    const count = netInputsAt(view, index, numbers, rows, held);
    for (let place = 0; place < PLACES; place++) put(numbers[place] ?? 0, place, 1);
    for (const [place, list] of [companyOf(view, index, -1), companyOf(view, index, 1)].entries())
      for (const number of list) put(number, PLACES + place, 1 / list.length);
    const topic = topicAt(view, sentence);
    for (const number of topic) put(number, PLACES + 2, TOPIC_WEIGHT / topic.length);
    for (const row of rows.subarray(0, count))
      for (let j = 0; j < hidden; j++) units[j] = (units[j] ?? 0) + (weights.table[row * hidden + j] ?? 0);
    for (let y = 0; y < ROW; y++) scores.push(units.reduce((sum, unit, j) => sum + Math.max(0, unit) * (weights.out[j * ROW + y] ?? 0), 0));
  }
  return scores;
}

it('gives the scores of the plain sum, the first time and when shares are kept', () => {
  const expected = plainly(TEXT);
  const view = viewDocument(tokenize(TEXT));
  const eligible = markEligible(view);
  const reader = new NetReader(weights);
  for (const round of [1, 2]) {
    const found = reader.score(view, eligible);
    expect(found.length).toBe(expected.length);
    let gap = 0;
    for (const [index, value] of found.entries()) gap = Math.max(gap, Math.abs(value - (expected[index] ?? 0)));
    expect(gap, `round ${round}`).toBeLessThan(1e-3);
  }
});

it('keeps nothing of one article that changes another', () => {
  const other = viewDocument(tokenize('Tallinn and Varga: the Union of Kofi Mensah met in Zorblat. '.repeat(30)));
  const view = viewDocument(tokenize(TEXT));
  const fresh = new NetReader(weights).score(view, markEligible(view));
  const used = new NetReader(weights);
  used.score(other, markEligible(other));
  expect(used.score(view, markEligible(view))).toEqual(fresh);
});

it('has no scores for a text without names, and reads an empty one', () => {
  const reader = new NetReader(weights);
  for (const text of ['', 'nothing to see here, said nobody in particular.']) {
    const view = viewDocument(tokenize(text));
    expect(reader.score(view, new Uint8Array(view.tokens.count))).toHaveLength(0);
  }
});

function scoresOf(reader: NetReader, text: string): number[] {
  const view = viewDocument(tokenize(text));
  return [...reader.score(view, new Uint8Array(view.tokens.count).fill(1))];
}

it('two words of one hash keep shares of their own, whichever was read first', () => {
  // both give the same 32-bit FNV-1a
  const [one, other] = ['altarage', 'zinke'];
  expect(hashWord(one)).toBe(hashWord(other));
  const used = new NetReader(weights);
  const first = scoresOf(used, one);
  const second = scoresOf(used, other);
  expect(second).not.toEqual(first);
  expect(second).toEqual(scoresOf(new NetReader(weights), other));
});
