/**
 * Signing against the usual way (regular expressions, then 5-word shingles), and the index in Postgres: bytes an article and time to assign one.
 * Run: DATABASE_URL=postgres://… node bench/speed/dedupe.ts [ARTICLES=10000]   (without DATABASE_URL only signing is measured)
 * The index is filled with generated articles in bulk, then articles are assigned one by one, each in a transaction of its own. Needs an empty database.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { toBytes } from '../../src/dedupe/signature-bytes.ts';
import { signArticle, type SignInput } from '../../src/dedupe/sign.ts';
import { sketchOf } from '../../src/dedupe/sketch.ts';
import { createDuplicateIndex } from '../../src/store/duplicate-index.ts';
import { migrate } from '../../src/store/migrations.ts';
import { BLOCK_SIZE, blockStatements } from '../../src/store/migrations/0002-duplicates.ts';
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
        const word = wordAt(Math.floor(40_000 ** next()));
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

const idOf = (number: number): string => number.toString(16).padStart(24, '0');

async function fill(db: Kysely<Database>, count: number): Promise<void> {
  for (let block = 2; block * BLOCK_SIZE < count; block += 1)
    for (const statement of blockStatements(block)) await sql.raw(statement).execute(db);
  const step = 500;
  for (let from = 0; from < count; from += step) {
    const signatures = Array.from({ length: Math.min(step, count - from) }, (_, index) => signArticle(body(paragraphsOf(from + index))));
    const numbers = signatures.map((_, index) => from + index);
    const clusters = numbers.map((number) => (number % 4 === 3 ? number - 3 : number));
    await sql`
      INSERT INTO copydesk.duplicate_articles (n, cluster_n, is_head, article_id, cluster_id, outlet, published_at, containment, signature)
      SELECT n, cluster_n, n = cluster_n, 'art_' || id, 'clu_' || cluster_id, 'An Outlet of Fair Length', '2025-03-01T10:00:00Z', 0.9, signature
      FROM unnest(${numbers}::integer[], ${clusters}::integer[], ${numbers.map(idOf)}::text[], ${clusters.map(idOf)}::text[], ${signatures.map(toBytes)}::bytea[])
        AS row (n, cluster_n, id, cluster_id, signature)`.execute(db);
    const keys = signatures.flatMap((signature, index) => sketchOf(signature).map((key) => ({ key, n: from + index })));
    await sql`
      INSERT INTO copydesk.duplicate_keys (key, n)
      SELECT * FROM unnest(${keys.map(({ key }) => key)}::integer[], ${keys.map(({ n }) => n)}::integer[])`.execute(db);
  }
  await sql`SELECT setval('copydesk.duplicate_numbers', ${count - 1})`.execute(db);
  await sql`ANALYZE copydesk.duplicate_articles, copydesk.duplicate_keys`.execute(db);
}

async function measureIndex(url: string, count: number): Promise<void> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 4 }) }) });
  await migrate(db);
  await fill(db, count);
  const size = await sql<{ bytes: string }>`
    SELECT sum(pg_total_relation_size(relid)) AS bytes FROM pg_partition_tree('copydesk.duplicate_articles') WHERE isleaf
    UNION ALL SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('copydesk.duplicate_keys') WHERE isleaf`.execute(db);
  const bytes = size.rows.reduce((sum, row) => sum + Number(row.bytes), 0) / count;
  const times: number[] = [];
  let joined = 0;
  for (let number = 0; number < 600; number += 1) {
    const copied = number % 2 === 0;
    const paragraphs = copied ? article(Math.floor((number * count) / 2400) * 4).slice(0, 7) : article(count * 2 + number);
    const signed = { id: `art_new${number}`, signature: signArticle(body(paragraphs)) };
    const start = performance.now();
    const membership = await db.transaction().execute((tx) => createDuplicateIndex(tx).assign(signed));
    if (number >= 100) times.push(performance.now() - start);
    if (copied && membership.role === 'copy') joined += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(
    `index of ${count}: ${bytes.toFixed(0)} bytes an article; assign p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ${joined} of 300 cut copies joined`,
  );
  await db.destroy();
}

measureSigning();
const url = process.env['DATABASE_URL'];
if (url !== undefined) await measureIndex(url, Number(process.argv[2] ?? 10_000));
