/**
 * The package as its users have it: packed, installed into an empty folder, and run by each Node that it is for. The commands need 22.18, the library 20.20.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Runs a program without standard input. @throws with `stdout` and `stderr` when it fails or takes longer than LIMIT_MS. */
async function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<{ stdout: string; stderr: string }> {
  const running = promisify(execFile)(program, args, { ...options, maxBuffer: 1e8, timeout: LIMIT_MS, killSignal: 'SIGKILL' });
  // npm asks questions where it may
  running.child.stdin?.end();
  return running;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_MS = 300_000;

/** The npm package "node" fetches one of these in its install script; taken directly, so that no script runs. */
const PLATFORM = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const NODES = { 20: '20.20.0', 22: '22.18.0', 24: '24.21.0' } as const;

let folder = '';
const nodeOf = (major: keyof typeof NODES): string => join(folder, 'node_modules', `node${major}`, 'bin', 'node');
const inFolder = (name: string): string => join(folder, name);
/** No setting of the machine reaches the package. */
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], COPYDESK_LOG_LEVEL: 'silent', COPYDESK_EMBEDDED_LINGER_MS: '100' };
const npm = (...args: readonly string[]) => run('npm', args, { cwd: folder });

const TYPES = `
import { createReader, readArticle, diffParagraphs, clusterText, MemoryIndex, MemoryStatements, CopydeskError } from 'copydesk';
import type * as Library from 'copydesk';
import { newsRecordSchema } from 'copydesk/schema';
import { openService, readConfig } from 'copydesk/service';
import type * as Running from 'copydesk/service';
import { createMetrics, createServer } from 'copydesk/api';
const record: Library.NewsRecord = readArticle('One line.');
const parts: [Library.Body, Library.Entity[], Library.Quotation[], Library.Provenance | undefined] =
  [record.body, record.entities, record.quotations, record.provenance];
const options: Library.CreateReaderOptions = { workers: 1, timeoutMs: 4000, heapMb: 256 };
export async function all(): Promise<Running.Service> {
  await using reader: Library.Reader = createReader(options);
  newsRecordSchema.parse(await reader.read({ html: '<p>One.' }, { indirect: true }));
  const service = await openService(readConfig({ COPYDESK_HOME: 'x' }));
  await createServer(service, { host: '127.0.0.1', metrics: createMetrics() });
  return service;
}
console.log(parts, diffParagraphs, clusterText, MemoryIndex, MemoryStatements, CopydeskError);
`;

const LIBRARY = `
import { createReader, readArticle } from 'copydesk';
const text = 'Mayor opens bridge\\n\\nThe bridge was opened on Monday after years of work.\\n\\n“It is open,” Mayor Ann Lee said on Monday.';
const page = '<html><body><article><h1>Mayor opens bridge</h1><p>The bridge was opened on <a href="/x">Monday</a> after years of work.</p><p>“It is open,” Mayor Ann Lee said.</p></article></body></html>';
const reader = createReader({ workers: 1 });
const records = [readArticle(text), readArticle({ html: page, url: 'https://example.org/2025/12/29/bridge' }), await reader.read(text)];
await reader.close();
console.log(JSON.stringify(records.map((record) => record.quotations[0]?.speaker?.name)));
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-package-'));
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT });
  const tarball = stdout.trim().split('\n').at(-1) ?? '';
  writeFileSync(inFolder('package.json'), JSON.stringify({ name: 'user', version: '1.0.0', private: true, type: 'module' }));
  const { version: types } = JSON.parse(readFileSync(join(ROOT, 'node_modules/@types/node/package.json'), 'utf8')) as { version: string };
  const nodes = Object.entries(NODES).map(([major, version]) => `node${major}@npm:${PLATFORM}@${version}`);
  await npm('install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`, `@types/node@${types}`, ...nodes);
  writeFileSync(inFolder('library.js'), LIBRARY);
  writeFileSync(inFolder('types.ts'), TYPES);
}, LIMIT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test.each([20, 22, 24] as const)(
  'the library reads text and HTML, here and in a reader process, under Node %i',
  async (major) => {
    const { stdout, stderr } = await run(nodeOf(major), ['library.js'], { cwd: folder, env });
    expect(JSON.parse(stdout)).toEqual(['Ann Lee', 'Ann Lee', 'Ann Lee']);
    expect(stderr).toBe('');
  },
  LIMIT_MS,
);

test(
  'the example of README.md runs',
  async () => {
    const example = /```js\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1] ?? '';
    const { stdout } = await run(nodeOf(24), ['--input-type=module', '--eval', example], { cwd: folder, env });
    expect(stdout).toContain('Harbour bridge reopens after eleven months');
  },
  LIMIT_MS,
);

test(
  'every public type compiles, strict and with the types of dependencies checked',
  async () => {
    const flags =
      '--noEmit --strict --exactOptionalPropertyTypes --target es2022 --module nodenext --types node --skipLibCheck false types.ts';
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    await expect(
      run(process.execPath, [tsc, ...flags.split(' ')], { cwd: folder }).catch((error: { stdout: string }) => error),
    ).resolves.toMatchObject({
      stdout: '',
    });
  },
  LIMIT_MS,
);

test.each([22, 24] as const)(
  'copydesk first-batch reads the five articles and copydesk up answers, under Node %i',
  async (major) => {
    const command = join(folder, 'node_modules/copydesk/bin/copydesk.js');
    const settings = { ...env, COPYDESK_HOME: inFolder(`home${major}`) };
    const { stdout } = await run(nodeOf(major), [command, 'first-batch', '--json'], { cwd: folder, env: settings });
    expect(stdout.trim().split('\n')).toHaveLength(5);
    const up = spawn(nodeOf(major), [command, 'up', '--json', '--port', '0'], {
      cwd: folder,
      env: settings,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: up.stdout }), 'line')) as [string];
    const { up: where } = JSON.parse(line) as { up: { url: string } };
    expect((await fetch(`${where.url}/healthz`)).status).toBe(200);
    up.kill('SIGTERM');
    expect(await once(up, 'exit')).toEqual([0, null]);
  },
  LIMIT_MS,
);
