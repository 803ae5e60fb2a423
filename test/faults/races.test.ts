/** Two of everything at once: services, workers, batches, copies. And items that kill their readers. */
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openJobQueue } from '../../src/queue/open-queue.ts';
import { consume } from '../../src/queue/consume.ts';
import { createReaderPool } from '../../src/reader/pool.ts';
import { openService, type ProcessWorker, type Service } from '../../src/service.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createDuplicateIndex } from '../../src/store/duplicate-index.ts';
import { itemOf, items, story } from '../services/copy.ts';
import { deployments, makeDesk, type Desk } from '../services/desk.ts';

const silent = pino({ level: 'silent' });

describe.each(deployments())('%s', (deployment) => {
  let desk: Desk;
  let services: Service[];
  let workers: ProcessWorker[] = [];

  beforeAll(async () => {
    desk = await makeDesk(deployment);
    services = await Promise.all([openService(desk.config), openService(desk.config)]);
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    workers = [];
  });
  afterAll(async () => {
    await Promise.all((services ?? []).map((service) => service.close()));
    await desk?.remove();
  });

  test('the same batch twice at once, then copies of two stories at once, through two services with a worker each', async () => {
    workers = await Promise.all(services.map((service) => service.startProcessWorker({ readers: 1, concurrency: 3 })));
    const batch = items(24, 2000);
    const answers = await Promise.all(
      services.map((service, n) => service.accept(n === 0 ? batch : [...batch].reverse(), { batch: 'twice' })),
    );
    expect(answers.flat().filter(({ outcome }) => outcome === 'accepted')).toHaveLength(24);
    expect(await services[0]!.waitForBatch('twice')).toMatchObject({ total: 24, counts: { quarantined: 0 } });

    // Eight copies of one story, and eight of another, arrive at once at both.
    const outlets = ['Gazette', 'Times', 'Herald', 'Post', 'Courier', 'Mail', 'Echo', 'Star'];
    const [first, second] = [3000, 3001].map((n) => outlets.map((outlet) => itemOf(story(n), { outlet })));
    await Promise.all([services[0]!.accept(first!, { batch: 'copies' }), services[1]!.accept(second!, { batch: 'copies' })]);
    expect(await services[1]!.waitForBatch('copies')).toMatchObject({ total: 16, counts: { stored: 2, copy: 14 } });
    for (const copies of [first!, second!]) {
      const records = await Promise.all(copies.map(({ id }) => services[0]!.getRecord(id)));
      expect(new Set(records.map((record) => record?.cluster?.id)).size).toBe(1);
      expect(records.filter((record) => record?.cluster?.role !== 'copy')).toHaveLength(1);
    }
    expect(await services[0]!.invariants({ settled: true })).toEqual([]);
  });

  test('an item that kills its reader twice is quarantined as poison, and its neighbours are read', async () => {
    const database = await openDatabase(desk.config, { log: silent });
    const queue = await openJobQueue(desk.config, (size) => database.queuePool(size), silent);
    const script = new URL('./faulty-reader.ts', import.meta.url);
    const pool = createReaderPool({ workers: 2, timeoutMs: 3000, heapMb: 64, script });
    const deps = { db: database.db, pool, duplicates: createDuplicateIndex };
    const consumer = consume(queue, deps, silent, { concurrency: 4, lockMs: 2000, shutdownMs: 5000, maxAttempts: 10 });
    try {
      const faults = ['FAULT endless loop', 'FAULT out of memory', 'FAULT exit'].map((text) => itemOf(text));
      const broken = itemOf('FAULT throw');
      const once = itemOf(`FAULT exit at the first attempt, marked by ${join(desk.config.home, 'first-attempt')}`);
      await services[0]!.accept([...faults, ...items(6, 4000), broken, once], { batch: 'poison' });
      expect(await services[0]!.waitForBatch('poison')).toMatchObject({ total: 11, counts: { quarantined: 4 } });
      const quarantined = await services[0]!.quarantine.list({ batch: 'poison' });
      const reasons = new Map(quarantined.map(({ id, reason, kills }) => [id, [reason?.code, kills]]));
      for (const { id } of faults) expect(reasons.get(id)).toEqual(['POISON', 2]);
      expect(reasons.get(broken.id)).toEqual(['STAGE_FAILED', 0]);
      expect(await services[0]!.getItem(once.id)).toMatchObject({ kills: 1, attempt: 2 });
      expect(await services[0]!.invariants({ settled: true })).toEqual([]);
    } finally {
      await consumer.close();
      await pool.close();
      await queue.close();
      await database.close();
    }
  });
});
