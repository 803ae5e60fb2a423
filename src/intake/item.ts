/** Makes an incoming item out of bytes and what is declared about them. */
import { createHash } from 'node:crypto';
import type { ArticleInput } from '../article.ts';
import { CopydeskError } from '../errors.ts';
import { articleId } from '../identity.ts';
import type { IncomingItem } from '../store/store.ts';
import { decodeText } from './charset.ts';

/** The item of an input that came as JSON: kept as UTF-8. @throws CopydeskError TOO_LARGE, EMPTY_INPUT. */
export function itemOfInput(input: ArticleInput, file: string, maxBytes: number): IncomingItem {
  const content = input.html ?? input.text ?? '';
  const bytes = Buffer.from(content, 'utf8');
  if (bytes.length > maxBytes) throw tooLarge(bytes.length, maxBytes);
  refuseEmpty(content);
  return build(bytes, input.html === undefined ? 'text/plain' : 'text/html', 'utf-8', { ...input, file });
}

/** The item of a whole file: its bytes are kept as they are. @throws CopydeskError EMPTY_INPUT, BINARY_INPUT, BAD_ENCODING. */
export function itemOfFile(
  bytes: Uint8Array,
  mediaType: IncomingItem['mediaType'] | 'unknown',
  declared: ArticleInput,
  /** WHATWG label from outside (an HTTP header). */
  declaredCharset?: string,
): IncomingItem {
  if (bytes.length === 0) throw new CopydeskError('EMPTY_INPUT', 'It has 0 bytes.');
  const { charset, text } = decodeText(bytes, declaredCharset);
  refuseEmpty(text);
  const known =
    mediaType === 'unknown'
      ? /^\s*<(?:!doctype|html|head|body|\?xml|[a-z][a-z0-9]*[\s>])/i.test(text)
        ? 'text/html'
        : 'text/plain'
      : mediaType;
  return build(bytes, known, charset, declared);
}

export function tooLarge(bytes: number, maxBytes: number): CopydeskError {
  return new CopydeskError('TOO_LARGE', `It has ${bytes.toLocaleString('en')} bytes; the limit is ${maxBytes.toLocaleString('en')}.`);
}

function refuseEmpty(text: string): void {
  if (!/[^\s\0\uFEFF]/.test(text)) throw new CopydeskError('EMPTY_INPUT');
}

function build(
  bytes: Uint8Array,
  mediaType: IncomingItem['mediaType'],
  charset: string,
  { id: inputId, file, url, outlet, publishedAt, retrievedAt }: ArticleInput,
): IncomingItem {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    id: articleId(sha256, { url, outlet }),
    inputId,
    bytes,
    sha256,
    mediaType,
    charset,
    file,
    url,
    outlet,
    publishedAt,
    retrievedAt,
  };
}

/** What the stages read of an item: its bytes as text in its charset, and what is declared. NUL and lone surrogates become U+FFFD. */
export function inputOf({
  bytes,
  charset,
  mediaType,
  inputId: id,
  file,
  url,
  outlet,
  publishedAt,
  retrievedAt,
}: IncomingItem): ArticleInput {
  const text = new TextDecoder(charset).decode(bytes).replaceAll('\0', '\uFFFD').toWellFormed();
  return { id, file, url, outlet, publishedAt, retrievedAt, ...(mediaType === 'text/html' ? { html: text } : { text }) };
}
