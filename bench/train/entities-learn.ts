/** Learning the tagger's weights: a linear-chain conditional random field, trained by AdaGrad, on hashed features. */
import { LABEL_COUNT, BEFORE, mayClose, mayOpen, OUTSIDE } from '../../src/entities/labels.ts';

/** Features of the tokens that can be part of a name, flat, in runs (called sentences here). Token i has features data[offset[i]] .. data[offset[i + 1]]. */
export interface FeatureStore {
  readonly data: Int32Array;
  readonly offset: Float64Array;
  readonly labels: Uint8Array;
  /** Sentence borders: sentence s has tokens [sentences[s], sentences[s + 1]). */
  readonly sentences: Int32Array;
  /** Where each token stands among all tokens of the documents: only tokens that can be part of a name are kept. */
  readonly place: Int32Array;
  /** Corpus number of each sentence. */
  readonly corpus: Uint8Array;
}

export interface Weights {
  readonly bits: number;
  readonly emission: Float32Array;
  readonly transition: Float32Array;
  /** Emission scores are multiplied by this (1 - dropout). */
  readonly keep: number;
}

export interface LearnOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Weight of each corpus's sentences in the loss. */
  readonly corpusWeight: readonly number[];
  /** Share of each token's features left out at random in each epoch, so that no feature is relied on alone. */
  readonly dropout: number;
  /** Changes the order of the sentences and the features left out. */
  readonly seed?: number;
  readonly log: (line: string) => void;
  readonly afterEpoch?: (epoch: number, weights: Weights) => void;
}

/** Repeatable order. */
export function shuffled(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  let state = seed >>> 0 || 1;
  for (let index = count - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (index + 1);
    const held = order[index] as number;
    order[index] = order[other] as number;
    order[other] = held;
  }
  return order;
}

const L = LABEL_COUNT;

interface Dropout {
  /** Of 2^32. */
  readonly threshold: number;
  readonly seed: number;
}
const KEEP_ALL: Dropout = { threshold: 0, seed: 0 };

/** Repeatable coin for one use of one feature in one epoch. */
function isDropped({ threshold, seed }: Dropout, use: number): boolean {
  if (threshold === 0) return false;
  let mixed = Math.imul(use ^ seed, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0 < threshold;
}

/** Scores of one token: sum of its features' rows. */
function score(
  store: FeatureStore,
  token: number,
  mask: number,
  emission: Float32Array,
  out: Float64Array,
  at: number,
  drop: Dropout,
): void {
  for (let label = 0; label < L; label++) out[at + label] = 0;
  const end = store.offset[token + 1] as number;
  for (let index = store.offset[token] as number; index < end; index++) {
    if (isDropped(drop, index)) continue;
    const feature = store.data[index] as number;
    const row = (feature & mask) * L;
    for (let label = 0; label < L; label++) out[at + label] = (out[at + label] as number) + (emission[row + label] as number);
  }
}

export function learn(store: FeatureStore, options: LearnOptions): Weights {
  const size = 1 << options.bits;
  const mask = size - 1;
  const emission = new Float32Array(size * L);
  const squares = new Float32Array(size * L);
  const transition = new Float32Array(L * L);
  const transitionSquares = new Float32Array(L * L);
  const sentenceCount = store.sentences.length - 1;
  let longest = 0;
  for (let sentence = 0; sentence < sentenceCount; sentence++)
    longest = Math.max(longest, (store.sentences[sentence + 1] as number) - (store.sentences[sentence] as number));
  const scores = new Float64Array(longest * L);
  const alpha = new Float64Array(longest * L);
  const beta = new Float64Array(longest * L);
  const scale = new Float64Array(longest);
  const exp = new Float64Array(longest * L);
  const step = new Float64Array(L);
  const transExp = new Float64Array(L * L);
  const transGradient = new Float64Array(L * L);
  const weights: Weights = { bits: options.bits, emission, transition, keep: 1 - options.dropout };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const drop: Dropout = {
      threshold: Math.floor(options.dropout * 2 ** 32),
      seed: Math.imul(epoch + 1 + (options.seed ?? 0) * 64, 0x27d4eb2f),
    };
    const order = shuffled(sentenceCount, 17 + epoch * 31 + (options.seed ?? 0) * 1009);
    let loss = 0;
    let tokens = 0;
    const started = performance.now();
    for (const sentence of order) {
      const from = store.sentences[sentence] as number;
      const n = (store.sentences[sentence + 1] as number) - from;
      if (n === 0) continue;
      const corpus = store.corpus[sentence] as number;
      if (corpus === 255) continue;
      const weight = options.corpusWeight[corpus] ?? 1;
      if (weight === 0) continue;
      for (let t = 0; t < n; t++) score(store, from + t, mask, emission, scores, t * L, drop);
      for (let index = 0; index < L * L; index++) transExp[index] = Math.exp(transition[index] as number);
      // forward, scaled
      let logZ = 0;
      for (let t = 0; t < n; t++) {
        let top = -Infinity;
        for (let y = 0; y < L; y++) top = Math.max(top, scores[t * L + y] ?? 0);
        for (let y = 0; y < L; y++) exp[t * L + y] = Math.exp((scores[t * L + y] as number) - top);
        let sum = 0;
        for (let y = 0; y < L; y++) {
          let value = 0;
          if (t === 0) value = mayOpen(y) ? (transExp[OUTSIDE * L + y] as number) : 0;
          else {
            const before = BEFORE[y] as Int32Array;
            for (let k = 0; k < before.length; k++) {
              const p = before[k] as number;
              value += (alpha[(t - 1) * L + p] as number) * (transExp[p * L + y] as number);
            }
          }
          value *= exp[t * L + y] as number;
          alpha[t * L + y] = value;
          sum += value;
        }
        if (t === n - 1) {
          sum = 0;
          for (let y = 0; y < L; y++) {
            if (!mayClose(y)) alpha[t * L + y] = 0;
            sum += alpha[t * L + y] as number;
          }
        }
        scale[t] = sum;
        for (let y = 0; y < L; y++) alpha[t * L + y] = (alpha[t * L + y] as number) / sum;
        logZ += Math.log(sum) + top;
      }
      // backward
      for (let y = 0; y < L; y++) beta[(n - 1) * L + y] = mayClose(y) ? 1 : 0;
      for (let t = n - 2; t >= 0; t--) {
        for (let p = 0; p < L; p++) beta[t * L + p] = 0;
        const norm = scale[t + 1] ?? 1;
        for (let y = 0; y < L; y++) {
          const ahead = ((exp[(t + 1) * L + y] as number) * (beta[(t + 1) * L + y] as number)) / norm;
          if (ahead === 0) continue;
          const before = BEFORE[y] as Int32Array;
          for (let k = 0; k < before.length; k++) {
            const p = before[k] as number;
            beta[t * L + p] = (beta[t * L + p] as number) + (transExp[p * L + y] as number) * ahead;
          }
        }
      }
      // gradients and steps
      transGradient.fill(0);
      let gold = 0;
      for (let t = 0; t < n; t++) {
        const label = store.labels[from + t] as number;
        const previous = t === 0 ? OUTSIDE : (store.labels[from + t - 1] as number);
        gold += (scores[t * L + label] as number) + (transition[previous * L + label] as number);
        transGradient[previous * L + label] = (transGradient[previous * L + label] as number) + 1;
        if (t > 0) {
          const norm = scale[t] ?? 1;
          for (let y = 0; y < L; y++) {
            const ahead = ((exp[t * L + y] as number) * (beta[t * L + y] as number)) / norm;
            if (ahead === 0) continue;
            const before = BEFORE[y] as Int32Array;
            for (let k = 0; k < before.length; k++) {
              const p = before[k] as number;
              const expected = (alpha[(t - 1) * L + p] as number) * (transExp[p * L + y] as number) * ahead;
              transGradient[p * L + y] = (transGradient[p * L + y] as number) - expected;
            }
          }
        }
        let sure = true;
        for (let y = 0; y < L; y++) {
          const probability = (alpha[t * L + y] as number) * (beta[t * L + y] as number);
          if (t === 0) transGradient[OUTSIDE * L + y] = (transGradient[OUTSIDE * L + y] as number) - probability;
          const gradient = ((y === label ? 1 : 0) - probability) * weight;
          step[y] = gradient > 1e-3 || gradient < -1e-3 ? gradient : 0;
          if (step[y] !== 0) sure = false;
        }
        if (sure) continue;
        const end = store.offset[from + t + 1] as number;
        for (let index = store.offset[from + t] as number; index < end; index++) {
          if (isDropped(drop, index)) continue;
          const feature = store.data[index] as number;
          const row = (feature & mask) * L;
          for (let y = 0; y < L; y++) {
            const slope = step[y] as number;
            if (slope === 0) continue;
            const at = row + y;
            const value = emission[at] as number;
            const gradient = slope - options.l2 * value;
            const square = (squares[at] as number) + gradient * gradient;
            squares[at] = square;
            emission[at] = value + (options.rate * gradient) / (Math.sqrt(square) + 0.1);
          }
        }
      }
      for (let at = 0; at < L * L; at++) {
        const gradient = (transGradient[at] as number) * weight;
        if (gradient === 0) continue;
        const square = (transitionSquares[at] as number) + gradient * gradient;
        transitionSquares[at] = square;
        transition[at] = (transition[at] as number) + (options.rate * gradient) / (Math.sqrt(square) + 0.1);
      }
      loss += logZ - gold;
      tokens += n;
    }
    options.log(`epoch ${epoch + 1}  loss/token ${(loss / tokens).toFixed(4)}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
    options.afterEpoch?.(epoch, weights);
  }
  return weights;
}

/** Best label sequence of each sentence. */
export function decode(store: FeatureStore, weights: Weights): Uint8Array {
  const mask = (1 << weights.bits) - 1;
  const result = new Uint8Array(store.labels.length);
  const scores = new Float64Array(L);
  const { keep } = weights;
  for (let sentence = 0; sentence + 1 < store.sentences.length; sentence++) {
    const from = store.sentences[sentence] as number;
    const n = (store.sentences[sentence + 1] as number) - from;
    if (n === 0) continue;
    const best = new Float64Array(n * L);
    const back = new Uint8Array(n * L);
    for (let t = 0; t < n; t++) {
      score(store, from + t, mask, weights.emission, scores, 0, KEEP_ALL);
      for (let y = 0; y < L; y++) scores[y] = (scores[y] as number) * keep;
      for (let y = 0; y < L; y++) {
        let top = -Infinity;
        let topFrom = 0;
        if (t === 0) top = mayOpen(y) ? (weights.transition[OUTSIDE * L + y] as number) : -Infinity;
        else
          for (const p of BEFORE[y] ?? []) {
            const value = (best[(t - 1) * L + p] as number) + (weights.transition[p * L + y] as number);
            if (value > top) {
              top = value;
              topFrom = p;
            }
          }
        if (t === n - 1 && !mayClose(y)) top = -Infinity;
        best[t * L + y] = top + (scores[y] as number);
        back[t * L + y] = topFrom;
      }
    }
    let label = 0;
    for (let y = 1; y < L; y++) if ((best[(n - 1) * L + y] as number) > (best[(n - 1) * L + label] as number)) label = y;
    for (let t = n - 1; t >= 0; t--) {
      result[from + t] = label;
      label = back[t * L + label] as number;
    }
  }
  return result;
}
