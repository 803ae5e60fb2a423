/** Makes an incoming item out of bytes and what is declared about them. */
import { createHash } from 'node:crypto';
import type { ArticleInput } from '../article.ts';
import { CopydeskError } from '../errors.ts';
import { articleId } from '../identity.ts';
import type { IncomingItem } from '../store/store.ts';
import { decodeText } from '../content/charset.ts';
import { problemOfDeclared, type DeclaredFacts } from '../content/declared.ts';

/** The item of an input that came as JSON: kept as UTF-8. @throws CopydeskError TOO_LARGE, EMPTY_INPUT. */
export function itemOfInput(input: ArticleInput, maxBytes: number): IncomingItem {
  const content = input.html ?? input.text ?? '';
  const bytes = Buffer.from(content, 'utf8');
  if (bytes.length > maxBytes) throw tooLarge(bytes.length, maxBytes);
  refuseEmpty(content);
  return build(bytes, input.html === undefined ? 'text/plain' : 'text/html', 'utf-8', input);
}

/** The item of a whole document: its bytes are kept as they are. @throws CopydeskError BAD_FIELD, EMPTY_INPUT, BINARY_INPUT, BAD_ENCODING. */
export function itemOfBytes(
  bytes: Uint8Array,
  mediaType: IncomingItem['mediaType'],
  declared: DeclaredFacts & { readonly file?: string | undefined },
  /** WHATWG label from outside (an HTTP header). */
  declaredCharset?: string,
): IncomingItem {
  const problem = problemOfDeclared(declared);
  if (problem !== undefined) throw new CopydeskError('BAD_FIELD', problem);
  if (bytes.length === 0) throw new CopydeskError('EMPTY_INPUT', 'It has 0 bytes.');
  const { charset, text } = decodeText(bytes, declaredCharset);
  refuseEmpty(text);
  return build(bytes, mediaType, charset, declared);
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
