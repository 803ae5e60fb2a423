/** `copydesk events` on the embedded store: each event once, from a cursor on, and while following. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import type { CloudEvent } from '../../src/export/cloud-event.ts';
import { run, start } from './command.ts';

const home = mkdtempSync(join(tmpdir(), 'copydesk-events-'));
const env = { COPYDESK_HOME: home };
afterAll(() => rmSync(home, { recursive: true, force: true }));

const linesOf = (stdout: string): CloudEvent[] =>
  stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CloudEvent);

test('events of the first batch, page by page, and what comes while following', async () => {
  expect((await run(['first-batch'], { env })).code).toBe(0);
  const all = linesOf((await run(['events'], { env })).stdout);
  const stored = all.filter(({ type }) => type === 'article.stored');
  expect(stored).toHaveLength(5);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const cloudEvents = new Ajv({ strict: false, validateFormats: false }).compile(CLOUD_EVENT);
  for (const event of all) expect({ valid: cloudEvents(event), errors: cloudEvents.errors }).toEqual({ valid: true, errors: null });

  const first = linesOf((await run(['events', '--limit', '2'], { env })).stdout);
  const rest = linesOf((await run(['events', '--after', first[1]?.cursor ?? ''], { env })).stdout);
  expect([...first, ...rest]).toEqual(all);

  const follower = start(['events', '--after', 'latest', '--follow', '--type', 'article.stored'], { env });
  const server = start(['up', '--port', '0'], { env });
  const down = new Promise((resolve) => server.once('exit', resolve));
  let followed = '';
  follower.stdout.on('data', (chunk: Buffer) => (followed += chunk.toString()));
  const ended = new Promise((resolve) => follower.once('exit', resolve));
  try {
    const text = `A new bridge\n\n“It is open,” Mayor Ann Lee said on Monday. The bridge had been closed for eleven months after the storm.`;
    expect((await run(['ingest', '-', '--batch', 'later', '--wait'], { env, stdin: text })).code).toBe(0);
    await expect.poll(() => linesOf(followed).length, { timeout: 60_000 }).toBe(1);
  } finally {
    follower.kill('SIGINT');
    server.kill('SIGTERM');
    await Promise.all([ended, down]);
  }
  expect(linesOf(followed)[0]).toMatchObject({ type: 'article.stored', data: { batch: 'later' } });
}, 180_000);

test('a cursor that is none is refused', async () => {
  const { code, stderr } = await run(['events', '--after', 'nonsense'], { env });
  expect(code).not.toBe(0);
  expect(stderr).toContain('BAD_REQUEST');
  expect(stderr).toContain('nonsense');
});

/** What CloudEvents 1.0 asks of an event in JSON (section 3 of the specification). */
const CLOUD_EVENT = {
  type: 'object',
  required: ['id', 'source', 'specversion', 'type'],
  propertyNames: { pattern: '^[a-z0-9]{1,20}$' },
  properties: {
    id: { type: 'string', minLength: 1 },
    source: { type: 'string', minLength: 1 },
    specversion: { const: '1.0' },
    type: { type: 'string', minLength: 1 },
    time: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$` },
  },
};
