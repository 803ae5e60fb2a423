import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { SignedArticle } from '../../src/dedupe/duplicate-index.ts';
import type { Placement } from '../../src/dedupe/place-article.ts';
import { dropOldBlocks } from '../../src/store/duplicate-blocks.ts';
import { clusterIds, createDuplicateIndex } from '../../src/store/duplicate-index.ts';
import { migrate } from '../../src/store/migrations.ts';
import { BLOCK_SIZE } from '../../src/store/duplicate-blocks.ts';
import type { Database, Executor } from '../../src/store/schema.ts';
import { duplicateIndexConformance } from '../conformance/duplicate-index.ts';
import { signed, story } from '../dedupe/stories.ts';
import { createDatabase } from '../services/desk.ts';

const place = (db: Executor, article: SignedArticle): Promise<Placement> =>
  db.transaction().execute((tx) => createDuplicateIndex(tx).place(article));

async function empty(db: Executor): Promise<void> {
  await sql`TRUNCATE copydesk.duplicate_articles, copydesk.duplicate_keys, copydesk.cluster_aliases`.execute(db);
  await sql`ALTER SEQUENCE copydesk.duplicate_numbers RESTART`.execute(db);
}

const servers: { name: string; open: () => Promise<{ db: Executor; close: () => Promise<void> }> }[] = [
  {
    name: 'PGlite',
    open: () => {
      const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
      return Promise.resolve({ db, close: () => db.destroy() });
    },
  },
];
const url = inject('postgresUrl');
if (url !== null) {
  servers.push({
    name: 'a Postgres server',
    open: async () => {
      const database = await createDatabase(url);
      const pool = new Pool({ connectionString: database.url, max: 16 });
      // Dropping the database cuts off connections that are just closing.
      pool.on('error', () => undefined);
      const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
      return {
        db,
        close: async () => {
          await db.destroy();
          await database.drop();
        },
      };
    },
  });
}

describe.each(servers)('on $name', ({ name, open }) => {
  let opened: { db: Executor; close: () => Promise<void> };
  beforeAll(async () => {
    opened = await open();
    await migrate(opened.db);
  });
  afterAll(() => opened.close());
  beforeEach(() => empty(opened.db));

  duplicateIndexConformance(name, async () => {
    await empty(opened.db);
    return { place: (article) => place(opened.db, article), read: createDuplicateIndex(opened.db) };
  });

  test('eight copies of each story at once make one cluster each', async () => {
    const copies = Array.from({ length: 20 }, (_, number) =>
      Array.from({ length: 8 }, (_, copy) => ({
        number,
        article: signed(`art_${number}_${copy}`, story(number).slice(0, 6 - (copy % 3))),
      })),
    );
    const clusters = await Promise.all(
      copies.map(async (ofOne) => {
        const placed = await Promise.all(ofOne.map(({ article }) => place(opened.db, article)));
        return new Set(placed.map(({ membership }) => membership.id)).size;
      }),
    );
    expect(clusters).toEqual(copies.map(() => 1));
    const { rows } = await sql<{ heads: number }>`
      SELECT count(*)::integer AS heads FROM copydesk.duplicate_articles WHERE is_head`.execute(opened.db);
    expect(rows).toEqual([{ heads: 20 }]);
  });

  test('a transaction that is rolled back leaves nothing', async () => {
    const failing = opened.db.transaction().execute(async (tx) => {
      await createDuplicateIndex(tx).assign(signed('art_a', story(1)));
      throw new Error('after all');
    });
    await expect(failing).rejects.toThrow('after all');
    expect(await createDuplicateIndex(opened.db).match(signed('art_b', story(1)))).toBeUndefined();
    expect((await place(opened.db, signed('art_b', story(1)))).membership.id).toBe('clu_b');
  });

  test('what is older than the window is not joined', async () => {
    await place(opened.db, signed('art_a', story(1)));
    await sql`UPDATE copydesk.duplicate_articles SET received_at = now() - interval '31 days'`.execute(opened.db);
    expect((await place(opened.db, signed('art_b', story(1)))).membership.id).toBe('clu_b');
    await sql`UPDATE copydesk.duplicate_articles SET received_at = now() - interval '29 days'`.execute(opened.db);
    expect((await place(opened.db, signed('art_c', story(1)))).membership.id).toBe('clu_a');
  });

  test('blocks: the next one is made in time, the old ones are dropped', async () => {
    await sql`SELECT setval('copydesk.duplicate_numbers', ${BLOCK_SIZE * 1.5 - 1})`.execute(opened.db);
    await place(opened.db, signed('art_a', story(1)));
    await sql`SELECT setval('copydesk.duplicate_numbers', ${BLOCK_SIZE * 2})`.execute(opened.db);
    expect((await place(opened.db, signed('art_b', story(1)))).membership.id).toBe('clu_a');
    await sql`UPDATE copydesk.duplicate_articles SET received_at = now() - interval '31 days' WHERE article_id = 'art_a'`.execute(
      opened.db,
    );
    expect(await dropOldBlocks(opened.db, 32)).toBe(0);
    expect(await dropOldBlocks(opened.db)).toBe(1);
    expect((await place(opened.db, signed('art_c', story(1)))).membership.id).toBe('clu_a');
    const names = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class WHERE relname ~ '^duplicate_(articles|keys)_\\d+$' ORDER BY 1`.execute(opened.db);
    expect(names.rows.map((row) => row.name)).toEqual([
      'duplicate_articles_0',
      'duplicate_articles_2',
      'duplicate_keys_0',
      'duplicate_keys_2',
    ]);
    await sql.raw('DROP TABLE copydesk.duplicate_articles_2, copydesk.duplicate_keys_2').execute(opened.db);
  });

  test('after a quiet month the block that takes articles stays', async () => {
    await place(opened.db, signed('art_a', story(1)));
    await sql`UPDATE copydesk.duplicate_articles SET received_at = now() - interval '31 days'`.execute(opened.db);
    expect(await dropOldBlocks(opened.db)).toBe(0);
    expect((await place(opened.db, signed('art_b', story(1)))).membership.id).toBe('clu_b');
  });

  test('all ids of a cluster', async () => {
    const whole = [...story(1), ...story(1).map((text) => text.replaceAll(/\p{Ll}{6,}/gu, (word) => word.split('').reverse().join('')))];
    await place(opened.db, signed('art_head', whole.slice(0, 6)));
    await place(opened.db, signed('art_tail', whole.slice(6)));
    await place(opened.db, signed('art_whole', whole));
    expect(await clusterIds(opened.db, 'clu_tail')).toEqual(['clu_head', 'clu_tail']);
    expect(await clusterIds(opened.db, 'clu_head')).toEqual(['clu_head', 'clu_tail']);
    expect(await clusterIds(opened.db, 'clu_unknown')).toEqual(['clu_unknown']);
  });
});
