/** Work done many at a time, answers in order, memory bounded. */

/**
 * Runs `work` on up to `window` inputs at once and yields the answers in the order of the inputs, each as soon as it and those before it are there:
 * a program that writes a line and waits for its answer gets it while the input stays open. Takes no further input while the window is full,
 * so a slow answer at the head holds the rest back instead of piling it up.
 */
export async function* inOrder<In, Out>(inputs: AsyncIterable<In>, window: number, work: (input: In) => Promise<Out>): AsyncGenerator<Out> {
  const iterator = inputs[Symbol.asyncIterator]();
  const pending: Promise<Out>[] = [];
  let next: Promise<IteratorResult<In, unknown>> | undefined;
  let ended = false;
  for (;;) {
    if (!ended && pending.length < window) next ??= iterator.next();
    const [head] = pending;
    if (head === undefined && next === undefined) return;
    const first = await Promise.race([
      ...(head === undefined ? [] : [head.then((answer) => ({ answer }))]),
      ...(next === undefined ? [] : [next.then((input) => ({ input }))]),
    ]);
    if ('answer' in first) {
      void pending.shift();
      yield first.answer;
      continue;
    }
    next = undefined;
    if (first.input.done === true) {
      ended = true;
      continue;
    }
    const answer = work(first.input.value);
    // it is waited for when it is at the head; until then its failure must not end the process
    answer.catch(() => undefined);
    pending.push(answer);
  }
}

/** Writes to stdout and waits while the reader of the pipe is behind. */
export async function writeOut(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  process.stdout.once('drain', resolve);
  await promise;
}
