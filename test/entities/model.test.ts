import { expect, it } from 'vitest';
import { BLOCK } from '../../src/entities/kernel.ts';
import { LABEL_COUNT } from '../../src/entities/labels.ts';
import { ALL_PLACES, TABLE_ROWS } from '../../src/entities/net-inputs.ts';
import { packModel, ROW, taggerModel, unpackModel } from '../../src/entities/model.ts';
import { wordVectors } from '../../src/entities/vectors.ts';

const bits = 4;
const model = {
  bits,
  scale: 0.25,
  transition: Float32Array.from({ length: LABEL_COUNT * LABEL_COUNT }, (_, index) => index / 8 - 3),
  rows: Int8Array.from({ length: ROW << bits }, (_, index) => (index % 255) - 127),
  net: {
    hidden: 2,
    bias: Float32Array.from([0.5, -0.5]),
    out: Float32Array.from({ length: 2 * ROW }, (_, index) => index / 4),
    // each column has a unit of its own: the largest number of a column is kept as it is
    layer: Float32Array.from([127, 1270, -3, 20, 0, 0]),
    table: Float32Array.from([0, 12.7, 0, 0.1]),
  },
};

it('gives back what was packed', () => {
  const read = unpackModel(packModel(model));
  expect(read.bits).toBe(bits);
  expect(read.scale).toBe(0.25);
  expect(read.transition).toEqual(model.transition);
  expect(read.rows).toEqual(model.rows);
  expect(read.net.hidden).toBe(2);
  expect(read.net.bias).toEqual(model.net.bias);
  expect(read.net.out).toEqual(model.net.out);
  expect([...read.net.layer]).toEqual([127, 1270, -3, 20, 0, 0]);
  for (const [index, value] of read.net.table.entries()) expect(value).toBeCloseTo(model.net.table[index] ?? 0, 5);
});

it('refuses a file that is cut off or no model', () => {
  const other = packModel(model);
  expect(() => unpackModel(other.subarray(0, other.length - 20))).toThrow(/unexpected end|incorrect/i);
  expect(() => unpackModel(Buffer.from('no model'))).toThrow(/unexpected end|incorrect/i);
});

it('the shipped model fits the tagger: whole rows, four of them aligned for the reader', () => {
  const { rows, bits: shipped, transition, scale, net } = taggerModel();
  expect(rows.length).toBe(ROW << shipped);
  expect(rows.byteOffset % 4).toBe(0);
  expect(transition.every(Number.isFinite)).toBe(true);
  expect(scale).toBeGreaterThan(0);
  expect(net.hidden % BLOCK).toBe(0);
  expect(net.layer.length).toBe(ALL_PLACES * wordVectors().size * net.hidden);
  expect(net.table.length).toBe(TABLE_ROWS * net.hidden);
});
