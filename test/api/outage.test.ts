/** What callers are told while Postgres or Redis is away: never an acknowledgement of what is not committed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/api/problem.ts';
import { findPostgres, findRedis } from '../services/programs.ts';
import { startPostgres, startRedis, type Server } from '../services/servers.ts';
import type { AddressInfo } from 'node:net';
import { createServer } from '../../src/api/index.ts';
import { openService, type Service } from '../../src/service.ts';
import { makeDesk, type Desk } from '../services/desk.ts';
import { post } from './running-server.ts';

const article = (tail: string): { text: string } => ({
  text: `Bridge opens\n\n“It is open at last,” Mayor Ann Lee told reporters on Monday. The ferry to Skerry Island goes on ${tail}.`,
});

describe.runIf(findPostgres() !== undefined && findRedis() !== undefined)('HTTP while servers are away', () => {
  let postgres: Server;
  let redis: Server;
  let desk: Desk;
  let service: Service;
  let server: Awaited<ReturnType<typeof createServer>>;
  let url = '';

  beforeAll(async () => {
    postgres = (await startPostgres()) as Server;
    redis = (await startRedis()) as Server;
    desk = await makeDesk('postgres+redis', { postgresUrl: postgres.url, redisUrl: redis.url });
    service = await openService(desk.config);
    server = await createServer(service);
    await server.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await server.close();
    await service.close();
    await desk.remove();
    await Promise.all([postgres.stop(), redis.stop()]);
  });

  test('Redis away: articles are taken in and kept, and the answer says that they wait', async () => {
    await redis.kill();
    const response = await post({ url }, article('without a queue'), 'application/json', '?batch=outage');
    expect(response.status).toBe(202);
    expect((await service.batchStatus('outage'))?.counts.accepted).toBe(1);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'degraded', postgres: true, queue: false });
    const page = await (await fetch(url)).text();
    expect(page).toContain('not reachable: articles wait, none is lost');
    await redis.start();
    // It is enqueued by the first pass that reaches the queue.
    await expect.poll(() => service.reconcile().catch(() => 'queue away'), { timeout: 30_000 }).toBe(1);
  });

  test('Postgres away: nothing is acknowledged; back again: everything is', async () => {
    await postgres.kill();
    const response = await post({ url }, article('without a database'), 'application/json', '?batch=outage');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect((await response.json()) as Problem).toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true });
    // The counts behind it are up to a second old.
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 30_000 }).toBe(503);
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'unavailable', postgres: false });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('Postgres cannot be reached');

    await postgres.start();
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 30_000 }).toBe(200);
    const again = await post({ url }, article('without a database'), 'application/json', '?batch=outage');
    expect(again.status).toBe(202);
    expect((await service.batchStatus('outage'))?.total).toBe(2);
    expect(await service.invariants()).toEqual([]);
  });
});
