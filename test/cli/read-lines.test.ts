import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import { newsRecordSchema } from '../../src/article.ts';
import { parseLines, run, start } from './command.ts';

const STORY =
  'Mayor opens bridge\n\nThe bridge over the Ouse was opened on Monday.\n\n“It is open,” Mayor Ann Lee said on Monday. “We are glad.”';

type Answer = NewsRecord | { inputId: string | null; error: { code: string; message: string; remedy: string } };

test('one record or error a line, in order, with the ids that came in', async () => {
  const lines = [
    JSON.stringify({ id: 'first', text: STORY.repeat(200) }),
    JSON.stringify({ id: 'second', html: `<html><body><h1>Bridge</h1><p>${STORY}</p></body></html>`, url: 'https://news.example/bridge' }),
    '{"id":"third","text":"cut of',
    '',
    '{"id":"fourth"}',
    '[1, 2]',
    JSON.stringify({ id: 5, text: STORY }),
    JSON.stringify({ text: STORY }),
    JSON.stringify({ id: 'big', text: 'x'.repeat(200_000) }),
    JSON.stringify({ id: 'last', text: '' }),
  ];
  const { code, stdout, stderr } = await run(['read', '--jsonl', '--workers', '2'], {
    stdin: lines.join('\n'),
    env: { COPYDESK_MAX_BYTES: '100000' },
  });
  const answers = parseLines<Answer>(stdout);
  expect(stderr).toBe('');
  expect(code).toBe(2);
  expect(
    answers.map((answer) => ('error' in answer ? [answer.inputId, answer.error.code] : [answer.inputId, answer.body.words > 0])),
  ).toEqual([
    ['first', true],
    ['second', true],
    ['third', 'BAD_JSON_LINE'],
    ['fourth', 'MISSING_FIELD'],
    [null, 'BAD_JSON_LINE'],
    ['5', true],
    [undefined, true],
    ['big', 'TOO_LARGE'],
    ['last', false],
  ]);
  const errors = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []));
  for (const error of errors)
    expect(error).toEqual({ code: expect.any(String), message: expect.stringMatching(/^line \d+: /), remedy: expect.any(String) });
  const records = answers.filter((answer) => !('error' in answer));
  for (const record of records) expect(newsRecordSchema.safeParse(record).error).toBeUndefined();
}, 120_000);

test.each([
  { name: 'spaces, blank lines and tabs', text: '  One.\n\n\n\tTwo  \n ' },
  { name: 'no letters', text: '\n\n' },
  { name: 'other line ends and letters beyond the basic plane', text: 'Zoë 👩‍👩‍👧\r\n“Ça va,” said 李.\u2028End' },
])(
  '--clean=none takes the text exactly as it is: $name',
  async ({ text }) => {
    const { code, stdout } = await run(['read', '--jsonl', '--clean=none', '--stages', 'clean,entities,quotes'], {
      stdin: JSON.stringify({ id: 'a', text }),
    });
    const [record] = parseLines<NewsRecord>(stdout);
    expect(record?.body.text).toBe(text);
    expect(Object.keys(record?.timings ?? {}).toSorted()).toEqual(['clean', 'entities', 'quotes']);
    expect(code).toBe(0);
  },
  60_000,
);

test('--stages limits the work', async () => {
  const { stdout } = await run(['read', '--jsonl', '--stages', 'clean'], { stdin: JSON.stringify({ id: 'a', text: STORY }) });
  const [record] = parseLines<NewsRecord>(stdout);
  expect(record).toMatchObject({ entities: [], quotations: [], headline: 'Mayor opens bridge' });
  expect(Object.keys(record?.timings ?? {})).toEqual(['clean']);
}, 60_000);

test('it streams: answers come while the input is still open, and memory does not grow with it', async () => {
  const child = start(['read', '--jsonl', '--clean=none', '--stages', 'clean', '--workers', '1']);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write(`${JSON.stringify({ id: '0', text: 'First.' })}\n`.repeat(10));
  const first = (await answers.next()) as { value: string };
  expect(JSON.parse(first.value)).toMatchObject({ inputId: '0' });
  child.stdin.end();
  let rest = 0;
  for (let next = await answers.next(); next.done !== true; next = await answers.next()) rest += 1;
  expect(rest).toBe(9);
  if (child.exitCode === null) await once(child, 'close');
  expect(child.exitCode).toBe(0);
}, 60_000);

test('a program that writes one line and waits for its answer gets it', async () => {
  const child = start(['read', '--jsonl', '--clean=none', '--stages', 'clean', '--workers', '2']);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of ['a', 'b']) {
    child.stdin.write(`${JSON.stringify({ id, text: 'A word.' })}\n`);
    const answer = (await answers.next()) as { value: string };
    expect(JSON.parse(answer.value)).toMatchObject({ inputId: id });
  }
  child.stdin.end();
  if (child.exitCode === null) await once(child, 'close');
  expect(child.exitCode).toBe(0);
}, 60_000);

test('a reader of the pipe that stops early is no failure', async () => {
  const child = start(['read', '--jsonl', '--clean=none', '--stages', 'clean', '--workers', '1']);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.on('error', () => {});
  child.stdin.end(`${JSON.stringify({ id: 'a', text: 'Words. '.repeat(2000) })}\n`.repeat(300));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number];
  expect(stderr).toBe('');
  expect(code).toBe(0);
}, 60_000);
