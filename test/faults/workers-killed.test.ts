/** Worker processes killed by SIGKILL at random moments in the middle of their work: nothing is lost, nothing is there twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openService, type Service } from '../../src/service.ts';
import { items } from '../services/copy.ts';
import { deployments, makeDesk, type Desk } from '../services/desk.ts';
import { childrenOf, isAlive, PROCESS_WORKER, startWorkerProcess, type WorkerProcess } from '../services/worker-process.ts';

const KILLS = 20;
const LIGHT_WORKER = new URL('./light-worker.ts', import.meta.url);
/** The richest deployment of this machine: what a fleet runs on. */
const deployment = deployments().at(-1)!;

describe(`on ${deployment}`, () => {
  let desk: Desk;
  let service: Service;
  const workers = new Set<WorkerProcess>();

  const launch = (script: URL): WorkerProcess => {
    const worker = startWorkerProcess(desk, { COPYDESK_CONCURRENCY: '4', TEST_READ_MS: '80' }, script);
    workers.add(worker);
    void worker.exited.then(() => workers.delete(worker));
    return worker;
  };

  beforeAll(async () => {
    desk = await makeDesk(deployment);
    service = await openService(desk.config);
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await service?.close();
    await desk?.remove();
  });

  test(`SIGKILL ×${KILLS} at random moments`, { timeout: 400_000 }, async () => {
    let accepted = 0;
    const keepBusy = async (): Promise<void> => {
      const open = (await service.batchStatus('kills'))?.counts;
      if (open !== undefined && open.accepted > 30) return;
      await service.accept(items(40, accepted), { batch: 'kills' });
      accepted += 40;
    };
    await keepBusy();
    let inTheMiddle = 0;
    const orphans: number[] = [];
    let worker = launch(LIGHT_WORKER);
    for (let kills = 0; kills < KILLS; kills++) {
      // The next one starts while this one still works, so that there are always two or one.
      const next = launch(LIGHT_WORKER);
      await worker.ready;
      await keepBusy();
      await pause(Math.random() * 700);
      const busy = (await service.facts()).items.processing;
      orphans.push(...childrenOf(worker.pid));
      worker.kill('SIGKILL');
      if (busy > 0) inTheMiddle++;
      worker = next;
    }
    const status = await service.waitForBatch('kills');
    expect(status).toMatchObject({ total: accepted, counts: { quarantined: 0, accepted: 0, processing: 0 } });
    expect(status.counts.stored + status.counts.copy).toBe(accepted);
    expect(await service.invariants({ settled: true })).toEqual([]);
    console.log(`${KILLS} kills, ${inTheMiddle} of them while articles were being read; ${accepted} articles, all with their end state`);
    expect(inTheMiddle).toBeGreaterThan(KILLS / 4);
    await vi.waitFor(() => expect(orphans.filter(isAlive)).toEqual([]), { timeout: 10_000, interval: 200 });
    worker.kill('SIGKILL');
    await worker.exited;
  });

  test('SIGTERM in the middle: no new article, the running ones end or are handed back, exit code 0', async () => {
    await service.accept(items(30, 5000), { batch: 'term' });
    const worker = launch(PROCESS_WORKER);
    await worker.ready;
    await vi.waitFor(async () => expect((await service.batchStatus('term'))?.counts.processing).toBeGreaterThan(0), {
      timeout: 60_000,
      interval: 20,
    });
    const start = performance.now();
    worker.kill('SIGTERM');
    expect(await worker.exited).toEqual({ code: 0, signal: null });
    expect(performance.now() - start).toBeLessThan(30_000);
    const after = await service.batchStatus('term');
    expect(after?.counts.processing).toBe(0);
    expect(after?.counts.accepted).toBeGreaterThan(0);
    const next = await service.startProcessWorker({ readers: 1 });
    expect((await service.waitForBatch('term')).counts.quarantined).toBe(0);
    await next.close();
    expect(await service.invariants({ settled: true })).toEqual([]);
  });

  test('what takes longer than the shutdown limit is handed back at once, not after the lock runs out', async () => {
    await service.accept(items(12, 6000), { batch: 'hand-back' });
    const worker = startWorkerProcess(desk, { COPYDESK_SHUTDOWN_MS: '100', COPYDESK_LOCK_MS: '600000', COPYDESK_CONCURRENCY: '12' });
    workers.add(worker);
    await worker.ready;
    await vi.waitFor(async () => expect((await service.batchStatus('hand-back'))?.counts.processing).toBeGreaterThan(3), {
      timeout: 60_000,
      interval: 10,
    });
    worker.kill('SIGTERM');
    expect((await worker.exited).code).toBe(0);
    expect((await service.batchStatus('hand-back'))?.counts.processing).toBe(0);
    const next = await service.startProcessWorker({ readers: 1 });
    expect((await service.waitForBatch('hand-back')).done).toBe(true);
    await next.close();
    expect(await service.invariants({ settled: true })).toEqual([]);
  });
});
