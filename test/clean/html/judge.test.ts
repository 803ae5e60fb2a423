import { describe, expect, test } from 'vitest';
import { contextOfPage } from '../../../src/clean/html/context.ts';
import { FEATURE_NAMES, measureBlocks } from '../../../src/clean/html/features.ts';
import { scorerOf } from '../../../src/clean/forest.ts';
import { htmlModelSchema, isInDoubt, judgeBlocks, shippedHtmlModel } from '../../../src/clean/html/judge.ts';
import type { PageContext } from '../../../src/clean/html/prose.ts';
import { lookAgain, SECOND_NAMES } from '../../../src/clean/html/second-look.ts';
import { readModelJson } from '../../../src/clean/model-columns.ts';
import { cpuTime } from '../../cpu-time.ts';

const file = readModelJson('html-model.json', htmlModelSchema);
const model = shippedHtmlModel();

const SENTENCE = 'The harbour council voted on Tuesday to buy two electric ferries, ending a dispute that had run for most of a decade.';

function contextOf(paragraphs: number): PageContext {
  const story = Array.from({ length: paragraphs }, (_, at) => `<p>${SENTENCE} Part ${at}.</p>`).join('');
  const html = `<html><body><nav><a href="/">Home</a></nav><article><h1>Council buys ferries</h1><div class="body">${story}</div></article><footer><p>About us</p></footer></body></html>`;
  return contextOfPage({ html }).context;
}

describe('the model file', () => {
  test('was trained on the features of this version', () => {
    expect(new Set(file.features)).toEqual(new Set(FEATURE_NAMES));
    expect(new Set(file.secondFeatures)).toEqual(new Set(SECOND_NAMES));
  });

  test('its trees name columns that exist and go down only', () => {
    for (const { first, second } of model.pairs)
      for (const [forest, width] of [[first, FEATURE_NAMES.length] as const, [second, FEATURE_NAMES.length + SECOND_NAMES.length] as const])
        for (const tree of forest.trees)
          for (let at = 0; at < tree.length; at += 4) {
            const [column = 0, value = 0, left = 0, right = 0] = tree.slice(at, at + 4);
            expect(column).toBeLessThan(width);
            expect(Number.isFinite(value)).toBe(true);
            expect(column < 0 || Math.min(left, right) * 4 > at).toBe(true);
          }
  });
});

describe('a forest', () => {
  // x0 <= 2 ? -1 : (x1 <= 0 ? 0.5 : 3)
  const forest = { bias: 0.25, trees: [[0, 2, 1, 2, -1, -1, 0, 0, 1, 0, 3, 4, -1, 0.5, 0, 0, -1, 3, 0, 0]] };
  test.each([
    [[2, 9], -0.75],
    [[3, 0], 0.75],
    [[3, 1], 3.25],
  ])('%j scores %d', (row, score) => {
    expect(scorerOf(forest)(row)).toBeCloseTo(score);
  });
});

const at = (name: string): number => SECOND_NAMES.indexOf(name);

describe('the second look', () => {
  const context = contextOf(4);
  const logOdds = context.blocks.map((block) => (block.tag === 'p' && block.words > 10 ? 2 : -6));

  test('is for blocks in doubt only', () => {
    const rows = lookAgain(context, logOdds, isInDoubt);
    expect(rows.map((row) => row !== undefined)).toEqual(logOdds.map((value) => value > 0));
  });

  test('sees the neighbours, the containers and the kin', () => {
    const rows = lookAgain(context, logOdds, () => true);
    const index = context.blocks.findIndex(({ text }) => text.endsWith('Part 1.'));
    const row = rows[index] ?? new Float32Array();
    expect(row).toHaveLength(SECOND_NAMES.length);
    expect(row[at('-1:logOdds')]).toBe(2);
    expect(row[at('kinScore')]).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(row[at('sinceLikely')]).toBe(1);
    expect(row[at('belowBest')]).toBeCloseTo(0);
    expect(rows.flatMap((values) => [...(values ?? [])]).every(Number.isFinite)).toBe(true);
  });
});

test('scores are probabilities, the story above the furniture, the same each time', () => {
  const context = contextOf(5);
  const scores = judgeBlocks(context, model);
  expect(judgeBlocks(context, model)).toEqual(scores);
  const story = scores.filter((_, index) => (context.blocks[index]?.words ?? 0) > 10);
  const others = scores.filter((_, index) => (context.blocks[index]?.words ?? 0) <= 3);
  expect(Math.min(...story)).toBeGreaterThan(Math.max(...others));
  expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
});

/** CPU time of measuring and of looking twice, ms. */
const timeOf = (context: PageContext): number => {
  const start = cpuTime();
  lookAgain(
    context,
    measureBlocks(context).map(() => 0),
    () => true,
  );
  return cpuTime() - start;
};

test('measuring is linear in the number of blocks', () => {
  const [small, large] = [contextOf(1000), contextOf(4000)];
  timeOf(small);
  expect(timeOf(large)).toBeLessThan(timeOf(small) * 8 + 200);
});
