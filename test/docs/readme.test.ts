/** What README.md and the pages say is run or followed, so that it stays true. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const run = promisify(execFile);

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'AGENTS.md',
  ...readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

describe('README.md', () => {
  test('the library example runs and finds what it shows', async () => {
    const example = /```js\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
    expect(example).toContain("from 'copydesk'");
    // by its name the package is only there once it is built; test/package runs that way
    const program = example.replace("from 'copydesk'", "from './src/index.ts'");
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: fileURLToPath(root) });
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe('Harbour bridge reopens after eleven months');
    expect(lines.filter((line) => line.startsWith('Ann Lee: '))).toHaveLength(2);
    expect(lines).toContainEqual(expect.stringMatching(/^removed: Advertisement \(.+\)$/));
  });

  test('the commands of the first lines are scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...read(page).matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map((match) => match[1] ?? ''));
    expect(named).toContain('first-batch');
    expect([...new Set(named)].filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('links', () => {
  test.each(pages)('%s points to files that exist', (page) => {
    const text = read(page).replaceAll(/```[\s\S]*?```/g, '');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^(https?:|mailto:|#)/.test(target));
    const missing = targets.filter((target) => !existsSync(new URL(target.split('#')[0] ?? '', new URL(page, root))));
    expect(missing).toEqual([]);
  });
});
