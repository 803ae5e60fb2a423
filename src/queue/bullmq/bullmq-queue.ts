/** The job queue on BullMQ, whichever backend its queue and workers are made for. */
import { UnrecoverableError, WaitingError, type Job, type Processor, type Queue, type Worker, type WorkerOptions } from 'bullmq';
import { JobDropped, type JobQueue, type JobState, type JobWorker, type WorkOptions } from '../job-queue.ts';
import { JOB_NAME, jobOptions, jobSchema, type JobData } from './jobs.ts';

/** What differs between Redis and Postgres. */
export interface BullBackend {
  readonly kind: 'redis' | 'postgres';
  readonly queue: Queue<JobData>;
  worker(handler: Processor<JobData>, options: Omit<WorkerOptions, 'connection' | 'prefix'>): Worker<JobData>;
  version(): Promise<string>;
  warnings(): Promise<readonly string[]>;
  /** Closes the connections. */
  close(): Promise<void>;
}

const STATES: Readonly<Record<string, JobState>> = {
  waiting: 'waiting',
  'waiting-children': 'waiting',
  prioritized: 'waiting',
  delayed: 'delayed',
  active: 'active',
  completed: 'over',
  failed: 'over',
};

/** How long closing the queue may take, ms: a server that is gone must not keep the process alive. */
const CLOSE_TIMEOUT_MS = 5000;
/** How long a forced end of a worker may take, ms. */
const FORCED_CLOSE_MS = 2000;

const pauseUnref = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

interface Running {
  readonly job: Job<JobData>;
  readonly token: string | undefined;
}

function startWorker(backend: BullBackend, handler: (id: string) => Promise<void>, options: WorkOptions): JobWorker {
  const running = new Set<Running>();
  let isHandingBack = false;
  const process = async (job: Job<JobData>, token?: string): Promise<void> => {
    const { id } = jobSchema.parse(job.data);
    const entry: Running = { job, token };
    running.add(entry);
    try {
      await handler(id);
    } catch (error) {
      if (isHandingBack) throw new WaitingError('handed back');
      if (error instanceof JobDropped) throw new UnrecoverableError(error.message);
      throw error;
    } finally {
      running.delete(entry);
    }
  };
  const worker = backend.worker(process, {
    concurrency: options.concurrency,
    lockDuration: options.lockMs,
    stalledInterval: options.lockMs,
    // How often a job may be handed on after its worker died: our own limit on attempts ends in quarantine, BullMQ's would lose the reason.
    maxStalledCount: 1_000_000,
    drainDelay: 5,
  });
  worker.on('error', (error) => options.onTrouble?.(error));
  worker.on('stalled', (id) => options.onReassigned?.(id));
  return {
    close: () => worker.close(),
    handBack: async () => {
      isHandingBack = true;
      await Promise.all([...running].map(({ job, token }) => job.moveToWait(token).catch(() => undefined)));
      await Promise.race([worker.close(true), pauseUnref(FORCED_CLOSE_MS)]);
    },
  };
}

/** @param retryDelayMs first pause before another try, ms; doubles each time. */
export function bullQueue(backend: BullBackend, retryDelayMs: number): JobQueue {
  const { queue } = backend;
  const opts = jobOptions(retryDelayMs);
  return {
    kind: backend.kind,
    // the job id is the article id, so adding twice is one job
    add: async (ids) => void (await queue.addBulk(ids.map((id) => ({ name: JOB_NAME, data: { id }, opts: { ...opts, jobId: id } })))),
    state: async (id) => STATES[await queue.getJobState(id)] ?? 'unknown',
    forget: async (id) => void (await queue.remove(id)),
    clear: () => queue.obliterate({ force: true }),
    work: (handler, options) => startWorker(backend, handler, options),
    counts: async () => {
      const {
        waiting = 0,
        prioritized = 0,
        active = 0,
        delayed = 0,
        failed = 0,
      } = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
      return { waiting: waiting + prioritized, active, delayed, failed };
    },
    version: () => backend.version(),
    warnings: () => backend.warnings(),
    boardAdapters: async () => {
      const { BullMQAdapter } = await import('@bull-board/api/bullMQAdapter');
      return [new BullMQAdapter(queue)];
    },
    close: async () => {
      await Promise.race([queue.close().catch(() => undefined), pauseUnref(CLOSE_TIMEOUT_MS)]);
      await backend.close();
    },
  };
}
