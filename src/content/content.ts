/** Stored bytes as what the stages read. */
import type { ArticleInput } from '../article.ts';
import { CopydeskError } from '../errors.ts';
import type { DeclaredFacts } from './declared.ts';
import { storableText } from './storable.ts';

/** Bytes whose kind and charset intake has found, with what is declared about them. */
export interface StoredContent extends Omit<DeclaredFacts, 'id'> {
  readonly bytes: Uint8Array;
  readonly mediaType: 'text/plain' | 'text/html';
  /** WHATWG label. */
  readonly charset: string;
  readonly inputId?: string | undefined;
  readonly file?: string | undefined;
}

/**
 * The input of the stages. NUL and lone surrogates become U+FFFD before any offset is made.
 * @throws CopydeskError STAGE_FAILED when there is no such charset.
 */
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
}: StoredContent): ArticleInput {
  let text: string;
  try {
    text = storableText(new TextDecoder(charset).decode(bytes));
  } catch (error) {
    throw new CopydeskError('STAGE_FAILED', `charset ${charset} cannot be decoded`, { cause: error, stage: 'decode' });
  }
  return { id, file, url, outlet, publishedAt, retrievedAt, ...(mediaType === 'text/html' ? { html: text } : { text }) };
}
