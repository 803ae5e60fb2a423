/**
 * Trainer of gradient-boosted trees for two classes (Friedman 2001; histogram splits as in Ke et al., LightGBM, NeurIPS 2017).
 * Deterministic: the only randomness is a seeded generator for row and column sampling.
 */
import type { Forest } from '../../src/clean/html/forest.ts';

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
    const sorted = Float32Array.from(rows, (row) => row[c] ?? 0).sort();
    const cuts: number[] = [];
    let last = sorted[0] ?? 0;
    const distinct: number[] = [last];
    for (const value of sorted) if (value !== last) distinct.push((last = value));
    if (distinct.length <= BINS) for (let k = 1; k < distinct.length; k++) cuts.push(((distinct[k - 1] ?? 0) + (distinct[k] ?? 0)) / 2);
    else
      for (let k = 1; k < BINS; k++) {
        const value = sorted[Math.floor((k * sorted.length) / BINS)] ?? 0;
        const next = distinct[upperIndex(distinct, value)] ?? value;
        const cut = (value + next) / 2;
        if (next > value && cut > (cuts.at(-1) ?? -Infinity)) cuts.push(cut);
      }
    const edge = Float64Array.from(cuts);
    edges.push(edge);
    columns.push(Uint8Array.from(rows, (row) => binOf(edge, row[c] ?? 0)));
  }
  return { columns, edges, size: rows.length };
}

function upperIndex(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function binOf(edges: Float64Array, value: number): number {
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
  rows: Int32Array;
  node: number;
  sumG: number;
  sumH: number;
  best: { gain: number; column: number; bin: number } | undefined;
}

/** Trains on the rows listed in `use`. Labels are 0..1, weights are at least 0. */
export function boost(data: Binned, labels: Float64Array, weights: Float64Array, use: Int32Array, options: BoostOptions = BOOST): Forest {
  let state = options.seed >>> 0 || 1;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  let positive = 0;
  let total = 0;
  for (const row of use) {
    positive += (labels[row] ?? 0) * (weights[row] ?? 0);
    total += weights[row] ?? 0;
  }
  const bias = Math.log(Math.max(1e-6, positive) / Math.max(1e-6, total - positive));
  const score = new Float64Array(data.size).fill(bias);
  const g = new Float64Array(data.size);
  const h = new Float64Array(data.size);
  const scale = use.length / Math.max(1e-9, total);
  const trees: number[][] = [];
  const histG = new Float64Array(BINS + 1);
  const histH = new Float64Array(BINS + 1);

  for (let t = 0; t < options.trees; t++) {
    const sampled = use.filter(() => random() < options.rows);
    for (const row of sampled) {
      const p = 1 / (1 + Math.exp(-(score[row] ?? 0)));
      const w = (weights[row] ?? 0) * scale;
      g[row] = (p - (labels[row] ?? 0)) * w;
      h[row] = Math.max(1e-9, p * (1 - p) * w);
    }
    const chosen = data.columns.map((_, c) => c).filter(() => random() < options.columns);
    const tree: number[] = [];
    const addNode = (): number => tree.push(-1, 0, 0, 0) / 4 - 1;
    const leafOf = (rows: Int32Array, node: number): Leaf => {
      let sumG = 0;
      let sumH = 0;
      const localG = new Float64Array(rows.length);
      const localH = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) {
        localG[i] = g[rows[i]!]!;
        localH[i] = h[rows[i]!]!;
        sumG += localG[i]!;
        sumH += localH[i]!;
      }
      const leaf: Leaf = { rows, node, sumG, sumH, best: undefined };
      if (sumH < 2 * options.minHessian || rows.length < 20) return leaf;
      const parentGain = (sumG * sumG) / (sumH + options.ridge);
      for (const c of chosen) {
        const bins = data.columns[c];
        const edgeCount = data.edges[c]?.length ?? 0;
        if (bins === undefined || edgeCount === 0) continue;
        histG.fill(0);
        histH.fill(0);
        for (let i = 0; i < rows.length; i++) {
          const bin = bins[rows[i]!]!;
          histG[bin] = histG[bin]! + localG[i]!;
          histH[bin] = histH[bin]! + localH[i]!;
        }
        let leftG = 0;
        let leftH = 0;
        for (let bin = 0; bin < edgeCount; bin++) {
          leftG += histG[bin]!;
          leftH += histH[bin]!;
          const rightH = sumH - leftH;
          if (leftH < options.minHessian || rightH < options.minHessian) continue;
          const rightG = sumG - leftG;
          const gain = (leftG * leftG) / (leftH + options.ridge) + (rightG * rightG) / (rightH + options.ridge) - parentGain;
          if (gain > (leaf.best?.gain ?? 1e-6)) leaf.best = { gain, column: c, bin };
        }
      }
      return leaf;
    };
    const leaves: Leaf[] = [leafOf(sampled, addNode())];
    while (leaves.length < options.leaves) {
      let pick = -1;
      for (const [index, leaf] of leaves.entries())
        if (leaf.best !== undefined && leaf.best.gain > (leaves[pick]?.best?.gain ?? 0)) pick = index;
      const leaf = leaves[pick];
      if (leaf?.best === undefined) break;
      const { column, bin } = leaf.best;
      const bins = data.columns[column]!;
      const left = leaf.rows.filter((row) => bins[row]! <= bin);
      const right = leaf.rows.filter((row) => bins[row]! > bin);
      const leftNode = addNode();
      const rightNode = addNode();
      tree.splice(leaf.node * 4, 4, column, data.edges[column]![bin]!, leftNode, rightNode);
      leaves.splice(pick, 1, leafOf(left, leftNode), leafOf(right, rightNode));
    }
    for (const leaf of leaves) tree[leaf.node * 4 + 1] = (-options.rate * leaf.sumG) / (leaf.sumH + options.ridge);
    trees.push(tree);
    for (const row of use) score[row] = score[row]! + walk(tree, data, row);
  }
  return { bias, trees };
}

function walk(tree: readonly number[], data: Binned, row: number): number {
  let node = 0;
  for (let column = tree[0] ?? -1; column >= 0; column = tree[node] ?? -1) {
    const edges = data.edges[column]!;
    const upper = edges[data.columns[column]![row]!] ?? Infinity;
    node = 4 * (upper <= tree[node + 1]! ? tree[node + 2]! : tree[node + 3]!);
  }
  return tree[node + 1] ?? 0;
}

/** Total gain is not kept; how often a column splits, weighted by depth, is a fair sign of use. */
export function columnUse(forest: Forest): Map<number, number> {
  const use = new Map<number, number>();
  for (const tree of forest.trees)
    for (let at = 0; at < tree.length; at += 4) if ((tree[at] ?? -1) >= 0) use.set(tree[at]!, (use.get(tree[at]!) ?? 0) + 1 / (1 + at / 4));
  return use;
}
