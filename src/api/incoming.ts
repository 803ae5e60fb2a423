/** Bodies of POST /v1/articles: what was sent, one article at a time, by the same rules as files and JSON lines of the command line. */
import { instantSchema } from '../article.ts';
import { CopydeskError } from '../errors.ts';
import { charsetLabel } from '../intake/charset.ts';
import { itemOfFile, itemOfInput, tooLarge } from '../intake/item.ts';
import { readJsonLine } from '../intake/json-line.ts';
import type { IncomingItem } from '../store/store.ts';
import type { IntakeQuery } from './schemas.ts';

/** One article of a request: taken, or refused with the reason. */
export type Read = { readonly item: IncomingItem } | { readonly error: CopydeskError; readonly inputId: string | undefined };

export interface IncomingLimits {
  /** Largest article, bytes. */
  readonly maxBytes: number;
}

function attempt(inputId: string | undefined, read: () => IncomingItem): Read {
  try {
    // There is no file behind a request.
    return { item: { ...read(), file: undefined } };
  } catch (error) {
    if (error instanceof CopydeskError) return { error, inputId };
    throw error;
  }
}

function readLine(line: Buffer, { maxBytes }: IncomingLimits): Read {
  const read = readJsonLine(line);
  return 'error' in read ? read : attempt(read.inputId, () => itemOfInput(read.input, '', maxBytes));
}

/** One JSON value of the request. */
export function readJsonArticle(value: unknown, limits: IncomingLimits): Read {
  return readLine(Buffer.from(JSON.stringify(value)), limits);
}

const LINE_FEED = 0x0a;

/** JSON lines: one article a line; blank lines are passed over. */
export function readJsonLines(body: Buffer, limits: IncomingLimits): Read[] {
  const reads: Read[] = [];
  for (let start = 0; start < body.length;) {
    const found = body.indexOf(LINE_FEED, start);
    const end = found < 0 ? body.length : found;
    const line = body.subarray(start, end);
    if (line.some((byte) => byte > 0x20)) reads.push(readLine(line, limits));
    start = end + 1;
  }
  return reads;
}

/** A text/plain or text/html body: the bytes are kept as they came. The charset of the header is believed over that of the page. */
export function readRawArticle(body: Buffer, contentType: string, query: IntakeQuery, { maxBytes }: IncomingLimits): Read {
  const { id, url, outlet, publishedAt, retrievedAt } = query;
  return attempt(id, () => {
    if (body.length > maxBytes) throw tooLarge(body.length, maxBytes);
    if (url !== undefined && !URL.canParse(url)) throw new CopydeskError('BAD_FIELD', '"url": is not a URL');
    if (publishedAt !== undefined && Number.isNaN(Date.parse(publishedAt))) {
      throw new CopydeskError('BAD_FIELD', '"publishedAt": is not an ISO 8601 date');
    }
    const instant = instantSchema.optional().safeParse(retrievedAt);
    if (!instant.success) throw new CopydeskError('BAD_FIELD', `"retrievedAt": ${instant.error.issues[0]?.message ?? 'wrong'}`);
    const named = /charset=["']?([\w.:-]{1,40})/i.exec(contentType)?.[1];
    const charset = named === undefined ? undefined : charsetLabel(named);
    if (named !== undefined && charset === undefined) throw new CopydeskError('BAD_ENCODING', `There is no charset ${named}.`);
    const mediaType = /^\s*text\/html/i.test(contentType) ? 'text/html' : 'text/plain';
    return itemOfFile(body, mediaType, { id, url, outlet, publishedAt, retrievedAt }, charset);
  });
}
