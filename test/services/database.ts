/** The database of a desk, open for the tests of one deployment. */
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Deployment } from '../../src/config.ts';
import { openDatabase, type OpenDatabase } from '../../src/store/database.ts';
import { deployments, makeDesk, type Desk, type DeskOptions } from './desk.ts';

/** The deployments whose databases differ: Redis holds no records. */
export const databaseDeployments = (): readonly Deployment[] => deployments().filter((deployment) => deployment !== 'postgres+redis');

/** Makes a desk and opens its database before the tests around, and removes both after them. */
export function useDatabase(deployment: Deployment, onOpen: (database: OpenDatabase, desk: Desk) => void, options: DeskOptions = {}): void {
  let desk: Desk | undefined;
  let database: OpenDatabase | undefined;
  beforeAll(async () => {
    desk = await makeDesk(deployment, options);
    database = await openDatabase(desk.config, { log: pino({ level: 'silent' }) });
    onOpen(database, desk);
  });
  afterAll(async () => {
    await database?.close();
    await desk?.remove();
  });
}
