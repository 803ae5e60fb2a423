/**
 * Trains the line classifier of text dumps and reports cross-validated figures.
 *   npm run train:dump -- --data ../shared/eval [--extra FOLDER] [--folds 4] [--salt 1] [--fits 4] [--cv-only] [--no-cv] [--out FILE] [--cv-out FOLDER]
 * `--extra` is what `extra-pages.ts` wrote: pages to learn from, never to be tested on. `--salt` draws other folds.
 * Deterministic: same data, same weights. The data stays where it is; only the weights are written.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTEXT_NAMES, SECOND_NAMES } from '../../src/clean/dump/context.ts';
import { pageScorer, type DumpModel, type Layered } from '../../src/clean/dump/model.ts';
import { segmentDump } from '../../src/clean/dump/segment.ts';
import { generator } from './dump-fit.ts';
import { DUMP_SETS, labelDump, readDumps, type LabelledDump } from './dump-labels.ts';
import { learn, preparePage, type Page } from './dump-learn.ts';
import { scoreShingles } from './shingle-score.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    extra: { type: 'string' },
    folds: { type: 'string', default: '4' },
    salt: { type: 'string', default: '0' },
    'cv-only': { type: 'boolean', default: false },
    'no-cv': { type: 'boolean', default: false },
    out: { type: 'string', default: 'models/dump-model.json' },
    'cv-out': { type: 'string' },
    hidden: { type: 'string', default: '6' },
    'first-hidden': { type: 'string', default: '4' },
    decay: { type: 'string', default: '4e-4' },
    epochs: { type: 'string', default: '20' },
    fits: { type: 'string', default: '2' },
  },
});
const FOLDS = Number(options.folds);
const LEARN = {
  hidden: Number(options.hidden),
  firstHidden: Number(options['first-hidden']),
  decay: Number(options.decay),
  epochs: Number(options.epochs),
  fits: Number(options.fits),
};
/** What an extra page weighs beside one of the development pages: their gold follows other conventions. */
const EXTRA_WORTH = 0.7;
/** Fine folds, that the outer and the inner ones are made of. */
const FINE = 20;

/** The page as an extractor that saw less of it would have dumped it: a few lines around the article only. */
function cropped(dump: LabelledDump, random: () => number): LabelledDump[] {
  const first = dump.share.findIndex((share) => share > 0.5);
  const last = dump.share.findLastIndex((share) => share > 0.5);
  if (first < 0) {
    return [];
  }
  const from = Math.max(0, first - Math.floor(random() * 6));
  const to = Math.min(dump.lines.length, last + 1 + Math.floor(random() * random() * 25));
  const cut = <T>(list: readonly T[]): T[] => list.slice(from, to);
  return [
    {
      ...dump,
      lines: cut(dump.lines),
      share: cut(dump.share),
      tokens: cut(dump.tokens),
      optional: cut(dump.optional),
    },
  ];
}

function predict(page: Page, model: DumpModel): { text: string; scores: Float64Array } {
  const scores = pageScorer(model)(page.facts);
  const kept = segmentDump(page.facts, scores).lines;
  return {
    text: page.lines
      .filter((_, i) => kept[i]!.kept)
      .map((line) => line.text)
      .join('\n\n'),
    scores,
  };
}

/** Fine folds of the pages, so that each has its share of each set: by the place of the id in its sorted set, or shuffled. */
function drawFolds(dumps: readonly LabelledDump[], salt: number): Map<LabelledDump, number> {
  if (salt === 0) {
    return new Map(dumps.map((dump, i) => [dump, i % FINE]));
  }
  const random = generator(7919 * salt);
  const drawn = dumps.map((dump) => ({ dump, at: random() })).sort((a, b) => a.at - b.at);
  return new Map(DUMP_SETS.flatMap((set) => drawn.filter(({ dump }) => dump.set === set).map(({ dump }, i) => [dump, i % FINE] as const)));
}

function readExtra(folder: string): LabelledDump[] {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Record<string, { text?: string; read?: string }>;
  return Object.entries(gold).map(([id, { text, read }]) =>
    labelDump('extra', id, readFileSync(join(folder, 'text', `${id}.txt`), 'utf8'), {
      text: text ?? read ?? '',
    }),
  );
}

const random = generator(7);
const dumps = readDumps(options.data);
const folds = drawFolds(dumps, Number(options.salt));
const pages = dumps.map((dump) => preparePage(dump, folds.get(dump)!));
const parts = dumps.flatMap((dump) => cropped(dump, random).map((part) => preparePage(part, folds.get(dump)!)));
const more = (options.extra === undefined ? [] : readExtra(options.extra)).flatMap((dump, i) =>
  [dump, ...cropped(dump, random)].map((part) => preparePage(part, i % FINE, EXTRA_WORTH)),
);
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
  const model = learn([...pages, ...parts].filter((page) => !inTest(page)).concat(more), LEARN, 100 * fold);
  predictions.push(...pages.filter(inTest).map((page) => ({ page, ...predict(page, model) })));
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
  const model = learn([...pages, ...parts, ...more], LEARN, 1);
  const plain = ({ inputs, hidden, inner, outer }: Layered): object => ({
    inputs,
    hidden,
    inner: Array.from(inner, round),
    outer: Array.from(outer, round),
  });
  const forest = {
    bias: round(model.forest.bias),
    trees: model.forest.trees.map((tree) => tree.map((value) => Number(value.toPrecision(5)))),
  };
  const looks = { first: plain(model.first), second: plain(model.second), forest };
  const card = {
    recipe: 'npm run train:dump -- --data <evaluation sets> --extra <pages of bench/train/extra-pages.ts>',
    data: `development half of ${DUMP_SETS.join(', ')}, as text: ${pages.length} pages, ${parts.length} cut down, ${more.length} of open packages`,
    date: new Date().toISOString().slice(0, 10),
  };
  writeFileSync(options.out, `${JSON.stringify({ card, firstInputs: CONTEXT_NAMES, secondInputs: SECOND_NAMES, ...looks })}\n`);
  report(
    'on its own training data',
    pages.map((page) => ({ page, ...predict(page, model) })),
  );
}

function round(weight: number): number {
  return Math.round(weight * 1e4) / 1e4;
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
