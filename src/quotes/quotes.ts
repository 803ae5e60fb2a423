import type { Body, Entity, Note, Quotation } from '../article.ts';

export const QUOTES_VERSION = '0';

export interface QuotesInput {
  readonly headline: string;
  readonly body: Body;
  readonly language: { readonly code: string; readonly confidence: number };
  readonly entities: readonly Entity[];
}

export interface QuotesResult {
  readonly quotations: Quotation[];
  /** The same entities, with `references` (pronouns and nominals) filled in. */
  readonly entities: Entity[];
  readonly notes: Note[];
}

export function findQuotations(article: QuotesInput): QuotesResult {
  return { quotations: [], entities: [...article.entities], notes: [] };
}
