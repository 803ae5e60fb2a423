/** Finds every quotation, its cue and its speaker. Pure and linear in the length of the body. */
import type { Body, Entity, Note, Quotation, Span } from '../article.ts';
import { attributeStretches, type Attribution } from './chains.ts';
import { findStretches } from './marks.ts';
import { resolveSpeakers } from './resolution.ts';

export const QUOTES_VERSION = '1';

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

/**
 * Quotations of an article in order of their place.
 *
 * @example
 * findQuotations({ headline: '', body, language, entities }).quotations[0]?.speaker?.name; // 'Ann Lee'
 */
export function findQuotations(article: QuotesInput): QuotesResult {
  const { text, paragraphs } = article.body;
  const stretches = findStretches(text, paragraphs);
  const { attributions, rejected } = attributeStretches(text, paragraphs, stretches);
  const { speakers, entities } = resolveSpeakers(text, paragraphs, attributions, article.entities);
  const quotations = attributions.map((attribution, i): Quotation => {
    const span: Span = [attribution.stretch.start, attribution.stretch.end];
    const quotation: Quotation = {
      id: `q${i + 1}`,
      span,
      text: text.slice(...span),
      kind: attribution.kind,
      speaker: speakers[i] ?? null,
      cue: attribution.cue === undefined ? null : { span: attribution.cue, text: text.slice(...attribution.cue) },
      rule: attribution.rule,
    };
    if (attribution.continues !== undefined) quotation.continues = `q${attribution.continues + 1}`;
    if (attribution.medium !== undefined) quotation.medium = attribution.medium;
    return quotation;
  });
  const notes = rejected.map(({ stretch, reason }): Note => ({
    stage: 'quotes',
    rule: reason,
    text: text.slice(stretch.start, stretch.end),
    span: [stretch.start, stretch.end],
  }));
  return { quotations, entities, notes };
}

export type { Attribution };
