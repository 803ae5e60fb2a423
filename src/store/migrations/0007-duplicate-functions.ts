/**
 * Finding the candidates of an article in one round trip. Plans are generic for good: with the
 * arguments in sight the planner hoped to leave blocks out and planned anew at every call, which cost more than all the reading.
 */
import { sql, type Kysely } from 'kysely';

/**
 * Articles in one block: 650 MB of index, beside 13 GB of records. Each statement opens every block, so a million articles in nine blocks (as 0002
 * made them) cost three times as much as in two.
 */
const BLOCK_SIZE = 524_288;

/** Holders of a key that make it too common to be locked are counted among so many of the newest articles. */
const RECENT = 131_072;

function blockStatements(block: number): string[] {
  const range = `FOR VALUES FROM (${block * BLOCK_SIZE}) TO (${(block + 1) * BLOCK_SIZE})`;
  return ['duplicate_articles', 'duplicate_keys'].flatMap((table) => [
    `CREATE TABLE copydesk.${table}_${block} (LIKE copydesk.${table} INCLUDING DEFAULTS INCLUDING STORAGE)`,
    `ALTER TABLE copydesk.${table} ATTACH PARTITION copydesk.${table}_${block} ${range}`,
  ]);
}

const KEPT_PLANS = 'SET plan_cache_mode = force_generic_plan SET jit = off';

const MEMBER_COLUMNS = `d.is_head, d.article_id, d.follows, d.outlet, d.originator, d.published_at, d.received_at, d.signature`;

/**
 * Locks the keys (when `lock_class` is given), then reads, cluster by cluster: the head, the best candidates, the first members, at most
 * `max_members` of each. An article that is in the index already is answered alone. A key that very many new articles hold is not locked: it
 * finds a cluster that is there already, or is a phrase that finds nobody, and all workers would wait for each other. Keys count by how rare they
 * are; one that more than a quarter of max_holders hold makes no candidate by itself. Each statement of a
 * volatile function sees what was committed before it, so the reading sees what the holder of a lock wrote. Members come after their founder:
 * blocks before it are not looked at.
 */
const FIND = `CREATE FUNCTION copydesk.find_duplicates(
    article text, wanted integer[], lock_class integer, max_holders integer, max_candidates integer, max_members integer, window_days integer
  ) RETURNS TABLE (
    n integer, cluster_n integer, cluster_id text, is_head boolean, article_id text, follows text,
    outlet text, originator text, published_at text, received_at timestamptz, signature bytea
  ) LANGUAGE plpgsql VOLATILE ${KEPT_PLANS} AS $body$
  #variable_conflict use_column
  DECLARE
    recent integer;
  BEGIN
    IF lock_class IS NOT NULL THEN
      SELECT last_value - ${RECENT} INTO recent FROM copydesk.duplicate_numbers;
      PERFORM pg_advisory_xact_lock(lock_class, rare.key) FROM (
        SELECT w.key FROM unnest(wanted) AS w (key)
        WHERE (
          SELECT count(*) FROM (SELECT FROM copydesk.duplicate_keys AS k WHERE k.key = w.key AND k.n > recent LIMIT max_holders) AS holder
        ) < max_holders
        ORDER BY w.key OFFSET 0
      ) AS rare;
    END IF;
    RETURN QUERY
      SELECT d.n, d.cluster_n, d.cluster_id, ${MEMBER_COLUMNS} FROM copydesk.duplicate_articles AS d WHERE d.article_id = article LIMIT 1;
    IF FOUND THEN RETURN; END IF;
    RETURN QUERY
      WITH candidate AS MATERIALIZED (
        SELECT best.n, best.place, coalesce(alias.cluster_n, d.cluster_n) AS cluster
        FROM (
          SELECT holder.n, row_number() OVER (ORDER BY sum(1024 / holder.total) DESC, holder.n DESC) AS place
          FROM unnest(wanted) AS w (key)
          CROSS JOIN LATERAL (
            SELECT newest.n, count(*) OVER () AS total
            FROM (SELECT k.n FROM copydesk.duplicate_keys AS k WHERE k.key = w.key ORDER BY k.n DESC LIMIT max_holders) AS newest
          ) AS holder
          GROUP BY holder.n HAVING count(*) > 1 OR min(holder.total) * 4 <= max_holders
          ORDER BY place LIMIT max_candidates
        ) AS best
        CROSS JOIN LATERAL (
          SELECT a.cluster_n FROM copydesk.duplicate_articles AS a
          WHERE a.n = best.n AND a.received_at > now() - make_interval(days => window_days)
        ) AS d
        LEFT JOIN copydesk.cluster_aliases AS alias ON alias.n = d.cluster_n
      ), family AS MATERIALIZED (
        SELECT c.cluster, c.cluster AS n FROM candidate AS c
        UNION
        SELECT c.cluster, alias.n FROM candidate AS c JOIN copydesk.cluster_aliases AS alias ON alias.cluster_n = c.cluster
      ), member AS (
        SELECT c.n, c.cluster, c.place FROM candidate AS c
        UNION ALL
        SELECT head.n, f.cluster, 0 FROM family AS f CROSS JOIN LATERAL (
          SELECT a.n FROM copydesk.duplicate_articles AS a WHERE a.cluster_n = f.n AND a.n >= f.n AND a.is_head LIMIT 2
        ) AS head
        UNION ALL
        SELECT early.n, f.cluster, max_candidates + 1 FROM family AS f CROSS JOIN LATERAL (
          SELECT a.n FROM copydesk.duplicate_articles AS a WHERE a.cluster_n = f.n AND a.n >= f.n ORDER BY a.n LIMIT max_members
        ) AS early
      ), chosen AS (
        SELECT once.n, once.cluster, row_number() OVER (PARTITION BY once.cluster ORDER BY once.place, once.n) AS seat,
          min(nullif(once.place, 0)) OVER (PARTITION BY once.cluster) AS best
        FROM (SELECT m.n, m.cluster, min(m.place) AS place FROM member AS m GROUP BY m.n, m.cluster) AS once
      )
      SELECT d.n, c.cluster, coalesce(alias.cluster_id, d.cluster_id), ${MEMBER_COLUMNS}
      FROM chosen AS c
      CROSS JOIN LATERAL (SELECT * FROM copydesk.duplicate_articles AS a WHERE a.n = c.n) AS d
      LEFT JOIN copydesk.cluster_aliases AS alias ON alias.n = d.cluster_n
      WHERE c.seat <= max_members
      ORDER BY c.best, c.seat;
  END
  $body$`;

const FORMER_FIND = 'copydesk.find_duplicates(integer[], integer, integer, integer, integer, integer)';

/** Moves what there is into blocks of the new size. */
async function moveBlocks(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ table: string; block: string }>`
    SELECT p.relname AS table, c.relname AS block FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid JOIN pg_class AS p ON p.oid = i.inhparent
    WHERE i.inhparent IN ('copydesk.duplicate_articles'::regclass, 'copydesk.duplicate_keys'::regclass)`.execute(db);
  for (const { table, block } of rows) {
    await sql.raw(`ALTER TABLE copydesk.${table} DETACH PARTITION copydesk.${block}`).execute(db);
    await sql.raw(`ALTER TABLE copydesk.${block} RENAME TO former_${block}`).execute(db);
  }
  const { rows: last } = await sql<{ n: string }>`SELECT last_value AS n FROM copydesk.duplicate_numbers`.execute(db);
  for (let block = 0; block <= Math.floor(Number(last[0]?.n ?? 0) / BLOCK_SIZE) + 1; block += 1) {
    for (const statement of blockStatements(block)) await sql.raw(statement).execute(db);
  }
  for (const { table, block } of rows) {
    await sql.raw(`INSERT INTO copydesk.${table} SELECT * FROM copydesk.former_${block}`).execute(db);
    await sql.raw(`DROP TABLE copydesk.former_${block}`).execute(db);
  }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await moveBlocks(db);
  await sql.raw(FIND).execute(db);
  await sql.raw(`DROP FUNCTION ${FORMER_FIND}`).execute(db);
  for (const name of ['hold_clusters(integer, integer[], boolean, integer[])', 'known_duplicate(text)']) {
    await sql.raw(`ALTER FUNCTION copydesk.${name} ${KEPT_PLANS}`).execute(db);
  }
}
