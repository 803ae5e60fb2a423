/** A whole input that is one article: what text and HTML share. */
import { CopydeskError } from '../../errors.ts';
import { itemOfBytes } from '../item.ts';
import type { Chunks, Found, FormatContext } from './input-format.ts';

/** All bytes, never more than the limit. @throws CopydeskError TOO_LARGE. */
export async function collect(chunks: Chunks, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) throw new CopydeskError('TOO_LARGE', `It has more than ${maxBytes.toLocaleString('en')} bytes.`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

export async function* readDocument(
  mediaType: 'text/plain' | 'text/html',
  chunks: Chunks,
  { maxBytes, declared, file, charset }: FormatContext,
): AsyncGenerator<Found> {
  yield { item: itemOfBytes(await collect(chunks, maxBytes), mediaType, { ...declared, file }, charset) };
}
