/** What the pools do when the server dies below them. */
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../src/store/database.ts';
import { makeDesk, type Desk } from '../services/desk.ts';

let desk: Desk;
let database: OpenDatabase;

beforeAll(async () => {
  desk = await makeDesk('embedded');
  database = await openDatabase(desk.config, { log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await database?.close();
  await desk?.remove();
});

test('a server that dies while a client is lent out and idle does not end the process, and the pool connects again', async () => {
  const pool = database.queuePool(1);
  const client = await pool.connect();
  const ended = new Promise<void>((resolve) => void client.once('end', resolve));
  process.kill(database.embeddedPid()!, 'SIGKILL');
  await ended;
  await expect(client.query('SELECT 1')).rejects.toThrow(/Connection terminated|not queryable/);
  client.release(true);
  await expect.poll(() => pool.query('SELECT 1 AS one').then(({ rows }) => rows, String), { timeout: 60_000 }).toEqual([{ one: 1 }]);
});
