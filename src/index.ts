/// <reference lib="esnext.disposable" preserve="true" />
/**
 * The library: one string in, one record out. No queue, no database, no network. The schema as a value (zod) is `copydesk/schema`.
 */
import type { ArticleInput, NewsRecord } from './article.ts';
import { articleInputOf } from './article-input.ts';
import { loadPipeline } from './load-pipeline.ts';
import type { PipelineOptions } from './pipeline.ts';

export type {
  ArticleDate,
  ArticleInput,
  Body,
  Byline,
  ClusterMembership,
  Credit,
  Dateline,
  Entity,
  NewsRecord,
  Note,
  PlacedText,
  Provenance,
  Quotation,
  Removed,
  Span,
  Speaker,
  TypedValue,
} from './article.ts';
export { createReader, type CreateReaderOptions, type Reader, type ReadOptions } from './article-reader.ts';
export { clusterText, type PageText } from './dedupe/cluster-stream.ts';
export { diffParagraphs, type ParagraphChange } from './dedupe/diff.ts';
export { MemoryIndex } from './dedupe/memory-index.ts';
export { CopydeskError } from './errors.ts';
export type { Language } from './languages/language.ts';
export { addLanguage, allLanguages } from './languages/languages.ts';
export type { PipelineOptions } from './pipeline.ts';
export { MemoryStatements } from './quotes/statements/memory-index.ts';
export type { Appearance, Statement, StatementQuery } from './quotes/statements/statement.ts';

/**
 * Reads one article: cleans it, finds who published it first, its entities and its quotations.
 * A plain string is taken as text, or as HTML when it starts with a tag. Offsets are UTF-16 code units into `body.text`.
 *
 * The models are loaded at the first call, which takes about a second; a page that is hostile or huge blocks the caller: see `createReader`.
 * @throws Error when the package's model files are missing or damaged.
 *
 * @example
 * const record = readArticle('Mayor opens bridge\n\n“It is open,” Mayor Ann Lee said on Monday.');
 * record.quotations[0]?.speaker?.name; // 'Ann Lee'
 */
export function readArticle(input: string | ArticleInput, options: PipelineOptions = {}): NewsRecord {
  const { cleanAndSign, findNamesAndQuotations, rawFacts, toRecord } = loadPipeline();
  const article = articleInputOf(input);
  const draft = findNamesAndQuotations(cleanAndSign(article, options), options);
  return toRecord(article, rawFacts(article), draft);
}
