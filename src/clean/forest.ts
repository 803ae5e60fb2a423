/** Gradient-boosted trees (Friedman, 2001): the sum of small decision trees is the log odds. Plain numbers, so that a model is JSON. */
import { z } from 'zod';

export const forestSchema = z.object({ bias: z.number(), trees: z.array(z.array(z.number())) });

export interface Forest {
  /** Log odds before any tree. */
  readonly bias: number;
  /** Trees one after another, four numbers a node: feature (or -1 for a leaf), threshold (or leaf value), left child, right child; node 0 of a tree is its root. */
  readonly trees: readonly (readonly number[])[];
}

type Scorer = (row: ArrayLike<number>) => number;

const scorers = new WeakMap<Forest, Scorer>();

/** The log odds that a forest gives a row: a value at or below the threshold goes left. Laid out once a forest; the two children of a node stand together. */
export function scorerOf(forest: Forest): Scorer {
  let scorer = scorers.get(forest);
  if (scorer === undefined) scorers.set(forest, (scorer = layOut(forest)));
  return scorer;
}

function layOut({ bias, trees }: Forest): Scorer {
  const size = trees.reduce((sum, tree) => sum + tree.length / 4, 0);
  const features = new Int16Array(size);
  /** Thresholds, and values of leaves. */
  const values = new Float64Array(size);
  /** Left child; 0 for a leaf. */
  const lefts = new Int32Array(size);
  let used = trees.length;
  const place = (tree: readonly number[], node: number, at: number): void => {
    values[at] = tree[4 * node + 1] ?? 0;
    const feature = tree[4 * node] ?? -1;
    if (feature < 0) return;
    const left = used;
    used += 2;
    features[at] = feature;
    lefts[at] = left;
    place(tree, tree[4 * node + 2] ?? 0, left);
    place(tree, tree[4 * node + 3] ?? 0, left + 1);
  };
  for (const [root, tree] of trees.entries()) place(tree, 0, root);

  return (row) => {
    let sum = bias;
    for (let tree = 0; tree < trees.length; tree++) {
      let node = tree;
      for (let left = lefts[node] ?? 0; left > 0; left = lefts[node] ?? 0)
        node = (row[features[node] ?? 0] ?? 0) <= (values[node] ?? 0) ? left : left + 1;
      sum += values[node] ?? 0;
    }
    return sum;
  };
}

export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
