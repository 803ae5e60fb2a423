/**
 * Trains the name tagger and writes models/entities.bin.br. Deterministic: the same data and options give the same bytes.
 * Usage: npm run train:entities -- --data ../shared/eval/entities [--without gmb] [--gmb 0.45] [--epochs 3] [--errors <folder>]
 * Learns from UNER English-EWT train, Wikigold and the Groningen Meaning Bank; the development sets are only measured on.
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
    gmb: { type: 'string', default: '0.45' },
    epochs: { type: 'string', default: '3' },
    bits: { type: 'string', default: '20' },
    rate: { type: 'string', default: '0.1' },
    l2: { type: 'string', default: '0' },
    'gmb-weight': { type: 'string', default: '1' },
    dropout: { type: 'string', default: '0.4' },
    errors: { type: 'string', default: '' },
    clean: { type: 'string', default: 'agree' },
    consistent: { type: 'boolean', default: true },
    'augment-silver': { type: 'string', default: '1' },
    augment: { type: 'string', default: '1' },
    out: { type: 'string', default: 'models/entities.bin.br' },
    cache: { type: 'string', default: '' },
    models: { type: 'string', default: '2' },
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
  return result;
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
const corpora = [...base, ...(silver.length > 0 ? [silver] : [])].map((corpus, number) => [
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
  corpusWeight: [1, 1, Number(values['gmb-weight'])],
  dropout: Number(values.dropout),
  log,
};

/** The mean of several models that differ in order and dropout: for a log-linear model the same as asking all of them. */
function learnSeveral(count: number): Weights {
  const mean = learn(store, settings);
  for (let seed = 1; seed < count; seed++) {
    const other = learn(store, { ...settings, seed });
    for (const part of ['emission', 'transition'] as const)
      for (let at = 0; at < mean[part].length; at++) mean[part][at] = ((mean[part][at] ?? 0) * seed + (other[part][at] ?? 0)) / (seed + 1);
    for (const set of dev) log(`  ${seed + 1} models ${scoreFile(set, spread(set.documents, set.store, mean))}`);
  }
  return mean;
}

const firstWeights = learnSeveral(Number(values.models));
for (const set of dev) log(`  ${scoreFile(set, spread(set.documents, set.store, firstWeights))}`);

if (values.out !== '') {
  const { emission, transition, keep } = firstWeights;
  const count = emission.length / LABEL_COUNT;
  const difference = new Float32Array(count * ROW);
  for (let row = 0; row < count; row++)
    for (let label = 0; label < ROW; label++)
      difference[row * ROW + label] = ((emission[row * LABEL_COUNT + label + 1] ?? 0) - (emission[row * LABEL_COUNT] ?? 0)) * keep;
  let top = 0;
  for (const value of difference) top = Math.max(top, Math.abs(value));
  const scale = Math.min(top, 4) / 127;
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
