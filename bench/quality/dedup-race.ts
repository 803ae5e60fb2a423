/**
 * Copies that arrive at once: eight of each story, on four worker processes at the same time, one of which is killed in the middle and
 * starts over. Counts stories that were split over clusters (must be 0) and heads that are not one a cluster.
 * Run: DATABASE_URL=postgres://… node bench/quality/dedup-race.ts [STORIES=1000]      Needs an empty database.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
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

/** A story of its own in eleven paragraphs of made-up words; copy `copy` lacks the last ones. */
function paragraphsOf(story: number, copy: number): string[] {
  let state = story * 2654435761 + 1;
  const next = (): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (state >>> 8) & 0xffff;
  };
  const paragraphs = Array.from(
    { length: 11 },
    () => `The ${Array.from({ length: 24 }, () => `w${next().toString(36)}`).join(' ')} ended.`,
  );
  return paragraphs.slice(0, 11 - (copy % 4));
}

/** One of the workers: its two copies of every story, story by story, so that all eight meet. */
async function work(worker: number, stories: number): Promise<void> {
  const db = open();
  for (let story = 0; story < stories; story += 1) {
    await Promise.all(
      Array.from({ length: COPIES / WORKERS }, async (_, place) => {
        const copy = worker * (COPIES / WORKERS) + place;
        const text = paragraphsOf(story, copy);
        let at = 0;
        const paragraphs = text.map((paragraph): [number, number] => [at, (at += paragraph.length + 1) - 1]);
        const signature = signArticle({ headline: '', body: { text: text.join('\n'), paragraphs } });
        const article = { id: `art_${story}_${copy}`, signature };
        await withRetries(() => db.transaction().execute((tx) => createDuplicateIndex(tx).assign(article)));
      }),
    );
    process.send?.(story);
  }
  await db.destroy();
  process.disconnect();
}

async function race(stories: number): Promise<void> {
  const db = open();
  await migrate(db);
  const start = performance.now();
  let kills = 0;
  const run = async (worker: number): Promise<void> => {
    const child: ChildProcess = fork(import.meta.filename, [String(stories), String(worker)]);
    child.on('message', (story) => {
      if (worker !== 1 || kills > 0 || Number(story) < stories / 2) return;
      kills += 1;
      child.kill('SIGKILL');
    });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (signal === 'SIGKILL') await run(worker);
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => run(worker)));
  const seconds = (performance.now() - start) / 1000;
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

const stories = Number(process.argv[2] ?? 1000);
if (process.argv[3] === undefined) await race(stories);
else await work(Number(process.argv[3]), stories);
