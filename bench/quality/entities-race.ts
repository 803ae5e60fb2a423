/**
 * Names by Copydesk and by compromise, side by side in one run: exact F1, words a second, first call and memory, each in a process of its own.
 * Usage: node bench/quality/entities-race.ts --data ../shared/eval/entities
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import Table from 'cli-table3';
import { takeAsClean } from '../../src/clean/clean.ts';
import { countWords } from '../../src/article.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { SPAN_SETS } from './entities.ts';

const TYPES = ['PER', 'ORG', 'LOC'] as const;
interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}
interface Document {
  readonly text: string;
  readonly entities: readonly NameSpan[];
}
type Contender = (text: string) => NameSpan[];

const KIND: Readonly<Record<string, string>> = { person: 'PER', organisation: 'ORG', place: 'LOC', facility: 'LOC' };

const copydesk: Contender = (text) =>
  findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 } }).entities.flatMap(({ kind, mentions }) =>
    mentions.map(({ span: [start, end] }) => ({ start, end, type: KIND[kind] ?? 'MISC' })),
  );

interface CompromiseDocument {
  people(): CompromiseView;
  organizations(): CompromiseView;
  places(): CompromiseView;
}
interface CompromiseView {
  json(options: { offset: boolean }): { text: string; offset: { start: number; length: number } }[];
}

async function loadCompromise(): Promise<Contender> {
  const { default: nlp } = (await import('compromise')) as unknown as { default: (text: string) => CompromiseDocument };
  return (text) => {
    const document = nlp(text);
    return (
      [
        ['PER', document.people()],
        ['ORG', document.organizations()],
        ['LOC', document.places()],
      ] as const
    ).flatMap(([type, view]) =>
      view.json({ offset: true }).map(({ offset }) => {
        // its offsets take the marks around a name in: cut them off, so that it is not punished for them
        const raw = text.slice(offset.start, offset.start + offset.length);
        const name = raw.replace(/^[^\p{L}\p{N}]+|(?:['’]s)?[^\p{L}\p{N}]*$/gu, '');
        const start = offset.start + Math.max(0, raw.indexOf(name));
        return { start, end: start + name.length, type };
      }),
    );
  };
}

const read = (data: string, set: string): Document[] =>
  gunzipSync(readFileSync(join(data, `${set}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Document);

interface Result {
  readonly scores: Record<string, number>;
  readonly firstMs: number;
  readonly wordsPerSecond: number;
  /** Resident memory of the whole process at the end, MB, and what the reading added to it. */
  readonly memoryMb: number;
  readonly addedMb: number;
}

async function contend(name: string, data: string): Promise<Result> {
  const sets = SPAN_SETS.map((set) => [set, read(data, set)] as const);
  const before = process.memoryUsage.rss();
  const began = performance.now();
  const find = name === 'copydesk' ? copydesk : await loadCompromise();
  find('Ana Lima of the Border Council spoke in Lisbon.');
  const firstMs = performance.now() - began;
  const scores: Record<string, number> = {};
  let words = 0;
  let milliseconds = 0;
  for (const [set, documents] of sets) {
    let right = 0;
    let all = 0;
    for (const { text, entities } of documents) {
      const start = performance.now();
      const found = find(text);
      milliseconds += performance.now() - start;
      words += countWords(text);
      const key = ({ start: from, end, type }: NameSpan): string => `${from}:${end}:${type}`;
      const gold = new Set(entities.filter(({ type }) => (TYPES as readonly string[]).includes(type)).map(key));
      const told = new Set(found.filter(({ type }) => (TYPES as readonly string[]).includes(type)).map(key));
      for (const each of told) if (gold.has(each)) right += 1;
      all += gold.size + told.size;
    }
    scores[set] = (200 * right) / Math.max(1, all);
  }
  const rss = process.memoryUsage.rss();
  return {
    scores,
    firstMs,
    wordsPerSecond: (1000 * words) / milliseconds,
    memoryMb: rss / 1024 / 1024,
    addedMb: (rss - before) / 1024 / 1024,
  };
}

const { values, positionals } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval/entities' } },
  allowPositionals: true,
});
const [asked] = positionals;
if (asked !== undefined) {
  process.send?.(await contend(asked, values.data));
  process.disconnect();
} else {
  const table = new Table({ head: ['', ...SPAN_SETS.map((set) => `${set} F1`), 'words/s', 'first call ms', 'memory MB', 'of it added'] });
  for (const name of ['copydesk', 'compromise']) {
    const child = fork(import.meta.filename, [name, '--data', values.data]);
    const [result] = (await once(child, 'message')) as [Result];
    table.push([
      name,
      ...SPAN_SETS.map((set) => (result.scores[set] ?? 0).toFixed(1)),
      Math.round(result.wordsPerSecond),
      Math.round(result.firstMs),
      Math.round(result.memoryMb),
      Math.round(result.addedMb),
    ]);
  }
  console.log(table.toString());
}
