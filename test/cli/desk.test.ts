/** The commands that need a database, one after another on one embedded desk, as on a first day with Copydesk. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import type { Statement } from '../../src/index.ts';
import { parseLines, run, start, type Run, type RunOptions } from './command.ts';

let folder: string;
const copydesk = (args: readonly string[], options: RunOptions = {}): Promise<Run> =>
  run(args, { cwd: folder, ...options, env: { COPYDESK_HOME: join(folder, 'desk'), ...options.env } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-desk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 }));

test('Ctrl-C in the middle keeps what was taken in', async () => {
  const child = start(['first-batch'], { cwd: folder, env: { COPYDESK_HOME: join(folder, 'desk') } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    if (chunk.includes('Reading five articles: 0')) child.kill('SIGINT');
  });
  const [code] = (await once(child, 'close')) as [number];
  expect(stderr).toContain('Stopped. What was acknowledged is safe');
  expect(code).toBe(130);
}, 240_000);

test('first-batch stores the five seeds, shows them and says what to run next', async () => {
  const { code, stdout, stderr } = await copydesk(['first-batch']);
  // those that were being read at Ctrl-C were finished
  expect(stdout).toMatch(/(?:5 articles read in .* s|Nothing is new.*)\. 5 stored/);
  expect(stdout).toMatch(/npx copydesk show art_[0-9a-f]{24}/);
  expect(stdout + stderr).not.toContain('"level"');
  expect(code).toBe(0);
}, 240_000);

test('a second run says that nothing is new', async () => {
  const { code, stdout, stderr } = await copydesk(['first-batch']);
  expect(stdout).toContain('Nothing is new');
  expect(stderr).not.toContain('Reading');
  expect(code).toBe(0);
}, 120_000);

const byId = (a: NewsRecord, b: NewsRecord): number => (a.id < b.id ? -1 : 1);

test('first-batch --json, export and show --json give the same records', async () => {
  const [batch, exported] = [await copydesk(['first-batch', '--json']), await copydesk(['export', '--format', 'jsonl'])];
  const records = parseLines<NewsRecord>(batch.stdout);
  expect(records).toHaveLength(5);
  expect(parseLines<NewsRecord>(exported.stdout).toSorted(byId)).toEqual(records.toSorted(byId));
  const shown = await copydesk(['show', records[0]?.id ?? '', '--json']);
  expect(parseLines<NewsRecord>(shown.stdout)).toEqual([records[0]]);
}, 240_000);

test('show: the article for people, its raw bytes, its cluster', async () => {
  const records = parseLines<NewsRecord>((await copydesk(['export'])).stdout);
  const record = records.find(({ quotations }) => quotations.length > 2);
  const article = await copydesk(['show', record?.id ?? '']);
  expect(article.stdout).toContain(record?.headline.slice(0, 20));
  expect(article.stdout).toContain('speakers');
  const raw = await copydesk(['show', record?.id ?? '', '--raw']);
  expect(raw.stdout).toBe(await readFile(new URL(`../../seeds/${record?.inputId}`, import.meta.url), 'utf8'));
  const cluster = await copydesk(['show', record?.cluster?.id ?? '']);
  expect(cluster.stdout).toContain('canonical');
  expect(cluster.stdout).toContain(record?.id);
  const missing = await copydesk(['show', 'art_missing']);
  expect(missing.stderr).toContain('NOT_FOUND');
  expect(missing.code).toBe(1);
}, 240_000);

test('statements: who said what, in which article', async () => {
  const json = await copydesk(['statements', '--speaker', 'Volodymyr Zelensky', '--text', 'this is one of many differences', '--json']);
  const [statement] = parseLines<Statement>(json.stdout);
  expect(statement).toMatchObject({ speaker: { name: 'Volodymyr Zelensky' }, articles: 1 });
  const shown = await copydesk(['show', statement?.appearances[0]?.article ?? '', '--json']);
  const quotation = parseLines<NewsRecord>(shown.stdout)[0]?.quotations.find(({ id }) => id === statement?.appearances[0]?.quotation);
  expect(quotation?.text).toBe(statement?.text);
  const page = await copydesk(['statements', '--speaker', 'peskov']);
  expect(page.stdout).toContain('“This terrorist action is aimed at collapsing the negotiation process,”');
  expect(page.stdout).not.toContain('Zelensky ');
  const nothing = await copydesk(['statements', '--text', 'nobody said this']);
  expect(nothing.stdout).toContain('No statement fits');
  expect(nothing.code).toBe(0);
}, 240_000);

test('ingest takes lines from standard input, refuses some, and knows them the second time', async () => {
  const lines = [
    JSON.stringify({ id: 'one', text: 'Mayor opens bridge\n\nThe bridge was opened on Monday, Mayor Ann Lee said.', outlet: 'A' }),
    '{"id":"two"}',
    '{"id":"three","text":"cut',
  ].join('\n');
  const first = await copydesk(['ingest', '-', '--batch', 'wire', '--wait'], { stdin: lines });
  expect(first.stdout).toMatch(/accepted {2}art_[0-9a-f]{24} {2}- {2}one/);
  expect(first.stderr).toMatch(/refused -:2 {2}MISSING_FIELD: .* → Give each line/);
  expect(first.stderr).toMatch(/refused -:3 {2}BAD_JSON_LINE: .* → Each line/);
  expect(first.stdout).toContain('1 stored');
  expect(first.code).toBe(2);
  const second = await copydesk(['ingest', '-', '--batch', 'wire', '--json'], { stdin: lines });
  expect(parseLines(second.stdout)).toMatchObject([
    { outcome: 'refused', line: 2, code: 'MISSING_FIELD', inputId: 'two' },
    { outcome: 'refused', line: 3, code: 'BAD_JSON_LINE', inputId: 'three' },
    { outcome: 'already', inputId: 'one', state: 'stored' },
    { batch: 'wire', accepted: 0, already: 1, refused: 2 },
  ]);
}, 240_000);

test('a source that falls silent: what came is acknowledged meanwhile, and Ctrl-C still ends it', async () => {
  const child = start(['ingest', '-', '--batch', 'silent', '--json'], { cwd: folder, env: { COPYDESK_HOME: join(folder, 'desk') } });
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify({ id: 'tail', text: 'The ferry sails again\\n\\nIt sails at noon, the harbour master said.' })}\n`);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  expect(JSON.parse(line.toString())).toMatchObject({ outcome: 'accepted', inputId: 'tail' });
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(130);
}, 120_000);

test('status: the batches, and the articles of one', async () => {
  const batches = await copydesk(['status']);
  expect(batches.stdout).toMatch(/first-batch .* 5 articles {2}5 stored/);
  expect(batches.stdout).toMatch(/wire .* 1 article {2}1 stored/);
  const batch = await copydesk(['status', 'first-batch']);
  expect(batch.stdout.match(/ stored +art_/g)).toHaveLength(5);
  for (const args of [
    ['status', 'no-such-batch'],
    ['export', '--batch', 'no-such-batch'],
  ]) {
    const none = await copydesk(args);
    expect(none.stderr).toContain('No batch is called no-such-batch');
    expect(none.code).toBe(1);
  }
}, 120_000);

test('a copy shares the cluster of its original, and show puts them side by side', async () => {
  const story = await readFile(new URL('../../seeds/004_987cf63001b8d419.txt', import.meta.url), 'utf8');
  const line = JSON.stringify({ id: 'copy', outlet: 'Another', text: `The Other Paper\n\n${story}` });
  await copydesk(['ingest', '-', '--batch', 'copies', '--wait'], { stdin: line });
  const [record] = parseLines<NewsRecord>((await copydesk(['export', '--batch', 'copies'])).stdout);
  const cluster = await copydesk(['show', record?.cluster?.id ?? '']);
  expect(cluster.stdout).toContain('2 in clu_');
  expect(cluster.stdout).toMatch(/canonical /);
  expect(cluster.stdout).toMatch(/copy +\d+%/);
}, 240_000);

test('an article that kills its reader ends in quarantine with the reason; it can be tried again and dropped', async () => {
  await writeFile(join(folder, 'slow.txt'), 'The council met on Monday, the mayor said. “It is slow,” she said. '.repeat(40_000));
  const { stdout } = await copydesk(['ingest', 'slow.txt', '--batch', 'slow', '--wait'], {
    env: { COPYDESK_READ_TIMEOUT_MS: '100', COPYDESK_RETRY_DELAY_MS: '100' },
  });
  expect(stdout).toContain('1 quarantined');
  const list = await copydesk(['quarantine', 'list']);
  expect(list.stdout).toMatch(/POISON +art_[0-9a-f]{24} +slow\.txt/);
  const [item] = parseLines<{ id: string; reason: { code: string } }>((await copydesk(['quarantine', 'list', '--json'])).stdout);
  expect(item?.reason.code).toBe('POISON');
  expect((await copydesk(['quarantine', 'retry', item?.id ?? ''])).stdout).toContain('1 article handed back');
  const dropped = await copydesk(['quarantine', 'drop', '--all', '--json']);
  expect(parseLines(dropped.stdout)).toEqual([{ dropped: [], notInQuarantine: [] }]);
}, 300_000);

test('doctor: everything answers and every invariant holds', async () => {
  const { code, stdout } = await copydesk(['doctor', '--invariants']);
  expect(stdout).toContain('every invariant holds');
  expect(stdout).toContain('deployment embedded');
  expect(code).toBe(0);
}, 120_000);

test('doctor: a model of names that is not there is named, with exit code 1', async () => {
  const env = { COPYDESK_NER: 'onnx', COPYDESK_NER_MODEL: join(folder, 'no-model') };
  const { code, stdout } = await copydesk(['doctor'], { env });
  expect(stdout).toContain(`there is no folder ${join(folder, 'no-model')}`);
  expect(code).toBe(1);
  const [told] = parseLines<{ well: boolean; names: { problem: string } }>((await copydesk(['doctor', '--json'], { env })).stdout);
  expect(told?.well).toBe(false);
  expect(told?.names.problem).toContain('COPYDESK_NER_MODEL');
}, 120_000);
