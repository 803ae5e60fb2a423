/** What two checkouts are compared on: every text of the evaluation sets, in the ways the product reads it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArticleInput, PipelineOptions } from '../../src/index.ts';

export interface ComparedDocument {
  /** Stable name: set, form and id of the document. */
  readonly name: string;
  readonly input: ArticleInput;
  readonly options: PipelineOptions;
}

export const AREAS = ['seeds', 'html', 'text', 'quotes', 'entities', 'world', 'dedup'] as const;
export type Area = (typeof AREAS)[number];

const read = (file: string): string => {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

function* seeds(seedFolder: string): Generator<ComparedDocument> {
  for (const file of readdirSync(seedFolder).filter((name) => name.endsWith('.txt')))
    yield { name: `seeds/${file}`, input: { text: read(join(seedFolder, file)), file }, options: {} };
}

/** The pages of every extraction set that is present, as HTML or as the text dumps made of them. */
function* pages(data: string, form: 'html' | 'text'): Generator<ComparedDocument> {
  const root = join(data, form === 'html' ? 'extraction' : 'extraction-text');
  if (!existsSync(root)) return;
  const sets = readdirSync(root).filter((set) => existsSync(join(root, set, 'gold.json')));
  for (const set of sets) {
    const gold = JSON.parse(read(join(root, set, 'gold.json'))) as Record<string, { url?: string | null }>;
    for (const [id, { url }] of Object.entries(gold)) {
      const file = join(root, set, form, `${id}.${form === 'html' ? 'html' : 'txt'}.gz`);
      if (!existsSync(file)) continue;
      const content = read(file);
      const input = { ...(form === 'html' ? { html: content } : { text: content }), url: url ?? undefined };
      yield { name: `${form}/${set}/${id}`, input, options: {} };
    }
  }
}

/** The documents of one folder's development files. */
function* lines(data: string, folder: string): Generator<{ name: string; text: string }> {
  const root = join(data, folder);
  if (!existsSync(root)) return;
  for (const file of readdirSync(root).filter((name) => name.endsWith('.jsonl.gz') && !name.includes('train'))) {
    for (const line of read(join(root, file)).split('\n')) {
      if (line.trim() === '') continue;
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      yield { name: `${folder}/${file.replace('.jsonl.gz', '')}/${id}`, text };
    }
  }
}

/** Quotations: as clean text with reported speech (as the scorer reads it), and through cleaning, where the language is known. */
function* quotes(data: string): Generator<ComparedDocument> {
  for (const { name, text } of lines(data, 'quotes')) {
    yield { name: `${name} clean`, input: { text }, options: { clean: 'none', indirect: true } };
    yield { name: `${name} dump`, input: { text }, options: {} };
  }
}

function* entities(data: string, folder: string): Generator<ComparedDocument> {
  for (const { name, text } of lines(data, folder)) yield { name, input: { text }, options: { clean: 'none' } };
}

/** What one area reads; nothing where its data are not present. `dedup` is not read as records (see read-all.ts). */
export function documentsOf(area: Exclude<Area, 'dedup'>, data: string, seedFolder: string): Generator<ComparedDocument> {
  if (area === 'seeds') return seeds(seedFolder);
  if (area === 'html' || area === 'text') return pages(data, area);
  if (area === 'quotes') return quotes(data);
  return entities(data, area === 'entities' ? 'entities' : 'entities-world');
}

/** The texts of the duplicates set, in order of arrival. */
export function* storyTexts(data: string): Generator<{ id: string; text: string; outlet: string | undefined }> {
  const file = join(data, 'dedup/dev.jsonl.gz');
  if (!existsSync(file)) return;
  for (const line of read(file).split('\n')) {
    if (line.trim() === '') continue;
    const { id, text, outlet } = JSON.parse(line) as { id: string; text: string; outlet?: string | null };
    yield { id, text, outlet: outlet ?? undefined };
  }
}
