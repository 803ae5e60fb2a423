/** Work done many at a time, answers in order, memory bounded. */

/**
 * Runs `work` on up to `window` inputs at once and yields the answers in the order of the inputs. Takes no further input while the window is full,
 * so a slow answer at the head holds the rest back instead of piling it up. `work` must not reject.
 */
export async function* inOrder<In, Out>(inputs: AsyncIterable<In>, window: number, work: (input: In) => Promise<Out>): AsyncGenerator<Out> {
  const pending: Promise<Out>[] = [];
  for await (const input of inputs) {
    pending.push(work(input));
    if (pending.length >= window) yield await (pending.shift() as Promise<Out>);
  }
  for (const answer of pending) yield await answer;
}

/** Writes to stdout and waits while the reader of the pipe is behind. */
export async function writeOut(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  process.stdout.once('drain', resolve);
  await promise;
}
