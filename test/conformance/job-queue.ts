/** What every job queue does, whatever it is built on. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { JobDropped, type JobQueue, type JobWorker, type WorkOptions } from '../../src/queue/job-queue.ts';

export interface OpenedQueue {
  readonly queue: JobQueue;
  /** A second process at the same queue. */
  readonly other: JobQueue;
  close(): Promise<void>;
}

export interface ConformanceOptions {
  /** Whether the board can show it. */
  readonly hasBoard: boolean;
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `art_${n}`);

async function until(look: () => unknown): Promise<void> {
  await expect.poll(look, { timeout: 20_000, interval: 20 }).toBe(true);
}

/** @param open opens an empty queue whose first pause before another try is 50 ms or less. */
export function jobQueueConformance(name: string, open: () => Promise<OpenedQueue>, { hasBoard }: ConformanceOptions): void {
  describe(`job queue: ${name}`, () => {
    let opened: OpenedQueue;
    let queue: JobQueue;
    const workers: JobWorker[] = [];
    const options: WorkOptions = { concurrency: 4, lockMs: 2000 };
    const work = (of: JobQueue, handler: (id: string) => Promise<void>, more: Partial<WorkOptions> = {}): JobWorker => {
      const worker = of.work(handler, { ...options, ...more });
      workers.push(worker);
      return worker;
    };

    beforeAll(async () => {
      opened = await open();
      ({ queue } = opened);
    });
    beforeEach(() => queue.clear());
    afterEach(async () => void (await Promise.all(workers.splice(0).map((worker) => worker.close()))));
    afterAll(() => opened.close());

    test('a job is an id: added twice it runs once, and is remembered as over until it is forgotten', async () => {
      await queue.add(ids(3));
      await opened.other.add(ids(3));
      expect(await queue.counts()).toMatchObject({ waiting: 3, active: 0, delayed: 0, failed: 0 });
      expect(await queue.state('art_1')).toBe('waiting');
      expect(await queue.state('nobody')).toBe('unknown');
      const seen: string[] = [];
      work(queue, async (id) => void seen.push(id));
      await until(async () => (await queue.state('art_2')) === 'over' && seen.length === 3);
      expect(seen.toSorted()).toEqual(ids(3));
      await queue.add(['art_0']);
      await pause(200);
      expect(seen).toHaveLength(3);
      await queue.forget('art_0');
      await queue.forget('nobody');
      expect(await queue.state('art_0')).toBe('unknown');
      await queue.add(['art_0']);
      await until(() => seen.length === 4);
    });

    test('two workers share the jobs, each runs once, and at most so many at a time', async () => {
      const seen: string[] = [];
      let running = 0;
      let most = 0;
      const handler = async (id: string): Promise<void> => {
        running += 1;
        most = Math.max(most, running);
        await pause(5);
        running -= 1;
        seen.push(id);
      };
      work(queue, handler, { concurrency: 3 });
      work(opened.other, handler, { concurrency: 2 });
      await queue.add(ids(60));
      await until(() => seen.length === 60);
      expect(new Set(seen).size).toBe(60);
      expect(most).toBeLessThanOrEqual(5);
      expect(most).toBeGreaterThan(1);
    });

    test('a handler that throws is tried again; one that drops its job is not', async () => {
      const tries = new Map<string, number>();
      work(queue, async (id) => {
        const n = (tries.get(id) ?? 0) + 1;
        tries.set(id, n);
        if (id === 'again' && n < 3) throw new Error('not yet');
        if (id === 'drop') throw new JobDropped('somebody else has it');
      });
      await queue.add(['again', 'drop']);
      await until(async () => tries.get('again') === 3 && (await queue.state('again')) === 'over');
      await until(async () => (await queue.state('drop')) === 'over');
      await pause(300);
      expect(tries.get('drop')).toBe(1);
    });

    test('a worker that closes takes no new job and lets the running one end', async () => {
      const ended: string[] = [];
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      const worker = work(queue, async (id) => void (await released, ended.push(id)), { concurrency: 1 });
      await queue.add(ids(3));
      await until(async () => (await queue.counts()).active === 1);
      const closing = worker.close();
      release();
      await closing;
      await worker.close();
      expect(ended).toHaveLength(1);
      expect(await queue.counts()).toMatchObject({ waiting: 2, active: 0 });
    });

    test('running jobs that are handed back run again elsewhere, at once', async () => {
      const { promise: forever, resolve: release } = Promise.withResolvers<void>();
      const worker = work(queue, () => forever, { concurrency: 2 });
      await queue.add(ids(2));
      await until(async () => (await queue.counts()).active === 2);
      const handing = worker.handBack();
      release();
      await handing;
      const seen: string[] = [];
      work(opened.other, async (id) => void seen.push(id));
      await until(() => seen.length === 2);
      expect(seen.toSorted()).toEqual(ids(2));
    });

    test('it can be wiped, and goes on', async () => {
      await queue.add(ids(20));
      await queue.clear();
      expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, delayed: 0, failed: 0 });
      expect(await queue.state('art_3')).toBe('unknown');
      await queue.add(ids(2));
      const seen: string[] = [];
      work(queue, async (id) => void seen.push(id));
      await until(() => seen.length === 2);
    });

    test('it says what it is', async () => {
      expect(queue.kind).toMatch(/^\w+$/);
      expect(await queue.version()).not.toBe('');
      expect(Array.isArray(await queue.warnings())).toBe(true);
      expect((await queue.boardAdapters()).length).toBe(hasBoard ? 1 : 0);
    });
  });
}
