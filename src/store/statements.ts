/** Writes the statement index inside the record's transaction. Safe with several workers and when a record is written again. */
import { sql } from 'kysely';
import type { NewsRecord } from '../article.ts';
import { placeWordings, type PlacedWording } from '../quotes/statements/place.ts';
import { STATEMENTS_VERSION, utterancesOf, type Wording } from '../quotes/statements/wording.ts';
import { foldName } from '../text/fold.ts';
import { wholeRecord } from './clusters.ts';
import type { Executor } from './schema.ts';

/** First argument of pg_advisory_xact_lock; taken after the locks of the duplicate index, in this order. */
const INDEX_LOCKS = 0x636f7071;
const KEY_LOCKS = 0x636f7072;
/** More locks than this in one transaction would crowd the server's lock table; such an article holds the whole index. */
const MAX_LOCKS = 1024;

interface StoredWording extends Wording {
  readonly head: string;
  readonly head_speaker: string;
  readonly head_words: number;
}

/**
 * Replaces what the index holds of this article. Call it last in a transaction, after the article's row is written.
 * @param again the article may have been indexed before.
 */
export async function writeStatements(tx: Executor, record: NewsRecord, again: boolean): Promise<void> {
  const before = again ? await removeAppearances(tx, record.id) : [];
  const utterances = utterancesOf(record);
  const fresh = new Map(utterances.map(({ wording }) => [wording.id, wording]));
  if (fresh.size > 0 || before.length > 0) {
    const dropped = before.filter(({ id }) => !fresh.has(id));
    const known = await near(tx, [...fresh.values(), ...dropped]);
    const left = dropped.length === 0 ? [] : await dropUnused(tx, dropped);
    await place(tx, [...fresh.values()], known, left);
    await writeAppearances(tx, record.id, utterances);
  }
}

/** The wordings that the article had. */
async function removeAppearances(tx: Executor, article: string): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    WITH gone AS (DELETE FROM copydesk.appearances WHERE article_id = ${article} RETURNING statement)
    SELECT DISTINCT s.id, s.speaker, s.text, s.words, s.keys FROM gone JOIN copydesk.statements AS s ON s.id = gone.statement`.execute(tx);
  return rows;
}

async function near(tx: Executor, wordings: readonly Wording[]): Promise<PlacedWording[]> {
  const ids = wordings.map(({ id }) => id);
  const keys = [...new Set(wordings.flatMap(lockKeys))].sort((a, b) => a - b);
  const anchors = [...new Set(wordings.flatMap((wording) => wording.keys.slice(0, 1)))];
  const { rows } = await sql<StoredWording>`
    SELECT * FROM copydesk.near_statements(${ids}::text[], ${keys}::integer[], ${anchors}::integer[], ${keys.length > MAX_LOCKS}::boolean,
      ${KEY_LOCKS}::integer, ${INDEX_LOCKS}::integer)`.execute(tx);
  return rows.map(({ head_speaker: headSpeaker, head_words: headWords, ...row }) => ({ ...row, headSpeaker, headWords }));
}

/** A wording too short for keys is held by its id. */
const lockKeys = ({ id, keys }: Wording): readonly number[] => (keys.length > 0 ? keys : [Number.parseInt(id.slice(4, 12), 16) | 0]);

/** Deletes wordings that nobody quotes any more. Answers those that were cut from them and now need another statement. */
async function dropUnused(tx: Executor, wordings: readonly Wording[]): Promise<string[]> {
  const ids = wordings.map(({ id }) => id);
  const { rows } = await sql<{ id: string; gone: boolean }>`
    WITH gone AS (
      DELETE FROM copydesk.statements AS s WHERE s.id = ANY (${ids}::text[])
        AND NOT EXISTS (SELECT FROM copydesk.appearances AS a WHERE a.statement = s.id) RETURNING s.id
    )
    SELECT gone.id, true AS gone FROM gone
    UNION ALL SELECT s.id, false FROM copydesk.statements AS s JOIN gone ON s.head = gone.id WHERE s.id NOT IN (SELECT id FROM gone)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** @param left stored wordings that were dropped or lost their head. */
async function place(tx: Executor, fresh: readonly Wording[], known: readonly PlacedWording[], left: readonly string[]): Promise<void> {
  let pool = known;
  let wordings = fresh;
  if (left.length > 0) {
    const { rows: orphans } = await sql<Wording>`
      SELECT id, speaker, text, words, keys FROM copydesk.statements WHERE id = ANY (${left}::text[])`.execute(tx);
    // Wordings that can hold an orphan were not looked for among those near the new ones.
    const gone = new Set(left);
    pool = [...known, ...(await near(tx, orphans))].filter(({ id }) => !gone.has(id));
    wordings = [...fresh, ...orphans];
  }
  const { added, joined, moved } = placeWordings(wordings, pool);
  for (const { from, to } of joined) await sql`UPDATE copydesk.statements SET head = ${to} WHERE head = ${from}`.execute(tx);
  for (const { id, to } of moved) await sql`UPDATE copydesk.statements SET head = ${to} WHERE id = ${id}`.execute(tx);
  if (added.length === 0) return;
  const rows = added.map(({ wording, head }) => ({ ...wording, head }));
  await sql`
    INSERT INTO copydesk.statements (id, head, speaker, text, words, keys)
    SELECT n.id, n.head, n.speaker, n.text, n.words, ARRAY(SELECT jsonb_array_elements_text(n.keys)::integer)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (id text, head text, speaker text, text text, words integer, keys jsonb)
    ON CONFLICT (id) DO UPDATE SET head = excluded.head`.execute(tx);
}

async function writeAppearances(tx: Executor, article_id: string, utterances: ReturnType<typeof utterancesOf>): Promise<void> {
  if (utterances.length === 0) return;
  const rows = utterances.map(({ quotation, place, text, speaker, entity, wording }) => ({
    quotation,
    place,
    statement: wording.id,
    text,
    speaker,
    speaker_folded: foldName(speaker ?? ''),
    entity,
  }));
  await sql`
    INSERT INTO copydesk.appearances (article_id, quotation, place, statement, text, speaker, speaker_folded, entity)
    SELECT ${article_id}, n.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS n (quotation text, place text, statement text, text text, speaker text, speaker_folded text, entity text)
    ON CONFLICT DO NOTHING`.execute(tx);
}

/**
 * Indexes one article that was stored before the index, or with another version of the wordings. Other workers may be at it too.
 * @returns false when none is left.
 */
export async function indexNextArticle(db: Executor): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('copydesk.articles as a')
      .select(wholeRecord)
      .where('a.statements', '<>', STATEMENTS_VERSION)
      .orderBy('a.seq')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return false;
    await writeStatements(tx, row.record, true);
    await tx.updateTable('copydesk.articles').set({ statements: STATEMENTS_VERSION }).where('id', '=', row.record.id).execute();
    return true;
  });
}
