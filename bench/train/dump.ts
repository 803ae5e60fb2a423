/**
 * Trains the line classifier of text dumps and reports cross-validated figures.
 *   npm run train:dump -- --data ../shared/eval [--folds 4] [--fits 4] [--cv-only] [--no-cv] [--out FILE] [--cv-out FOLDER]
 * Deterministic: same data, same weights. The data stays where it is; only the weights are written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTEXT_NAMES, SECOND_NAMES, contextFeatures, secondFeatures } from '../../src/clean/dump/context.ts';
import { measureLines, type LineFacts } from '../../src/clean/dump/features.ts';
import { scorer, type Layered } from '../../src/clean/dump/model.ts';
import { segmentDump } from '../../src/clean/dump/segment.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { DUMP_SETS, readDumps, type LabelledDump } from './dump-labels.ts';
import { fitMany, generator, sparsePage, type SparsePage } from './dump-fit.ts';
import { scoreShingles } from './shingle-score.ts';

interface Page extends LabelledDump {
  readonly facts: readonly LineFacts[];
  readonly rows: readonly Float64Array[];
  /** How much a wrong line costs: its share of the page's gold tokens. */
  readonly weight: readonly number[];
  readonly fold: number;
}

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    folds: { type: 'string', default: '4' },
    'cv-only': { type: 'boolean', default: false },
    'no-cv': { type: 'boolean', default: false },
    out: { type: 'string', default: 'models/dump-model.json' },
    'cv-out': { type: 'string' },
    hidden: { type: 'string', default: '6' },
    'first-hidden': { type: 'string', default: '4' },
    decay: { type: 'string', default: '2e-4' },
    epochs: { type: 'string', default: '20' },
    fits: { type: 'string', default: '1' },
  },
});
const FOLDS = Number(options.folds);
const HIDDEN = Number(options.hidden);
const EPOCHS = Number(options.epochs);
const FITS = Number(options.fits);
const INNER_FOLDS = 3;
const DECAY = Number(options.decay);
const FIRST_HIDDEN = Number(options['first-hidden']);

function preparePage(dump: LabelledDump, fold: number): Page {
  const facts = measureLines(dump.lines, detectLanguage(dump.raw).code);
  const gold = Math.max(60, dump.goldTokens);
  const weight = dump.tokens.map((n, i) => (dump.optional[i] ? 0 : (n + 3) / gold));
  return { ...dump, facts, rows: Array.from(contextFeatures(facts), (row) => row.slice()), weight, fold };
}

/** Menus far from the article are alike: one short line in three stands for all of them. */
function thinned(page: Page): number[] {
  const close = new Set(page.share.flatMap((share, i) => (share > 0.3 ? Array.from({ length: 31 }, (_, k) => i - 15 + k) : [])));
  return page.weight.map((weight, i) => (close.has(i) || page.tokens[i]! >= 6 ? weight : i % 3 === 0 ? weight * 3 : 0));
}

/** The page as an extractor that saw less of it would have dumped it: a few lines around the article only. */
function cropped(dump: LabelledDump, random: () => number): LabelledDump | undefined {
  const first = dump.share.findIndex((share) => share > 0.5);
  const last = dump.share.findLastIndex((share) => share > 0.5);
  if (first < 0) {
    return undefined;
  }
  const from = Math.max(0, first - Math.floor(random() * 6));
  const to = Math.min(dump.lines.length, last + 1 + Math.floor(random() * random() * 25));
  const cut = <T>(list: readonly T[]): T[] => list.slice(from, to);
  return { ...dump, lines: cut(dump.lines), share: cut(dump.share), tokens: cut(dump.tokens), optional: cut(dump.optional) };
}

const withRows = (page: Page): Page & { readonly sparse: SparsePage } => ({
  ...page,
  sparse: sparsePage(page.rows, page.share, thinned(page)),
});

function secondRows(page: Page, first: Layered): SparsePage {
  const scores = Float64Array.from(page.rows.map(scorer(first)));
  return sparsePage(
    Array.from(secondFeatures(page.facts, scores), (row) => row.slice()),
    page.share,
    page.weight,
  );
}

function trainBoth(pages: readonly (Page & { readonly sparse: SparsePage })[], seed: number): { first: Layered; second: Layered } {
  const stacked: SparsePage[] = [];
  const firstOptions = { inputs: CONTEXT_NAMES.length, hidden: FIRST_HIDDEN, epochs: EPOCHS, decay: DECAY };
  for (let inner = 0; inner < INNER_FOLDS; inner++) {
    const isHeld = (page: Page): boolean => page.fold % INNER_FOLDS === inner;
    const model = fitMany(
      pages.filter((page) => !isHeld(page)).map((page) => page.sparse),
      { ...firstOptions, seed: seed + inner },
      FITS,
    );
    stacked.push(...pages.filter(isHeld).map((page) => secondRows(page, model)));
  }
  return {
    first: fitMany(
      pages.map((page) => page.sparse),
      { ...firstOptions, seed: seed + 10 },
      FITS,
    ),
    second: fitMany(stacked, { inputs: SECOND_NAMES.length, hidden: HIDDEN, epochs: EPOCHS, decay: DECAY, seed: seed + 20 }, FITS),
  };
}

function predict(page: Page, models: { first: Layered; second: Layered }): { text: string; scores: Float64Array } {
  const first = Float64Array.from(page.rows.map(scorer(models.first)));
  const score = scorer(models.second);
  // Array.from, not Float64Array.from: the row is filled anew each time, and only Array.from maps as it goes
  const scores = Float64Array.from(Array.from(secondFeatures(page.facts, first), (row) => score(row)));
  const kept = segmentDump(page.facts, scores).lines;
  return {
    text: page.lines
      .filter((_, i) => kept[i]!.kept)
      .map((line) => line.text)
      .join('\n\n'),
    scores,
  };
}

const random = generator(7);
const dumps = readDumps(options.data);
// A fold is a function of the id's position in its sorted set, so every fold has its share of each set; 20 fine folds serve both loops.
const pages = dumps.map((dump, i) => withRows(preparePage(dump, i % 20)));
const extra = dumps.flatMap((dump, i) => {
  const part = cropped(dump, random);
  return part === undefined ? [] : [withRows(preparePage(part, i % 20))];
});
console.log(
  `${pages.length} pages, ${pages.reduce((sum, page) => sum + page.lines.length, 0)} lines, ${CONTEXT_NAMES.length} + ${SECOND_NAMES.length} features`,
);
const oracle = pages.map((page) => ({
  page,
  text: page.lines
    .filter((_, i) => page.share[i]! > 0.5)
    .map((line) => line.text)
    .join('\n\n'),
}));
report('oracle', oracle);

const predictions: { page: Page; text: string; scores: Float64Array }[] = [];
for (let fold = 0; fold < (options['no-cv'] ? 0 : FOLDS); fold++) {
  const inTest = (page: Page): boolean => page.fold % FOLDS === fold;
  const models = trainBoth(
    [...pages, ...extra].filter((page) => !inTest(page)),
    100 * fold,
  );
  predictions.push(...pages.filter(inTest).map((page) => ({ page, ...predict(page, models) })));
}
if (!options['no-cv']) {
  report(`${FOLDS}-fold`, predictions);
}

if (options['cv-out'] !== undefined) {
  mkdirSync(options['cv-out'], { recursive: true });
  for (const set of DUMP_SETS) {
    const mine = predictions.filter(({ page }) => page.set === set);
    writeFileSync(join(options['cv-out'], `${set}.jsonl`), mine.map(({ page, text }) => JSON.stringify({ id: page.id, text })).join('\n'));
    writeFileSync(
      join(options['cv-out'], `${set}.scores.json`),
      JSON.stringify(Object.fromEntries(mine.map(({ page, scores }) => [page.id, Array.from(scores, (x) => Math.round(x * 100) / 100)]))),
    );
  }
}
if (!options['cv-only']) {
  const models = trainBoth([...pages, ...extra], 1);
  const plain = ({ inputs, hidden, inner, outer }: Layered): object => ({ inputs, hidden, inner: rounded(inner), outer: rounded(outer) });
  writeFileSync(
    options.out,
    `${JSON.stringify({ version: 1, firstInputs: CONTEXT_NAMES, secondInputs: SECOND_NAMES, first: plain(models.first), second: plain(models.second) })}\n`,
  );
  report(
    'on its own training data',
    pages.map((page) => ({ page, ...predict(page, models) })),
  );
}

function rounded(weights: ArrayLike<number>): number[] {
  return Array.from(weights, (w) => Math.round(w * 1e4) / 1e4);
}

function report(name: string, results: readonly { page: Page; text: string }[]): void {
  for (const set of DUMP_SETS) {
    const mine = results.filter(({ page }) => page.set === set);
    const { precision, recall, f1, empty } = scoreShingles(
      join(options.data, 'extraction-text', set, 'gold.json'),
      mine.map(({ page, text }) => ({ id: page.id, text })),
    );
    console.log(`${name}\t${set}\tP ${precision.toFixed(4)}\tR ${recall.toFixed(4)}\tF1 ${f1.toFixed(4)}\tempty ${empty}`);
  }
}
