/** What the pools do when the server dies below them. */
import { expect, test } from 'vitest';
import type { OpenDatabase } from '../../src/store/database.ts';
import { useDatabase } from '../services/database.ts';

let database: OpenDatabase;
useDatabase('embedded', (opened) => (database = opened));

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
