/** Accepting: committed in Postgres first, then enqueued. A queue that is away delays an item and never loses it. */
import type { Logger } from '../log.ts';
import { enqueueItems } from '../queue/enqueue.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import { withRetries } from '../store/database.ts';
import { acceptItems } from '../store/items.ts';
import type { Executor } from '../store/schema.ts';
import type { Acceptance, IncomingItem } from '../store/store.ts';

/** @throws CopydeskError STORE_UNAVAILABLE: nothing was committed. */
export async function accept(
  deps: { readonly db: Executor; readonly queue: JobQueue; readonly log: Logger; readonly queueTimeoutMs: number },
  items: readonly IncomingItem[],
  batch: string,
): Promise<Acceptance[]> {
  if (items.length === 0) return [];
  const acceptances = await withRetries(() => acceptItems(deps.db, items, batch));
  const fresh = acceptances.filter(({ outcome }) => outcome === 'accepted').map(({ id }) => id);
  try {
    await enqueueItems(deps.queue, fresh, deps.queueTimeoutMs);
  } catch (error) {
    deps.log.warn({ err: error, items: fresh.length }, 'accepted, but not enqueued yet: the reconciler does it when the queue is back');
  }
  return acceptances;
}
