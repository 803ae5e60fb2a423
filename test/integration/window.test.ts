/** What is older than COPYDESK_CLUSTER_DAYS leaves the duplicate index when a worker starts; its record stays. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openService, type Service } from '../../src/service.ts';
import { openDatabase, type OpenDatabase } from '../../src/store/database.ts';
import { BLOCK_SIZE } from '../../src/store/duplicate-blocks.ts';
import { itemOf, story } from '../services/copy.ts';
import { deployments, makeDesk, type Desk } from '../services/desk.ts';

describe.each(deployments().filter((deployment) => deployment !== 'postgres+redis'))('%s', (deployment) => {
  let desk: Desk;
  let service: Service;
  let database: OpenDatabase;

  beforeAll(async () => {
    desk = await makeDesk(deployment, { settings: { COPYDESK_CLUSTER_DAYS: '1' } });
    service = await openService(desk.config);
    database = await openDatabase(desk.config, { log: pino({ level: 'silent' }) });
  });
  afterAll(async () => {
    await database?.close();
    await service?.close();
    await desk?.remove();
  });

  const hasFirstBlock = async (): Promise<boolean> => {
    const { rows } = await sql<{ there: boolean }>`SELECT to_regclass('copydesk.duplicate_articles_0') IS NOT NULL AS there`.execute(
      database.db,
    );
    return rows[0]?.there === true;
  };

  test('an old block goes, its record stays, and a copy that comes later founds a cluster', async () => {
    const [old, late] = [itemOf(story(1), { outlet: 'Gazette' }), itemOf(story(1), { outlet: 'Times' })];
    const first = await service.startProcessWorker({ readers: 1 });
    await service.accept([old], { batch: 'old' });
    await service.waitForBatch('old');
    await first.close();
    expect(await hasFirstBlock()).toBe(true);
    await sql`UPDATE copydesk.items SET received_at = now() - interval '2 days'`.execute(database.db);
    await sql`UPDATE copydesk.duplicate_articles SET received_at = now() - interval '2 days'`.execute(database.db);
    await sql`SELECT setval('copydesk.duplicate_numbers', ${BLOCK_SIZE + 10})`.execute(database.db);
    await service.startProcessWorker({ readers: 1 });
    for (let look = 0; look < 200 && (await hasFirstBlock()); look += 1) await pause(100);
    expect(await hasFirstBlock()).toBe(false);
    await service.accept([late], { batch: 'late' });
    expect(await service.waitForBatch('late')).toMatchObject({ counts: { stored: 1, copy: 0 } });
    expect((await service.getRecord(old.id))?.cluster?.role).toBe('canonical');
    expect(await service.invariants({ settled: true })).toEqual([]);
  });
});
