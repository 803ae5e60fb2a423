/**
 * Learning the tagger's weights: a linear-chain conditional random field whose scores come either from hashed features (AdaGrad) or from a small network
 * (entities-net.ts). The two learn apart and are averaged afterwards (decision 0049).
 */
import { LABEL_COUNT } from '../../src/entities/labels.ts';
import { shareEvidence } from '../../src/entities/tag.ts';
import { bestSequence, makeChain } from './entities-crf.ts';
import { Net, type NetOptions } from './entities-net.ts';
import { SKIPPED, type FeatureStore } from './entities-store.ts';

export interface Weights {
  readonly bits: number;
  /** Empty where the scores come from a network. */
  readonly emission: Float32Array;
  readonly transition: Float32Array;
  /** Emission scores are multiplied by this (1 - dropout). */
  readonly keep: number;
  readonly net?: Net | undefined;
}

export interface LearnOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Weight of each corpus's sentences in the loss. */
  readonly corpusWeight: readonly number[];
  /** Share of each token's features left out at random in each epoch, so that no feature is relied on alone. */
  readonly dropout: number;
  /** Changes the order of the sentences and the features left out. */
  readonly seed?: number;
  /** Learn a network instead of hashed features. */
  readonly net?: NetOptions | undefined;
  readonly log: (line: string) => void;
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
/** Tokens learnt from before the weights move. */
const BATCH = 96;

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
  const end = store.offset[token + 1] as number;
  for (let index = store.offset[token] as number; index < end; index++) {
    if (isDropped(drop, index)) continue;
    const feature = store.data[index] as number;
    const row = (feature & mask) * L;
    for (let label = 0; label < L; label++) out[at + label] = (out[at + label] as number) + (emission[row + label] as number);
  }
}

function longestOf(store: FeatureStore): number {
  let longest = 1;
  for (let sentence = 0; sentence + 1 < store.sentences.length; sentence++)
    longest = Math.max(longest, (store.sentences[sentence + 1] as number) - (store.sentences[sentence] as number));
  return longest;
}

interface Batch {
  readonly sentences: { readonly from: number; readonly n: number; readonly at: number; readonly weight: number }[];
  readonly count: number;
}

/** One of the two that give the scores. */
interface Scorer {
  readonly emission: Float32Array;
  readonly net?: Net | undefined;
  startEpoch(epoch: number): void;
  /** Adds the scores of `count` tokens of the store (zero before). */
  score(tokens: Int32Array, count: number, scores: Float64Array): void;
  /** Learns from the slopes (gold minus expected) of the tokens last scored. `progress`: of the whole training, 0 to 1. */
  learn(tokens: Int32Array, count: number, slope: Float64Array, progress: number): void;
}

function sparseScorer(store: FeatureStore, options: LearnOptions): Scorer {
  const size = 1 << options.bits;
  const mask = size - 1;
  const emission = new Float32Array(size * L);
  const squares = new Float32Array(size * L);
  let drop = KEEP_ALL;
  return {
    emission,
    startEpoch(epoch) {
      drop = {
        threshold: Math.floor(options.dropout * 2 ** 32),
        seed: Math.imul(epoch + 1 + (options.seed ?? 0) * 64, 0x27d4eb2f),
      };
    },
    score(tokens, count, scores) {
      for (let t = 0; t < count; t++) score(store, tokens[t] as number, mask, emission, scores, t * L, drop);
    },
    learn(tokens, count, slope) {
      for (let t = 0; t < count; t++) {
        let sure = true;
        for (let y = t * L; y < t * L + L; y++) {
          if (Math.abs(slope[y] as number) > 1e-3) sure = false;
          else slope[y] = 0;
        }
        if (sure) continue;
        const token = tokens[t] as number;
        const end = store.offset[token + 1] as number;
        for (let index = store.offset[token] as number; index < end; index++) {
          if (isDropped(drop, index)) continue;
          const row = ((store.data[index] as number) & mask) * L;
          for (let y = 0; y < L; y++) {
            const gradient = slope[t * L + y] as number;
            if (gradient === 0) continue;
            const at = row + y;
            const square = (squares[at] as number) + gradient * gradient;
            squares[at] = square;
            emission[at] = (emission[at] as number) + (options.rate * gradient) / (Math.sqrt(square) + 0.1);
          }
        }
      }
    },
  };
}

/** The weights are the mean of those seen every so many batches, from the second epoch on: a single run's last weights vary by a point of F1. */
const REMEMBER_EVERY = 10;

function netScorer(store: FeatureStore, options: LearnOptions, netOptions: NetOptions, most: number): Scorer {
  const net = new Net({ ...netOptions, seed: netOptions.seed + (options.seed ?? 0) }, most);
  let epoch = 0;
  let batches = 0;
  return {
    emission: new Float32Array(),
    net,
    startEpoch(next) {
      epoch = next;
    },
    score: (tokens, count, scores) => net.forward(store, tokens, count, scores, true),
    learn(tokens, count, slope, progress) {
      net.backward(store, tokens, count, slope, 1 - 0.8 * progress);
      if (epoch > 0 && ++batches % REMEMBER_EVERY === 0) net.remember();
    },
  };
}

export function learn(store: FeatureStore, options: LearnOptions): Weights {
  const transition = new Float32Array(L * L);
  const transitionSquares = new Float32Array(L * L);
  const most = longestOf(store) + BATCH;
  const scorer = options.net === undefined ? sparseScorer(store, options) : netScorer(store, options, options.net, most);
  const chain = makeChain(most);
  const scores = new Float64Array(most * L);
  const slope = new Float64Array(most * L);
  const transitionSlope = new Float64Array(L * L);
  const tokens = new Int32Array(most);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    scorer.startEpoch(epoch);
    const order = shuffled(store.sentences.length - 1, 17 + epoch * 31 + (options.seed ?? 0) * 1009).filter((sentence) => {
      const corpus = store.corpus[sentence] as number;
      return corpus !== SKIPPED && (options.corpusWeight[corpus] ?? 1) > 0;
    });
    let loss = 0;
    let seen = 0;
    let next = 0;
    const started = performance.now();
    const nextBatch = (): Batch => {
      const sentences: Batch['sentences'] = [];
      let count = 0;
      // a network learns from as many sentences as fill a batch, hashed features from one
      while (next < order.length && count < (scorer.net === undefined ? 1 : BATCH)) {
        const sentence = order[next++] as number;
        const from = store.sentences[sentence] as number;
        const n = (store.sentences[sentence + 1] as number) - from;
        sentences.push({ from, n, at: count, weight: options.corpusWeight[store.corpus[sentence] as number] ?? 1 });
        for (let t = 0; t < n; t++) tokens[count++] = from + t;
      }
      return { sentences, count };
    };
    while (next < order.length) {
      const { sentences, count } = nextBatch();
      scores.fill(0, 0, count * L);
      scorer.score(tokens, count, scores);
      transitionSlope.fill(0);
      chain.prepare(transition);
      for (const { from, n, at, weight } of sentences) {
        loss += chain.learn(scores, at * L, n, store.labels, from, slope, transitionSlope);
        if (weight !== 1) for (let each = at * L; each < (at + n) * L; each++) slope[each] = (slope[each] as number) * weight;
      }
      seen += count;
      scorer.learn(tokens, count, slope, (epoch + next / order.length) / options.epochs);
      for (let at = 0; at < L * L; at++) {
        const gradient = transitionSlope[at] as number;
        if (gradient === 0) continue;
        const square = (transitionSquares[at] as number) + gradient * gradient;
        transitionSquares[at] = square;
        transition[at] = (transition[at] as number) + (options.rate * gradient) / (Math.sqrt(square) + 0.1);
      }
    }
    options.log(`epoch ${epoch + 1}  loss/token ${(loss / seen).toFixed(4)}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  scorer.net?.settle();
  return { bits: options.bits, emission: scorer.emission, transition, keep: 1 - options.dropout, net: scorer.net };
}

/** Scores of all tokens of the store by one model, tokens x LABEL_COUNT. */
function scoresOfOne(store: FeatureStore, weights: Weights): Float64Array {
  const count = store.labels.length;
  const all = new Float64Array(count * L);
  const { net } = weights;
  if (net === undefined) {
    const mask = (1 << weights.bits) - 1;
    for (let token = 0; token < count; token++) score(store, token, mask, weights.emission, all, token * L, KEEP_ALL);
    for (let at = 0; at < all.length; at++) all[at] = (all[at] as number) * weights.keep;
    return all;
  }
  const tokens = new Int32Array(BATCH);
  const some = new Float64Array(BATCH * L);
  for (let from = 0; from < count; from += BATCH) {
    const n = Math.min(BATCH, count - from);
    for (let t = 0; t < n; t++) tokens[t] = from + t;
    some.fill(0);
    net.forward(store, tokens, n, some, false);
    all.set(some.subarray(0, n * L), from * L);
  }
  return all;
}

/** Models and how much each counts. */
export type Mixture = readonly { readonly weights: Weights; readonly share: number }[];

/** Labels by the weighted mean of several models. */
export function decode(store: FeatureStore, models: Mixture): Uint8Array {
  const scores = new Float64Array(store.labels.length * L);
  const transition = new Float32Array(L * L);
  for (const { weights, share } of models) {
    for (const [at, value] of scoresOfOne(store, weights).entries()) scores[at] = (scores[at] as number) + share * value;
    for (const [at, value] of weights.transition.entries()) transition[at] = (transition[at] as number) + share * value;
  }
  shareEvidence(scores, L, store.sharing, store.companyOffset.length);
  return decodeScores(store, scores, transition);
}

/** Best label sequence of each sentence. */
function decodeScores(store: FeatureStore, scores: Float64Array, transition: Float32Array): Uint8Array {
  const result = new Uint8Array(store.labels.length);
  for (let sentence = 0; sentence + 1 < store.sentences.length; sentence++) {
    const from = store.sentences[sentence] as number;
    const n = (store.sentences[sentence + 1] as number) - from;
    if (n > 0) bestSequence(scores.subarray(from * L, (from + n) * L), n, transition, result, from);
  }
  return result;
}
