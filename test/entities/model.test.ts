import { expect, it } from 'vitest';
import { LABEL_COUNT } from '../../src/entities/labels.ts';
import { packModel, ROW, taggerModel, unpackModel } from '../../src/entities/model.ts';

const bits = 4;
const model = {
  bits,
  scale: 0.25,
  transition: Float32Array.from({ length: LABEL_COUNT * LABEL_COUNT }, (_, index) => index / 8 - 3),
  rows: Int8Array.from({ length: ROW << bits }, (_, index) => (index % 255) - 127),
};

it('gives back what was packed', () => {
  const read = unpackModel(packModel(model));
  expect(read.bits).toBe(bits);
  expect(read.scale).toBe(0.25);
  expect(read.transition).toEqual(model.transition);
  expect(read.rows).toEqual(model.rows);
});

it('refuses a file that is cut off or no model', () => {
  const other = packModel(model);
  expect(() => unpackModel(other.subarray(0, other.length - 20))).toThrow(/unexpected end|Decompression failed/i);
  expect(() => unpackModel(Buffer.from('no model'))).toThrow(/Decompression failed|unexpected end/i);
});

it('the shipped model fits the tagger: whole rows, four of them aligned for the reader', () => {
  const { rows, bits: shipped, transition, scale } = taggerModel();
  expect(rows.length).toBe(ROW << shipped);
  expect(rows.byteOffset % 4).toBe(0);
  expect(transition.every(Number.isFinite)).toBe(true);
  expect(scale).toBeGreaterThan(0);
});
