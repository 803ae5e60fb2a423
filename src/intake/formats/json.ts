/** One JSON document: an article, or a list of them. By media type only, for requests; large files of many articles are JSON lines. */
import { CopydeskError } from '../../errors.ts';
import { itemOfInput } from '../item.ts';
import { readJsonValue } from '../json-line.ts';
import { longestLine } from '../limits.ts';
import { collect } from './document.ts';
import type { Chunks, Found, FormatContext, InputFormat } from './input-format.ts';

/** A list is held whole: room for so many of the largest articles, as JSON. */
const LARGEST_ARTICLES = 16;
/** A list of many small articles has this much room, bytes, however small the limit of one article is. */
const LEAST_ROOM = 64 * 1024 * 1024;

export const json: InputFormat = {
  name: 'json',
  endings: [],
  mediaTypes: ['application/json'],
  sniff: () => false,
  read: readValues,
};

/** @throws CopydeskError BAD_ENCODING, BAD_JSON_LINE: nothing of it can be read. */
async function* readValues(chunks: Chunks, { maxBytes, file }: FormatContext): AsyncGenerator<Found> {
  const bytes = await collect(chunks, Math.max(LEAST_ROOM, longestLine(maxBytes) * LARGEST_ARTICLES));
  const value = parse(bytes);
  for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const read = readJsonValue(one);
    if ('error' in read) yield read;
    else yield takeArticle({ ...read.input, file }, maxBytes);
  }
}

function takeArticle(input: Parameters<typeof itemOfInput>[0], maxBytes: number): Found {
  try {
    return { item: itemOfInput(input, maxBytes) };
  } catch (error) {
    if (error instanceof CopydeskError) return { error, inputId: input.id };
    throw error;
  }
}

function parse(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CopydeskError('BAD_ENCODING', 'JSON is always UTF-8; this body is not', { cause: error });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new CopydeskError('BAD_JSON_LINE', 'the body is not JSON', { cause: error });
  }
}
