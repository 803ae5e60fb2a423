/** Brings the schema `copydesk` up to date. A new migration is one file in migrations/ and one line here; files that were released never change. */
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { CopydeskError } from '../errors.ts';
import * as records from './migrations/0001-records.ts';
import * as duplicates from './migrations/0002-duplicates.ts';
import * as clusterLocks from './migrations/0003-cluster-locks.ts';
import * as clusterColumn from './migrations/0004-cluster-column.ts';
import * as statements from './migrations/0006-statements.ts';
import * as duplicateFunctions from './migrations/0007-duplicate-functions.ts';
import * as outletLines from './migrations/0008-outlet-lines.ts';
import * as retrievedAt from './migrations/0009-retrieved-at.ts';
import * as heads from './migrations/0010-members-name-their-head.ts';
import * as counts from './migrations/0011-counts.ts';
import * as eventPositions from './migrations/0012-event-positions.ts';
import type { Database } from './schema.ts';

/** In order; the key is the file's name. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-records': records,
  '0002-duplicates': duplicates,
  '0003-cluster-locks': clusterLocks,
  '0004-cluster-column': clusterColumn,
  '0006-statements': statements,
  '0007-duplicate-functions': duplicateFunctions,
  '0008-outlet-lines': outletLines,
  '0009-retrieved-at': retrievedAt,
  '0010-members-name-their-head': heads,
  '0011-counts': counts,
  '0012-event-positions': eventPositions,
};

const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS);

/**
 * Applies what is missing; several processes may start at once (advisory lock). Answers the names applied now.
 * @throws CopydeskError STORE_UNAVAILABLE
 */
export async function migrate(db: Kysely<Database>): Promise<readonly string[]> {
  const applied = await appliedMigrations(db);
  if (MIGRATION_NAMES.every((name) => applied.includes(name))) return [];
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    migrationTableSchema: 'copydesk',
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new CopydeskError(
      'STORE_UNAVAILABLE',
      `The database schema could not be brought up to date: ${error instanceof Error ? error.message : 'unknown error'}`,
      { cause: error },
    );
  }
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

export async function appliedMigrations(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ exists: boolean }>`SELECT to_regclass('copydesk.migrations') IS NOT NULL AS exists`.execute(db);
  if (rows[0]?.exists !== true) return [];
  const names = await sql<{ name: string }>`SELECT name FROM copydesk.migrations ORDER BY name`.execute(db);
  return names.rows.map((row) => row.name);
}
