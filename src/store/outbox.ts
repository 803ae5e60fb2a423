/** The outbox: events that were written in the same transaction as what they tell of, waiting for delivery. */
import { sql } from 'kysely';
import type { Executor } from './schema.ts';

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

export async function countPending(db: Executor): Promise<number> {
  const row = await db
    .selectFrom('copydesk.outbox')
    .select(sql<string>`count(*)`.as('n'))
    .where('delivered_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
