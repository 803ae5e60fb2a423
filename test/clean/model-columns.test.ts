/** Models are read by the names of their features: order, and features that the model does not know, make no difference; a foreign file is named. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONTEXT_NAMES, SECOND_NAMES as DUMP_SECOND, contextFeatures, secondFeatures } from '../../src/clean/dump/context.ts';
import { measureLines } from '../../src/clean/dump/features.ts';
import { splitLines } from '../../src/clean/dump/lines.ts';
import { dumpModelOf, dumpModelSchema, joinRows, pageScorer } from '../../src/clean/dump/model.ts';
import { scorerOf } from '../../src/clean/forest.ts';
import { contextOfPage } from '../../src/clean/html/context.ts';
import { FEATURE_NAMES, measureBlocks } from '../../src/clean/html/features.ts';
import { htmlModelOf, htmlModelSchema, joinRow } from '../../src/clean/html/judge.ts';
import { lookAgain, SECOND_NAMES } from '../../src/clean/html/second-look.ts';
import { columnOf, columnsByName, parseModelJson, readModelJson } from '../../src/clean/model-columns.ts';

const htmlFile = readModelJson('html-model.json', htmlModelSchema);
const dumpFile = readModelJson('dump-model.json', dumpModelSchema);
const SEEDS = new URL('../../seeds/', import.meta.url);
const seeds = readdirSync(SEEDS)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, SEEDS), 'utf8'));

/** A made-up feature in front, the others backwards. */
const shuffled = (names: readonly string[]): string[] => ['made up', ...names.toReversed()];
const rowOf = (row: ArrayLike<number>, names: readonly string[], order: readonly string[]): Float64Array =>
  Float64Array.from(order, (name) => (name === 'made up' ? 7 : (row[names.indexOf(name)] ?? 0)));

describe('the HTML judge', () => {
  const story = Array.from(
    { length: 12 },
    (_, n) => `<p>The harbour council voted on Tuesday to buy ferry number ${n}, ending a dispute of years.</p>`,
  );
  const { context } = contextOfPage({
    html: `<body><nav><a href="/">Home</a></nav><article><h1>Ferries</h1>${story.join('')}</article><p>Share this</p></body>`,
  });
  const rows = measureBlocks(context);

  test('another order of features and a new one give the same scores', () => {
    const [first, second] = [shuffled(FEATURE_NAMES), shuffled(SECOND_NAMES).map((name) => (name === 'made up' ? 'also made up' : name))];
    const plain = htmlModelOf(htmlFile);
    const other = htmlModelOf(htmlFile, { first, second });
    for (const [n, pair] of plain.pairs.entries()) {
      const moved = other.pairs[n];
      if (moved === undefined) throw new Error('a pair is missing');
      const words = rows.map(scorerOf(pair.first));
      expect(rows.map((row) => scorerOf(moved.first)(rowOf(row, FEATURE_NAMES, first)))).toEqual(words);
      for (const [index, again] of lookAgain(context, words, () => true).entries()) {
        const row = rows[index];
        if (again === undefined || row === undefined) continue;
        const joined = [...rowOf(row, FEATURE_NAMES, first), ...rowOf(again, SECOND_NAMES, second)];
        expect(scorerOf(moved.second)(joined)).toBe(scorerOf(pair.second)(joinRow(row, again)));
      }
    }
  });

  test('a feature of the model that is not measured is an error that names it', () => {
    const measured = { first: FEATURE_NAMES.filter((name) => name !== 'position'), second: SECOND_NAMES };
    expect(() => htmlModelOf(htmlFile, measured)).toThrow(/html-model\.json.*"position".*train/);
  });
});

describe('the dump classifier', () => {
  test('another order of features and a new one give the same scores, on every line of the seeds', () => {
    const [first, second] = [shuffled(CONTEXT_NAMES), shuffled(DUMP_SECOND)];
    const plain = pageScorer(dumpModelOf(dumpFile));
    const moved = dumpModelOf(dumpFile, { first, second });
    const forest = scorerOf(moved.forest);
    const original = scorerOf(dumpModelOf(dumpFile).forest);
    for (const seed of seeds) {
      const page = measureLines(splitLines(seed), 'en');
      expect(plain(page).every(Number.isFinite)).toBe(true);
      const context = [...contextFeatures(page)].map((row) => Float64Array.from(row));
      const again = [...secondFeatures(page, plain(page))].map((row) => Float64Array.from(row));
      for (const [line, row] of again.entries()) {
        const before = context[line];
        if (before === undefined) throw new Error('a line is missing');
        const joined = Float32Array.from([...rowOf(row, DUMP_SECOND, second), ...rowOf(before, CONTEXT_NAMES, first)]);
        expect(forest(joined)).toBe(original(joinRows(row, before)));
      }
    }
  });

  test('a feature of the model that is not measured is an error that names it', () => {
    expect(() => dumpModelOf(dumpFile, { first: CONTEXT_NAMES, second: DUMP_SECOND.slice(1) })).toThrow(/dump-model\.json.*train/);
  });
});

describe('model files', () => {
  const bytes = Buffer.from(JSON.stringify(dumpFile));

  test.each([
    ['cut off', bytes.subarray(0, 1000), /damaged.*take models\/dump-model\.json anew/],
    ['not text', Buffer.from([0xff, 0xfe, 0x00]), /damaged/],
    ['empty', Buffer.alloc(0), /damaged/],
    ['another JSON', Buffer.from('{"name":"copydesk"}'), /no model of this form \(card/],
    ['the model of the other stage', Buffer.from(JSON.stringify(htmlFile)), /no model of this form \(firstInputs/],
  ])('one that is %s is an error with what to do', (_what, damaged, says) => {
    expect(() => parseModelJson('dump-model.json', damaged, dumpModelSchema)).toThrow(says);
  });

  test.each([htmlFile.card, dumpFile.card])('say how, from what and when they were made', ({ recipe, data, date }) => {
    expect(recipe).toContain('npm run train:');
    expect(data).toContain('pages');
    expect(date).toMatch(/^\d{4}-\d{2}/);
  });

  test('a wrong name is an error and never another column', () => {
    expect(() => columnOf(CONTEXT_NAMES, 'no such feature')).toThrow('no such feature');
    expect(() => columnsByName('x.json', ['a'], ['a', 'a'])).toThrow('one name');
  });
});
