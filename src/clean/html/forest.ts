/** Gradient-boosted trees (Friedman, 2001): the sum of small decision trees is the log odds. Plain numbers, so that a model is JSON. */

export interface Forest {
  /** Log odds before any tree. */
  readonly bias: number;
  /** Trees one after another, four numbers a node: feature (or -1 for a leaf), threshold (or leaf value), left child, right child; node 0 of a tree is its root. */
  readonly trees: readonly (readonly number[])[];
}

/** Log odds for one row. A value at or below the threshold goes left. */
export function logOddsOf(forest: Forest, row: ArrayLike<number>): number {
  let sum = forest.bias;
  for (const tree of forest.trees) {
    let node = 0;
    for (let feature = tree[0] ?? -1; feature >= 0; feature = tree[node] ?? -1)
      node = 4 * ((row[feature] ?? 0) <= (tree[node + 1] ?? 0) ? (tree[node + 2] ?? 0) : (tree[node + 3] ?? 0));
    sum += tree[node + 1] ?? 0;
  }
  return sum;
}

export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
