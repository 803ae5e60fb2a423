/** The jobs as BullMQ holds them. The names and the form of the data are those of queues that are in use: they never change. */
import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import { TRIES_PER_JOB } from '../job-queue.ts';

export const QUEUE_NAME = 'process';
export const JOB_NAME = 'process';

export const jobSchema = z.strictObject({ id: z.string().min(1) });
export type JobData = z.infer<typeof jobSchema>;

/** Finished and failed jobs that are remembered, for the board. */
const REMEMBERED = 1000;

/** @param retryDelayMs first pause before another try, ms; doubles each time. */
export const jobOptions = (retryDelayMs: number): JobsOptions => ({
  attempts: TRIES_PER_JOB,
  backoff: { type: 'exponential', delay: retryDelayMs, jitter: 0.3 },
  removeOnComplete: { count: REMEMBERED },
  removeOnFail: { count: REMEMBERED },
});
