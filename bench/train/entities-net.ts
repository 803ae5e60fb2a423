/**
 * The dense part of the tagger while it learns (after Collobert et al. 2011): frozen word vectors at several places and rows of a small table go into one
 * hidden layer of rectified units; what it says about the labels is added to the sparse scores. Adam (Kingma and Ba 2015), dropout of words and units.
 */
import { LABEL_COUNT } from '../../src/entities/labels.ts';
import { ALL_PLACES, noVectorRow, PLACES, TABLE_ROWS, TOPIC_WEIGHT } from '../../src/entities/net-inputs.ts';
import type { NetWeights } from '../../src/entities/net.ts';
import { readVector, wordVectors } from '../../src/entities/vectors.ts';
import { BLOCK, makeKernel, type Kernel } from '../../src/entities/kernel.ts';
import type { FeatureStore } from './entities-store.ts';

export interface NetOptions {
  readonly hidden: number;
  readonly rate: number;
  /** Share of hidden units left out, a token. */
  readonly dropout: number;
  /** Share of words whose vector is left out. */
  readonly wordDropout: number;
  readonly seed: number;
}

const L = LABEL_COUNT;

/** All vectors, decoded; row 0 is zero. Shared by all nets. */
let decoded: Float32Array | undefined;
function vectorTable(): Float32Array {
  if (decoded === undefined) {
    const vectors = wordVectors();
    decoded = new Float32Array((vectors.words + 1) * vectors.size);
    for (let word = 1; word <= vectors.words; word++) readVector(vectors, word, decoded, word * vectors.size);
  }
  return decoded;
}

export class Net {
  readonly hidden: number;
  private readonly kernel: Kernel;
  private readonly size: number;
  private readonly wide: number;
  private readonly options: NetOptions;
  private readonly x: number;
  private readonly z: number;
  private readonly dz: number;
  private readonly s: number;
  private readonly layer: number;
  private readonly layerSlope: number;
  private readonly outAt: number;
  private readonly outTurned: number;
  private readonly outSlope: number;
  private readonly table: Float32Array;
  private readonly tableSquares: Float32Array;
  private readonly bias: Float32Array;
  private readonly moments: Float32Array[];
  private readonly kept: Uint8Array;
  private readonly lost: Uint8Array;
  private state: number;
  private steps = 0;
  private mean: Float32Array[] | undefined;
  private remembered = 0;

  constructor(options: NetOptions, most: number) {
    this.options = options;
    this.hidden = options.hidden;
    this.size = wordVectors().size;
    this.wide = this.size * ALL_PLACES;
    const h = this.hidden;
    this.kernel = makeKernel(Math.ceil(((most * (this.wide + 3 * h + BLOCK) + 2 * this.wide * h + 4 * h * BLOCK) * 4) / 2 ** 20) + 2);
    const { kernel } = this;
    this.x = kernel.take(most * this.wide);
    this.z = kernel.take(most * h);
    this.dz = kernel.take(most * h);
    this.s = kernel.take(most * BLOCK);
    this.layer = kernel.take(this.wide * h);
    this.layerSlope = kernel.take(this.wide * h);
    this.outAt = kernel.take(h * BLOCK);
    this.outTurned = kernel.take(h * BLOCK);
    this.outSlope = kernel.take(h * BLOCK);
    this.table = new Float32Array(TABLE_ROWS * h);
    this.tableSquares = new Float32Array(TABLE_ROWS * h);
    this.bias = new Float32Array(h).fill(0.05);
    this.moments = [
      new Float32Array(this.wide * h),
      new Float32Array(this.wide * h),
      new Float32Array(h * BLOCK),
      new Float32Array(h * BLOCK),
    ];
    this.kept = new Uint8Array(most * h);
    this.lost = new Uint8Array(most * PLACES);
    this.state = (options.seed * 7919 + 12345) >>> 0;
    const f = kernel.floats;
    for (let at = 0; at < this.wide * h; at++) f[this.layer + at] = (this.random() - 0.5) * 2 * Math.sqrt(3 / (this.size * 6));
    for (let row = 0; row < h; row++)
      for (let y = 0; y < L; y++) f[this.outAt + row * BLOCK + y] = (this.random() - 0.5) * 2 * Math.sqrt(3 / h) * 0.3;
    for (let at = 0; at < this.table.length; at++) this.table[at] = (this.random() - 0.5) * 0.1;
  }

  private random(): number {
    // xorshift32
    let s = this.state === 0 ? 1 : this.state;
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    this.state = s >>> 0;
    return this.state / 2 ** 32;
  }

  /** Scores of tokens (numbers in the store); added to `scores`, `count` x LABEL_COUNT. */
  forward(store: FeatureStore, tokens: ArrayLike<number>, count: number, scores: Float64Array, learning: boolean): void {
    const { kernel, size, wide, hidden: h, x, z, s } = this;
    const f = kernel.floats;
    const all = vectorTable();
    const wordDropout = learning ? this.options.wordDropout : 0;
    const keep = learning ? 1 - this.options.dropout : 1;
    f.fill(0, x, x + count * wide);
    for (let t = 0; t < count; t++) {
      const token = tokens[t] as number;
      const zAt = z + t * h;
      for (let j = 0; j < h; j++) f[zAt + j] = this.bias[j] as number;
      for (let place = 0; place < PLACES; place++) {
        const number = store.vectors[token * PLACES + place] as number;
        this.lost[t * PLACES + place] = 0;
        if (number === 0) continue;
        if (wordDropout > 0 && this.random() < wordDropout) {
          this.lost[t * PLACES + place] = 1;
          this.addRow(noVectorRow(place), zAt);
          continue;
        }
        f.set(all.subarray(number * size, number * size + size), x + t * wide + place * size);
      }
      for (let side = 0; side < 3; side++) {
        const [offsets, members, list] =
          side < 2
            ? [store.companyOffset, store.company, (store.companyOf[token] as number) * 2 + side]
            : [store.topicOffset, store.topic, store.topicOf[token] as number];
        const from = offsets[list] as number;
        const to = offsets[list + 1] as number;
        if (to === from) continue;
        const at = x + t * wide + (PLACES + side) * size;
        const share = (side < 2 ? 1 : TOPIC_WEIGHT) / (to - from);
        for (let each = from; each < to; each++) {
          const vector = (members[each] as number) * size;
          for (let d = 0; d < size; d++) f[at + d] = (f[at + d] as number) + share * (all[vector + d] as number);
        }
      }
      for (let at = store.rowOffset[token] as number; at < (store.rowOffset[token + 1] as number); at++)
        this.addRow(store.rows[at] as number, zAt);
    }
    kernel.multiply(x, wide, 1, this.layer, h, z, h, count, wide, h);
    for (let at = 0; at < count * h; at++) {
      const value = f[z + at] as number;
      const on = value > 0 && (keep === 1 || this.random() < keep);
      this.kept[at] = on ? 1 : 0;
      f[z + at] = on ? value / keep : 0;
    }
    f.fill(0, s, s + count * BLOCK);
    kernel.multiply(z, h, 1, this.outAt, BLOCK, s, BLOCK, count, h, BLOCK);
    for (let t = 0; t < count; t++)
      for (let y = 0; y < L; y++) scores[t * L + y] = (scores[t * L + y] as number) + (f[s + t * BLOCK + y] as number);
  }

  private addRow(row: number, zAt: number): void {
    const h = this.hidden;
    const f = this.kernel.floats;
    const from = row * h;
    for (let j = 0; j < h; j++) f[zAt + j] = (f[zAt + j] as number) + (this.table[from + j] as number);
  }

  /** Learns from the slopes (gold minus expected) of the tokens last given to forward. */
  backward(store: FeatureStore, tokens: ArrayLike<number>, count: number, slope: Float64Array, rateShare: number): void {
    const { kernel, wide, hidden: h, x, z, dz, s } = this;
    const f = kernel.floats;
    const keep = 1 - this.options.dropout;
    for (let t = 0; t < count; t++) for (let y = 0; y < L; y++) f[s + t * BLOCK + y] = slope[t * L + y] as number;
    f.fill(0, this.outSlope, this.outSlope + h * BLOCK);
    kernel.multiply(z, 1, h, s, BLOCK, this.outSlope, BLOCK, h, count, BLOCK);
    for (let j = 0; j < h; j++) for (let y = 0; y < L; y++) f[this.outTurned + y * h + j] = f[this.outAt + j * BLOCK + y] as number;
    f.fill(0, dz, dz + count * h);
    kernel.multiply(s, BLOCK, 1, this.outTurned, h, dz, h, count, L, h);
    for (let at = 0; at < count * h; at++) f[dz + at] = this.kept[at] === 1 ? (f[dz + at] as number) / keep : 0;
    f.fill(0, this.layerSlope, this.layerSlope + wide * h);
    kernel.multiply(x, 1, wide, dz, h, this.layerSlope, h, wide, count, h);
    this.steps++;
    const rate = this.options.rate * rateShare;
    this.adam(this.layer, this.layerSlope, wide * h, 0, rate, count);
    this.adam(this.outAt, this.outSlope, h * BLOCK, 2, rate, count);
    const rowRate = rate * 20;
    for (let t = 0; t < count; t++) {
      const token = tokens[t] as number;
      const from = dz + t * h;
      let moves = false;
      for (let j = 0; j < h && !moves; j++) moves = Math.abs(f[from + j] as number) > 1e-5;
      if (!moves) continue;
      for (let at = store.rowOffset[token] as number; at < (store.rowOffset[token + 1] as number); at++)
        this.moveRow(store.rows[at] as number, from, rowRate);
      for (let place = 0; place < PLACES; place++) if (this.lost[t * PLACES + place] === 1) this.moveRow(noVectorRow(place), from, rowRate);
      for (let j = 0; j < h; j++) this.bias[j] = (this.bias[j] as number) + rate * (f[from + j] as number) * 0.1;
    }
  }

  /** AdaGrad for one row of the table: a batch touches few of them. */
  private moveRow(row: number, from: number, rate: number): void {
    const h = this.hidden;
    const f = this.kernel.floats;
    for (let j = 0; j < h; j++) {
      const g = f[from + j] as number;
      if (g === 0) continue;
      const at = row * h + j;
      const square = (this.tableSquares[at] as number) + g * g;
      this.tableSquares[at] = square;
      this.table[at] = (this.table[at] as number) + (rate * g) / (Math.sqrt(square) + 0.1);
    }
  }

  private adam(at: number, slopeAt: number, length: number, moment: number, rate: number, count: number): void {
    const f = this.kernel.floats;
    const first = this.moments[moment] as Float32Array;
    const second = this.moments[moment + 1] as Float32Array;
    const correct = rate * (Math.sqrt(1 - 0.999 ** this.steps) / (1 - 0.9 ** this.steps));
    const share = 1 / count;
    for (let i = 0; i < length; i++) {
      const g = (f[slopeAt + i] as number) * share;
      const m = 0.9 * (first[i] as number) + 0.1 * g;
      const v = 0.999 * (second[i] as number) + 0.001 * g * g;
      first[i] = m;
      second[i] = v;
      f[at + i] = (f[at + i] as number) + (correct * m) / (Math.sqrt(v) + 1e-7);
    }
  }

  private parts(): Float32Array[] {
    const f = this.kernel.floats;
    const h = this.hidden;
    return [f.subarray(this.layer, this.layer + this.wide * h), f.subarray(this.outAt, this.outAt + h * BLOCK), this.table, this.bias];
  }

  /** Takes the weights as they are into the running mean (Polyak and Juditsky 1992). */
  remember(): void {
    const parts = this.parts();
    this.mean ??= parts.map((part) => new Float32Array(part.length));
    const share = 1 / ++this.remembered;
    for (const [index, part] of parts.entries()) {
      const mean = this.mean[index] as Float32Array;
      for (let at = 0; at < part.length; at++) mean[at] = (mean[at] as number) + share * ((part[at] as number) - (mean[at] as number));
    }
  }

  /** Puts the running mean in the place of the last weights. */
  settle(): void {
    for (const [index, mean] of (this.mean ?? []).entries()) this.parts()[index]?.set(mean);
  }

  /** The weights as the product reads them, the output of O taken off the others. */
  weights(): NetWeights {
    const f = this.kernel.floats;
    const { hidden } = this;
    const out = new Float32Array(hidden * (L - 1));
    for (let j = 0; j < hidden; j++)
      for (let y = 1; y < L; y++)
        out[j * (L - 1) + y - 1] = (f[this.outAt + j * BLOCK + y] as number) - (f[this.outAt + j * BLOCK] as number);
    return { hidden, layer: f.slice(this.layer, this.layer + this.wide * hidden), table: this.table.slice(), bias: this.bias.slice(), out };
  }
}
