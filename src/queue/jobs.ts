/** The one job there is: read one article, by reference. Definition apart from handler, so that API and CLI can enqueue without loading a stage. */
import { z } from 'zod';

export const QUEUE_NAMES = { process: 'process' } as const;

export const processJobSchema = z.strictObject({ id: z.string().min(1) });
export type ProcessJob = z.infer<typeof processJobSchema>;

/** Tries within one enqueueing; when they are used up the job fails and the reconciler brings the item back later. */
export const TRIES_PER_JOB = 8;
