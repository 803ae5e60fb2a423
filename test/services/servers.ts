/** Real servers for the tests: a Redis and a Postgres of their own, on free ports, in temporary folders, gone when stopped. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { findPostgres, findRedis, freePort, ordinaryUser } from './programs.ts';

export interface Server {
  readonly url: string;
  /** SIGKILL: as if the machine had gone. The data folder stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  start(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;

/** A program that is started, killed and started again. */
function server(url: string, launch: () => ChildProcess, isReady: () => Promise<boolean>, cleanUp: () => void): Server {
  let child: ChildProcess | undefined;
  let exited: Promise<unknown> = Promise.resolve();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child?.kill(signal);
    await exited;
    child = undefined;
  };
  return {
    url,
    start: async () => {
      const started = launch();
      child = started;
      exited = new Promise((resolve) => started.once('exit', resolve));
      for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await pause(50)) {
        if (await isReady()) return;
        if (started.exitCode !== null) break;
      }
      throw new Error(`the server for ${url} did not come up`);
    },
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGKILL');
      cleanUp();
    },
  };
}

/** Undefined: no redis-server or valkey-server on this machine. */
export async function startRedis(): Promise<Server | undefined> {
  const program = findRedis();
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-redis-'));
  const port = await freePort();
  const launch = (): ChildProcess =>
    spawn(
      program,
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--save',
        '',
        '--appendonly',
        'no',
        '--maxmemory-policy',
        'noeviction',
      ],
      {
        stdio: 'ignore',
      },
    );
  const isReady = async (): Promise<boolean> => {
    const redis = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return (await redis.ping()) === 'PONG';
    } catch {
      return false;
    } finally {
      redis.disconnect();
    }
  };
  const redis = server(`redis://127.0.0.1:${port}`, launch, isReady, () => rmSync(folder, { recursive: true, force: true }));
  await redis.start();
  return redis;
}

/** Undefined: no initdb and postgres on this machine. */
export async function startPostgres(): Promise<Server | undefined> {
  const programs = findPostgres();
  if (programs === undefined) return undefined;
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const port = await freePort();
  execFileSync(programs.initdb, ['-D', folder, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const settings = [
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    folder,
    '-c',
    'max_connections=200',
    '-c',
    'fsync=off',
    '-c',
    'shared_buffers=64MB',
  ];
  const launch = (): ChildProcess => spawn(programs.postgres, ['-D', folder, ...settings], { ...user, cwd: folder, stdio: 'ignore' });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const isReady = async (): Promise<boolean> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const postgres = server(url, launch, isReady, () => rmSync(folder, { recursive: true, force: true }));
  await postgres.start();
  return postgres;
}
