/** The feed of events: nothing lost, nothing twice, order kept per article, with writers that commit late, out of order or not at all. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { readEvents, type FeedEvent } from '../../src/store/events.ts';
import { pruneEvents } from '../../src/store/outbox.ts';
import type { Executor } from '../../src/store/schema.ts';
import { databaseDeployments, useDatabase } from '../services/database.ts';

const WRITERS = 8;

describe.each(databaseDeployments())('%s', (deployment) => {
  let db: Executor;
  useDatabase(deployment, (opened) => ({ db } = opened));

  beforeEach(async () => {
    await sql`TRUNCATE copydesk.outbox`.execute(db);
    await sql`CREATE TABLE IF NOT EXISTS public.shared_articles (id text PRIMARY KEY, n integer NOT NULL)`.execute(db);
  });

  const addEvents = (count: number, type = 'article.stored', ageDays = 0): Promise<unknown> =>
    sql`INSERT INTO copydesk.outbox (type, item_id, payload, created_at)
        SELECT ${type}, 'item-' || n, jsonb_build_object('n', n), now() - make_interval(days => ${ageDays}::integer)
        FROM generate_series(1, ${count}::integer) AS n`.execute(db);

  test('pages of events, each once, in order, and only of the types asked for', async () => {
    await addEvents(25);
    await addEvents(5, 'article.quarantined');
    const first = await readEvents(db, { after: 0, limit: 20 });
    const second = await readEvents(db, { after: first.next, limit: 20 });
    const numbers = [...first.items, ...second.items].map(({ payload }) => payload['n']);
    expect(numbers).toEqual([...Array.from({ length: 25 }, (_, n) => n + 1), 1, 2, 3, 4, 5]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(30);
    expect(await readEvents(db, { after: second.next, limit: 20 })).toEqual({ items: [], next: second.next });
    const quarantined = await readEvents(db, { after: 0, limit: 3, types: ['article.quarantined'] });
    expect(quarantined.items.map(({ type }) => type)).toEqual(Array<string>(3).fill('article.quarantined'));
    const rest = await readEvents(db, { after: quarantined.next, limit: 3, types: ['article.quarantined'] });
    expect(rest.items).toHaveLength(2);
    expect(rest.next).toBe(second.next);
  });

  test('writers that commit late or roll back: a reader that polls meanwhile loses nothing, sees nothing twice, in order per article', async () => {
    const each = deployment === 'embedded' ? 15 : 120;
    await sql`INSERT INTO public.shared_articles SELECT 'shared-' || n, 0 FROM generate_series(0, 9) AS n ON CONFLICT DO NOTHING`.execute(
      db,
    );
    await sql`UPDATE public.shared_articles SET n = 0`.execute(db);
    let committed = 0;
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; n < each; n += 1) {
        const shared = `shared-${(writer * 7 + n) % 10}`;
        await db
          .transaction()
          .execute(async (tx) => {
            // an event of its own first, so that its number is older than what it waits for
            await sql`INSERT INTO copydesk.outbox (type, item_id, payload) VALUES ('own', ${`${writer}-${n}`}, '{}')`.execute(tx);
            if (n % 5 === 0) await pause((writer * 13 + n * 7) % 30);
            const { rows } = await sql<{ n: number }>`
              UPDATE public.shared_articles SET n = n + 1 WHERE id = ${shared} RETURNING n`.execute(tx);
            await sql`INSERT INTO copydesk.outbox (type, item_id, payload)
              VALUES ('shared', ${shared}, ${JSON.stringify({ n: rows[0]?.n })}::jsonb)`.execute(tx);
            if (n % 11 === 3) throw new Error('rolled back on purpose');
            if (n % 4 === 0) await pause((writer * 5 + n * 3) % 20);
          })
          .then(
            () => (committed += 2),
            (error: Error) => expect(error.message).toBe('rolled back on purpose'),
          );
      }
    };
    let writing = true;
    const seen: FeedEvent[] = [];
    const follow = async (): Promise<void> => {
      for (let after = 0; ;) {
        const stillWriting = writing;
        const { items, next } = await readEvents(db, { after, limit: 50 });
        seen.push(...items);
        if (!stillWriting && items.length === 0) return;
        after = next;
        await pause(5);
      }
    };
    const following = follow();
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    writing = false;
    await following;
    expect(seen).toHaveLength(committed);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(committed);
    for (let n = 0; n < 10; n += 1) {
      const counted = seen.filter(({ itemId }) => itemId === `shared-${n}`).map(({ payload }) => payload['n']);
      expect(counted).toEqual(counted.toSorted((a, b) => Number(a) - Number(b)));
      expect(new Set(counted).size).toBe(counted.length);
    }
  });

  test('a cursor older than what was pruned is refused, and says what to do', async () => {
    await addEvents(10, 'article.stored', 40);
    await addEvents(10, 'article.stored', 2);
    const { items } = await readEvents(db, { after: 0, limit: 100 });
    const [first, tenth] = [items[0]?.position ?? 0, items[9]?.position ?? 0];
    expect(await pruneEvents(db, 30)).toBe(10);
    await expect(readEvents(db, { after: first, limit: 10 })).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
    expect((await readEvents(db, { after: tenth, limit: 100 })).items).toHaveLength(10);
    expect((await readEvents(db, { after: 0, limit: 100 })).items).toHaveLength(10);
  });
});
