/** Trains the two looks of the dump classifier on labelled pages: the networks, and the forest that takes the second look beside one of them. */
import { CONTEXT_NAMES, SECOND_NAMES, contextFeatures, secondFeatures } from '../../src/clean/dump/context.ts';
import { measureLines, type LineFacts } from '../../src/clean/dump/features.ts';
import { joinRows, scorer, type DumpModel, type Layered } from '../../src/clean/dump/model.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { binRows, boost, BOOST, meanForest, type BoostOptions } from './boost.ts';
import { fitMany, sparsePage, type SparsePage } from './dump-fit.ts';
import type { LabelledDump } from './dump-labels.ts';

export interface Page extends LabelledDump {
  readonly facts: readonly LineFacts[];
  readonly rows: readonly Float64Array[];
  /** How much a wrong line costs: its share of the page's gold tokens. */
  readonly weight: readonly number[];
  /** The same with menus thinned. */
  readonly thin: readonly number[];
  readonly sparse: SparsePage;
  readonly fold: number;
}

export interface LearnOptions {
  readonly hidden: number;
  readonly firstHidden: number;
  readonly decay: number;
  readonly epochs: number;
  readonly fits: number;
}

const INNER_FOLDS = 3;
const SECOND: BoostOptions = { ...BOOST, trees: 100 };
/** The forest is the mean of so many that differ in chance. */
const FOREST_SEEDS = [31, 81, 131] as const;
/** A line costs no more than this share of its page. */
const MAX_COST = 0.5;

export function preparePage(dump: LabelledDump, fold: number, worth = 1): Page {
  const facts = measureLines(dump.lines, detectLanguage(dump.raw).code);
  const gold = Math.max(60, dump.goldTokens);
  const weight = dump.tokens.map((n, i) => (dump.optional[i] ? 0 : (worth * (n + 3)) / gold));
  const rows = Array.from(contextFeatures(facts), (row) => row.slice());
  const thin = thinned(dump, weight);
  return { ...dump, facts, rows, weight, thin, sparse: sparsePage(rows, dump.share, thin), fold };
}

/** Menus far from the article are alike: one short line in three stands for all of them. */
function thinned({ share, tokens }: LabelledDump, weights: readonly number[]): number[] {
  const close = new Set(share.flatMap((value, i) => (value > 0.3 ? Array.from({ length: 31 }, (_, k) => i - 15 + k) : [])));
  return weights.map((weight, i) => (close.has(i) || tokens[i]! >= 6 ? weight : i % 3 === 0 ? weight * 3 : 0));
}

function secondRows(page: Page, first: Layered): Float64Array[] {
  const scores = Float64Array.from(page.rows.map(scorer(first)));
  return Array.from(secondFeatures(page.facts, scores), (row) => row.slice());
}

/** Both looks. The second learns from first scores of networks that did not see the page. */
export function learn(pages: readonly Page[], { hidden, firstHidden, decay, epochs, fits }: LearnOptions, seed: number): DumpModel {
  const firstOptions = { inputs: CONTEXT_NAMES.length, hidden: firstHidden, epochs, decay };
  const fitFirst = (seen: readonly Page[], own: number): Layered =>
    fitMany(
      seen.map((page) => page.sparse),
      { ...firstOptions, seed: own },
      fits,
    );
  const stacked = Array.from({ length: INNER_FOLDS }, (_, inner) => {
    const isHeld = (page: Page): boolean => page.fold % INNER_FOLDS === inner;
    const first = fitFirst(
      pages.filter((page) => !isHeld(page)),
      seed + inner,
    );
    return pages.filter(isHeld).map((page) => ({ page, rows: secondRows(page, first) }));
  }).flat();
  return {
    first: fitFirst(pages, seed + 10),
    second: fitMany(
      stacked.map(({ page, rows }) => sparsePage(rows, page.share, page.weight)),
      { inputs: SECOND_NAMES.length, hidden, epochs, decay, seed: seed + 20 },
      fits,
    ),
    forest: growForest(stacked, seed),
  };
}

function growForest(
  stacked: readonly { readonly page: Page; readonly rows: readonly Float64Array[] }[],
  seed: number,
): DumpModel['forest'] {
  const lines = stacked.flatMap(({ page, rows }) =>
    rows.flatMap((row, i) =>
      page.thin[i]! > 0
        ? [
            {
              row: joinRows(row, page.rows[i]!),
              label: page.share[i]! >= 0.5 ? 1 : 0,
              cost: Math.min(MAX_COST, page.thin[i]!),
            },
          ]
        : [],
    ),
  );
  const data = binRows(lines.map(({ row }) => row));
  const labels = Float64Array.from(lines, ({ label }) => label);
  const costs = Float64Array.from(lines, ({ cost }) => cost);
  const all = Int32Array.from(lines.keys());
  return meanForest(FOREST_SEEDS.map((more) => boost(data, labels, costs, all, { ...SECOND, seed: seed + more })));
}
