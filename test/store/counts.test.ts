/** Kept counts say what the rows say, also when states, batches and deletions meet; old events are pruned. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { batchStatus, foldCounts, listBatches, readCounts } from '../../src/store/counts.ts';
import { findViolations } from '../../src/store/invariants.ts';
import { acceptItems, claimItem, dropQuarantined, quarantineItem, releaseItem } from '../../src/store/items.ts';
import { pruneEvents, registerReceiver, takeDueEvents } from '../../src/store/outbox.ts';
import type { Executor } from '../../src/store/schema.ts';
import { items } from '../services/copy.ts';
import { databaseDeployments, useDatabase } from '../services/database.ts';

const COUNTS_RULE = 'kept counts say what the rows say';

describe.each(databaseDeployments())('%s', (deployment) => {
  let db: Executor;
  useDatabase(deployment, (opened) => ({ db } = opened));

  const wrongCounts = async (): Promise<string[]> =>
    (await findViolations(db)).filter(({ rule }) => rule === COUNTS_RULE).map(({ detail }) => detail);

  test('a batch is counted as its articles change their state', async () => {
    const handedIn = items(4);
    await acceptItems(db, handedIn, 'one');
    await acceptItems(db, handedIn.slice(0, 2), 'two');
    const [first, second] = handedIn.map(({ id }) => id) as [string, string];
    const claim = await claimItem(db, first);
    await claimItem(db, second);
    await releaseItem(db, second, 1);
    await quarantineItem(db, first, claim?.item.attempt ?? 0, { code: 'POISON', detail: '' });
    expect(await batchStatus(db, 'one')).toMatchObject({ total: 4, counts: { accepted: 3, quarantined: 1 }, done: false });
    expect(await batchStatus(db, 'two')).toMatchObject({ total: 2, counts: { accepted: 1, quarantined: 1 } });
    expect(await batchStatus(db, 'three')).toBeUndefined();
    expect(await foldCounts(db)).toBeGreaterThan(0);
    expect(await batchStatus(db, 'one')).toMatchObject({ total: 4, counts: { accepted: 3, quarantined: 1 } });
    expect(await dropQuarantined(db, [first])).toEqual([first]);
    expect(await batchStatus(db, 'two')).toMatchObject({ total: 1, counts: { accepted: 1, quarantined: 0 } });
    expect((await listBatches(db, 10)).map(({ batch, total }) => [batch, total])).toEqual([
      ['two', 1],
      ['one', 3],
    ]);
    expect(await readCounts(db)).toMatchObject({ items: { accepted: 3, quarantined: 0 }, batches: 2 });
    expect(await wrongCounts()).toEqual([]);
  });

  test('a batch that takes an article in while its state changes counts it once', async () => {
    const handedIn = items(20, 100);
    await acceptItems(db, handedIn, 'race');
    const rounds = handedIn.map(async (item, n) => {
      const joins = [1, 2, 3].map((copy) => acceptItems(db, [item], `race-${copy}-${n % 4}`));
      const moves = (async () => {
        for (let turn = 0; turn < 4; turn += 1) {
          const claim = await claimItem(db, item.id);
          await releaseItem(db, item.id, claim?.item.attempt ?? 0);
          if (turn % 2 === n % 2) await foldCounts(db);
        }
      })();
      await Promise.all([...joins, moves]);
    });
    await Promise.all(rounds);
    expect(await wrongCounts()).toEqual([]);
    expect((await batchStatus(db, 'race-1-0'))?.total).toBe(5);
  });

  test('the checker finds a count that is wrong', async () => {
    await sql`INSERT INTO copydesk.count_changes VALUES ('items', '', 'stored', 3)`.execute(db);
    expect(await wrongCounts()).toEqual(['items stored: kept 3, rows 0']);
    await sql`DELETE FROM copydesk.count_changes WHERE scope = 'items' AND state = 'stored' AND n = 3`.execute(db);
    expect(await wrongCounts()).toEqual([]);
  });

  test('emptied tables are counted as empty', async () => {
    await sql`TRUNCATE copydesk.items, copydesk.batch_items, copydesk.batches, copydesk.articles, copydesk.outbox CASCADE`.execute(db);
    expect(await readCounts(db)).toEqual({
      items: { accepted: 0, processing: 0, stored: 0, copy: 0, quarantined: 0 },
      batches: 0,
      outboxPending: 0,
    });
  });

  test('old events go: all of them without a receiver, only delivered ones with one', async () => {
    const addEvents = (delivered: boolean): Promise<unknown> =>
      sql`INSERT INTO copydesk.outbox (type, item_id, payload, created_at, delivered_at)
          SELECT 'article.stored', 'x', '{}', now() - make_interval(days => n), CASE WHEN ${delivered} THEN now() END
          FROM generate_series(1, 60) AS n`.execute(db);
    await addEvents(false);
    expect((await readCounts(db)).outboxPending).toBe(60);
    expect(await pruneEvents(db, 30)).toBe(31);
    expect((await readCounts(db)).outboxPending).toBe(29);
    await registerReceiver(db, 'webhook');
    expect(await pruneEvents(db, 10)).toBe(0);
    await addEvents(true);
    expect(await pruneEvents(db, 10)).toBe(51);
    expect((await takeDueEvents(db, 100, 1000)).length).toBe(29);
    expect((await readCounts(db)).outboxPending).toBe(29);
  });
});
