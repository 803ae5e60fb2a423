/**
 * Runs entities and quotations over a gold file taken as clean text and writes predictions in the scorer's format.
 * Use: node bench/quality/quotes.ts GOLD.jsonl[.gz] OUT.jsonl [--marked-only]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Quotation, Span } from '../../src/article.ts';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { findQuotations } from '../../src/quotes/quotes.ts';

interface GoldDocument {
  readonly id: string;
  readonly text: string;
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

/**
 * Writes one prediction a line for every document of `goldFile`. Returns the milliseconds spent in the quotation stage.
 * `indirect` adds the second tier (reported speech without marks), which only the scorer's `all` view counts; the product leaves it off.
 */
export function predictQuotes(goldFile: string, outFile: string, indirect = true): number {
  const bytes = readFileSync(goldFile);
  const lines = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  let spentMs = 0;
  const predictions: string[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const { id, text } = JSON.parse(line) as GoldDocument;
    const article = takeAsClean({ text });
    const { entities } = findEntities(article);
    const start = performance.now();
    const { quotations } = findQuotations({ ...article, entities, indirect });
    spentMs += performance.now() - start;
    predictions.push(JSON.stringify({ id, quotes: quotations.map(toScorerQuote) }));
  }
  writeFileSync(outFile, `${predictions.join('\n')}\n`);
  return spentMs;
}

if (import.meta.main) {
  const [goldFile, outFile] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  if (goldFile === undefined || outFile === undefined) {
    console.error('usage: node bench/quality/quotes.ts GOLD.jsonl[.gz] OUT.jsonl [--marked-only]');
    process.exit(2);
  }
  console.log(`quotation stage: ${Math.round(predictQuotes(goldFile, outFile, !process.argv.includes('--marked-only')))} ms`);
}
