/** The promises of docs/architecture.md, as queries: each finds rows that break one. `copydesk doctor --invariants` and every fault test run them. */
import { sql } from 'kysely';
import { WINDOW_DAYS } from '../dedupe/duplicate-index.ts';
import { EVENTS_DAYS } from './outbox.ts';
import type { Executor } from './schema.ts';
import type { Violation } from './store.ts';

/** A query that answers the first breaking rows as text, and what the rule says. */
interface Rule {
  readonly rule: string;
  readonly query: string;
}

/** Rows that are shown for one broken rule. */
const SHOWN = 20;

const RULES: readonly Rule[] = [
  {
    rule: 'every accepted item keeps its raw bytes',
    query: `SELECT i.id AS detail FROM copydesk.items i LEFT JOIN copydesk.raw r ON r.item_id = i.id WHERE r.item_id IS NULL`,
  },
  {
    rule: 'every item belongs to a batch',
    query: `SELECT i.id AS detail FROM copydesk.items i
            WHERE NOT EXISTS (SELECT FROM copydesk.batch_items b WHERE b.item_id = i.id AND b.batch = i.batch)`,
  },
  {
    rule: 'a record exists when the item is stored or a copy',
    query: `SELECT i.id || ' is ' || i.state AS detail FROM copydesk.items i LEFT JOIN copydesk.articles a ON a.id = i.id
            WHERE i.state IN ('stored', 'copy') AND a.id IS NULL`,
  },
  {
    rule: 'no record exists of an item that is not stored or a copy',
    query: `SELECT i.id || ' is ' || i.state AS detail FROM copydesk.items i JOIN copydesk.articles a ON a.id = i.id
            WHERE i.state NOT IN ('stored', 'copy')`,
  },
  {
    rule: 'a quarantined item names its reason, and no other item does',
    query: `SELECT id AS detail FROM copydesk.items WHERE (state = 'quarantined') <> (reason_code IS NOT NULL)`,
  },
  {
    rule: 'the state copy means that the record is a copy in a cluster',
    query: `SELECT i.id || ' is ' || i.state || ' with role ' || coalesce(a.cluster_role, 'none') AS detail
            FROM copydesk.items i JOIN copydesk.articles a ON a.id = i.id
            WHERE i.state IN ('stored', 'copy') AND (i.state = 'copy') <> (coalesce(a.cluster_role, '') = 'copy')`,
  },
  {
    rule: 'columns and record say the same',
    query: `SELECT id AS detail FROM copydesk.articles
            WHERE record ->> 'id' <> id OR record ->> 'headline' <> headline OR record ->> 'kind' <> kind
               OR coalesce(cluster ->> 'id', '') <> coalesce(cluster_id, '')
               OR coalesce(cluster ->> 'role', '') <> coalesce(cluster_role, '')`,
  },
  {
    rule: 'tables hold each paragraph, entity and quotation of the record once',
    query: `SELECT a.id AS detail FROM copydesk.articles a WHERE
              jsonb_array_length(a.record -> 'body' -> 'paragraphs') <> (SELECT count(*) FROM copydesk.paragraphs p WHERE p.article_id = a.id)
              OR (SELECT count(DISTINCT e ->> 'id') FROM jsonb_array_elements(a.record -> 'entities') e)
                 <> (SELECT count(*) FROM copydesk.entities e WHERE e.article_id = a.id)
              OR (SELECT count(DISTINCT q ->> 'id') FROM jsonb_array_elements(a.record -> 'quotations') q)
                 <> (SELECT count(*) FROM copydesk.quotations q WHERE q.article_id = a.id)`,
  },
  {
    rule: 'ids inside a record are unique',
    query: `SELECT a.id AS detail FROM copydesk.articles a WHERE
              jsonb_array_length(a.record -> 'entities') <> (SELECT count(DISTINCT e ->> 'id') FROM jsonb_array_elements(a.record -> 'entities') e)
              OR jsonb_array_length(a.record -> 'quotations') <> (SELECT count(DISTINCT q ->> 'id') FROM jsonb_array_elements(a.record -> 'quotations') q)`,
  },
  {
    rule: 'each record has exactly one outbox event, until it is pruned',
    query: `SELECT a.id || ' has ' || count(o.seq) AS detail FROM copydesk.articles a
            LEFT JOIN copydesk.outbox o ON o.item_id = a.id AND o.type = 'article.stored' GROUP BY a.id
            HAVING count(o.seq) > 1 OR (count(o.seq) = 0 AND a.stored_at > now() - make_interval(days => $EVENTS_DAYS))`,
  },
  {
    rule: 'kept counts say what the rows say',
    query: `SELECT concat_ws(' ', scope, nullif(key, ''), nullif(state, '')) || ': kept ' || sum(kept) || ', rows ' || sum(counted) AS detail FROM (
              SELECT scope, key, state, n AS kept, 0 AS counted FROM copydesk.counts
              UNION ALL SELECT scope, key, state, n, 0 FROM copydesk.count_changes
              UNION ALL SELECT 'items', '', state, 0, count(*) FROM copydesk.items GROUP BY state
              UNION ALL SELECT 'batches', '', '', 0, count(*) FROM copydesk.batches
              UNION ALL SELECT 'outbox', '', 'pending', 0, count(*) FROM copydesk.outbox WHERE delivered_at IS NULL
              UNION ALL SELECT 'batch', m.batch, i.state, 0, count(*) FROM copydesk.batch_items m JOIN copydesk.items i ON i.id = m.item_id
                GROUP BY m.batch, i.state
            ) AS each_one GROUP BY scope, key, state HAVING sum(kept) <> sum(counted)`,
  },
  {
    rule: 'an event of a stored article has its record',
    query: `SELECT o.item_id AS detail FROM copydesk.outbox o LEFT JOIN copydesk.articles a ON a.id = o.item_id
            WHERE o.type = 'article.stored' AND a.id IS NULL`,
  },
  {
    rule: 'a quotation whose speaker is an entity finds it in its article',
    query: `SELECT q.article_id || ' ' || q.id AS detail FROM copydesk.quotations q
            WHERE q.speaker_entity IS NOT NULL
              AND NOT EXISTS (SELECT FROM copydesk.entities e WHERE e.article_id = q.article_id AND e.id = q.speaker_entity)`,
  },
  {
    rule: 'a copy points to a stored article of its cluster',
    query: `SELECT a.id || ' of ' || coalesce(a.cluster ->> 'of', 'nothing') AS detail FROM copydesk.articles a
            WHERE a.cluster_role IN ('copy', 'update')
              AND NOT EXISTS (SELECT FROM copydesk.articles c WHERE c.id = a.cluster ->> 'of' AND c.id <> a.id)`,
  },
  {
    rule: 'a copy names the article that stands for its cluster',
    query: `SELECT a.id || ' of ' || coalesce(a.cluster ->> 'of', 'nothing') || ', not of ' || head.id AS detail
            FROM copydesk.articles a JOIN copydesk.articles head ON head.cluster_id = a.cluster_id AND head.cluster_role <> 'copy'
            WHERE a.cluster_role = 'copy' AND a.cluster ->> 'of' IS DISTINCT FROM head.id`,
  },
  {
    rule: 'a record names its cluster by the id that it has now',
    query: `SELECT a.id || ' names ' || a.cluster_id || ', now ' || alias.cluster_id AS detail
            FROM copydesk.articles a JOIN copydesk.cluster_aliases alias ON alias.id = a.cluster_id`,
  },
  {
    rule: 'each cluster has exactly one article that stands for it',
    query: `SELECT coalesce(alias.cluster_id, a.cluster_id) || ' has ' || count(*) FILTER (WHERE a.cluster_role <> 'copy') AS detail
            FROM copydesk.articles a LEFT JOIN copydesk.cluster_aliases alias ON alias.id = a.cluster_id
            WHERE a.cluster_id IS NOT NULL GROUP BY coalesce(alias.cluster_id, a.cluster_id)
            HAVING count(*) FILTER (WHERE a.cluster_role <> 'copy') <> 1`,
  },
  {
    rule: 'an article is in the duplicate index once, and in the cluster that its record names',
    query: `SELECT a.id || ' is ' || count(d.n) || ' times in the index' AS detail FROM copydesk.articles a
            JOIN copydesk.items i ON i.id = a.id
            LEFT JOIN copydesk.duplicate_articles d ON d.article_id = a.id
            LEFT JOIN copydesk.cluster_aliases alias ON alias.n = d.cluster_n
            GROUP BY a.id, a.cluster_id, i.received_at
            HAVING count(d.n) > 1 OR max(coalesce(alias.cluster_id, d.cluster_id)) <> a.cluster_id
              OR (count(d.n) = 0 AND i.received_at > now() - make_interval(days => $WINDOW_DAYS))`,
  },
  {
    rule: 'each wording in the statement index is quoted somewhere, and belongs to a fullest wording that stands for itself',
    query: `SELECT s.id AS detail FROM copydesk.statements s LEFT JOIN copydesk.statements h ON h.id = s.head
            WHERE h.id IS NULL OR h.head <> h.id OR NOT EXISTS (SELECT FROM copydesk.appearances p WHERE p.statement = s.id)`,
  },
  {
    rule: 'speakers of one statement agree',
    query: `SELECT s.id || ' is ' || s.speaker || ', not ' || h.speaker AS detail FROM copydesk.statements s
            JOIN copydesk.statements h ON h.id = s.head WHERE s.speaker <> '' AND s.speaker <> h.speaker`,
  },
  {
    rule: 'a quotation that the statement index names is in its record, in the same words',
    query: `SELECT p.article_id || ' ' || p.quotation AS detail FROM copydesk.appearances p
            LEFT JOIN copydesk.quotations q ON q.article_id = p.article_id AND q.id = p.quotation
            WHERE p.place = 'body' AND (q.id IS NULL OR NOT starts_with(p.text, q.text))`,
  },
  {
    rule: 'a marked quotation of five words or more is in the statement index',
    query: `SELECT q.article_id || ' ' || q.id AS detail FROM copydesk.quotations q JOIN copydesk.articles a ON a.id = q.article_id
            WHERE a.statements > 0 AND q.kind <> 'indirect' AND q.n < 500 AND q.text ~ '^([[:alpha:]]+ ){4,50}[[:alpha:]]+[.]?$'
              AND NOT EXISTS (SELECT FROM copydesk.appearances p WHERE p.article_id = q.article_id AND position(q.text IN p.text) > 0)`,
  },
];

/** Rules that hold only when nothing is on its way. */
const SETTLED_RULES: readonly Rule[] = [
  {
    rule: 'every accepted item has come to an end state',
    query: `SELECT id || ' is ' || state AS detail FROM copydesk.items WHERE state NOT IN ('stored', 'copy', 'quarantined')`,
  },
];

/**
 * @param windowDays how long articles stay in the duplicate index.
 * @param eventsDays how long delivered events are kept.
 * @param settled also require that nothing is on its way any more.
 * @returns at most 20 violations a rule; empty: all hold.
 */
export async function findViolations(
  db: Executor,
  { settled = false, windowDays = WINDOW_DAYS, eventsDays = EVENTS_DAYS } = {},
): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const { rule, query } of settled ? [...RULES, ...SETTLED_RULES] : RULES) {
    const limited = query.replace('$WINDOW_DAYS', String(windowDays)).replace('$EVENTS_DAYS', String(eventsDays));
    const { rows } = await sql.raw<{ detail: string }>(`${limited} LIMIT ${SHOWN}`).execute(db);
    for (const { detail } of rows) violations.push({ rule, detail });
  }
  return violations;
}
