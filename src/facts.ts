/** What is so right now: for `copydesk doctor`, the health routes and the metrics page. */
import { sql } from 'kysely';
import type { Config, Deployment } from './config.ts';
import type { JobCounts, JobQueue } from './queue/job-queue.ts';
import { withTimeout } from './queue/with-timeout.ts';
import type { OpenDatabase } from './store/database.ts';
import { readCounts } from './store/counts.ts';
import { appliedMigrations } from './store/migrations.ts';
import type { Executor } from './store/schema.ts';
import { ITEM_STATES, type ItemState } from './store/store.ts';

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
    /** Kind of the job queue: "redis", "postgres". */
    readonly backend: string;
    readonly reachable: boolean;
    readonly version: string;
    readonly counts: JobCounts;
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

/** Longest wait for the queue, ms. */
const QUEUE_TIMEOUT_MS = 3000;
const NO_ITEMS = Object.fromEntries(ITEM_STATES.map((state) => [state, 0])) as Record<ItemState, number>;

/** Never throws: what cannot be reached is said to be so. */
export async function gatherFacts(database: OpenDatabase, queue: JobQueue, config: Config): Promise<ServiceFacts> {
  const [records, queueFacts] = await Promise.all([
    postgresFacts(database.db).catch(() => undefined),
    withTimeout(queueState(queue), QUEUE_TIMEOUT_MS).catch(() => undefined),
  ]);
  const pid = database.embeddedPid();
  return {
    deployment: config.deployment,
    postgres: records?.postgres ?? { version: '', reachable: false, migrations: [], bytes: 0 },
    queue: {
      backend: queue.kind,
      reachable: queueFacts !== undefined,
      version: queueFacts?.version ?? '',
      counts: queueFacts?.counts ?? { waiting: 0, active: 0, delayed: 0, failed: 0 },
    },
    items: records?.items ?? NO_ITEMS,
    batches: records?.batches ?? 0,
    articles: records?.articles ?? 0,
    clusters: records?.clusters ?? 0,
    outboxPending: records?.outboxPending ?? 0,
    embedded: pid === undefined ? undefined : { pid, home: config.home },
    warnings: queueFacts?.warnings ?? [],
  };
}

async function postgresFacts(
  db: Executor,
): Promise<Pick<ServiceFacts, 'postgres' | 'items' | 'batches' | 'articles' | 'clusters' | 'outboxPending'>> {
  const [{ rows }, migrations, { items, batches, outboxPending }] = await Promise.all([
    sql<{ version: string; bytes: string }>`
      SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes`.execute(db),
    appliedMigrations(db),
    readCounts(db),
  ]);
  const row = rows[0];
  return {
    postgres: { version: row?.version ?? '', reachable: true, migrations, bytes: Number(row?.bytes ?? 0) },
    items,
    batches,
    // Each stored article is the canonical copy of a cluster of its own; invariants.ts checks it.
    articles: items.stored + items.copy,
    clusters: items.stored,
    outboxPending,
  };
}

export interface Readiness {
  readonly deployment: Deployment;
  readonly postgres: boolean;
  readonly queue: boolean;
  readonly warnings: readonly string[];
}

/** A probe waits so long for Postgres or the queue, ms; a silent one is away. */
const PROBE_TIMEOUT_MS = 2000;

/** One cheap question each to Postgres and to the queue; nothing is counted. Never throws. */
export async function checkReadiness(db: Executor, queue: JobQueue, deployment: Deployment): Promise<Readiness> {
  const answers = async (question: Promise<unknown>): Promise<boolean> =>
    withTimeout(question, PROBE_TIMEOUT_MS).then(
      () => true,
      () => false,
    );
  const warnings = withTimeout(queue.warnings(), PROBE_TIMEOUT_MS).catch(() => []);
  const [postgres, reachable] = await Promise.all([answers(sql`SELECT 1`.execute(db)), answers(queue.version())]);
  return { deployment, postgres, queue: reachable, warnings: reachable ? await warnings : [] };
}

async function queueState(queue: JobQueue): Promise<{ version: string; counts: JobCounts; warnings: readonly string[] }> {
  const [version, counts, warnings] = await Promise.all([queue.version(), queue.counts(), queue.warnings()]);
  return { version, counts, warnings };
}
