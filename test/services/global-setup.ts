/**
 * Brings the servers for the whole run. In this order: DATABASE_URL and REDIS_URL when set; the programs on this machine; on Debian or Ubuntu as
 * root, the distribution's redis-server and postgresql, saying so first (COPYDESK_NO_INSTALL=1 forbids it); else the parts that need a server are
 * left out, and the last lines of the run say which. CI=true or COPYDESK_FORBID_SKIPS=1 makes that a failure.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { findChromium, findPostgres, findRedis } from './programs.ts';
import { startPostgres, startRedis, type Server } from './servers.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgresUrl: string | null;
    readonly redisUrl: string | null;
  }
}

const isSet = (name: string): boolean => ['1', 'true', 'yes'].includes((process.env[name] ?? '').toLowerCase());

/** Debian's packages start a server of their own unless this says no; the tests bring theirs. */
const NO_SERVICE = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

function installOnDebian(packages: readonly string[]): void {
  const debian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (packages.length === 0 || !debian || process.getuid?.() !== 0 || isSet('COPYDESK_NO_INSTALL')) return;
  console.log(`\nTests: installing ${packages.join(' and ')} with apt-get (COPYDESK_NO_INSTALL=1 forbids it) ...`);
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 180_000 });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: 'ignore',
      timeout: 600_000,
      env: NO_SERVICE,
    });
  } catch {
    console.log('Tests: that did not work; going on without.');
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = { postgres: process.env['DATABASE_URL'] || undefined, redis: process.env['REDIS_URL'] || undefined };
  const missing = [
    ...(given.redis === undefined && findRedis() === undefined ? ['redis-server'] : []),
    ...(given.postgres === undefined && findPostgres() === undefined ? ['postgresql'] : []),
  ];
  installOnDebian(missing);
  const servers: Server[] = [];
  const own = async (start: () => Promise<Server | undefined>): Promise<string | undefined> => {
    const server = await start();
    if (server !== undefined) servers.push(server);
    return server?.url;
  };
  const postgresUrl = given.postgres ?? (await own(startPostgres));
  const redisUrl = given.redis ?? (await own(startRedis));
  project.provide('postgresUrl', postgresUrl ?? null);
  project.provide('redisUrl', redisUrl ?? null);

  const skipped = [
    ...(postgresUrl === undefined
      ? ['the deployments on a Postgres server (no postgres here; set DATABASE_URL or install postgresql)']
      : []),
    ...(redisUrl === undefined || postgresUrl === undefined
      ? ['the deployment on Redis and Postgres (set REDIS_URL and DATABASE_URL, or install redis-server and postgresql)']
      : []),
    ...(findRedis() === undefined ? ['the faults of Redis (they need a redis-server or valkey-server of their own)'] : []),
    ...(findChromium() === undefined ? ['the pages in a browser (install chromium, or set CHROMIUM_PATH)'] : []),
    ...(findPostgres() === undefined ? ['the faults of Postgres (they need initdb and postgres of their own)'] : []),
  ];
  if (skipped.length > 0 && (isSet('CI') || isSet('COPYDESK_FORBID_SKIPS'))) {
    await Promise.all(servers.map((server) => server.stop()));
    throw new Error(`skips are forbidden here, and these would be skipped: ${skipped.join('; ')}`);
  }
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
    if (skipped.length > 0) console.log(`\nSKIPPED on this machine:\n${skipped.map((what) => `  - ${what}`).join('\n')}`);
  };
}
