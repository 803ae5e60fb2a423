/**
 * Trains the judge of HTML blocks and reports cross-validated figures, folds drawn by site.
 *
 *   node bench/train/html.ts --data ../shared/eval [--extra FOLDER] [--write] [--folds 4] [--pairs 2] [--worst 10] [--cache FILE] [--dump FILE]
 *
 * `--extra` adds pages of `bench/train/extra-pages.ts`: they are learned from, and no figure counts them (docs/decisions/0010: they do not help).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decideBlocks } from '../../src/clean/html/choose.ts';
import { contextOfPage } from '../../src/clean/html/context.ts';
import { FEATURE_NAMES, measureBlocks } from '../../src/clean/html/features.ts';
import { probabilityOf, type Forest } from '../../src/clean/forest.ts';
import { SECOND_NAMES } from '../../src/clean/html/second-look.ts';
import { EXTRACTION_SETS, goldFile, readPages } from '../quality/extraction.ts';
import { columnUse } from './boost.ts';
import { HtmlTrainer, type Example } from './html-forest.ts';
import { labelBlocks, type Gold } from './html-labels.ts';
import { scoreShingles } from './shingle-score.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    extra: { type: 'string' },
    write: { type: 'boolean', default: false },
    cache: { type: 'string' },
    folds: { type: 'string', default: '4' },
    pairs: { type: 'string', default: '2' },
    worst: { type: 'string', default: '0' },
    dump: { type: 'string' },
  },
});

/** What Readability keeps, a page, so that a second run need not ask again. */
const cached: Record<string, number[] | null> =
  values.cache !== undefined && existsSync(values.cache)
    ? (JSON.parse(readFileSync(values.cache, 'utf8')) as Record<string, number[] | null>)
    : {};

interface LabelledPage {
  readonly set: string;
  readonly id: string;
  readonly html: string;
  readonly url: string | undefined;
  readonly gold: Gold;
}

function* labelledPages(): Generator<LabelledPage> {
  for (const set of EXTRACTION_SETS) {
    const gold = JSON.parse(readFileSync(goldFile(values.data, set, 'html'), 'utf8')) as Record<string, Gold>;
    for (const { id, content, url } of readPages(values.data, set, 'html')) yield { set, id, html: content, url, gold: gold[id] ?? {} };
  }
  if (values.extra === undefined) return;
  const extra = JSON.parse(readFileSync(join(values.extra, 'gold.json'), 'utf8')) as Record<string, Gold>;
  for (const [id, gold] of Object.entries(extra)) {
    if (gold.text === undefined) continue;
    yield { set: 'extra', id, html: readFileSync(join(values.extra, 'html', `${id}.html`), 'utf8'), url: gold.url, gold };
  }
}

function readExamples(): Example[] {
  const examples: Example[] = [];
  let first = 0;
  for (const { set, id, html, url, gold } of labelledPages()) {
    const known = cached[`${set}/${id}`];
    const { context } = contextOfPage({ html, url }, known === undefined ? undefined : () => (known === null ? undefined : new Set(known)));
    cached[`${set}/${id}`] = context.readable === undefined ? null : [...context.readable];
    const rows = measureBlocks(context);
    const host = (url ?? id).replace(/^\w+:\/\/(?:www\.)?/u, '').split('/')[0] ?? '';
    examples.push({ set, id, host, context, labels: labelBlocks(context.blocks, gold), rows, first });
    first += rows.length;
  }
  if (values.cache !== undefined) writeFileSync(values.cache, JSON.stringify(cached));
  return examples;
}

type Keep = (example: Example, index: number) => boolean;

function textOf({ context }: Example, keep: (index: number) => boolean): string {
  return context.blocks
    .filter((_, index) => keep(index))
    .map((block) => block.text)
    .join('\n\n');
}

function report(title: string, examples: readonly Example[], keep: Keep, worst = 0): void {
  const bad: string[] = [];
  const parts = EXTRACTION_SETS.map((set) => {
    const predictions = examples
      .filter((example) => example.set === set)
      .map((example) => ({ id: example.id, text: textOf(example, (index) => keep(example, index)) }));
    const { precision, recall, f1, empty, pages } = scoreShingles(join(values.data, 'extraction', set, 'gold.json'), predictions);
    for (const { id, p, r } of [...pages].sort((a, b) => a.f - b.f).slice(0, worst))
      bad.push(`  ${set} ${id.slice(0, 24)} P ${p.toFixed(2)} R ${r.toFixed(2)}`);
    return `${set} ${f1.toFixed(4)} (P ${precision.toFixed(3)} R ${recall.toFixed(3)}${empty > 0 ? ` empty ${empty}` : ''})`;
  });
  console.log([`${title.padEnd(18)} ${parts.join('  ')}`, ...bad].join('\n'));
}

const rounded = (forest: Forest): Forest => ({
  bias: Number(forest.bias.toFixed(4)),
  trees: forest.trees.map((tree) => tree.map((value) => Number(value.toPrecision(5)))),
});

const started = performance.now();
const examples = readExamples();
console.log(
  `${examples.length} pages, ${examples.reduce((sum, { rows }) => sum + rows.length, 0)} blocks, ${FEATURE_NAMES.length} + ${SECOND_NAMES.length} features, ${Math.round(performance.now() - started)} ms`,
);
report('labels (ceiling)', examples, (example, index) => (example.labels.share[index] ?? 0) >= 0.5);
report('Readability', examples, ({ context }, index) => context.readable?.has(context.blocks[index]?.scope.id ?? -1) === true);

const trainer = new HtmlTrainer(examples);
const runs = Array.from({ length: Number(values.pairs) }, (_, pair) => trainer.crossValidate(Number(values.folds), pair));
const mean = (lists: readonly Float64Array[]): Float64Array =>
  Float64Array.from(lists[0] ?? [], (_, row) => lists.reduce((sum, list) => sum + (list[row] ?? 0), 0) / lists.length);
const first = mean(runs.map((run) => run.first));
const second = mean(runs.map((run) => run.second));
const ruled = (scores: Float64Array): Keep => {
  const kept = new Map(
    examples.map((example) => [
      example,
      decideBlocks(example.context, Array.from(scores.subarray(example.first, example.first + example.rows.length), probabilityOf)),
    ]),
  );
  return (example, index) => kept.get(example)?.[index]?.kept === true;
};
report('first look', examples, (example, index) => (first[example.first + index] ?? 0) >= 0);
report('first and rules', examples, ruled(first));
if (runs.length > 1) for (const [pair, run] of runs.entries()) report(`pair ${pair + 1} and rules`, examples, ruled(run.second));
report('second look', examples, (example, index) => (second[example.first + index] ?? 0) >= 0);
report('second and rules', examples, ruled(second), Number(values.worst));
if (values.dump !== undefined) {
  const lines = examples.map((example) =>
    JSON.stringify({
      set: example.set,
      id: example.id,
      blocks: example.context.blocks.map((block, index) => [
        Number(probabilityOf(second[example.first + index] ?? 0).toFixed(2)),
        Number((example.labels.share[index] ?? 0).toFixed(2)),
        block.tag,
        block.scope.element.attribs['class'] ?? '',
        block.text,
      ]),
    }),
  );
  writeFileSync(values.dump, lines.join('\n'));
}
if (values.write) {
  const model = trainer.train(runs.map((run) => run.first));
  const names = [...FEATURE_NAMES, ...SECOND_NAMES];
  for (const forest of [model.pairs[0]?.first, model.pairs[0]?.second]) {
    const top = [...columnUse(forest ?? { bias: 0, trees: [] })].sort((a, b) => b[1] - a[1]).slice(0, 25);
    console.log(top.map(([at, use]) => `${names[at]} ${use.toFixed(1)}`).join(', '));
  }
  const pairs = model.pairs.map((pair) => ({ first: rounded(pair.first), second: rounded(pair.second) }));
  const card = {
    recipe: 'npm run train:html -- --data <evaluation sets> --write',
    data: `development half of ${EXTRACTION_SETS.join(', ')}, as HTML: ${examples.length} pages`,
    date: new Date().toISOString().slice(0, 10),
  };
  const file = { card, features: FEATURE_NAMES, secondFeatures: SECOND_NAMES, pairs };
  writeFileSync('models/html-model.json', `${JSON.stringify(file)}\n`);
}
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
