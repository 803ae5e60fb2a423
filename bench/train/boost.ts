/**
 * Trainer of gradient-boosted trees for two classes (Friedman 2001; histogram splits as in Ke et al., LightGBM, NeurIPS 2017).
 * Deterministic: the only randomness is a seeded generator for row and column sampling.
 */
import type { Forest } from '../../src/clean/forest.ts';

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Least sum of second derivatives in a leaf. */
  readonly minHessian: number;
  readonly ridge: number;
  /** Share of columns and of rows a tree sees. */
  readonly columns: number;
  readonly rows: number;
  readonly seed: number;
}

export const BOOST: BoostOptions = { trees: 140, leaves: 10, rate: 0.06, minHessian: 0.5, ridge: 3, columns: 0.2, rows: 0.6, seed: 7 };

const BINS = 64;
/** Two numbers a bin: sums of first and of second derivatives. */
const STRIDE = 2 * BINS;
/** Fewer rows are not split. */
const MIN_ROWS = 20;
/** Rows of class 0 below these log odds (p of .03) teach little: one in five is sampled, at five times the weight. */
const EASY = -3.5;
const EASY_SHARE = 0.2;

export interface Binned {
  readonly columns: Uint8Array[];
  /** Upper edge of each bin but the last, a column. */
  readonly edges: Float64Array[];
  readonly size: number;
}

/** Cuts every column into bins of about equal size. */
export function binRows(rows: readonly Float32Array[]): Binned {
  const width = rows[0]?.length ?? 0;
  const columns: Uint8Array[] = [];
  const edges: Float64Array[] = [];
  for (let c = 0; c < width; c++) {
    const values = new Float32Array(rows.length);
    for (let at = 0; at < rows.length; at++) values[at] = rows[at]?.[c] ?? 0;
    const edge = edgesOf(values.slice().sort());
    const bins = new Uint8Array(rows.length);
    for (let at = 0; at < rows.length; at++) bins[at] = upperBin(edge, values[at] ?? 0);
    edges.push(edge);
    columns.push(bins);
  }
  return { columns, edges, size: rows.length };
}

function edgesOf(sorted: Float32Array): Float64Array {
  const distinct = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
  const cuts: number[] = [];
  if (distinct.length <= BINS) for (let k = 1; k < distinct.length; k++) cuts.push(((distinct[k - 1] ?? 0) + (distinct[k] ?? 0)) / 2);
  else
    for (let k = 1; k < BINS; k++) {
      const value = sorted[Math.floor((k * sorted.length) / BINS)] ?? 0;
      const next = distinct[upperIndex(distinct, value)] ?? value;
      const cut = (value + next) / 2;
      if (next > value && cut > (cuts.at(-1) ?? -Infinity)) cuts.push(cut);
    }
  return Float64Array.from(cuts);
}

/** First place whose value is above `value`. */
function upperIndex(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First edge that is not below `value`. */
function upperBin(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly node: number;
  readonly sumG: number;
  readonly sumH: number;
  readonly histogram: Float64Array;
  readonly best: { gain: number; column: number; bin: number } | undefined;
}

/** First and second derivatives of the loss, a row. */
interface Slopes {
  readonly g: Float64Array;
  readonly h: Float64Array;
}

function histogramOf(data: Binned, chosen: readonly number[], rows: Int32Array, { g, h }: Slopes): Float64Array {
  const ownG = Float64Array.from(rows, (row) => g[row]!);
  const ownH = Float64Array.from(rows, (row) => h[row]!);
  const histogram = new Float64Array(chosen.length * STRIDE);
  for (const [place, column] of chosen.entries()) {
    const bins = data.columns[column]!;
    const offset = place * STRIDE;
    for (let i = 0; i < rows.length; i++) {
      const at = offset + 2 * bins[rows[i]!]!;
      histogram[at] = histogram[at]! + ownG[i]!;
      histogram[at + 1] = histogram[at + 1]! + ownH[i]!;
    }
  }
  return histogram;
}

function bestSplit(data: Binned, chosen: readonly number[], leaf: Omit<Leaf, 'best'>, { minHessian, ridge }: BoostOptions): Leaf['best'] {
  if (leaf.sumH < 2 * minHessian || leaf.rows.length < MIN_ROWS) return undefined;
  let best: Leaf['best'];
  let most = 1e-6;
  const whole = (leaf.sumG * leaf.sumG) / (leaf.sumH + ridge);
  for (const [place, column] of chosen.entries()) {
    const edgeCount = data.edges[column]!.length;
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0, at = place * STRIDE; bin < edgeCount; bin++, at += 2) {
      leftG += leaf.histogram[at]!;
      leftH += leaf.histogram[at + 1]!;
      const rightH = leaf.sumH - leftH;
      if (leftH < minHessian || rightH < minHessian) continue;
      const rightG = leaf.sumG - leftG;
      const gain = (leftG * leftG) / (leftH + ridge) + (rightG * rightG) / (rightH + ridge) - whole;
      if (gain > most) {
        most = gain;
        best = { gain, column, bin };
      }
    }
  }
  return best;
}

/** Grows one tree, best leaf first. */
function growTree(data: Binned, sampled: Int32Array, chosen: readonly number[], slopes: Slopes, options: BoostOptions): number[] {
  const tree: number[] = [];
  const addNode = (): number => tree.push(-1, 0, 0, 0) / 4 - 1;
  const leafOf = (rows: Int32Array, node: number, histogram: Float64Array): Leaf => {
    let sumG = 0;
    let sumH = 0;
    for (const row of rows) {
      sumG += slopes.g[row]!;
      sumH += slopes.h[row]!;
    }
    const leaf = { rows, node, sumG, sumH, histogram };
    return { ...leaf, best: bestSplit(data, chosen, leaf, options) };
  };
  const leaves: Leaf[] = [leafOf(sampled, addNode(), histogramOf(data, chosen, sampled, slopes))];
  while (leaves.length < options.leaves) {
    let pick = -1;
    for (const [index, leaf] of leaves.entries()) if ((leaf.best?.gain ?? 0) > (leaves[pick]?.best?.gain ?? 0)) pick = index;
    const leaf = leaves[pick];
    if (leaf?.best === undefined) break;
    const { column, bin } = leaf.best;
    const bins = data.columns[column]!;
    const left = leaf.rows.filter((row) => bins[row]! <= bin);
    const right = leaf.rows.filter((row) => bins[row]! > bin);
    // The smaller side is counted; the other is what is left of the parent.
    const isLeftSmall = left.length <= right.length;
    const small = histogramOf(data, chosen, isLeftSmall ? left : right, slopes);
    const large = leaf.histogram;
    for (let at = 0; at < large.length; at++) large[at] = large[at]! - small[at]!;
    const leftNode = addNode();
    const rightNode = addNode();
    tree.splice(leaf.node * 4, 4, column, data.edges[column]![bin]!, leftNode, rightNode);
    leaves.splice(pick, 1, leafOf(left, leftNode, isLeftSmall ? small : large), leafOf(right, rightNode, isLeftSmall ? large : small));
  }
  for (const leaf of leaves) tree[leaf.node * 4 + 1] = (-options.rate * leaf.sumG) / (leaf.sumH + options.ridge);
  return tree;
}

/** Numbers from 0 to 1 (mulberry32). A linear congruence draws the same columns again and again. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Trains on the rows listed in `use`. Labels are 0 or 1, weights are at least 0. */
export function boost(data: Binned, labels: Float64Array, weights: Float64Array, use: Int32Array, options: BoostOptions = BOOST): Forest {
  const random = generator(options.seed);
  let positive = 0;
  let total = 0;
  for (const row of use) {
    positive += labels[row]! * weights[row]!;
    total += weights[row]!;
  }
  const bias = Math.log(Math.max(1e-6, positive) / Math.max(1e-6, total - positive));
  const score = new Float64Array(data.size).fill(bias);
  const slopes: Slopes = { g: new Float64Array(data.size), h: new Float64Array(data.size) };
  const scale = use.length / Math.max(1e-9, total);
  const isEasy = (row: number): boolean => score[row]! < EASY && labels[row]! < 0.5;
  const trees: number[][] = [];
  for (let t = 0; t < options.trees; t++) {
    const sampled = use.filter((row) => random() < (isEasy(row) ? options.rows * EASY_SHARE : options.rows));
    for (const row of sampled) {
      const p = 1 / (1 + Math.exp(-score[row]!));
      const w = weights[row]! * scale * (isEasy(row) ? 1 / EASY_SHARE : 1);
      slopes.g[row] = (p - labels[row]!) * w;
      slopes.h[row] = Math.max(1e-9, p * (1 - p) * w);
    }
    const chosen: number[] = [];
    for (const [column, edges] of data.edges.entries()) if (random() < options.columns && edges.length > 0) chosen.push(column);
    const tree = growTree(data, sampled, chosen, slopes, options);
    trees.push(tree);
    for (const row of use) score[row] = score[row]! + walk(tree, data, row);
  }
  return { bias, trees };
}

function walk(tree: readonly number[], data: Binned, row: number): number {
  let node = 0;
  for (let column = tree[0] ?? -1; column >= 0; column = tree[node] ?? -1) {
    const upper = data.edges[column]![data.columns[column]![row]!] ?? Infinity;
    node = 4 * (upper <= tree[node + 1]! ? tree[node + 2]! : tree[node + 3]!);
  }
  return tree[node + 1] ?? 0;
}

/** One forest that gives the mean of several. */
export function meanForest(forests: readonly Forest[]): Forest {
  const share = 1 / Math.max(1, forests.length);
  return {
    bias: forests.reduce((sum, { bias }) => sum + bias * share, 0),
    trees: forests.flatMap(({ trees }) =>
      trees.map((tree) => tree.map((value, at) => (at % 4 === 1 && tree[at - 1] === -1 ? value * share : value))),
    ),
  };
}

/** Total gain is not kept; how often a column splits, weighted by depth, is a fair sign of use. */
export function columnUse(forest: Forest): Map<number, number> {
  const use = new Map<number, number>();
  for (const tree of forest.trees)
    for (let at = 0; at < tree.length; at += 4) if ((tree[at] ?? -1) >= 0) use.set(tree[at]!, (use.get(tree[at]!) ?? 0) + 1 / (1 + at / 4));
  return use;
}
