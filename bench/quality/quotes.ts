/**
 * Runs entities and quotations over a gold file taken as clean text and writes predictions in the scorer's format.
 * Use: node bench/quality/quotes.ts GOLD.jsonl[.gz] OUT.jsonl [--marked-only] [--without "after,outermost"]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Entity, Quotation, Span } from '../../src/article.ts';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { PARTS, type Part } from '../../src/quotes/parts.ts';
import { findQuotations } from '../../src/quotes/quotes.ts';
import { STRATEGIES } from '../../src/quotes/strategies.ts';

interface GoldDocument {
  readonly id: string;
  readonly text: string;
}

/** A gold text with the entities found in it: what the quotation stage starts from. */
export interface ReadDocument {
  readonly id: string;
  readonly article: ReturnType<typeof takeAsClean>;
  readonly entities: readonly Entity[];
}

export interface PredictOptions {
  /** The second tier (reported speech without marks), which only the scorer's `all` view counts; the product leaves it off. */
  readonly indirect?: boolean | undefined;
  readonly without?: ReadonlySet<Part> | undefined;
}

function placed(item: { readonly span: Span; readonly text: string } | null): object | null {
  return item === null ? null : { text: item.text, start: item.span[0], end: item.span[1] };
}

function toScorerQuote({ span, text, kind, speaker, cue, content, rule }: Quotation): object {
  return {
    start: span[0],
    end: span[1],
    text,
    type: kind,
    speaker: speaker === null ? null : { ...(placed(speaker.mention) ?? { text: speaker.name }), name: speaker.name },
    cue: placed(cue),
    ...(content === undefined ? {} : { content: { start: content[0], end: content[1] } }),
    rule,
  };
}

export function readGold(goldFile: string): ReadDocument[] {
  const bytes = readFileSync(goldFile);
  const lines = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, text } = JSON.parse(line) as GoldDocument;
      const article = takeAsClean({ text });
      return { id, article, entities: findEntities(article).entities };
    });
}

/** Writes one prediction a line for every document. Returns the milliseconds of CPU time spent in the quotation stage. */
export function predictQuotes(
  documents: readonly ReadDocument[],
  outFile: string,
  { indirect = true, without }: PredictOptions = {},
): number {
  const start = process.cpuUsage();
  const found = documents.map(({ id, article, entities }) => ({
    id,
    quotations: findQuotations({ ...article, entities, indirect, without }).quotations,
  }));
  const { user, system } = process.cpuUsage(start);
  writeFileSync(outFile, found.map(({ id, quotations }) => `${JSON.stringify({ id, quotes: quotations.map(toScorerQuote) })}\n`).join(''));
  return (user + system) / 1000;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'marked-only': { type: 'boolean', default: false }, without: { type: 'string', default: '' } },
  });
  const [goldFile, outFile] = positionals;
  const parts = values.without.split(',').filter((part) => part !== '');
  const wrong = parts.find((part) => !(part in PARTS) && !STRATEGIES.some(({ name }) => name === part));
  if (goldFile === undefined || outFile === undefined || wrong !== undefined) {
    console.error('usage: node bench/quality/quotes.ts GOLD.jsonl[.gz] OUT.jsonl [--marked-only] [--without PART,PART]');
    console.error(`parts: ${[...Object.keys(PARTS), ...STRATEGIES.map(({ name }) => name)].join(', ')}`);
    process.exit(2);
  }
  const documents = readGold(goldFile);
  const options = { indirect: !values['marked-only'], without: new Set<Part>(parts) };
  const cold = predictQuotes(documents, outFile, options);
  const warm = predictQuotes(documents, outFile, options);
  const rate = (ms: number): string => `${Math.round(ms)} ms CPU, ${Math.round((documents.length * 1000) / ms)} articles/s`;
  console.log(`quotation stage, first pass: ${rate(cold)}; second: ${rate(warm)}`);
}
