/** Finds the embedded Postgres that owns a folder, or starts it. The server's side is embedded-server.ts. */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, type ClientConfig } from 'pg';
import { z } from 'zod';
import { childEnvironment } from '../child-environment.ts';
import { CopydeskError } from '../errors.ts';
import { moduleBeside } from '../package-files.ts';

const runSchema = z.object({ pid: z.int(), host: z.string(), port: z.int(), password: z.string().optional() });
export type EmbeddedAddress = z.infer<typeof runSchema>;

export interface EmbeddedOptions {
  readonly home: string;
  readonly lingerMs: number;
  /** Told when a server is being started, for a person. */
  readonly onStart?: (() => void) | undefined;
}

const SERVER = fileURLToPath(moduleBeside('./embedded-server', import.meta.url));
/** A fresh data folder on a slow machine takes 10 to 20 s. */
const START_LIMIT_MS = 120_000;

export function readRunFile(home: string): EmbeddedAddress | undefined {
  try {
    return runSchema.parse(JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Connection settings of an address for node-postgres. */
export function clientOptions(address: EmbeddedAddress): ClientConfig {
  return { host: address.host, port: address.port, user: 'postgres', database: 'postgres', password: address.password ?? '' };
}

/** A connected client, or undefined when nobody answers there. */
async function tryConnect(address: EmbeddedAddress): Promise<Client | undefined> {
  const client = new Client({ ...clientOptions(address), connectionTimeoutMillis: 30_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return undefined;
  }
}

interface Started {
  exitCode: number | null | undefined;
}

function startServer({ home, lingerMs }: EmbeddedOptions): Started {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const logFile = openSync(join(home, 'embedded.log'), 'a');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVER, home, String(lingerMs)], {
    cwd: home,
    detached: true,
    stdio: ['ignore', logFile, logFile],
    env: childEnvironment(),
  });
  closeSync(logFile);
  const started: Started = { exitCode: undefined };
  child.once('exit', (code) => (started.exitCode = code));
  child.once('error', () => (started.exitCode = null));
  child.unref();
  return started;
}

export interface EmbeddedLease {
  readonly address: EmbeddedAddress;
  /** An open connection: the server stays as long as it is open. */
  readonly client: Client;
}

/**
 * A lease on the server of this folder, started when nobody answers. Two callers at once end at the same server.
 * @throws CopydeskError FOLDER_LOCKED when somebody owns the folder and does not answer, STORE_UNAVAILABLE when the server does not start.
 */
export async function leaseEmbedded(options: EmbeddedOptions): Promise<EmbeddedLease> {
  const deadline = Date.now() + START_LIMIT_MS;
  let started: Started | undefined;
  let announced = false;
  for (let waitMs = 20; Date.now() < deadline; waitMs = Math.min(waitMs * 1.5, 200)) {
    const address = readRunFile(options.home);
    const client = address === undefined ? undefined : await tryConnect(address);
    if (address !== undefined && client !== undefined) return { address, client };
    const ended = started?.exitCode;
    if (ended !== undefined && ended !== 0 && ended !== 3) {
      throw new CopydeskError('STORE_UNAVAILABLE', `The embedded Postgres did not start; see ${join(options.home, 'embedded.log')}`);
    }
    if (started === undefined || ended !== undefined) {
      started = startServer(options);
      if (!announced) options.onStart?.();
      announced = true;
    }
    await pause(waitMs);
  }
  throw new CopydeskError('FOLDER_LOCKED', `The embedded Postgres in ${options.home} does not answer`);
}

/** Stops the server of this folder now. True when one was running. Its clients lose their connections. */
export async function stopEmbedded(home: string): Promise<boolean> {
  const address = readRunFile(home);
  const client = address === undefined ? undefined : await tryConnect(address);
  if (address === undefined || client === undefined) return false;
  const closed = new Promise<void>((resolve) => client.once('end', resolve));
  process.kill(address.pid, 'SIGTERM');
  await closed;
  for (let tries = 0; tries < 200 && isAlive(address.pid); tries++) await pause(25);
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
