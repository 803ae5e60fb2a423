/**
 * The embedded Postgres: a process of its own that owns the data folder, started by the first command that needs it (embedded.ts) and gone by
 * itself shortly after the last one. Usage: node embedded-server.ts <home> <lingerMs>. Exit code 3: another process owns the folder.
 *
 * The folder is owned through an exclusive lock on <home>/lock.sqlite: the kernel lets go of it when the process dies, however it dies, and two
 * starters can never both hold it. run.json says where to connect; it is a hint only, and a stale one does no harm.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { SharedSession } from './shared-session.ts';

const ALREADY_OWNED = 3;
/** The first client has this long to connect, ms. */
const FIRST_CLIENT_MS = 30_000;
/** Addresses of unix sockets hold 104 bytes on macOS, 108 on Linux. */
const MAX_SOCKET_PATH = 100;
const SOCKET_NAME = '.s.PGSQL.5432';

function lockFolder(home: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(join(home, 'lock.sqlite'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch {
    lock.close();
    return undefined;
  }
}

/** A folder whose creation was cut short holds nothing that was ever acknowledged: it is made again. */
async function openDatabase(home: string): Promise<PGlite> {
  const folder = join(home, 'postgres');
  const complete = join(home, 'postgres.complete');
  if (!existsSync(complete)) rmSync(folder, { recursive: true, force: true });
  const database = new PGlite({ dataDir: folder });
  await database.waitReady;
  if (!existsSync(complete)) writeFileSync(complete, `${new Date().toISOString()}\n`);
  return database;
}

/** Folder that holds the socket: the home itself, or one under the temporary folder when the home's path is too long. */
function socketFolder(home: string): string {
  if (join(home, SOCKET_NAME).length <= MAX_SOCKET_PATH) return home;
  const folder = join(tmpdir(), `copydesk-${randomBytes(8).toString('hex')}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

async function serverParameters(database: PGlite): Promise<Map<string, string>> {
  const names = [
    'server_version',
    'server_encoding',
    'client_encoding',
    'DateStyle',
    'TimeZone',
    'integer_datetimes',
    'standard_conforming_strings',
  ];
  const parameters = new Map<string, string>();
  for (const name of names) {
    const { rows } = await database.query<{ value: string }>('SELECT current_setting($1) AS value', [name]);
    parameters.set(name, rows[0]?.value ?? '');
  }
  return parameters;
}

async function serve(home: string, lingerMs: number): Promise<void> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const lock = lockFolder(home);
  if (lock === undefined) process.exit(ALREADY_OWNED);
  const runFile = join(home, 'run.json');
  // Whatever it says is from an owner that died. Gone before we listen, so that nobody takes our socket for another process's.
  rmSync(runFile, { force: true });
  const database = await openDatabase(home);
  const windows = process.platform === 'win32';
  const password = windows ? randomBytes(24).toString('hex') : undefined;
  const folder = windows ? undefined : socketFolder(home);

  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    rmSync(runFile, { force: true });
    server.close();
    session.close();
    if (code === 0) await database.close();
    if (folder !== undefined && folder !== home) rmSync(folder, { recursive: true, force: true });
    lock.close();
    process.exit(code);
  };

  let lingerTimer: NodeJS.Timeout | undefined;
  const leaveUnlessNeeded = (afterMs: number): void => {
    clearTimeout(lingerTimer);
    lingerTimer = setTimeout(() => session.size === 0 && void stop(0), afterMs);
  };
  const session = new SharedSession(database, {
    parameters: await serverParameters(database),
    password,
    transactionIdleMs: 60_000,
    onConnections: (open) => (open === 0 ? leaveUnlessNeeded(lingerMs) : clearTimeout(lingerTimer)),
    onBroken: (error) => {
      console.error(error);
      void stop(1);
    },
  });
  const server = createServer((socket) => session.attach(socket));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (folder === undefined) server.listen(0, '127.0.0.1', resolve);
    else {
      rmSync(join(folder, SOCKET_NAME), { force: true });
      server.listen(join(folder, SOCKET_NAME), resolve);
    }
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 5432;
  const where = { pid: process.pid, host: folder ?? '127.0.0.1', port, password, startedAt: new Date().toISOString() };
  writeFileSync(`${runFile}.new`, JSON.stringify(where), { mode: 0o600 });
  renameSync(`${runFile}.new`, runFile);
  leaveUnlessNeeded(FIRST_CLIENT_MS);
}

const [home, lingerMs] = process.argv.slice(2);
if (home === undefined || lingerMs === undefined) {
  console.error('usage: embedded-server <home> <lingerMs>');
  process.exit(64);
}
await serve(home, Number(lingerMs));
