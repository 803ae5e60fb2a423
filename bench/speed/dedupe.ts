/**
 * Signing against the usual way (regular expressions, then 5-word shingles), and the index in Postgres: bytes an article and time to assign one.
 * Run: DATABASE_URL=postgres://… node bench/speed/dedupe.ts [ARTICLES=10000] [--fill-seconds 300] [--assign 1000] [--clients 1]
 * Without DATABASE_URL only signing is measured. The index is filled with generated articles in bulk; a filling that takes longer than it may
 * goes on where it stopped when the command is given again. Then articles are assigned, each in a transaction of its own; half are cut copies.
 * Needs a database of its own.
 */
import { parseArgs } from 'node:util';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { linesOf, outletKey } from '../../src/dedupe/outlet-lines.ts';
import { toBytes } from '../../src/dedupe/signature-bytes.ts';
import { signArticle, type SignInput } from '../../src/dedupe/sign.ts';
import { sketchOf } from '../../src/dedupe/sketch.ts';
import { createDuplicateIndex } from '../../src/store/duplicate-index.ts';
import { withRetries } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrations.ts';
import { BLOCK_SIZE, blockStatements } from '../../src/store/duplicate-blocks.ts';
import type { Database } from '../../src/store/schema.ts';

/** mulberry32. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'ba ren mo ti sal ko du ver nia lor pem gra shi ton ex ul fra min des cor'.split(' ');
const wordAt = (rank: number): string => {
  let word = '';
  for (let rest = rank + 7; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
};
const WORDS = Array.from({ length: 40_000 }, (_, rank) => wordAt(rank));
const FUNCTION_WORDS = 'the of to and a in that for was on said with as it at by from he they had'.split(' ');

/** An article of 250-600 words, with the word frequencies of running text (Zipf), names and figures. */
function article(seed: number): string[] {
  const next = random(seed);
  const paragraphs: string[] = [];
  const count = 8 + Math.floor(next() * 12);
  for (let paragraph = 0; paragraph < count; paragraph += 1) {
    const words: string[] = [];
    for (let index = 0; index < 24 + next() * 14; index += 1) {
      const kind = next();
      if (kind < 0.42) words.push(FUNCTION_WORDS[Math.floor(next() * FUNCTION_WORDS.length)] ?? 'the');
      else if (kind < 0.46) words.push(String(Math.floor(next() * 400)));
      else {
        const word = WORDS[Math.floor(40_000 ** next())] ?? '';
        words.push(kind > 0.9 ? word[0]?.toUpperCase() + word.slice(1) : word);
      }
    }
    paragraphs.push(`${words.join(' ')}.`);
  }
  return paragraphs;
}

function body(paragraphs: readonly string[]): SignInput {
  let at = 0;
  const spans = paragraphs.map((paragraph): [number, number] => {
    const span: [number, number] = [at, at + paragraph.length];
    at += paragraph.length + 2;
    return span;
  });
  return { headline: '', body: { text: paragraphs.join('\n\n'), paragraphs: spans } };
}

/** Every fourth article is a cut copy of an earlier one. */
const paragraphsOf = (number: number): string[] => (number % 4 === 3 ? article(number - 3).slice(0, 5 + (number % 7)) : article(number));

/** What most tools do: level the text with regular expressions, then hash every run of five words. */
function usualWay(text: string): Set<number> {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/(\d),(?=\d{3})/g, '$1')
    .replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')
    .split(/\s+/);
  const shingles = new Set<number>();
  for (let index = 0; index + 5 <= words.length; index += 1) {
    let hash = 0x811c9dc5;
    for (const char of words.slice(index, index + 5).join(' ')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
    shingles.add(hash >>> 0);
  }
  return shingles;
}

/** Microseconds of CPU for one call, the best of five rounds. */
function cpuOf(rounds: readonly SignInput[], work: (input: SignInput) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const start = process.cpuUsage();
    for (const input of rounds) work(input);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / rounds.length);
  }
  return best;
}

function measureSigning(): void {
  const inputs = Array.from({ length: 600 }, (_, number) => body(article(number)));
  const chars = inputs.reduce((sum, input) => sum + input.body.text.length, 0) / inputs.length;
  const ours = cpuOf(inputs, (input) => sketchOf(signArticle(input)));
  const usual = cpuOf(inputs, (input) => usualWay(input.body.text));
  console.log(
    `signing, ${Math.round(chars)} characters an article: ${ours.toFixed(0)} µs; regular expressions and 5-word shingles: ${usual.toFixed(0)} µs`,
  );
}

const outletOf = (number: number): string => `Outlet ${number % 500}`;
const idOf = (number: number): string => number.toString(16).padStart(24, '0');

/** Articles sent in one statement. */
const STEP = 500;

/** False: not finished in the time. */
async function fill(db: Kysely<Database>, count: number, seconds: number): Promise<boolean> {
  const stop = performance.now() + seconds * 1000;
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce((SELECT n + 1 FROM copydesk.duplicate_articles ORDER BY n DESC LIMIT 1), 0) AS next`.execute(db);
  let from = rows[0]?.next ?? 0;
  if (from >= count) return true;
  for (; from < count && performance.now() < stop; from += STEP) {
    const block = Math.floor(from / BLOCK_SIZE) + 1;
    const { rows: made } = await sql<{
      there: boolean;
    }>`SELECT to_regclass(${`copydesk.duplicate_keys_${block}`}) IS NOT NULL AS there`.execute(db);
    if (made[0]?.there !== true) for (const statement of blockStatements(block)) await sql.raw(statement).execute(db);
    const signatures = Array.from({ length: Math.min(STEP, count - from) }, (_, index) => signArticle(body(paragraphsOf(from + index))));
    const numbers = signatures.map((_, index) => from + index);
    const clusters = numbers.map((number) => (number % 4 === 3 ? number - 3 : number));
    const keys = signatures.flatMap((signature, index) => sketchOf(signature).map((key) => ({ key, n: from + index })));
    await sql`
      WITH articles AS (
        INSERT INTO copydesk.duplicate_articles (n, cluster_n, is_head, article_id, cluster_id, outlet, published_at, containment, signature, outlet_key, lines)
        SELECT n, cluster_n, n = cluster_n, 'art_' || id, 'clu_' || cluster_id, 'An Outlet of Fair Length', '2025-03-01T10:00:00Z', 0.9, signature, outlet_key,
          string_to_array(lines, ',')::integer[]
        FROM unnest(${numbers}::integer[], ${clusters}::integer[], ${numbers.map(idOf)}::text[], ${clusters.map(idOf)}::text[], ${signatures.map(toBytes)}::bytea[],
          ${signatures.map((signature) => linesOf(signature).join(','))}::text[], ${numbers.map((number) => outletKey(outletOf(number)))}::integer[])
          AS row (n, cluster_n, id, cluster_id, signature, lines, outlet_key)
      )
      INSERT INTO copydesk.duplicate_keys (key, n)
      SELECT * FROM unnest(${keys.map(({ key }) => key)}::integer[], ${keys.map(({ n }) => n)}::integer[])`.execute(db);
  }
  if (from < count) {
    console.log(`${from} of ${count} filled; give the command again to go on`);
    return false;
  }
  await sql`SELECT setval('copydesk.duplicate_numbers', ${count - 1})`.execute(db);
  await sql`VACUUM ANALYZE copydesk.duplicate_articles, copydesk.duplicate_keys`.execute(db);
  return true;
}

const shareOf = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2).padStart(7);

function report(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const mean = (sorted.reduce((sum, time) => sum + time, 0) / sorted.length).toFixed(2).padStart(7);
  console.log(
    `  ${what.padEnd(34)} p50 ${shareOf(sorted, 0.5)}  p95 ${shareOf(sorted, 0.95)}  p99 ${shareOf(sorted, 0.99)}  mean ${mean} ms  (${sorted.length})`,
  );
}

/** First lines of the statements that an assignment sends. */
const STATEMENTS = ['repeated_lines', 'find_duplicates', 'place_duplicate', 'known_duplicate', 'UPDATE'] as const;

interface Measured {
  readonly inside: number[];
  readonly whole: number[];
  readonly match: number[];
  joined: number;
  copies: number;
}

async function assignSome(
  db: Kysely<Database>,
  count: number,
  from: number,
  number: number,
  measured: Measured,
  warm: boolean,
): Promise<void> {
  const isCopy = number % 2 === 0;
  const random01 = random(from + number);
  const original = Math.floor((random01() * count) / 4) * 4;
  const paragraphs = isCopy ? article(original).slice(0, 7) : article(4_000_000 + from + number);
  const signed = { id: `art_new_${from}_${number}`, signature: signArticle(body(paragraphs)), outlet: outletOf(number) };
  const first = performance.now();
  await createDuplicateIndex(db).match(signed);
  const start = performance.now();
  let end = start;
  const membership = await withRetries(() =>
    db.transaction().execute(async (tx) => {
      const given = await createDuplicateIndex(tx).assign(signed);
      end = performance.now();
      return given;
    }),
  );
  if (!warm) {
    measured.match.push(start - first);
    measured.inside.push(end - start);
    measured.whole.push(performance.now() - start);
    if (isCopy) measured.copies += 1;
    if (isCopy && membership.role === 'copy') measured.joined += 1;
  }
}

interface Options {
  readonly fillSeconds: number;
  readonly assign: number;
  readonly clients: number;
}

async function measureIndex(url: string, count: number, { fillSeconds, assign, clients }: Options): Promise<void> {
  const spent = new Map<string, number[]>();
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: clients }) }),
    log: ({ query, queryDurationMillis }) => {
      const statement = STATEMENTS.find((name) => query.sql.includes(name));
      if (statement !== undefined) spent.set(statement, [...(spent.get(statement) ?? []), queryDurationMillis]);
    },
  });
  await migrate(db);
  if (!(await fill(db, count, fillSeconds))) return db.destroy();
  const size = await sql<{ bytes: string }>`
    SELECT sum(pg_total_relation_size(relid)) AS bytes FROM pg_partition_tree('copydesk.duplicate_articles') WHERE isleaf
    UNION ALL SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('copydesk.duplicate_keys') WHERE isleaf`.execute(db);
  const { rows } = await sql<{ n: string }>`SELECT last_value AS n FROM copydesk.duplicate_numbers`.execute(db);
  const from = Number(rows[0]?.n ?? 0);
  const bytes = size.rows.reduce((sum, row) => sum + Number(row.bytes), 0) / (from + 1);
  const measured: Measured = { inside: [], whole: [], match: [], joined: 0, copies: 0 };
  const warmUp = Math.floor(assign / 5);
  const run = async (first: number, last: number, warm: boolean): Promise<number> => {
    const start = performance.now();
    const client = async (place: number): Promise<void> => {
      for (let number = first + place; number < last; number += clients) await assignSome(db, count, from, number, measured, warm);
    };
    await Promise.all(Array.from({ length: clients }, (_, place) => client(place)));
    return performance.now() - start;
  };
  await run(0, warmUp, true);
  spent.clear();
  const took = await run(warmUp, warmUp + assign, false);
  console.log(
    `index of ${from + 1}: ${bytes.toFixed(0)} bytes an article; ${clients} at once, ${Math.round((assign * 1000) / took)} articles/s; ` +
      `${measured.joined} of ${measured.copies} cut copies joined`,
  );
  report('assign, without the commit', measured.inside);
  report('assign, with the commit', measured.whole);
  report('match (reads only)', measured.match);
  for (const [statement, times] of spent) report(`of that: ${statement.slice(0, 24)}`, times);
  await db.destroy();
}

measureSigning();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'fill-seconds': { type: 'string', default: '300' },
    assign: { type: 'string', default: '1000' },
    clients: { type: 'string', default: '1' },
  },
});
const url = process.env['DATABASE_URL'];
if (url !== undefined) {
  await measureIndex(url, Number(positionals[0] ?? 10_000), {
    fillSeconds: Number(values['fill-seconds']),
    assign: Number(values.assign),
    clients: Number(values.clients),
  });
}
