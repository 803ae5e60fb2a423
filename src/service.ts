/**
 * Copydesk as a running service: store, queue and worker behind one door, the same for all three deployments.
 * The CLI and the HTTP API talk to this and to nothing below it.
 */
import type { Queue } from 'bullmq';
import type { NewsRecord } from './article.ts';
import type { Config, Deployment } from './config.ts';
import { CopydeskError } from './errors.ts';
import type { Logger } from './log.ts';
import type { Acceptance, BatchStatus, IncomingItem, ItemState, StoredItem, Violation } from './store/store.ts';

/** An item of a batch without its bytes, with the headline once it has been read. */
export interface BatchItem extends StoredItem {
  readonly headline?: string | undefined;
}

export interface ExportFilter {
  readonly batch?: string | undefined;
  /** Only records stored at or after this time, ISO 8601. */
  readonly since?: string | undefined;
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
  readonly onItem?: ((item: { id: string; state: ItemState; ms: number }) => void) | undefined;
}

export interface ProcessWorker {
  /** Takes no new article; running ones end, or are handed back after COPYDESK_SHUTDOWN_MS. Safe to call twice. */
  close(): Promise<void>;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** What `copydesk doctor` and the metrics page show. */
export interface ServiceFacts {
  readonly deployment: Deployment;
  readonly postgres: {
    readonly version: string;
    readonly reachable: boolean;
    readonly migrations: readonly string[];
    readonly bytes: number;
  };
  readonly queue: {
    readonly backend: 'redis' | 'postgres';
    readonly reachable: boolean;
    readonly version: string;
    readonly counts: QueueCounts;
  };
  readonly items: Readonly<Record<ItemState, number>>;
  readonly batches: number;
  readonly articles: number;
  readonly clusters: number;
  readonly outboxPending: number;
  /** Embedded only: who owns the data folder. */
  readonly embedded?: { readonly pid: number; readonly home: string } | undefined;
  /** Settings that can lose or stall work: Redis eviction policy, persistence off, ... */
  readonly warnings: readonly string[];
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
  /** Streams in order of storing, page by page: memory does not grow with the number of records. */
  exportRecords(filter?: ExportFilter): AsyncIterable<NewsRecord>;
  /** Records of the cluster (an old id that became an alias resolves too), in order of arrival. Empty: no such cluster. */
  clusterRecords(clusterId: string): Promise<readonly NewsRecord[]>;

  quarantine: {
    list(page?: { readonly batch?: string | undefined; readonly limit?: number | undefined }): Promise<readonly BatchItem[]>;
    /** Back to `accepted` with a clean slate (attempts, kills) and enqueued. Answers the ids that were in quarantine. */
    retry(ids: readonly string[]): Promise<readonly string[]>;
    /** Deletes item and raw bytes; an outbox event keeps id and reason. Answers the ids that were in quarantine. */
    drop(ids: readonly string[]): Promise<readonly string[]>;
  };

  /** Starts reading articles in this process (reader children do the CPU work). Also runs the reconciler. */
  startProcessWorker(options?: WorkerOptions): Promise<ProcessWorker>;

  /** Every rule of docs/architecture.md that rows can break. Empty: all hold. */
  invariants(): Promise<readonly Violation[]>;
  facts(): Promise<ServiceFacts>;
  /** For the dashboard (bull-board). */
  queues(): readonly Queue[];

  /** Closes workers, queue and connections, in this order. Safe to call twice. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly log?: Logger | undefined;
  /** Told what takes a while at start ("creating the database in .copydesk"), for a person. */
  readonly onStep?: ((text: string) => void) | undefined;
}

/**
 * Opens store and queue, starting the embedded Postgres when none is configured, and brings the schema up to date.
 * @throws CopydeskError STORE_UNAVAILABLE, QUEUE_UNAVAILABLE, FOLDER_LOCKED.
 */
export function openService(_config: Config, _options: OpenOptions = {}): Promise<Service> {
  return Promise.reject(new CopydeskError('STORE_UNAVAILABLE', 'not built yet'));
}
