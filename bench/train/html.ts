/**
 * Trains the block classifier of HTML cleaning and reports cross-validated figures, folds drawn by site.
 *
 *   node bench/train/html.ts --data ../shared/eval [--write] [--cache FILE] [--folds 5] [--trees N]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Block } from '../../src/clean/html/blocks.ts';
import { decideBlocks } from '../../src/clean/html/choose.ts';
import { contextOfPage } from '../../src/clean/html/context.ts';
import { FEATURE_NAMES, measureBlocks, type PageContext } from '../../src/clean/html/features.ts';
import { scoreForest, type Forest } from '../../src/clean/html/forest.ts';
import { EXTRACTION_SETS, readPages } from '../quality/extraction.ts';
import { binRows, boost, BOOST, columnUse } from './boost.ts';
import { labelBlocks, type BlockLabels, type Gold } from './html-labels.ts';
import { scoreShingles } from './shingle-score.ts';

interface Example {
  readonly set: string;
  readonly id: string;
  readonly fold: number;
  readonly context: PageContext;
  readonly labels: BlockLabels;
  readonly rows: Float32Array[];
  readonly first: number;
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    write: { type: 'boolean', default: false },
    cache: { type: 'string' },
    folds: { type: 'string', default: '5' },
    trees: { type: 'string', default: String(BOOST.trees) },
    leaves: { type: 'string', default: String(BOOST.leaves) },
    dump: { type: 'string' },
  },
});
const folds = Number(values.folds);
const options = { ...BOOST, trees: Number(values.trees), leaves: Number(values.leaves) };

function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}

/** What Readability keeps, a page, so that a second run need not ask again. */
const cached: Record<string, number[] | null> =
  values.cache !== undefined && existsSync(values.cache)
    ? (JSON.parse(readFileSync(values.cache, 'utf8')) as Record<string, number[] | null>)
    : {};

function readExamples(): Example[] {
  const examples: Example[] = [];
  let first = 0;
  for (const set of EXTRACTION_SETS) {
    const gold = JSON.parse(readFileSync(join(values.data, 'extraction', set, 'gold.json'), 'utf8')) as Record<string, Gold>;
    for (const page of readPages(values.data, set)) {
      const known = cached[`${set}/${page.id}`];
      const context = contextOfPage(
        { html: page.html, url: page.url },
        known === undefined ? undefined : () => (known === null ? undefined : new Set(known)),
      ).context;
      cached[`${set}/${page.id}`] = context.readable === undefined ? null : [...context.readable];
      const rows = measureBlocks(context);
      const host = (page.url ?? page.id).replace(/^\w+:\/\/(?:www\.)?/u, '').split('/')[0] ?? '';
      examples.push({
        set,
        id: page.id,
        fold: hash(host) % folds,
        context,
        labels: labelBlocks(context.blocks, gold[page.id] ?? {}),
        rows,
        first,
      });
      first += rows.length;
    }
  }
  if (values.cache !== undefined) writeFileSync(values.cache, JSON.stringify(cached));
  return examples;
}

function trainFolds(
  examples: readonly Example[],
  rows: Float32Array[],
  labels: Float64Array,
  weights: Float64Array,
): { scores: Float64Array; final: Forest | undefined } {
  const data = binRows(rows);
  const scores = new Float64Array(rows.length);
  const rowsOf = (list: readonly Example[]): Int32Array =>
    Int32Array.from(list.flatMap((example) => example.rows.map((_, index) => example.first + index)));
  for (let fold = 0; fold < folds; fold++) {
    const forest = boost(data, labels, weights, rowsOf(examples.filter((example) => example.fold !== fold)), options);
    for (const row of rowsOf(examples.filter((example) => example.fold === fold))) scores[row] = scoreForest(forest, rows[row] ?? []);
  }
  return { scores, final: values.write ? boost(data, labels, weights, rowsOf(examples), options) : undefined };
}

function textOf(blocks: readonly Block[], keep: (index: number) => boolean): string {
  return blocks
    .filter((_, index) => keep(index))
    .map((block) => block.text)
    .join('\n\n');
}

function report(
  title: string,
  examples: readonly Example[],
  scoreOf: (example: Example, index: number) => number,
  threshold: number,
): string {
  const parts = EXTRACTION_SETS.map((set) => {
    const predictions = examples
      .filter((example) => example.set === set)
      .map((example) => ({ id: example.id, text: textOf(example.context.blocks, (index) => scoreOf(example, index) >= threshold) }));
    const { precision, recall, f1, empty } = scoreShingles(join(values.data, 'extraction', set, 'gold.json'), predictions);
    return `${set} ${f1.toFixed(4)} (P ${precision.toFixed(3)} R ${recall.toFixed(3)}${empty > 0 ? ` empty ${empty}` : ''})`;
  });
  return `${title.padEnd(18)} ${parts.join('  ')}`;
}

function rounded(forest: Forest): Forest {
  return { bias: Number(forest.bias.toFixed(4)), trees: forest.trees.map((tree) => tree.map((value) => Number(value.toPrecision(5)))) };
}

const started = performance.now();
const examples = readExamples();
const rows = examples.flatMap((example) => example.rows);
console.log(
  `${examples.length} pages, ${rows.length} blocks, ${FEATURE_NAMES.length} features, ${Math.round(performance.now() - started)} ms`,
);
const labels = Float64Array.from(
  examples.flatMap((example) => [...example.labels.share]),
  (share) => (share >= 0.5 ? 1 : 0),
);
const weights = Float64Array.from(
  examples.flatMap((example) => [...example.labels.cost]),
  (cost) => Math.min(cost, 0.5),
);
console.log(report('labels (ceiling)', examples, (example, index) => example.labels.share[index] ?? 0, 0.5));
console.log(
  report(
    'Readability',
    examples,
    (example, index) => (example.context.readable?.has(example.context.blocks[index]?.scope.id ?? -1) === true ? 1 : 0),
    0.5,
  ),
);

const { scores, final } = trainFolds(examples, rows, labels, weights);
for (const threshold of [0.4, 0.5, 0.6])
  console.log(report(`forest ${threshold}`, examples, (example, index) => scores[example.first + index] ?? 0, threshold));
const kept = new Map(
  examples.map((example) => [
    example,
    decideBlocks(example.context, Array.from(scores.subarray(example.first, example.first + example.rows.length))).map(
      (decision) => decision.kept,
    ),
  ]),
);
console.log(report('with the rules', examples, (example, index) => (kept.get(example)?.[index] === true ? 1 : 0), 0.5));
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
if (values.dump !== undefined) {
  const lines = examples.map((example) =>
    JSON.stringify({
      set: example.set,
      id: example.id,
      blocks: example.context.blocks.map((block, index) => [
        Number((scores[example.first + index] ?? 0).toFixed(2)),
        Number((example.labels.share[index] ?? 0).toFixed(2)),
        block.tag,
        block.scope.element.attribs['class'] ?? '',
        block.text,
      ]),
    }),
  );
  writeFileSync(values.dump, lines.join('\n'));
}
if (final !== undefined) {
  const top = [...columnUse(final)].sort((a, b) => b[1] - a[1]).slice(0, 40);
  console.log(top.map(([at, use]) => `${FEATURE_NAMES[at]} ${use.toFixed(1)}`).join(', '));
  writeFileSync('models/html-model.json', `${JSON.stringify({ features: FEATURE_NAMES.length, ...rounded(final) })}\n`);
}
