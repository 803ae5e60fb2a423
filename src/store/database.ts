/** Opens Postgres, embedded or a server: one pool for the records, one for the queue, the same for both deployments. */
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, type ClientConfig, type PoolConfig } from 'pg';
import type { Config } from '../config.ts';
import { CopydeskError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { clientOptions, leaseEmbedded, type EmbeddedLease } from './embedded.ts';
import { migrate } from './migrations.ts';
import type { Database } from './schema.ts';

export interface OpenDatabase {
  readonly db: Kysely<Database>;
  /** A pool of its own for BullMQ (its search_path is set); made when asked for, closed with the rest. */
  queuePool(size: number): Pool;
  /** Process id of the embedded server. */
  embeddedPid(): number | undefined;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly log: Logger;
  /** Told what takes a while, for a person. */
  readonly onStep?: ((text: string) => void) | undefined;
}

const CONNECT_LIMIT_MS = 30_000;
/** A connection that is still in use so long after close() is cut off, ms: a server that hangs must not keep the process alive. */
const CLOSE_LIMIT_MS = 3000;

/** A client of a pool with the socket below it, which the types do not show. */
interface OpenClient {
  readonly connection: { readonly stream: { destroy(): void } };
}

/** Holds the embedded server's lease and takes a new one when the server dies, so that the pools find it again. */
class EmbeddedHold {
  lease: EmbeddedLease;
  #closing = false;
  readonly #config: Config;
  readonly #log: Logger;

  constructor(lease: EmbeddedLease, config: Config, log: Logger) {
    this.lease = lease;
    this.#config = config;
    this.#log = log;
    this.#watch();
  }

  #watch(): void {
    this.lease.client.once('end', () => {
      if (this.#closing) return;
      this.#log.warn('the embedded Postgres went away; starting it again');
      void this.#renew();
    });
  }

  async #renew(): Promise<void> {
    try {
      this.lease = await leaseEmbedded({ home: this.#config.home, lingerMs: this.#config.embeddedLingerMs });
    } catch (error) {
      this.#log.error({ err: error }, 'the embedded Postgres cannot be started again');
      return;
    }
    if (this.#closing) await this.lease.client.end();
    else this.#watch();
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.lease.client.end().catch(() => undefined);
  }
}

/**
 * Connects and brings the schema up to date.
 * @throws CopydeskError STORE_UNAVAILABLE, FOLDER_LOCKED
 */
export async function openDatabase(config: Config, { log, onStep }: OpenDatabaseOptions): Promise<OpenDatabase> {
  let hold: EmbeddedHold | undefined;
  if (config.databaseUrl === undefined) {
    const onStart = (): void => onStep?.(`starting the embedded Postgres in ${config.home}`);
    hold = new EmbeddedHold(await leaseEmbedded({ home: config.home, lingerMs: config.embeddedLingerMs, onStart }), config, log);
  }
  const pools: Pool[] = [];
  const connected = new Set<OpenClient>();
  const newPool = (options: PoolConfig): Pool => {
    const pool = new Pool({ ...options, connectionTimeoutMillis: CONNECT_LIMIT_MS, keepAlive: true, ...connection(config, hold) });
    pool.on('error', (error) => log.warn({ err: error }, 'a Postgres connection was lost'));
    pool.on('connect', (client) => {
      connected.add(client);
      // The pool listens to idle clients only: one that is lent out and between two queries when the server dies would end the process.
      client.on('error', () => undefined);
    });
    pool.on('remove', (client) => connected.delete(client as OpenClient));
    pools.push(pool);
    return pool;
  };
  const close = async (): Promise<void> => {
    await Promise.all(
      pools
        .map((pool) => pool.end().catch(() => undefined))
        .map((ended) => Promise.race([ended, pause(CLOSE_LIMIT_MS, undefined, { ref: false })])),
    );
    for (const client of connected) client.connection.stream.destroy();
    await hold?.close();
  };
  const pool = newPool({ max: config.dbPool, application_name: 'copydesk' });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    const applied = await migrate(db);
    if (applied.length > 0) log.info({ applied }, 'database schema brought up to date');
  } catch (error) {
    await close();
    if (error instanceof CopydeskError) throw error;
    throw new CopydeskError('STORE_UNAVAILABLE', `Postgres cannot be reached: ${reason(error)}`, { cause: error });
  }
  return {
    db,
    queuePool: (size) => newPool({ max: size, application_name: 'copydesk-queue', options: '-c search_path=bullmq' }),
    embeddedPid: () => hold?.lease.address.pid,
    close,
  };
}

function connection(config: Config, embedded: EmbeddedHold | undefined): PoolConfig {
  if (embedded === undefined) return { connectionString: config.databaseUrl };
  const hold = embedded;
  // The address is read for each new connection: after a restart of the embedded server it may be another one.
  const EmbeddedClient = class extends Client {
    constructor(options?: string | ClientConfig) {
      super({ ...(typeof options === 'object' ? options : {}), ...clientOptions(hold.lease.address) });
    }
  };
  return { Client: EmbeddedClient, idleTimeoutMillis: 0 };
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : 'unknown error';
}

/** SQLSTATE classes of a server that is gone, starting, stopping or full: 08 connection, 53 resources, 57P shutdown; and node's socket errors. */
const UNAVAILABLE_CODE = /^(?:08...|53...|57P0[1-5]|25P03|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** Conflicts that a repetition resolves: 40001 serialisation, 40P01 deadlock. */
const CONFLICT_CODE = /^40(?:001|P01)$/;
const UNAVAILABLE_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|cannot use a pool after calling end|client has encountered a connection error/i;

/** What a database error means: `unavailable` (wait for the server), `conflict` (repeat at once), or undefined (a bug or bad data). */
export function databaseTrouble(error: unknown): 'unavailable' | 'conflict' | undefined {
  if (error instanceof AggregateError) return databaseTrouble(error.errors[0]);
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CONFLICT_CODE.test(code)) return 'conflict';
  return UNAVAILABLE_CODE.test(code) || UNAVAILABLE_MESSAGE.test(error.message) ? 'unavailable' : undefined;
}

/** Repeats a transaction that lost against another one. @throws CopydeskError STORE_UNAVAILABLE when the server is gone; other errors as they are. */
export async function withRetries<T>(work: () => Promise<T>, tries = 5): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const trouble = databaseTrouble(error);
      if (trouble === 'unavailable')
        throw new CopydeskError('STORE_UNAVAILABLE', `Postgres cannot be reached: ${reason(error)}`, { cause: error });
      if (trouble !== 'conflict' || attempt >= tries) throw error;
    }
  }
}
