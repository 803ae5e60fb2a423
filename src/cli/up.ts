/** `copydesk up`: everything in one process: store (embedded when none is set), worker, HTTP server with the pages. */
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { readConfig, type Config } from '../config.ts';
import { CopydeskError } from '../errors.ts';
import { createLogger } from '../log.ts';
import { openService, type ProcessWorker, type Service } from '../service.ts';
import { wholeNumber } from './number-option.ts';
import { paint } from './paint.ts';

export interface UpOptions {
  readonly port?: number;
  readonly host?: string;
  /** `--no-worker`: take articles in and show records, but read none here. */
  readonly worker: boolean;
  readonly json?: true;
}

export function command(): Command {
  return new Command('up')
    .description(
      'Runs everything here until it is stopped: the database (embedded unless DATABASE_URL is set), a worker, and HTTP with the pages.',
    )
    .option('--port <number>', 'port of the HTTP server; 0 takes any free one (default: COPYDESK_PORT, 3004)', wholeNumber(0, 65_535))
    .option('--host <address>', 'address it listens on (default: COPYDESK_HOST, 127.0.0.1)')
    .option('--no-worker', 'take articles in and show records, but leave the reading to other processes')
    .option('--json', 'one JSON line on standard output when it is up')
    .addHelpText(
      'after',
      `
Examples:
  $ copydesk up                           then open http://127.0.0.1:3004
  $ copydesk up --port 8080 --host 0.0.0.0
  $ DATABASE_URL=postgres://… REDIS_URL=redis://… copydesk up --no-worker`,
    )
    .action(up);
}

/** Logs would bury the banner: in a terminal only warnings are written, unless a level is asked for. */
function logLevel(config: Config): string {
  return process.stderr.isTTY && !config.isLogLevelGiven ? 'warn' : config.logLevel;
}

const hostOf = (url: string | undefined): string => (url === undefined ? '' : new URL(url).host);

function whereThingsAre({ config, deployment }: Service): readonly (readonly [string, string])[] {
  if (deployment === 'embedded') return [['records', `embedded Postgres in ${config.home}`]];
  const records = ['records', `Postgres at ${hostOf(config.databaseUrl)}`] as const;
  return deployment === 'postgres' ? [records] : [records, ['queue', `Redis at ${hostOf(config.redisUrl)}`]];
}

function banner(service: Service, url: string, options: UpOptions): string {
  const rows: readonly (readonly [string, string])[] = [
    ['desk', paint.strong(`${url}/`)],
    ['queues', `${url}/queues`],
    ['intake', `POST ${url}/v1/articles`],
    ...whereThingsAre(service),
    ['reading', options.worker ? `up to ${service.config.concurrency} articles at a time, here` : 'by other processes (--no-worker)'],
  ];
  const lines = rows.map(([name, what]) => `  ${paint.faint(name.padEnd(9))}${what}`);
  return [
    '',
    paint.good('Copydesk is up.'),
    '',
    ...lines,
    '',
    `Next, in another terminal: ${paint.strong('npx copydesk ingest seeds/*.txt --wait')}`,
    paint.faint('Ctrl-C stops it; articles that are being read are finished first.'),
    '',
  ].join('\n');
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let stopping = false;
    const stop = (signal: NodeJS.Signals): void => {
      if (stopping) process.exit(130);
      stopping = true;
      resolve(signal);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

/** An IPv6 address stands in brackets; an address that means "all" is reached on this machine. */
function urlOf({ address, port, family }: AddressInfo): string {
  const host = address === '::' || address === '0.0.0.0' ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

/** For people: standard output stays free for --json. */
function say(text: string): void {
  console.error(text);
}

async function up(options: UpOptions): Promise<void> {
  const config = readConfig();
  const host = options.host ?? config.host;
  const port = options.port ?? config.port;
  const stopped = untilStopped();
  const [{ createServer, createMetrics }, service] = await Promise.all([
    import('../api/index.ts'),
    openService(config, { log: createLogger(logLevel(config)), onStep: (step) => say(paint.faint(`${step} …`)) }),
  ]);
  let worker: ProcessWorker | undefined;
  try {
    const metrics = createMetrics();
    const server = await createServer(service, { host, metrics });
    try {
      await server.listen({ host, port }).catch((error: unknown) => {
        throw new CopydeskError('BAD_ARGUMENT', `cannot listen on ${host} port ${port}: ${(error as Error).message}. Try --port 0.`, {
          cause: error,
        });
      });
      if (options.worker) worker = await service.startProcessWorker({ onItem: metrics.observeArticle });
      const url = urlOf(server.server.address() as AddressInfo);
      if (options.json)
        console.log(JSON.stringify({ up: { url, deployment: service.deployment, worker: options.worker, pid: process.pid } }));
      else say(banner(service, url, options));
      if (!/^(localhost|127\.|::1$)/.test(host) && config.apiToken === undefined) {
        service.log.warn({ host }, 'anyone who reaches this address may hand in and read articles: set COPYDESK_API_TOKEN');
      }
      const signal = await stopped;
      if (!options.json) say(paint.faint(`${signal}: finishing what is being read …`));
    } finally {
      await server.close();
    }
  } finally {
    await worker?.close();
    await service.close();
  }
  if (!options.json) say('Stopped. Nothing is lost; copydesk up goes on from here.');
}
