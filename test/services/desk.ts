/** A copydesk of its own for each test file, on each deployment that this machine has: own database, own queue prefix, own folder. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { readConfig, type Config, type Deployment } from '../../src/config.ts';
import { stopEmbedded } from '../../src/store/embedded.ts';

export interface Desk {
  readonly deployment: Deployment;
  /** Environment for child processes (workers). */
  readonly env: Readonly<Record<string, string>>;
  readonly config: Config;
  /** Removes database and folder. */
  remove(): Promise<void>;
}

/** What the machine can run: always embedded; the others when global-setup.ts found servers. */
export function deployments(): readonly Deployment[] {
  const postgres = inject('postgresUrl') !== null;
  const redis = postgres && inject('redisUrl') !== null;
  return ['embedded', ...(postgres ? (['postgres'] as const) : []), ...(redis ? (['postgres+redis'] as const) : [])];
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty database of its own on a server. */
export async function createDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `copydesk_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

export interface DeskOptions {
  /** COPYDESK_* settings. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  /** Servers of the test's own instead of the shared ones. */
  readonly postgresUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
}

/** Short clocks, so that faults are found out in seconds. */
const TEST_SETTINGS = {
  COPYDESK_LOG_LEVEL: 'silent',
  COPYDESK_EMBEDDED_LINGER_MS: '500',
  COPYDESK_LOCK_MS: '2000',
  COPYDESK_RETRY_DELAY_MS: '50',
  COPYDESK_RECONCILE_MS: '1000',
  COPYDESK_READ_TIMEOUT_MS: '60000',
};

export async function makeDesk(deployment: Deployment, options: DeskOptions = {}): Promise<Desk> {
  const home = mkdtempSync(join(tmpdir(), 'copydesk-home-'));
  const env: Record<string, string> = {
    ...TEST_SETTINGS,
    COPYDESK_HOME: home,
    COPYDESK_QUEUE_PREFIX: `t${randomBytes(6).toString('hex')}`,
    ...options.settings,
  };
  let drop: (() => Promise<void>) | undefined;
  if (deployment !== 'embedded') {
    const database = await createDatabase(options.postgresUrl ?? (inject('postgresUrl') as string));
    env['DATABASE_URL'] = database.url;
    drop = database.drop;
  }
  if (deployment === 'postgres+redis') env['REDIS_URL'] = options.redisUrl ?? (inject('redisUrl') as string);
  return {
    deployment,
    env,
    config: readConfig(env),
    remove: async () => {
      if (deployment === 'embedded') await stopEmbedded(home);
      await drop?.();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
