/**
 * Runs entities and quotations over a gold file taken as clean text and writes predictions in the scorer's format.
 * Use: node bench/quality/quotes.ts GOLD.jsonl[.gz] OUT.jsonl
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Quotation } from '../../src/article.ts';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { findQuotations } from '../../src/quotes/quotes.ts';

interface GoldDocument {
  readonly id: string;
  readonly text: string;
}

function toScorerQuote(quotation: Quotation): object {
  const [start, end] = quotation.span;
  const place = (item: { span: readonly [number, number]; text: string } | null): object | null =>
    item === null ? null : { text: item.text, start: item.span[0], end: item.span[1] };
  const mention = quotation.speaker === null ? null : place(quotation.speaker.mention);
  return {
    start,
    end,
    text: quotation.text,
    type: quotation.kind,
    speaker: quotation.speaker === null ? null : { ...(mention ?? { text: quotation.speaker.name }), name: quotation.speaker.name },
    cue: place(quotation.cue),
    ...(quotation.content === undefined ? {} : { content: { start: quotation.content[0], end: quotation.content[1] } }),
    rule: quotation.rule,
  };
}

/** Writes one prediction a line for every document of `goldFile`. Returns the milliseconds spent in the quotation stage. */
export function predictQuotes(goldFile: string, outFile: string): number {
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
    const { quotations } = findQuotations({ ...article, entities });
    spentMs += performance.now() - start;
    predictions.push(JSON.stringify({ id, quotes: quotations.map(toScorerQuote) }));
  }
  writeFileSync(outFile, `${predictions.join('\n')}\n`);
  return spentMs;
}

if (import.meta.main) {
  const [goldFile, outFile] = process.argv.slice(2);
  if (goldFile === undefined || outFile === undefined) {
    console.error('usage: node bench/quality/quotes.ts GOLD.jsonl[.gz] OUT.jsonl');
    process.exit(2);
  }
  console.log(`quotation stage: ${Math.round(predictQuotes(goldFile, outFile))} ms`);
}
