/**
 * Do two checkouts read alike? Reads the seeds and every evaluation set with both and names each record that differs, and where.
 *
 *   node bench/compare/main.ts --before CHECKOUT [--after CHECKOUT] [--data ../shared/eval] [--only seeds,html,text,quotes,entities,world,dedup]
 *                              [--every N] [--keep FOLDER] [--ignore versions,notes] [--most 20] [--json]
 *
 * `--keep` holds the records of the side before; the next run with the same choice reads them from there.
 * Exit code: 0 all the same, 1 something differs, 2 wrong use.
 */
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { differences } from './differences.ts';
import { AREAS, type Area } from './documents.ts';
import type { ReadRequest } from './read-all.ts';

const HELP = `usage: node bench/compare/main.ts --before CHECKOUT [--after CHECKOUT] [--data FOLDER] [--only ${AREAS.join(',')}]
         [--every N] [--keep FOLDER] [--ignore FIELD,FIELD] [--most N] [--json]
example: node bench/compare/main.ts --before ../copydesk-before --keep /tmp/before --only seeds,quotes`;

const { values: options } = parseArgs({
  options: {
    before: { type: 'string' },
    after: { type: 'string', default: '.' },
    data: { type: 'string', default: '../shared/eval' },
    only: { type: 'string' },
    every: { type: 'string', default: '1' },
    keep: { type: 'string' },
    ignore: { type: 'string', default: '' },
    most: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const areas = (options.only?.split(',') ?? [...AREAS]) as Area[];
const unknown = areas.filter((area) => !AREAS.includes(area));
const every = Number(options.every);
if (options.help || options.before === undefined || unknown.length > 0 || !(every >= 1)) {
  if (unknown.length > 0) console.error(`no area called ${unknown.join(', ')}`);
  console.error(HELP);
  process.exit(options.help ? 0 : 2);
}

const parts = Math.min(2, availableParallelism());
const scratch = mkdtempSync(join(tmpdir(), 'copydesk-compare-'));
const nameOf = (side: string, area: Area, part: number): string => `${side}-${area}-${every}-${part}of${parts}.gz`;

function readAll(checkout: string, out: string, request: ReadRequest): Promise<void> {
  const script = join(import.meta.dirname, 'read-all.ts');
  const child = spawn(process.execPath, [script, resolve(checkout), `${out}.half`, JSON.stringify(request)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => {
      if (code !== 0) return fail(new Error(`reading with ${checkout} ended with code ${code}`));
      renameSync(`${out}.half`, out);
      done();
    });
  });
}

async function* linesOf(file: string): AsyncGenerator<readonly [name: string, record: string]> {
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })) {
    const tab = line.indexOf('\t');
    yield [line.slice(0, tab), line.slice(tab + 1)];
  }
}

const ignored = new Set(options.ignore.split(',').filter((field) => field !== ''));
const table: Record<string, { documents: number; different: number; fields: Record<string, number> }> = {};
const examples: { name: string; differences: string[] }[] = [];

async function compareFiles(area: Area, before: string, after: string): Promise<void> {
  const row = (table[area] ??= { documents: 0, different: 0, fields: {} });
  const right = linesOf(after);
  for await (const [name, record] of linesOf(before)) {
    row.documents += 1;
    const next = await right.next();
    const [otherName, other] = next.done === true ? ['(nothing)', ''] : next.value;
    if (name !== otherName)
      throw new Error(`the sides hold other documents: ${name} beside ${otherName}; was --keep made with other data?`);
    if (record === other) continue;
    const found = differences(JSON.parse(record), JSON.parse(other)).filter(({ path }) => !ignored.has(path.split(/[.[]/)[0] ?? ''));
    if (found.length === 0) continue;
    row.different += 1;
    for (const field of new Set(found.map(({ path }) => path.split(/[.[]/)[0] ?? ''))) row.fields[field] = (row.fields[field] ?? 0) + 1;
    examples.push({ name, differences: found.slice(0, 6).map(({ path, before: was, after: is }) => `${path}: ${was} -> ${is}`) });
  }
}

try {
  if (options.keep !== undefined) mkdirSync(options.keep, { recursive: true });
  for (const area of areas) {
    const start = Date.now();
    const work = Array.from({ length: area === 'dedup' ? 1 : parts }, async (_, part) => {
      const before = join(options.keep ?? scratch, nameOf('before', area, part));
      const after = join(scratch, nameOf('after', area, part));
      const request = { areas: [area], data: options.data, every, part, parts: area === 'dedup' ? 1 : parts };
      if (!existsSync(before)) await readAll(options.before as string, before, request);
      await readAll(options.after, after, request);
      await compareFiles(area, before, after);
    });
    await Promise.all(work);
    const { documents, different } = table[area] ?? { documents: 0, different: 0 };
    if (!options.json) console.error(`${area}: ${documents} documents, ${different} differ, ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

if (options.json) console.log(JSON.stringify({ table, examples }, null, 1));
else {
  for (const { name, differences: lines } of examples.slice(0, Number(options.most)))
    console.log([name, ...lines.map((line) => `  ${line}`)].join('\n'));
  for (const [area, { documents, different, fields }] of Object.entries(table)) {
    const where = Object.entries(fields).map(([field, count]) => `${field} ${count}`);
    console.log(`${area}: ${different} of ${documents} records differ${where.length === 0 ? '' : ` (${where.join(', ')})`}`);
  }
}
process.exitCode = examples.length > 0 ? 1 : 0;
