/** Looks at the beginning of a stream without taking it away. */

/**
 * @param bytes look at so many, or at all there are
 * @param isEnough asked after each chunk; true ends the looking early, so that a slow writer need not send more
 */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
  bytes: number,
  isEnough: (head: Uint8Array) => boolean = () => false,
): Promise<{ readonly head: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let head: Uint8Array = new Uint8Array();
  let isOver = false;
  while (head.length < bytes) {
    const next = await iterator.next();
    if (next.done === true) {
      isOver = true;
      break;
    }
    // copied: the stream may use its buffer again
    seen.push(Uint8Array.from(next.value));
    head = seen.length === 1 ? (seen[0] ?? head) : Buffer.concat(seen);
    if (isEnough(head)) break;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* seen.splice(0);
    if (!isOver) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head, chunks: whole() };
}
