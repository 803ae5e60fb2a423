/** workers/process.ts with readers that start quickly (faulty-reader.ts): a worker that can be killed twenty times in a test. */
import { readConfig } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';
import { openJobQueue } from '../../src/queue/open-queue.ts';
import { consume } from '../../src/queue/consume.ts';
import { createReaderPool } from '../../src/reader/pool.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createDuplicateIndex } from '../../src/store/duplicate-index.ts';

const config = readConfig();
const log = createLogger(config.logLevel, 'light-worker');
const database = await openDatabase(config, { log });
const queue = await openJobQueue(config, (size) => database.queuePool(size), log);
const pool = createReaderPool({ workers: 2, timeoutMs: 60_000, heapMb: 64, script: new URL('./faulty-reader.ts', import.meta.url) });
const { concurrency, lockMs, shutdownMs, maxAttempts } = config;
consume(queue, { db: database.db, pool, duplicates: createDuplicateIndex }, log, { concurrency, lockMs, shutdownMs, maxAttempts });
log.info('ready');
