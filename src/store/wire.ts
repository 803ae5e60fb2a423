/**
 * The PostgreSQL frontend/backend protocol 3.0, as far as the embedded server needs it (PostgreSQL manual, chapter "Frontend/Backend Protocol").
 * A frame is a type byte, a big-endian length (itself included) and the payload; the first frame of a connection has no type byte.
 */

const PROTOCOL_3_0 = 196_608;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
/** No frame of ours comes near; a larger claim is garbage, not Postgres. */
const MAX_FRAME_BYTES = 256 * 1024 * 1024;

export type StartupFrame =
  | { readonly kind: 'startup'; readonly parameters: ReadonlyMap<string, string> }
  | { readonly kind: 'encryption' }
  | { readonly kind: 'cancel' };

export interface Frame {
  /** Type byte as a letter: Q simple query, P parse, S sync, X terminate, ... */
  readonly type: string;
  /** Whole frame, header included. */
  readonly bytes: Buffer;
}

/** Cuts a byte stream into frames; a frame may arrive in many pieces. */
export class FrameReader {
  #pieces: Buffer[] = [];
  #length = 0;
  #started = false;

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  #peek(bytes: number): Buffer | undefined {
    if (this.#length < bytes) return undefined;
    if ((this.#pieces[0]?.length ?? 0) < bytes) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0];
  }

  #take(bytes: number): Buffer | undefined {
    const joined = this.#peek(bytes);
    if (joined === undefined) return undefined;
    this.#length -= bytes;
    if (joined.length === bytes) this.#pieces.shift();
    else this.#pieces[0] = joined.subarray(bytes);
    return joined.subarray(0, bytes);
  }

  /** @throws RangeError when the bytes are not this protocol. */
  nextStartup(): StartupFrame | undefined {
    if (this.#started) return undefined;
    const head = this.#peek(8);
    if (head === undefined) return undefined;
    const length = head.readInt32BE(0);
    if (length < 8 || length > 65_536) throw new RangeError('not a PostgreSQL startup frame');
    const frame = this.#take(length);
    if (frame === undefined) return undefined;
    const code = frame.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'encryption' };
    if (code === CANCEL_REQUEST) return { kind: 'cancel' };
    if (code !== PROTOCOL_3_0) throw new RangeError(`protocol version ${code} is not spoken here`);
    this.#started = true;
    const words = frame.subarray(8).toString('utf8').split('\0');
    const parameters = new Map<string, string>();
    for (let i = 0; i + 1 < words.length && words[i] !== ''; i += 2) parameters.set(words[i] as string, words[i + 1] as string);
    return { kind: 'startup', parameters };
  }

  get started(): boolean {
    return this.#started;
  }

  /** @throws RangeError when the bytes are not this protocol. */
  next(): Frame | undefined {
    const head = this.#peek(5);
    if (head === undefined) return undefined;
    const length = head.readInt32BE(1);
    if (length < 4 || length > MAX_FRAME_BYTES) throw new RangeError('not a PostgreSQL frame');
    const bytes = this.#take(length + 1);
    return bytes === undefined ? undefined : { type: String.fromCharCode(bytes[0] as number), bytes };
  }
}

function frame(type: string, payload: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(payload.length + 4, 1);
  return Buffer.concat([head, payload]);
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

export const authenticationOk = (): Buffer => frame('R', int32(0));
export const askPassword = (): Buffer => frame('R', int32(3));
export const parameterStatus = (name: string, value: string): Buffer => frame('S', Buffer.from(`${name}\0${value}\0`));
export const backendKey = (pid: number): Buffer => frame('K', Buffer.concat([int32(pid), int32(0)]));
export const readyForQuery = (status: string): Buffer => frame('Z', Buffer.from(status, 'latin1'));
export const simpleQuery = (sql: string): Buffer => frame('Q', Buffer.from(`${sql}\0`));
export const errorResponse = (code: string, message: string): Buffer =>
  frame('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`));

/** Text of a Q or P frame. */
export function queryText(frame: Frame): string {
  if (frame.type === 'Q') return frame.bytes.subarray(5, -1).toString('utf8');
  const statementEnd = frame.bytes.indexOf(0, 5);
  const textEnd = frame.bytes.indexOf(0, statementEnd + 1);
  return frame.bytes.subarray(statementEnd + 1, textEnd).toString('utf8');
}

/** Password frame: the text up to its closing NUL. */
export const passwordText = (frame: Frame): string => frame.bytes.subarray(5, -1).toString('utf8');

export interface Answer {
  /** What the asking connection gets. */
  readonly bytes: Buffer;
  /** Notification frames in it, by channel: they belong to whoever listens. */
  readonly notifications: readonly { readonly channel: string; readonly bytes: Buffer }[];
  /** I idle, T in a transaction, E in a failed one; undefined when the answer holds no ReadyForQuery. */
  readonly status: string | undefined;
}

/** Takes the server's answer apart. The bytes are always whole frames. */
export function readAnswer(raw: Uint8Array): Answer {
  const all = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const kept: Buffer[] = [];
  const notifications: { channel: string; bytes: Buffer }[] = [];
  let status: string | undefined;
  let keepFrom = 0;
  let at = 0;
  while (at + 5 <= all.length) {
    const end = at + 1 + all.readInt32BE(at + 1);
    if (all[at] === 0x5a) status = String.fromCharCode(all[at + 5] as number);
    if (all[at] === 0x41) {
      const bytes = all.subarray(at, end);
      notifications.push({ channel: bytes.subarray(9, bytes.indexOf(0, 9)).toString('utf8'), bytes });
      kept.push(all.subarray(keepFrom, at));
      keepFrom = end;
    }
    at = end;
  }
  kept.push(all.subarray(keepFrom));
  return { bytes: kept.length === 1 ? (kept[0] as Buffer) : Buffer.concat(kept), notifications, status };
}
