/**
 * Holding a cluster still. Two copies of one story that share no sketch key do not wait for each other's keys; without this, both could become
 * the head of their cluster at once, or one could point to a head that steps down in the same moment.
 */
import { sql, type Kysely } from 'kysely';

/**
 * Locks the clusters (shared: for one more copy; exclusive: for another head or a merge) and answers whether they still stand as they were read:
 * not merged into others, and with the same heads. In one function, because what follows a lock must see what was committed while it waited.
 */
const HOLD_CLUSTERS = `CREATE FUNCTION copydesk.hold_clusters(lock_class integer, numbers integer[], exclusive boolean, heads integer[])
  RETURNS boolean LANGUAGE plpgsql VOLATILE AS $body$
  DECLARE
    held integer;
    family integer[];
  BEGIN
    FOREACH held IN ARRAY numbers LOOP
      IF exclusive THEN
        PERFORM pg_advisory_xact_lock(lock_class, held);
      ELSE
        PERFORM pg_advisory_xact_lock_shared(lock_class, held);
      END IF;
    END LOOP;
    IF EXISTS (SELECT FROM copydesk.cluster_aliases AS a WHERE a.n = ANY (numbers)) THEN RETURN false; END IF;
    family := numbers || ARRAY(SELECT a.n FROM copydesk.cluster_aliases AS a WHERE a.cluster_n = ANY (numbers));
    RETURN heads = ARRAY(SELECT d.n FROM copydesk.duplicate_articles AS d WHERE d.cluster_n = ANY (family) AND d.is_head ORDER BY d.n);
  END
  $body$`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(HOLD_CLUSTERS).execute(db);
  // All ids of a cluster are looked up by its name whenever it is shown or changes.
  await sql.raw('CREATE INDEX cluster_aliases_name ON copydesk.cluster_aliases (cluster_id)').execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP INDEX IF EXISTS copydesk.cluster_aliases_name').execute(db);
  await sql.raw('DROP FUNCTION IF EXISTS copydesk.hold_clusters').execute(db);
}
