/**
 * The tagger's weights on disk and in memory. File: brotli over
 *   "CDN1", bits (u8), labels (u8), two zero bytes, scale (f32), transitions (labels x labels, f32), rows (2^bits x (labels - 1), i8).
 * The weight of label O is taken off the others, so that a row has 16 bytes. All numbers are little-endian.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { LABEL_COUNT } from './labels.ts';

export interface TaggerModel {
  readonly bits: number;
  /** One unit of a row's weight. */
  readonly scale: number;
  readonly transition: Float32Array;
  /** Row f holds labels 1..16 at f * 16. */
  readonly rows: Int8Array;
}

export const ROW = LABEL_COUNT - 1;
const MAGIC = 'CDN1';
const HEADER = 12;

export function packModel(model: TaggerModel): Uint8Array {
  const bytes = Buffer.alloc(HEADER + model.transition.length * 4 + model.rows.length);
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeUInt8(model.bits, 4);
  bytes.writeUInt8(LABEL_COUNT, 5);
  bytes.writeFloatLE(model.scale, 8);
  for (const [index, value] of model.transition.entries()) bytes.writeFloatLE(value, HEADER + index * 4);
  bytes.set(new Uint8Array(model.rows.buffer, model.rows.byteOffset, model.rows.length), HEADER + model.transition.length * 4);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } });
}

export function unpackModel(packed: Uint8Array): TaggerModel {
  const bytes = brotliDecompressSync(packed);
  if (bytes.toString('latin1', 0, 4) !== MAGIC || bytes.readUInt8(5) !== LABEL_COUNT)
    throw new Error('models/entities.bin.br is of another version; run npm run train:entities');
  const bits = bytes.readUInt8(4);
  const transition = new Float32Array(LABEL_COUNT * LABEL_COUNT);
  for (let index = 0; index < transition.length; index++) transition[index] = bytes.readFloatLE(HEADER + index * 4);
  const from = HEADER + transition.length * 4;
  return { bits, scale: bytes.readFloatLE(8), transition, rows: new Int8Array(bytes.buffer, bytes.byteOffset + from, ROW << bits) };
}

let loaded: TaggerModel | undefined;

/** The shipped model, read at first use. */
export function taggerModel(): TaggerModel {
  loaded ??= unpackModel(readFileSync(new URL('../../models/entities.bin.br', import.meta.url)));
  return loaded;
}
