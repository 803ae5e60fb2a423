import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from '../../src/cli/ordered-output.ts';

async function* upTo(count: number, taken: number[] = []): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) {
    taken.push(n);
    yield n;
  }
}

test('answers come in the order of the inputs, whoever is ready first', async () => {
  const answers: number[] = [];
  for await (const answer of inOrder(upTo(20), 6, (n) => pause((n * 7) % 11, n))) answers.push(answer);
  expect(answers).toEqual([...Array(20).keys()]);
});

test('a slow answer at the head holds the input back at the size of the window', async () => {
  const taken: number[] = [];
  const head = Promise.withResolvers<void>();
  const answers = inOrder(upTo(50, taken), 4, async (n) => {
    if (n === 0) await head.promise;
    return n;
  });
  const first = answers.next();
  await pause(20);
  expect(taken).toEqual([0, 1, 2, 3]);
  head.resolve();
  expect((await first).value).toBe(0);
  let rest = 0;
  for await (const _ of answers) rest += 1;
  expect(rest).toBe(49);
});

test('an answer does not wait for the next input', async () => {
  const silence = Promise.withResolvers<void>();
  async function* silentAfterOne(): AsyncGenerator<number> {
    yield 1;
    await silence.promise;
  }
  const answers = inOrder(silentAfterOne(), 8, (n) => Promise.resolve(n));
  expect(await answers.next()).toEqual({ done: false, value: 1 });
  silence.resolve();
  expect(await answers.next()).toEqual({ done: true, value: undefined });
});

test('what goes wrong with an input or its work is thrown, in its turn', async () => {
  const failing = inOrder(upTo(3), 3, (n) => (n === 2 ? Promise.reject(new Error('third')) : pause(5, n)));
  expect((await failing.next()).value).toBe(0);
  expect((await failing.next()).value).toBe(1);
  await expect(failing.next()).rejects.toThrow('third');
});
