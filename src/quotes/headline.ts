/**
 * What the headline quotes. Words that the body quotes too are one quotation with two places; the rest are quotations of the headline alone.
 * A headline has no room for a source's full name, so a speaker counts only when the body knows them: never a false one.
 */
import { isVerbLike, lexicon } from './lexicon.ts';
import type { Entity, PlacedText, Quotation, Speaker, Span } from '../article.ts';
import { foldName } from '../text/fold.ts';
import type { Attribution } from './attribution.ts';
import { attributeStretches } from './chains.ts';
import { findStretches } from './marks.ts';
import { contains, foldWords } from './statements/wording.ts';
import { tokenAt, paragraphReader, type Token } from './tokens.ts';

export interface HeadlineQuotations {
  /** The body's quotations, with their place in the headline. */
  readonly quotations: Quotation[];
  /** Spans into the headline. */
  readonly headlineQuotations: Quotation[];
}

/** A longer first line is no headline. */
const MAX_HEADLINE = 400;
/** How sure a headline's word order is. */
const CONFIDENCE = 0.8;

export function findHeadlineQuotations(
  headline: string,
  quotations: readonly Quotation[],
  entities: readonly Entity[],
): HeadlineQuotations {
  if (headline.length > MAX_HEADLINE || !lexicon.marks.inHeadline.test(headline))
    return { quotations: [...quotations], headlineQuotations: [] };
  const paragraphs: Span[] = [[0, headline.length]];
  const stretches = findStretches(headline, paragraphs);
  const read = paragraphReader(headline, paragraphs, stretches);
  const { attributions, rejected } = attributeStretches(headline, paragraphs, stretches, read);
  const accepted = new Map(attributions.map((attribution) => [attribution.stretch, attribution]));
  const bodyWords = quotations.map(({ text }) => foldWords(text));
  const placed = new Map<number, PlacedText>();
  const own: Quotation[] = [];
  for (const stretch of stretches) {
    const span: Span = [stretch.start, stretch.end];
    const text = headline.slice(...span);
    const words = foldWords(text);
    const same = words === '' ? -1 : bodyWords.findIndex((body, n) => quotations[n]!.kind !== 'indirect' && contains(body, words));
    if (same >= 0) {
      if (!placed.has(same)) placed.set(same, { span, text });
      continue;
    }
    const attribution = accepted.get(stretch);
    if (attribution === undefined || rejected.some((one) => one.stretch === stretch)) continue;
    own.push(quotationOf(headline, `h${own.length + 1}`, attribution, entities));
  }
  if (stretches.length === 0) own.push(...besideColon(headline, read(0).tokens, quotations, entities));
  return {
    quotations: quotations.map((quotation, n) => {
      const place = placed.get(n);
      return place === undefined ? quotation : { ...quotation, headline: place };
    }),
    headlineQuotations: own,
  };
}

function quotationOf(headline: string, id: string, attribution: Attribution, entities: readonly Entity[]): Quotation {
  const { stretch, kind, cue, rule, speaker, medium } = attribution;
  const span: Span = [stretch.start, stretch.end];
  const found = speaker === undefined ? null : speakerAt(headline, speaker.span, speaker.head, entities);
  const quotation: Quotation = {
    id,
    span,
    text: headline.slice(...span),
    kind,
    speaker: found,
    cue: cue === undefined || found === null ? null : { span: cue, text: headline.slice(...cue) },
    rule: found === null ? 'headline: no source' : `headline ${rule}`,
  };
  return medium === undefined ? quotation : { ...quotation, medium };
}

/** The entity that a headline's words name: all of them, or the head of them ("Ukraine’s Zelensky"). */
function speakerAt(headline: string, span: Span, head: Span, entities: readonly Entity[]): Speaker | null {
  const mention = headline.slice(...span);
  const entity = entityCalled(mention, entities) ?? entityCalled(headline.slice(...head), entities);
  if (entity === undefined) return null;
  return { mention: { span, text: mention }, entity: entity.id, name: entity.name, confidence: CONFIDENCE };
}

/** The one entity of the article with this name, alias or surname; undefined when two fit. */
function entityCalled(name: string, entities: readonly Entity[]): Entity | undefined {
  const folded = foldName(name.replace(/['’]s?$/, ''));
  if (folded === '') return undefined;
  const speaking = entities.filter(({ kind }) => kind === 'person' || kind === 'organisation' || kind === 'place');
  const exact = speaking.filter((entity) => [entity.name, ...entity.aliases].some((form) => foldName(form) === folded));
  const found =
    exact.length > 0 ? exact : speaking.filter((entity) => entity.kind === 'person' && foldName(entity.name).split(' ').at(-1) === folded);
  return found.length === 1 ? found[0] : undefined;
}

/** "Lee: Bridge Will Not Close"; "Bridge Will Not Close: Lee". The words without marks, when the body quotes the same person. */
function besideColon(
  headline: string,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  entities: readonly Entity[],
): Quotation[] {
  const colons = tokens.flatMap((token, n) => (token.text === ':' ? [n] : []));
  const colon = colons[0];
  if (colon === undefined || colons.length > 1 || colon === 0 || colon === tokens.length - 1) return [];
  if (/[?]\s*$/.test(headline)) return [];
  const left: Span = [tokenAt(tokens, 0).start, tokenAt(tokens, colon - 1).end];
  const right: Span = [tokenAt(tokens, colon + 1).start, tokens.at(-1)!.end];
  const speaks = (entity: Entity | undefined): boolean =>
    entity !== undefined && quotations.some(({ speaker }) => speaker?.entity === entity.id);
  const states = ([start, end]: Span): boolean => {
    const words = tokens.filter((token) => token.start >= start && token.end <= end);
    return (
      !lexicon.headlineLabels.test(headline.slice(start, end)) &&
      words.length >= 3 &&
      words.some(({ lower, verb }, n) => n > 0 && (isVerbLike(lower) || verb !== undefined))
    );
  };
  const quote = (span: Span, source: Span, entity: Entity, rule: string): Quotation => ({
    id: 'h1',
    span,
    text: headline.slice(...span),
    kind: 'indirect',
    speaker: { mention: { span: source, text: headline.slice(...source) }, entity: entity.id, name: entity.name, confidence: CONFIDENCE },
    cue: { span: [tokenAt(tokens, colon).start, tokenAt(tokens, colon).end], text: ':' },
    rule,
  });
  const before = entityCalled(headline.slice(...left), entities);
  if (before !== undefined && before.kind !== 'place' && speaks(before) && states(right))
    return [quote(right, left, before, 'headline: source before colon')];
  const after = entityCalled(headline.slice(...right), entities);
  if (after !== undefined && (speaks(after) || after.kind === 'place') && states(left))
    return [quote(left, right, after, 'headline: source after colon')];
  return [];
}
