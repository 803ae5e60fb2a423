/**
 * The duplicate index: one row an article with its signature, one short row a sketch key, both in blocks of consecutive numbers,
 * so that what is older than the window is dropped a block at a time. Records stay.
 */
import { sql, type Kysely } from 'kysely';

/** Articles in one block, until 0007. */
const BLOCK_SIZE = 131_072;

const TABLES = [
  `CREATE SEQUENCE copydesk.duplicate_numbers AS integer MINVALUE 0 START 0`,
  `CREATE TABLE copydesk.duplicate_articles (
     n integer NOT NULL,
     cluster_n integer NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     containment real,
     nearest_n integer,
     is_head boolean NOT NULL,
     article_id text NOT NULL,
     cluster_id text NOT NULL,
     follows text,
     outlet text,
     originator text,
     published_at text,
     reason text,
     signature bytea NOT NULL,
     PRIMARY KEY (n)
   ) PARTITION BY RANGE (n)`,
  // Random bytes: compressing them costs time and saves nothing.
  `ALTER TABLE copydesk.duplicate_articles ALTER COLUMN signature SET STORAGE EXTERNAL`,
  `CREATE INDEX duplicate_articles_id ON copydesk.duplicate_articles USING hash (article_id)`,
  `CREATE INDEX duplicate_articles_cluster ON copydesk.duplicate_articles (cluster_n, n)`,
  `CREATE INDEX duplicate_articles_head ON copydesk.duplicate_articles (cluster_n) WHERE is_head`,
  `CREATE TABLE copydesk.duplicate_keys (
     key integer NOT NULL,
     n integer NOT NULL,
     PRIMARY KEY (key, n)
   ) PARTITION BY RANGE (n)`,
  `CREATE TABLE copydesk.cluster_aliases (
     id text PRIMARY KEY,
     cluster_id text NOT NULL,
     n integer NOT NULL UNIQUE,
     cluster_n integer NOT NULL,
     merged_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX cluster_aliases_cluster ON copydesk.cluster_aliases (cluster_n)`,
];

/** An article's cluster is read through the aliases: it may have been merged since. */
const MEMBER_COLUMNS = `d.n, coalesce(alias.cluster_n, d.cluster_n), coalesce(alias.cluster_id, d.cluster_id), d.is_head, d.article_id, d.follows,
  d.outlet, d.originator, d.published_at, d.received_at, d.signature`;
const WITH_ALIAS = `copydesk.duplicate_articles AS d LEFT JOIN copydesk.cluster_aliases AS alias ON alias.n = d.cluster_n`;

/** In functions, because their plans are kept: planning over the blocks costs more than running. */
const FUNCTIONS = [
  /*
   * Locks the keys (when `lock_class` is given), then reads the candidates, best first, and after them the heads and first members of their
   * clusters. A key that very many hold is not locked: it finds a cluster that is there already, or is a phrase that finds nobody, and all
   * workers would wait for each other. Each statement of a volatile function sees what was committed before it, so the reading sees what
   * the holder of a lock wrote.
   */
  `CREATE FUNCTION copydesk.find_duplicates(
     wanted integer[], lock_class integer, max_holders integer, max_candidates integer, max_members integer, window_days integer
   ) RETURNS TABLE (
     n integer, cluster_n integer, cluster_id text, is_head boolean, article_id text, follows text,
     outlet text, originator text, published_at text, received_at timestamptz, signature bytea
   ) LANGUAGE plpgsql VOLATILE AS $body$
   #variable_conflict use_column
   DECLARE
     sought integer;
     candidates integer[];
     clusters integer[];
   BEGIN
     IF lock_class IS NOT NULL THEN
       FOREACH sought IN ARRAY wanted LOOP
         IF (SELECT count(*) FROM (SELECT 1 FROM copydesk.duplicate_keys AS k WHERE k.key = sought LIMIT max_holders) AS holders) < max_holders THEN
           PERFORM pg_advisory_xact_lock(lock_class, sought);
         END IF;
       END LOOP;
     END IF;
     SELECT array_agg(best.n ORDER BY best.place) INTO candidates FROM (
       SELECT holder.n, row_number() OVER (ORDER BY count(*) DESC, holder.n DESC) AS place
       FROM unnest(wanted) AS w (key)
       CROSS JOIN LATERAL (SELECT k.n FROM copydesk.duplicate_keys AS k WHERE k.key = w.key ORDER BY k.n DESC LIMIT max_holders) AS holder
       GROUP BY holder.n ORDER BY place LIMIT max_candidates
     ) AS best;
     IF candidates IS NULL THEN RETURN; END IF;
     RETURN QUERY
       SELECT ${MEMBER_COLUMNS}
       FROM unnest(candidates) WITH ORDINALITY AS c (n, place)
       CROSS JOIN LATERAL (
         SELECT * FROM copydesk.duplicate_articles AS a
         WHERE a.n = c.n AND a.received_at > now() - make_interval(days => window_days)
       ) AS d
       LEFT JOIN copydesk.cluster_aliases AS alias ON alias.n = d.cluster_n
       ORDER BY c.place;
     SELECT array_agg(DISTINCT coalesce(alias.cluster_n, d.cluster_n)) INTO clusters
     FROM unnest(candidates) AS c (n) JOIN ${WITH_ALIAS} ON d.n = c.n
     WHERE d.received_at > now() - make_interval(days => window_days);
     IF clusters IS NULL THEN RETURN; END IF;
     SELECT clusters || coalesce(array_agg(a.n), '{}') INTO clusters FROM copydesk.cluster_aliases AS a WHERE a.cluster_n = ANY (clusters);
     RETURN QUERY
       SELECT ${MEMBER_COLUMNS}
       FROM unnest(clusters) AS c (n)
       CROSS JOIN LATERAL (
         (SELECT * FROM copydesk.duplicate_articles AS a WHERE a.cluster_n = c.n AND a.is_head LIMIT 2)
         UNION ALL
         (SELECT * FROM copydesk.duplicate_articles AS a WHERE a.cluster_n = c.n ORDER BY a.n LIMIT max_members)
       ) AS d
       LEFT JOIN copydesk.cluster_aliases AS alias ON alias.n = d.cluster_n;
   END
   $body$`,
  `CREATE FUNCTION copydesk.known_duplicate(wanted text) RETURNS TABLE (
     cluster_id text, containment real, reason text, nearest text, head text, follows text
   ) LANGUAGE plpgsql STABLE AS $body$
   #variable_conflict use_column
   BEGIN
     RETURN QUERY
       SELECT mine.cluster_id, mine.containment, mine.reason, near.article_id, head.article_id, head.follows
       FROM (
         SELECT coalesce(alias.cluster_n, d.cluster_n) AS cluster_n, coalesce(alias.cluster_id, d.cluster_id) AS cluster_id,
           d.containment, d.reason, d.nearest_n
         FROM ${WITH_ALIAS} WHERE d.article_id = wanted LIMIT 1
       ) AS mine
       LEFT JOIN copydesk.duplicate_articles AS near ON near.n = mine.nearest_n
       LEFT JOIN LATERAL (
         SELECT h.article_id, h.follows
         FROM (SELECT mine.cluster_n AS n UNION ALL SELECT a.n FROM copydesk.cluster_aliases AS a WHERE a.cluster_n = mine.cluster_n) AS c
         CROSS JOIN LATERAL (SELECT * FROM copydesk.duplicate_articles AS a WHERE a.cluster_n = c.n AND a.is_head) AS h
         ORDER BY h.n LIMIT 1
       ) AS head ON true;
   END
   $body$`,
];

/** Makes one block, on an attached table rather than in place: attaching does not stop readers and writers of the others. */
function blockStatements(block: number): string[] {
  const range = `FOR VALUES FROM (${block * BLOCK_SIZE}) TO (${(block + 1) * BLOCK_SIZE})`;
  return ['duplicate_articles', 'duplicate_keys'].flatMap((table) => [
    `CREATE TABLE copydesk.${table}_${block} (LIKE copydesk.${table} INCLUDING DEFAULTS INCLUDING STORAGE)`,
    `ALTER TABLE copydesk.${table} ATTACH PARTITION copydesk.${table}_${block} ${range}`,
  ]);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...blockStatements(0), ...blockStatements(1)]) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP FUNCTION IF EXISTS copydesk.find_duplicates, copydesk.known_duplicate').execute(db);
  for (const table of ['cluster_aliases', 'duplicate_keys', 'duplicate_articles']) {
    await sql.raw(`DROP TABLE IF EXISTS copydesk.${table}`).execute(db);
  }
  await sql.raw('DROP SEQUENCE IF EXISTS copydesk.duplicate_numbers').execute(db);
}
