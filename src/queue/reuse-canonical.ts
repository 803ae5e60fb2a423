/** What a copy can reuse of its canonical article, where the text is the same, so that those stages need not run again. Pure. */
import type { CleanArticle, Entity, NewsRecord, PlacedText, Quotation, Span } from '../article.ts';

export interface Reused {
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  readonly headlineQuotations?: readonly Quotation[] | undefined;
}

/** Another headline than the canonical's can quote other words: "Lee: bridge is safe", "Bridge ‘is safe’". Not: Lee's bridge opens. */
const MAY_QUOTE = /[“”„"«»‘:]|(?:^|\s)'/;

/** Where a paragraph of the canonical stands in the copy: add `shift` to offsets within `from`. */
interface Anchor {
  readonly from: Span;
  readonly shift: number;
}

/**
 * Entities and quotations of the canonical, with the copy's offsets. Undefined when some paragraph of the copy has no equal in the canonical:
 * it could hold names and quotations of its own, so the stages have to run.
 */
export function reuseCanonical(copy: CleanArticle, canonical: NewsRecord): Reused | undefined {
  const sameHeadline = copy.headline === canonical.headline;
  if (!sameHeadline && MAY_QUOTE.test(copy.headline)) return undefined;
  const anchors = anchorParagraphs(copy, canonical);
  if (anchors === undefined) return undefined;
  const place = (span: Span): Span | undefined => {
    const anchor = lastStartingBy(anchors, span[0]);
    return anchor === undefined || span[1] > anchor.from[1] ? undefined : [span[0] + anchor.shift, span[1] + anchor.shift];
  };
  const placeText = (placed: PlacedText): PlacedText[] => {
    const span = place(placed.span);
    return span === undefined ? [] : [{ span, text: placed.text }];
  };
  const entities = canonical.entities.flatMap((entity): Entity[] => {
    const mentions = entity.mentions.flatMap(placeText);
    const references = entity.references?.flatMap(placeText);
    if (mentions.length === 0) return [];
    return [{ ...entity, mentions, ...(references === undefined ? {} : { references }) }];
  });
  const kept = new Set(entities.map((entity) => entity.id));
  const quotations = canonical.quotations.flatMap((quotation): Quotation[] => {
    const span = place(quotation.span);
    if (span === undefined) return [];
    const { content, speaker, cue, headline, ...rest } = quotation;
    const movedContent = content === undefined ? undefined : place(content);
    return [
      {
        ...rest,
        span,
        ...(movedContent === undefined ? {} : { content: movedContent }),
        ...(sameHeadline && headline !== undefined ? { headline } : {}),
        speaker: speaker === null ? null : moveSpeaker(speaker, placeText, kept),
        cue: cue === null ? null : (placeText(cue)[0] ?? null),
      },
    ];
  });
  const ids = new Set(quotations.map((quotation) => quotation.id));
  const linked = quotations.map((quotation) => withoutLostLink(quotation, ids));
  const headlineQuotations = sameHeadline
    ? canonical.headlineQuotations?.map((quotation) => withoutLostEntity(quotation, kept))
    : undefined;
  return { entities, quotations: linked, headlineQuotations };
}

/** The headline's spans stay as they are; only its speaker may be an entity that the copy has no mention of. */
function withoutLostEntity(quotation: Quotation, entities: ReadonlySet<string>): Quotation {
  if (quotation.speaker?.entity === undefined || entities.has(quotation.speaker.entity)) return quotation;
  const { entity: _lost, ...speaker } = quotation.speaker;
  return { ...quotation, speaker };
}

function moveSpeaker(
  speaker: NonNullable<Quotation['speaker']>,
  placeText: (placed: PlacedText) => PlacedText[],
  entities: ReadonlySet<string>,
): NonNullable<Quotation['speaker']> {
  const { mention, entity, ...rest } = speaker;
  return {
    ...rest,
    mention: mention === null ? null : (placeText(mention)[0] ?? null),
    ...(entity !== undefined && entities.has(entity) ? { entity } : {}),
  };
}

function withoutLostLink(quotation: Quotation, ids: ReadonlySet<string>): Quotation {
  if (quotation.continues === undefined || ids.has(quotation.continues)) return quotation;
  const { continues: _lost, ...rest } = quotation;
  return rest;
}

/** Pairs equal paragraphs, each of the canonical once; sorted by place in the canonical. Undefined when a paragraph of the copy is left over. */
function anchorParagraphs(copy: CleanArticle, canonical: NewsRecord): readonly Anchor[] | undefined {
  const free = new Map<string, Span[]>();
  for (const span of canonical.body.paragraphs) {
    const text = canonical.body.text.slice(...span);
    const same = free.get(text);
    if (same === undefined) free.set(text, [span]);
    else same.push(span);
  }
  const used = new Map<string, number>();
  const anchors: Anchor[] = [];
  for (const span of copy.body.paragraphs) {
    const text = copy.body.text.slice(...span);
    const n = used.get(text) ?? 0;
    const from = free.get(text)?.[n];
    if (from === undefined) return undefined;
    used.set(text, n + 1);
    anchors.push({ from, shift: span[0] - from[0] });
  }
  return anchors.sort((a, b) => a.from[0] - b.from[0]);
}

/** Binary search in anchors sorted by start. */
function lastStartingBy(anchors: readonly Anchor[], offset: number): Anchor | undefined {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle] as Anchor).from[0] <= offset) low = middle + 1;
    else high = middle;
  }
  return anchors[low - 1];
}
