/**
 * Writes ONNX models byte for byte: as much of the format (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto, Protocol Buffers wire format) as a
 * model of a few table look-ups needs. Field numbers are those of onnx.proto.
 */

/** A field of a message: its bytes, tag included. */
type Field = Uint8Array;

function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}

const number = (field: number, value: number | bigint): Field => Uint8Array.from([...varint(field << 3), ...varint(value)]);
const bytes = (field: number, value: Uint8Array): Field =>
  Buffer.concat([Uint8Array.from([...varint((field << 3) | 2), ...varint(value.length)]), value]);
const text = (field: number, value: string): Field => bytes(field, Buffer.from(value, 'utf8'));
const message = (field: number, ...fields: readonly Field[]): Field => bytes(field, Buffer.concat(fields));

const FLOAT = 1;
const INT64 = 7;

export interface Table {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

/** One operation; attributes are whole numbers. */
export interface Operation {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number>>;
}

export interface Graph {
  /** 64-bit whole numbers, [batch, pieces]. */
  readonly inputs: readonly string[];
  /** 32-bit floats, [batch, pieces, `width`]. */
  readonly output: { readonly name: string; readonly width: number };
  readonly tables: readonly Table[];
  readonly operations: readonly Operation[];
}

const operation = ({ type, inputs, output, attributes = {} }: Operation): Field =>
  message(
    1,
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, type),
    // AttributeProto: name, i, type INT
    ...Object.entries(attributes).map(([name, value]) => message(5, text(1, name), number(3, value), number(20, 2))),
  );

const table = ({ name, shape, values }: Table): Field =>
  message(
    5,
    ...shape.map((size) => number(1, size)),
    number(2, values instanceof Float32Array ? FLOAT : INT64),
    text(8, name),
    // raw_data: little-endian, as every machine that runs this is
    bytes(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  );

/** ValueInfoProto: name, and a tensor type with its dimensions, a number or a name each. */
const value = (field: number, name: string, type: number, shape: readonly (number | string)[]): Field => {
  const dimensions = shape.map((size) => message(1, typeof size === 'number' ? number(1, size) : text(2, size)));
  return message(field, text(1, name), message(2, message(1, number(1, type), message(2, ...dimensions))));
};

/** The bytes of a .onnx file: IR version 8, operator set 13. */
export function writeOnnx({ inputs, output, tables, operations }: Graph): Uint8Array {
  return Buffer.concat([
    number(1, 8),
    text(2, 'copydesk-test'),
    message(
      7,
      ...operations.map(operation),
      text(2, 'names'),
      ...tables.map(table),
      ...inputs.map((name) => value(11, name, INT64, ['batch', 'pieces'])),
      value(12, output.name, FLOAT, ['batch', 'pieces', output.width]),
    ),
    message(8, text(1, ''), number(2, 13)),
  ]);
}
