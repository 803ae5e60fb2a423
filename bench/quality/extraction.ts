/**
 * Predictions for the extraction scorers: cleans every page of a set and writes one {"id","text","title","byline","date"} a line.
 *
 *   node bench/quality/extraction.ts --data ../shared/eval [--set scrapinghub] [--out DIR] [--sample N]
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { CleanArticle } from '../../src/article.ts';
import { cleanHtml } from '../../src/clean/html/html.ts';

export const EXTRACTION_SETS = ['scrapinghub', 'fundus', 'wcxb-article'] as const;
export type ExtractionSet = (typeof EXTRACTION_SETS)[number];

export interface EvalPage {
  readonly id: string;
  readonly html: string;
  readonly url: string | undefined;
}

/** Pages of a set in the order of their ids; `sample` takes every so many so that about that number remain. */
export function* readPages(dataDir: string, set: ExtractionSet, sample?: number): Generator<EvalPage> {
  const folder = join(dataDir, 'extraction', set);
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Record<string, { url?: string }>;
  const files = readdirSync(join(folder, 'html')).sort();
  const step = sample === undefined ? 1 : Math.max(1, Math.floor(files.length / sample));
  for (const [index, file] of files.entries()) {
    if (index % step !== 0) continue;
    const id = file.replace(/\.html\.gz$/u, '');
    yield { id, html: gunzipSync(readFileSync(join(folder, 'html', file))).toString('utf8'), url: gold[id]?.url };
  }
}

export function predictionOf(id: string, article: CleanArticle): object {
  return {
    id,
    text: article.body.text,
    title: article.headline,
    byline: article.byline?.authors.join(', '),
    date: article.publishedAt?.value,
    kind: article.kind,
  };
}

/** Cleans one set and writes the predictions. */
export async function predictHtml(dataDir: string, set: ExtractionSet, outFile: string, sample?: number): Promise<void> {
  const lines: string[] = [];
  for (const { id, html, url } of readPages(dataDir, set, sample)) lines.push(JSON.stringify(predictionOf(id, cleanHtml({ html, url }))));
  mkdirSync(dirname(outFile), { recursive: true });
  writeFileSync(outFile, `${lines.join('\n')}\n`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/eval' },
      set: { type: 'string' },
      out: { type: 'string', default: 'predictions' },
      sample: { type: 'string' },
    },
  });
  const sample = values.sample === undefined ? undefined : Number(values.sample);
  for (const set of EXTRACTION_SETS) {
    if (values.set !== undefined && values.set !== set) continue;
    await predictHtml(values.data, set, join(values.out, `${set}.jsonl`), sample);
  }
}
