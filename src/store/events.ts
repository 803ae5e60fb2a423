/**
 * Following the outbox: every committed event once, in an order that never changes. Events of one article keep the order in which they happened,
 * because whoever writes one holds the article's row until its commit.
 */
import { sql } from 'kysely';
import { CopydeskError } from '../errors.ts';
import type { Executor } from './schema.ts';

export interface FeedEvent {
  /** Stays the same however often the event is read or delivered: "evt_42". */
  readonly id: string;
  readonly position: number;
  readonly type: string;
  /** The article it is about. */
  readonly itemId: string;
  readonly payload: Record<string, unknown>;
  /** When the transaction that wrote it began, ISO 8601. */
  readonly createdAt: string;
}

export interface EventQuery {
  /** Events after this position; 0: from the oldest that is kept. */
  readonly after: number;
  /** At most this many. */
  readonly limit: number;
  /** Only these types; all when left out. */
  readonly types?: readonly string[] | undefined;
}

export interface EventPage {
  readonly items: readonly FeedEvent[];
  /** What the next query takes as `after`: also right when nothing matched. */
  readonly next: number;
}

/** Advisory lock of the one that gives positions. */
const NUMBER_LOCK = 0x65766e74; // "evnt"
/** Events that get a position in one transaction. */
const NUMBERED_AT_ONCE = 10_000;

/**
 * Gives committed events their positions, oldest first. One at a time: the lock is held until the commit, so whoever sees a position sees all lower
 * ones. An event that is not committed yet gets a higher position later. Answers how many got one.
 */
export async function numberEvents(db: Executor): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${NUMBER_LOCK})`.execute(tx);
    // A statement of its own: its snapshot is taken after the lock was given, so it sees what the holder before committed.
    const { numAffectedRows } = await sql`
      UPDATE copydesk.outbox AS event SET position = numbered.position
      FROM (
        SELECT seq, nextval('copydesk.event_positions') AS position
        FROM (SELECT seq FROM copydesk.outbox WHERE position IS NULL ORDER BY seq LIMIT ${NUMBERED_AT_ONCE}) AS oldest
      ) AS numbered
      WHERE event.seq = numbered.seq`.execute(tx);
    return Number(numAffectedRows ?? 0);
  });
}

/**
 * The next events after a position. No event is left out and none comes twice, whatever commits meanwhile.
 * @throws CopydeskError CURSOR_EXPIRED when events after `after` were pruned already.
 */
export async function readEvents(db: Executor, { after, limit, types }: EventQuery): Promise<EventPage> {
  const waiting = await sql<{ any: boolean }>`SELECT EXISTS (SELECT FROM copydesk.outbox WHERE position IS NULL) AS any`.execute(db);
  if (waiting.rows[0]?.any === true) while ((await numberEvents(db)) === NUMBERED_AT_ONCE);
  const ofTypes = types === undefined ? sql`true` : sql`type = ANY (${types}::text[])`;
  // One statement, so that events, the end and what was pruned are of one moment.
  const { rows } = await sql<{
    pruned: string;
    last: string | null;
    events: { seq: number; position: number; type: string; item_id: string; payload: Record<string, unknown>; created_at: string }[] | null;
  }>`
    SELECT (SELECT position FROM copydesk.events_pruned) AS pruned,
      (SELECT max(position) FROM copydesk.outbox WHERE position IS NOT NULL) AS last,
      (SELECT jsonb_agg(to_jsonb(page) ORDER BY page.position) FROM (
        SELECT seq, position, type, item_id, payload, created_at FROM copydesk.outbox
        WHERE position > ${after} AND ${ofTypes} ORDER BY position LIMIT ${limit}
      ) AS page) AS events`.execute(db);
  const row = rows[0];
  const pruned = Number(row?.pruned ?? 0);
  if (after > 0 && after < pruned) {
    throw new CopydeskError('CURSOR_EXPIRED', `events up to ${pruned} are pruned, and the cursor stands at ${after}`);
  }
  const items = (row?.events ?? []).map((event) => ({
    id: `evt_${event.seq}`,
    position: event.position,
    type: event.type,
    itemId: event.item_id,
    payload: event.payload,
    createdAt: new Date(event.created_at).toISOString(),
  }));
  const end = Math.max(after, pruned, Number(row?.last ?? 0));
  return { items, next: items.length > 0 && items.length === limit ? (items.at(-1)?.position ?? end) : end };
}
