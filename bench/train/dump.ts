/**
 * Trains the line classifier of text dumps and reports cross-validated figures.
 *   npm run train:dump -- --data ../shared/eval [--folds 5] [--cv-only] [--out FILE] [--cv-out FOLDER]
 * Deterministic: same data, same weights. The data stays where it is; only the weights are written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTEXT_NAMES, SECOND_NAMES, contextFeatures, secondFeatures } from '../../src/clean/dump/context.ts';
import { measureLines, type LineFacts } from '../../src/clean/dump/features.ts';
import { scoreRow, type Layered } from '../../src/clean/dump/model.ts';
import { segmentDump } from '../../src/clean/dump/segment.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { DUMP_SETS, readDumps, type LabelledDump } from './dump-labels.ts';
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
    folds: { type: 'string', default: '5' },
    'cv-only': { type: 'boolean', default: false },
    out: { type: 'string', default: 'models/dump-model.json' },
    'cv-out': { type: 'string' },
    hidden: { type: 'string', default: '6' },
    epochs: { type: 'string', default: '40' },
  },
});
const FOLDS = Number(options.folds);
const HIDDEN = Number(options.hidden);
const EPOCHS = Number(options.epochs);
const INNER_FOLDS = 4;
const DECAY = 2e-4;

/** Small deterministic generator (Numerical Recipes LCG), 0..1. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function preparePage(dump: LabelledDump, fold: number): Page {
  const facts = measureLines(dump.lines, detectLanguage(dump.raw).code);
  const gold = Math.max(60, dump.goldTokens);
  const weight = dump.tokens.map((n, i) => (dump.optional[i] ? 0 : (n + 3) / gold));
  return { ...dump, facts, rows: contextFeatures(facts), weight, fold };
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

interface Example {
  readonly row: Float64Array;
  readonly target: number;
  readonly weight: number;
}

/** Adam on weighted log loss, a page a step. */
function train(pages: readonly (readonly Example[])[], inputs: number, hidden: number, epochs: number, seed: number): Layered {
  const random = generator(seed);
  const inner = Float64Array.from({ length: hidden * inputs }, () => (random() - 0.5) * 0.4);
  const outer = Float64Array.from({ length: inputs + hidden }, (_, j) => (j < inputs ? 0 : (random() - 0.5) * 0.4));
  const model = { inputs, hidden, inner, outer };
  const gradients = [new Float64Array(inner.length), new Float64Array(outer.length)] as const;
  const moments = [inner, outer].map((w) => ({ w, m: new Float64Array(w.length), v: new Float64Array(w.length) }));
  const activation = new Float64Array(hidden);
  let step = 0;
  const order = pages.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const rate = 0.01 * (1 - epoch / epochs) + 0.0003;
    for (const index of order) {
      gradients[0].fill(0);
      gradients[1].fill(0);
      for (const { row, target, weight } of pages[index]!) {
        const error = (1 / (1 + Math.exp(-scoreRow(model, row, activation))) - target) * weight;
        for (let j = 0; j < inputs; j++) {
          gradients[1][j]! += error * row[j]!;
        }
        for (let h = 0; h < hidden; h++) {
          gradients[1][inputs + h]! += error * activation[h]!;
          const back = error * outer[inputs + h]! * (1 - activation[h]! ** 2);
          for (let j = 0, at = h * inputs; j < inputs; j++, at++) {
            gradients[0][at]! += back * row[j]!;
          }
        }
      }
      step++;
      for (const [k, { w, m, v }] of moments.entries()) {
        const g = gradients[k as 0 | 1];
        const scale = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
        for (let j = 0; j < w.length; j++) {
          const slope = g[j]! + DECAY * w[j]!;
          m[j] = 0.9 * m[j]! + 0.1 * slope;
          v[j] = 0.999 * v[j]! + 0.001 * slope * slope;
          w[j]! -= (scale * m[j]!) / (Math.sqrt(v[j]!) + 1e-6);
        }
      }
    }
  }
  return model;
}

const firstExamples = (page: Page): Example[] => page.rows.map((row, i) => ({ row, target: page.share[i]!, weight: page.weight[i]! }));

function secondExamples(page: Page, first: Layered): Example[] {
  const scores = Float64Array.from(page.rows, (row) => scoreRow(first, row));
  return secondFeatures(page.facts, scores).map((row, i) => ({ row, target: page.share[i]!, weight: page.weight[i]! }));
}

function trainBoth(pages: readonly Page[], seed: number): { first: Layered; second: Layered } {
  const stacked: Example[][] = [];
  const folds = [...new Set(pages.map((page) => page.fold))];
  for (let inner = 0; inner < INNER_FOLDS; inner++) {
    const held = new Set(folds.filter((fold) => fold % INNER_FOLDS === inner));
    const model = train(pages.filter((page) => !held.has(page.fold)).map(firstExamples), CONTEXT_NAMES.length, 0, EPOCHS, seed + inner);
    stacked.push(...pages.filter((page) => held.has(page.fold)).map((page) => secondExamples(page, model)));
  }
  return {
    first: train(pages.map(firstExamples), CONTEXT_NAMES.length, 0, EPOCHS, seed + 10),
    second: train(stacked, SECOND_NAMES.length, HIDDEN, EPOCHS, seed + 20),
  };
}

function predict(page: Page, models: { first: Layered; second: Layered }): { text: string; scores: Float64Array } {
  const first = Float64Array.from(page.rows, (row) => scoreRow(models.first, row));
  const scores = Float64Array.from(secondFeatures(page.facts, first), (row) => scoreRow(models.second, row));
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
const pages = dumps.map((dump, i) => preparePage(dump, i % 20));
const extra = dumps.flatMap((dump, i) => {
  const part = cropped(dump, random);
  return part === undefined ? [] : [preparePage(part, i % 20)];
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
for (let fold = 0; fold < FOLDS; fold++) {
  const inTest = (page: Page): boolean => page.fold % FOLDS === fold;
  const models = trainBoth(
    [...pages, ...extra].filter((page) => !inTest(page)),
    100 * fold,
  );
  predictions.push(...pages.filter(inTest).map((page) => ({ page, ...predict(page, models) })));
}
report(`${FOLDS}-fold`, predictions);

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
