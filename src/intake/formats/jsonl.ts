/** JSON lines: an article a line (json-line.ts). A file of any size takes the memory of its longest line, and never more than the limit allows. */
import { asciiStart } from '../../content/kind.ts';
import { CopydeskError } from '../../errors.ts';
import { itemOfInput, tooLarge } from '../item.ts';
import { firstId, readJsonLine } from '../json-line.ts';
import { longestLine } from '../limits.ts';
import { splitLines } from '../lines.ts';
import { peek } from '../peek.ts';
import type { Chunks, Found, FormatContext, InputFormat } from './input-format.ts';

export const jsonl: InputFormat = {
  name: 'jsonl',
  endings: ['jsonl', 'ndjson'],
  mediaTypes: ['application/x-ndjson', 'application/jsonl', 'application/jsonlines', 'application/x-jsonlines'],
  sniff: (head) => /^\s*\{\s*"/.test(asciiStart(head)),
  read: readLines,
};

async function* readLines(chunks: Chunks, { maxBytes, file }: FormatContext): AsyncGenerator<Found> {
  const limit = longestLine(maxBytes);
  let lastLine = 0;
  try {
    for await (const line of splitLines(withoutMark(chunks), limit)) {
      lastLine = line.number;
      if (line.length > limit) {
        const inputId = firstId(line.bytes.subarray(0, 1024).toString('utf8'));
        yield { error: tooLarge(line.length, maxBytes), line: line.number, inputId };
      } else if (!isBlank(line.bytes)) yield { ...takeLine(line.bytes, maxBytes, file), line: line.number };
    }
  } catch (error) {
    if (!(error instanceof CopydeskError)) throw error;
    // damage of the packed stream: what came before it is kept
    yield { error, line: lastLine + 1 };
  }
}

function takeLine(bytes: Buffer, maxBytes: number, file: string | undefined): Found {
  const read = readJsonLine(bytes);
  if ('error' in read) return read;
  try {
    return { item: itemOfInput({ ...read.input, file }, maxBytes) };
  } catch (error) {
    if (error instanceof CopydeskError) return { error, inputId: read.input.id };
    throw error;
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

/** UTF-8 without its byte order mark; UTF-16 with a mark (what PowerShell writes) as UTF-8. */
async function* withoutMark(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { head, chunks: all } = await peek(chunks, 2);
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
