/** The ordered list of stages: names, versions and timings come from it, and a made-up stage is one entry. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inputOf } from '../src/content/content.ts';
import { rawFacts } from '../src/identity.ts';
import { itemOfInput } from '../src/intake/item.ts';
import { createPipeline, STAGES, STAGE_NAMES, toRecord, type Stage } from '../src/pipeline.ts';
import { run } from './cli/command.ts';

const INPUT = { text: readFileSync(new URL('../seeds/000_4de1509418ccaafc.txt', import.meta.url), 'utf8') };

const LENGTHS: Stage = {
  name: 'lengths',
  version: '7',
  of: 'original',
  run: (draft) => ({
    ...draft,
    article: {
      ...draft.article,
      notes: [...draft.article.notes, { stage: 'lengths', rule: 'paragraphs', text: `${draft.article.body.paragraphs.length}` }],
    },
  }),
};

test('names are unique, cleaning comes first, a speaker is looked for among the entities', () => {
  expect(STAGE_NAMES[0]).toBe('clean');
  expect(new Set(STAGE_NAMES).size).toBe(STAGE_NAMES.length);
  expect(STAGE_NAMES.indexOf('quotes')).toBeGreaterThan(STAGE_NAMES.indexOf('entities'));
  // stages of copies run in the first half: none of them may come after one that copies skip
  expect(STAGES.findLastIndex(({ of }) => of === 'every')).toBeLessThan(STAGES.findIndex(({ of }) => of === 'original'));
});

test('a stage that is added runs in its place, is timed, versioned and can be left out', () => {
  const pipeline = createPipeline([...STAGES, LENGTHS]);
  const read = (stages?: readonly string[]) =>
    toRecord(INPUT, rawFacts(INPUT), pipeline.findNamesAndQuotations(pipeline.cleanAndSign(INPUT, { stages }), { stages }));
  const record = read();
  expect(record.versions['lengths']).toBe('7');
  expect(record.timings['lengths']).toBeGreaterThanOrEqual(0);
  expect(record.notes.at(-1)).toMatchObject({ stage: 'lengths', text: String(record.body.paragraphs.length) });
  const without = read(['sign', 'entities', 'quotes']);
  expect(without.notes.some(({ stage }) => stage === 'lengths')).toBe(false);
  expect({ ...without, notes: [], timings: {} }).toEqual({ ...record, notes: [], timings: {} });
});

test('a stage is pure: what it is given is not changed', () => {
  const freeze = <T>(value: T): T => {
    if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) {
      Object.freeze(value);
      for (const field of Object.values(value)) freeze(field);
    }
    return value;
  };
  const pipeline = createPipeline();
  let draft = freeze(pipeline.cleanAndSign(freeze(INPUT), { stages: [] }));
  for (const stage of STAGES) draft = freeze(stage.run(draft, INPUT, {}));
  expect(draft.quotations.length).toBeGreaterThan(0);
});

test('the command line knows the stages of the list', async () => {
  const { stdout } = await run(['read', '--help']);
  expect(stdout).toContain(`Stages: ${STAGE_NAMES.join(', ')}`);
});

test.each([
  ['NUL', 'text', 'auto'],
  ['NUL', 'text', 'none'],
  ['NUL', 'html', 'auto'],
  ['lone surrogate', 'text', 'auto'],
  ['lone surrogate', 'text', 'none'],
  ['lone surrogate', 'html', 'auto'],
] as const)('%s in %s, clean %s: the library and a worker read the same', (unit, form, clean) => {
  const bad = unit === 'NUL' ? '\0' : '\ud800';
  const words = `The harbour bri${bad}dge is open again after a year of work on the deck and the piers of the old town.`;
  const input =
    form === 'text'
      ? { text: words }
      : { html: `<html><body><article><h1>Bridge opens</h1>${`<p>${words}</p>`.repeat(5)}</article></body></html>` };
  const pipeline = createPipeline();
  const library = pipeline.cleanAndSign(input, { clean }).article.body.text;
  const worker = pipeline.cleanAndSign(inputOf(itemOfInput(input, 1_000_000)), { clean }).article.body.text;
  expect(library).toBe(worker);
  expect(library).toContain('bri\uFFFDdge');
});
