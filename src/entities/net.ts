/**
 * The dense part of the tagger when it reads: one hidden layer over word vectors and table rows (see net-inputs.ts); its label scores are added to the
 * sparse ones. What a word gives to the hidden layer at a place is always the same, so it is kept: most words of an article are common ones.
 */
import type { DocumentView, WordForm } from './document-view.ts';
import { BLOCK, makeKernel, type Kernel } from './kernel.ts';
import { LABEL_COUNT } from './labels.ts';
import { ALL_PLACES, companyOf, formsAt, MOST_ROWS, OWN_PLACE, PLACES, placeRows, tokenRows, TOPIC_WEIGHT, topicAt } from './net-inputs.ts';
import { readVector, wordVectors, type WordVectors } from './vectors.ts';

/** `layer`: ALL_PLACES * size of a vector x hidden; `table`: TABLE_ROWS x hidden; `bias`: hidden; `out`: hidden x (labels - 1), O taken off. */
export interface NetWeights {
  readonly hidden: number;
  readonly layer: Float32Array;
  readonly table: Float32Array;
  readonly bias: Float32Array;
  readonly out: Float32Array;
}

const ROW = LABEL_COUNT - 1;
/** Tokens worked on at a time. */
const CHUNK = 64;
/** Shares of words kept between articles, a place (a power of two): 2,048 at nine places, of 96 units, take 7 MB. */
const KEPT = 1 << 11;

export class NetReader {
  private readonly hidden: number;
  private readonly vectors: WordVectors;
  private readonly kernel: Kernel;
  private readonly bias: Float32Array;
  /** Places in the kernel's memory. */
  private readonly x: number;
  private readonly z: number;
  private readonly s: number;
  private readonly layer: number;
  private readonly table: number;
  private readonly out: number;
  private readonly kept: number;
  private readonly list: number;
  /** What a kept share is of: two numbers each. */
  private readonly keys = new Int32Array(PLACES * KEPT * 2);
  /** Whose form is kept at the own place: two words may have one hash, and what was read before must not show. */
  private readonly owners: unknown[] = [];
  private readonly rows = new Int32Array(MOST_ROWS);

  constructor({ hidden, layer, table, bias, out }: NetWeights) {
    this.hidden = hidden;
    this.bias = bias;
    this.vectors = wordVectors();
    const { size } = this.vectors;
    const floats =
      size + CHUNK * (hidden + BLOCK) + layer.length + table.length + hidden * BLOCK + PLACES * KEPT * hidden + MOST_ROWS + PLACES;
    this.kernel = makeKernel(Math.ceil((floats * 4) / 2 ** 20) + 1);
    const { kernel } = this;
    this.x = kernel.take(size * 2);
    this.z = kernel.take(CHUNK * hidden);
    this.s = kernel.take(CHUNK * BLOCK);
    this.layer = kernel.take(ALL_PLACES * size * hidden);
    this.table = kernel.take(table.length);
    this.out = kernel.take(hidden * BLOCK);
    this.kept = kernel.take(PLACES * KEPT * hidden);
    this.list = kernel.take(MOST_ROWS + PLACES);
    kernel.floats.set(layer, this.layer);
    kernel.floats.set(table, this.table);
    for (let j = 0; j < hidden; j++) for (let y = 0; y < ROW; y++) kernel.floats[this.out + j * BLOCK + y] = out[j * ROW + y] as number;
  }

  /** Scores of the labels after O for each eligible token, in order: tokens x (labels - 1). */
  score(view: DocumentView, eligible: Uint8Array): Float32Array {
    const { kernel, hidden, bias } = this;
    const f = kernel.floats;
    const list = kernel.integers.subarray(this.list, this.list + MOST_ROWS + PLACES);
    let count = 0;
    for (const mark of eligible) count += mark;
    const scores = new Float32Array(count * ROW);
    const held: (WordForm | undefined)[] = [];
    /** The company of the words met so far, and the topic of the sentence, as shares of the hidden layer. */
    const company = new Map<number, Float32Array | undefined>();
    const topic = new Float32Array(hidden);
    let topicOf = -1;
    let sentence = 0;
    let done = 0;
    let t = 0;
    const flush = (): void => {
      for (let at = this.z; at < this.z + t * hidden; at++) if ((f[at] as number) < 0) f[at] = 0;
      f.fill(0, this.s, this.s + t * BLOCK);
      kernel.multiply(this.z, hidden, 1, this.out, BLOCK, this.s, BLOCK, t, hidden, BLOCK);
      for (let each = 0; each < t; each++)
        for (let y = 0; y < ROW; y++) scores[(done + each) * ROW + y] = f[this.s + each * BLOCK + y] as number;
      done += t;
      t = 0;
    };
    for (let index = 0; index < eligible.length; index++) {
      if (view.tokens.opensSentence[index] === 1) sentence = index;
      if (eligible[index] === 0) continue;
      const at = this.z + t * hidden;
      const word = view.wordOf[index] as number;
      let around = company.get(word);
      if (around === undefined && !company.has(word)) {
        around = this.companyShare(view, index);
        company.set(word, around);
      }
      if (topicOf !== sentence) {
        topicOf = sentence;
        topic.set(bias);
        this.addMean(topicAt(view, sentence), PLACES + 2, TOPIC_WEIGHT, topic);
      }
      f.set(topic, at);
      if (around !== undefined) for (let j = 0; j < hidden; j++) f[at + j] = (f[at + j] as number) + (around[j] as number);
      formsAt(view, index, held);
      const rowCount = tokenRows(view, index, this.rows, 0);
      for (let row = 0; row < rowCount; row++) list[row] = (this.table + (this.rows[row] as number) * hidden) * 4;
      for (let place = 0; place < PLACES; place++) list[rowCount + place] = this.share(held[place], place) * 4;
      kernel.addRows(this.list, rowCount + PLACES, at, hidden);
      if (++t === CHUNK) flush();
    }
    if (t > 0) flush();
    return scores;
  }

  private add(from: number, to: number): void {
    const f = this.kernel.floats;
    const { hidden } = this;
    for (let j = 0; j < hidden; j++) f[to + j] = (f[to + j] as number) + (f[from + j] as number);
  }

  /** Where the share of a word at a place stands in memory; worked out when it is not kept. */
  private share(form: WordForm | undefined, place: number): number {
    const net = form?.net;
    if (net === undefined) {
      placeRows(undefined, place, this.rows, 0);
      return this.table + (this.rows[0] as number) * this.hidden;
    }
    const isOwn = place === OWN_PLACE;
    const first = isOwn && form !== undefined ? form.exact : net.vector;
    const second = ((place + 1) << 16) | net.row;
    let slot = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b);
    // each place has slots of its own: the shares of one token are all needed at once
    slot = place * KEPT + ((slot ^ (slot >>> 15)) & (KEPT - 1));
    const at = this.kept + slot * this.hidden;
    const { keys } = this;
    if (keys[slot * 2] === first && keys[slot * 2 + 1] === second && (!isOwn || this.owners[slot & (KEPT - 1)] === net)) return at;
    if (isOwn) this.owners[slot & (KEPT - 1)] = net;
    keys[slot * 2] = first;
    keys[slot * 2 + 1] = second;
    const { kernel, vectors, hidden } = this;
    const f = kernel.floats;
    f.fill(0, at, at + hidden);
    if (net.vector !== 0) {
      readVector(vectors, net.vector, f, this.x);
      kernel.multiply(this.x, 0, 1, this.layer + place * vectors.size * hidden, hidden, at, hidden, 1, vectors.size, hidden);
    }
    const rowCount = placeRows(net, place, this.rows, 0);
    for (let row = 0; row < rowCount; row++) this.add(this.table + (this.rows[row] as number) * hidden, at);
    if (isOwn) for (const row of net.own) this.add(this.table + row * hidden, at);
    return at;
  }

  private companyShare(view: DocumentView, index: number): Float32Array | undefined {
    const before = companyOf(view, index, -1);
    const after = companyOf(view, index, 1);
    if (before.length + after.length === 0) return undefined;
    const share = new Float32Array(this.hidden);
    this.addMean(before, PLACES, 1, share);
    this.addMean(after, PLACES + 1, 1, share);
    return share;
  }

  /** Adds what the mean of vectors gives to the hidden layer at a place. */
  private addMean(numbers: readonly number[], place: number, weight: number, out: Float32Array): void {
    if (numbers.length === 0) return;
    const { kernel, vectors, hidden, x } = this;
    const { size } = vectors;
    const f = kernel.floats;
    f.fill(0, x, x + size);
    for (const number of numbers) {
      readVector(vectors, number, f, x + size);
      for (let d = 0; d < size; d++) f[x + d] = (f[x + d] as number) + ((f[x + size + d] as number) * weight) / numbers.length;
    }
    f.fill(0, this.s, this.s + hidden);
    kernel.multiply(x, 0, 1, this.layer + place * size * hidden, hidden, this.s, hidden, 1, size, hidden);
    for (let j = 0; j < hidden; j++) out[j] = (out[j] as number) + (f[this.s + j] as number);
  }
}
