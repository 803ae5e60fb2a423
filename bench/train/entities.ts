/**
 * Trains the name tagger and writes models/entities.bin.br. Deterministic: the same data and options give the same bytes.
 * Usage: npm run train:entities -- --data ../shared/eval/entities [--without gmb] [--errors <folder>] [--cache <file>]
 * Learns from UNER English-EWT train, Wikigold and the Groningen Meaning Bank; the development sets are only measured on.
 * The shipped weights are the mean of several models: some learn from the hand-made corpora alone, some also from one half of the Meaning Bank each
 * (decision 0044).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packModel, ROW } from '../../src/entities/model.ts';
import { decodeRanges, LABEL_COUNT } from '../../src/entities/labels.ts';
import { readCorpus, readLines, type TrainingDocument } from './entities-corpus.ts';
import { extract } from './entities-store.ts';
import { decode, learn, type FeatureStore, type Weights } from './entities-learn.ts';
import { augment } from './entities-augment.ts';
import { makeConsistent } from '../../src/entities/consistency.ts';
import { toMentions, type TaggedRange } from '../../src/entities/mentions.ts';
import { tokenize } from '../../src/entities/tokens.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/entities' },
    gmb: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '3' },
    'gold-epochs': { type: 'string', default: '5' },
    bias: { type: 'string', default: '0.2' },
    bits: { type: 'string', default: '20' },
    rate: { type: 'string', default: '0.1' },
    l2: { type: 'string', default: '0' },
    dropout: { type: 'string', default: '0.4' },
    errors: { type: 'string', default: '' },
    clean: { type: 'string', default: 'agree' },
    consistent: { type: 'boolean', default: true },
    'augment-silver': { type: 'string', default: '1' },
    augment: { type: 'string', default: '1' },
    out: { type: 'string', default: 'models/entities.bin.br' },
    cache: { type: 'string', default: '' },
    models: { type: 'string', default: 'gold,gold,0,1' },
    without: { type: 'string', default: '' },
    dev: { type: 'string', default: 'uner-ewt-dev,uner-pud-dev,ww-dev' },
  },
});

const started = performance.now();
const log = (line: string): void => console.log(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${line}`);

/** Labels of all tokens of the documents, one after the other. */
function spread(documents: readonly TrainingDocument[], store: FeatureStore, weights: Weights): Uint8Array {
  const all = new Uint8Array(documents.reduce((sum, { tokens }) => sum + tokens.count, 0));
  for (const [index, label] of decode(store, weights).entries()) all[store.place[index] ?? 0] = label;
  return all;
}

const gmbShare = values.without === 'gmb' ? 0 : Number(values.gmb);
const base = [readCorpus(values.data, 'uner-ewt-train'), readCorpus(values.data, 'wikigold')];
let silver = gmbShare > 0 ? readCorpus(values.data, 'gmb-train', gmbShare) : [];
const quiet = {
  bits: Number(values.bits),
  epochs: 2,
  rate: 0.05,
  l2: 0,
  dropout: 0,
  corpusWeight: [1, 1, 0.5],
  log: () => {},
};

/** Each half of the silver corpus is labelled by a model that learnt from the other half. */
function crossLabel(documents: readonly TrainingDocument[]): TrainingDocument[] {
  const result: TrainingDocument[] = [];
  for (const half of [0, 1]) {
    const taught = documents.filter((_, index) => index % 2 !== half);
    const asked = documents.filter((_, index) => index % 2 === half);
    const weights = learn(extract([...base, taught]), quiet);
    const store = extract([asked]);
    const predicted = spread(asked, store, weights);
    let token = 0;
    for (const document of asked) {
      const ranges = decodeRanges(predicted.subarray(token, token + document.tokens.count));
      token += document.tokens.count;
      result.push(values.clean === 'agree' ? onlyAgreeing(document, ranges) : { ...document, ranges });
    }
  }
  // in the order given, so that a run with --cache gives the same bytes
  const place = new Map(documents.map((document, index) => [document.id, index]));
  return result.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

const key = (range: TaggedRange): string => `${range.from}:${range.to}:${range.type}`;

/** Only the sentences on which the label and the model agree. */
function onlyAgreeing(document: TrainingDocument, ranges: readonly TaggedRange[]): TrainingDocument {
  const given = new Set(document.ranges.map(key));
  const told = new Set(ranges.map(key));
  const bad = [...document.ranges.filter((range) => !told.has(key(range))), ...ranges.filter((range) => !given.has(key(range)))];
  const skip = new Uint8Array(document.tokens.count);
  for (const range of bad) {
    let start = range.from;
    while (start > 0 && document.tokens.opensSentence[start] !== 1) start--;
    let end = range.to;
    while (end < document.tokens.count && document.tokens.opensSentence[end] !== 1) end++;
    skip.fill(1, start, end);
  }
  return { ...document, skip };
}
if (values.clean !== 'none') {
  // the cross-labelling is the slow part; its result may be kept for the next run on the same data
  if (values.cache !== '' && existsSync(values.cache)) {
    const held = new Map(
      (JSON.parse(readFileSync(values.cache, 'utf8')) as [string, TaggedRange[], number[]][]).map((entry) => [entry[0], entry]),
    );
    silver = silver.flatMap((document) => {
      const entry = held.get(document.id);
      return entry === undefined ? [] : [{ ...document, ranges: entry[1], skip: Uint8Array.from(entry[2]) }];
    });
  } else {
    silver = crossLabel(silver);
    if (values.cache !== '')
      writeFileSync(values.cache, JSON.stringify(silver.map((document) => [document.id, document.ranges, [...(document.skip ?? [])]])));
  }
}
const copies = Number(values.augment);
/** The silver corpus in two halves, so that models learn from different ones. */
const halves = silver.length > 0 ? [0, 1].map((half) => silver.filter((_, index) => index % 2 === half)) : [];
const corpora = [...base, ...halves].map((corpus, number) => [
  ...corpus,
  ...Array.from({ length: number < 2 ? copies : Number(values['augment-silver']) }, (_, copy) =>
    augment(corpus, 7919 * (copy + 1) + number),
  ).flat(),
]);
const store = extract(corpora);
log(`${store.labels.length} tokens, ${store.data.length} features`);

const dev = values.dev.split(',').map((file) => {
  const lines = readLines(values.data, file);
  const documents = lines.map((line) => ({ id: line.id, text: line.text, tokens: tokenize(line.text), ranges: [] }));
  return { file, lines, documents, store: extract([documents]) };
});

const f1 = ([right, found, wanted]: readonly [number, number, number]): string => ((200 * right) / Math.max(1, found + wanted)).toFixed(1);

export function scoreFile(set: (typeof dev)[number], predicted: Uint8Array): string {
  let token = 0;
  const counts: Record<string, [number, number, number]> = { PER: [0, 0, 0], ORG: [0, 0, 0], LOC: [0, 0, 0] };
  for (const [number, document] of set.documents.entries()) {
    let ranges = decodeRanges(predicted.subarray(token, token + document.tokens.count));
    if (values.consistent) ranges = makeConsistent(document.tokens, ranges);
    token += document.tokens.count;
    const mentions = toMentions(document.text, document.tokens, ranges);
    const gold = new Set(
      (set.lines[number]?.entities ?? [])
        .filter((entity) => entity.type in counts)
        .map((entity) => `${entity.start}:${entity.end}:${entity.type}`),
    );
    for (const key of gold) (counts[key.split(':')[2] ?? ''] ?? [0, 0, 0])[2]++;
    for (const mention of mentions) {
      const held = counts[mention.type];
      if (held === undefined) continue;
      held[1]++;
      if (gold.has(`${mention.start}:${mention.end}:${mention.type}`)) held[0]++;
    }
  }
  if (values.errors !== '') {
    let at = 0;
    const lines: string[] = [];
    for (const [number, document] of set.documents.entries()) {
      let ranges = decodeRanges(predicted.subarray(at, at + document.tokens.count));
      if (values.consistent) ranges = makeConsistent(document.tokens, ranges);
      const mentions = toMentions(document.text, document.tokens, ranges);
      at += document.tokens.count;
      const all = set.lines[number]?.entities ?? [];
      const context = (start: number, end: number): string => document.text.slice(Math.max(0, start - 30), end + 25).replace(/\s+/g, ' ');
      const found = new Map(mentions.map((mention) => [`${mention.start}:${mention.end}`, mention]));
      for (const entity of all) {
        const same = found.get(`${entity.start}:${entity.end}`);
        if (same?.type === entity.type) continue;
        const near = mentions.find((mention) => mention.start < entity.end && mention.end > entity.start);
        if (entity.type !== 'MISC' || (same !== undefined && same.type !== 'MISC'))
          lines.push(
            `${same !== undefined ? 'type' : near !== undefined ? 'edge' : 'miss'}\t${entity.type}\t${entity.text.replace(/\s+/g, ' ')}\t${near === undefined ? '' : `${near.type} ${near.text}`}\t${context(entity.start, entity.end)}`,
          );
      }
      for (const mention of mentions)
        if (mention.type !== 'MISC' && !all.some((entity) => mention.start < entity.end && mention.end > entity.start))
          lines.push(`extra\t${mention.type}\t${mention.text}\t\t${context(mention.start, mention.end)}`);
    }
    writeFileSync(`${values.errors}/${set.file}.tsv`, lines.join('\n'));
  }
  const sum = Object.values(counts).reduce<[number, number, number]>(
    (all, held) => [all[0] + held[0], all[1] + held[1], all[2] + held[2]],
    [0, 0, 0],
  );
  return `${set.file} ${f1(sum)} (P ${((100 * sum[0]) / Math.max(1, sum[1])).toFixed(1)} R ${((100 * sum[0]) / sum[2]).toFixed(1)}; ${Object.entries(
    counts,
  )
    .map(([type, held]) => `${type} ${f1(held)}`)
    .join(' ')})`;
}

const settings = {
  bits: Number(values.bits),
  epochs: Number(values.epochs),
  rate: Number(values.rate),
  l2: Number(values.l2),
  dropout: Number(values.dropout),
  log,
};

/**
 * The mean of several models: for a log-linear model the same as asking all of them. Each is named by the half of the silver corpus that it learns
 * from besides the gold corpora; "gold" learns from no silver.
 */
function learnSeveral(recipe: readonly string[]): Weights {
  let mean: Weights | undefined;
  for (const [seed, name] of recipe.entries()) {
    const isGold = name === 'gold' || halves.length === 0;
    const corpusWeight = [1, 1, ...halves.map((_, half) => (!isGold && half === Number(name) ? 1 : 0))];
    const epochs = Number(values[isGold ? 'gold-epochs' : 'epochs']);
    const next = learn(store, { ...settings, epochs, corpusWeight, seed });
    for (const set of dev) log(`  model ${name} ${scoreFile(set, spread(set.documents, set.store, next))}`);
    if (mean === undefined) mean = next;
    else
      for (const part of ['emission', 'transition'] as const)
        for (let at = 0; at < next[part].length; at++) mean[part][at] = ((mean[part][at] ?? 0) * seed + (next[part][at] ?? 0)) / (seed + 1);
  }
  if (mean === undefined) throw new Error('--models is empty');
  return mean;
}

/** Adds to every way into a name of the three types that are reported. */
function easeEntry(transition: Float32Array, bias: number): void {
  for (let from = 0; from < LABEL_COUNT; from++)
    for (let type = 0; type < 3; type++)
      for (const part of [0, 3]) {
        const at = from * LABEL_COUNT + 1 + type * 4 + part;
        transition[at] = (transition[at] ?? 0) + bias;
      }
}

const firstWeights = learnSeveral(values.models.split(','));
easeEntry(firstWeights.transition, Number(values.bias));
for (const set of dev) log(`  ${scoreFile(set, spread(set.documents, set.store, firstWeights))}`);

/**
 * Weights beyond this are cut off when they are packed into bytes: they are one in 5,000, and a finer step keeps the many small ones, which together decide
 * (Worldwide Newswire dev fell by 0.3 without it).
 */
const LARGEST_WEIGHT = 0.8;

if (values.out !== '') {
  const { emission, transition, keep } = firstWeights;
  const count = emission.length / LABEL_COUNT;
  const difference = new Float32Array(count * ROW);
  for (let row = 0; row < count; row++)
    for (let label = 0; label < ROW; label++)
      difference[row * ROW + label] = ((emission[row * LABEL_COUNT + label + 1] ?? 0) - (emission[row * LABEL_COUNT] ?? 0)) * keep;
  let top = 0;
  for (const value of difference) top = Math.max(top, Math.abs(value));
  const scale = Math.min(top, LARGEST_WEIGHT) / 127;
  const rows = Int8Array.from(difference, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))));
  const packed = packModel({ bits: settings.bits, scale, transition, rows });
  writeFileSync(values.out, packed);
  log(`${values.out}: ${packed.length} bytes; largest weight ${top.toFixed(2)}; rows in use ${countRows(rows)}`);
}
function countRows(rows: Int8Array): number {
  let used = 0;
  for (let at = 0; at < rows.length; at += ROW) if (rows.subarray(at, at + ROW).some((value) => value !== 0)) used++;
  return used;
}
