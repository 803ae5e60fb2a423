/** Clusters that change after their members were stored: every record, column and item state says what holds now. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { SignedArticle } from '../../src/dedupe/duplicate-index.ts';
import { readArticle } from '../../src/index.ts';
import { clusterRecords, placeInCluster } from '../../src/store/clusters.ts';
import { withRetries, type OpenDatabase } from '../../src/store/database.ts';
import { createDuplicateIndex } from '../../src/store/duplicate-index.ts';
import { findViolations } from '../../src/store/invariants.ts';
import { acceptItems, claimItem } from '../../src/store/items.ts';
import { getRecord, saveRecord } from '../../src/store/records.ts';
import { up as nameHeads } from '../../src/store/migrations/0010-members-name-their-head.ts';
import type { Executor } from '../../src/store/schema.ts';
import { signed, story } from '../dedupe/stories.ts';
import { itemOf } from '../services/copy.ts';
import { databaseDeployments, useDatabase } from '../services/database.ts';

const RECORD = readArticle('A headline for all\n\nThe text of the record is of no matter here, only its place among the clusters.');

/** The story, and the same people in a text of other words. */
const twofold = (number: number): string[] => [
  ...story(number),
  ...story(number).map((text) => text.replaceAll(/\p{Ll}{6,}/gu, (word) => word.split('').reverse().join(''))),
];

describe.each(databaseDeployments())('%s', (deployment) => {
  let database: OpenDatabase;
  let db: Executor;

  useDatabase(deployment, (opened) => {
    database = opened;
    ({ db } = opened);
  });

  /** Accepts and stores an article under the name given; answers its id. */
  const store = async (name: string, paragraphs: readonly string[], rest: Partial<SignedArticle> = {}): Promise<string> => {
    const item = itemOf(name);
    await acceptItems(db, [item], 'clusters');
    await claimItem(db, item.id);
    const article = signed(item.id, paragraphs, rest);
    await withRetries(() =>
      saveRecord(db, {
        id: item.id,
        attempt: 1,
        place: (tx) => placeInCluster(createDuplicateIndex(tx), article),
        record: (cluster) => ({ ...RECORD, id: item.id, cluster }),
      }),
    );
    return item.id;
  };
  const clusterOf = async (id: string) => (await getRecord(db, id))?.cluster;
  const stateOf = async (id: string) =>
    (await db.selectFrom('copydesk.items').select('state').where('id', '=', id).executeTakeFirst())?.state;

  const eventsSince = async (seq: string) => {
    const rows = await db.selectFrom('copydesk.outbox').select(['seq', 'type', 'payload']).where('seq', '>', seq).orderBy('seq').execute();
    return rows.map(({ seq: number, type, payload }) => ({
      seq: number,
      type,
      ...(payload as { id?: string; formerly?: string; cluster?: { id: string; role: string } }),
    }));
  };

  test('each earlier publication takes the place of the head, and all members name the newest head', async () => {
    const ids: string[] = [];
    for (let day = 9; day > 3; day -= 1) ids.push(await store(`day ${day}`, story(1), { publishedAt: `2025-03-0${day}` }));
    const [founder, ...others] = ids;
    const head = others.at(-1);
    const cluster = (await clusterOf(founder!))!.id;
    expect(cluster).toBe(founder!.replace('art_', 'clu_'));
    for (const id of ids) {
      expect(await clusterOf(id)).toMatchObject(id === head ? { id: cluster, role: 'canonical' } : { id: cluster, role: 'copy', of: head });
      expect(await stateOf(id)).toBe(id === head ? 'stored' : 'copy');
    }
    expect((await clusterOf(head!))?.of).toBeUndefined();
    expect((await clusterRecords(db, cluster)).map(({ id }) => id)).toEqual(ids);
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('a merge: the old id shows all members, and every record names the id that stayed', async () => {
    const whole = twofold(2);
    const first = [await store('first a', whole.slice(0, 6)), await store('first b', whole.slice(0, 5))];
    const second = [await store('second a', whole.slice(6)), await store('second b', whole.slice(6, 11))];
    const [stays, goes] = [(await clusterOf(first[0]!))!.id, (await clusterOf(second[0]!))!.id];
    expect(goes).not.toBe(stays);
    const seen = (await eventsSince('0')).at(-1)?.seq ?? '0';
    const both = await store('both', whole);
    const all = [...first, ...second, both];
    for (const id of [stays, goes]) expect((await clusterRecords(db, id)).map((record) => record.id)).toEqual(all);
    const clusters = await Promise.all(all.map(clusterOf));
    expect(new Set(clusters.map((cluster) => cluster?.id))).toEqual(new Set([stays]));
    const heads = all.filter((_id, n) => clusters[n]?.role !== 'copy');
    expect(heads).toHaveLength(1);
    expect(new Set(clusters.map((cluster) => cluster?.of))).toEqual(new Set([undefined, heads[0]]));
    // Consumers hear of every article that was in the cluster which is an alias now; and once of the merge.
    const told = (await eventsSince(seen)).filter(({ type }) => type === 'article.clustered');
    expect(told.map(({ id, formerly }) => [id, formerly])).toEqual(expect.arrayContaining(second.map((id) => [id, goes])));
    for (const { cluster } of told) expect(cluster?.id).toBe(stays);
    expect((await eventsSince(seen)).filter(({ type }) => type === 'cluster.merged')).toHaveLength(1);
    const late = await store('late', whole.slice(6, 10));
    expect(await clusterOf(late)).toMatchObject({ id: stays, role: 'copy', of: heads[0] });
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('copies of an update follow its new head, which still names the earlier version', async () => {
    const earlier = await store('earlier', story(3));
    const changed = story(3).map((text) => text.replaceAll('211', '254').replaceAll('2321', '2794'));
    const update = await store('update', changed, { publishedAt: '2025-03-05' });
    expect(await clusterOf(update)).toMatchObject({ role: 'update', of: earlier });
    const before = await store('update, published before', changed, { publishedAt: '2025-03-04' });
    expect(await clusterOf(before)).toMatchObject({ role: 'update', of: earlier });
    expect(await clusterOf(update)).toMatchObject({ role: 'copy', of: before });
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('a head that the index has forgotten becomes a copy of the one that follows it', async () => {
    const old = await store('old', story(4), { publishedAt: '2025-03-01' });
    const copy = await store('copy', story(4), { publishedAt: '2025-03-02' });
    await sql`UPDATE copydesk.items SET received_at = now() - interval '40 days' WHERE id = ${old}`.execute(db);
    await sql`DELETE FROM copydesk.duplicate_articles WHERE article_id = ${old}`.execute(db);
    const late = await store('late copy', story(4), { publishedAt: '2025-03-03' });
    expect(await clusterOf(copy)).toMatchObject({ role: 'canonical' });
    for (const id of [old, late]) expect(await clusterOf(id)).toMatchObject({ role: 'copy', of: copy });
    expect(await stateOf(old)).toBe('copy');
    expect(await stateOf(copy)).toBe('stored');
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('a database in which members still name a former head and a merged cluster is brought up to date', async () => {
    const whole = twofold(6);
    const kept = [await store('kept a', whole.slice(0, 6)), await store('kept b', whole.slice(0, 5))];
    const merged = [await store('merged a', whole.slice(6)), await store('merged b', whole.slice(6, 11))];
    const former = (await clusterOf(merged[0]!))!.id;
    await store('joins them', whole);
    const wanted = await Promise.all([...kept, ...merged].map(clusterOf));
    await sql`UPDATE copydesk.articles SET cluster = cluster || ${JSON.stringify({ of: kept[1] })}::jsonb
      WHERE cluster_role = 'copy' AND id IN (${kept[0]}, ${merged[0]})`.execute(db);
    await sql`UPDATE copydesk.articles SET cluster_id = ${former}, cluster = cluster || ${JSON.stringify({ id: former })}::jsonb
      WHERE id = ANY (${merged}::text[])`.execute(db);
    expect((await findViolations(db, { settled: true })).map(({ rule }) => rule)).toContain(
      'a record names its cluster by the id that it has now',
    );
    await nameHeads(database.db);
    expect(await Promise.all([...kept, ...merged].map(clusterOf))).toEqual(wanted);
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });

  test('heads that change and copies that come at once end in one head that all name', async () => {
    const text = twofold(5);
    const parts = [text, text.slice(0, 6), text.slice(6), text.slice(0, 5), text.slice(6, 11), text.slice(1, 8)];
    const ids = await Promise.all(
      Array.from({ length: 24 }, (_none, n) =>
        store(`at once ${n}`, parts[n % parts.length]!, { publishedAt: `2025-03-${String(28 - n).padStart(2, '0')}` }),
      ),
    );
    const clusters = await Promise.all(ids.map(clusterOf));
    expect(new Set(clusters.map((cluster) => cluster?.id)).size).toBeLessThanOrEqual(2);
    expect(await findViolations(db, { settled: true })).toEqual([]);
  });
});
