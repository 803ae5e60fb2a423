import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERRORS } from '../../src/errors.ts';
import { readItems, type IntakeOptions } from '../../src/intake/intake.ts';
import { isRefusal, type Refusal } from '../../src/intake/refusal.ts';
import type { IncomingItem } from '../../src/store/store.ts';

let folder: string;
const MAX_BYTES = 20_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-intake-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function read(
  paths: readonly string[],
  options: Partial<IntakeOptions> = {},
): Promise<{ items: IncomingItem[]; refusals: Refusal[] }> {
  const items: IncomingItem[] = [];
  const refusals: Refusal[] = [];
  for await (const found of readItems(paths, { maxBytes: MAX_BYTES, ...options })) {
    if (isRefusal(found)) refusals.push(found);
    else items.push(found);
  }
  return { items, refusals };
}

const text = (item: IncomingItem | undefined): string => new TextDecoder(item?.charset).decode(item?.bytes);

test.each([
  { name: 'empty.txt', content: '', code: 'EMPTY_INPUT', says: '0 bytes' },
  { name: 'blank.txt', content: ' \n\t\n', code: 'EMPTY_INPUT', says: 'no text' },
  { name: 'picture.html', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3]), code: 'BINARY_INPUT', says: 'PNG' },
  {
    name: 'broken.txt',
    content: Buffer.concat([Buffer.from('é é é é é '), Buffer.from([0xe9, 0x20])]),
    code: 'BAD_ENCODING',
    says: 'UTF-8 at byte 15',
  },
  { name: 'large.txt', content: 'x'.repeat(MAX_BYTES + 1), code: 'TOO_LARGE', says: '20,000' },
  { name: 'large.txt.gz', content: gzipSync('x'.repeat(MAX_BYTES + 1)), code: 'TOO_LARGE', says: '20,000' },
  { name: 'bomb.html.gz', content: gzipSync(Buffer.alloc(80_000_000)), code: 'TOO_LARGE', says: '20,000' },
  { name: 'not-gzip.txt.gz', content: 'plain text', code: 'BINARY_INPUT', says: 'gzip' },
  { name: 'cut.txt.gz', content: gzipSync('one two three '.repeat(500)).subarray(0, 40), code: 'BINARY_INPUT', says: 'cut off' },
  { name: 'letter.docx', content: 'PK', code: 'UNSUPPORTED_FILE', says: 'kind of file' },
])('$name is refused as $code, with file, what and what to do', async ({ name, content, code, says }) => {
  const file = await put(`refused/${name}`, content);
  const good = await put('refused/good.txt', 'Good news.');
  const { items, refusals } = await read([file, good]);
  expect(refusals).toEqual([{ file, code, what: expect.stringContaining(says), remedy: ERRORS[code as keyof typeof ERRORS].remedy }]);
  expect(items.map(text)).toEqual(['Good news.']);
});

test.each([
  { line: '{"id":"a","text":"cut', code: 'BAD_JSON_LINE', says: 'Unterminated string', inputId: 'a' },
  { line: 'not json', code: 'BAD_JSON_LINE', says: 'not a JSON object', inputId: undefined },
  { line: '["text"]', code: 'BAD_JSON_LINE', says: 'an array', inputId: undefined },
  { line: '{"id":"b","title":"no text"}', code: 'MISSING_FIELD', says: 'neither text nor html', inputId: 'b' },
  { line: '{"id":"c","text":"a","html":"<p>b"}', code: 'MISSING_FIELD', says: 'both', inputId: 'c' },
  { line: '{"id":"d","text":12}', code: 'BAD_FIELD', says: '"text"', inputId: 'd' },
  { line: '{"id":"e","text":"x","url":"nowhere"}', code: 'BAD_FIELD', says: '"url": is not a URL', inputId: 'e' },
  { line: '{"id":"f","text":"x","publishedAt":"soon"}', code: 'BAD_FIELD', says: '"publishedAt"', inputId: 'f' },
  {
    line: '{"id":"r","text":"x","retrievedAt":"2026-01-02"}',
    code: 'BAD_FIELD',
    says: '"retrievedAt": is not an ISO 8601 instant with a zone',
    inputId: 'r',
  },
  { line: '{"id":"g","text":" "}', code: 'EMPTY_INPUT', says: 'no text', inputId: 'g' },
  { line: `{"id":"h","text":"${'y'.repeat(MAX_BYTES + 1)}"}`, code: 'TOO_LARGE', says: '20,001 bytes', inputId: 'h' },
  { line: `{"id":"i","text":"${'z'.repeat(MAX_BYTES * 10)}"}`, code: 'TOO_LARGE', says: '200,020 bytes', inputId: 'i' },
  { line: Buffer.from('{"id":"j","text":"caf\xe9"}', 'latin1'), code: 'BAD_ENCODING', says: 'UTF-8', inputId: undefined },
])('a JSONL line is refused as $code: $says', async ({ line, code, says, inputId }) => {
  const good = Buffer.from('{"id":"good","text":"Good news."}\n');
  const file = await put('lines.jsonl', Buffer.concat([good, Buffer.from('\n'), Buffer.from(line), Buffer.from('\n'), good]));
  const { items, refusals } = await read([file]);
  expect(refusals).toEqual([{ file, line: 3, code, what: expect.stringContaining(says), remedy: expect.any(String), inputId }]);
  expect(items.map((item) => item.inputId)).toEqual(['good', 'good']);
});

test('a line of JSONL becomes an item with all that it declares; null is the same as absent', async () => {
  const file = await put(
    'wire.ndjson',
    `${JSON.stringify({ id: 7, html: '<p>One.', url: 'https://a.example/1', outlet: 'A', publishedAt: '2026-01-02', retrievedAt: '2026-01-03T10:00:00+01:00', text: null, extra: true })}\r\n`,
  );
  const { items } = await read([file]);
  expect(items).toEqual([
    expect.objectContaining({
      inputId: '7',
      mediaType: 'text/html',
      charset: 'utf-8',
      url: 'https://a.example/1',
      outlet: 'A',
      publishedAt: '2026-01-02',
      retrievedAt: '2026-01-03T10:00:00+01:00',
      file,
    }),
  ]);
  expect(text(items[0])).toBe('<p>One.');
});

test('bytes are kept as they are, named by the file, and the same bytes make the same id', async () => {
  const bytes = Buffer.from('caf\xe9 na\xefve', 'latin1');
  const plain = await put('ids/a.txt', bytes);
  const packed = await put('ids/b.txt.gz', gzipSync(bytes));
  const { items } = await read([plain, packed]);
  expect(items.map(({ inputId, charset }) => [inputId, charset])).toEqual([
    ['a.txt', 'windows-1252'],
    ['b.txt', 'windows-1252'],
  ]);
  expect(Buffer.from(items[0]?.bytes ?? [])).toEqual(bytes);
  expect(items[0]?.id).toBe(items[1]?.id);
  expect(items[0]?.id).toMatch(/^art_[0-9a-f]{24}$/);
});

test('folders are walked in order of names; dot files and unknown kinds are passed over', async () => {
  for (const name of ['b/2.txt', 'b/1.html', 'a.txt', 'notes.md', '.hidden.txt', 'c.HTM']) await put(`walk/${name}`, `<p>Text of ${name}`);
  const passedOver: string[] = [];
  const { items, refusals } = await read([join(folder, 'walk')], { onPassedOver: (file) => passedOver.push(relative(folder, file)) });
  expect(refusals).toEqual([]);
  expect(items.map(({ file, mediaType }) => [relative(join(folder, 'walk'), file ?? ''), mediaType])).toEqual([
    ['a.txt', 'text/plain'],
    ['b/1.html', 'text/html'],
    ['b/2.txt', 'text/plain'],
    ['c.HTM', 'text/html'],
  ]);
  expect(passedOver).toEqual(['walk/notes.md']);
});

const at = (name: string): string => join(folder, 'globs', name);

test('globs, missing files and a name that looks like a glob', async () => {
  for (const name of ['1.txt', '2.txt', '3.html', '[x].txt']) await put(`globs/${name}`, `Text of ${name}`);
  expect((await read([at('*.txt')])).items.map(({ inputId }) => inputId)).toEqual(['1.txt', '2.txt', '[x].txt']);
  expect((await read([at('[x].txt')])).items.map(({ inputId }) => inputId)).toEqual(['[x].txt']);
  expect((await read([at('none.txt'), at('*.jsonl')])).refusals.map(({ code, file }) => [code, file])).toEqual([
    ['FILE_NOT_FOUND', at('none.txt')],
    ['FILE_NOT_FOUND', at('*.jsonl')],
  ]);
});

async function* stream(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk as string);
}

test.each([
  { name: 'text', chunks: ['Plain ', 'words.'], expected: [['text/plain', 'Plain words.']] },
  { name: 'HTML', chunks: ['<!doctype html><p>Page.'], expected: [['text/html', '<!doctype html><p>Page.']] },
  {
    name: 'JSONL',
    chunks: ['{"text":"One."}\n{"te', 'xt":"Two."}'],
    expected: [
      ['text/plain', 'One.'],
      ['text/plain', 'Two.'],
    ],
  },
  { name: 'gzipped JSONL', chunks: [gzipSync('{"text":"One."}\n')], expected: [['text/plain', 'One.']] },
  { name: 'JSONL with a UTF-8 mark', chunks: ['\uFEFF{"text":"One."}\n'], expected: [['text/plain', 'One.']] },
])('standard input: $name is recognised', async ({ chunks, expected }) => {
  const { items, refusals } = await read(['-'], { stdin: stream(...chunks) });
  expect(refusals).toEqual([]);
  expect(items.map((item) => [item.mediaType, text(item)])).toEqual(expected);
  expect(items[0]?.file).toBeUndefined();
});

test('JSONL in UTF-16, as some shells write it, is read', async () => {
  const file = await put('wide.jsonl', Buffer.from('\uFEFF{"id":"w","text":"Zoë."}\n', 'utf16le'));
  expect((await read([file])).items.map((item) => [item.inputId, text(item)])).toEqual([['w', 'Zoë.']]);
});

test('a packed JSONL that is damaged keeps what came before the damage', async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `{"id":"${n}","text":"Article ${n} ${Math.sin(n)}"}\n`).join('');
  const whole = gzipSync(lines);
  const file = await put('damaged.jsonl.gz', whole.subarray(0, whole.length / 2));
  const { items, refusals } = await read([file]);
  expect(items.length).toBeGreaterThan(500);
  expect(refusals.at(-1)).toMatchObject({ code: 'BINARY_INPUT', what: expect.stringContaining('cut off') });
});

test('a gzip bomb of one JSONL line is stopped', async () => {
  const file = await put('bomb.jsonl.gz', gzipSync(Buffer.alloc(90_000_000, 0x20)));
  const { refusals } = await read([file]);
  expect(refusals).toMatchObject([{ code: 'TOO_LARGE', what: expect.stringContaining('300 times') }]);
});

test('a link that leads nowhere is refused, a pipe in a folder is passed over', async () => {
  await put('odd/real.txt', 'One.');
  await symlink('nowhere.txt', join(folder, 'odd', 'dangling.txt'));
  execFileSync('mkfifo', [join(folder, 'odd', 'pipe.txt')]);
  const passedOver: string[] = [];
  const walked = await read([join(folder, 'odd')], { onPassedOver: (file) => passedOver.push(file) });
  expect(walked.items.map(text)).toEqual(['One.']);
  expect(passedOver).toEqual([join(folder, 'odd', 'pipe.txt')]);
  expect(walked.refusals).toMatchObject([{ code: 'FILE_NOT_FOUND', file: join(folder, 'odd', 'dangling.txt') }]);
  const globbed = await read([join(folder, 'odd', '[dr]*.txt')]);
  expect(globbed.items.map(text)).toEqual(['One.']);
  expect(globbed.refusals).toMatchObject([{ code: 'FILE_NOT_FOUND', file: join(folder, 'odd', 'dangling.txt') }]);
});
