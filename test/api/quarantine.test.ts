import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../src/api/problem.ts';
import type { IntakeAnswer } from '../../src/api/schemas.ts';
import { post, startServer, type RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  // No article of this length is read in 100 ms: it kills its reader twice.
  server = await startServer('embedded', { COPYDESK_READ_TIMEOUT_MS: '100' });
}, 400_000);
afterAll(() => server.stop(), 60_000);

test('a quarantined article is told from one that does not exist, with reason and remedy', async () => {
  const long = Array.from({ length: 40_000 }, (_, n) => `Line ${n}: “The ferry number ${n} is late,” said Captain Joan Ferris of Skerry.`);
  const { articles } = (await (await post(server, { text: long.join('\n\n') }, 'application/json', '?batch=slow')).json()) as IntakeAnswer;
  const id = articles[0]?.id ?? '';
  const worker = await server.service.startProcessWorker({ readers: 1 });
  const status = await server.service.waitForBatch('slow');
  await worker.close();
  expect(status.counts.quarantined).toBe(1);

  const response = await fetch(`${server.url}/v1/articles/${id}`);
  expect(response.status).toBe(409);
  const problem = (await response.json()) as Problem & { state: string };
  expect(problem).toMatchObject({ code: 'POISON', state: 'quarantined', retryable: false });
  expect(problem.detail).toContain('READER_TIMEOUT');

  const batch = (await (await fetch(`${server.url}/v1/batches/slow`)).json()) as { quarantined: unknown[] };
  expect(batch.quarantined).toEqual([expect.objectContaining({ id, code: 'POISON' })]);

  const page = await (await fetch(server.url)).text();
  expect(page).toContain(id);
  expect(page).toContain('POISON');
  expect(page).toContain('then drop it or retry with higher limits');
}, 400_000);
