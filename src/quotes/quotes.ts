/** Finds every quotation, its cue and its speaker. Pure and linear in the length of the body. */
import type { Body, Entity, Note, Quotation, Span } from '../article.ts';
import { attributeStretches } from './chains.ts';
import { findHeadlineQuotations } from './headline.ts';
import { findReports } from './indirect.ts';
import { findStretches } from './marks.ts';
import type { Part } from './parts.ts';
import type { Strategy } from './strategies.ts';
import { withReports } from './reports.ts';
import { paragraphReader } from './tokens.ts';
import { resolveSpeakers } from './resolution.ts';

export const QUOTES_VERSION = '5';

/** Reported speech without marks is a second tier: see docs/decisions/0052. */
const INDIRECT_BY_DEFAULT = false;

export interface QuotesInput {
  readonly headline: string;
  readonly body: Body;
  readonly language: { readonly code: string; readonly confidence: number };
  readonly entities: readonly Entity[];
  /** Also return reported speech without marks. */
  readonly indirect?: boolean | undefined;
  /** For measurements: parts to leave out. */
  readonly without?: ReadonlySet<Part> | undefined;
  /** The ways to find a speaker, instead of STRATEGIES. */
  readonly strategies?: readonly Strategy[] | undefined;
}

export interface QuotesResult {
  readonly quotations: Quotation[];
  /** Those that only the headline has; spans into the headline. */
  readonly headlineQuotations: Quotation[];
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
  const foreign = article.language.code !== 'en' && article.language.code !== 'und' && article.language.confidence >= 0.5;
  const read = paragraphReader(text, paragraphs, stretches);
  const { attributions: marked, rejected } = attributeStretches(
    text,
    paragraphs,
    stretches,
    read,
    foreign,
    article.without,
    article.strategies,
  );
  const indirect = article.indirect ?? INDIRECT_BY_DEFAULT;
  const quoting = indirect ? undefined : new Set(marked.flatMap(({ kind, stretch }) => (kind === 'mixed' ? [stretch.paragraph] : [])));
  const attributions = withReports(marked, findReports(paragraphs.length, read, quoting), read, indirect, article.without);
  const { speakers, entities } = resolveSpeakers(text, paragraphs, attributions, article.entities, article.without);
  const order = attributions.map((_, i) => i).sort((a, b) => attributions[a]!.stretch.start - attributions[b]!.stretch.start);
  const ids = new Map(order.map((index, place) => [index, `q${place + 1}`]));
  const quotations = order.map((index): Quotation => {
    const { stretch, kind, cue, rule, content, continues, medium } = attributions[index]!;
    const span: Span = [stretch.start, stretch.end];
    const quotation: Quotation = {
      id: ids.get(index)!,
      span,
      text: text.slice(...span),
      kind,
      speaker: speakers[index] ?? null,
      cue: cue === undefined ? null : { span: cue, text: text.slice(...cue) },
      rule,
    };
    if (content !== undefined) quotation.content = content;
    if (continues !== undefined) quotation.continues = ids.get(continues)!;
    if (medium !== undefined) quotation.medium = medium;
    return quotation;
  });
  const notes = rejected.map(({ stretch, reason }): Note => ({
    stage: 'quotes',
    rule: reason,
    text: text.slice(stretch.start, stretch.end),
    span: [stretch.start, stretch.end],
  }));
  return { ...findHeadlineQuotations(article.headline, quotations, entities), entities, notes };
}
