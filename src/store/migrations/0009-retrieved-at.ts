/** When the caller fetched an item, as declared; relative dates count from it. Text, as published_at: the zone is kept as written. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('ALTER TABLE copydesk.items ADD COLUMN retrieved_at text').execute(db);
}
