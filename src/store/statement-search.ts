/** Reads the statement index: who said what, where it appeared first, who cut it. */
import { sql } from 'kysely';
import type { ArticleDate, ClusterMembership } from '../article.ts';
import { DEFAULT_LIMIT, toStatements, type AppearanceRow, type Statement, type StatementQuery } from '../quotes/statements/statement.ts';
import { foldWords } from '../quotes/statements/wording.ts';
import { foldName } from '../text/fold.ts';
import type { Executor } from './schema.ts';

interface FoundRow {
  readonly head: string;
  readonly words: number;
  readonly article: string;
  readonly quotation: string;
  readonly place: 'body' | 'headline';
  readonly text: string;
  readonly speaker: string | null;
  readonly entity: string | null;
  readonly headline: string;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: ArticleDate | null;
  readonly received: Date;
  readonly cluster: ClusterMembership | null;
}

/** Statements with an appearance that fits, each with all its appearances; those that appeared first most lately come first. */
export async function findStatements(db: Executor, { speaker, text, limit = DEFAULT_LIMIT }: StatementQuery = {}): Promise<Statement[]> {
  const words = foldWords(text ?? '').replaceAll('|', ' ');
  const name = foldName(speaker ?? '');
  const said = words.trim() === '' ? sql`true` : sql`to_tsvector('simple', s.text) @@ plainto_tsquery('simple', ${words})`;
  const by =
    name === '' ? sql`true` : sql`(p.entity = ${speaker} OR to_tsvector('simple', p.speaker_folded) @@ plainto_tsquery('simple', ${name}))`;
  const { rows } = await sql<FoundRow>`
    WITH hit AS (
      SELECT DISTINCT s.head FROM copydesk.statements AS s JOIN copydesk.appearances AS p ON p.statement = s.id WHERE ${said} AND ${by}
    ), first AS (
      SELECT hit.head, min(coalesce(a.published_at, i.received_at)) AS at
      FROM hit JOIN copydesk.statements AS s ON s.head = hit.head JOIN copydesk.appearances AS p ON p.statement = s.id
      JOIN copydesk.articles AS a ON a.id = p.article_id JOIN copydesk.items AS i ON i.id = a.id
      GROUP BY hit.head ORDER BY 2 DESC, 1 LIMIT ${limit}
    )
    SELECT s.head, s.words, p.article_id AS article, p.quotation, p.place, p.text, p.speaker, p.entity, a.headline,
      coalesce(a.outlet, a.host) AS outlet, a.url, a.record -> 'publishedAt' AS published, i.received_at AS received, a.cluster
    FROM first JOIN copydesk.statements AS s ON s.head = first.head JOIN copydesk.appearances AS p ON p.statement = s.id
    JOIN copydesk.articles AS a ON a.id = p.article_id JOIN copydesk.items AS i ON i.id = a.id`.execute(db);
  return toStatements(rows.map(toRow), limit);
}

function toRow({ speaker, entity, outlet, url, published, received, cluster, ...row }: FoundRow): AppearanceRow {
  return {
    ...row,
    speaker: speaker ?? undefined,
    entity: entity ?? undefined,
    outlet: outlet ?? undefined,
    url: url ?? undefined,
    published: published ?? undefined,
    received: received.toISOString(),
    cluster: cluster ?? undefined,
  };
}
