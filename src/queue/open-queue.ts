/** The queue of a configuration: on Redis when REDIS_URL is set, else in the Postgres that holds the records. */
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import { bullQueue } from './bullmq/bullmq-queue.ts';
import { postgresBackend } from './bullmq/postgres.ts';
import { redisBackend } from './bullmq/redis.ts';
import type { JobQueue } from './job-queue.ts';

/**
 * @param queuePool makes a Postgres pool for the queue, of so many connections.
 * @throws CopydeskError QUEUE_UNAVAILABLE
 */
export async function openJobQueue(
  { redisUrl, queuePrefix, retryDelayMs }: Pick<Config, 'redisUrl' | 'queuePrefix' | 'retryDelayMs'>,
  queuePool: (size: number) => Pool,
  log: Logger,
): Promise<JobQueue> {
  const backend = redisUrl === undefined ? await postgresBackend(queuePool, queuePrefix, log) : redisBackend(redisUrl, queuePrefix, log);
  return bullQueue(backend, retryDelayMs);
}
