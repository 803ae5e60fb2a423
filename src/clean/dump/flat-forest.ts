/** A forest laid out for speed: a line of a dump asks some hundred trees, and arrays of arrays cost four times as much. */
import type { Forest } from '../html/forest.ts';

/** Log odds for a row; a value at or below a threshold goes left. The same sum as walking the trees one by one. */
export function flatScorer({ bias, trees }: Forest): (row: Float32Array) => number {
  const size = trees.reduce((sum, tree) => sum + tree.length / 4, 0);
  const feature = new Int16Array(size);
  /** Threshold, or the value of a leaf. */
  const value = new Float64Array(size);
  /** The left child; the right one stands behind it. */
  const left = new Int32Array(size);
  const roots = new Int32Array(trees.length);
  let next = 0;
  for (const [index, tree] of trees.entries()) {
    roots[index] = next;
    const queue: [node: number, place: number][] = [[0, next++]];
    for (const [node, place] of queue) {
      const column = tree[4 * node]!;
      feature[place] = column;
      value[place] = tree[4 * node + 1]!;
      if (column >= 0) {
        left[place] = next;
        queue.push([tree[4 * node + 2]!, next], [tree[4 * node + 3]!, next + 1]);
        next += 2;
      }
    }
  }
  return (row) => {
    let sum = bias;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree]!;
      for (let column = feature[node]!; column >= 0; column = feature[node]!) {
        node = left[node]! + (row[column]! <= value[node]! ? 0 : 1);
      }
      sum += value[node]!;
    }
    return sum;
  };
}
