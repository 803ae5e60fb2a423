/**
 * The tagger's weights on disk and in memory. File: gzip over
 *   "CDN3", bits (u8), labels (u8), hidden units (u16), scale (f32), length of the net's first layer and of its table (u32 each),
 *   transitions (labels x labels, f32), the net's bias (hidden, f32), output (hidden x (labels - 1), f32) and, for the layer and the table, the unit of each
 *   column (hidden, f32 each), rows (2^bits x (labels - 1), i8), layer (i8), table (i8).
 *   and the card (model-card.ts): names of the templates, of the places and of the table's rows.
 * The weight of label O is taken off the others, so that a row has 16 bytes. All numbers are little-endian.
 */
import { gzipSync } from 'node:zlib';
import { TEMPLATE_NAMES, useTemplates } from './features.ts';
import { LABEL_COUNT } from './labels.ts';
import { arrange, readCard, withCard, type ModelCard, type NamedColumns } from './model-card.ts';
import { damaged, inflateModelFile } from './model-file.ts';
import { PLACE_NAMES, ROW_NAMES } from './net-inputs.ts';
import { NetReader, type NetWeights } from './net.ts';
import { readModelFile } from '../model-files.ts';

export interface PackedTagger {
  readonly bits: number;
  /** One unit of a row's weight. */
  readonly scale: number;
  readonly transition: Float32Array;
  /** Row f holds labels 1..16 at f * 16. */
  readonly rows: Int8Array;
  readonly net: NetWeights;
}

export interface CardedTagger extends PackedTagger {
  readonly card: ModelCard;
}

export interface TaggerModel extends CardedTagger {
  readonly reader: NetReader;
}

export const ROW = LABEL_COUNT - 1;
const MAGIC = 'CDN3';
const HEADER = 20;
const FILE = 'entities.bin.gz';

/** Bytes of a table of `hidden` columns, each with a unit of its own. */
function toBytes(values: Float32Array, hidden: number): { units: Float32Array; bytes: Int8Array } {
  const units = new Float32Array(hidden);
  for (const [at, value] of values.entries()) units[at % hidden] = Math.max(units[at % hidden] ?? 0, Math.abs(value) / 127);
  return { units, bytes: Int8Array.from(values, (value, at) => Math.round(value / (units[at % hidden] || 1))) };
}

/** The features of this program, for the card of a model that was trained with them. */
export const taggerFeatures = (): ModelCard['features'] => ({
  templates: TEMPLATE_NAMES,
  places: PLACE_NAMES.map((name): NamedColumns => [name, 1]),
  rows: ROW_NAMES,
});

/** @param card See taggerFeatures. */
export function packModel(model: PackedTagger, card: ModelCard): Uint8Array {
  const { net } = model;
  const layer = toBytes(net.layer, net.hidden);
  const table = toBytes(net.table, net.hidden);
  const floats = [model.transition, net.bias, net.out, layer.units, table.units];
  const header = Buffer.alloc(HEADER);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt8(model.bits, 4);
  header.writeUInt8(LABEL_COUNT, 5);
  header.writeUInt16LE(net.hidden, 6);
  header.writeFloatLE(model.scale, 8);
  header.writeUInt32LE(layer.bytes.length, 12);
  header.writeUInt32LE(table.bytes.length, 16);
  const numbers = Buffer.alloc(floats.reduce((sum, list) => sum + list.length * 4, 0));
  let at = 0;
  for (const list of floats) for (const value of list) at = numbers.writeFloatLE(value, at);
  const bytes = Buffer.concat([
    header,
    numbers,
    ...[model.rows, layer.bytes, table.bytes].map((list) => Buffer.from(list.buffer, list.byteOffset, list.length)),
  ]);
  return gzipSync(withCard(bytes, card), { level: 9 });
}

/** @throws Error that names the file, when it is of another version or damaged. */
export function unpackModel(packed: Uint8Array): CardedTagger {
  const whole = inflateModelFile(FILE, packed);
  if (whole.toString('latin1', 0, 4) !== MAGIC || whole[5] !== LABEL_COUNT)
    throw new Error(`models/${FILE} is of another version; run npm run train:entities`);
  const { card, body: bytes } = readCard(FILE, whole);
  if (bytes.length < HEADER) throw damaged(FILE, 'it is cut off');
  const bits = bytes.readUInt8(4);
  const hidden = bytes.readUInt16LE(6);
  const layerLength = bytes.readUInt32LE(12);
  const tableLength = bytes.readUInt32LE(16);
  const rowsLength = ROW * 2 ** bits;
  const floatCount = LABEL_COUNT ** 2 + hidden * (ROW + 3);
  if (bytes.length !== HEADER + floatCount * 4 + rowsLength + layerLength + tableLength)
    throw damaged(FILE, 'its length is not what it says');
  let at = HEADER;
  const floats = (count: number): Float32Array => {
    const list = new Float32Array(count);
    for (let index = 0; index < count; index++) list[index] = bytes.readFloatLE(at + index * 4);
    at += count * 4;
    return list;
  };
  const small = (count: number): Int8Array => {
    at += count;
    return new Int8Array(bytes.buffer, bytes.byteOffset + at - count, count);
  };
  const transition = floats(LABEL_COUNT * LABEL_COUNT);
  const bias = floats(hidden);
  const out = floats(hidden * ROW);
  const layerUnits = floats(hidden);
  const tableUnits = floats(hidden);
  const rows = small(rowsLength);
  const inUnits = (list: Int8Array, units: Float32Array): Float32Array => {
    const values = new Float32Array(list.length);
    for (let index = 0; index < list.length; index++) values[index] = (list[index] as number) * (units[index % hidden] as number);
    return values;
  };
  const layer = inUnits(small(layerLength), layerUnits);
  const table = inUnits(small(tableLength), tableUnits);
  return { bits, scale: bytes.readFloatLE(8), transition, rows, net: { hidden, bias, out, layer, table }, card };
}

/**
 * The weights of a file where this program has them: blocks are found by the names on the card.
 * @throws Error that names the feature, when the program does not know it.
 */
export function inOrderOfNames(model: CardedTagger): CardedTagger {
  const { features } = model.card;
  const { hidden, layer, table } = model.net;
  const size = layer.length / PLACE_NAMES.length;
  const places = PLACE_NAMES.map((name): NamedColumns => [name, size]);
  const inFile = (features['places'] ?? []).map(([name]): NamedColumns => [name, size]);
  const rows = (list: readonly NamedColumns[]): NamedColumns[] => list.map(([name, count]) => [name, count * hidden]);
  const net = { ...model.net, layer: inOrder(layer, inFile, places), table: inOrder(table, rows(features['rows'] ?? []), rows(ROW_NAMES)) };
  return { ...model, net };
}

function inOrder(values: Float32Array, inFile: readonly NamedColumns[], inProgram: readonly NamedColumns[]): Float32Array {
  const blocks = arrange(FILE, inFile, inProgram);
  if (blocks.reduce((sum, { count }) => sum + count, 0) !== values.length) throw damaged(FILE, 'its card names other blocks than it has');
  if (blocks.length === inProgram.length && blocks.every(({ from, to }) => from === to)) return values;
  const arranged = new Float32Array(inProgram.reduce((sum, [, count]) => sum + count, 0));
  for (const { from, to, count } of blocks) arranged.set(values.subarray(from, from + count), to);
  return arranged;
}

let loaded: TaggerModel | undefined;

/** The shipped model, read at first use. */
export function taggerModel(): TaggerModel {
  if (loaded === undefined) {
    const packed = inOrderOfNames(unpackModel(readModelFile(FILE)));
    useTemplates(FILE, packed.card.features['templates'] ?? []);
    loaded = { ...packed, reader: new NetReader(packed.net) };
  }
  return loaded;
}
