/** The records of the five seeds, as they are kept for review: keys sorted, without what differs from run to run. */
import { readdirSync, readFileSync } from 'node:fs';
import type { NewsRecord } from '../../src/article.ts';
import { readArticle } from '../../src/index.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);

export interface SeedRecord {
  /** Name of the golden file: "000_4de1509418ccaafc.json". */
  readonly file: string;
  readonly json: string;
}

export function seedRecords(): SeedRecord[] {
  return readdirSync(SEEDS)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, SEEDS), 'utf8');
      const { timings: _timings, ...record }: NewsRecord = readArticle({ id: name, text, file: `seeds/${name}` });
      return { file: name.replace(/\.txt$/, '.json'), json: `${JSON.stringify(sortKeys(record), undefined, 2)}\n` };
    });
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, sortKeys(field)]),
  );
}
