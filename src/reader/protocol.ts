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

/** What makes a reader besides the code; the operator's, the same for every call. */
export interface ReaderSettings {
  /** File of the operator's entities (JSON lines), looked at again whenever it changes. It need not be there. */
  readonly entitiesFile?: string | undefined;
  /** Folder of the operator's own model that finds names; the built-in tagger does without. */
  readonly namesModel?: string | undefined;
}

/** The first message to a child: it loads what it needs and answers `ready`. */
export interface StartMessage {
  readonly start: ReaderSettings;
  /** Resident memory at which the child ends itself, bytes. */
  readonly rssBytes: number;
  /** CPU time of one call, ms. */
  readonly cpuMs: number;
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
