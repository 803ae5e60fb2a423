/**
 * What an outlet repeats: the lines at both ends of each article, to be found by the outlet, newest first; and placing an article in one round trip.
 */
import { sql, type Kysely } from 'kysely';

const KEPT_PLANS = 'SET plan_cache_mode = force_generic_plan SET jit = off';

const COLUMNS = [
  'ALTER TABLE copydesk.duplicate_articles ADD COLUMN outlet_key integer, ADD COLUMN lines integer[]',
  'CREATE INDEX duplicate_articles_outlet ON copydesk.duplicate_articles (outlet_key, n) WHERE outlet_key IS NOT NULL',
];

/** Of the lines of a new article, those that enough clusters among the newest articles of its outlet hold. */
const REPEATED = `CREATE FUNCTION copydesk.repeated_lines(wanted_outlet integer, wanted integer[], max_articles integer, min_clusters integer)
  RETURNS integer[] LANGUAGE plpgsql STABLE ${KEPT_PLANS} AS $body$
  BEGIN
    RETURN ARRAY(
      SELECT held.line FROM (
        SELECT a.cluster_n, a.lines FROM copydesk.duplicate_articles AS a WHERE a.outlet_key = wanted_outlet ORDER BY a.n DESC LIMIT max_articles
      ) AS recent CROSS JOIN LATERAL unnest(recent.lines) AS held (line)
      WHERE held.line = ANY (wanted) GROUP BY held.line HAVING count(DISTINCT recent.cluster_n) >= min_clusters
    );
  END
  $body$`;

/**
 * Holds the clusters that the article joins (none: it founds one) and writes it. Answers its number, or null when the clusters are no longer as
 * they were read.
 */
const PLACE = `CREATE FUNCTION copydesk.place_duplicate(
    lock_class integer, joined integer[], exclusive boolean, heads integer[], keys integer[],
    known_cluster integer, containment real, nearest_n integer, is_head boolean, article_id text, cluster_id text, follows text,
    outlet text, originator text, published_at text, received_at timestamptz, reason text, signature bytea, outlet_key integer, lines integer[]
  ) RETURNS integer LANGUAGE plpgsql VOLATILE ${KEPT_PLANS} AS $body$
  #variable_conflict use_variable
  DECLARE
    number integer;
  BEGIN
    IF cardinality(joined) > 0 AND NOT copydesk.hold_clusters(lock_class, joined, exclusive, heads) THEN RETURN NULL; END IF;
    number := nextval('copydesk.duplicate_numbers');
    INSERT INTO copydesk.duplicate_articles
      (n, cluster_n, containment, nearest_n, is_head, article_id, cluster_id, follows, outlet, originator, published_at, received_at, reason, signature,
       outlet_key, lines)
    VALUES (number, coalesce(known_cluster, number), containment, nearest_n, is_head, article_id, cluster_id, follows, outlet, originator, published_at,
      coalesce(received_at, now()), reason, signature, outlet_key, lines);
    INSERT INTO copydesk.duplicate_keys (key, n) SELECT wanted.key, number FROM unnest(keys) AS wanted (key);
    RETURN number;
  END
  $body$`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP FUNCTION IF EXISTS copydesk.place_duplicate').execute(db);
  for (const statement of [...COLUMNS, REPEATED, PLACE]) await sql.raw(statement).execute(db);
}
