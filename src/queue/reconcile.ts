/**
 * Brings Postgres and the queue together: an accepted item that no queue knows is enqueued again. Postgres is the truth, the queue can be wiped.
 */
import type { Queue } from 'bullmq';
import { databaseTime, findUncheckedItems, markChecked } from '../store/items.ts';
import type { Executor } from '../store/schema.ts';
import type { ProcessJob } from './jobs.ts';
import { enqueueItems, patiently, type EnqueueOptions } from './produce.ts';

const ITEMS_PER_PAGE = 500;
const LOOKUPS_AT_ONCE = 50;

export interface ReconcileOptions extends EnqueueOptions {
  /** Items seen more recently than this are left alone, ms: they are being enqueued or read right now. */
  readonly graceMs: number;
}

/**
 * One pass over all open items that were not seen within `graceMs`. Answers how many were enqueued again.
 * @throws CopydeskError QUEUE_UNAVAILABLE
 */
export async function reconcile(db: Executor, queue: Queue<ProcessJob>, options: ReconcileOptions): Promise<number> {
  const before = await databaseTime(db, options.graceMs);
  let enqueued = 0;
  for (;;) {
    const ids = await findUncheckedItems(db, before, ITEMS_PER_PAGE);
    for (let i = 0; i < ids.length; i += LOOKUPS_AT_ONCE) {
      const page = ids.slice(i, i + LOOKUPS_AT_ONCE);
      const known = await Promise.all(page.map((id) => isQueued(queue, id, options.patienceMs)));
      const lost = page.filter((_id, n) => known[n] === false);
      await enqueueItems(queue, lost, options);
      await markChecked(db, page);
      enqueued += lost.length;
    }
    if (ids.length < ITEMS_PER_PAGE) return enqueued;
  }
}

/** Whether a job for this item will run or is running. One that is over (finished, or out of tries) is cleared away, so that its id is free. */
async function isQueued(queue: Queue<ProcessJob>, id: string, patienceMs: number): Promise<boolean> {
  const state = await patiently(queue.getJobState(id), patienceMs);
  if (state === 'unknown') return false;
  if (state !== 'completed' && state !== 'failed') return true;
  await patiently(queue.remove(id), patienceMs);
  return false;
}
