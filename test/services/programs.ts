/** Finds the server programs on this machine, and an ordinary user for those that refuse to run as root. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function findProgram(names: readonly string[], folders: readonly string[] = []): string | undefined {
  const searched = [...(process.env['PATH'] ?? '').split(delimiter), ...folders];
  return names.flatMap((name) => searched.map((folder) => join(folder, name))).find(isProgram);
}

export const findRedis = (): string | undefined => findProgram(['redis-server', 'valkey-server']);

/** CHROMIUM_PATH, else what is installed. */
export const findChromium = (): string | undefined =>
  process.env['CHROMIUM_PATH'] || findProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']);

/** Folder of initdb and postgres. Debian keeps them off the PATH, a folder for each version. */
export function findPostgres(): { initdb: string; postgres: string } | undefined {
  let debian: string[] = [];
  try {
    debian = readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`);
  } catch {
    // Not a Debian, or no Postgres on it.
  }
  const newestFirst = debian.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const initdb = findProgram(['initdb'], newestFirst);
  const postgres = findProgram(['postgres'], newestFirst);
  return initdb === undefined || postgres === undefined ? undefined : { initdb, postgres };
}

/** Postgres refuses to run as root: the user it runs as instead. Empty when we are not root. */
export function ordinaryUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const ask = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: ask('-u'), gid: ask('-g') };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error('running as root, and there is no user postgres or nobody to run the Postgres of the tests as');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
