import { expect, it } from 'vitest';
import { BLOCK, makeKernel } from '../../src/entities/kernel.ts';

/** The same product in plain arithmetic, with the stored values as they are. */
function product(a: (i: number, k: number) => number, b: (k: number, j: number) => number, depth: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < depth; k++) sum += a(i, k) * b(k, j);
  return sum;
}

it.each([
  { rows: 1, depth: 1, columns: BLOCK },
  { rows: 5, depth: 13, columns: 2 * BLOCK },
  { rows: 7, depth: 40, columns: 3 * BLOCK },
])('multiplies $rows x $depth by $depth x $columns and adds to what is there', ({ rows, depth, columns }) => {
  const { floats, take, multiply } = makeKernel(1);
  const [a, b, c] = [take(rows * depth), take(depth * columns), take(rows * columns)];
  for (let at = 0; at < rows * depth; at++) floats[a + at] = Math.sin(at);
  for (let at = 0; at < depth * columns; at++) floats[b + at] = Math.cos(at);
  floats.fill(2, c, c + rows * columns);
  multiply(a, depth, 1, b, columns, c, columns, rows, depth, columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j += 7)
      expect(floats[c + i * columns + j]).toBeCloseTo(
        2 +
          product(
            (r, k) => Math.sin(r * depth + k),
            (k, column) => Math.cos(k * columns + column),
            depth,
            i,
            j,
          ),
        4,
      );
});

it('multiplies a transposed matrix by its strides', () => {
  const { floats, take, multiply } = makeKernel(1);
  const [a, b, c] = [take(6), take(3 * BLOCK), take(2 * BLOCK)];
  // stored 3 x 2, used as 2 x 3
  for (let at = 0; at < 6; at++) floats[a + at] = at + 1;
  floats.fill(1, b, b + 3 * BLOCK);
  multiply(a, 1, 2, b, BLOCK, c, BLOCK, 2, 3, BLOCK);
  expect([floats[c], floats[c + BLOCK]]).toEqual([1 + 3 + 5, 2 + 4 + 6]);
});

it('adds the rows of a list, one of them twice', () => {
  const { floats, integers, take, addRows } = makeKernel(1);
  const width = 2 * BLOCK;
  const rows = [take(width), take(width), take(width)];
  const [to, list] = [take(width), take(4)];
  for (const [index, row] of rows.entries()) floats.fill(10 ** index, row, row + width);
  for (const [index, row] of [0, 2, 2].entries()) integers[list + index] = (rows[row] as number) * 4;
  addRows(list, 3, to, width);
  addRows(list, 0, to, width);
  expect([...floats.subarray(to, to + width)]).toEqual(Array.from({ length: width }, () => 201));
});

it('says when its memory is used up', () => {
  expect(() => makeKernel(1).take(2 ** 20)).toThrow(/no memory left/);
});
