/** Counts that triggers keep (migration 0011), so that a look at them never reads the archive. */
import { sql } from 'kysely';
import type { Executor } from './schema.ts';
import { ITEM_STATES, type BatchStatus, type ItemState } from './store.ts';

export interface StoreCounts {
  readonly items: Readonly<Record<ItemState, number>>;
  readonly batches: number;
  /** Events not delivered yet. */
  readonly outboxPending: number;
}

/** So many unfolded changes make a look slow (about 1 ms a thousand): whoever sees more folds them. */
const FOLD_ABOVE = 5000;
/** Advisory lock of the one that folds. */
const FOLD_LOCK = 0x636f756e; // "coun"

type StateCounts = Record<ItemState, number>;

const noItems = (): StateCounts => ({ accepted: 0, processing: 0, stored: 0, copy: 0, quarantined: 0 });
const isState = (state: string | null): state is ItemState => (ITEM_STATES as readonly (string | null)[]).includes(state);

/** The counts of the whole store, in one statement. */
export async function readCounts(db: Executor): Promise<StoreCounts> {
  const { rows } = await sql<{ scope: string; state: string; n: string; changes: string }>`
    SELECT scope, state, sum(n) AS n, sum(change) AS changes FROM (
      SELECT scope, state, n, 0 AS change FROM copydesk.counts WHERE scope IN ('items', 'batches', 'outbox')
      UNION ALL
      SELECT scope, state, n, 1 FROM copydesk.count_changes
    ) AS each_one GROUP BY scope, state`.execute(db);
  const items = noItems();
  let batches = 0;
  let outboxPending = 0;
  let changes = 0;
  for (const { scope, state, n, changes: unfolded } of rows) {
    changes += Number(unfolded);
    if (scope === 'items' && isState(state)) items[state] = Number(n);
    else if (scope === 'batches') batches = Number(n);
    else if (scope === 'outbox') outboxPending = Number(n);
  }
  if (changes > FOLD_ABOVE) await foldCounts(db);
  return { items, batches, outboxPending };
}

/** Adds the changes to the counts. Does nothing when somebody else is at it. Answers how many changes were folded. */
export async function foldCounts(db: Executor): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const lock = await sql<{ held: boolean }>`SELECT pg_try_advisory_xact_lock(${FOLD_LOCK}) AS held`.execute(tx);
    if (lock.rows[0]?.held !== true) return 0;
    const { rows } = await sql<{ folded: string }>`
      WITH gone AS (DELETE FROM copydesk.count_changes RETURNING *),
      summed AS (SELECT scope, key, state, sum(n) AS n FROM gone GROUP BY scope, key, state),
      written AS (
        INSERT INTO copydesk.counts AS counts (scope, key, state, n) SELECT scope, key, state, n FROM summed WHERE n <> 0
        ON CONFLICT (scope, key, state) DO UPDATE SET n = counts.n + excluded.n
      )
      SELECT count(*) AS folded FROM gone`.execute(tx);
    return Number(rows[0]?.folded ?? 0);
  });
}

interface BatchRow {
  readonly name: string;
  readonly created_at: Date;
  readonly state: string | null;
  readonly n: string | null;
}

/** The rows of one query, a row a batch and state, as statuses in the order of the rows. */
function toStatuses(rows: readonly BatchRow[]): BatchStatus[] {
  const found = new Map<string, { createdAt: Date; counts: StateCounts }>();
  for (const { name, created_at: createdAt, state, n } of rows) {
    const batch = found.get(name) ?? { createdAt, counts: noItems() };
    if (isState(state)) batch.counts[state] = Number(n);
    found.set(name, batch);
  }
  return [...found].map(([batch, { createdAt, counts }]) => ({
    batch,
    createdAt: createdAt.toISOString(),
    total: Object.values(counts).reduce((sum, n) => sum + n, 0),
    counts,
    done: counts.accepted + counts.processing === 0,
  }));
}

const statusesOf = (chosen: ReturnType<typeof sql>): ReturnType<typeof sql<BatchRow>> => sql<BatchRow>`
  SELECT batch.name, batch.created_at, kept.state, sum(kept.n) AS n
  FROM (${chosen}) AS batch
  LEFT JOIN LATERAL (
    SELECT state, n FROM copydesk.counts WHERE scope = 'batch' AND key = batch.name
    UNION ALL
    SELECT state, n FROM copydesk.count_changes WHERE scope = 'batch' AND key = batch.name
  ) AS kept ON true
  GROUP BY batch.name, batch.created_at, kept.state ORDER BY batch.created_at DESC, batch.name`;

/** Undefined: no such batch. */
export async function batchStatus(db: Executor, batch: string): Promise<BatchStatus | undefined> {
  const { rows } = await statusesOf(sql`SELECT name, created_at FROM copydesk.batches WHERE name = ${batch}`).execute(db);
  return toStatuses(rows)[0];
}

/** Newest first, all in one query. */
export async function listBatches(db: Executor, limit: number): Promise<BatchStatus[]> {
  const newest = sql`SELECT name, created_at FROM copydesk.batches ORDER BY created_at DESC, name LIMIT ${limit}`;
  return toStatuses((await statusesOf(newest).execute(db)).rows);
}
