/**
 * CPU that a copy saves by taking over quotations and entities from its canonical article, over copies of the de-duplication benchmark, and whether
 * it has then what the stages would have found.
 * Run: node bench/speed/reuse-canonical.ts [--data ../shared/eval] [--copies 200]
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readArticle, type NewsRecord } from '../../src/index.ts';
import { reuseCanonical } from '../../src/queue/reuse-canonical.ts';
import { readLines, type Line } from '../quality/dedup.ts';

interface Document extends Line {
  readonly cluster: string;
  readonly kind: string;
}

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, copies: { type: 'string', default: '200' } },
});

/** Milliseconds of CPU. */
function cpu<T>(work: () => T): { result: T; ms: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: (user + system) / 1000 };
}

const documents = readLines(join(resolve(values.data), 'dedup/dev.jsonl.gz')) as Document[];
const originals = new Map(documents.filter(({ kind }) => kind === 'original').map((document) => [document.cluster, document]));
const copies = documents.filter(({ kind, cluster }) => kind === 'copy' && originals.has(cluster)).slice(0, Number(values.copies));
for (const { text } of documents.slice(0, 10)) readArticle({ text });

const records = new Map<string, NewsRecord>();
let taken = 0;
let spent = 0;
let saved = 0;
let cost = 0;
let same = { found: 0, quotations: 0, entities: 0, names: 0 };
let paragraphs = { all: 0, equal: 0 };
for (const { text, cluster } of copies) {
  const original = originals.get(cluster)?.text ?? '';
  const canonical = records.get(cluster) ?? readArticle({ text: original });
  records.set(cluster, canonical);
  const clean = cpu(() => readArticle({ text }, { stages: ['clean'] }));
  const whole = cpu(() => readArticle({ text }));
  const stages = Math.max(0, whole.ms - clean.ms);
  spent += stages;
  const { result, ms } = cpu(() => reuseCanonical(clean.result, canonical));
  cost += ms;
  const theirs = new Set(canonical.body.paragraphs.map((span) => canonical.body.text.slice(...span)));
  paragraphs = {
    all: paragraphs.all + clean.result.body.paragraphs.length,
    equal: paragraphs.equal + clean.result.body.paragraphs.filter((span) => theirs.has(clean.result.body.text.slice(...span))).length,
  };
  if (result === undefined) continue;
  taken += 1;
  saved += stages;
  const spans = new Set(result.quotations.map(({ span, speaker }) => `${span.join('-')} ${speaker?.name}`));
  const names = new Set(result.entities.flatMap(({ kind, mentions }) => mentions.map(({ span }) => `${span.join('-')} ${kind}`)));
  const stageNames = whole.result.entities.flatMap(({ kind, mentions }) => mentions.map(({ span }) => `${span.join('-')} ${kind}`));
  same = {
    found: same.found + whole.result.quotations.filter(({ span, speaker }) => spans.has(`${span.join('-')} ${speaker?.name}`)).length,
    quotations: same.quotations + whole.result.quotations.length,
    entities: same.entities + stageNames.filter((name) => names.has(name)).length,
    names: same.names + stageNames.length,
  };
}
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
console.log(
  [
    `${copies.length} copies; entities and quotations: ${(spent / copies.length).toFixed(1)} ms of CPU each`,
    `${taken} (${percent(taken / copies.length)}) take everything over: ${(saved / copies.length).toFixed(1)} ms a copy (${percent(saved / spent)}) saved, ` +
      `looking costs ${(cost / copies.length).toFixed(2)} ms`,
    `of what the stages find in those, ${percent(same.found / same.quotations)} of ${same.quotations} quotations with speaker and ${percent(same.entities / same.names)} of ${same.names} names are taken over`,
    `${percent(paragraphs.equal / paragraphs.all)} of all paragraphs stand in the canonical as they are`,
  ].join('\n'),
);
