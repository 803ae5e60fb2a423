import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import { parseLines, run } from './command.ts';

const STORY = `Mayor opens bridge

YORK (Reuters) – The new bridge over the Ouse was opened on Monday after three years of work.

“It is open, and we are glad of it,” Mayor Ann Lee told reporters. “It took too long.”

The bridge cost 12 million pounds, the council said in a statement on Monday.
`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-read-'));
  await writeFile(join(folder, 'a.txt'), STORY);
  await writeFile(join(folder, 'b.txt'), Buffer.from(STORY.replaceAll(/[“”–]/g, '"').replace('Ann', 'Ann\xe9'), 'latin1'));
  await writeFile(join(folder, 'empty.txt'), '');
});
afterAll(() => rm(folder, { recursive: true }));

test('files in, records out; a refused one is said on stderr and in the exit code', async () => {
  const { code, stdout, stderr } = await run(['read', '.', 'missing.txt'], { cwd: folder });
  const records = parseLines<NewsRecord>(stdout);
  expect(records.map(({ inputId, source, raw }) => [inputId, source.file, raw.charset])).toEqual([
    ['a.txt', 'a.txt', 'utf-8'],
    ['b.txt', 'b.txt', 'windows-1252'],
  ]);
  expect(records[0]?.headline).toBe('Mayor opens bridge');
  expect(stderr).toMatch(/empty\.txt\s+EMPTY_INPUT: .*→ Check the export/);
  expect(stderr).toMatch(/missing\.txt\s+FILE_NOT_FOUND: .*→ Check the path/);
  expect(code).toBe(2);
}, 60_000);

test('standard input when nothing is named', async () => {
  const { code, stdout } = await run(['read', '--stages', 'clean'], { stdin: STORY });
  expect(parseLines<NewsRecord>(stdout)).toMatchObject([{ headline: 'Mayor opens bridge', source: {} }]);
  expect(code).toBe(0);
}, 60_000);

test('--pretty shows the article to people, in colour only where there is colour', async () => {
  const plain = await run(['read', 'a.txt', '--pretty'], { cwd: folder });
  expect(plain.stdout).toContain('Mayor opens bridge');
  expect(plain.stdout).toMatch(/speakers +Ann Lee/);
  expect(plain.stdout).not.toContain('\u001B[');
  const coloured = await run(['read', 'a.txt', '--pretty'], { cwd: folder, env: { NO_COLOR: undefined, FORCE_COLOR: '1' } });
  expect(coloured.stdout).toContain('\u001B[36m');
  expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
}, 60_000);

test('--explain gives the rule of every block', async () => {
  const { stdout } = await run(['read', 'a.txt', '--explain', '--json'], { cwd: folder });
  const [{ blocks } = { blocks: [] }] = parseLines<{ blocks: { text: string; kept: boolean; rule: string }[] }>(stdout);
  expect(blocks.length).toBeGreaterThanOrEqual(4);
  expect(blocks.every(({ rule }) => rule !== '')).toBe(true);
  const people = await run(['read', 'a.txt', '--explain'], { cwd: folder });
  expect(people.stdout).toMatch(/^a\.txt {2}\d+ blocks? kept, \d+ removed\n(keep|remove)/);
}, 60_000);

test('a relative date counts from --retrieved-at, and from the line’s own time of retrieval first', async () => {
  const page = `Mayor opens bridge\nPublished 2 days ago\n\n${STORY.split('\n\n').slice(1).join('\n\n')}`;
  const when = ['--retrieved-at', '2026-03-04T10:00:00Z'];
  const plain = await run(['read', ...when], { stdin: page });
  expect(parseLines<NewsRecord>(plain.stdout)[0]).toMatchObject({
    publishedAt: { value: '2026-03-02', precision: 'day', from: 'relative' },
    source: { retrievedAt: '2026-03-04T10:00:00Z' },
  });
  const lines = [{ text: page }, { text: page, retrievedAt: '2020-02-01T00:30:00+01:00' }].map((line) => JSON.stringify(line)).join('\n');
  const records = parseLines<NewsRecord>((await run(['read', '--jsonl', ...when], { stdin: lines })).stdout);
  expect(records.map(({ publishedAt }) => publishedAt?.value)).toEqual(['2026-03-02', '2020-01-30']);
  const wrong = await run(['read', '--retrieved-at', '2026-03-04'], { stdin: page });
  expect(wrong.code).not.toBe(0);
  expect(wrong.stderr).toContain('is not an ISO 8601 instant with a zone');
}, 60_000);
