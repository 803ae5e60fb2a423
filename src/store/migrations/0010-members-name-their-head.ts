/**
 * Records that were stored before a new head was told to all members: each names its cluster and the article that stands for it as they are now.
 */
import { sql, type QueryExecutorProvider } from 'kysely';

const STATEMENTS = [
  `UPDATE copydesk.articles AS a SET cluster_id = alias.cluster_id, cluster = a.cluster || jsonb_build_object('id', alias.cluster_id)
   FROM copydesk.cluster_aliases AS alias WHERE alias.id = a.cluster_id`,
  `UPDATE copydesk.articles AS a SET cluster = a.cluster || jsonb_build_object('of', head.id)
   FROM copydesk.articles AS head
   WHERE head.cluster_id = a.cluster_id AND head.cluster_role <> 'copy'
     AND a.cluster_role = 'copy' AND a.cluster ->> 'of' IS DISTINCT FROM head.id`,
];

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** What members said before is of no use to anyone. */
export async function down(): Promise<void> {}
