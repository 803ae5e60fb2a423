/**
 * Predictions for the text dump scorer: cleans every dump of a set and writes one {"id","text","title","byline","date"} a line.
 *
 *   node bench/quality/extraction-text.ts --data ../shared/eval [--set scrapinghub] [--out DIR]
 *
 * The classifier was trained on these very dumps: its honest figures are the cross-validated ones of `npm run train:dump`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { cleanDump } from '../../src/clean/dump/dump.ts';
import { EXTRACTION_SETS, predictionOf, type ExtractionSet } from './extraction.ts';

export async function predictDump(dataDir: string, set: ExtractionSet, outFile: string): Promise<void> {
  const folder = join(dataDir, 'extraction-text', set, 'text');
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.txt.gz'))
    .sort()
    .map((name) => {
      const text = gunzipSync(readFileSync(join(folder, name))).toString('utf8');
      return JSON.stringify(predictionOf(name.slice(0, -'.txt.gz'.length), cleanDump({ text })));
    });
  mkdirSync(dirname(outFile), { recursive: true });
  writeFileSync(outFile, `${lines.join('\n')}\n`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/eval' },
      set: { type: 'string' },
      out: { type: 'string', default: 'predictions' },
    },
  });
  for (const set of EXTRACTION_SETS) {
    if (values.set === undefined || values.set === set) {
      await predictDump(values.data, set, join(values.out, `text-${set}.jsonl`));
    }
  }
}
