import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './command.ts';

/** Every file of src/cli that is a command exports `command()`; the others are its parts. */
const COMMANDS = (
  await Promise.all(
    readdirSync(new URL('../../src/cli/', import.meta.url))
      .filter((name) => name.endsWith('.ts') && name !== 'main.ts')
      .map((name) => name.slice(0, -3))
      .map(async (name) => {
        const module = (await import(`../../src/cli/${name}.ts`)) as { command?: () => import('commander').Command };
        return module.command?.();
      }),
  )
).filter((command) => command !== undefined);

test('help names every command', async () => {
  const { code, stdout } = await run(['--help']);
  expect(code).toBe(0);
  for (const command of COMMANDS) expect(stdout).toContain(`  ${command.name()} `);
  expect(COMMANDS.length).toBeGreaterThanOrEqual(10);
});

test.each(COMMANDS.flatMap((command) => (command.commands.length > 0 ? command.commands : [command])))(
  '$_name has --json and an example',
  (command) => {
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) });
    command.outputHelp();
    expect(help).toContain('--json');
    expect(help).toMatch(/Examples?:\n {2}\$ .*(copydesk|npm run)/);
  },
);

test.each([
  { args: ['no-such-command'], code: 2, says: "unknown command 'no-such-command'" },
  { args: ['show'], code: 2, says: "missing required argument 'id'" },
  { args: ['read', '--workers', 'many'], code: 2, says: 'whole number' },
  { args: ['read', '--stages', 'clean,spelling'], code: 2, says: 'There is no stage "spelling"' },
  { args: ['read', '--jsonl', 'file.txt'], code: 2, says: 'what to do' },
  { args: ['export', '--format', 'yaml'], code: 2, says: 'jsonl' },
  { args: ['quarantine', 'drop'], code: 2, says: '--all' },
  { args: ['--version'], code: 0, says: '' },
  { args: [], code: 0, says: '' },
])('copydesk $args ends with $code', async ({ args, code, says }) => {
  const { stderr, code: actual } = await run(args);
  expect(stderr).toContain(says);
  expect(actual).toBe(code);
});

test('a wrong setting is named, with what to do', async () => {
  const { code, stderr } = await run(['status'], { env: { COPYDESK_CONCURRENCY: 'lots' } });
  expect(code).toBe(1);
  expect(stderr).toContain('BAD_CONFIG');
  expect(stderr).toContain('COPYDESK_CONCURRENCY');
  expect(stderr).toMatch(/what to do\s+See docs\/configuration\.md/);
});

test.each([
  { program: 'npm', args: ['run', '-s', 'copydesk', '--', '--version'] },
  { program: 'npx', args: ['copydesk', '--version'] },
])(
  '$program $args works in a checkout',
  ({ program, args }) => {
    const cwd = new URL('../..', import.meta.url);
    expect(execFileSync(program, args, { cwd, encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  },
  60_000,
);

test('it runs under whatever Node the machine has, old ones included', async () => {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  let node: string;
  try {
    node = execFileSync('which', ['node'], { env: { PATH: path.join(delimiter) }, encoding: 'utf8' }).trim();
  } catch {
    node = process.execPath;
  }
  const { code, stdout, stderr } = await run(['--version'], { node });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(code).toBe(0);
});
