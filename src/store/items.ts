/** Items and batches: what was handed in, and how far each item is. One item ends in exactly one of stored, copy, quarantined. */
import { sql } from 'kysely';
import type { Executor, ItemsTable, RawTable } from './schema.ts';
import { storableText } from '../content/storable.ts';
import type { Acceptance, IncomingItem, ItemState, StoredItem } from './store.ts';

/** Rows in one INSERT, and the raw bytes in one INSERT: keeps statements far from the protocol's 65,535 parameters and from big buffers. */
const ROWS_PER_INSERT = 500;
const BYTES_PER_INSERT = 8_000_000;

function* inChunks(items: readonly IncomingItem[]): Generator<readonly IncomingItem[]> {
  let chunk: IncomingItem[] = [];
  let bytes = 0;
  for (const item of items) {
    if (chunk.length >= ROWS_PER_INSERT || (chunk.length > 0 && bytes + item.bytes.length > BYTES_PER_INSERT)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(item);
    bytes += item.bytes.length;
  }
  if (chunk.length > 0) yield chunk;
}

const textOrNull = (text: string | undefined): string | null => (text === undefined ? null : storableText(text));

/**
 * Writes raw bytes, item rows and batch membership in one transaction. Answers in the order given; an id that comes twice is `already` the
 * second time. Rows are written in order of id, so that two callers with the same items wait for each other and never lock up.
 */
export async function acceptItems(db: Executor, items: readonly IncomingItem[], batch: string): Promise<Acceptance[]> {
  const unique = [...new Map(items.map((item) => [item.id, item])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const name = storableText(batch);
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('copydesk.batches')
      .values({ name })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const fresh = new Set<string>();
    for (const chunk of inChunks(unique)) {
      const written = await tx
        .insertInto('copydesk.items')
        .values(
          chunk.map((item) => ({
            id: item.id,
            batch: name,
            input_id: textOrNull(item.inputId),
            file: textOrNull(item.file),
            url: textOrNull(item.url),
            outlet: textOrNull(item.outlet),
            published_at: textOrNull(item.publishedAt),
            retrieved_at: textOrNull(item.retrievedAt),
          })),
        )
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      for (const row of written) fresh.add(row.id);
      const raw = chunk.filter((item) => fresh.has(item.id));
      if (raw.length > 0) {
        await tx
          .insertInto('copydesk.raw')
          .values(
            raw.map((item) => ({
              item_id: item.id,
              bytes: Buffer.from(item.bytes.buffer, item.bytes.byteOffset, item.bytes.byteLength),
              sha256: item.sha256,
              size: item.bytes.length,
              media_type: item.mediaType,
              charset: item.charset,
            })),
          )
          .execute();
      }
      await tx
        .insertInto('copydesk.batch_items')
        .values(chunk.map((item) => ({ batch: name, item_id: item.id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const known = unique.filter((item) => !fresh.has(item.id)).map((item) => item.id);
    const states = new Map<string, ItemState>();
    for (let i = 0; i < known.length; i += 10_000) {
      const rows = await tx
        .selectFrom('copydesk.items')
        .select(['id', 'state'])
        .where('id', 'in', known.slice(i, i + 10_000))
        .execute();
      for (const row of rows) states.set(row.id, row.state);
    }
    return items.map((item): Acceptance => {
      const outcome = fresh.delete(item.id) ? 'accepted' : 'already';
      return { id: item.id, outcome, state: states.get(item.id) ?? 'accepted' };
    });
  });
}

export interface Claim {
  readonly item: StoredItem;
  readonly bytes: Uint8Array;
  /** Attempts since it was accepted or came out of quarantine, this one included. */
  readonly attempts: number;
}

/** Takes an item for a new attempt: later writes of older attempts are fenced off. Undefined: it has an end state, or is gone. */
export async function claimItem(db: Executor, id: string): Promise<Claim | undefined> {
  const row = await db
    .updateTable('copydesk.items as i')
    .from('copydesk.raw as r')
    .set((eb) => ({ state: 'processing', attempt: eb('i.attempt', '+', 1), updated_at: sql<Date>`now()`, checked_at: sql<Date>`now()` }))
    .whereRef('r.item_id', '=', 'i.id')
    .where('i.id', '=', id)
    .where('i.state', 'in', ['accepted', 'processing'])
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : { item: toItem(row), bytes: row.bytes, attempts: row.attempt - row.first_attempt };
}

/** One more kill on this item's account; answers the new count, or undefined when a newer attempt owns the item. */
export async function countKill(db: Executor, id: string, attempt: number): Promise<number | undefined> {
  const row = await db
    .updateTable('copydesk.items')
    .set((eb) => ({ kills: eb('kills', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'processing')
    .returning('kills')
    .executeTakeFirst();
  return row?.kills;
}

/** Hands an item back, unless a newer attempt owns it. */
export async function releaseItem(db: Executor, id: string, attempt: number): Promise<void> {
  await db
    .updateTable('copydesk.items')
    .set({ state: 'accepted', updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'processing')
    .execute();
}

/** Puts an item into quarantine together with its outbox event. False: a newer attempt owns it. */
export async function quarantineItem(
  db: Executor,
  id: string,
  attempt: number,
  reason: { readonly code: string; readonly detail: string },
): Promise<boolean> {
  const detail = storableText(reason.detail).slice(0, 2000);
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('copydesk.items')
      .set({ state: 'quarantined', reason_code: reason.code, reason_detail: detail, updated_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('state', 'in', ['accepted', 'processing'])
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return false;
    await tx
      .insertInto('copydesk.outbox')
      .values({ type: 'article.quarantined', item_id: id, payload: JSON.stringify({ id, code: reason.code, detail }) })
      .execute();
    return true;
  });
}

/** Quarantined items back to `accepted` with a clean slate. The attempt number only ever grows. Answers the ids that were in quarantine. */
export async function retryQuarantined(db: Executor, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .updateTable('copydesk.items')
    .set({
      state: 'accepted',
      kills: 0,
      first_attempt: sql<number>`attempt`,
      reason_code: null,
      reason_detail: null,
      updated_at: sql<Date>`now()`,
    })
    .where('id', 'in', [...ids])
    .where('state', '=', 'quarantined')
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Deletes quarantined items with their raw bytes; the outbox keeps id and reason. Answers the ids that were in quarantine. */
export async function dropQuarantined(db: Executor, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return db.transaction().execute(async (tx) => {
    const rows = await tx
      .deleteFrom('copydesk.items')
      .where('id', 'in', [...ids])
      .where('state', '=', 'quarantined')
      .returning(['id', 'batch', 'reason_code', 'reason_detail'])
      .execute();
    for (const row of rows) {
      const payload = JSON.stringify({ id: row.id, batch: row.batch, code: row.reason_code, detail: row.reason_detail });
      await tx.insertInto('copydesk.outbox').values({ type: 'article.dropped', item_id: row.id, payload }).execute();
    }
    return rows.map((row) => row.id);
  });
}

/** The database's clock, `agoMs` back. */
export async function databaseTime(db: Executor, agoMs = 0): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`SELECT now() - make_interval(secs => ${agoMs / 1000}) AS at`.execute(db);
  return rows[0]?.at ?? new Date();
}

/** Items with no end state that the reconciler has not looked at since `before`, longest unseen first. */
export async function findUncheckedItems(db: Executor, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('copydesk.items')
    .select('id')
    .where('state', 'in', ['accepted', 'processing'])
    .where('checked_at', '<=', before)
    .orderBy('checked_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export async function markChecked(db: Executor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('copydesk.items')
    .set({ checked_at: sql<Date>`now()` })
    .where('id', 'in', [...ids].sort())
    .execute();
}

type ItemRow = { [K in keyof ItemsTable]: unknown } & Partial<Record<keyof RawTable, unknown>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** An item of a row that joins items and raw. */
function toItem(row: ItemRow): StoredItem {
  return {
    id: row.id as string,
    inputId: text(row.input_id),
    sha256: row.sha256 as string,
    mediaType: row.media_type as StoredItem['mediaType'],
    charset: row.charset as string,
    file: text(row.file),
    url: text(row.url),
    outlet: text(row.outlet),
    publishedAt: text(row.published_at),
    retrievedAt: text(row.retrieved_at),
    batch: row.batch as string,
    state: row.state as ItemState,
    attempt: row.attempt as number,
    kills: row.kills as number,
    reason: row.reason_code === null ? undefined : { code: row.reason_code as string, detail: text(row.reason_detail) ?? '' },
    receivedAt: (row.received_at as Date).toISOString(),
  };
}

export interface ItemQuery {
  readonly batch?: string | undefined;
  readonly states?: readonly ItemState[] | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
  readonly newestFirst?: boolean | undefined;
}

/** In order of arrival (or newest first), with the headline of those that have been read. */
export async function listItems(db: Executor, page: ItemQuery): Promise<(StoredItem & { readonly headline?: string | undefined })[]> {
  let query = db
    .selectFrom('copydesk.items as i')
    .innerJoin('copydesk.raw as r', 'r.item_id', 'i.id')
    .leftJoin('copydesk.articles as a', 'a.id', 'i.id')
    .selectAll('i')
    .select(['r.sha256', 'r.media_type', 'r.charset', 'a.headline'])
    .orderBy('i.seq', page.newestFirst === true ? 'desc' : 'asc')
    .limit(page.limit ?? 1000);
  const { batch, states, ids, after } = page;
  if (batch !== undefined) {
    query = query.where((eb) => eb('i.id', 'in', eb.selectFrom('copydesk.batch_items').select('item_id').where('batch', '=', batch)));
  }
  if (states !== undefined) query = query.where('i.state', 'in', [...states]);
  if (ids !== undefined) query = query.where('i.id', 'in', [...ids]);
  if (after !== undefined) {
    query = query.where((eb) => eb('i.seq', '>', eb.selectFrom('copydesk.items').select('seq').where('id', '=', after)));
  }
  const rows = await query.execute();
  return rows.map((row) => ({ ...toItem(row), headline: row.headline ?? undefined }));
}

export async function getRaw(db: Executor, id: string): Promise<{ bytes: Uint8Array; mediaType: string; charset: string } | undefined> {
  const row = await db.selectFrom('copydesk.raw').select(['bytes', 'media_type', 'charset']).where('item_id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : { bytes: row.bytes, mediaType: row.media_type, charset: row.charset };
}
