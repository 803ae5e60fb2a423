import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scorerOf } from '../../src/clean/forest.ts';

const COLUMNS = 4;

type Node = { readonly leaf: number } | { readonly column: number; readonly threshold: number; readonly low: Node; readonly high: Node };

/** Small whole numbers: sums are exact, and a value meets a threshold now and then. */
const number = fc.integer({ min: -8, max: 8 });
const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ leaf: number }),
    fc.record({ column: fc.nat(COLUMNS - 1), threshold: number, low: tie('tree'), high: tie('tree') }),
  ),
}));

const valueOf = (node: Node, row: Float32Array): number =>
  'leaf' in node ? node.leaf : valueOf(row[node.column]! <= node.threshold ? node.low : node.high, row);

function numbersOf(root: Node): number[] {
  const out: number[] = [];
  const add = (node: Node): number => {
    const at = out.push(-1, 0, 0, 0) - 4;
    out.splice(at, 4, ...('leaf' in node ? [-1, node.leaf, 0, 0] : [node.column, node.threshold, add(node.low), add(node.high)]));
    return at / 4;
  };
  add(root);
  return out;
}

test('a forest laid out flat says what its trees say one by one', () => {
  fc.assert(
    fc.property(
      number,
      fc.array(tree, { maxLength: 6 }),
      fc.array(fc.array(number, { minLength: COLUMNS, maxLength: COLUMNS }), { minLength: 1, maxLength: 5 }),
      (bias, trees, rows) => {
        const score = scorerOf({ bias, trees: trees.map(numbersOf) });
        for (const row of rows.map((values) => Float32Array.from(values))) {
          expect(score(row)).toBe(bias + trees.reduce((sum, root) => sum + valueOf(root, row), 0));
        }
      },
    ),
  );
});
