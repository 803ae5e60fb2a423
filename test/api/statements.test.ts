/** GET /v1/statements on a real service. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Statement } from '../../src/index.ts';
import { post, startServer, type RunningServer } from './running-server.ts';

let server: RunningServer;

const WHOLE = 'We will rebuild the bridge because the town needs it, and we will do it before winter.';

beforeAll(async () => {
  server = await startServer('embedded');
  await post(
    server,
    [
      {
        outlet: 'Gazette',
        publishedAt: '2025-03-01',
        text: `Bridge to rise again\n\nThe mayor of Leeds spoke for an hour on Friday in the old town hall.\n\n“${WHOLE}” Mayor Ann Lee said.`,
      },
      {
        outlet: 'Courier',
        publishedAt: '2025-03-02',
        text: 'Lee wants a new crossing\n\nMayor Ann Lee was clear about the river on Saturday, and about the cost.\n\n“The town needs it, and we will do it before winter,” she told the council.',
      },
    ],
    'application/json',
    '?batch=statements',
  );
  const worker = await server.service.startProcessWorker({ readers: 1 });
  await server.service.waitForBatch('statements');
  await worker.close();
});
afterAll(() => server?.stop());

const ask = async (query: string): Promise<readonly Statement[]> => {
  const answer = await fetch(`${server.url}/v1/statements${query}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { statements: Statement[] }).statements;
};

test('one statement in two outlets: the first, and the one that cut it', async () => {
  const [statement, ...others] = await ask('?speaker=Ann%20Lee&q=before%20winter');
  expect(others).toEqual([]);
  expect(statement).toMatchObject({ speaker: { name: 'Ann Lee' }, text: WHOLE, articles: 2 });
  expect(statement?.appearances.map(({ outlet, at, dated, kept }) => ({ outlet, at, dated, kept }))).toEqual([
    { outlet: 'Gazette', at: '2025-03-01', dated: 'published', kept: 1 },
    { outlet: 'Courier', at: '2025-03-02', dated: 'published', kept: 0.65 },
  ]);
  expect(await server.service.invariants({ settled: true })).toEqual([]);
});

test('nothing fits; a bad limit is refused; the route is in the OpenAPI document', async () => {
  expect(await ask('?speaker=Nobody')).toEqual([]);
  expect((await fetch(`${server.url}/v1/statements?limit=0`)).status).toBe(400);
  const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as { paths: Record<string, unknown> };
  expect(document.paths).toHaveProperty('/v1/statements');
});
