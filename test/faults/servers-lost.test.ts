/** Servers that die in the middle of the work: Redis killed and wiped, Postgres killed and started again, the embedded Postgres killed. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { openService, type Service } from '../../src/service.ts';
import { items } from '../services/copy.ts';
import { makeDesk, type Desk } from '../services/desk.ts';
import { findPostgres, findRedis } from '../services/programs.ts';
import { startPostgres, startRedis, type Server } from '../services/servers.ts';

const leftovers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of leftovers.splice(0).reverse()) await remove();
});

async function open(desk: Desk): Promise<Service> {
  leftovers.push(() => desk.remove());
  const service = await openService(desk.config);
  leftovers.push(() => service.close());
  return service;
}

/** Waits until some, but not all, of the batch is done. */
async function untilInTheMiddle(service: Service, batch: string, done: number): Promise<void> {
  for (;;) {
    const status = await service.batchStatus(batch);
    if (status !== undefined && status.counts.stored + status.counts.copy >= done) return;
    await pause(20);
  }
}

/** What every fault has to end with. */
async function ending(service: Service, batch: string): Promise<{ total: number; quarantined: number; violations: unknown }> {
  const { total, counts } = await service.waitForBatch(batch);
  return { total, quarantined: counts.quarantined, violations: await service.invariants({ settled: true }) };
}

const allDone = (total: number): unknown => ({ total, quarantined: 0, violations: [] });

describe.runIf(findRedis() !== undefined && findPostgres() !== undefined)('Redis', () => {
  test('killed, and back with nothing in it: accepting goes on meanwhile, and every article is read', async () => {
    const redis = (await startRedis()) as Server;
    leftovers.push(() => redis.stop());
    const service = await open(await makeDesk('postgres+redis', { redisUrl: redis.url }));
    await service.accept(items(30), { batch: 'redis' });
    await service.startProcessWorker({ readers: 1, concurrency: 2 });
    await untilInTheMiddle(service, 'redis', 3);
    await redis.kill();
    expect((await service.facts()).queue.reachable).toBe(false);
    const meanwhile = await service.accept(items(10, 100), { batch: 'redis' });
    expect(meanwhile.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    await redis.start();
    expect(await ending(service, 'redis')).toEqual(allDone(40));
  });

  test('wiped while it runs: every article is read', async () => {
    const redis = (await startRedis()) as Server;
    leftovers.push(() => redis.stop());
    const service = await open(await makeDesk('postgres+redis', { redisUrl: redis.url }));
    await service.accept(items(40), { batch: 'wiped' });
    await service.queue.clear();
    expect(await service.reconcile()).toBe(40);
    expect(await service.reconcile()).toBe(0);
    await service.startProcessWorker({ readers: 1, concurrency: 2 });
    await untilInTheMiddle(service, 'wiped', 3);
    await service.queue.clear();
    expect(await ending(service, 'wiped')).toEqual(allDone(40));
  });
});

describe.runIf(findPostgres() !== undefined)('Postgres', () => {
  test('killed in the middle and started again: what was acknowledged is there, and every article is read', async () => {
    const postgres = (await startPostgres()) as Server;
    leftovers.push(() => postgres.stop());
    const service = await open(await makeDesk('postgres', { postgresUrl: postgres.url }));
    await service.accept(items(30), { batch: 'restart' });
    await service.startProcessWorker({ readers: 1, concurrency: 2 });
    await untilInTheMiddle(service, 'restart', 3);
    await postgres.kill();
    await expect(service.accept(items(1, 100), { batch: 'restart' })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect((await service.facts()).postgres.reachable).toBe(false);
    await postgres.start();
    expect(await ending(service, 'restart')).toEqual(allDone(30));
  });
});

describe('the embedded Postgres', () => {
  test('killed in the middle: it comes back by itself with what was acknowledged, and every article is read', async () => {
    const service = await open(await makeDesk('embedded'));
    await service.accept(items(20), { batch: 'embedded' });
    await service.startProcessWorker({ readers: 1, concurrency: 2 });
    for (const done of [2, 8]) {
      await untilInTheMiddle(service, 'embedded', done);
      process.kill((await service.facts()).embedded!.pid, 'SIGKILL');
      for (let back = false; !back; await pause(50)) back = (await service.facts()).postgres.reachable;
    }
    expect(await ending(service, 'embedded')).toEqual(allDone(20));
  });
});
