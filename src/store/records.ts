/** Records: the JSON that is handed downstream, and the same facts in tables for SQL. Written together, with the item's end state and the outbox event. */
import { sql } from 'kysely';
import type { ClusterMembership, NewsRecord } from '../article.ts';
import { CopydeskError } from '../errors.ts';
import { STATEMENTS_VERSION } from '../quotes/statements/wording.ts';
import { changeMembership, restateMembers, wholeRecord, type Placing } from './clusters.ts';
import type { Executor } from './schema.ts';
import { writeStatements } from './statements.ts';
import { storableJson } from './storable.ts';

export interface RecordToSave {
  readonly id: string;
  /** The write counts only while this attempt owns the item. */
  readonly attempt: number;
  /** Finds the article's place among the clusters inside the transaction; may throw to roll everything back. */
  readonly place: (tx: Executor) => Promise<Placing>;
  /** The record once its cluster is known. */
  readonly record: (cluster: ClusterMembership) => NewsRecord;
}

/**
 * One transaction: cluster, record, tables, item state, outbox event.
 * @throws CopydeskError STALE_ATTEMPT when a newer attempt owns the item.
 */
export async function saveRecord(db: Executor, save: RecordToSave): Promise<'stored' | 'copy'> {
  return db.transaction().execute(async (tx) => {
    const item = await tx
      .selectFrom('copydesk.items')
      .select('id')
      .where('id', '=', save.id)
      .where('attempt', '=', save.attempt)
      .where('state', '=', 'processing')
      .forUpdate()
      .executeTakeFirst();
    if (item === undefined) throw new CopydeskError('STALE_ATTEMPT', `attempt ${save.attempt} of ${save.id} was overtaken`);
    const { membership: cluster, changed, newHead, follows, absorbed } = await save.place(tx);
    const record = storableJson(save.record(cluster));
    const state = cluster.role === 'copy' ? 'copy' : 'stored';
    const fresh = await writeArticle(tx, record);
    await tx
      .updateTable('copydesk.items')
      .set({ state, updated_at: sql<Date>`now()` })
      .where('id', '=', save.id)
      .execute();
    const payload = JSON.stringify({ id: record.id, batch: record.batch, state, cluster: record.cluster, headline: record.headline });
    await tx.insertInto('copydesk.outbox').values({ type: 'article.stored', item_id: save.id, payload }).execute();
    for (const { id, membership } of changed) await changeMembership(tx, id, membership);
    if (newHead || absorbed.length > 0) {
      const head = cluster.role === 'copy' && cluster.of !== undefined ? cluster.of : record.id;
      await restateMembers(tx, { id: cluster.id, head, follows }, [record.id, ...changed.map(({ id }) => id)]);
    }
    for (const from of absorbed) {
      const merged = JSON.stringify({ id: record.id, cluster: cluster.id, absorbed: from });
      await tx.insertInto('copydesk.outbox').values({ type: 'cluster.merged', item_id: save.id, payload: merged }).execute();
    }
    // Last: whoever waits for these locks waits for nothing else of ours.
    await writeStatements(tx, record, !fresh);
    return state;
  });
}

const CHILD_TABLES = ['copydesk.paragraphs', 'copydesk.quotations', 'copydesk.entities'] as const;
/** Keeps statements far from the protocol's 65,535 parameters. */
const ROWS_PER_INSERT = 2000;

/** False: the article was there already. */
async function writeArticle(tx: Executor, record: NewsRecord): Promise<boolean> {
  const { cluster, ...rest } = record;
  const columns = {
    record: JSON.stringify(rest),
    cluster: cluster === undefined ? null : JSON.stringify(cluster),
    kind: record.kind,
    headline: record.headline,
    outlet: record.outlet ?? null,
    host: record.source.host ?? null,
    url: record.canonicalUrl ?? record.source.url ?? null,
    published_at: startOf(record.publishedAt?.value),
    language: record.language.code,
    words: record.body.words,
    originator: record.provenance?.originator ?? null,
    cluster_id: cluster?.id ?? null,
    cluster_role: cluster?.role ?? null,
    schema_version: record.schemaVersion,
    statements: STATEMENTS_VERSION,
  };
  const written = await tx
    .insertInto('copydesk.articles')
    .values({ id: record.id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...columns, stored_at: sql<Date>`now()` }))
    .returning(sql<boolean>`xmax = 0`.as('fresh'))
    .executeTakeFirstOrThrow();
  if (!written.fresh) for (const table of CHILD_TABLES) await tx.deleteFrom(table).where('article_id', '=', record.id).execute();
  await writeParts(tx, record);
  return written.fresh;
}

async function writeParts(tx: Executor, record: NewsRecord): Promise<void> {
  const article_id = record.id;
  const { text } = record.body;
  const paragraphs = record.body.paragraphs.map(([start, end], n) => ({ article_id, n, start, end, text: text.slice(start, end) }));
  const entities = uniqueBy(record.entities, (entity) => entity.id).map((entity) => ({
    article_id,
    id: entity.id,
    name: entity.name,
    kind: entity.kind,
    wikidata: entity.wikidata ?? null,
    salience: entity.salience,
  }));
  const mentions = record.entities.flatMap((entity) => {
    const row = (reference: boolean) => (place: { span: readonly [number, number]; text: string }) => ({
      article_id,
      entity_id: entity.id,
      start: place.span[0],
      end: place.span[1],
      text: place.text,
      reference,
    });
    return [...entity.mentions.map(row(false)), ...(entity.references ?? []).map(row(true))];
  });
  const quotations = uniqueBy(record.quotations, (quotation) => quotation.id).map((quotation, n) => ({
    article_id,
    id: quotation.id,
    n,
    start: quotation.span[0],
    end: quotation.span[1],
    text: quotation.text,
    kind: quotation.kind,
    speaker: quotation.speaker?.name ?? null,
    speaker_entity: quotation.speaker?.entity ?? null,
    confidence: quotation.speaker?.confidence ?? null,
    cue: quotation.cue?.text ?? null,
    continues: quotation.continues ?? null,
    medium: quotation.medium ?? null,
  }));
  for (const rows of chunks(paragraphs)) await tx.insertInto('copydesk.paragraphs').values(rows).execute();
  for (const rows of chunks(entities)) await tx.insertInto('copydesk.entities').values(rows).execute();
  const places = uniqueBy(mentions, (mention) => `${mention.entity_id} ${mention.start} ${mention.end}`);
  for (const rows of chunks(places)) await tx.insertInto('copydesk.mentions').values(rows).execute();
  for (const rows of chunks(quotations)) await tx.insertInto('copydesk.quotations').values(rows).execute();
}

function chunks<T>(rows: readonly T[]): T[][] {
  const all: T[][] = [];
  for (let i = 0; i < rows.length; i += ROWS_PER_INSERT) all.push(rows.slice(i, i + ROWS_PER_INSERT));
  return all;
}

function uniqueBy<T>(rows: readonly T[], key: (row: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const row of rows) if (!seen.has(key(row))) seen.set(key(row), row);
  return [...seen.values()];
}

/** "2025-12" → its first instant (UTC); undefined when the value is not on the calendar. */
function startOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  const time = Date.parse(value);
  const date = new Date(time);
  return Number.isNaN(time) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999 ? null : date.toISOString();
}

export async function getRecord(db: Executor, id: string): Promise<NewsRecord | undefined> {
  const row = await db.selectFrom('copydesk.articles as a').select(wholeRecord).where('a.id', '=', id).executeTakeFirst();
  return row?.record;
}

/** The records stored last, newest first. */
export async function latestRecords(db: Executor, limit: number): Promise<NewsRecord[]> {
  const rows = await db.selectFrom('copydesk.articles as a').select(wholeRecord).orderBy('a.seq', 'desc').limit(limit).execute();
  return rows.map((row) => row.record);
}

/** Records read at once while exporting. */
const EXPORT_PAGE = 100;

export interface RecordFilter {
  readonly batch?: string | undefined;
  readonly since?: string | undefined;
}

/** Streams in order of storing, page by page. */
export async function* exportRecords(db: Executor, { batch, since }: RecordFilter = {}): AsyncGenerator<NewsRecord> {
  for (let after = '0'; ;) {
    let query = db
      .selectFrom('copydesk.articles as a')
      .select(['a.seq', wholeRecord])
      .where('a.seq', '>', after)
      .orderBy('a.seq')
      .limit(EXPORT_PAGE);
    if (batch !== undefined) {
      query = query.where((eb) => eb('a.id', 'in', eb.selectFrom('copydesk.batch_items').select('item_id').where('batch', '=', batch)));
    }
    if (since !== undefined) query = query.where('a.stored_at', '>=', new Date(since));
    const rows = await query.execute();
    for (const row of rows) yield row.record;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}
