/**
 * Copydesk as a running service: store, queue and worker behind one door, the same for all three deployments.
 * The CLI and the HTTP API talk to this and to nothing below it.
 */
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { NewsRecord } from './article.ts';
import type { Config, Deployment } from './config.ts';
import { CopydeskError } from './errors.ts';
import { decodeCursor, encodeCursor, toCloudEvent, type CloudEvent } from './export/cloud-event.ts';
import { checkReadiness, gatherFacts, type Readiness, type ServiceFacts } from './facts.ts';
import { accept } from './intake/accept.ts';
import { createLogger, type Logger } from './log.ts';
import type { FinishedItem } from './queue/consume.ts';
import { enqueueItems } from './queue/enqueue.ts';
import type { JobQueue } from './queue/job-queue.ts';
import { openJobQueue } from './queue/open-queue.ts';
import { reconcile } from './queue/reconcile.ts';
import { withTimeout } from './queue/with-timeout.ts';
import type { Statement, StatementQuery } from './quotes/statements/statement.ts';
import { clusterRecords } from './store/clusters.ts';
import { openDatabase, withRetries, type OpenDatabase } from './store/database.ts';
import { readEvents } from './store/events.ts';
import { findViolations } from './store/invariants.ts';
import * as counts from './store/counts.ts';
import * as store from './store/items.ts';
import { pruneEvents } from './store/outbox.ts';
import * as records from './store/records.ts';
import type { Executor } from './store/schema.ts';
import { findStatements } from './store/statement-search.ts';
import { indexNextArticle } from './store/statements.ts';
import type { Acceptance, BatchStatus, IncomingItem, ItemState, StoredItem, Violation } from './store/store.ts';

export { addOutputFormat } from './export/formats/formats.ts';
export type { OutputFormat } from './export/formats/output-format.ts';
export { addInputFormat } from './intake/formats/formats.ts';
export type { Chunks, FormatContext, Found, InputFormat } from './intake/formats/input-format.ts';
export { itemOfBytes, itemOfInput } from './intake/item.ts';
export type { Readiness, ServiceFacts } from './facts.ts';
export type { FinishedItem } from './queue/consume.ts';
export { readConfig, type Config, type Deployment } from './config.ts';
export type { Acceptance, BatchStatus, IncomingItem, ItemState, StoredItem, Violation } from './store/store.ts';

/** An item of a batch without its bytes, with the headline once it has been read. */
export interface BatchItem extends StoredItem {
  readonly headline?: string | undefined;
}

export interface ExportFilter {
  readonly batch?: string | undefined;
  /** Only records stored at or after this time, ISO 8601. */
  readonly since?: string | undefined;
}

export interface EventFilter {
  /** `next` of the answer before, or the `cursor` of an event; `latest`: only what happens from now on. Left out: from the oldest that is kept. */
  readonly after?: string | undefined;
  readonly types?: readonly string[] | undefined;
  /** At most this many (default 100). */
  readonly limit?: number | undefined;
}

export interface ItemPage {
  readonly batch?: string | undefined;
  readonly states?: readonly ItemState[] | undefined;
  /** At most this many (default 1000), in order of arrival. */
  readonly limit?: number | undefined;
  /** Ids after this one: the last id of the page before. */
  readonly after?: string | undefined;
  /** Latest arrivals first; not together with `after`. */
  readonly newestFirst?: boolean | undefined;
}

export interface WaitOptions {
  /** Called at once and whenever a count changed. */
  readonly onProgress?: ((status: BatchStatus) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Pause between two looks, ms (default 150). */
  readonly pollMs?: number | undefined;
}

export interface WorkerOptions {
  readonly concurrency?: number | undefined;
  readonly readers?: number | undefined;
  /** Told of each article that came to an end state, with the time of each stage. */
  readonly onItem?: ((item: FinishedItem) => void) | undefined;
}

export interface ProcessWorker {
  /** Takes no new article; running ones end, or are handed back after COPYDESK_SHUTDOWN_MS. Safe to call twice. */
  close(): Promise<void>;
}

export interface Service {
  readonly config: Config;
  readonly deployment: Deployment;
  readonly log: Logger;

  /**
   * Commits raw bytes and item rows in one transaction, then enqueues by reference. Answers in the order given.
   * Idempotent, also twice at once. A queue that cannot be reached delays items (reconciler) and never loses them.
   * @throws CopydeskError STORE_UNAVAILABLE when nothing was committed.
   */
  accept(items: readonly IncomingItem[], options: { readonly batch: string }): Promise<readonly Acceptance[]>;
  /** Re-enqueues accepted items that no queue knows. Answers how many. */
  reconcile(): Promise<number>;

  /** Undefined: no such batch. Counted from item rows; an item handed in under two batches counts in both. */
  batchStatus(batch: string): Promise<BatchStatus | undefined>;
  /** Newest first. */
  listBatches(limit?: number): Promise<readonly BatchStatus[]>;
  listItems(page?: ItemPage): Promise<readonly BatchItem[]>;
  /**
   * Until every item of the batch has an end state. Somebody must run a worker.
   * @throws CopydeskError NOT_FOUND; the signal's reason when aborted.
   */
  waitForBatch(batch: string, options?: WaitOptions): Promise<BatchStatus>;

  getItem(id: string): Promise<BatchItem | undefined>;
  getRaw(id: string): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly charset: string } | undefined>;
  getRecord(id: string): Promise<NewsRecord | undefined>;
  /** The records stored last, newest first. */
  latestRecords(limit: number): Promise<readonly NewsRecord[]>;
  /** Streams in order of storing, page by page: memory does not grow with the number of records. */
  exportRecords(filter?: ExportFilter): AsyncIterable<NewsRecord>;
  /** Records of the cluster (an old id that became an alias resolves too), in order of arrival. Empty: no such cluster. */
  clusterRecords(clusterId: string): Promise<readonly NewsRecord[]>;
  /**
   * What happened to articles, each event once, in an order that never changes; an event that commits later is never passed over.
   * @throws CopydeskError BAD_REQUEST (not a cursor), CURSOR_EXPIRED (events after it are pruned).
   */
  events(query?: EventFilter): Promise<{ readonly items: readonly CloudEvent[]; readonly next: string }>;
  /** The same without end, a page a look: empty pages while nothing happens. Ends when the signal is aborted. */
  followEvents(
    filter: EventFilter & { readonly signal: AbortSignal; readonly pollMs?: number | undefined },
  ): AsyncIterable<readonly CloudEvent[]>;
  /** What was said, each statement with all its appearances, earliest first. Those that appeared first most lately come first. */
  statements(query?: StatementQuery): Promise<readonly Statement[]>;

  quarantine: {
    list(page?: { readonly batch?: string | undefined; readonly limit?: number | undefined }): Promise<readonly BatchItem[]>;
    /** Back to `accepted` with a clean slate (attempts, kills) and enqueued. Answers the ids that were in quarantine. */
    retry(ids: readonly string[]): Promise<readonly string[]>;
    /** Deletes item and raw bytes; an outbox event keeps id and reason. Answers the ids that were in quarantine. */
    drop(ids: readonly string[]): Promise<readonly string[]>;
  };

  /** Starts reading articles in this process (reader children do the CPU work). Also runs the reconciler and drops what is older than the window from the duplicate index. */
  startProcessWorker(options?: WorkerOptions): Promise<ProcessWorker>;

  /** Every rule of docs/architecture.md that rows can break; `settled`: also that nothing is on its way. Empty: all hold. */
  invariants(options?: { readonly settled?: boolean }): Promise<readonly Violation[]>;
  facts(): Promise<ServiceFacts>;
  /** Whether Postgres and the queue answer, each within a time limit. Never throws. */
  readiness(): Promise<Readiness>;
  /** For the queue board, and for tests that wipe it. */
  readonly queue: JobQueue;

  /** Closes workers, queue and connections, in this order. Safe to call twice. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly log?: Logger | undefined;
  /** A queue of another kind (docs/architecture.md); by default BullMQ as the settings say. The service closes it. */
  readonly queue?: JobQueue | undefined;
  /** Told what takes a while at start ("creating the database in .copydesk"), for a person. */
  readonly onStep?: ((text: string) => void) | undefined;
}

/** How long a closing worker waits for readers that are still at work, ms. */
const READER_CLOSE_MS = 500;
/** Pause between two looks for old blocks of the duplicate index, ms. */
const FORGET_EVERY_MS = 3_600_000;
/** Pause between two passes that add up the kept counts, ms: a look reads at most so many changes. */
const FOLD_EVERY_MS = 5000;
/** Pause between two passes over events that are old enough to go, ms. */
const PRUNE_EVERY_MS = 600_000;
/** How long an intake waits for the queue before it leaves the enqueueing to the reconciler, ms. */
const QUEUE_TIMEOUT_MS = 5000;
/** Pause between two looks for events when nothing happens, ms. */
const EVENT_POLL_MS = 500;
/** `source` of the events: all desks that share a database are one. */
const EVENT_SOURCE = '/copydesk';
/** Jobs taken off the queue side by side. */
const REMOVALS_AT_ONCE = 50;

/**
 * Opens store and queue, starting the embedded Postgres when none is configured, and brings the schema up to date.
 * @throws CopydeskError STORE_UNAVAILABLE, QUEUE_UNAVAILABLE, FOLDER_LOCKED.
 */
export async function openService(config: Config, options: OpenOptions = {}): Promise<Service> {
  const log = options.log ?? createLogger(config.logLevel);
  const database = await openDatabase(config, { log, onStep: options.onStep });
  try {
    const queue = options.queue ?? (await openJobQueue(config, (size) => database.queuePool(size), log));
    return new RunningService(config, log, database, queue);
  } catch (error) {
    await database.close();
    throw error;
  }
}

class RunningService implements Service {
  readonly config: Config;
  readonly deployment: Deployment;
  readonly log: Logger;
  readonly queue: JobQueue;
  readonly #database: OpenDatabase;
  readonly #workers = new Set<ProcessWorker>();
  #closing: Promise<void> | undefined;

  constructor(config: Config, log: Logger, database: OpenDatabase, queue: JobQueue) {
    this.config = config;
    this.deployment = config.deployment;
    this.log = log;
    this.#database = database;
    this.queue = queue;
  }

  get #db(): Executor {
    return this.#database.db;
  }

  async accept(items: readonly IncomingItem[], { batch }: { readonly batch: string }): Promise<readonly Acceptance[]> {
    return accept({ db: this.#db, queue: this.queue, log: this.log, queueTimeoutMs: QUEUE_TIMEOUT_MS }, items, batch);
  }

  async reconcile(): Promise<number> {
    return withRetries(() => reconcile(this.#db, this.queue, { timeoutMs: QUEUE_TIMEOUT_MS, graceMs: 0 }));
  }

  async batchStatus(batch: string): Promise<BatchStatus | undefined> {
    return withRetries(() => counts.batchStatus(this.#db, batch));
  }

  async listBatches(limit = 20): Promise<readonly BatchStatus[]> {
    return withRetries(() => counts.listBatches(this.#db, limit));
  }

  async listItems(page: ItemPage = {}): Promise<readonly BatchItem[]> {
    return withRetries(() => store.listItems(this.#db, page));
  }

  async waitForBatch(batch: string, { onProgress, signal, pollMs = 150 }: WaitOptions = {}): Promise<BatchStatus> {
    let seen = '';
    for (;;) {
      signal?.throwIfAborted();
      const start = performance.now();
      const status = await this.batchStatus(batch);
      if (status === undefined) throw new CopydeskError('NOT_FOUND', `no batch is called ${batch}`);
      const counts = JSON.stringify(status.counts);
      if (counts !== seen) onProgress?.(status);
      seen = counts;
      if (status.done) return status;
      // A look at a huge batch is not free: never spend more than a tenth of the time on looking.
      await pause(Math.max(pollMs, (performance.now() - start) * 10), undefined, signal === undefined ? {} : { signal });
    }
  }

  async getItem(id: string): Promise<BatchItem | undefined> {
    return (await withRetries(() => store.listItems(this.#db, { ids: [id] })))[0];
  }

  async getRaw(id: string): Promise<{ bytes: Uint8Array; mediaType: string; charset: string } | undefined> {
    return withRetries(() => store.getRaw(this.#db, id));
  }

  async getRecord(id: string): Promise<NewsRecord | undefined> {
    return withRetries(() => records.getRecord(this.#db, id));
  }

  async latestRecords(limit: number): Promise<readonly NewsRecord[]> {
    return withRetries(() => records.latestRecords(this.#db, limit));
  }

  exportRecords(filter: ExportFilter = {}): AsyncIterable<NewsRecord> {
    return records.exportRecords(this.#db, filter);
  }

  async clusterRecords(clusterId: string): Promise<readonly NewsRecord[]> {
    return withRetries(() => clusterRecords(this.#db, clusterId));
  }

  async events({ after, types, limit = 100 }: EventFilter = {}): Promise<{ items: readonly CloudEvent[]; next: string }> {
    if (after === 'latest') {
      const { next } = await withRetries(() => readEvents(this.#db, { after: 0, limit: 0 }));
      return { items: [], next: encodeCursor(next) };
    }
    const from = after === undefined ? 0 : decodeCursor(after);
    const { items, next } = await withRetries(() => readEvents(this.#db, { after: from, types, limit }));
    return { items: items.map((event) => toCloudEvent(event, EVENT_SOURCE)), next: encodeCursor(next) };
  }

  async *followEvents({
    signal,
    pollMs = EVENT_POLL_MS,
    after,
    ...filter
  }: Parameters<Service['followEvents']>[0]): AsyncGenerator<readonly CloudEvent[]> {
    for (let cursor = after; !signal.aborted;) {
      const { items, next } = await this.events({ ...filter, after: cursor });
      cursor = next;
      yield items;
      if (items.length === 0) await pause(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async statements(query: StatementQuery = {}): Promise<readonly Statement[]> {
    return withRetries(() => findStatements(this.#db, query));
  }

  readonly quarantine: Service['quarantine'] = {
    list: async ({ batch, limit } = {}) => this.listItems({ batch, limit, states: ['quarantined'] }),
    retry: async (ids) => {
      const retried = await withRetries(() => store.retryQuarantined(this.#db, ids));
      await this.#forgetJobs(retried);
      await enqueueItems(this.queue, retried, QUEUE_TIMEOUT_MS);
      return retried;
    },
    drop: async (ids) => {
      const dropped = await withRetries(() => store.dropQuarantined(this.#db, ids));
      await this.#forgetJobs(dropped);
      return dropped;
    },
  };

  /** Clears finished jobs of these items away, so that their ids are free. */
  async #forgetJobs(ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += REMOVALS_AT_ONCE) {
      await Promise.all(ids.slice(i, i + REMOVALS_AT_ONCE).map((id) => withTimeout(this.queue.forget(id), QUEUE_TIMEOUT_MS)));
    }
  }

  async startProcessWorker(options: WorkerOptions = {}): Promise<ProcessWorker> {
    const concurrency = options.concurrency ?? this.config.concurrency;
    const readers = options.readers ?? this.config.readers;
    // Loaded now: whoever only enqueues or looks never loads a stage.
    const [{ consume }, { createReaderPool }, { createDuplicateIndex }, { dropOldBlocks }] = await Promise.all([
      import('./queue/consume.ts'),
      import('./reader/pool.ts'),
      import('./store/duplicate-index.ts'),
      import('./store/duplicate-blocks.ts'),
    ]);
    const pool = createReaderPool({
      workers: readers === 0 ? Math.min(availableParallelism(), concurrency) : readers,
      timeoutMs: this.config.readTimeoutMs,
      heapMb: this.config.readerHeapMb,
      settings: { entitiesFile: this.config.entitiesFile, namesModel: this.config.namesModel },
    });
    const { lockMs, shutdownMs, maxAttempts, clusterDays, dom } = this.config;
    const deps = {
      db: this.#db,
      pool,
      pipeline: { dom },
      duplicates: (db: Executor) => createDuplicateIndex(db, { windowDays: clusterDays }),
    };
    const consumer = consume(this.queue, deps, this.log, { concurrency, lockMs, shutdownMs, maxAttempts, onItem: options.onItem });
    const stopReconciling = this.#reconcileRegularly();
    const stopForgetting = this.#forgetOldCopies(dropOldBlocks);
    const stopIndexing = this.#indexOldRecords();
    const stopFolding = this.#foldCounts();
    const stopPruning = this.#pruneEvents();
    const worker: ProcessWorker = {
      close: async () => {
        this.#workers.delete(worker);
        await Promise.all([stopReconciling(), stopForgetting(), stopIndexing(), stopFolding(), stopPruning()]);
        await consumer.close();
        // Only calls of articles that were handed back can still be running: their children die with this process.
        await Promise.race([pool.close(), pause(READER_CLOSE_MS, undefined, { ref: false })]);
      },
    };
    this.#workers.add(worker);
    return worker;
  }

  #reconcileRegularly(): () => Promise<void> {
    return this.#regularly('reconciling', this.config.reconcileMs, async () => {
      const enqueued = await reconcile(this.#db, this.queue, { timeoutMs: QUEUE_TIMEOUT_MS, graceMs: this.config.reconcileMs });
      if (enqueued > 0) this.log.info({ items: enqueued }, 'accepted articles that no queue knew are enqueued again');
    });
  }

  /** Rows of the duplicate index that are older than the window; records stay. */
  #forgetOldCopies(dropOldBlocks: (db: Executor, windowDays: number) => Promise<number>): () => Promise<void> {
    return this.#regularly('dropping old blocks of the duplicate index', FORGET_EVERY_MS, async () => {
      const blocks = await dropOldBlocks(this.#db, this.config.clusterDays);
      if (blocks > 0) this.log.info({ blocks }, 'blocks of the duplicate index that are older than the window are dropped');
    });
  }

  /** Records that were stored before the statement index, or with another version of it. */
  #indexOldRecords(): () => Promise<void> {
    return this.#regularly('indexing statements of older records', FORGET_EVERY_MS, async (signal) => {
      while (!signal.aborted && (await withRetries(() => indexNextArticle(this.#db))));
    });
  }

  #foldCounts(): () => Promise<void> {
    return this.#regularly('adding up the counts', FOLD_EVERY_MS, async () => void (await counts.foldCounts(this.#db)));
  }

  #pruneEvents(): () => Promise<void> {
    return this.#regularly('pruning events', PRUNE_EVERY_MS, async (signal) => {
      const events = await pruneEvents(this.#db, this.config.eventsDays, signal);
      if (events > 0) this.log.info({ events }, 'events older than COPYDESK_EVENTS_DAYS are pruned');
    });
  }

  /** At once and then every `everyMs`, counted from the end of the last. The answer stops it. */
  #regularly(what: string, everyMs: number, work: (signal: AbortSignal) => Promise<void>): () => Promise<void> {
    const stop = new AbortController();
    const loop = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        try {
          await work(stop.signal);
        } catch (error) {
          this.log.warn({ err: error }, `${what} failed; it is tried again`);
        }
        await pause(everyMs, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    };
    const running = loop();
    return async () => {
      stop.abort();
      await running;
    };
  }

  async invariants({ settled = false } = {}): Promise<readonly Violation[]> {
    return withRetries(() =>
      findViolations(this.#db, { settled, windowDays: this.config.clusterDays, eventsDays: this.config.eventsDays }),
    );
  }

  async facts(): Promise<ServiceFacts> {
    return gatherFacts(this.#database, this.queue, this.config);
  }

  async readiness(): Promise<Readiness> {
    return checkReadiness(this.#db, this.queue, this.deployment);
  }

  async close(): Promise<void> {
    this.#closing ??= (async () => {
      await Promise.all([...this.#workers].map((worker) => worker.close()));
      await this.queue.close();
      await this.#database.close();
    })();
    return this.#closing;
  }
}
