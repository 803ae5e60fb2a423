/** A signature as bytes, for storage: two a word, one or two a paragraph. */
import type { Signature } from './sign.ts';

/** Layout: number of words (4 bytes), words (2 bytes each, little-endian), then for each paragraph its length twice, plus one if it quotes (varint). */
export function toBytes({ words, paragraphs, quoting }: Signature): Buffer {
  const tail: number[] = [];
  const quotes = new Set(quoting);
  for (const [index, start] of paragraphs.entries()) {
    const length = (paragraphs[index + 1] ?? words.length) - start;
    let rest = length * 2 + (quotes.has(index) ? 1 : 0);
    while (rest > 127) {
      tail.push((rest & 127) | 128);
      rest >>>= 7;
    }
    tail.push(rest);
  }
  const bytes = Buffer.allocUnsafe(4 + words.length * 2 + tail.length);
  bytes.writeUInt32LE(words.length, 0);
  for (const [index, word] of words.entries()) bytes.writeUInt16LE(word, 4 + index * 2);
  bytes.set(tail, 4 + words.length * 2);
  return bytes;
}

export function fromBytes(bytes: Uint8Array): Signature {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const words = Array.from({ length: count }, (_, index) => view.getUint16(4 + index * 2, true));
  const paragraphs: number[] = [];
  const quoting: number[] = [];
  let start = 0;
  for (let at = 4 + count * 2; at < bytes.length;) {
    let value = 0;
    let byte = 0;
    let shift = 0;
    do {
      byte = bytes[at] ?? 0;
      value |= (byte & 127) << shift;
      shift += 7;
      at += 1;
    } while (byte > 127);
    if (value & 1) quoting.push(paragraphs.length);
    paragraphs.push(start);
    start += value >>> 1;
  }
  return { words, paragraphs, quoting };
}
