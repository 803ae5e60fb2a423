/** Puts items on the queue by reference. The job id is the item id, so enqueueing twice is one job. */
import type { Queue } from 'bullmq';
import { CopydeskError } from '../errors.ts';
import { TRIES_PER_JOB, type ProcessJob } from './jobs.ts';

/** Jobs added in one round trip. */
const JOBS_PER_ADD = 500;

export interface EnqueueOptions {
  /** First pause before a retry, ms; doubles each time. */
  readonly retryDelayMs: number;
  /** Give up waiting for the backend after this time, ms. The items stay safe in Postgres. */
  readonly patienceMs: number;
}

/** @throws CopydeskError QUEUE_UNAVAILABLE */
export async function enqueueItems(queue: Queue<ProcessJob>, ids: readonly string[], options: EnqueueOptions): Promise<void> {
  const opts = {
    attempts: TRIES_PER_JOB,
    backoff: { type: 'exponential', delay: options.retryDelayMs, jitter: 0.3 },
    removeOnComplete: { count: 1000 },
    removeOnFail: { count: 1000 },
  };
  for (let i = 0; i < ids.length; i += JOBS_PER_ADD) {
    const jobs = ids.slice(i, i + JOBS_PER_ADD).map((id) => ({ name: 'process', data: { id }, opts: { ...opts, jobId: id } }));
    await patiently(queue.addBulk(jobs), options.patienceMs);
  }
}

/** The result of a queue call, or QUEUE_UNAVAILABLE when it fails or takes too long. */
export async function patiently<T>(call: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CopydeskError('QUEUE_UNAVAILABLE', `The queue did not answer in ${patienceMs} ms`)), patienceMs);
  });
  // When the clock wins, nobody waits for the call any more; its late failure is no news.
  call.catch(() => undefined);
  try {
    return await Promise.race([call, tooLong]);
  } catch (error) {
    if (error instanceof CopydeskError) throw error;
    throw new CopydeskError('QUEUE_UNAVAILABLE', 'The queue cannot be reached', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
