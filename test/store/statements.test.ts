/** The statement index on Postgres: the conformance suite, workers that race, damage that the checker finds, older records. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import { MemoryStatements } from '../../src/quotes/statements/memory-index.ts';
import { withRetries } from '../../src/store/database.ts';
import { findViolations } from '../../src/store/invariants.ts';
import { acceptItems, claimItem } from '../../src/store/items.ts';
import { saveRecord } from '../../src/store/records.ts';
import type { Executor } from '../../src/store/schema.ts';
import { findStatements } from '../../src/store/statement-search.ts';
import { indexNextArticle } from '../../src/store/statements.ts';
import { statementIndexConformance } from '../conformance/statement-index.ts';
import { quoting, type Said } from '../quotes/statements/records.ts';
import { itemOf } from '../services/copy.ts';
import { databaseDeployments, useDatabase } from '../services/database.ts';

describe.each(databaseDeployments())('%s', (deployment) => {
  let db: Executor;
  let next = 5000;

  useDatabase(deployment, (opened) => ({ db } = opened));

  const empty = async (): Promise<void> => {
    await sql`TRUNCATE copydesk.items, copydesk.articles, copydesk.outbox, copydesk.duplicate_articles, copydesk.statements CASCADE`.execute(
      db,
    );
  };
  /** Stores the record as a worker does, in a cluster of its own; a second time, as when it is read again. */
  const store = async (record: NewsRecord): Promise<void> => {
    const item = { ...itemOf(record.body.text), id: record.id };
    await acceptItems(db, [item], 'statements');
    await db
      .updateTable('copydesk.items')
      .set({ state: 'accepted', received_at: record.source.receivedAt! })
      .where('id', '=', item.id)
      .execute();
    await sql`DELETE FROM copydesk.outbox WHERE item_id = ${item.id}`.execute(db);
    const attempt = (await claimItem(db, item.id))!.item.attempt;
    const n = next++;
    await withRetries(() =>
      saveRecord(db, {
        id: item.id,
        attempt,
        place: async (tx) => {
          await sql`DELETE FROM copydesk.duplicate_articles WHERE article_id = ${item.id}`.execute(tx);
          await sql`INSERT INTO copydesk.duplicate_articles (n, cluster_n, is_head, article_id, cluster_id, signature)
            VALUES (${n}, ${n}, true, ${item.id}, ${`clu_${item.id}`}, '')`.execute(tx);
          return { membership: { id: `clu_${item.id}`, role: 'canonical' }, changed: [], newHead: false, absorbed: [] };
        },
        record: (cluster) => ({ ...record, cluster }),
      }),
    );
  };

  statementIndexConformance(
    deployment,
    async () => {
      await empty();
      return {
        add: store,
        find: async (query) => {
          const violations = await findViolations(db);
          if (violations.length > 0) throw new Error(JSON.stringify(violations));
          const found = await findStatements(db, query);
          // The memory index knows no clusters here.
          return found.map((statement) => ({ ...statement, appearances: statement.appearances.map(({ cluster: _own, ...rest }) => rest) }));
        },
      };
    },
    1,
  );

  const LONG = 'We will rebuild the bridge because the town needs it, and we will do it before winter comes to the valley again';
  const WORDS = LONG.split(' ');
  /** Every article has another cut of the same sentence, some of them nobody’s. */
  const cuts = (count: number): NewsRecord[] =>
    Array.from({ length: count }, (_none, n) => {
      const from = (n * 5) % 7;
      const to = WORDS.length - ((n * 3) % 8);
      const said: Said[] = [[n % 9 === 8 ? LONG : WORDS.slice(from, to).join(' '), n % 4 === 3 ? undefined : 'Ann Lee']];
      if (n % 3 === 0) said.push(['the town needs', 'Ann Lee']);
      return quoting(`Paper ${n}`, `2025-03-${String((n % 28) + 1).padStart(2, '0')}`, said);
    });

  test('workers that write cuts of one sentence at once make one statement, the same as one after the other', async () => {
    await empty();
    const records = cuts(24);
    await Promise.all(records.map(store));
    const memory = new MemoryStatements();
    for (const record of records) await memory.add(record);
    const found = await findStatements(db);
    expect(found.map(({ id, articles, appearances }) => ({ id, articles, places: appearances.length }))).toEqual(
      (await memory.find()).map(({ id, articles, appearances }) => ({ id, articles, places: appearances.length })),
    );
    expect(found.map(({ articles }) => articles).sort((a, b) => b - a)).toEqual([24, 8]);
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('the same records written again at once, some of them changed, leave no stray wording', async () => {
    await empty();
    const records = cuts(12);
    for (const record of records) await store(record);
    const changed = records.map((record, n) =>
      n % 2 === 0 ? record : { ...quoting('Other', '2025-03-01', [['Nothing of it was ever said by her', 'Bob Ray']]), id: record.id },
    );
    await Promise.all(changed.map(store));
    const memory = new MemoryStatements();
    for (const record of changed) await memory.add(record);
    expect((await findStatements(db)).map(({ id, articles }) => ({ id, articles })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      (await memory.find()).map(({ id, articles }) => ({ id, articles })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('records stored before the index are indexed, each once', async () => {
    await empty();
    for (const record of cuts(5)) await store(record);
    const before = await findStatements(db);
    await sql`DELETE FROM copydesk.appearances`.execute(db);
    await sql`DELETE FROM copydesk.statements`.execute(db);
    await sql`UPDATE copydesk.articles SET statements = 0`.execute(db);
    let indexed = 0;
    while (await indexNextArticle(db)) indexed += 1;
    expect(indexed).toBe(5);
    expect(await findStatements(db)).toEqual(before);
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('an article with more words in marks than locks are good for is indexed all the same', async () => {
    await empty();
    const many = Array.from({ length: 400 }, (_none, n): Said => [
      `Number ${n} of the list says that item ${n * 7} costs ${n + 3} crowns today`,
      'Ann Lee',
    ]);
    await Promise.all([store(quoting('List', '2025-03-01', many)), store(quoting('Cut', '2025-03-02', many.slice(3, 5)))]);
    const found = await findStatements(db, { limit: 1000 });
    expect(found).toHaveLength(400);
    expect(found.filter(({ articles }) => articles === 2)).toHaveLength(2);
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test.each([
    { rule: /each wording in the statement index/, damage: 'DELETE FROM copydesk.appearances' },
    { rule: /each wording in the statement index/, damage: `INSERT INTO copydesk.statements VALUES ('sta_x', 'sta_x', '', 'x', 1, '{}')` },
    { rule: /speakers of one statement agree/, damage: `UPDATE copydesk.statements SET speaker = id` },
    { rule: /in the same words/, damage: `UPDATE copydesk.appearances SET text = 'something else'` },
    { rule: /five words or more/, damage: 'DELETE FROM copydesk.appearances' },
  ])('the checker sees: $damage', async ({ rule, damage }) => {
    await empty();
    for (const record of cuts(3)) await store(record);
    await store(quoting('Plain', '2025-03-01', [['Nobody has asked us about the river', 'Bob Ray']]));
    class Undo extends Error {}
    let found: readonly { rule: string }[] = [];
    const damaged = db.transaction().execute(async (tx) => {
      await sql.raw(damage).execute(tx);
      found = await findViolations(tx, { settled: true });
      throw new Undo();
    });
    await expect(damaged).rejects.toBeInstanceOf(Undo);
    expect(found.map((violation) => violation.rule)).toContainEqual(expect.stringMatching(rule));
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });
});
