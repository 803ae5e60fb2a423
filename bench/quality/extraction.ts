/** The pages of the extraction sets: as HTML, and as the text dumps made of them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** Sets whose pages trained the shipped models. */
export const EXTRACTION_SETS = ['scrapinghub', 'fundus', 'wcxb-article'] as const;
export type ExtractionSet = (typeof EXTRACTION_SETS)[number] | (typeof WORLD_SETS)[number];

/** Sets that no shipped model was trained on. */
export const WORLD_SETS = ['world', 'daniel'] as const;

/** The sets whose data are in this folder. */
export const presentSets = (dataDir: string, form: 'html' | 'text'): ExtractionSet[] =>
  [...EXTRACTION_SETS, ...WORLD_SETS].filter((set) => existsSync(goldFile(dataDir, set, form)));

const goldSchema = z.record(z.string(), z.looseObject({ url: z.string().nullish() }));

/** The gold file of a set, as its scorer takes it. */
export const goldFile = (dataDir: string, set: ExtractionSet, form: 'html' | 'text'): string =>
  join(dataDir, form === 'html' ? 'extraction' : 'extraction-text', set, 'gold.json');

export interface EvalPage {
  readonly id: string;
  readonly content: string;
  readonly url: string | undefined;
}

/** Pages of a set in the order of their file names. */
export function* readPages(dataDir: string, set: ExtractionSet, form: 'html' | 'text'): Generator<EvalPage> {
  const file = goldFile(dataDir, set, form);
  const gold = Object.entries(goldSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  for (const [id, { url }] of gold.sort(([a], [b]) => (`${a}.` < `${b}.` ? -1 : 1))) {
    const page = join(file, '..', form, `${id}.${form === 'html' ? 'html' : 'txt'}.gz`);
    yield { id, content: gunzipSync(readFileSync(page)).toString('utf8'), url: url ?? undefined };
  }
}
