/** The blocks of consecutive articles that the duplicate index is cut into: made in time, dropped whole when they are older than the window. */
import { sql } from 'kysely';
import { WINDOW_DAYS } from '../dedupe/duplicate-index.ts';
import type { Executor } from './schema.ts';

/**
 * Articles in one block: 650 MB of index, beside 13 GB of records. Each statement opens every block, so a million articles in nine blocks cost three
 * times as much as in two (decision 0032). Migration 0007 cut the tables of existing databases to this size: another size needs a migration.
 */
export const BLOCK_SIZE = 524_288;

/** Makes one block, on an attached table rather than in place: attaching does not stop readers and writers of the others. */
export function blockStatements(block: number): string[] {
  const range = `FOR VALUES FROM (${block * BLOCK_SIZE}) TO (${(block + 1) * BLOCK_SIZE})`;
  return ['duplicate_articles', 'duplicate_keys'].flatMap((table) => [
    `CREATE TABLE copydesk.${table}_${block} (LIKE copydesk.${table} INCLUDING DEFAULTS INCLUDING STORAGE)`,
    `ALTER TABLE copydesk.${table} ATTACH PARTITION copydesk.${table}_${block} ${range}`,
  ]);
}

/** First argument of pg_advisory_xact_lock. */
const BLOCK_LOCKS = 0x636f707a;

/** Makes the next block when article `n` is in the second half of its own: looked at now and then, by whoever comes first. */
export async function makeNextBlock(db: Executor, n: number): Promise<void> {
  if (n % BLOCK_SIZE < BLOCK_SIZE / 2 || n % 1024 !== 0) return;
  const block = Math.floor(n / BLOCK_SIZE) + 1;
  const { rows } = await sql<{ missing: boolean }>`
    SELECT to_regclass(${`copydesk.duplicate_keys_${block}`}) IS NULL AND pg_try_advisory_xact_lock(${BLOCK_LOCKS}::integer, ${block}::integer) AS missing`.execute(
    db,
  );
  if (rows[0]?.missing !== true) return;
  for (const statement of blockStatements(block)) await sql.raw(statement).execute(db);
}

/** How long the dropping waits for those who read a block, ms; others wait behind it meanwhile. */
const DROP_LOCK_TIMEOUT_MS = 2000;

/**
 * Drops the blocks whose last article is older than the window, never one that still takes articles. Records stay. Answers how many were dropped.
 * While another worker is at it, or someone reads for long, it leaves the rest to the next time.
 */
export async function dropOldBlocks(db: Executor, windowDays: number = WINDOW_DAYS): Promise<number> {
  const { rows: blocks } = await sql<{ block: number }>`
    SELECT substring(c.relname FROM '[0-9]+$')::integer AS block FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'copydesk.duplicate_articles'::regclass
      AND (substring(c.relname FROM '[0-9]+$')::bigint + 1) * ${BLOCK_SIZE}::bigint <= (SELECT last_value FROM copydesk.duplicate_numbers)
    ORDER BY 1`.execute(db);
  let dropped = 0;
  for (const { block } of blocks) if (await dropBlock(db, block, windowDays)) dropped += 1;
  return dropped;
}

async function dropBlock(db: Executor, block: number, windowDays: number): Promise<boolean> {
  const articles = sql.id('copydesk', `duplicate_articles_${block}`);
  const keys = sql.id('copydesk', `duplicate_keys_${block}`);
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('lock_timeout', ${String(DROP_LOCK_TIMEOUT_MS)}, true)`.execute(tx);
    const { rows } = await sql<{ mine: boolean }>`
      SELECT pg_try_advisory_xact_lock(${BLOCK_LOCKS}::integer, ${block}::integer)
        AND to_regclass(${`copydesk.duplicate_articles_${block}`}) IS NOT NULL AS mine`.execute(tx);
    if (rows[0]?.mine !== true) return false;
    // The last article of a block is nearly always the newest: the whole block is read only when that one is old.
    const { rows: ages } = await sql<{ old: boolean | null }>`
      WITH edge AS (SELECT now() - make_interval(days => ${windowDays}::integer) AS moment)
      SELECT CASE WHEN (SELECT received_at FROM ${articles} ORDER BY n DESC LIMIT 1) < edge.moment
        THEN (SELECT max(received_at) FROM ${articles}) < edge.moment END AS old FROM edge`.execute(tx);
    if (ages[0]?.old !== true) return false;
    await sql`DROP TABLE ${articles}, ${keys}`.execute(tx);
    return true;
  });
}
