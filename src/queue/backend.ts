/** BullMQ on Redis or on Postgres: the only place that knows which. */
import {
  createPostgresBackend,
  createRedisBackend,
  runMigrations,
  withBackend,
  type PgPool,
  type Processor,
  type Queue,
  type Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { CopydeskError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { ProcessJob } from './jobs.ts';

const onPostgres = withBackend(createPostgresBackend);
const onRedis = withBackend(createRedisBackend);

export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  queue(name: string): Queue<ProcessJob>;
  worker(name: string, handler: Processor<ProcessJob>, options: Omit<WorkerOptions, 'connection' | 'prefix'>): Worker<ProcessJob>;
  /** @throws when the backend does not answer. */
  version(): Promise<string>;
  /** Settings that can lose or stall work. */
  warnings(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * @param queuePool makes a Postgres pool whose search_path is BullMQ's schema; a worker keeps one connection of its pool for itself.
 * @throws CopydeskError QUEUE_UNAVAILABLE
 */
export async function openQueueBackend(config: Config, queuePool: (size: number) => Pool, log: Logger): Promise<QueueBackend> {
  return config.redisUrl === undefined ? openOnPostgres(config, queuePool) : openOnRedis(config, config.redisUrl, log);
}

/** A pg.Pool is one; its overloads are too many for the compiler to see it. */
const asBullPool = (pool: Pool): PgPool => pool as unknown as PgPool;

async function openOnPostgres(config: Config, queuePool: (size: number) => Pool): Promise<QueueBackend> {
  // All desks on one database share the schema `bullmq`; the prefix keeps their queues apart.
  const fullName = (name: string): string => (config.queuePrefix === 'copydesk' ? name : `${config.queuePrefix}-${name}`);
  const pool = queuePool(4);
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } catch (error) {
    throw new CopydeskError('QUEUE_UNAVAILABLE', 'The tables of the queue could not be brought up to date', { cause: error });
  } finally {
    client.release();
  }
  return {
    kind: 'postgres',
    queue: (name) => new onPostgres.Queue<ProcessJob>(fullName(name), { connection: asBullPool(pool) }) as unknown as Queue<ProcessJob>,
    worker: (name, handler, options) => {
      const workerPool = queuePool(Math.min(4, 2 + (options.concurrency ?? 1)));
      return new onPostgres.Worker<ProcessJob>(fullName(name), handler, {
        ...options,
        connection: asBullPool(workerPool),
      }) as unknown as Worker<ProcessJob>;
    },
    version: async () => (await pool.query<{ server_version: string }>('SHOW server_version')).rows[0]?.server_version ?? '',
    warnings: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}

async function openOnRedis(config: Config, url: string, log: Logger): Promise<QueueBackend> {
  const connect = (maxRetriesPerRequest: number | null): Redis => {
    const redis = new Redis(url, {
      maxRetriesPerRequest,
      connectTimeout: 10_000,
      retryStrategy: (times: number) => Math.min(100 * 2 ** Math.min(times, 6), 5000),
    });
    redis.on('error', (error: Error) => log.warn({ err: error.message }, 'the connection to Redis is in trouble'));
    return redis;
  };
  // Producers fail fast when Redis is away: the item is safe in Postgres and the reconciler enqueues it later. Workers wait as long as it takes.
  const producer = connect(1);
  const consumer = connect(null);
  const prefix = config.queuePrefix;
  return {
    kind: 'redis',
    // The version check is the Queue's first command, and BullMQ keeps its failure for good: a process that starts while Redis is away would
    // never enqueue again. `copydesk doctor` and the worker look at the version.
    queue: (name) =>
      new onRedis.Queue<ProcessJob>(name, { prefix, connection: producer, skipWaitingForReady: true, skipVersionCheck: true }),
    worker: (name, handler, workerOptions) =>
      new onRedis.Worker<ProcessJob>(name, handler, { ...workerOptions, prefix, connection: consumer }),
    version: async () => /(?:redis|valkey)_version:(\S+)/.exec(await producer.info('server'))?.[1] ?? '',
    warnings: () => redisWarnings(producer),
    close: () => {
      producer.disconnect();
      consumer.disconnect();
      return Promise.resolve();
    },
  };
}

async function redisWarnings(redis: Redis): Promise<string[]> {
  const warnings: string[] = [];
  const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    warnings.push(`Redis evicts keys when memory is full (maxmemory-policy ${policy}): set it to noeviction`);
  }
  if (/aof_enabled:0/.test(await redis.info('persistence'))) {
    warnings.push('Redis keeps no append-only file: after a crash the reconciler has to enqueue open articles again (nothing is lost)');
  }
  return warnings;
}
