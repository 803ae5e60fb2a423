/** The library as a user sees it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Tells every module that is loaded by importing the package by its name. */
const PROGRAM = `
import { registerHooks } from 'node:module';
const urls = [];
registerHooks({ load(url, context, next) { urls.push(url); return next(url, context); } });
const { readArticle } = await import('./src/index.ts');
const record = readArticle('Mayor opens bridge\\n\\nThe bridge was opened on Monday after years of work.\\n\\n“It is open,” Mayor Ann Lee said on Monday.');
console.log(JSON.stringify({ urls, record }));
`;

interface Answer {
  readonly urls: readonly string[];
  readonly record: { quotations: { speaker: { name: string } | null }[]; body: { text: string } };
}

const loaded = (): Answer =>
  JSON.parse(
    execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', PROGRAM], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  ) as Answer;

test("import { readArticle } from 'copydesk' reads an article and loads no queue, no database, no server", () => {
  const { urls, record } = loaded();
  expect(record.quotations[0]?.speaker?.name).toBe('Ann Lee');
  expect(urls.some((url) => url.includes('/src/pipeline.ts'))).toBe(true);
  const forbidden = ['bullmq', 'ioredis', 'pg', 'kysely', '@electric-sql', 'fastify', 'pino', 'commander', 'workerpool'];
  expect(urls.filter((url) => forbidden.some((name) => url.includes(`/node_modules/${name}/`)))).toEqual([]);
  expect(urls.filter((url) => /\/src\/(?:store|queue|api|cli|reader|intake)\//.test(url))).toEqual([]);
}, 60_000);
