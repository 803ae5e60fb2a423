import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLines, run } from './command.ts';

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'copydesk-entities-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const entities = (args: readonly string[], stdin?: string) => run(['entities', ...args], { stdin, cwd: home });
const read = async (text: string) => {
  const { stdout } = await run(['read', '--clean', 'none', '-'], { stdin: text, cwd: home });
  return parseLines<{ versions: Record<string, string>; entities: { id: string; name: string }[] }>(stdout)[0];
};
const text = 'Jane Doe of Krell and Daughters spoke to reporters on Monday. "We are glad," Doe said.';

describe('copydesk entities', () => {
  it('takes the right lines, refuses the wrong ones by number and reason, and ends with 2', async () => {
    const lines = [
      '{"id":"acme:1","names":["Krell and Daughters"],"kind":"organisation"}',
      '',
      'nonsense',
      '{"id":"Q1","names":[],"kind":"person"}',
    ];
    const { code, stdout, stderr } = await entities(['import', '-'], lines.join('\n'));
    expect(code).toBe(2);
    expect(stdout).toContain('1 line taken, 2 refused; the list holds 1 entity');
    expect(stderr).toContain('-:3  is not JSON');
    expect(stderr).toContain('-:4  "names" must hold at least one name');
  });

  it('is used by read, and the version of the record says so', async () => {
    const record = await read(text);
    expect(record?.entities.find(({ id }) => id === 'acme:1')?.name).toBe('Krell and Daughters');
    expect(record?.versions['entities']).toMatch(/^\d+\+[0-9a-f]{8}$/);
  });

  it('imports from a file, a second time in place of the first', async () => {
    writeFileSync(
      join(home, 'more.jsonl'),
      '{"id":"acme:1","names":["Krell & Daughters"],"kind":"organisation"}\n{"merge":"person:jane-doe","into":"Q77"}\n',
    );
    const { code, stdout } = await entities(['import', 'more.jsonl', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ taken: 2, refused: [], entities: 1 });
    expect((await read(text))?.entities.map(({ id }) => id)).toContain('Q77');
  });

  it('merges two keys, takes it back, and refuses a circle', async () => {
    expect((await entities(['merge', 'Q77', 'person:j-doe'])).stdout).toContain('Q77 is written as person:j-doe');
    expect((await read(text))?.entities.map(({ id }) => id)).toContain('person:j-doe');
    const circle = await entities(['merge', 'person:j-doe', 'person:jane-doe']);
    expect(circle.code).toBe(1);
    expect(circle.stderr).toContain('would be merged into itself');
    expect((await entities(['merge', 'Q77', 'person:j-doe', '--undo', '--json'])).code).toBe(0);
    expect((await read(text))?.entities.map(({ id }) => id)).toContain('Q77');
    expect((await entities(['merge', 'Q77', 'person:j-doe', '--undo'])).stderr).toContain('is not merged into');
  });

  it('lists what import takes', async () => {
    const { stdout } = await entities(['list', '--json']);
    expect(stdout).toBe(readFileSync(join(home, '.copydesk', 'entities.jsonl'), 'utf8'));
    expect((await entities(['import', '-', '--json'], stdout)).code).toBe(0);
  });

  it('says what is wrong with the file it is given, and with a list broken by hand', async () => {
    expect((await entities(['import', 'none.jsonl'])).stderr).toContain('none.jsonl: no such file');
    writeFileSync(join(home, 'broken.jsonl'), '{"id":"acme:1"}\n');
    const { code, stderr } = await run(['entities', 'list'], { cwd: home, env: { COPYDESK_ENTITIES: 'broken.jsonl' } });
    expect(code).toBe(1);
    expect(stderr).toContain('broken.jsonl:1 "names" is missing or not an array');
  });
});
