/** A made-up job queue: in the memory of one process, written against the port only. Two views of one `Jobs` are two processes at one queue. */
import { setTimeout as pause } from 'node:timers/promises';
import { JobDropped, TRIES_PER_JOB, type JobQueue, type JobState, type JobWorker, type WorkOptions } from '../../src/queue/job-queue.ts';

interface Job {
  state: Exclude<JobState, 'unknown'>;
  tries: number;
  failed: boolean;
}

export class Jobs extends Map<string, Job> {}

const RETRY_MS = 20;

export function memoryQueue(jobs: Jobs = new Jobs()): JobQueue {
  const take = (): string | undefined => [...jobs].find(([, job]) => job.state === 'waiting')?.[0];

  function work(handler: (id: string) => Promise<void>, { concurrency }: WorkOptions): JobWorker {
    const closing = new AbortController();
    let isHandingBack = false;
    const running = new Set<string>();
    const runOne = async (id: string, job: Job): Promise<void> => {
      job.state = 'active';
      running.add(id);
      try {
        await handler(id);
        if (!isHandingBack) job.state = 'over';
      } catch (error) {
        if (isHandingBack) return;
        job.tries += 1;
        if (error instanceof JobDropped || job.tries >= TRIES_PER_JOB) Object.assign(job, { state: 'over', failed: true });
        else {
          job.state = 'delayed';
          setTimeout(() => job.state === 'delayed' && (job.state = 'waiting'), RETRY_MS).unref();
        }
      } finally {
        running.delete(id);
      }
    };
    const lane = async (): Promise<void> => {
      while (!closing.signal.aborted) {
        const id = take();
        const job = id === undefined ? undefined : jobs.get(id);
        if (id === undefined || job === undefined) await pause(5);
        else await runOne(id, job);
      }
    };
    const lanes = Array.from({ length: concurrency }, lane);
    return {
      close: async () => {
        closing.abort();
        if (!isHandingBack) await Promise.all(lanes);
      },
      handBack: async () => {
        closing.abort();
        isHandingBack = true;
        for (const id of running) Object.assign(jobs.get(id) ?? {}, { state: 'waiting' });
      },
    };
  }

  return {
    kind: 'memory',
    add: async (ids) => {
      for (const id of ids) if (!jobs.has(id)) jobs.set(id, { state: 'waiting', tries: 0, failed: false });
    },
    state: async (id) => jobs.get(id)?.state ?? 'unknown',
    forget: async (id) => void (jobs.get(id)?.state !== 'active' && jobs.delete(id)),
    clear: async () => jobs.clear(),
    work,
    counts: async () => {
      const count = (state: JobState): number => [...jobs.values()].filter((job) => job.state === state).length;
      const failed = [...jobs.values()].filter((job) => job.failed).length;
      return { waiting: count('waiting'), active: count('active'), delayed: count('delayed'), failed };
    },
    version: async () => '1',
    warnings: async () => [],
    boardAdapters: async () => [],
    close: async () => undefined,
  };
}
