/**
 * Brings Postgres and the queue together: an accepted item that no queue knows is enqueued again. Postgres is the truth, the queue can be wiped.
 */
import { databaseTime, findUncheckedItems, markChecked } from '../store/items.ts';
import type { Executor } from '../store/schema.ts';
import { enqueueItems } from './enqueue.ts';
import type { JobQueue } from './job-queue.ts';
import { withTimeout } from './with-timeout.ts';

const ITEMS_PER_PAGE = 500;
const LOOKUPS_AT_ONCE = 50;

export interface ReconcileOptions {
  /** Longest wait for one answer of the queue, ms. */
  readonly timeoutMs: number;
  /** Items seen more recently than this are left alone, ms: they are being enqueued or read right now. */
  readonly graceMs: number;
}

/**
 * One pass over all open items that were not seen within `graceMs`. Answers how many were enqueued again.
 * @throws CopydeskError QUEUE_UNAVAILABLE
 */
export async function reconcile(db: Executor, queue: JobQueue, options: ReconcileOptions): Promise<number> {
  const before = await databaseTime(db, options.graceMs);
  let enqueued = 0;
  for (;;) {
    const ids = await findUncheckedItems(db, before, ITEMS_PER_PAGE);
    for (let i = 0; i < ids.length; i += LOOKUPS_AT_ONCE) {
      const page = ids.slice(i, i + LOOKUPS_AT_ONCE);
      const known = await Promise.all(page.map((id) => isQueued(queue, id, options.timeoutMs)));
      const lost = page.filter((_id, n) => known[n] === false);
      await enqueueItems(queue, lost, options.timeoutMs);
      await markChecked(db, page);
      enqueued += lost.length;
    }
    if (ids.length < ITEMS_PER_PAGE) return enqueued;
  }
}

/** Whether a job for this item will run or is running. One that is over (finished, or out of tries) is cleared away, so that its id is free. */
async function isQueued(queue: JobQueue, id: string, timeoutMs: number): Promise<boolean> {
  const state = await withTimeout(queue.state(id), timeoutMs);
  if (state === 'unknown') return false;
  if (state !== 'over') return true;
  await withTimeout(queue.forget(id), timeoutMs);
  return false;
}
