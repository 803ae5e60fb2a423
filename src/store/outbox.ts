/** The outbox: events that were written in the same transaction as what they tell of, waiting for delivery. */
import { sql } from 'kysely';
import type { Executor } from './schema.ts';

/** Days for which delivered events are kept, unless the settings say otherwise. */
export const EVENTS_DAYS = 30;

export interface OutboxEvent {
  readonly seq: string;
  readonly type: string;
  readonly itemId: string;
  readonly payload: Record<string, unknown>;
  readonly createdAt: string;
  readonly attempts: number;
}

/**
 * Takes due events for delivery: for `leaseMs` no other taker gets them. Oldest first. Several takers never get the same event at once.
 */
export async function takeDueEvents(db: Executor, limit: number, leaseMs: number): Promise<OutboxEvent[]> {
  const rows = await db
    .updateTable('copydesk.outbox')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: sql<Date>`now() + make_interval(secs => ${leaseMs / 1000})` }))
    .where((eb) =>
      eb(
        'seq',
        'in',
        eb
          .selectFrom('copydesk.outbox')
          .select('seq')
          .where('delivered_at', 'is', null)
          .where('next_attempt_at', '<=', sql<Date>`now()`)
          .orderBy('seq')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      ),
    )
    .returning(['seq', 'type', 'item_id', 'payload', 'created_at', 'attempts'])
    .execute();
  return rows
    .map((row) => ({
      seq: row.seq,
      type: row.type,
      itemId: row.item_id,
      payload: row.payload,
      createdAt: row.created_at.toISOString(),
      attempts: row.attempts,
    }))
    .sort((a, b) => Number(a.seq) - Number(b.seq));
}

export async function markDelivered(db: Executor, seq: string): Promise<void> {
  await db
    .updateTable('copydesk.outbox')
    .set({ delivered_at: sql<Date>`now()`, last_error: null })
    .where('seq', '=', seq)
    .execute();
}

/** Not delivered: due again after `delayMs`. */
export async function postponeEvent(db: Executor, seq: string, error: string, delayMs: number): Promise<void> {
  await db
    .updateTable('copydesk.outbox')
    .set({ last_error: error.slice(0, 500), next_attempt_at: sql<Date>`now() + make_interval(secs => ${delayMs / 1000})` })
    .where('seq', '=', seq)
    .execute();
}

/** Notes that somebody takes events, so that undelivered ones are never pruned (pruneEvents). */
export async function registerReceiver(db: Executor, name: string): Promise<void> {
  await sql`INSERT INTO copydesk.receivers (name) VALUES (${name}) ON CONFLICT DO NOTHING`.execute(db);
}

/** Events deleted in one statement: short transactions, so that nobody waits for the pruning. */
const PRUNED_AT_ONCE = 5000;

/**
 * Deletes events that are older than `days` and delivered; where no receiver was ever set, also those that nobody waits for. Answers how many.
 */
export async function pruneEvents(db: Executor, days: number, signal?: AbortSignal): Promise<number> {
  let pruned = 0;
  for (;;) {
    const { rows } = await sql<{ deleted: string }>`
      WITH gone AS (
        DELETE FROM copydesk.outbox WHERE seq IN (
          SELECT seq FROM copydesk.outbox
          WHERE created_at < now() - make_interval(days => ${days})
            AND (delivered_at IS NOT NULL OR NOT EXISTS (SELECT FROM copydesk.receivers))
          ORDER BY created_at LIMIT ${PRUNED_AT_ONCE} FOR UPDATE SKIP LOCKED
        ) RETURNING position
      ), noted AS (
        UPDATE copydesk.events_pruned SET position = greatest(position, (SELECT max(gone.position) FROM gone))
        WHERE (SELECT max(gone.position) FROM gone) > position
      )
      SELECT count(*) AS deleted FROM gone`.execute(db);
    const deleted = Number(rows[0]?.deleted ?? 0);
    pruned += deleted;
    if (deleted < PRUNED_AT_ONCE || signal?.aborted === true) return pruned;
  }
}
