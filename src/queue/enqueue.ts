/** Puts articles on the queue by reference. */
import type { JobQueue } from './job-queue.ts';
import { withTimeout } from './with-timeout.ts';

/** Jobs added in one round trip. */
const JOBS_PER_ADD = 500;

/** @throws CopydeskError QUEUE_UNAVAILABLE; the articles stay safe in Postgres, and the reconciler enqueues them later. */
export async function enqueueItems(queue: JobQueue, ids: readonly string[], timeoutMs: number): Promise<void> {
  for (let i = 0; i < ids.length; i += JOBS_PER_ADD) await withTimeout(queue.add(ids.slice(i, i + JOBS_PER_ADD)), timeoutMs);
}
