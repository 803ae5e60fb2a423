/**
 * Counts of articles by state, of each batch by state, and of events to deliver, kept in the transactions that change them, so that nobody has to
 * count the archive. A change is a row of `count_changes` (insert only: no two transactions wait for each other's counter); they are folded into
 * `counts` from time to time. A count is the sum over both tables in one statement.
 *
 * scope 'items': key '', one row a state. scope 'batch': key is the batch. scope 'outbox': state 'pending'. scope 'batches': how many there are.
 */
import { sql, type QueryExecutorProvider } from 'kysely';

const TABLES = [
  `CREATE TABLE copydesk.counts (
     scope text NOT NULL,
     key text NOT NULL,
     state text NOT NULL,
     n bigint NOT NULL,
     PRIMARY KEY (scope, key, state)
   )`,
  `CREATE TABLE copydesk.count_changes (
     scope text NOT NULL,
     key text NOT NULL,
     state text NOT NULL,
     n bigint NOT NULL
   )`,
  // Whether anybody has ever taken events: without a receiver undelivered events may be pruned too.
  `CREATE TABLE copydesk.receivers (
     name text PRIMARY KEY,
     first_seen timestamptz NOT NULL DEFAULT now()
   )`,
  'CREATE INDEX batches_created ON copydesk.batches (created_at DESC, name)',
  'CREATE INDEX outbox_created ON copydesk.outbox (created_at)',
  'CREATE INDEX articles_stored ON copydesk.articles (stored_at, seq)',
];

/**
 * An item's state and its batches may change at the same moment in two transactions. Membership therefore locks the item's row (FOR SHARE) before
 * it reads the state: it waits for a running change of state, and a change of state waits for it and then sees the new membership.
 */
const FUNCTIONS = [
  `CREATE FUNCTION copydesk.count_new_items() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes SELECT 'items', '', state, count(*) FROM added GROUP BY state;
     RETURN NULL;
   END $body$`,
  `CREATE FUNCTION copydesk.count_changed_items() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes
     SELECT change.scope, change.key, change.state, sum(change.n) FROM (
       SELECT was.state AS old_state, is_now.state AS new_state, is_now.id
       FROM before_change AS was JOIN after_change AS is_now USING (id) WHERE was.state <> is_now.state
     ) AS item
     CROSS JOIN LATERAL (
       VALUES ('items', '', item.old_state, -1), ('items', '', item.new_state, 1)
       UNION ALL
       SELECT 'batch', member.batch, moved.state, moved.n
       FROM copydesk.batch_items AS member, (VALUES (item.old_state, -1), (item.new_state, 1)) AS moved (state, n)
       WHERE member.item_id = item.id
     ) AS change (scope, key, state, n)
     GROUP BY change.scope, change.key, change.state HAVING sum(change.n) <> 0;
     RETURN NULL;
   END $body$`,
  `CREATE FUNCTION copydesk.count_deleted_item() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes
     SELECT 'items', '', OLD.state, -1
     UNION ALL
     SELECT 'batch', member.batch, OLD.state, -1 FROM copydesk.batch_items AS member WHERE member.item_id = OLD.id;
     RETURN OLD;
   END $body$`,
  `CREATE FUNCTION copydesk.count_new_members() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     PERFORM FROM copydesk.items AS item WHERE item.id IN (SELECT item_id FROM added) ORDER BY item.id FOR SHARE;
     INSERT INTO copydesk.count_changes
     SELECT 'batch', added.batch, item.state, count(*) FROM added JOIN copydesk.items AS item ON item.id = added.item_id
     GROUP BY added.batch, item.state;
     RETURN NULL;
   END $body$`,
  // The members of a deleted item were counted by count_deleted_item: their item is gone when the cascade comes here.
  `CREATE FUNCTION copydesk.count_gone_members() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes
     SELECT 'batch', gone.batch, item.state, -count(*) FROM gone JOIN copydesk.items AS item ON item.id = gone.item_id
     GROUP BY gone.batch, item.state;
     RETURN NULL;
   END $body$`,
  `CREATE FUNCTION copydesk.count_new_batches() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes SELECT 'batches', '', '', count(*) FROM added HAVING count(*) > 0;
     RETURN NULL;
   END $body$`,
  `CREATE FUNCTION copydesk.count_gone_batches() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes SELECT 'batches', '', '', -count(*) FROM gone HAVING count(*) > 0;
     RETURN NULL;
   END $body$`,
  `CREATE FUNCTION copydesk.count_new_events() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes SELECT 'outbox', '', 'pending', count(*) FROM added WHERE delivered_at IS NULL HAVING count(*) > 0;
     RETURN NULL;
   END $body$`,
  `CREATE FUNCTION copydesk.count_changed_events() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes
     SELECT 'outbox', '', 'pending', sum((is_now.delivered_at IS NULL)::integer - (was.delivered_at IS NULL)::integer)
     FROM before_change AS was JOIN after_change AS is_now USING (seq)
     HAVING sum((is_now.delivered_at IS NULL)::integer - (was.delivered_at IS NULL)::integer) <> 0;
     RETURN NULL;
   END $body$`,
  `CREATE FUNCTION copydesk.count_gone_events() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     INSERT INTO copydesk.count_changes SELECT 'outbox', '', 'pending', -count(*) FROM gone WHERE delivered_at IS NULL HAVING count(*) > 0;
     RETURN NULL;
   END $body$`,
  `CREATE FUNCTION copydesk.count_truncated() RETURNS trigger LANGUAGE plpgsql AS $body$
   DECLARE
     emptied text[] := CASE TG_TABLE_NAME WHEN 'items' THEN ARRAY['items', 'batch'] WHEN 'batch_items' THEN ARRAY['batch'] ELSE ARRAY[TG_TABLE_NAME] END;
   BEGIN
     DELETE FROM copydesk.counts WHERE scope = ANY (emptied);
     DELETE FROM copydesk.count_changes WHERE scope = ANY (emptied);
     RETURN NULL;
   END $body$`,
];

const ADDED = 'REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION';
const GONE = 'REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION';
const CHANGED = 'REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION';

const TRIGGERS = [
  `CREATE TRIGGER count_new AFTER INSERT ON copydesk.items ${ADDED} copydesk.count_new_items()`,
  `CREATE TRIGGER count_changed AFTER UPDATE ON copydesk.items ${CHANGED} copydesk.count_changed_items()`,
  'CREATE TRIGGER count_gone BEFORE DELETE ON copydesk.items FOR EACH ROW EXECUTE FUNCTION copydesk.count_deleted_item()',
  `CREATE TRIGGER count_new AFTER INSERT ON copydesk.batch_items ${ADDED} copydesk.count_new_members()`,
  `CREATE TRIGGER count_gone AFTER DELETE ON copydesk.batch_items ${GONE} copydesk.count_gone_members()`,
  `CREATE TRIGGER count_new AFTER INSERT ON copydesk.batches ${ADDED} copydesk.count_new_batches()`,
  `CREATE TRIGGER count_gone AFTER DELETE ON copydesk.batches ${GONE} copydesk.count_gone_batches()`,
  `CREATE TRIGGER count_new AFTER INSERT ON copydesk.outbox ${ADDED} copydesk.count_new_events()`,
  `CREATE TRIGGER count_changed AFTER UPDATE ON copydesk.outbox ${CHANGED} copydesk.count_changed_events()`,
  `CREATE TRIGGER count_gone AFTER DELETE ON copydesk.outbox ${GONE} copydesk.count_gone_events()`,
  ...['items', 'batch_items', 'batches', 'outbox'].map(
    (table) =>
      `CREATE TRIGGER count_truncated AFTER TRUNCATE ON copydesk.${table} FOR EACH STATEMENT EXECUTE FUNCTION copydesk.count_truncated()`,
  ),
];

/** What is there already. The lock keeps writers out until the triggers are committed. */
const BACKFILL = [
  'LOCK TABLE copydesk.batches, copydesk.items, copydesk.batch_items, copydesk.outbox IN SHARE ROW EXCLUSIVE MODE',
  `INSERT INTO copydesk.counts
   SELECT 'items', '', state, count(*) FROM copydesk.items GROUP BY state
   UNION ALL
   SELECT 'batch', member.batch, item.state, count(*) FROM copydesk.batch_items AS member JOIN copydesk.items AS item ON item.id = member.item_id
   GROUP BY member.batch, item.state
   UNION ALL
   SELECT 'batches', '', '', count(*) FROM copydesk.batches
   UNION ALL
   SELECT 'outbox', '', 'pending', count(*) FROM copydesk.outbox WHERE delivered_at IS NULL`,
  "INSERT INTO copydesk.receivers (name) SELECT 'webhook' WHERE EXISTS (SELECT FROM copydesk.outbox WHERE attempts > 0)",
];

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...BACKFILL, ...TRIGGERS]) await sql.raw(statement).execute(db);
}

export async function down(db: QueryExecutorProvider): Promise<void> {
  const functions = ['new_items', 'changed_items', 'deleted_item', 'new_members', 'gone_members', 'new_batches', 'gone_batches'];
  for (const name of [...functions, 'new_events', 'changed_events', 'gone_events', 'truncated'])
    await sql.raw(`DROP FUNCTION IF EXISTS copydesk.count_${name} CASCADE`).execute(db);
  for (const index of ['batches_created', 'outbox_created', 'articles_stored'])
    await sql.raw(`DROP INDEX IF EXISTS copydesk.${index}`).execute(db);
  for (const table of ['receivers', 'count_changes', 'counts']) await sql.raw(`DROP TABLE IF EXISTS copydesk.${table}`).execute(db);
}
