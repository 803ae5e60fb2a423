/**
 * The statement index: each wording of a quotation once, with the fullest wording that it is cut from (`head`), and every place where it stands.
 * `articles.statements` is the version of the wordings an article is indexed with; 0: not yet.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  'ALTER TABLE copydesk.articles ADD COLUMN statements smallint NOT NULL DEFAULT 0',
  'CREATE INDEX articles_statements ON copydesk.articles (statements)',
  `CREATE TABLE copydesk.statements (
     id text PRIMARY KEY,
     head text NOT NULL REFERENCES copydesk.statements (id) DEFERRABLE INITIALLY DEFERRED,
     speaker text NOT NULL,
     text text NOT NULL,
     words integer NOT NULL,
     keys integer[] NOT NULL
   )`,
  'CREATE INDEX statements_head ON copydesk.statements (head)',
  // The smallest key: a wording that another one contains is found by it among the other's keys, and the other way round.
  'CREATE INDEX statements_anchor ON copydesk.statements ((keys[1]))',
  // Looked up by every article that is stored: no list of pending entries to read through.
  'CREATE INDEX statements_keys ON copydesk.statements USING gin (keys) WITH (fastupdate = off)',
  `CREATE INDEX statements_text ON copydesk.statements USING gin (to_tsvector('simple', text))`,
  `CREATE TABLE copydesk.appearances (
     article_id text NOT NULL REFERENCES copydesk.articles (id) ON DELETE CASCADE,
     quotation text NOT NULL,
     place text NOT NULL CHECK (place IN ('body', 'headline')),
     statement text NOT NULL REFERENCES copydesk.statements (id),
     text text NOT NULL,
     speaker text,
     speaker_folded text NOT NULL,
     entity text,
     PRIMARY KEY (article_id, quotation, place)
   )`,
  'CREATE INDEX appearances_statement ON copydesk.appearances (statement)',
  'CREATE INDEX appearances_entity ON copydesk.appearances (entity)',
  `CREATE INDEX appearances_speaker ON copydesk.appearances USING gin (to_tsvector('simple', speaker_folded))`,
  /*
   * Locks the keys in ascending order, then reads what contains or is contained in the wordings that have them: each statement of a volatile
   * function sees what was committed before it, so of two workers with the same words the second sees what the first wrote.
   * `everything`: an article with very many keys holds the whole index instead; all others hold it shared.
   */
  `CREATE FUNCTION copydesk.near_statements(
     wanted_ids text[], wanted_keys integer[], anchors integer[], everything boolean, key_class integer, index_class integer
   ) RETURNS TABLE (id text, head text, speaker text, text text, words integer, keys integer[], head_speaker text, head_words integer)
   LANGUAGE plpgsql VOLATILE AS $body$
   #variable_conflict use_column
   DECLARE
     sought integer;
   BEGIN
     IF everything THEN
       PERFORM pg_advisory_xact_lock(index_class, 0);
     ELSE
       PERFORM pg_advisory_xact_lock_shared(index_class, 0);
       FOREACH sought IN ARRAY wanted_keys LOOP
         PERFORM pg_advisory_xact_lock(key_class, sought);
       END LOOP;
     END IF;
     RETURN QUERY
       SELECT s.id, s.head, s.speaker, s.text, s.words, s.keys, h.speaker, h.words
       FROM (
         SELECT a.* FROM copydesk.statements AS a WHERE a.id = ANY (wanted_ids)
         UNION
         SELECT a.* FROM copydesk.statements AS a WHERE a.keys[1] = ANY (wanted_keys)
         UNION
         SELECT a.* FROM copydesk.statements AS a WHERE a.keys && anchors
       ) AS s JOIN copydesk.statements AS h ON h.id = s.head;
   END
   $body$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP FUNCTION IF EXISTS copydesk.near_statements').execute(db);
  await sql.raw('DROP TABLE IF EXISTS copydesk.appearances').execute(db);
  await sql.raw('DROP TABLE IF EXISTS copydesk.statements').execute(db);
  await sql.raw('ALTER TABLE copydesk.articles DROP COLUMN IF EXISTS statements').execute(db);
}
