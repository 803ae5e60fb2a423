/**
 * Many connections over the one session that PGlite has.
 * A unit of work is everything a connection sends up to Sync (or one simple query): units never interleave. A connection that opened a
 * transaction keeps the session until it ends it, so that transactions are truly serial; if it goes away, or sleeps too long inside, it is rolled back.
 * `search_path` is kept for each connection; notifications go to the connections that listen.
 */
import type { Socket } from 'node:net';
import {
  askPassword,
  authenticationOk,
  backendKey,
  errorResponse,
  FrameReader,
  parameterStatus,
  passwordText,
  queryText,
  readAnswer,
  readyForQuery,
  simpleQuery,
  type Frame,
} from './wire.ts';

/** The part of PGlite that is used: whole frames in, whole frames out. */
export interface WireDatabase {
  execProtocolRaw(message: Uint8Array): Promise<Uint8Array>;
}

export interface SharedSessionOptions {
  /** Sent to every new connection: server_version, TimeZone, ... */
  readonly parameters: ReadonlyMap<string, string>;
  /** Asked for when set (TCP); a unix socket is guarded by the folder's mode. */
  readonly password?: string | undefined;
  /** A connection that is idle inside a transaction for this long is cut off, ms. */
  readonly transactionIdleMs: number;
  /** Number of open connections changed. */
  readonly onConnections: (open: number) => void;
  /** The database itself broke: nothing can go on. */
  readonly onBroken: (error: unknown) => void;
}

interface Connection {
  readonly socket: Socket;
  readonly reader: FrameReader;
  readonly channels: Set<string>;
  /** Frames of the unit that is still arriving. */
  unit: Frame[];
  searchPath: string;
  authenticated: boolean;
  gone: boolean;
  idleTimer: NodeJS.Timeout | undefined;
}

interface Unit {
  readonly connection: Connection;
  readonly frames: readonly Frame[];
}

const DEFAULT_SEARCH_PATH = '"$user", public';
/** `-c search_path="bullmq"` yes; `-c work_mem=1MB` no. */
const SEARCH_PATH_OPTION = /-c\s*search_path=(\S+)/;
/** `LISTEN "jobs"` and `-- why\nLISTEN jobs;` yes; `SELECT 'LISTEN x'` no. */
const LISTEN = /^(?:\s|--[^\n]*\n)*(LISTEN|UNLISTEN)\s+(?:"([^"]+)"|([\w$]+)|(\*))\s*;?\s*$/i;

export class SharedSession {
  readonly #database: WireDatabase;
  readonly #options: SharedSessionOptions;
  readonly #connections = new Set<Connection>();
  #queue: Unit[] = [];
  #running = false;
  #owner: Connection | undefined;
  #searchPath = DEFAULT_SEARCH_PATH;
  #nextPid = 1;

  constructor(database: WireDatabase, options: SharedSessionOptions) {
    this.#database = database;
    this.#options = options;
  }

  get size(): number {
    return this.#connections.size;
  }

  attach(socket: Socket): void {
    const connection: Connection = {
      socket,
      reader: new FrameReader(),
      channels: new Set(),
      unit: [],
      searchPath: DEFAULT_SEARCH_PATH,
      authenticated: false,
      gone: false,
      idleTimer: undefined,
    };
    this.#connections.add(connection);
    this.#options.onConnections(this.#connections.size);
    socket.setNoDelay(true);
    socket.on('data', (piece) => {
      try {
        connection.reader.push(piece);
        this.#read(connection);
      } catch {
        socket.destroy();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#detach(connection));
  }

  /** Ends every connection; units that have not begun are dropped. */
  close(): void {
    this.#queue = [];
    for (const connection of this.#connections) {
      connection.socket.end(errorResponse('57P01', 'terminating connection: the embedded server is shutting down'));
      connection.socket.destroySoon();
    }
  }

  #detach(connection: Connection): void {
    if (connection.gone) return;
    connection.gone = true;
    clearTimeout(connection.idleTimer);
    this.#queue = this.#queue.filter((unit) => unit.connection !== connection);
    this.#connections.delete(connection);
    this.#options.onConnections(this.#connections.size);
    void this.#run();
  }

  #read(connection: Connection): void {
    while (!connection.reader.started) {
      const startup = connection.reader.nextStartup();
      if (startup === undefined) return;
      if (startup.kind === 'encryption') connection.socket.write('N');
      else if (startup.kind === 'cancel') connection.socket.destroy();
      else {
        connection.searchPath = SEARCH_PATH_OPTION.exec(startup.parameters.get('options') ?? '')?.[1] ?? DEFAULT_SEARCH_PATH;
        if (this.#options.password === undefined) this.#welcome(connection);
        else connection.socket.write(askPassword());
      }
    }
    for (let frame = connection.reader.next(); frame !== undefined; frame = connection.reader.next()) this.#receive(connection, frame);
  }

  #welcome(connection: Connection): void {
    connection.authenticated = true;
    const parameters = [...this.#options.parameters].map(([name, value]) => parameterStatus(name, value));
    connection.socket.write(Buffer.concat([authenticationOk(), ...parameters, backendKey(this.#nextPid++), readyForQuery('I')]));
  }

  #receive(connection: Connection, frame: Frame): void {
    if (!connection.authenticated) {
      if (frame.type === 'p' && passwordText(frame) === this.#options.password) this.#welcome(connection);
      else connection.socket.end(errorResponse('28P01', 'wrong password'));
      return;
    }
    if (frame.type === 'X') {
      connection.socket.end();
      return;
    }
    connection.unit.push(frame);
    // Flush (H) ends a unit too, or its sender would wait for ever; the session stays with it until Sync.
    if (frame.type === 'Q' || frame.type === 'S' || frame.type === 'H') {
      this.#queue.push({ connection, frames: connection.unit });
      connection.unit = [];
      void this.#run();
    }
  }

  /** Works the queue off, one unit at a time. Never rejects. */
  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (;;) {
        if (this.#owner?.gone === true) await this.#rollBack();
        const index = this.#owner === undefined ? 0 : this.#queue.findIndex((unit) => unit.connection === this.#owner);
        const unit = index < 0 ? undefined : this.#queue.splice(index, 1)[0];
        if (unit === undefined) break;
        await this.#execute(unit);
      }
    } catch (error) {
      this.#options.onBroken(error);
    } finally {
      this.#running = false;
    }
  }

  async #rollBack(): Promise<void> {
    this.#owner = undefined;
    this.#deliver(readAnswer(await this.#database.execProtocolRaw(simpleQuery('ROLLBACK'))).notifications);
  }

  async #execute({ connection, frames }: Unit): Promise<void> {
    clearTimeout(connection.idleTimer);
    if (this.#owner === undefined && connection.searchPath !== this.#searchPath) {
      await this.#database.execProtocolRaw(simpleQuery(`SET search_path TO ${connection.searchPath}`));
      this.#searchPath = connection.searchPath;
    }
    const first = frames[0] as Frame;
    const message = frames.length === 1 ? first.bytes : Buffer.concat(frames.map((frame) => frame.bytes));
    const answer = readAnswer(await this.#database.execProtocolRaw(message));
    const pending = frames.at(-1)?.type === 'H' || answer.status === 'T' || answer.status === 'E';
    this.#owner = pending ? connection : undefined;
    if (first.type === 'Q' || first.type === 'P') this.#noteListening(connection, queryText(first));
    this.#deliver(answer.notifications);
    if (!connection.gone) {
      connection.socket.write(answer.bytes);
      if (pending) connection.idleTimer = setTimeout(() => this.#cutOff(connection), this.#options.transactionIdleMs);
    }
  }

  #cutOff(connection: Connection): void {
    connection.socket.end(errorResponse('25P03', 'terminating connection: idle in transaction for too long'));
    connection.socket.destroySoon();
  }

  /** The session as a whole listens to every channel that was ever asked for; who gets what is decided here. */
  #noteListening(connection: Connection, sql: string): void {
    const match = LISTEN.exec(sql);
    if (match === null) return;
    const channel = match[2] ?? match[3]?.toLowerCase();
    if (match[1]?.toUpperCase() === 'LISTEN' && channel !== undefined) {
      connection.channels.add(channel);
      return;
    }
    if (channel === undefined) connection.channels.clear();
    else connection.channels.delete(channel);
    // The UNLISTEN went through to the session, where other connections may still listen.
    const wanted = new Set([...this.#connections].flatMap((other) => [...other.channels]));
    for (const name of wanted) this.#queue.unshift({ connection: detached(connection), frames: [listenFrame(name)] });
  }

  #deliver(notifications: ReturnType<typeof readAnswer>['notifications']): void {
    for (const { channel, bytes } of notifications) {
      for (const connection of this.#connections) if (connection.channels.has(channel)) connection.socket.write(bytes);
    }
  }
}

/** A stand-in that takes answers nobody waits for. */
function detached(connection: Connection): Connection {
  return { ...connection, channels: new Set(), unit: [], gone: true, idleTimer: undefined };
}

const listenFrame = (channel: string): Frame => ({ type: 'Q', bytes: simpleQuery(`LISTEN "${channel}"`) });
