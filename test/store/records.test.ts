/** Item states, fencing and quarantine as rows; and the invariant checker finds each kind of damage. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/index.ts';
import type { Placing } from '../../src/store/clusters.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { findViolations } from '../../src/store/invariants.ts';
import { batchStatus } from '../../src/store/counts.ts';
import { acceptItems, claimItem, countKill, quarantineItem, releaseItem } from '../../src/store/items.ts';
import { migrate } from '../../src/store/migrations.ts';
import { exportRecords, saveRecord } from '../../src/store/records.ts';
import type { Executor } from '../../src/store/schema.ts';
import { items, story } from '../services/copy.ts';
import { databaseDeployments, useDatabase } from '../services/database.ts';

const RECORD = readArticle(story(1));

describe.each(databaseDeployments())('%s', (deployment) => {
  let database: OpenDatabase;
  let db: Executor;
  let next = 0;

  useDatabase(deployment, (opened) => {
    database = opened;
    ({ db } = opened);
  });

  const acceptOne = async (): Promise<string> => {
    const [item] = items(1, next++);
    await acceptItems(db, [item!], 'rows');
    return item!.id;
  };

  /** A founder of a cluster, put into the index as the real one would. */
  const founding =
    (id: string) =>
    async (tx: Executor): Promise<Placing> => {
      await sql`INSERT INTO copydesk.duplicate_articles (n, cluster_n, is_head, article_id, cluster_id, signature)
      VALUES (${next + 1000}, ${next + 1000}, true, ${id}, ${`clu_${id}`}, '')`.execute(tx);
      return { membership: { id: `clu_${id}`, role: 'canonical' }, changed: [], newHead: false, absorbed: [] };
    };

  const save = (id: string, attempt: number): Promise<'stored' | 'copy'> =>
    saveRecord(db, { id, attempt, place: founding(id), record: (cluster) => ({ ...RECORD, id, cluster }) });

  test('migrating again changes nothing', async () => {
    expect(await migrate(database.db)).toEqual([]);
  });

  test('an overtaken attempt can neither store nor quarantine nor count a kill nor hand back', async () => {
    const id = await acceptOne();
    expect((await claimItem(db, id))?.item.attempt).toBe(1);
    expect((await claimItem(db, id))?.item.attempt).toBe(2);
    await expect(save(id, 1)).rejects.toMatchObject({ code: 'STALE_ATTEMPT' });
    expect(await quarantineItem(db, id, 1, { code: 'POISON', detail: '' })).toBe(false);
    expect(await countKill(db, id, 1)).toBeUndefined();
    await releaseItem(db, id, 1);
    expect(await save(id, 2)).toBe('stored');
    await expect(save(id, 2)).rejects.toMatchObject({ code: 'STALE_ATTEMPT' });
    expect(await claimItem(db, id)).toBeUndefined();
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('what throws inside the transaction leaves no trace', async () => {
    const id = await acceptOne();
    await claimItem(db, id);
    const broken = saveRecord(db, {
      id,
      attempt: 1,
      place: founding(id),
      record: () => {
        throw new Error('on purpose');
      },
    });
    await expect(broken).rejects.toThrow('on purpose');
    const { rows } = await sql<{ n: string }>`SELECT count(*) AS n FROM copydesk.duplicate_articles WHERE article_id = ${id}`.execute(db);
    expect(rows[0]?.n).toBe('0');
    expect(await save(id, 1)).toBe('stored');
  });

  test('the tables answer who said what', async () => {
    const { rows } = await sql<{ speaker: string; text: string }>`
      SELECT q.speaker, q.text FROM copydesk.quotations q JOIN copydesk.articles a ON a.id = q.article_id
      WHERE a.headline LIKE '%reopens%' AND q.speaker IS NOT NULL`.execute(db);
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) expect(text).toMatch(/kept our word|believed us/);
  });

  test('export pages through more records than fit in one page, each once, in order', async () => {
    const many = items(120, 10_000);
    await acceptItems(db, many, 'many');
    for (const { id } of many) {
      next++;
      await claimItem(db, id);
      await save(id, 1);
    }
    const ids: string[] = [];
    for await (const { id } of exportRecords(db, { batch: 'many' })) ids.push(id);
    expect(ids).toEqual(many.map(({ id }) => id));
    expect(await batchStatus(db, 'many')).toMatchObject({ total: 120, done: true });
    const later: string[] = [];
    for await (const { id } of exportRecords(db, { since: '2999-01-01' })) later.push(id);
    expect(later).toEqual([]);
  });

  test.each([
    { rule: /raw bytes/, damage: 'DELETE FROM copydesk.raw WHERE item_id = $id' },
    { rule: /a record exists when/, damage: 'DELETE FROM copydesk.articles WHERE id = $id' },
    { rule: /no record exists/, damage: "UPDATE copydesk.items SET state = 'accepted' WHERE id = $id" },
    { rule: /come to an end state/, damage: "UPDATE copydesk.items SET state = 'processing' WHERE id = $id" },
    { rule: /state copy means/, damage: "UPDATE copydesk.items SET state = 'copy' WHERE id = $id" },
    { rule: /exactly one article that stands/, damage: "UPDATE copydesk.articles SET cluster_role = 'copy' WHERE id = $id" },
    { rule: /columns and record/, damage: "UPDATE copydesk.articles SET cluster_role = 'update' WHERE id = $id" },
    {
      rule: /points to a stored article/,
      damage: 'UPDATE copydesk.articles SET cluster_role = \'copy\', cluster = cluster || \'{"role":"copy","of":"art_x"}\' WHERE id = $id',
    },
    {
      rule: /names its cluster by the id/,
      damage: "INSERT INTO copydesk.cluster_aliases (id, cluster_id, n, cluster_n) VALUES ('clu_' || $id, 'clu_x', 1, 0)",
    },
    { rule: /columns and record/, damage: "UPDATE copydesk.articles SET headline = 'another' WHERE id = $id" },
    { rule: /each paragraph, entity and quotation/, damage: 'DELETE FROM copydesk.paragraphs WHERE article_id = $id' },
    { rule: /each paragraph, entity and quotation/, damage: "INSERT INTO copydesk.paragraphs VALUES ($id, 999, 0, 0, '')" },
    { rule: /exactly one outbox event/, damage: 'DELETE FROM copydesk.outbox WHERE item_id = $id' },
    {
      rule: /exactly one outbox event/,
      damage: "INSERT INTO copydesk.outbox (type, item_id, payload) VALUES ('article.stored', $id, '{}')",
    },
    {
      rule: /an event of a stored article/,
      damage: "INSERT INTO copydesk.outbox (type, item_id, payload) VALUES ('article.stored', $id || 'x', '{}')",
    },
    { rule: /speaker is an entity/, damage: "UPDATE copydesk.quotations SET speaker_entity = 'nobody' WHERE article_id = $id" },
    { rule: /in the duplicate index once/, damage: 'DELETE FROM copydesk.duplicate_articles WHERE article_id = $id' },
    { rule: /belongs to a batch/, damage: 'DELETE FROM copydesk.batch_items WHERE item_id = $id' },
  ])('the checker sees: $damage', async ({ rule, damage }) => {
    const id = await acceptOne();
    await claimItem(db, id);
    await save(id, 1);
    class Undo extends Error {}
    let found: readonly { rule: string }[] = [];
    const damaged = database.db.transaction().execute(async (tx) => {
      await sql.raw(damage.replaceAll('$id', `'${id}'`)).execute(tx);
      found = await findViolations(tx, { settled: true });
      throw new Undo();
    });
    await expect(damaged).rejects.toBeInstanceOf(Undo);
    expect(found.map((violation) => violation.rule)).toContainEqual(expect.stringMatching(rule));
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });
});
