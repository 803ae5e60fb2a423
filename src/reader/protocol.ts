/** What the reader pool and its child processes say to each other. Sent by structured clone, so undefined and lone surrogates survive. */
import type { ArticleInput, NewsRecord } from '../article.ts';
import type { CleanOptions } from '../clean/clean.ts';
import type { BlockDecision } from '../clean/decision.ts';
import type { Draft, PipelineOptions, RawFacts } from '../pipeline.ts';

export interface ReadContext {
  readonly inputId?: string | undefined;
  /** Facts of the bytes the text was decoded from; without them the text itself is hashed as UTF-8. */
  readonly raw?: RawFacts | undefined;
}

/** The calls a child answers. `ArticleReader` in pool.ts is the same list, as promises. */
export interface ReaderCalls {
  cleanAndSign(input: ArticleInput, options?: PipelineOptions): Draft;
  findNamesAndQuotations(draft: Draft, options?: PipelineOptions): Draft | Promise<Draft>;
  /** All stages: one input in, its record out. */
  readArticle(input: ArticleInput, options?: PipelineOptions, context?: ReadContext): NewsRecord | Promise<NewsRecord>;
  /** Every block in order, kept or removed, with the rule that decided. */
  explainClean(input: ArticleInput, options?: CleanOptions): BlockDecision[];
}

export type CallName = keyof ReaderCalls;

export interface CallMessage {
  readonly call: CallName;
  readonly args: readonly unknown[];
}

export interface CallFailure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  /** Set when the child threw a CopydeskError. */
  readonly code?: string | undefined;
  readonly stage?: string | undefined;
}

export type ChildMessage =
  | { readonly kind: 'ready' }
  /** `rss`: resident memory of the child after the call, bytes. */
  | { readonly kind: 'result'; readonly result: unknown; readonly rss: number }
  | { readonly kind: 'failure'; readonly failure: CallFailure; readonly rss: number };
