/** BullMQ on its Postgres backend, in the schema `bullmq` of the database that holds the records. */
import { createPostgresBackend, runMigrations, withBackend, type PgPool, type Queue, type Worker } from 'bullmq';
import type { Pool } from 'pg';
import { CopydeskError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { BullBackend } from './bullmq-queue.ts';
import { QUEUE_NAME, type JobData } from './jobs.ts';

const onPostgres = withBackend(createPostgresBackend);

/** A pg.Pool is one; its overloads are too many for the compiler to see it. */
const asBullPool = (pool: Pool): PgPool => pool as unknown as PgPool;

/** The prefix that shares the plain name of the queue. */
const DEFAULT_PREFIX = 'copydesk';
const PRODUCER_CONNECTIONS = 4;

/**
 * @param queuePool makes a Postgres pool whose search_path is BullMQ's schema; a worker keeps one connection of its pool for itself.
 * @throws CopydeskError QUEUE_UNAVAILABLE
 */
export async function postgresBackend(queuePool: (size: number) => Pool, prefix: string, log: Logger): Promise<BullBackend> {
  // All desks on one database share the schema `bullmq`; the prefix keeps their queues apart.
  const name = prefix === DEFAULT_PREFIX ? QUEUE_NAME : `${prefix}-${QUEUE_NAME}`;
  const pool = queuePool(PRODUCER_CONNECTIONS);
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } catch (error) {
    throw new CopydeskError('QUEUE_UNAVAILABLE', 'The tables of the queue could not be brought up to date', { cause: error });
  } finally {
    client.release();
  }
  const queue = new onPostgres.Queue<JobData>(name, { connection: asBullPool(pool) }) as unknown as Queue<JobData>;
  queue.on('error', (error) => log.warn({ err: error.message }, 'queue trouble'));
  return {
    kind: 'postgres',
    queue,
    worker: (handler, options) => {
      const workerPool = queuePool(Math.min(PRODUCER_CONNECTIONS, 2 + (options.concurrency ?? 1)));
      return new onPostgres.Worker<JobData>(name, handler, {
        ...options,
        connection: asBullPool(workerPool),
      }) as unknown as Worker<JobData>;
    },
    version: async () => (await pool.query<{ server_version: string }>('SHOW server_version')).rows[0]?.server_version ?? '',
    warnings: () => Promise.resolve([]),
    // the pools belong to the database and are closed with it
    close: () => Promise.resolve(),
  };
}
