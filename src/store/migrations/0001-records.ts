/** Raw input, items, batches, records with their relational tables, and the outbox. */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE copydesk.batches (
     name text PRIMARY KEY,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE copydesk.items (
     id text PRIMARY KEY,
     seq bigint GENERATED ALWAYS AS IDENTITY,
     batch text NOT NULL REFERENCES copydesk.batches (name),
     input_id text,
     file text,
     url text,
     outlet text,
     published_at text,
     state text NOT NULL DEFAULT 'accepted' CHECK (state IN ('accepted', 'processing', 'stored', 'copy', 'quarantined')),
     attempt integer NOT NULL DEFAULT 0,
     first_attempt integer NOT NULL DEFAULT 0,
     kills integer NOT NULL DEFAULT 0,
     reason_code text,
     reason_detail text,
     received_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     checked_at timestamptz NOT NULL DEFAULT now(),
     CHECK ((state = 'quarantined') = (reason_code IS NOT NULL))
   )`,
  `CREATE UNIQUE INDEX items_seq ON copydesk.items (seq)`,
  `CREATE INDEX items_open ON copydesk.items (checked_at) WHERE state IN ('accepted', 'processing')`,
  `CREATE INDEX items_quarantined ON copydesk.items (seq) WHERE state = 'quarantined'`,
  `CREATE TABLE copydesk.batch_items (
     batch text NOT NULL REFERENCES copydesk.batches (name) ON DELETE CASCADE,
     item_id text NOT NULL REFERENCES copydesk.items (id) ON DELETE CASCADE,
     PRIMARY KEY (batch, item_id)
   )`,
  `CREATE INDEX batch_items_item ON copydesk.batch_items (item_id)`,
  `CREATE TABLE copydesk.raw (
     item_id text PRIMARY KEY REFERENCES copydesk.items (id) ON DELETE CASCADE,
     bytes bytea NOT NULL,
     sha256 text NOT NULL,
     size integer NOT NULL,
     media_type text NOT NULL,
     charset text NOT NULL
   )`,
  `CREATE TABLE copydesk.articles (
     id text PRIMARY KEY REFERENCES copydesk.items (id),
     seq bigint GENERATED ALWAYS AS IDENTITY,
     record jsonb NOT NULL,
     kind text NOT NULL,
     headline text NOT NULL,
     outlet text,
     host text,
     url text,
     published_at timestamptz,
     language text NOT NULL,
     words integer NOT NULL,
     originator text,
     cluster_id text,
     cluster_role text,
     schema_version text NOT NULL,
     stored_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE UNIQUE INDEX articles_seq ON copydesk.articles (seq)`,
  `CREATE INDEX articles_cluster ON copydesk.articles (cluster_id)`,
  `CREATE INDEX articles_published ON copydesk.articles (published_at)`,
  `CREATE INDEX articles_outlet ON copydesk.articles (outlet, published_at)`,
  `CREATE TABLE copydesk.paragraphs (
     article_id text NOT NULL REFERENCES copydesk.articles (id) ON DELETE CASCADE,
     n integer NOT NULL,
     start integer NOT NULL,
     "end" integer NOT NULL,
     text text NOT NULL,
     PRIMARY KEY (article_id, n)
   )`,
  `CREATE TABLE copydesk.entities (
     article_id text NOT NULL REFERENCES copydesk.articles (id) ON DELETE CASCADE,
     id text NOT NULL,
     name text NOT NULL,
     kind text NOT NULL,
     wikidata text,
     salience real NOT NULL,
     PRIMARY KEY (article_id, id)
   )`,
  `CREATE INDEX entities_id ON copydesk.entities (id)`,
  `CREATE INDEX entities_name ON copydesk.entities (lower(name))`,
  `CREATE TABLE copydesk.mentions (
     article_id text NOT NULL,
     entity_id text NOT NULL,
     start integer NOT NULL,
     "end" integer NOT NULL,
     text text NOT NULL,
     reference boolean NOT NULL,
     PRIMARY KEY (article_id, entity_id, start, "end"),
     FOREIGN KEY (article_id, entity_id) REFERENCES copydesk.entities (article_id, id) ON DELETE CASCADE
   )`,
  `CREATE TABLE copydesk.quotations (
     article_id text NOT NULL REFERENCES copydesk.articles (id) ON DELETE CASCADE,
     id text NOT NULL,
     n integer NOT NULL,
     start integer NOT NULL,
     "end" integer NOT NULL,
     text text NOT NULL,
     kind text NOT NULL,
     speaker text,
     speaker_entity text,
     confidence real,
     cue text,
     continues text,
     medium text,
     PRIMARY KEY (article_id, id)
   )`,
  `CREATE INDEX quotations_speaker ON copydesk.quotations (lower(speaker))`,
  `CREATE INDEX quotations_speaker_entity ON copydesk.quotations (speaker_entity)`,
  `CREATE TABLE copydesk.outbox (
     seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     type text NOT NULL,
     item_id text NOT NULL,
     payload jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     delivered_at timestamptz,
     attempts integer NOT NULL DEFAULT 0,
     next_attempt_at timestamptz NOT NULL DEFAULT now(),
     last_error text
   )`,
  `CREATE INDEX outbox_pending ON copydesk.outbox (next_attempt_at) WHERE delivered_at IS NULL`,
  `CREATE INDEX outbox_item ON copydesk.outbox (item_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['outbox', 'quotations', 'mentions', 'entities', 'paragraphs', 'articles', 'raw', 'batch_items', 'items', 'batches'];
  for (const table of tables) await sql.raw(`DROP TABLE IF EXISTS copydesk.${table}`).execute(db);
}
