/** `copydesk/store`: the database as Kysely tables, for programs that ask it themselves. */
export { openDatabase, type OpenDatabase } from './database.ts';
export { findViolations } from './invariants.ts';
export { migrate } from './migrations.ts';
export type { Database, Executor } from './schema.ts';
export {
  ITEM_STATES,
  type Acceptance,
  type BatchStatus,
  type IncomingItem,
  type ItemState,
  type StoredItem,
  type Violation,
} from './store.ts';
