/** A statement: what somebody said, with every place where it was quoted. The port, and the view that all its adapters give. */
import type { ArticleDate, ClusterMembership, NewsRecord } from '../../article.ts';

export interface StatementQuery {
  /** A name or an entity id. Every word of the name must be in the name that some appearance gives: "Trump", "Donald Trump". */
  readonly speaker?: string | undefined;
  /** Words that must all be in the statement, in any order. */
  readonly text?: string | undefined;
  /** At most this many statements (default 50), those that appeared last first. */
  readonly limit?: number | undefined;
}

export interface Appearance {
  /** Id of the article. */
  readonly article: string;
  /** Id of the quotation inside it. */
  readonly quotation: string;
  readonly place: 'body' | 'headline';
  readonly headline: string;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  /** When the article was published as far as it says so to the day, else when it was taken in. ISO 8601. */
  readonly at: string;
  readonly dated: 'published' | 'received';
  /** The words as this outlet gives them. */
  readonly text: string;
  /** Share of the fullest wording's words that this one kept, 0..1. */
  readonly kept: number;
  readonly cluster?: { readonly id: string; readonly role: ClusterMembership['role'] } | undefined;
}

export interface Statement {
  readonly id: string;
  /** The fullest name that an appearance gives. Null: nobody says who. */
  readonly speaker: { readonly name: string; readonly entity?: string | undefined } | null;
  /** The fullest wording as an outlet gives it. */
  readonly text: string;
  /** Different articles it appeared in. */
  readonly articles: number;
  /** Earliest first. */
  readonly appearances: readonly Appearance[];
}

/** Records in, statements out. Adding a record again replaces what it said before. */
export interface StatementIndex {
  add(record: NewsRecord): Promise<void>;
  find(query?: StatementQuery): Promise<readonly Statement[]>;
}

export const DEFAULT_LIMIT = 50;

/** An appearance as an adapter reads it. */
export interface AppearanceRow {
  /** Id of the statement: of its fullest wording. */
  readonly head: string;
  readonly words: number;
  readonly article: string;
  readonly quotation: string;
  readonly place: 'body' | 'headline';
  readonly text: string;
  readonly speaker: string | undefined;
  readonly entity: string | undefined;
  readonly headline: string;
  readonly outlet: string | undefined;
  readonly url: string | undefined;
  readonly published: ArticleDate | undefined;
  /** ISO 8601. */
  readonly received: string;
  readonly cluster: ClusterMembership | undefined;
}

interface Dated {
  readonly appearance: Appearance;
  readonly row: AppearanceRow;
  readonly day: string;
  readonly time: number;
}

/** Groups appearances to statements, those whose first appearance is latest first. */
export function toStatements(rows: readonly AppearanceRow[], limit: number = DEFAULT_LIMIT): Statement[] {
  const groups = new Map<string, AppearanceRow[]>();
  for (const row of rows) {
    const group = groups.get(row.head);
    if (group === undefined) groups.set(row.head, [row]);
    else group.push(row);
  }
  return [...groups]
    .map(([id, group]) => toStatement(id, group))
    .sort((a, b) => compareDated(b.first, a.first) || (a.statement.id < b.statement.id ? -1 : 1))
    .slice(0, limit)
    .map(({ statement }) => statement);
}

function toStatement(id: string, rows: readonly AppearanceRow[]): { statement: Statement; first: Dated } {
  const most = Math.max(...rows.map(({ words }) => words));
  const dated = rows.map((row) => dateOf(row, most)).sort(compareDated);
  const fullest = dated.filter(({ row }) => row.words === most).sort((a, b) => b.row.text.length - a.row.text.length)[0]!;
  const names = rows.filter(({ speaker, entity }) => speaker !== undefined && entity !== undefined);
  const named = (names.length > 0 ? names : rows.filter(({ speaker }) => speaker !== undefined)).toSorted(
    (a, b) => b.speaker!.length - a.speaker!.length || (a.article < b.article ? -1 : 1),
  )[0];
  const linked = names.find(({ entity }) => /^Q\d+$/.test(entity!)) ?? named;
  const speaker = named === undefined ? null : { name: named.speaker!, ...(linked?.entity === undefined ? {} : { entity: linked.entity }) };
  const appearances = dated.map(({ appearance }) => appearance);
  const articles = new Set(appearances.map(({ article }) => article)).size;
  return { statement: { id, speaker, text: fullest.row.text, articles, appearances }, first: dated[0]! };
}

function dateOf(row: AppearanceRow, most: number): Dated {
  const { published, outlet, url, cluster } = row;
  const parsed = published === undefined || /^(?:year|month)$/.test(published.precision) ? NaN : Date.parse(published.value);
  const known = !Number.isNaN(parsed);
  const at = known ? published!.value : row.received;
  const moment = known ? parsed : Date.parse(row.received);
  const exact = !known || published!.precision !== 'day';
  const appearance: Appearance = {
    article: row.article,
    quotation: row.quotation,
    place: row.place,
    headline: row.headline,
    ...(outlet === undefined ? {} : { outlet }),
    ...(url === undefined ? {} : { url }),
    at,
    dated: known ? 'published' : 'received',
    text: row.text,
    kept: Number((row.words / most).toFixed(2)),
    ...(cluster === undefined ? {} : { cluster: { id: cluster.id, role: cluster.role } }),
  };
  return { appearance, row, day: new Date(moment).toISOString().slice(0, 10), time: exact ? moment : Infinity };
}

const placeOrder = { headline: 0, body: 1 } as const;

/** By day; within a day what has a time before what has none; then by arrival, article, headline before body, order in the article. */
function compareDated(a: Dated, b: Dated): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  if (a.row.received !== b.row.received) return a.row.received < b.row.received ? -1 : 1;
  if (a.row.article !== b.row.article) return a.row.article < b.row.article ? -1 : 1;
  return placeOrder[a.row.place] - placeOrder[b.row.place] || Number(a.row.quotation.slice(1)) - Number(b.row.quotation.slice(1));
}
