/**
 * Intake: files, folders, globs and standard input become incoming items, or one refusal each, in order, streaming. How a file is read is the
 * business of its format (formats/).
 */
import { createReadStream } from 'node:fs';
import { CopydeskError } from '../errors.ts';
import type { IncomingItem } from '../store/store.ts';
import { sniffFormat } from './formats/formats.ts';
import type { Chunks, InputFormat } from './formats/input-format.ts';
import { gunzip } from './gunzip.ts';
import { peek } from './peek.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { findSources, nameOf, unreadable, type Source, type SourceOptions } from './sources.ts';

export interface IntakeOptions extends SourceOptions {
  /** Largest article, bytes. */
  readonly maxBytes: number;
  /** What "-" reads; process.stdin by default. */
  readonly stdin?: Chunks | undefined;
  /** Format of standard input; found out from its first bytes when not given. */
  readonly stdinFormat?: InputFormat | undefined;
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

/** Bytes read at once. */
const READ_BYTES = 256 * 1024;

async function* readSource(source: Source, options: IntakeOptions): AsyncGenerator<IncomingItem | Refusal> {
  const isStdin = source.file === '-';
  let chunks: Chunks = isStdin ? (options.stdin ?? process.stdin) : createReadStream(source.file, { highWaterMark: READ_BYTES });
  let { isPacked } = source;
  if (isStdin) {
    const peeked = await peek(chunks, 2);
    ({ chunks } = peeked);
    isPacked = peeked.head[0] === 0x1f && peeked.head[1] === 0x8b;
  }
  if (isPacked) chunks = gunzip(chunks);
  let format = isStdin ? options.stdinFormat : source.format;
  if (format === undefined) ({ format, chunks } = await sniffFormat(chunks));
  const file = isStdin ? undefined : source.file;
  const context = { maxBytes: options.maxBytes, file, declared: { id: nameOf(source.file) } };
  for await (const found of format.read(chunks, context))
    yield 'item' in found ? found.item : refuse(found.error, { file: source.file, ...placeOf(found) });
}

/** Only what is known: a refusal of a whole file has no line. */
const placeOf = ({
  line,
  inputId,
}: {
  line?: number | undefined;
  inputId?: string | undefined;
}): { line?: number; inputId?: string | undefined } => (line === undefined ? {} : { line, inputId });
