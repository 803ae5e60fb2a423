/**
 * Reads every document with the library of one checkout; a line a document: name, tab, record as JSON with sorted keys and without timings.
 * Started by main.ts in a process of its own, so that two checkouts never share a module.
 *
 *   node bench/compare/read-all.ts CHECKOUT OUT.jsonl.gz '{"areas":["seeds"],"data":"../shared/eval","every":1,"part":0,"parts":1}'
 */
import { createWriteStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { constants, createGzip } from 'node:zlib';
import type * as Library from '../../src/index.ts';
import { documentsOf, storyTexts, type Area } from './documents.ts';

export interface ReadRequest {
  readonly areas: readonly Area[];
  readonly data: string;
  /** Only every n-th document. */
  readonly every: number;
  /** This process takes the documents whose number is `part` modulo `parts`. */
  readonly part: number;
  readonly parts: number;
}

/** The same value always gives the same text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    field !== null && typeof field === 'object' && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}

function* recordLines(library: typeof Library, request: ReadRequest, seedFolder: string): Generator<string> {
  let number = 0;
  for (const area of request.areas) {
    if (area === 'dedup') continue;
    for (const { name, input, options } of documentsOf(area, request.data, seedFolder)) {
      number += 1;
      if (number % request.every !== 0 || Math.floor(number / request.every) % request.parts !== request.part) continue;
      let record: string;
      try {
        const { timings: _timings, ...rest } = library.readArticle(input, options);
        record = canonicalJson(rest);
      } catch (error) {
        record = JSON.stringify({ threw: String(error) });
      }
      yield `${name}\t${record}\n`;
    }
  }
}

/** The clusters of the duplicates set; one process reads it, for a cluster depends on all that came before. */
function* clusterLines(library: typeof Library, request: ReadRequest): Generator<string> {
  if (!request.areas.includes('dedup') || request.part !== 0) return;
  const index = new library.MemoryIndex();
  const ids: string[] = [];
  for (const text of storyTexts(request.data)) {
    library.clusterText(text, index);
    ids.push(text.id);
  }
  for (const id of ids) yield `dedup/${id}\t${JSON.stringify({ cluster: index.clusterOf(id) })}\n`;
}

const [checkout = '.', out = 'records.gz', request = '{}'] = process.argv.slice(2);
const built = join(resolve(checkout), 'src/index.ts');
if (!existsSync(built)) {
  console.error(`${built} is not there: name the folder of a checkout`);
  process.exit(2);
}
const library = (await import(pathToFileURL(built).href)) as typeof Library;
const wanted = JSON.parse(request) as ReadRequest;
// one seeds folder for both sides: what is compared is how they read, not what they hold
const seedFolder = join(import.meta.dirname, '../../seeds');
function* all(): Generator<string> {
  yield* recordLines(library, wanted, seedFolder);
  yield* clusterLines(library, wanted);
}
await pipeline(Readable.from(all()), createGzip({ level: constants.Z_BEST_SPEED }), createWriteStream(out));
