/** Clusters as the records show them: their members, and what all members say when the cluster changes. */
import { sql } from 'kysely';
import type { ClusterMembership, NewsRecord } from '../article.ts';
import type { DuplicateIndex, SignedArticle } from '../dedupe/duplicate-index.ts';
import { clusterIds } from './duplicate-index.ts';
import type { Executor } from './schema.ts';
import { storableJson } from './storable.ts';

/** A row of `copydesk.articles as a` as the record that is handed out, with its cluster as it stands now. */
export const wholeRecord = sql<NewsRecord>`a.record || jsonb_strip_nulls(jsonb_build_object('cluster', a.cluster))`.as('record');

/** Members of a cluster in order of arrival; the id of a cluster that was merged into another one finds the whole of it. */
export async function clusterRecords(db: Executor, clusterId: string): Promise<NewsRecord[]> {
  const ids = await clusterIds(db, clusterId);
  const rows = await db
    .selectFrom('copydesk.articles as a')
    .innerJoin('copydesk.items as i', 'i.id', 'a.id')
    .select(wholeRecord)
    .where('a.cluster_id', 'in', ids)
    .orderBy('i.seq')
    .execute();
  return rows.map((row) => row.record);
}

/** Where an article went, and what that changed for others. */
export interface Placing {
  readonly membership: ClusterMembership;
  /** Articles that began or ceased to stand for the cluster, with what they are now. */
  readonly changed: readonly { readonly id: string; readonly membership: ClusterMembership }[];
  /** Another article than before stands for the cluster: all members name it from now on. */
  readonly newHead: boolean;
  /** The article of the earlier version that the cluster follows. */
  readonly follows?: string | undefined;
  /** Clusters whose ids are aliases of this one from now on. */
  readonly absorbed: readonly string[];
}

/** Puts the article into the index and gathers what that changes for others. */
export async function placeInCluster(index: DuplicateIndex, article: SignedArticle): Promise<Placing> {
  const { membership, steppedDown, newHead, follows, absorbed } = await index.place(article);
  const promoted = newHead && membership.role === 'copy' && membership.of !== undefined ? [membership.of] : [];
  const changed: { id: string; membership: ClusterMembership }[] = [];
  for (const id of [...steppedDown, ...promoted]) {
    // Of an article that the index knows, `match` tells the membership as it stands, whatever its signature.
    const now = await index.match({ id, signature: article.signature });
    if (now !== undefined) changed.push({ id, membership: now });
  }
  return { membership, changed, newHead, follows, absorbed };
}

/** How a cluster stands from now on. */
export interface ClusterStanding {
  readonly id: string;
  /** The article that stands for it. */
  readonly head: string;
  /** The article of the earlier version that the head changes. */
  readonly follows?: string | undefined;
}

/**
 * All members that are not in `done` name the cluster and its head as they are now: record, columns and item states, in two statements however many
 * they are. Those that were in a cluster which was merged into this one have an event each; a new head alone is told by the events of the two heads.
 */
export async function restateMembers(tx: Executor, standing: ClusterStanding, done: readonly string[]): Promise<void> {
  const { id, head, follows } = standing;
  const heading: Omit<ClusterMembership, 'evidence'> =
    follows === undefined ? { id, role: 'canonical' } : { id, role: 'update', of: follows };
  const copying: Omit<ClusterMembership, 'evidence'> = { id, role: 'copy', of: head };
  const ids = await clusterIds(tx, id);
  await sql`
    WITH former AS (
      SELECT a.id, a.cluster_id FROM copydesk.articles AS a WHERE a.cluster_id = ANY (${ids}::text[]) AND a.id <> ALL (${done}::text[])
    ), restated AS (
      UPDATE copydesk.articles AS a SET
        cluster_id = ${id},
        cluster_role = CASE WHEN a.id = ${head} THEN ${heading.role} ELSE 'copy' END,
        cluster = (a.cluster - 'of')
          || CASE WHEN a.id = ${head} THEN ${JSON.stringify(heading)}::jsonb ELSE ${JSON.stringify(copying)}::jsonb END
      FROM former WHERE a.id = former.id
      RETURNING a.id, a.cluster, former.cluster_id AS formerly
    )
    INSERT INTO copydesk.outbox (type, item_id, payload)
    SELECT 'article.clustered', r.id, jsonb_build_object('id', r.id, 'cluster', r.cluster, 'formerly', r.formerly)
    FROM restated AS r WHERE r.formerly <> ${id} ORDER BY r.id`.execute(tx);
  await sql`
    UPDATE copydesk.items AS i SET state = CASE a.cluster_role WHEN 'copy' THEN 'copy' ELSE 'stored' END, updated_at = now()
    FROM copydesk.articles AS a
    WHERE a.cluster_id = ${id} AND i.id = a.id AND (i.state = 'copy') <> (a.cluster_role = 'copy')`.execute(tx);
}

/** An article that began or ceased to stand for its cluster: record, columns, item state and event say so. */
export async function changeMembership(tx: Executor, id: string, membership: ClusterMembership): Promise<void> {
  const cluster = JSON.stringify(storableJson(membership));
  const { rows } = await sql<{ formerly: string | null }>`
    UPDATE copydesk.articles AS a SET cluster = ${cluster}::jsonb, cluster_id = ${membership.id}, cluster_role = ${membership.role}
    FROM (SELECT id, cluster_id FROM copydesk.articles WHERE id = ${id}) AS former WHERE a.id = former.id
    RETURNING former.cluster_id AS formerly`.execute(tx);
  const changed = rows[0];
  if (changed === undefined) return;
  await tx
    .updateTable('copydesk.items')
    .set({ state: membership.role === 'copy' ? 'copy' : 'stored', updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
  const moved = changed.formerly === null || changed.formerly === membership.id ? {} : { formerly: changed.formerly };
  const payload = JSON.stringify({ id, cluster: membership, ...moved });
  await tx.insertInto('copydesk.outbox').values({ type: 'article.clustered', item_id: id, payload }).execute();
}
