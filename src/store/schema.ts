/** The tables as Kysely sees them. Everything of ours lives in the schema `copydesk`; BullMQ keeps its own in `bullmq`. Columns are described in docs/records.md. */
import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely';
import type { ClusterMembership, NewsRecord } from '../article.ts';
import type { ItemState } from './store.ts';

/** timestamptz: a Date when read; an ISO string or Date when written. */
type MomentOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type StampedMoment = ColumnType<Date, Date | string | undefined, Date | string>;
/** bigint: node-postgres gives a string, because 2^53 is not enough for all of them. */
type Serial = ColumnType<string, never, never>;

export interface RawTable {
  item_id: string;
  bytes: Buffer;
  sha256: string;
  size: number;
  media_type: string;
  charset: string;
}

interface BatchesTable {
  name: string;
  created_at: StampedMoment;
}

export interface ItemsTable {
  id: string;
  seq: Serial;
  /** The batch that handed it in first. All batches: batch_items. */
  batch: string;
  input_id: string | null;
  file: string | null;
  url: string | null;
  outlet: string | null;
  /** As declared, ISO 8601. */
  published_at: string | null;
  retrieved_at: string | null;
  state: ColumnType<ItemState, ItemState | undefined, ItemState>;
  /** Fences late writes: a write counts only when it carries the newest attempt. */
  attempt: Generated<number>;
  /** `attempt` when the item last came out of quarantine: attempts since then count against the limit. */
  first_attempt: Generated<number>;
  /** How often this item killed its reader. */
  kills: Generated<number>;
  reason_code: string | null;
  reason_detail: string | null;
  received_at: StampedMoment;
  updated_at: StampedMoment;
  /** When the reconciler last saw to it that a queue knows the item. */
  checked_at: StampedMoment;
}

interface BatchItemsTable {
  batch: string;
  item_id: string;
}

interface ArticlesTable {
  id: string;
  seq: Serial;
  /** Without its cluster, which changes after the record was made. Whole: wholeRecord in clusters.ts. */
  record: JSONColumnType<Omit<NewsRecord, 'cluster'>>;
  /** The record's `cluster` as it stands now. */
  cluster: JSONColumnType<ClusterMembership | null, string | null, string | null>;
  kind: string;
  headline: string;
  outlet: string | null;
  host: string | null;
  url: string | null;
  /** Start of the period that publishedAt names; null when it cannot be placed on the calendar. */
  published_at: MomentOrNull;
  language: string;
  words: number;
  originator: string | null;
  cluster_id: string | null;
  cluster_role: string | null;
  schema_version: string;
  /** Version of the wordings with which the statement index holds the article; 0: not yet. */
  statements: Generated<number>;
  stored_at: StampedMoment;
}

interface ParagraphsTable {
  article_id: string;
  n: number;
  start: number;
  end: number;
  text: string;
}

interface EntitiesTable {
  article_id: string;
  id: string;
  name: string;
  kind: string;
  wikidata: string | null;
  salience: number;
}

interface MentionsTable {
  article_id: string;
  entity_id: string;
  start: number;
  end: number;
  text: string;
  /** True for a pronoun or nominal that was resolved to the entity. */
  reference: boolean;
}

interface QuotationsTable {
  article_id: string;
  id: string;
  n: number;
  start: number;
  end: number;
  text: string;
  kind: string;
  speaker: string | null;
  speaker_entity: string | null;
  confidence: number | null;
  cue: string | null;
  continues: string | null;
  medium: string | null;
}

/** Each wording of a quotation once. */
interface StatementsTable {
  id: string;
  /** The fullest wording that it is cut from; its own id when it is that. */
  head: string;
  /** Folded surname or name; empty when nobody is named. */
  speaker: string;
  /** Folded words. */
  text: string;
  words: number;
  keys: number[];
}

/** Every place where a wording stands. */
interface AppearancesTable {
  article_id: string;
  quotation: string;
  place: string;
  statement: string;
  text: string;
  speaker: string | null;
  speaker_folded: string;
  entity: string | null;
}

interface OutboxTable {
  seq: Serial;
  type: string;
  item_id: string;
  payload: JSONColumnType<Record<string, unknown>>;
  created_at: StampedMoment;
  delivered_at: MomentOrNull;
  attempts: Generated<number>;
  next_attempt_at: StampedMoment;
  last_error: string | null;
  /** Its place among all committed events (events.ts); null until it has one. */
  position: ColumnType<string | null, never, never>;
}

export interface Database {
  'copydesk.raw': RawTable;
  'copydesk.batches': BatchesTable;
  'copydesk.items': ItemsTable;
  'copydesk.batch_items': BatchItemsTable;
  'copydesk.articles': ArticlesTable;
  'copydesk.paragraphs': ParagraphsTable;
  'copydesk.entities': EntitiesTable;
  'copydesk.mentions': MentionsTable;
  'copydesk.quotations': QuotationsTable;
  'copydesk.statements': StatementsTable;
  'copydesk.appearances': AppearancesTable;
  'copydesk.outbox': OutboxTable;
}

/** A connection pool or an open transaction. */
export type Executor = Kysely<Database>;
