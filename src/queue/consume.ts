/** The worker: takes jobs, reads articles, and turns errors into their fate: try again, quarantine, or nothing more to do. */
import { CopydeskError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { databaseTrouble, withRetries } from '../store/database.ts';
import { claimItem, countKill, quarantineItem, releaseItem, type Claim } from '../store/items.ts';
import type { ItemState } from '../store/store.ts';
import { JobDropped, type JobQueue } from './job-queue.ts';
import { processArticle, type ProcessDependencies } from './process-article.ts';

/** So many times may one item kill its reader; then it is poison. */
const MAX_KILLS = 2;
const KILLS = new Set(['READER_TIMEOUT', 'READER_OUT_OF_MEMORY', 'READER_CRASHED']);

/** An article that came to an end state. */
export interface FinishedItem {
  readonly id: string;
  readonly state: ItemState;
  /** From taking it off the queue to the commit, ms. */
  readonly ms: number;
  /** Time in each stage, ms; empty when it was quarantined. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface ConsumeOptions {
  readonly concurrency: number;
  /** A job whose worker is silent for so long is handed to another, ms. */
  readonly lockMs: number;
  /** How long running articles may take to end after close(), ms. */
  readonly shutdownMs: number;
  readonly maxAttempts: number;
  readonly onItem?: ((item: FinishedItem) => void) | undefined;
}

export interface Consumer {
  /** Takes no new job; running ones end, or are handed back after shutdownMs. */
  close(): Promise<void>;
}

export function consume(queue: JobQueue, deps: ProcessDependencies, log: Logger, options: ConsumeOptions): Consumer {
  const running = new Set<Claim>();
  let isHandingBack = false;

  const handle = async (id: string): Promise<void> => {
    const start = performance.now();
    const claim = await withRetries(() => claimItem(deps.db, id));
    // it has an end state, or was dropped
    if (claim === undefined) return;
    running.add(claim);
    let state: ItemState;
    let timings: FinishedItem['timings'] = {};
    try {
      if (claim.attempts > options.maxAttempts) {
        throw new CopydeskError('ATTEMPTS_EXHAUSTED', `given up after ${claim.attempts - 1} attempts`);
      }
      ({ state, timings } = await processArticle(deps, claim));
    } catch (error) {
      if (isHandingBack) throw error;
      state = await settle(claim, error);
    } finally {
      running.delete(claim);
    }
    options.onItem?.({ id, state, ms: performance.now() - start, timings });
  };

  /** Quarantines, or throws so that the queue tries again. */
  const settle = async ({ item }: Claim, thrown: unknown): Promise<ItemState> => {
    let error = toCopydeskError(thrown);
    if (KILLS.has(error.code)) {
      const kills = await withRetries(() => countKill(deps.db, item.id, item.attempt));
      if (kills === undefined) throw new JobDropped('a newer attempt owns the item');
      if (kills >= MAX_KILLS) error = new CopydeskError('POISON', `${error.code}: ${error.message}`, { cause: error });
    }
    // The newer attempt has a job of its own or is running; this one has nothing more to do.
    if (error.code === 'STALE_ATTEMPT') throw new JobDropped(error.message);
    if (error.fate === 'retry') {
      log.warn({ item: item.id, attempt: item.attempt, code: error.code, detail: error.message }, 'will be tried again');
      if (error.code !== 'STORE_UNAVAILABLE') await withRetries(() => releaseItem(deps.db, item.id, item.attempt));
      throw error;
    }
    const reason = { code: error.code, detail: error.stage === undefined ? error.message : `${error.stage}: ${error.message}` };
    const owned = await withRetries(() => quarantineItem(deps.db, item.id, item.attempt, reason));
    if (!owned) throw new JobDropped('a newer attempt owns the item');
    log.warn({ item: item.id, ...reason }, 'quarantined');
    return 'quarantined';
  };

  const worker = queue.work(handle, {
    concurrency: options.concurrency,
    lockMs: options.lockMs,
    onTrouble: (error) => log.warn({ err: error.message }, 'queue trouble'),
    onReassigned: (id) => log.warn({ item: id }, 'reassigned from a worker that went silent'),
  });

  const handBack = async (): Promise<void> => {
    isHandingBack = true;
    await Promise.all([...running].map(({ item }) => releaseItem(deps.db, item.id, item.attempt).catch(() => undefined)));
    await worker.handBack();
  };

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<'overdue'>((resolve) => {
      timer = setTimeout(() => resolve('overdue'), options.shutdownMs);
    });
    const ended = await Promise.race([worker.close(), overdue]);
    clearTimeout(timer);
    if (ended === 'overdue') {
      log.warn({ articles: running.size }, 'shutdown takes too long: handing running articles back');
      await handBack();
    }
  };
  return { close: () => (closing ??= close()) };
}

function toCopydeskError(thrown: unknown): CopydeskError {
  if (thrown instanceof CopydeskError) return thrown;
  const message = thrown instanceof Error ? thrown.message : 'not an Error';
  if (databaseTrouble(thrown) !== undefined) return new CopydeskError('STORE_UNAVAILABLE', message, { cause: thrown });
  return new CopydeskError('STAGE_FAILED', message.slice(0, 500), { cause: thrown });
}
