/** `copydesk up` as people run it: a process that says where it is, reads what comes in, and stops in good order. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newsRecordSchema } from '../../src/article.ts';
import type { IntakeAnswer } from '../../src/api/schemas.ts';
import { makeDesk, type Desk } from '../services/desk.ts';
import { post } from './running-server.ts';

const COPYDESK = fileURLToPath(new URL('../../bin/copydesk.js', import.meta.url));
let desk: Desk;
beforeAll(async () => {
  desk = await makeDesk('embedded');
}, 60_000);
afterAll(() => desk.remove(), 60_000);

function start(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: '', REDIS_URL: '', ...desk.env };
  return spawn(process.execPath, [COPYDESK, 'up', '--json', '--port', '0', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function firstLine(child: ReturnType<typeof start>): Promise<{ up: { url: string; deployment: string; worker: boolean } }> {
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`it ended with ${String(code)} before it was up`);
    }),
  ])) as [string];
  return JSON.parse(line) as { up: { url: string; deployment: string; worker: boolean } };
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come about');
}

test('takes an article in, reads it, and ends with 0 on SIGTERM; what was only accepted is read by the next one', async () => {
  const waiting = start('--no-worker');
  const { up: first } = await firstLine(waiting);
  expect(first).toMatchObject({ deployment: 'embedded', worker: false });
  const body = {
    id: 'bridge',
    text: 'Bridge opens\n\n“It is open at last,” Mayor Ann Lee told reporters on Monday. The ferry to Skerry Island goes on.',
  };
  const { articles } = (await (await post(first, body)).json()) as IntakeAnswer;
  const id = articles[0]?.id ?? '';
  expect((await fetch(`${first.url}/v1/articles/${id}`)).status).toBe(202);
  waiting.kill('SIGTERM');
  expect(await once(waiting, 'exit')).toEqual([0, null]);

  const reading = start();
  const { up: second } = await firstLine(reading);
  const record = await until(async () => {
    const response = await fetch(`${second.url}/v1/articles/${id}`);
    return response.status === 200 ? newsRecordSchema.parse(await response.json()) : undefined;
  });
  expect(record).toMatchObject({ id, inputId: 'bridge' });
  reading.kill('SIGINT');
  expect(await once(reading, 'exit')).toEqual([0, null]);
}, 300_000);

test('a port that is taken is said so, with what to do', async () => {
  const one = start('--no-worker');
  const { up } = await firstLine(one);
  const other = start('--no-worker', '--port', new URL(up.url).port);
  const heard: Buffer[] = [];
  other.stderr.on('data', (chunk: Buffer) => heard.push(chunk));
  const [code] = (await once(other, 'close')) as [number];
  expect(code).not.toBe(0);
  expect(Buffer.concat(heard).toString('utf8')).toMatch(/"code":"BAD_ARGUMENT".*EADDRINUSE.*--port 0/);
  one.kill('SIGTERM');
  expect(await once(one, 'exit')).toEqual([0, null]);
}, 300_000);
