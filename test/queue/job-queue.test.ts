/** The job queue on Redis, on Postgres and on the embedded Postgres; and one that is made up, through the port only. */
import { readFileSync, readdirSync } from 'node:fs';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { openJobQueue } from '../../src/queue/open-queue.ts';
import { openService } from '../../src/service.ts';
import { openDatabase } from '../../src/store/database.ts';
import { jobQueueConformance, type OpenedQueue } from '../conformance/job-queue.ts';
import { itemOf } from '../services/copy.ts';
import { deployments, makeDesk } from '../services/desk.ts';
import { Jobs, memoryQueue } from './memory-queue.ts';

const log = pino({ level: 'silent' });

for (const deployment of deployments()) {
  const open = async (): Promise<OpenedQueue> => {
    const desk = await makeDesk(deployment, { settings: { COPYDESK_RETRY_DELAY_MS: '50' } });
    const databases = [await openDatabase(desk.config, { log }), await openDatabase(desk.config, { log })] as const;
    const [queue, other] = [
      await openJobQueue(desk.config, (size) => databases[0].queuePool(size), log),
      await openJobQueue(desk.config, (size) => databases[1].queuePool(size), log),
    ];
    return {
      queue,
      other,
      close: async () => {
        await queue.close();
        await other.close();
        for (const database of databases) await database.close();
        await desk.remove();
      },
    };
  };
  jobQueueConformance(deployment, open, { hasBoard: true });
}

jobQueueConformance(
  'made up, in memory',
  async () => {
    const jobs = new Jobs();
    return { queue: memoryQueue(jobs), other: memoryQueue(jobs), close: async () => undefined };
  },
  { hasBoard: false },
);

describe('the service on a queue of another kind', () => {
  test('seeds are accepted, read and stored, and the invariants hold', async () => {
    const desk = await makeDesk('embedded', {});
    const service = await openService(desk.config, { log, queue: memoryQueue() });
    try {
      const folder = new URL('../../seeds/', import.meta.url);
      const seeds = readdirSync(folder).filter((name) => name.endsWith('.txt'));
      await service.accept(
        seeds.slice(0, 2).map((file) => itemOf(readFileSync(new URL(file, folder), 'utf8'), { file })),
        { batch: 'seeds' },
      );
      const worker = await service.startProcessWorker({ concurrency: 2, readers: 1 });
      expect(await service.waitForBatch('seeds')).toMatchObject({ total: 2, counts: { stored: 2 } });
      await worker.close();
      expect((await service.facts()).queue).toMatchObject({ backend: 'memory', reachable: true, version: '1' });
      expect(await service.readiness()).toMatchObject({ queue: true, postgres: true });
      expect(await service.invariants({ settled: true })).toEqual([]);
    } finally {
      await service.close();
      await desk.remove();
    }
  }, 120_000);
});
