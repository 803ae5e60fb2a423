/** The library: one string in, one record out. No queue, no database, no network. */
import type { ArticleInput, NewsRecord } from './article.ts';
import { cleanAndSign, findNamesAndQuotations, rawFacts, toRecord, type PipelineOptions } from './pipeline.ts';

export type {
  ArticleInput,
  ClusterMembership,
  Entity,
  NewsRecord,
  Note,
  Provenance,
  Quotation,
  Removed,
  Span,
  Speaker,
} from './article.ts';
export { newsRecordSchema, SCHEMA_VERSION } from './article.ts';
export { clusterText, type PageText } from './dedupe/cluster-stream.ts';
export { diffParagraphs, type ParagraphChange } from './dedupe/diff.ts';
export { MemoryIndex } from './dedupe/memory-index.ts';
export { CopydeskError } from './errors.ts';
export type { PipelineOptions } from './pipeline.ts';
export { MemoryStatements } from './quotes/statements/memory-index.ts';
export type { Appearance, Statement, StatementQuery } from './quotes/statements/statement.ts';

/**
 * Reads one article: cleans it, finds who published it first, its entities and its quotations.
 * A plain string is taken as text, or as HTML when it starts with a tag. Offsets are UTF-16 code units into `body.text`.
 *
 * @example
 * const record = readArticle('Mayor opens bridge\n\n“It is open,” Mayor Ann Lee said on Monday.');
 * record.quotations[0]?.speaker?.name; // 'Ann Lee'
 */
export function readArticle(input: string | ArticleInput, options: PipelineOptions = {}): NewsRecord {
  const article: ArticleInput =
    typeof input === 'string' ? (/^\s*<(?:!doctype|html|head|body|[a-z]+[\s>])/i.test(input) ? { html: input } : { text: input }) : input;
  const draft = findNamesAndQuotations(cleanAndSign(article, options), options);
  return toRecord(article, rawFacts(article), draft);
}
