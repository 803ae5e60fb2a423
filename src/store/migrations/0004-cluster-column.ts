/**
 * The cluster of a record in a column of its own, no longer inside the JSON. When a story gets another head, all its members say so at once;
 * rewriting 26 KB of record for each of them cost about a millisecond a member, and a story fed newest first does it with every copy.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('ALTER TABLE copydesk.articles ADD COLUMN cluster jsonb').execute(db);
  await sql.raw(`UPDATE copydesk.articles SET cluster = record -> 'cluster', record = record - 'cluster'`).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`UPDATE copydesk.articles SET record = record || jsonb_build_object('cluster', cluster) WHERE cluster IS NOT NULL`)
    .execute(db);
  await sql.raw('ALTER TABLE copydesk.articles DROP COLUMN cluster').execute(db);
}
