/**
 * The line classifier: a small network takes a first look at every line in its context; the second look also sees what the first made of the neighbours and of
 * the page (stacked sequence learning, Cohen and Carvalho, IJCAI 2005). A network and a forest of boosted trees take the second look, and their log odds are
 * averaged. Weights come from `npm run train:dump`; models/README.md says from what data and how good they are.
 */
import { z } from 'zod';
import { forestSchema, scorerOf, type Forest } from '../forest.ts';
import { columnsByName, forestByName, modelCardSchema, readModelJson } from '../model-columns.ts';
import { CONTEXT_NAMES, SECOND_NAMES, contextFeatures, secondFeatures } from './context.ts';
import type { LineFacts } from './features.ts';

/** One hidden layer of `hidden` tanh units beside a direct linear path; hidden = 0 is plain logistic regression. */
export interface Layered {
  readonly inputs: number;
  readonly hidden: number;
  /** hidden rows of `inputs` weights. */
  readonly inner: ArrayLike<number>;
  /** `inputs` direct weights, then `hidden` weights of the hidden units. */
  readonly outer: ArrayLike<number>;
}

/** Log odds of a row by a model. Most features of a line are 0: the weights of one input lie together, and zeros are passed over. */
export function scorer({ inputs, hidden, inner, outer }: Layered): (row: Float64Array) => number {
  const byInput = new Float64Array(inputs * hidden);
  for (let h = 0; h < hidden; h++) {
    for (let j = 0; j < inputs; j++) {
      byInput[j * hidden + h] = inner[h * inputs + j] ?? 0;
    }
  }
  const top = Float64Array.from(outer);
  const units = new Float64Array(hidden);
  return (row) => {
    let sum = 0;
    units.fill(0);
    for (let j = 0; j < inputs; j++) {
      const x = row[j] ?? 0;
      if (x === 0) {
        continue;
      }
      sum += (top[j] ?? 0) * x;
      for (let h = 0, k = j * hidden; h < hidden; h++, k++) {
        units[h] = (units[h] ?? 0) + (byInput[k] ?? 0) * x;
      }
    }
    for (let h = 0; h < hidden; h++) {
      sum += (top[inputs + h] ?? 0) * Math.tanh(units[h] ?? 0);
    }
    return sum;
  };
}

export interface DumpModel {
  readonly first: Layered;
  readonly second: Layered;
  /** Its rows are those of the second look with those of the first behind them. */
  readonly forest: Forest;
}

const FILE = 'dump-model.json';

const layeredSchema = z.object({ inputs: z.int(), hidden: z.int(), inner: z.array(z.number()), outer: z.array(z.number()) });

/** The file `models/dump-model.json`. */
export const dumpModelSchema = z.object({
  card: modelCardSchema,
  /** Columns of the first look, and of the second, in order. */
  firstInputs: z.array(z.string()),
  secondInputs: z.array(z.string()),
  first: layeredSchema,
  second: layeredSchema,
  /** On the columns of the second look and then those of the first. */
  forest: forestSchema,
});

/** The network on rows of `width` columns; a column that it was not trained on weighs nothing. */
function layeredByName({ inputs, hidden, inner, outer }: Layered, columns: readonly number[], width: number): Layered {
  const movedInner = new Float64Array(hidden * width);
  const movedOuter = new Float64Array(width + hidden);
  for (const [from, to] of columns.entries()) {
    movedOuter[to] = outer[from] ?? 0;
    for (let unit = 0; unit < hidden; unit++) movedInner[unit * width + to] = inner[unit * inputs + from] ?? 0;
  }
  for (let unit = 0; unit < hidden; unit++) movedOuter[width + unit] = outer[inputs + unit] ?? 0;
  return { inputs: width, hidden, inner: movedInner, outer: movedOuter };
}

/**
 * A model as it stands in its file, on the columns of this version.
 * @param measured names of the columns of this version's rows; only tests give others
 * @throws Error that names a feature which this version does not measure
 */
export function dumpModelOf(
  { firstInputs, secondInputs, first, second, forest }: z.infer<typeof dumpModelSchema>,
  measured: { readonly first: readonly string[]; readonly second: readonly string[] } = { first: CONTEXT_NAMES, second: SECOND_NAMES },
): DumpModel {
  const firstColumns = columnsByName(FILE, firstInputs, measured.first);
  const secondColumns = columnsByName(FILE, secondInputs, measured.second);
  const joined = [...secondColumns, ...firstColumns.map((column) => measured.second.length + column)];
  return {
    first: layeredByName(first, firstColumns, measured.first.length),
    second: layeredByName(second, secondColumns, measured.second.length),
    forest: forestByName(forest, joined, FILE),
  };
}

/** What the forest's word weighs beside the network's: cross-validated with the development dumps over two draws of folds. */
const FOREST_SHARE = 0.6;

/** Both rows of a line in one, as the forest reads them. */
export function joinRows(
  second: ArrayLike<number>,
  context: ArrayLike<number>,
  into: Float32Array = new Float32Array(SECOND_NAMES.length + CONTEXT_NAMES.length),
): Float32Array {
  into.set(second);
  into.set(context, SECOND_NAMES.length);
  return into;
}

/** Scores the lines of a page: log odds that they belong to the article. */
export function pageScorer({ first, second, forest }: DumpModel): (page: readonly LineFacts[]) => Float64Array {
  const firstLook = scorer(first);
  const secondLook = scorer(second);
  const forestLook = scorerOf(forest);
  const width = CONTEXT_NAMES.length;
  const joined = joinRows([], []);
  return (page) => {
    // outside the heap: a text of 5 MB can have 40,000 lines
    const context = new Float32Array(page.length * width);
    const seen = new Float64Array(page.length);
    let line = 0;
    for (const row of contextFeatures(page)) {
      context.set(row, line * width);
      seen[line++] = firstLook(row);
    }
    const scores = new Float64Array(page.length);
    line = 0;
    for (const row of secondFeatures(page, seen)) {
      joinRows(row, context.subarray(line * width, (line + 1) * width), joined);
      scores[line++] = FOREST_SHARE * forestLook(joined) + (1 - FOREST_SHARE) * secondLook(row);
    }
    return scores;
  };
}

let shipped: ReturnType<typeof pageScorer> | undefined;

/**
 * Log odds for every line of a page that it belongs to the article, by the shipped model, which is read at its first use.
 * @throws Error when its file is missing, damaged or of another version
 */
export const scoreLines = (page: readonly LineFacts[]): Float64Array =>
  (shipped ??= pageScorer(dumpModelOf(readModelJson(FILE, dumpModelSchema))))(page);
