/**
 * Intake: files, folders, globs and standard input become incoming items, or one refusal each, in order, streaming. A JSONL file of any size
 * takes the memory of its longest line, and never more than the limit allows.
 */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CopydeskError } from '../errors.ts';
import type { IncomingItem } from '../store/store.ts';
import { itemOfFile, itemOfInput, tooLarge } from './item.ts';
import { firstId, readJsonLine } from './json-line.ts';
import { longestLine } from './limits.ts';
import { splitLines } from './lines.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { findSources, nameOf, unreadable, type Format, type Source, type SourceOptions } from './sources.ts';

export interface IntakeOptions extends SourceOptions {
  /** Largest article, bytes. */
  readonly maxBytes: number;
  /** What "-" reads; process.stdin by default. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Format of standard input; found out from its first bytes when not given. */
  readonly stdinFormat?: Format | undefined;
  /** When the articles were fetched, for those that do not say it themselves. */
  readonly retrievedAt?: string | undefined;
}

export async function* readItems(paths: readonly string[], options: IntakeOptions): AsyncGenerator<IncomingItem | Refusal> {
  for await (const source of findSources(paths, options)) {
    if (isRefusal(source)) {
      yield source;
      continue;
    }
    try {
      for await (const found of readSource(source, options))
        yield isRefusal(found) ? found : { ...found, retrievedAt: found.retrievedAt ?? options.retrievedAt };
    } catch (error) {
      yield refuse(error instanceof CopydeskError ? error : new CopydeskError('FILE_NOT_FOUND', unreadable(error)), { file: source.file });
    }
  }
}

type Chunks = AsyncIterable<Uint8Array>;

async function* readSource(source: Source, options: IntakeOptions): AsyncGenerator<IncomingItem | Refusal> {
  let chunks = source.file === '-' ? (options.stdin ?? process.stdin) : createReadStream(source.file, { highWaterMark: 256 * 1024 });
  let { gzipped } = source;
  let format = source.file === '-' ? options.stdinFormat : source.format;
  if (source.file === '-') {
    const peeked = await peek(chunks);
    ({ chunks } = peeked);
    gzipped = peeked.head[0] === 0x1f && peeked.head[1] === 0x8b;
  }
  if (gzipped) chunks = unpack(chunks);
  if (format === undefined) {
    const peeked = await peek(chunks);
    ({ chunks } = peeked);
    format = sniff(peeked.head);
  }
  if (format === 'jsonl') yield* readLines(source.file, chunks, options);
  else yield await readWhole(source, format, chunks, options);
}

/** Reads the first chunk ahead. */
async function peek(chunks: Chunks): Promise<{ head: Uint8Array; chunks: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (first.done !== true) yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head, chunks: whole() };
}

/** JSON objects start with a brace, HTML with a tag. Undefined: take it as text unless its decoded form starts with a tag. */
function sniff(head: Uint8Array): Format | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 256)).toString('utf8');
  return /^\uFEFF?\s*\{\s*"/.test(start) ? 'jsonl' : undefined;
}

/** News text packs 3 to 12 times; a file that unpacks to more than this many times its size is made to fill the disk or the memory. */
const BOMB_RATIO = 300;
/** Below this many unpacked bytes the ratio says nothing. */
const BOMB_FLOOR = 64 * 1024 * 1024;

/** @throws CopydeskError BINARY_INPUT (not gzip, or damaged), TOO_LARGE (a bomb). */
async function* unpack(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const feed = async (): Promise<void> => {
    for await (const chunk of chunks) {
      packed += chunk.length;
      if (!gunzip.write(chunk) && !gunzip.destroyed) {
        const { promise, resolve } = Promise.withResolvers<void>();
        gunzip.once('drain', resolve).once('close', resolve);
        await promise;
      }
      if (gunzip.destroyed) return;
    }
    gunzip.end();
  };
  feed().catch((error: Error) => gunzip.destroy(error));
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > BOMB_FLOOR && unpacked > packed * BOMB_RATIO) {
        throw new CopydeskError('TOO_LARGE', `It unpacks to more than ${BOMB_RATIO} times its size; reading stopped.`);
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof CopydeskError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_') && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    throw new CopydeskError('BINARY_INPUT', code === 'Z_BUF_ERROR' ? 'The gzip file is cut off.' : 'It is not a sound gzip file.', {
      cause: error,
    });
  }
}

async function readWhole(source: Source, format: Format | undefined, chunks: Chunks, options: IntakeOptions): Promise<IncomingItem> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > options.maxBytes) throw new CopydeskError('TOO_LARGE', `It has more than ${options.maxBytes.toLocaleString('en')} bytes.`);
    parts.push(chunk);
  }
  const mediaType = format === undefined ? 'unknown' : format === 'html' ? 'text/html' : 'text/plain';
  return itemOfFile(Buffer.concat(parts), mediaType, { id: nameOf(source.file), file: source.file === '-' ? undefined : source.file });
}

async function* readLines(file: string, chunks: Chunks, options: IntakeOptions): AsyncGenerator<IncomingItem | Refusal> {
  const limit = longestLine(options.maxBytes);
  let lastLine = 0;
  try {
    for await (const line of splitLines(withoutMark(chunks), limit)) {
      lastLine = line.number;
      const place = { file, line: line.number };
      if (line.length > limit) {
        const inputId = firstId(line.bytes.subarray(0, 1024).toString('utf8'));
        yield refuse(tooLarge(line.length, options.maxBytes), { ...place, inputId });
        continue;
      }
      if (isBlank(line.bytes)) continue;
      const read = readJsonLine(line.bytes);
      if ('error' in read) {
        yield refuse(read.error, { ...place, inputId: read.inputId });
        continue;
      }
      yield takeLine(read.input, place, options.maxBytes);
    }
  } catch (error) {
    if (!(error instanceof CopydeskError)) throw error;
    // damage of the packed stream: what came before it is kept
    yield refuse(error, { file, line: lastLine + 1 });
  }
}

function takeLine(
  input: Parameters<typeof itemOfInput>[0],
  place: { file: string; line: number },
  maxBytes: number,
): IncomingItem | Refusal {
  try {
    const item = itemOfInput(input, place.file, maxBytes);
    return place.file === '-' ? { ...item, file: undefined } : item;
  } catch (error) {
    if (error instanceof CopydeskError) return refuse(error, { ...place, inputId: input.id });
    throw error;
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

/** UTF-8 without its byte order mark; UTF-16 with a mark (what PowerShell writes) as UTF-8. */
async function* withoutMark(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { head, chunks: all } = await peek(chunks);
  const wide = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
  if (wide !== undefined) {
    const decoder = new TextDecoder(wide);
    for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
    yield Buffer.from(decoder.decode(), 'utf8');
    return;
  }
  let first = true;
  for await (const chunk of all) {
    yield first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
    first = false;
  }
}
