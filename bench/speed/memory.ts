/**
 * Memory of one reader child over many pages, all stages, as the pool runs it: does it stay flat?
 *
 *   node bench/speed/memory.ts --data ../shared/eval [--pages 2000] [--every 250] [--sample 60]
 *
 * Reads the sample pages and every development page as HTML and as text dump, over and over, in one child that is never replaced. Prints resident
 * memory (MB) when the stages are loaded, every so many pages, and at the end. Linux only: it reads /proc.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { ArticleInput } from '../../src/article.ts';
import { createReaderPool } from '../../src/reader/pool.ts';
import { EXTRACTION_SETS } from '../quality/extraction.ts';
import { samplePages } from './pages.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    pages: { type: 'string', default: '2000' },
    every: { type: 'string', default: '250' },
    sample: { type: 'string', default: '60' },
    heap: { type: 'string', default: '512' },
  },
});

interface StoredPage {
  readonly file: string;
  readonly kind: 'html' | 'text';
}

/** Paths only: the pages themselves would make the parent, and so the child's messages, look larger than they are. */
function storedPages(): StoredPage[] {
  return EXTRACTION_SETS.flatMap((set) =>
    (['html', 'text'] as const).flatMap((kind) => {
      const folder = join(values.data, kind === 'html' ? 'extraction' : 'extraction-text', set, kind);
      return readdirSync(folder)
        .toSorted()
        .map((name) => ({ file: join(folder, name), kind }));
    }),
  );
}

const inputOf = ({ file, kind }: StoredPage): ArticleInput => ({ [kind]: gunzipSync(readFileSync(file)).toString('utf8') });

/** Resident memory of a process now and at its highest, MB. */
function residentMb(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: Math.round(field('VmRSS')), peak: Math.round(field('VmHWM')) };
}

const started = performance.now();
const pool = createReaderPool({
  workers: 1,
  timeoutMs: 20_000,
  heapMb: Number(values.heap),
  recycleAfter: Number.POSITIVE_INFINITY,
  recycleRssMb: Number.POSITIVE_INFINITY,
});
await pool.readArticle({ text: 'The council met on Tuesday.' });
console.log(`first answer after ${Math.round(performance.now() - started)} ms`);
const [pid] = pool.childIds();
if (pid === undefined) throw new Error('no reader child');
const report = (count: number): void => {
  const { now, peak } = residentMb(pid);
  console.log(`${String(count).padStart(5)} pages  ${now} MB  (highest ${peak} MB)`);
};
report(0);
const wanted = Number(values.pages);
const stored = storedPages();
let count = 0;
for (const { html, url } of samplePages(values.data, Number(values.sample))) {
  await pool.readArticle({ html, url });
  count++;
}
while (count < wanted) {
  for (const page of stored) {
    if (count >= wanted) break;
    await pool.readArticle(inputOf(page));
    count++;
    if (count % Number(values.every) === 0) report(count);
  }
}
if (pool.childIds()[0] !== pid) console.log('the child was replaced: it died on the way');
await pool.close();
