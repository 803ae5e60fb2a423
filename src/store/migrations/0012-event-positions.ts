/**
 * Positions of events: the order in which readers follow them. `seq` is handed out when an event is written, not when it is committed, so a reader
 * that remembers a `seq` can pass an event that commits later. Positions are given to committed events only, by one writer at a time.
 */
import { sql, type QueryExecutorProvider } from 'kysely';

const STATEMENTS = [
  'CREATE SEQUENCE copydesk.event_positions',
  'ALTER TABLE copydesk.outbox ADD COLUMN position bigint',
  'CREATE UNIQUE INDEX outbox_position ON copydesk.outbox (position) WHERE position IS NOT NULL',
  'CREATE INDEX outbox_unnumbered ON copydesk.outbox (seq) WHERE position IS NULL',
  // One row: the highest position that was pruned. A reader that comes from before it has missed events, and is told so.
  'CREATE TABLE copydesk.events_pruned (position bigint NOT NULL)',
  'INSERT INTO copydesk.events_pruned VALUES (0)',
];

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

export async function down(db: QueryExecutorProvider): Promise<void> {
  await sql.raw('DROP TABLE IF EXISTS copydesk.events_pruned').execute(db);
  await sql.raw('ALTER TABLE copydesk.outbox DROP COLUMN IF EXISTS position').execute(db);
  await sql.raw('DROP SEQUENCE IF EXISTS copydesk.event_positions').execute(db);
}
