/** Every example of docs/library.md, and of the library's own comments, is run. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** Runs a program with the library of this checkout; by its names the package is only there once it is built (test/package). */
async function runExample(program: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'copydesk-example-'));
  const local = program
    .replaceAll("from 'copydesk'", "from './src/index.ts'")
    .replaceAll("from 'copydesk/service'", "from './src/service.ts'")
    .replaceAll('.copydesk-example', home);
  try {
    return (await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', local], { cwd: ROOT })).stdout;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const examples = [...read('docs/library.md').matchAll(/^## (.+)$|```js\n([\s\S]*?)```/gm)].reduce<{ title: string; program: string }[]>(
  (found, [, heading, program]) =>
    program === undefined
      ? [...found, { title: heading ?? '', program: '' }]
      : [...found.slice(0, -1), { title: found.at(-1)?.title ?? '', program }],
  [],
);
const SHOWN: Readonly<Record<string, string>> = {
  'One article': 'Ann Lee It is open,\nAnn Lee We tested every bolt.\n',
  'Pages that nobody vouches for': 'Ann Lee\n',
  Copies: 'true\n',
  'As a service': '0\n',
};

test('the page has these examples', () => {
  expect(examples.filter(({ program }) => program !== '').map(({ title }) => title)).toEqual(Object.keys(SHOWN));
});

test.each(examples.filter(({ program }) => program !== ''))(
  '$title',
  async ({ title, program }) => {
    expect(await runExample(program)).toBe(SHOWN[title]);
  },
  120_000,
);

/** The code of `@example` blocks of a file, without comment marks. */
const commentExamples = (file: string): string[] =>
  [...read(file).matchAll(/@example\n([\s\S]*?)\*\//g)].map((match) => (match[1] ?? '').replaceAll(/^ *\* ?/gm, '').trim());

test.each([
  ['src/index.ts', "import { readArticle } from 'copydesk';\n"],
  ['src/article-reader.ts', "import { createReader } from 'copydesk';\n"],
])(
  'the examples in the comments of %s run',
  async (file, imports) => {
    const programs = commentExamples(file);
    expect(programs.length).toBeGreaterThan(0);
    for (const program of programs) expect(await runExample(imports + program)).toBe('');
  },
  120_000,
);
