/** Bodies of POST /v1/articles: what was sent, one article at a time, as the store takes it. */
import { createHash } from 'node:crypto';
import { CopydeskError } from '../errors.ts';
import { articleId } from '../identity.ts';
import type { IncomingItem } from '../store/store.ts';
import { articleRequestSchema, type IntakeQuery } from './schemas.ts';

/** One article of a request: taken, or refused with the reason. */
export type Read = { readonly item: IncomingItem } | { readonly error: CopydeskError; readonly inputId: string | undefined };

export interface IncomingLimits {
  /** Largest article, bytes. */
  readonly maxBytes: number;
}

interface Declared {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly outlet?: string | undefined;
  readonly publishedAt?: string | undefined;
}

function toItem(bytes: Uint8Array, mediaType: IncomingItem['mediaType'], charset: string, declared: Declared): IncomingItem {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { id: inputId, url, outlet, publishedAt } = declared;
  return { id: articleId(sha256, { url, outlet }), inputId, bytes, sha256, mediaType, charset, url, outlet, publishedAt };
}

function checkDeclared({ url, publishedAt }: Declared): void {
  if (url !== undefined && !URL.canParse(url)) throw new CopydeskError('BAD_FIELD', 'url: is not a URL');
  if (publishedAt !== undefined && Number.isNaN(Date.parse(publishedAt))) {
    throw new CopydeskError('BAD_FIELD', 'publishedAt: is not an ISO 8601 date');
  }
}

function checkText(text: string, bytes: number, { maxBytes }: IncomingLimits): void {
  if (bytes > maxBytes) throw new CopydeskError('TOO_LARGE', `${bytes} bytes; the limit is ${maxBytes}`);
  if (text.trim() === '') throw new CopydeskError('EMPTY_INPUT');
}

function inputIdOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id.slice(0, 500) : undefined;
}

function attempt(inputId: string | undefined, read: () => IncomingItem): Read {
  try {
    return { item: read() };
  } catch (error) {
    if (error instanceof CopydeskError) return { error, inputId };
    throw error;
  }
}

/** One JSON object of the request. */
export function readJsonArticle(value: unknown, limits: IncomingLimits): Read {
  return attempt(inputIdOf(value), () => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CopydeskError('BAD_JSON_LINE');
    const parsed = articleRequestSchema.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new CopydeskError('BAD_FIELD', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`);
    }
    const { text, html, ...declared } = parsed.data;
    if ((text === undefined) === (html === undefined)) {
      throw new CopydeskError('MISSING_FIELD', text === undefined ? undefined : 'both text and html are given; send one');
    }
    checkDeclared(declared);
    const content = (html ?? text ?? '').toWellFormed();
    const bytes = Buffer.from(content, 'utf8');
    checkText(content, bytes.length, limits);
    return toItem(bytes, html === undefined ? 'text/plain' : 'text/html', 'utf-8', declared);
  });
}

/** JSON lines: one article a line; blank lines are passed over. */
export function readJsonLines(body: Buffer, limits: IncomingLimits): Read[] {
  return body
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        return { error: new CopydeskError('BAD_JSON_LINE', `line ${index + 1} is not JSON`), inputId: undefined };
      }
      return readJsonArticle(value, limits);
    });
}

/** A text/plain or text/html body: the bytes are kept as they came, in the charset that the header names (UTF-8 when it names none). */
export function readRawArticle(body: Buffer, contentType: string, query: IntakeQuery, limits: IncomingLimits): Read {
  return attempt(query.id, () => {
    checkDeclared(query);
    const label = /charset=["']?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
    let decoder: TextDecoder;
    try {
      decoder = new TextDecoder(label, { fatal: true });
    } catch {
      throw new CopydeskError('BAD_ENCODING', `charset ${label} is not known`);
    }
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      throw new CopydeskError('BAD_ENCODING', `the body is not ${decoder.encoding}`);
    }
    if (text.includes('\0')) throw new CopydeskError('BINARY_INPUT');
    checkText(text, body.length, limits);
    const mediaType = /^\s*text\/html/i.test(contentType) ? 'text/html' : 'text/plain';
    return toItem(body, mediaType, decoder.encoding, query);
  });
}
