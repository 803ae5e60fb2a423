/**
 * The de-duplication benchmark as a table: other arrival orders, other seeds of the generator, and each part of the method left out.
 * Run: node bench/quality/dedup-table.ts [--data ../shared/eval] [--seeds 1,2,3] [--orders 10] [--without all|PART,PART] [--kinds] [--worst N]
 * Seed 1 is the development set as it came; sets of other seeds are generated from the same sources into the system's temporary folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { JUDGING, type Judging } from '../../src/dedupe/choose-cluster.ts';
import { clusterText } from '../../src/dedupe/cluster-stream.ts';
import { ALL_COMPARISON_RULES, compareArticles, type Comparison, type ComparisonRules } from '../../src/dedupe/compare.ts';
import { MemoryIndex } from '../../src/dedupe/memory-index.ts';
import type { LeftOut, Signature } from '../../src/dedupe/sign.ts';
import { readLines, shuffled, type Line } from './dedup.ts';

interface Share {
  readonly docs: number;
  readonly recall: number | null;
  readonly falselyJoined: number;
}

interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly ari: number;
  readonly roundupsThatJoinTwoStories: readonly [number, number];
  readonly updatesJoinedToEarlierVersion: readonly [number, number];
  readonly byKind: Readonly<Record<string, Share>>;
  readonly byEdit: Readonly<Record<string, Share>>;
  readonly worst: {
    readonly falseJoins: readonly { clusters: string; pairs: number; example: string[]; kinds: string[] }[];
    readonly missed: readonly { ids: string[]; cluster: string; edits: string[] }[];
  };
}

type Scorer = (gold: readonly Line[], predicted: readonly unknown[], options?: { lenient?: boolean; worst?: number }) => Scores;

/** A part of the method, and how to do without it. */
interface Trial {
  readonly what: string;
  readonly judging: Judging;
  readonly leftOut?: LeftOut;
}

const comparing = (rules: Partial<ComparisonRules>): Judging => ({
  ...JUDGING,
  compare: (a, b) => compareArticles(a, b, { ...ALL_COMPARISON_RULES, ...rules }),
});

const triplesOf = ({ words }: Signature): Set<number> =>
  new Set(words.slice(2).map((word, at) => ((words[at] ?? 0) * 31 + (words[at + 1] ?? 0)) * 31 + word));

/** Shared word triples wherever they stand, instead of an alignment; no veto can be had from it. */
function compareByTriples(a: Signature, b: Signature): Comparison {
  const [small, large] = [triplesOf(a), triplesOf(b)].sort((x, y) => x.size - y.size) as [Set<number>, Set<number>];
  let shared = 0;
  for (const triple of small) if (large.has(triple)) shared += 1;
  const containment = small.size === 0 ? 0 : shared / small.size;
  return { ...compareArticles(NOTHING, NOTHING), relation: containment >= 0.4 ? 'same' : 'unrelated', containment };
}

const NOTHING: Signature = { words: [], paragraphs: [], quoting: [] };

const TRIALS: Readonly<Record<string, Trial>> = {
  vetoes: { what: 'any veto', judging: comparing({ numbers: false, names: false, newTop: false }) },
  numbers: { what: 'the veto on numbers', judging: comparing({ numbers: false }) },
  names: { what: 'the veto on names', judging: comparing({ names: false }) },
  top: { what: 'the words of a new top', judging: comparing({ newTop: false }) },
  quotations: { what: 'the rule on quotations', judging: comparing({ quotations: false }) },
  alignment: { what: 'alignment (triples instead)', judging: { ...JUDGING, compare: compareByTriples } },
  core: { what: 'the core of a cluster', judging: { ...JUDGING, core: false } },
  merges: { what: 'merging of clusters', judging: { ...JUDGING, merges: false } },
  lines: { what: 'lines of outlets', judging: { ...JUDGING, outletLines: false } },
  loose: { what: 'leaving out loose lines', judging: JUDGING, leftOut: 'furniture' },
  vocabulary: { what: 'words of furniture', judging: JUDGING, leftOut: 'nothing' },
  furniture: { what: 'words of furniture and lines', judging: { ...JUDGING, outletLines: false }, leftOut: 'nothing' },
};

function cluster(lines: readonly Line[], { judging, leftOut }: Omit<Trial, 'what'>): { id: string; cluster: string }[] {
  const index = new MemoryIndex(judging);
  for (const { id, text, outlet } of lines) clusterText({ id, text, outlet: outlet ?? undefined }, index, leftOut);
  return lines.map(({ id }) => ({ id, cluster: index.clusterOf(id) ?? id }));
}

const fixed = (share: number): string => share.toFixed(4).replace(/^0/, '');

function row(what: string, strict: Scores, lenient: Scores): void {
  const [bridging] = strict.roundupsThatJoinTwoStories;
  const [joined, updates] = strict.updatesJoinedToEarlierVersion;
  console.log(
    `${what.padEnd(36)} P ${fixed(strict.precision)}  R ${fixed(strict.recall)}  F1 ${fixed(strict.f1)}  ARI ${fixed(strict.ari)}  ` +
      `lenient F1 ${fixed(lenient.f1)}  bridging roundups ${bridging}  updates joined ${joined}/${updates}`,
  );
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    seeds: { type: 'string', default: '1' },
    orders: { type: 'string', default: '0' },
    without: { type: 'string', default: '' },
    kinds: { type: 'boolean', default: false },
    worst: { type: 'string', default: '0' },
  },
});

const folder = resolve(values.data, 'dedup');
const { score } = (await import(pathToFileURL(join(folder, 'score.mjs')).href)) as { score: Scorer };

function linesOf(seed: number): Line[] {
  if (seed === 1) return readLines(join(folder, 'dev.jsonl.gz'));
  const file = join(tmpdir(), `copydesk-dedup-seed-${seed}.jsonl.gz`);
  if (!existsSync(file)) {
    const from = ['--sources', join(folder, 'sources-dev.jsonl.gz'), '--natural', join(folder, 'natural-pairs-dev.json')];
    execFileSync(process.execPath, [join(folder, 'generate.mjs'), ...from, '--split', 'even', '--seed', String(seed), '--out', file]);
  }
  return readLines(file);
}

function run(what: string, lines: readonly Line[], gold: readonly Line[], trial: Omit<Trial, 'what'> = { judging: JUDGING }): Scores {
  const predicted = cluster(lines, trial);
  const strict = score(gold, predicted, { worst: Number(values.worst) });
  row(what, strict, score(gold, predicted, { lenient: true }));
  return strict;
}

const parts = values.without === 'all' ? Object.keys(TRIALS) : values.without.split(',').filter((part) => part !== '');
for (const seed of values.seeds.split(',').map(Number)) {
  const gold = linesOf(seed);
  const scores = run(`seed ${seed}`, gold, gold);
  const spread = [scores.f1];
  for (let order = 1; order <= Number(values.orders); order += 1)
    spread.push(run(`seed ${seed}, order ${order}`, shuffled(gold, order), gold).f1);
  if (spread.length > 1) console.log(`F1 from ${fixed(Math.min(...spread))} to ${fixed(Math.max(...spread))} over ${spread.length} orders`);
  for (const part of parts) {
    const trial = TRIALS[part];
    if (trial === undefined) throw new Error(`--without ${part}: not one of ${Object.keys(TRIALS).join(', ')}`);
    run(`seed ${seed} without ${trial.what}`, gold, gold, trial);
  }
  if (values.kinds) {
    for (const [name, share] of [...Object.entries(scores.byKind), ...Object.entries(scores.byEdit)]) {
      const recall = share.recall === null ? '    -' : fixed(share.recall);
      console.log(
        `  ${name.padEnd(22)} ${String(share.docs).padStart(5)} documents  recall ${recall}  falsely joined ${fixed(share.falselyJoined)}`,
      );
    }
  }
  for (const join of scores.worst.falseJoins)
    console.log(`  false: ${join.pairs} pairs ${join.clusters} ${join.example.join(' ')} ${join.kinds.join(' ')}`);
  for (const miss of scores.worst.missed) console.log(`  missed: ${miss.ids.join(' ')} ${miss.cluster} [${miss.edits.join('] [')}]`);
}
