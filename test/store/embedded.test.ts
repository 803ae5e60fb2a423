/** The embedded Postgres as many processes see it: one server a folder, transactions that do not mix, an end without orphans. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { clientOptions, leaseEmbedded, readRunFile, stopEmbedded, type EmbeddedLease } from '../../src/store/embedded.ts';
import { isAlive } from '../services/worker-process.ts';

const home = mkdtempSync(join(tmpdir(), 'copydesk-embedded-'));
const lease = (): Promise<EmbeddedLease> => leaseEmbedded({ home, lingerMs: 300 });

afterAll(async () => {
  await stopEmbedded(home);
  rmSync(home, { recursive: true, force: true });
});

describe('one session for many connections', () => {
  let held: EmbeddedLease;
  let pool: Pool;
  let pids: number[];

  beforeAll(async () => {
    // Three starters at once, one server.
    const leases = await Promise.all([lease(), lease(), lease()]);
    pids = leases.map(({ address }) => address.pid);
    [held] = leases;
    await Promise.all(leases.slice(1).map(({ client }) => client.end()));
    pool = new Pool({ ...clientOptions(held.address), max: 8 });
    await pool.query('CREATE TABLE counter (n integer NOT NULL); INSERT INTO counter VALUES (0)');
  });
  afterAll(async () => {
    await pool?.end();
    await held?.client.end();
  });

  const inTransaction = async (work: (client: PoolClient) => Promise<void>): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await work(client);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };

  test('starters at once end at one server', () => {
    expect(pids).toEqual([held.address.pid, held.address.pid, held.address.pid]);
  });

  const increment = (): Promise<void> =>
    inTransaction(async (client) => {
      const { rows } = await client.query<{ n: number }>('SELECT n FROM counter');
      await pause(2);
      await client.query('UPDATE counter SET n = $1', [(rows[0]?.n ?? 0) + 1]);
    });

  test('answers go to whoever asked, with many questions at once', async () => {
    const answers = await Promise.all(Array.from({ length: 400 }, (_none, n) => pool.query<{ n: number }>('SELECT $1::int AS n', [n])));
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 400 }, (_none, n) => n));
  });

  test('transactions of several connections are serial: no increment is lost', async () => {
    await Promise.all(Array.from({ length: 24 }, increment));
    expect((await pool.query<{ n: number }>('SELECT n FROM counter')).rows[0]?.n).toBe(24);
  });

  test('a connection that goes away inside a transaction is rolled back, and the others go on', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('UPDATE counter SET n = -1');
    const waiting = pool.query<{ n: number }>('SELECT n FROM counter');
    await pause(50);
    client.release(true);
    expect((await waiting).rows[0]?.n).toBe(24);
  });

  test('an error inside a transaction leaves only that transaction failed', async () => {
    const failing = inTransaction(async (client) => {
      await client.query('UPDATE counter SET n = -1');
      await client.query('SELECT 1 / 0');
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect((await pool.query<{ n: number }>('SELECT n FROM counter')).rows[0]?.n).toBe(24);
  });

  test('search_path is each connection’s own', async () => {
    await pool.query('CREATE SCHEMA other; CREATE TABLE other.counter AS SELECT 99 AS n');
    const other = new Pool({ ...clientOptions(held.address), max: 2, options: '-c search_path=other' });
    const both = await Promise.all(
      [1, 2, 3, 4].flatMap(() => [pool, other].map((each) => each.query<{ n: number }>('SELECT n FROM counter'))),
    );
    expect(both.map(({ rows }) => rows[0]?.n)).toEqual([24, 99, 24, 99, 24, 99, 24, 99]);
    await other.end();
  });

  test('a notification reaches those that listen, and only them', async () => {
    const [a, b, c] = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
    const heard: string[] = [];
    for (const [name, client] of Object.entries({ a, b, c })) client.on('notification', ({ payload }) => heard.push(`${name} ${payload}`));
    await a.query('-- with a comment\nLISTEN jobs;\n');
    await b.query('LISTEN jobs');
    await c.query('LISTEN others');
    await pool.query("SELECT pg_notify('jobs', 'one')");
    await vi.waitFor(() => expect(heard.sort()).toEqual(['a one', 'b one']));
    await a.query('UNLISTEN jobs');
    await c.query("SELECT pg_notify('jobs', 'two')");
    await vi.waitFor(() => expect(heard.sort()).toEqual(['a one', 'b one', 'b two']));
    for (const client of [a, b, c]) client.release(true);
  });

  test('big values go both ways', async () => {
    const bytes = Buffer.alloc(6_000_000, 'copydesk');
    const { rows } = await pool.query<{ bytes: Buffer }>('SELECT $1::bytea AS bytes', [bytes]);
    expect(rows[0]?.bytes.equals(bytes)).toBe(true);
  });
});

describe('the server as a process', () => {
  test('it ends by itself after its last client, and the data stays', async () => {
    const first = await lease();
    await first.client.query('CREATE TABLE kept AS SELECT 7 AS n');
    await first.client.end();
    await vi.waitFor(() => expect(isAlive(first.address.pid)).toBe(false), { timeout: 20_000, interval: 100 });
    expect(readRunFile(home)).toBeUndefined();
    const second = await lease();
    expect((await second.client.query<{ n: number }>('SELECT n FROM kept')).rows[0]?.n).toBe(7);
    await second.client.end();
  });

  test('after SIGKILL in the middle of writing, every acknowledged row is there', async () => {
    const first = await lease();
    await first.client.query('CREATE TABLE rows_kept (n integer PRIMARY KEY)');
    for (let round = 0; round < 2; round++) {
      const { address, client } = round === 0 ? first : await lease();
      let acknowledged = -1;
      const writing = (async () => {
        for (let n = round * 100_000; ; n++) {
          await client.query('INSERT INTO rows_kept VALUES ($1)', [n]);
          acknowledged = n;
        }
      })().catch(() => undefined);
      await pause(300);
      process.kill(address.pid, 'SIGKILL');
      await writing;
      await client.end().catch(() => undefined);
      const after = await lease();
      const { rows } = await after.client.query<{ max: number }>('SELECT max(n) AS max FROM rows_kept');
      expect(acknowledged).toBeGreaterThan(round * 100_000);
      expect(rows[0]?.max).toBeGreaterThanOrEqual(acknowledged);
      await after.client.end();
    }
  });

  test('a stale run.json does no harm, not even with the pid of another process', async () => {
    await stopEmbedded(home);
    writeFileSync(join(home, 'run.json'), JSON.stringify({ pid: process.pid, host: home, port: 5432 }));
    const held = await lease();
    expect(held.address.pid).not.toBe(process.pid);
    await held.client.end();
  });

  test('told to stop, it is gone when the call returns', async () => {
    const held = await lease();
    held.client.on('error', () => undefined);
    expect(await stopEmbedded(home)).toBe(true);
    expect(isAlive(held.address.pid)).toBe(false);
    expect(await stopEmbedded(home)).toBe(false);
  });
});
