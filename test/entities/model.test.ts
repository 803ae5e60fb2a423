import { gunzipSync, gzipSync } from 'node:zlib';
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

it('refuses a file that is damaged or no model, and names it', () => {
  const packed = packModel(model);
  const bytes = gunzipSync(packed);
  const withByte = (at: number, value: number): Uint8Array => {
    const changed = Buffer.from(bytes);
    changed[at] = value;
    return gzipSync(changed);
  };
  for (const strange of [
    Buffer.alloc(0),
    Buffer.from('version https://git-lfs.github.com/spec/v1'),
    packed.subarray(0, packed.length - 20),
    gzipSync(bytes.subarray(0, 10)),
    gzipSync(bytes.subarray(0, 100)),
    gzipSync(bytes.subarray(0, bytes.length - 1)),
    gzipSync(Buffer.concat([bytes, bytes])),
    // bits of the rows, hidden units, length of the layer
    withByte(4, 28),
    withByte(4, 255),
    withByte(6, 0),
    withByte(15, 255),
  ])
    expect(() => unpackModel(strange)).toThrow(/^models\/entities\.bin\.gz is damaged \(.+\): take it anew/);
  expect(() => unpackModel(withByte(3, 0))).toThrow(/another version/);
  expect(() => unpackModel(withByte(5, 3))).toThrow(/another version/);
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
