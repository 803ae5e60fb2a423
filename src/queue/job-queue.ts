/**
 * The queue as the rest of Copydesk sees it: our words, no library. It carries ids of articles and nothing else, may be wiped at any moment, and
 * hands each job to one worker at a time, to another when that one goes silent. Members: bullmq/ (Redis and Postgres). Conformance suite:
 * test/conformance/job-queue.ts.
 */

/** `over`: it has run, or its tries are used up; `unknown`: the queue does not know it. */
export type JobState = 'waiting' | 'delayed' | 'active' | 'over' | 'unknown';

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  /** Waiting for another try. */
  readonly delayed: number;
  /** Their tries are used up; the reconciler brings the articles back. */
  readonly failed: number;
}

/** Tries of one job; when they are used up it fails, and the reconciler brings the article back later. */
export const TRIES_PER_JOB = 8;

/** Thrown by a handler: this job has nothing more to do and must not be tried again. */
export class JobDropped extends Error {
  override readonly name = 'JobDropped';
}

export interface WorkOptions {
  /** Jobs at once. */
  readonly concurrency: number;
  /** A job whose worker is silent for so long is handed to another, ms. */
  readonly lockMs: number;
  /** A job came from a worker that went silent. */
  readonly onReassigned?: ((id: string) => void) | undefined;
  /** The queue is in trouble; the worker goes on trying. */
  readonly onTrouble?: ((error: Error) => void) | undefined;
}

export interface JobWorker {
  /** Takes no new job; resolves when the running ones have ended. Safe to call twice. */
  close(): Promise<void>;
  /** Puts running jobs back, without counting a try, and ends; what their handlers still do is ignored. */
  handBack(): Promise<void>;
}

export interface JobQueue {
  /** "redis", "postgres": for people and metrics. */
  readonly kind: string;
  /** One job an id. An id that waits, runs or is remembered as over is not added again. */
  add(ids: readonly string[]): Promise<void>;
  state(id: string): Promise<JobState>;
  /** Forgets a job that does not run, so that its id can be added again. An unknown one is no error. */
  forget(id: string): Promise<void>;
  /** Forgets everything, running jobs too. */
  clear(): Promise<void>;
  /**
   * Starts taking jobs. The handler's end is the job's end; when it throws, the job is tried again after a growing pause, unless it throws JobDropped.
   */
  work(handler: (id: string) => Promise<void>, options: WorkOptions): JobWorker;
  counts(): Promise<JobCounts>;
  /** Of the server behind it. @throws when it does not answer. */
  version(): Promise<string>;
  /** Settings that can lose or stall work, in words. */
  warnings(): Promise<readonly string[]>;
  /** What the queue board (bull-board) shows; empty where it cannot. */
  boardAdapters(): Promise<readonly import('@bull-board/api/baseAdapter').BaseAdapter[]>;
  /** Closes connections; workers must be closed before. */
  close(): Promise<void>;
}
