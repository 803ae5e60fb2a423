/** BullMQ on Redis 7 or Valkey 8, through ioredis. */
import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from '../../log.ts';
import type { BullBackend } from './bullmq-queue.ts';
import { QUEUE_NAME, type JobData } from './jobs.ts';

const onRedis = withBackend(createRedisBackend);

export function redisBackend(url: string, prefix: string, log: Logger): BullBackend {
  const connect = (maxRetriesPerRequest: number | null): Redis => {
    const redis = new Redis(url, {
      maxRetriesPerRequest,
      connectTimeout: 10_000,
      retryStrategy: (times: number) => Math.min(100 * 2 ** Math.min(times, 6), 5000),
    });
    redis.on('error', (error: Error) => log.warn({ err: error.message }, 'the connection to Redis is in trouble'));
    return redis;
  };
  // Producers fail fast when Redis is away: the article is safe in Postgres and the reconciler enqueues it later. Workers wait as long as it takes.
  const producer = connect(1);
  const consumer = connect(null);
  // The version check is the Queue's first command, and BullMQ keeps its failure for good: a process that starts while Redis is away would
  // never enqueue again. `copydesk doctor` and the worker look at the version.
  const queue = new onRedis.Queue<JobData>(QUEUE_NAME, {
    prefix,
    connection: producer,
    skipWaitingForReady: true,
    skipVersionCheck: true,
  });
  queue.on('error', (error) => log.warn({ err: error.message }, 'queue trouble'));
  return {
    kind: 'redis',
    queue,
    worker: (handler, options) => new onRedis.Worker<JobData>(QUEUE_NAME, handler, { ...options, prefix, connection: consumer }),
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
  const [memory, persistence] = await Promise.all([redis.info('memory'), redis.info('persistence')]);
  const warnings: string[] = [];
  const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    warnings.push(`Redis evicts keys when memory is full (maxmemory-policy ${policy}): set it to noeviction`);
  }
  if (/aof_enabled:0/.test(persistence)) {
    warnings.push('Redis keeps no append-only file: after a crash the reconciler has to enqueue open articles again (nothing is lost)');
  }
  return warnings;
}
