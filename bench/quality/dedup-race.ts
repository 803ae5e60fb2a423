/**
 * Copies that arrive at once: eight of each story, on four worker processes that begin each story together; at each quarter one of them is killed
 * in the middle of its work and takes it up again. Counts stories that were split over clusters (must be 0) and heads that are not one a cluster.
 * Run: DATABASE_URL=postgres://… node bench/quality/dedup-race.ts [STORIES=1000] [FROM=0]
 * Needs an empty database; with FROM it goes on in the one of a former run. The counts are of all that is there.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { signArticle } from '../../src/dedupe/sign.ts';
import { withRetries } from '../../src/store/database.ts';
import { createDuplicateIndex } from '../../src/store/duplicate-index.ts';
import { migrate } from '../../src/store/migrations.ts';
import type { Database } from '../../src/store/schema.ts';

const WORKERS = 4;
const COPIES = 8;

const open = (): Kysely<Database> =>
  new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: process.env['DATABASE_URL'], max: COPIES / WORKERS }) }),
  });

const mixed = (state: number): number => {
  const once = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  const twice = Math.imul(once ^ (once >>> 15), 0x2c1b3c6d);
  return twice ^ (twice >>> 13);
};

/**
 * A story of its own in eleven paragraphs of made-up words; copy `copy` lacks the last ones. Each word is a hash of story and place: numbers drawn one
 * after the other make two of some thousand stories share a stretch of text.
 */
function paragraphsOf(story: number, copy: number): string[] {
  let place = 0;
  const next = (): number => mixed(mixed(story + 1) ^ Math.imul((place += 1), 0x9e3779b1)) & 0xffff;
  const paragraphs = Array.from(
    { length: 11 },
    () => `The ${Array.from({ length: 24 }, () => `w${next().toString(36)}`).join(' ')} ended.`,
  );
  return paragraphs.slice(0, 11 - (copy % 4));
}

/** One of the workers: its two copies of a story whenever the parent names one. */
async function work(worker: number): Promise<void> {
  const db = open();
  process.on('message', (story: number) => {
    void Promise.all(Array.from({ length: COPIES / WORKERS }, (_, place) => assign(db, story, worker * (COPIES / WORKERS) + place))).then(
      () => process.send?.(story),
    );
  });
  process.once('disconnect', () => void db.destroy());
}

async function assign(db: Kysely<Database>, story: number, copy: number): Promise<void> {
  const text = paragraphsOf(story, copy);
  let at = 0;
  const paragraphs = text.map((paragraph): [number, number] => [at, (at += paragraph.length + 1) - 1]);
  const signature = signArticle({ headline: '', body: { text: text.join('\n'), paragraphs } });
  const article = { id: `art_${story}_${copy}`, signature };
  await withRetries(() => db.transaction().execute((tx) => createDuplicateIndex(tx).assign(article)));
}

const start = (worker: number): ChildProcess => fork(import.meta.filename, ['worker', String(worker)]);

/** Sends the story and waits until the worker is done with it. A worker that is to die does so a moment after; another one repeats the story. */
async function send(workers: ChildProcess[], worker: number, story: number, dies: boolean): Promise<void> {
  const child = workers[worker];
  if (child === undefined) return;
  child.send(story);
  if (!dies) return void (await once(child, 'message'));
  await pause(2);
  child.kill('SIGKILL');
  await once(child, 'exit');
  workers[worker] = start(worker);
  await send(workers, worker, story, false);
}

async function race(from: number, stories: number): Promise<void> {
  const db = open();
  await migrate(db);
  const workers = Array.from({ length: WORKERS }, (_, worker) => start(worker));
  const began = performance.now();
  let kills = 0;
  for (let story = from; story < from + stories; story += 1) {
    const victim = (story - from) % Math.ceil(stories / 4) === 0 && story > from ? (kills += 1) % WORKERS : -1;
    await Promise.all(workers.map((_, worker) => send(workers, worker, story, worker === victim)));
  }
  for (const worker of workers) worker.disconnect();
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await sql<{ articles: number; stories: number; clusters: number; split: number; heads: number }>`
    WITH placed AS (
      SELECT split_part(d.article_id, '_', 2) AS story, coalesce(alias.cluster_n, d.cluster_n) AS cluster, d.is_head
      FROM copydesk.duplicate_articles AS d LEFT JOIN copydesk.cluster_aliases AS alias ON alias.n = d.cluster_n
    ), stories AS (SELECT story, count(DISTINCT cluster) AS clusters FROM placed GROUP BY story)
    SELECT (SELECT count(*) FROM placed)::integer AS articles, count(*)::integer AS stories, (SELECT count(DISTINCT cluster) FROM placed)::integer AS clusters,
      count(*) FILTER (WHERE clusters > 1)::integer AS split, (SELECT count(*) FROM placed WHERE is_head)::integer AS heads FROM stories`.execute(
    db,
  );
  console.log(JSON.stringify({ ...rows[0], kills, articlesPerSecond: Math.round((stories * COPIES) / seconds) }));
  await db.destroy();
}

const [, , first, second] = process.argv;
if (first === 'worker') await work(Number(second));
else await race(Number(second ?? 0), Number(first ?? 1000));
