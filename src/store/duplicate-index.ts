/**
 * DuplicateIndex on Postgres. `assign` runs inside the caller's transaction, together with the record: it takes advisory locks on the
 * article's sketch keys in ascending order, then reads, so that of two copies that arrive at once the second sees the first.
 */
import { sql } from 'kysely';
import type { ClusterMembership } from '../article.ts';
import type { Member } from '../dedupe/choose-cluster.ts';
import {
  MAX_CANDIDATES,
  MAX_HOLDERS,
  MAX_PER_CLUSTER,
  WINDOW_DAYS,
  type DuplicateIndex,
  type SignedArticle,
} from '../dedupe/duplicate-index.ts';
import { membershipNow, placeArticle, type Placement } from '../dedupe/place-article.ts';
import { fromBytes, toBytes } from '../dedupe/signature-bytes.ts';
import { sketchOf } from '../dedupe/sketch.ts';
import { BLOCK_SIZE, blockStatements } from './migrations/0002-duplicates.ts';
import type { Executor } from './schema.ts';

/** First argument of pg_advisory_xact_lock: keys of sketches, clusters, and the making and dropping of blocks. Always taken in this order. */
const KEY_LOCKS = 0x636f7079;
const CLUSTER_LOCKS = 0x636f707b;
const BLOCK_LOCKS = 0x636f707a;
/** Looks at clusters that others change at the same time, before the article goes where they were last seen. */
const MAX_LOOKS = 5;

export interface DuplicateIndexOptions {
  /** Days for which a cluster stays joinable after its last member. */
  readonly windowDays?: number | undefined;
}

interface StoredRow {
  readonly n: number;
  readonly cluster_n: number;
  readonly cluster_id: string;
  readonly is_head: boolean;
  readonly article_id: string;
  readonly follows: string | null;
  readonly outlet: string | null;
  readonly originator: string | null;
  readonly published_at: string | null;
  readonly received_at: Date;
  readonly signature: Uint8Array;
}

/** The index on a pool (for `match`) or inside a transaction (for `assign`). */
export function createDuplicateIndex(db: Executor, { windowDays = WINDOW_DAYS }: DuplicateIndexOptions = {}): DuplicateIndex {
  const place = async (article: SignedArticle): Promise<Placement> => {
    const keys = sketchOf(article.signature);
    let rows = await readRows(db, keys, windowDays, KEY_LOCKS);
    const known = await knownMembership(db, article.id);
    if (known !== undefined) return { membership: known, founded: false, absorbed: [], steppedDown: [], newHead: false };
    let placement = placeArticle(article, rows.map(toMember));
    for (let look = 1; look < MAX_LOOKS && !(await holdClusters(db, placement, rows)); look += 1) {
      rows = await readRows(db, keys, windowDays);
      placement = placeArticle(article, rows.map(toMember));
    }
    await writeArticle(db, article, keys, placement, rows);
    return placement;
  };
  return {
    place,
    assign: async (article) => (await place(article)).membership,
    match: async (article) => {
      const known = await knownMembership(db, article.id);
      if (known !== undefined) return known;
      const { membership, founded } = placeArticle(article, (await readRows(db, sketchOf(article.signature), windowDays)).map(toMember));
      return founded && membership.role !== 'update' ? undefined : membership;
    },
    resolve: (cluster) => resolveCluster(db, cluster),
  };
}

async function readRows(db: Executor, keys: readonly number[], windowDays: number, lockClass: number | null = null): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    SELECT * FROM copydesk.find_duplicates(${keys}::integer[], ${lockClass}::integer, ${MAX_HOLDERS}::integer, ${MAX_CANDIDATES}::integer,
      ${MAX_PER_CLUSTER}::integer, ${windowDays}::integer)`.execute(db);
  return firstOfEachCluster(rows);
}

/** Locks the clusters that the article joins. False: they changed since they were read. */
async function holdClusters(
  db: Executor,
  { membership, founded, absorbed, newHead }: Placement,
  rows: readonly StoredRow[],
): Promise<boolean> {
  if (founded) return true;
  const joined = rows.filter((row) => row.cluster_id === membership.id || absorbed.includes(row.cluster_id));
  const clusters = ascending(joined.map((row) => row.cluster_n));
  const heads = ascending(joined.filter((row) => row.is_head).map((row) => row.n));
  const { rows: held } = await sql<{ still: boolean }>`
    SELECT copydesk.hold_clusters(${CLUSTER_LOCKS}::integer, ${clusters}::integer[], ${newHead || absorbed.length > 0}::boolean,
      ${heads}::integer[]) AS still`.execute(db);
  return held[0]?.still === true;
}

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** The head of each cluster, then its best candidates, then others, as many as are compared. A row may come more than once. */
function firstOfEachCluster(rows: readonly StoredRow[]): StoredRow[] {
  const clusters = new Map<number, Map<number, StoredRow>>();
  for (const row of [...rows.filter((row) => row.is_head), ...rows]) {
    let members = clusters.get(row.cluster_n);
    if (members === undefined) clusters.set(row.cluster_n, (members = new Map()));
    if (members.size < MAX_PER_CLUSTER) members.set(row.n, row);
  }
  return [...clusters.values()].flatMap((members) => [...members.values()]);
}

function toMember(row: StoredRow): Member {
  return {
    id: row.article_id,
    signature: fromBytes(row.signature),
    outlet: row.outlet ?? undefined,
    originator: row.originator ?? undefined,
    publishedAt: row.published_at ?? undefined,
    receivedAt: row.received_at.toISOString(),
    cluster: row.cluster_id,
    clusterAge: row.cluster_n,
    isHead: row.is_head,
    follows: row.follows ?? undefined,
  };
}

async function writeArticle(
  db: Executor,
  article: SignedArticle,
  keys: readonly number[],
  { membership, founded, absorbed, steppedDown, newHead, follows, nearest, reason }: Placement,
  rows: readonly StoredRow[],
): Promise<void> {
  const numberOf = (cluster: string): number | undefined => rows.find((row) => row.cluster_id === cluster)?.cluster_n;
  const known = founded ? undefined : numberOf(membership.id);
  const nearestN = rows.find((row) => row.article_id === nearest)?.n ?? null;
  const { rows: written } = await sql<{ n: number }>`
    WITH number AS (SELECT nextval('copydesk.duplicate_numbers')::integer AS n), article AS (
      INSERT INTO copydesk.duplicate_articles
        (n, cluster_n, containment, nearest_n, is_head, article_id, cluster_id, follows, outlet, originator, published_at, received_at, reason, signature)
      SELECT n, coalesce(${known ?? null}::integer, n), ${membership.containment ?? null}::real, ${nearestN}::integer, ${membership.role !== 'copy'}::boolean,
        ${article.id}::text, ${membership.id}::text, ${follows ?? null}::text, ${article.outlet ?? null}::text, ${article.originator ?? null}::text,
        ${article.publishedAt ?? null}::text, coalesce(${article.receivedAt ?? null}::timestamptz, now()), ${reason ?? null}::text, ${toBytes(article.signature)}::bytea
      FROM number
    ), keys AS (
      INSERT INTO copydesk.duplicate_keys (key, n) SELECT key, n FROM number CROSS JOIN unnest(${keys}::integer[]) AS wanted (key)
    ) SELECT n FROM number`.execute(db);
  const n = written[0]?.n ?? 0;
  if (n % BLOCK_SIZE >= BLOCK_SIZE / 2 && n % 1024 === 0) await makeBlock(db, Math.floor(n / BLOCK_SIZE) + 1);
  const heads = rows.filter((row) => steppedDown.includes(row.article_id)).map((row) => row.n);
  if (heads.length > 0) await sql`UPDATE copydesk.duplicate_articles SET is_head = false WHERE n = ANY (${heads}::integer[])`.execute(db);
  const head = newHead && membership.role === 'copy' ? rows.find((row) => row.article_id === membership.of) : undefined;
  if (head !== undefined) {
    await sql`UPDATE copydesk.duplicate_articles SET is_head = true, follows = ${follows ?? null} WHERE n = ${head.n}`.execute(db);
  }
  for (const cluster of absorbed) {
    const old = numberOf(cluster);
    await sql`UPDATE copydesk.cluster_aliases SET cluster_id = ${membership.id}, cluster_n = ${known} WHERE cluster_n = ${old}`.execute(db);
    await sql`INSERT INTO copydesk.cluster_aliases (id, cluster_id, n, cluster_n) VALUES (${cluster}, ${membership.id}, ${old}, ${known})
      ON CONFLICT (id) DO NOTHING`.execute(db);
  }
}

interface KnownRow {
  readonly cluster_id: string;
  readonly containment: number | null;
  readonly reason: string | null;
  readonly nearest: string | null;
  readonly head: string | null;
  readonly follows: string | null;
}

async function knownMembership(db: Executor, article: string): Promise<ClusterMembership | undefined> {
  const { rows } = await sql<KnownRow>`SELECT * FROM copydesk.known_duplicate(${article}::text)`.execute(db);
  const row = rows[0];
  if (row === undefined) return undefined;
  return membershipNow(
    {
      containment: row.containment === null ? undefined : Number(row.containment.toFixed(3)),
      nearest: row.nearest ?? undefined,
      reason: row.reason ?? undefined,
    },
    { article, cluster: row.cluster_id, head: row.head ?? article, follows: row.follows ?? undefined },
  );
}

/** The cluster that an id stands for now: itself, or the one it was merged into. */
export async function resolveCluster(db: Executor, cluster: string): Promise<string> {
  const { rows } = await sql<{ cluster_id: string }>`SELECT cluster_id FROM copydesk.cluster_aliases WHERE id = ${cluster}`.execute(db);
  return rows[0]?.cluster_id ?? cluster;
}

/** A cluster's own id and those of the clusters that were merged into it: what `articles.cluster_id` may say for its members. */
export async function clusterIds(db: Executor, cluster: string): Promise<string[]> {
  const id = await resolveCluster(db, cluster);
  const { rows } = await sql<{ id: string }>`SELECT id FROM copydesk.cluster_aliases WHERE cluster_id = ${id} ORDER BY n`.execute(db);
  return [id, ...rows.map((row) => row.id)];
}

async function makeBlock(db: Executor, block: number): Promise<void> {
  const { rows } = await sql<{ missing: boolean }>`
    SELECT to_regclass(${`copydesk.duplicate_keys_${block}`}) IS NULL AND pg_try_advisory_xact_lock(${BLOCK_LOCKS}::integer, ${block}::integer) AS missing`.execute(
    db,
  );
  if (rows[0]?.missing !== true) return;
  for (const statement of blockStatements(block)) await sql.raw(statement).execute(db);
}

/** How long the dropping waits for those who read a block, ms; others wait behind it meanwhile. */
const DROP_PATIENCE_MS = 2000;

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
    await sql`SELECT set_config('lock_timeout', ${String(DROP_PATIENCE_MS)}, true)`.execute(tx);
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
