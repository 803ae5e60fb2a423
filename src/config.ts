/**
 * Every setting: environment in, typed and bounded object out, parsed once at start. A wrong value is BAD_CONFIG, never a silent default.
 * docs/configuration.md is made from SETTINGS. Nothing else reads the environment (lint sees to it); child-environment.ts hands the rest of it on.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { CopydeskError } from './errors.ts';

const whole = (min: number, max: number, initial: number) => z.coerce.number().int().min(min).max(max).default(initial);
const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** One entry for each variable: its schema (default and bounds) and its line in the docs. */
const environmentSchema = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:')
    .optional()
    .describe('Postgres 14+ for the records. Not set: an embedded Postgres in COPYDESK_HOME.'),
  REDIS_URL: url('redis:', 'rediss:')
    .optional()
    .describe('Redis 7 or Valkey 8 for the queue. Not set: the queue lives in Postgres. Needs DATABASE_URL.'),
  COPYDESK_HOME: z.string().min(1).default('.copydesk').describe('Folder of the embedded Postgres.'),
  COPYDESK_ENTITIES: z
    .string()
    .min(1)
    .optional()
    .describe('File of your own entities (copydesk entities import). Not set: entities.jsonl in COPYDESK_HOME.'),
  COPYDESK_NER: z
    .enum(['builtin', 'onnx'])
    .default('builtin')
    .describe(
      'Who finds the names: the built-in tagger, or a model of your own (needs COPYDESK_NER_MODEL and a package; see docs/entities.md).',
    ),
  COPYDESK_NER_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of a token-classification model in ONNX form: config.json, tokenizer.json, onnx/model.onnx. Nothing is fetched.'),
  COPYDESK_DOM: z
    .enum(['light', 'jsdom'])
    .default('light')
    .describe(
      'DOM that HTML is read with: the small one of our own (with jsdom as a second try when it fails), or jsdom for every page, at ten times the time.',
    ),
  COPYDESK_QUEUE_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .default('copydesk')
    .describe('Prefix of the queue keys in Redis, so that several desks can share one server.'),
  COPYDESK_DB_POOL: whole(2, 100, 8).describe('Postgres connections for one process.'),
  COPYDESK_CONCURRENCY: whole(1, 256, 4).describe('Articles in flight in one worker process.'),
  COPYDESK_READERS: whole(0, 64, 0).describe('Reader child processes of one worker; 0: one a core, at most COPYDESK_CONCURRENCY.'),
  COPYDESK_READ_TIMEOUT_MS: whole(100, 600_000, 4000).describe(
    'Time limit for reading one article, ms of CPU time (six times that by the clock); then the reader is killed.',
  ),
  COPYDESK_READER_HEAP_MB: whole(64, 16_384, 512).describe('Heap cap of one reader, MB.'),
  COPYDESK_MAX_BYTES: whole(1024, 1_000_000_000, 5_000_000).describe('Largest raw article that intake accepts, bytes.'),
  COPYDESK_MAX_ATTEMPTS: whole(1, 1000, 30).describe('Attempts on one article (worker deaths included) before quarantine.'),
  COPYDESK_RETRY_DELAY_MS: whole(10, 600_000, 1000).describe('First pause before a retry, ms; doubles each time.'),
  COPYDESK_LOCK_MS: whole(1000, 600_000, 30_000).describe('A job whose worker is silent for this long is handed to another, ms.'),
  COPYDESK_SHUTDOWN_MS: whole(100, 600_000, 25_000).describe(
    'On SIGTERM: how long running articles may take to end before they are handed back, ms.',
  ),
  COPYDESK_RECONCILE_MS: whole(100, 3_600_000, 30_000).describe('Pause between two reconciler passes, ms.'),
  COPYDESK_CLUSTER_DAYS: whole(1, 3650, 30).describe(
    'Days for which a story takes in further copies, counted from each copy; what is older leaves the duplicate index, records stay.',
  ),
  COPYDESK_EVENTS_DAYS: whole(1, 3650, 30).describe(
    'Days for which delivered events stay in the outbox; then they are pruned. Without any receiver the others are pruned too.',
  ),
  COPYDESK_EMBEDDED_LINGER_MS: whole(0, 3_600_000, 2000).describe('How long the embedded Postgres outlives its last client, ms.'),
  COPYDESK_WEBHOOK_URL: url('http:', 'https:').optional().describe('Where finished records are announced (signed, Standard Webhooks).'),
  COPYDESK_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]{16,}$/)
    .optional()
    .describe('Signing secret: whsec_ and base64. Needed with COPYDESK_WEBHOOK_URL.'),
  COPYDESK_HOST: z.string().default('127.0.0.1').describe('Address the HTTP server listens on.'),
  COPYDESK_PORT: whole(0, 65_535, 3004).describe('Port of the HTTP server; 0: any free one.'),
  COPYDESK_METRICS_PORT: whole(0, 65_535, 0).describe(
    'Port on COPYDESK_HOST where a worker process answers /metrics with its own durations; 0: none. `copydesk up` has them in its /metrics.',
  ),
  COPYDESK_API_TOKEN: z.string().min(16).optional().describe('When set, HTTP requests must carry it: Authorization: Bearer <token>.'),
  COPYDESK_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least level that is logged.'),
});
type Environment = z.infer<typeof environmentSchema>;

export type Deployment = 'embedded' | 'postgres' | 'postgres+redis';

export interface Config {
  readonly deployment: Deployment;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Absolute path. */
  readonly home: string;
  /** Absolute path of the operator's entities; the file need not be there. */
  readonly entitiesFile: string;
  /** Folder of the operator's own model that finds names; undefined: the built-in tagger. */
  readonly namesModel: string | undefined;
  readonly queuePrefix: string;
  readonly dbPool: number;
  /** The DOM that HTML is read with. */
  readonly dom: 'light' | 'jsdom';
  readonly concurrency: number;
  /** 0: one a core, at most `concurrency`. */
  readonly readers: number;
  readonly readTimeoutMs: number;
  readonly readerHeapMb: number;
  readonly maxBytes: number;
  readonly maxAttempts: number;
  readonly retryDelayMs: number;
  readonly lockMs: number;
  readonly shutdownMs: number;
  readonly reconcileMs: number;
  /** Window of the duplicate index, days. */
  readonly clusterDays: number;
  /** How long delivered events are kept, days. */
  readonly eventsDays: number;
  readonly embeddedLingerMs: number;
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
  readonly host: string;
  readonly port: number;
  /** Of a worker process; 0: none. */
  readonly metricsPort: number;
  readonly apiToken: string | undefined;
  readonly logLevel: Environment['COPYDESK_LOG_LEVEL'];
  /** False when nobody asked for this level: a command with a terminal in front of it may then be quieter. */
  readonly isLogLevelGiven: boolean;
}

export interface Setting {
  readonly name: string;
  readonly description: string;
  readonly initial: string | undefined;
}

/** One row for each variable, for `copydesk doctor` and docs/configuration.md. */
export const SETTINGS: readonly Setting[] = Object.entries(environmentSchema.shape).map(([name, schema]) => {
  const initial = schema.safeParse(undefined).data;
  return { name, description: schema.description ?? '', initial: initial === undefined ? undefined : String(initial) };
});

/**
 * Reads the environment. An empty variable counts as not set.
 * @throws CopydeskError BAD_CONFIG that names the variable.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.keys(environmentSchema.shape).map((name) => [name, environment[name] || undefined]));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new CopydeskError('BAD_CONFIG', wrong);
  }
  const env = parsed.data;
  if (env.REDIS_URL !== undefined && env.DATABASE_URL === undefined) {
    throw new CopydeskError('BAD_CONFIG', 'REDIS_URL: is set without DATABASE_URL; the records need a Postgres server too');
  }
  if ((env.COPYDESK_WEBHOOK_URL === undefined) !== (env.COPYDESK_WEBHOOK_SECRET === undefined)) {
    throw new CopydeskError('BAD_CONFIG', 'COPYDESK_WEBHOOK_URL, COPYDESK_WEBHOOK_SECRET: set both or none');
  }
  if (env.COPYDESK_NER === 'onnx' && env.COPYDESK_NER_MODEL === undefined) {
    throw new CopydeskError('BAD_CONFIG', 'COPYDESK_NER: "onnx" needs COPYDESK_NER_MODEL, the folder of the model');
  }
  return {
    deployment: env.DATABASE_URL === undefined ? 'embedded' : env.REDIS_URL === undefined ? 'postgres' : 'postgres+redis',
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    home: resolve(env.COPYDESK_HOME),
    entitiesFile: resolve(env.COPYDESK_ENTITIES ?? resolve(env.COPYDESK_HOME, 'entities.jsonl')),
    namesModel: env.COPYDESK_NER === 'onnx' ? env.COPYDESK_NER_MODEL : undefined,
    queuePrefix: env.COPYDESK_QUEUE_PREFIX,
    dbPool: env.COPYDESK_DB_POOL,
    dom: env.COPYDESK_DOM,
    concurrency: env.COPYDESK_CONCURRENCY,
    readers: env.COPYDESK_READERS,
    readTimeoutMs: env.COPYDESK_READ_TIMEOUT_MS,
    readerHeapMb: env.COPYDESK_READER_HEAP_MB,
    maxBytes: env.COPYDESK_MAX_BYTES,
    maxAttempts: env.COPYDESK_MAX_ATTEMPTS,
    retryDelayMs: env.COPYDESK_RETRY_DELAY_MS,
    lockMs: env.COPYDESK_LOCK_MS,
    shutdownMs: env.COPYDESK_SHUTDOWN_MS,
    reconcileMs: env.COPYDESK_RECONCILE_MS,
    clusterDays: env.COPYDESK_CLUSTER_DAYS,
    eventsDays: env.COPYDESK_EVENTS_DAYS,
    embeddedLingerMs: env.COPYDESK_EMBEDDED_LINGER_MS,
    webhook:
      env.COPYDESK_WEBHOOK_URL !== undefined && env.COPYDESK_WEBHOOK_SECRET !== undefined
        ? { url: env.COPYDESK_WEBHOOK_URL, secret: env.COPYDESK_WEBHOOK_SECRET }
        : undefined,
    host: env.COPYDESK_HOST,
    port: env.COPYDESK_PORT,
    metricsPort: env.COPYDESK_METRICS_PORT,
    apiToken: env.COPYDESK_API_TOKEN,
    logLevel: env.COPYDESK_LOG_LEVEL,
    isLogLevelGiven: given['COPYDESK_LOG_LEVEL'] !== undefined,
  };
}

/** Columns of the terminal as the shell says it (COLUMNS), for output into a pipe; undefined when it does not. */
export function shellColumns(environment: Readonly<Record<string, string | undefined>> = process.env): number | undefined {
  return Number(environment['COLUMNS']) || undefined;
}

function hidePassword(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const parsed = new URL(value);
  if (parsed.password !== '') parsed.password = '***';
  return parsed.href;
}

/** The configuration for people and logs: passwords and secrets hidden. */
export function redactConfig(config: Config): Record<string, unknown> {
  return {
    ...config,
    databaseUrl: hidePassword(config.databaseUrl),
    redisUrl: hidePassword(config.redisUrl),
    webhook: config.webhook === undefined ? undefined : { url: config.webhook.url, secret: '***' },
    apiToken: config.apiToken === undefined ? undefined : '***',
  };
}
