/** The feed over HTTP: pages with a cursor, JSON lines, server-sent events that go on after a reconnect; wrong and expired cursors. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../src/store/database.ts';
import { pruneEvents } from '../../src/store/outbox.ts';
import type { CloudEvent } from '../../src/export/cloud-event.ts';
import { databaseDeployments } from '../services/database.ts';
import { startServer, type RunningServer } from './running-server.ts';

interface Page {
  readonly items: readonly CloudEvent[];
  readonly next: string;
}

const numbers = (items: readonly CloudEvent[]): unknown[] => items.map(({ data }) => data['n']);

/** The stream until it has had so many events. */
async function readStream(url: string, headers: Record<string, string>, count: number): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${url}/v1/events?after=latest`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: stop.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if ((text.match(/^data: /gm) ?? []).length >= count) break;
  }
  stop.abort();
  return text;
}

describe.each(databaseDeployments())('%s', (deployment) => {
  let server: RunningServer;
  let database: OpenDatabase;
  beforeAll(async () => {
    server = await startServer(deployment);
    database = await openDatabase(server.service.config, { log: server.service.log });
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  const addEvents = (from: number, to: number, type = 'article.stored', ageDays = 0): Promise<unknown> =>
    sql`INSERT INTO copydesk.outbox (type, item_id, payload, created_at)
        SELECT ${type}, 'art_' || n, jsonb_build_object('n', n), now() - make_interval(days => ${ageDays}::integer)
        FROM generate_series(${from}::integer, ${to}::integer) AS n`.execute(database.db);
  const get = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}/v1/events${query}`, { headers });
  const page = async (query: string): Promise<Page> => (await (await get(query)).json()) as Page;

  test('pages, types and JSON lines', async () => {
    await addEvents(1, 5);
    await addEvents(6, 7, 'article.quarantined');
    const first = await page('?limit=4');
    expect(numbers(first.items)).toEqual([1, 2, 3, 4]);
    expect(first.items[0]).toMatchObject({ specversion: '1.0', type: 'article.stored', subject: 'art_1', source: '/copydesk' });
    expect(numbers((await page(`?after=${first.next}`)).items)).toEqual([5, 6, 7]);
    expect(numbers((await page(`?after=${first.items[1]?.cursor}&limit=2`)).items)).toEqual([3, 4]);
    expect(numbers((await page('?type=article.quarantined,cluster.merged')).items)).toEqual([6, 7]);
    const lines = await get('?limit=2', { accept: 'application/x-ndjson' });
    expect(lines.headers.get('content-type')).toContain('application/x-ndjson');
    expect((await lines.text()).trim().split('\n')).toHaveLength(2);
    expect(await page('?after=latest')).toEqual({ items: [], next: (await page('')).next });
  });

  test('server-sent events go on after a reconnect', async () => {
    const reading = readStream(server.url, {}, 2);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await addEvents(20, 21);
    const text = await reading;
    expect(text).toMatch(/^id: \S+\nevent: article\.stored\ndata: \{.*"n":20/m);
    const [firstId] = [...text.matchAll(/^id: (\S+)$/gm)].map((match) => match[1] ?? '');
    const again = await readStream(server.url, { 'last-event-id': firstId ?? '' }, 1);
    expect(again).toContain('"n":21');
    expect(again).not.toContain('"n":20');
  }, 60_000);

  test.each([
    ['?after=nonsense', 400, 'BAD_REQUEST'],
    ['?limit=0', 400, 'BAD_REQUEST'],
    ['?limit=100000', 400, 'BAD_REQUEST'],
  ])('%s is answered with %i', async (query, status, code) => {
    const response = await get(query);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect((await get(query, { accept: 'text/event-stream' })).status).toBe(status);
  });

  test('a stream that stays open ends when the server closes', async () => {
    const other = await startServer(deployment);
    const response = await fetch(`${other.url}/v1/events`, { headers: { accept: 'text/event-stream' } });
    const reading = response.text();
    await other.stop();
    expect(await reading).toContain(': copydesk events');
  }, 30_000);

  test('a cursor from before what is kept is answered with 410 and what to do', async () => {
    await addEvents(40, 42, 'article.stored', 90);
    await page('');
    const { items } = await page('?limit=1');
    await sql`UPDATE copydesk.outbox SET created_at = now() - interval '90 days'`.execute(database.db);
    expect(await pruneEvents(database.db, 30)).toBeGreaterThan(0);
    await addEvents(50, 50);
    const response = await get(`?after=${items[0]?.cursor}`);
    expect(response.status).toBe(410);
    const problem = (await response.json()) as { code: string; remedy: string };
    expect(problem.code).toBe('CURSOR_EXPIRED');
    expect(problem.remedy).toContain('export');
    expect(numbers((await page('')).items)).toEqual([50]);
  });
});
