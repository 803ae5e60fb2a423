import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { createReaderPool, type ArticleReader, type ReaderOptions } from '../../src/reader/pool.ts';

const FAULTY = new URL('./faulty-child.ts', import.meta.url);
const pools: ArticleReader[] = [];

function pool(options: Partial<ReaderOptions> = {}): ArticleReader {
  const made = createReaderPool({ workers: 1, timeoutMs: 5000, heapMb: 96, script: FAULTY, ...options });
  pools.push(made);
  return made;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function childIdsOf(parent: ChildProcess): Promise<number[]> {
  const [first] = (await Promise.race([once(parent, 'message'), once(parent, 'exit')])) as [unknown];
  expect(first, 'the parent ended before it said anything').toBeInstanceOf(Array);
  return first as number[];
}

async function waitUntilGone(pids: readonly number[], limitMs = 10_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (pids.some(isAlive) && Date.now() < end) await sleep(50);
  expect(pids.filter(isAlive)).toEqual([]);
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.close()));
});

test('a call comes back with the record, undefined fields and lone surrogates survive the way', async () => {
  const reader = pool();
  const record = await reader.readArticle({ id: 'a', text: 'One \uD800 two.\n\n“Three.”' }, {}, { inputId: 'a' });
  expect(record.body.text).toBe('One \uD800 two.\n\n“Three.”');
  expect(record.inputId).toBe('a');
  const draft = await reader.cleanAndSign({ text: 'One two.' });
  expect(Object.keys(draft.article)).toContain('standfirst');
  expect((await reader.findNamesAndQuotations(draft)).timings).toEqual({ clean: 1, quotes: 1 });
});

test.each([
  { fault: 'FAULT endless loop', code: 'READER_TIMEOUT', timeoutMs: 500, says: '500 ms' },
  { fault: 'FAULT asleep', code: 'READER_TIMEOUT', timeoutMs: 300, says: '300 ms' },
  { fault: 'FAULT out of memory', code: 'READER_OUT_OF_MEMORY', timeoutMs: 20_000, says: '96 MB' },
  { fault: 'FAULT buffers out of memory', code: 'READER_OUT_OF_MEMORY', timeoutMs: 20_000, says: '96 MB' },
  { fault: 'FAULT exit', code: 'READER_CRASHED', timeoutMs: 5000, says: 'exit code 7' },
  { fault: 'FAULT throw', code: 'STAGE_FAILED', timeoutMs: 5000, says: 'a stage is broken' },
])('$fault ends as $code, and the next article is read', async ({ fault, code, timeoutMs, says }) => {
  const reader = pool({ timeoutMs });
  const [bad, good] = await Promise.allSettled([reader.cleanAndSign({ text: fault }), reader.readArticle({ text: 'Good.' })]);
  expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'CopydeskError', code, message: expect.stringContaining(says) } });
  expect(good).toMatchObject({ status: 'fulfilled', value: { body: { text: 'Good.' } } });
});

test('a fault on one child leaves the calls of its neighbour alone', async () => {
  const reader = pool({ workers: 2, timeoutMs: 1500 });
  const bad = reader.cleanAndSign({ text: 'FAULT endless loop' }).catch((error: { code: string }) => error.code);
  const good = await Promise.all(Array.from({ length: 50 }, (_, n) => reader.readArticle({ text: `Article ${n}.` })));
  expect(good.map((record) => record.body.text)).toEqual(Array.from({ length: 50 }, (_, n) => `Article ${n}.`));
  expect(await bad).toBe('READER_TIMEOUT');
});

test('a broken script says how it ended instead of waiting', async () => {
  const reader = pool({ script: new URL('./no-such-child.ts', import.meta.url) });
  await expect(reader.cleanAndSign({ text: 'x' })).rejects.toMatchObject({
    code: 'READER_UNAVAILABLE',
    message: expect.stringContaining('Cannot find module'),
  });
});

test('children are replaced after their share of calls, without a failed call', async () => {
  const reader = pool({ recycleAfter: 3 });
  const seen = new Set<number>();
  for (let n = 0; n < 7; n++) {
    const pending = reader.readArticle({ text: `${n}` });
    for (const pid of reader.childIds()) seen.add(pid);
    await pending;
  }
  expect(seen.size).toBe(3);
});

test('an idle child that dies is replaced before anybody notices', async () => {
  const reader = pool();
  await reader.readArticle({ text: 'One.' });
  const [pid = 0] = reader.childIds();
  process.kill(pid, 'SIGKILL');
  await waitUntilGone([pid]);
  await sleep(100);
  expect((await reader.readArticle({ text: 'Two.' })).body.text).toBe('Two.');
});

test('after a kill the next child is on its way at once', async () => {
  const reader = pool({ timeoutMs: 500 });
  await expect(reader.cleanAndSign({ text: 'FAULT endless loop' })).rejects.toMatchObject({ code: 'READER_TIMEOUT' });
  expect(reader.childIds()).toHaveLength(1);
});

test('close lets waiting calls end, refuses new ones and leaves no process behind', async () => {
  const reader = pool({ workers: 2 });
  const pending = Array.from({ length: 6 }, (_, n) => reader.readArticle({ text: `Article ${n}.` }));
  const pids = reader.childIds();
  expect(pids).toHaveLength(2);
  const closed = reader.close();
  await expect(reader.cleanAndSign({ text: 'late' })).rejects.toMatchObject({ code: 'READER_UNAVAILABLE' });
  expect(await Promise.all(pending)).toHaveLength(6);
  await closed;
  await waitUntilGone(pids);
});

test.each([
  { signal: 'SIGKILL', fault: 'FAULT endless loop' },
  { signal: 'SIGKILL', fault: '' },
  { signal: 'SIGTERM', fault: 'FAULT endless loop' },
] as const)('children die with a parent that gets $signal (child at work: "$fault")', async ({ signal, fault }) => {
  const parent = fork(fileURLToPath(new URL('./parent.ts', import.meta.url)), [fault], { execArgv: ['--no-warnings'] });
  const pids = await childIdsOf(parent);
  expect(pids.length).toBeGreaterThan(0);
  expect(pids.every(isAlive)).toBe(true);
  parent.kill(signal);
  await once(parent, 'exit');
  await waitUntilGone(pids);
});

test('a program that forgets to close the pool still ends, and a noisy child is not heard', async () => {
  const parent = fork(fileURLToPath(new URL('./parent.ts', import.meta.url)), ['FAULT noise'], {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let heard = '';
  for (const stream of [parent.stdout, parent.stderr]) stream?.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const pids = await childIdsOf(parent);
  const [code] = (await once(parent, 'exit')) as [number];
  expect(code).toBe(0);
  expect(heard).toBe('');
  await waitUntilGone(pids);
});
