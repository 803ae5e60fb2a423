/**
 * Matrix products for the tagger's network, as one small WebAssembly function with 128-bit arithmetic, assembled below: plain JavaScript takes about
 * eight times as long. Everything lives in one memory. Results do not depend on the machine.
 */

/** Columns of every matrix are a multiple of this. */
export const BLOCK = 32;

export interface Kernel {
  readonly floats: Float32Array;
  /** The same memory as integers. */
  readonly integers: Int32Array;
  /** Index (not bytes) of `count` zeroed floats. */
  readonly take: (count: number) => number;
  /** C[i][j] += sum over k of A[i][k] * B[k][j]. Indices and strides in floats; `columns` a multiple of BLOCK; rows and depth at least 1. */
  readonly multiply: (
    a: number,
    aRow: number,
    aStep: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    rows: number,
    depth: number,
    columns: number,
  ) => void;
  /** Adds `count` rows of `columns` floats to the row at `to`; the list at `list` holds where they begin, in bytes (see `integers`). */
  readonly addRows: (list: number, count: number, to: number, columns: number) => void;
}

const I32 = 0x7f;
const V128 = 0x7b;

function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}
const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];
/** BLOCK floats, as a signed constant. */
const BLOCK_BYTES = [0x41, 0x80, 0x01];
const ADD = [0x6a];
const advance = (local: number, by: number[]): number[] => [...get(local), ...by, ...ADD, ...set(local)];
const load = (offset: number): number[] => [0xfd, 0x00, 0x02, ...leb(offset)];
const store = (offset: number): number[] => [0xfd, 0x0b, 0x02, ...leb(offset)];
const I32_LOAD = [0x28, 0x02, 0x00];
const LOAD_SPLAT = [0xfd, 0x09, 0x02, 0x00];
const F32X4_ADD = [0xfd, 0xe4, 0x01];
const F32X4_MUL = [0xfd, 0xe6, 0x01];
/** Runs the body until the counter, lowered by one each time, is 0. */
const repeat = (counter: number, body: number[]): number[] => [
  0x03,
  0x40,
  ...body,
  ...get(counter),
  0x41,
  0x01,
  0x6b,
  0x22,
  ...leb(counter),
  0x0d,
  0x00,
  0x0b,
];

/** Eight registers of four floats: one block of a row. */
const sumsFrom = (first: number): number[] => Array.from({ length: BLOCK / 4 }, (_, place) => first + place);
const loadSums = (sums: readonly number[], at: number): number[] =>
  sums.flatMap((sum, place) => [...get(at), ...load(place * 16), ...set(sum)]);
const storeSums = (sums: readonly number[], at: number): number[] =>
  sums.flatMap((sum, place) => [...get(at), ...get(sum), ...store(place * 16)]);
/** A function's code: numbered locals after the parameters are `integers` integers, then `vectors` registers. */
const code = (integers: number, vectors: number, body: number[]): number[] => {
  const whole = [...leb(2), ...leb(integers), I32, ...leb(vectors), V128, ...body, 0x0b];
  return [...leb(whole.length), ...whole];
};

/** Parameters 0-9: a, aRow, aStep, b, bRow, c, cRow, rows, depth, blocks. */
function multiplyCode(): number[] {
  const [block, step, atA, atB, fromB, atC, x] = [10, 11, 12, 13, 14, 15, 24] as const;
  const sums = sumsFrom(16);
  const inner = [
    ...get(atA),
    ...LOAD_SPLAT,
    ...set(x),
    ...sums.flatMap((sum, place) => [...get(sum), ...get(x), ...get(atB), ...load(place * 16), ...F32X4_MUL, ...F32X4_ADD, ...set(sum)]),
    ...advance(atA, get(2)),
    ...advance(atB, get(4)),
  ];
  const blocks = [
    ...loadSums(sums, atC),
    ...get(0),
    ...set(atA),
    ...get(fromB),
    ...set(atB),
    ...get(8),
    ...set(step),
    ...repeat(step, inner),
    ...storeSums(sums, atC),
    ...advance(atC, BLOCK_BYTES),
    ...advance(fromB, BLOCK_BYTES),
  ];
  const rows = [
    ...get(3),
    ...set(fromB),
    ...get(5),
    ...set(atC),
    ...get(9),
    ...set(block),
    ...repeat(block, blocks),
    ...advance(0, get(1)),
    ...advance(5, get(6)),
  ];
  return code(6, 9, repeat(7, rows));
}

/** Parameters 0-3: list, count, to, blocks. */
function addRowsCode(): number[] {
  const [shift, at, left, row] = [4, 5, 6, 7] as const;
  const sums = sumsFrom(8);
  const inner = [
    ...get(at),
    ...I32_LOAD,
    ...get(shift),
    ...ADD,
    ...set(row),
    ...sums.flatMap((sum, place) => [...get(sum), ...get(row), ...load(place * 16), ...F32X4_ADD, ...set(sum)]),
    ...advance(at, [0x41, 4]),
  ];
  const blocks = [
    ...loadSums(sums, 2),
    ...get(0),
    ...set(at),
    ...get(1),
    ...set(left),
    ...repeat(left, inner),
    ...storeSums(sums, 2),
    ...advance(2, BLOCK_BYTES),
    ...advance(shift, BLOCK_BYTES),
  ];
  return code(4, 8, repeat(3, blocks));
}

const section = (id: number, content: number[]): number[] => [id, ...leb(content.length), ...content];
const name = (text: string): number[] => [text.length, ...Buffer.from(text)];
const type = (parameters: number): number[] => [0x60, parameters, ...Array.from({ length: parameters }, () => I32), 0];
const HEADER = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

function assemble(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...HEADER,
    ...section(1, [2, ...type(10), ...type(4)]),
    ...section(2, [1, ...name('m'), ...name('m'), 2, 0, 1]),
    ...section(3, [2, 0, 1]),
    ...section(7, [2, ...name('f'), 0, 0, ...name('g'), 0, 1]),
    ...section(10, [2, ...multiplyCode(), ...addRowsCode()]),
  ]);
}

export function makeKernel(megabytes: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: megabytes * 16 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble()), { m: { m: memory } });
  const multiply = instance.exports['f'] as (...parameters: number[]) => void;
  const addRows = instance.exports['g'] as (...parameters: number[]) => void;
  const floats = new Float32Array(memory.buffer);
  let used = 0;
  return {
    floats,
    integers: new Int32Array(memory.buffer),
    take(count) {
      const from = used;
      used += Math.ceil(count / BLOCK) * BLOCK;
      if (used > floats.length) throw new Error('the kernel has no memory left');
      return from;
    },
    multiply(a, aRow, aStep, b, bRow, c, cRow, rows, depth, columns) {
      multiply(a * 4, aRow * 4, aStep * 4, b * 4, bRow * 4, c * 4, cRow * 4, rows, depth, columns / BLOCK);
    },
    addRows(list, count, to, columns) {
      if (count > 0) addRows(list * 4, count, to * 4, columns / BLOCK);
    },
  };
}
