/**
 * DuplicateIndex on Postgres. `assign` runs inside the caller's transaction, together with the record, in two round trips: the first takes advisory
 * locks on the article's sketch keys in ascending order, then reads, so that of two copies that arrive at once the second sees the first; the
 * second holds the cluster and writes.
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
import { linesOf, MIN_CLUSTERS, outletKey, RECENT_ARTICLES, withoutLines } from '../dedupe/outlet-lines.ts';
import { membershipNow, placeArticle, type Placement } from '../dedupe/place-article.ts';
import { fromBytes, toBytes } from '../dedupe/signature-bytes.ts';
import { sketchOf } from '../dedupe/sketch.ts';
import { makeNextBlock } from './duplicate-blocks.ts';
import type { Executor } from './schema.ts';

/** First argument of pg_advisory_xact_lock: keys of sketches, then clusters, then blocks (duplicate-blocks.ts). Always taken in this order. */
const KEY_LOCKS = 0x636f7079;
const CLUSTER_LOCKS = 0x636f707b;
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
  const place = async (given: SignedArticle): Promise<Placement> => {
    const article = await withoutOutletLines(db, given);
    const keys = sketchOf(article.signature);
    for (let look = 1; ; look += 1) {
      const rows = await readRows(db, article.id, keys, windowDays, look === 1 ? KEY_LOCKS : null);
      const known = await knownMembership(db, article.id, rows);
      if (known !== undefined) return { membership: known, founded: false, absorbed: [], steppedDown: [], newHead: false };
      const placement = placeArticle(article, rows.map(toMember));
      if (await writeArticle(db, { article, keys, placement, rows, lines: linesOf(given.signature), holds: look < MAX_LOOKS }))
        return placement;
    }
  };
  return {
    place,
    assign: async (article) => (await place(article)).membership,
    match: async (given) => {
      const article = await withoutOutletLines(db, given);
      const rows = await readRows(db, article.id, sketchOf(article.signature), windowDays);
      const known = await knownMembership(db, article.id, rows);
      if (known !== undefined) return known;
      const { membership, founded } = placeArticle(article, rows.map(toMember));
      return founded && membership.role !== 'update' ? undefined : membership;
    },
    resolve: (cluster) => resolveCluster(db, cluster),
  };
}

/** Without the lines that its outlet repeats from story to story. */
async function withoutOutletLines(db: Executor, article: SignedArticle): Promise<SignedArticle> {
  const lines = linesOf(article.signature);
  if (article.outlet === undefined || lines.length === 0) return article;
  const { rows } = await sql<{ lines: number[] }>`
    SELECT copydesk.repeated_lines(${outletKey(article.outlet)}::integer, ${lines}::integer[], ${RECENT_ARTICLES}::integer, ${MIN_CLUSTERS}::integer) AS lines`.execute(
    db,
  );
  const repeated = rows[0]?.lines ?? [];
  return repeated.length === 0 ? article : { ...article, signature: withoutLines(article.signature, new Set(repeated)) };
}

/** The members to compare with, those of one cluster together, its head first; or the article itself, when the index has it already. */
async function readRows(
  db: Executor,
  article: string,
  keys: readonly number[],
  windowDays: number,
  lockClass: number | null = null,
): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    SELECT * FROM copydesk.find_duplicates(${article}::text, ${keys}::integer[], ${lockClass}::integer, ${MAX_HOLDERS}::integer,
      ${MAX_CANDIDATES}::integer, ${MAX_PER_CLUSTER}::integer, ${windowDays}::integer)`.execute(db);
  return rows;
}

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

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

interface Writing {
  readonly article: SignedArticle;
  readonly keys: readonly number[];
  readonly placement: Placement;
  readonly rows: readonly StoredRow[];
  /** Hashes of the lines that it came with. */
  readonly lines: readonly number[];
  /** Whether the clusters must still stand as they were read. */
  readonly holds: boolean;
}

/** False: the clusters that the article joins changed since they were read; nothing was written. */
async function writeArticle(db: Executor, { article, keys, placement, rows, lines, holds }: Writing): Promise<boolean> {
  const { membership, founded, absorbed, steppedDown, newHead, follows, nearest, reason } = placement;
  const numberOf = (cluster: string): number | undefined => rows.find((row) => row.cluster_id === cluster)?.cluster_n;
  const known = founded ? undefined : numberOf(membership.id);
  const nearestN = rows.find((row) => row.article_id === nearest)?.n ?? null;
  const joined = founded || !holds ? [] : rows.filter((row) => row.cluster_id === membership.id || absorbed.includes(row.cluster_id));
  const clusters = ascending(joined.map((row) => row.cluster_n));
  const headsRead = ascending(joined.filter((row) => row.is_head).map((row) => row.n));
  const outlet = article.outlet === undefined ? null : outletKey(article.outlet);
  const { rows: written } = await sql<{ n: number | null }>`
    SELECT copydesk.place_duplicate(${CLUSTER_LOCKS}::integer, ${clusters}::integer[], ${newHead || absorbed.length > 0}::boolean, ${headsRead}::integer[],
      ${keys}::integer[], ${known ?? null}::integer, ${membership.containment ?? null}::real, ${nearestN}::integer, ${membership.role !== 'copy'}::boolean,
      ${article.id}::text, ${membership.id}::text, ${follows ?? null}::text, ${article.outlet ?? null}::text, ${article.originator ?? null}::text,
      ${article.publishedAt ?? null}::text, ${article.receivedAt ?? null}::timestamptz, ${reason ?? null}::text, ${toBytes(article.signature)}::bytea,
      ${outlet}::integer, ${outlet === null ? null : lines}::integer[]) AS n`.execute(db);
  const n = written[0]?.n ?? null;
  if (n === null) return false;
  await makeNextBlock(db, n);
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
  return true;
}

interface KnownRow {
  readonly cluster_id: string;
  readonly containment: number | null;
  readonly reason: string | null;
  readonly nearest: string | null;
  readonly head: string | null;
  readonly follows: string | null;
}

/** The membership of an article that the index has already. */
async function knownMembership(db: Executor, article: string, found: readonly StoredRow[]): Promise<ClusterMembership | undefined> {
  if (!found.some((row) => row.article_id === article)) return undefined;
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
