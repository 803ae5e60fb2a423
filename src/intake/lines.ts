/** Splits a byte stream into lines without ever holding more than one line, and not even that when it is longer than the limit. */

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without the line end; the first `maxBytes` of it when `length` is greater. */
  readonly bytes: Buffer;
  /** Length of the whole line, bytes. */
  readonly length: number;
}

const LF = 0x0a;
const CR = 0x0d;

/** Lines end in LF or CRLF; the last one may have no end. An empty stream has no lines. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1;
  let kept: Uint8Array[] = [];
  let keptLength = 0;
  let length = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    const room = maxBytes - keptLength;
    if (room <= 0 || part.length === 0) return;
    const piece = part.length > room ? part.subarray(0, room) : part;
    kept.push(piece);
    keptLength += piece.length;
  };
  const take = (): Line => {
    let bytes = kept.length === 1 ? Buffer.from(kept[0] as Uint8Array) : Buffer.concat(kept);
    if (bytes.at(-1) === CR && length === bytes.length) bytes = bytes.subarray(0, -1);
    const line = { number, bytes, length };
    number += 1;
    kept = [];
    keptLength = 0;
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LF, start);
      if (end < 0) break;
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    // copied: the stream may use its buffer again
    if (start < chunk.length) add(Uint8Array.from(chunk.subarray(start)));
  }
  if (length > 0) yield take();
}
