/** Headline and body with quotations, speakers, cues and names marked. Marks may overlap: the text is cut where any of them starts or ends. */
import type { NewsRecord, Quotation, Span } from '../../article.ts';
import { html, type Html } from './html.ts';

interface Mark {
  readonly span: Span;
  readonly css: 'quote' | 'speaker' | 'cue' | 'name';
  readonly title?: string;
}

const titleOfQuote = ({ speaker }: Quotation): string => speaker?.name ?? 'speaker not named';

/** The quotation with its speaker and its cue, where they stand in the same text. */
const marksOfQuotation = (quotation: Quotation): Mark[] => {
  const { span, speaker, cue } = quotation;
  return [
    { span, css: 'quote', title: titleOfQuote(quotation) },
    ...(speaker?.mention ? [{ span: speaker.mention.span, css: 'speaker' as const, title: `speaker: ${speaker.name}` }] : []),
    ...(cue === null ? [] : [{ span: cue.span, css: 'cue' as const }]),
  ];
};

const isWithin =
  (text: string) =>
  ({ span: [start, end] }: Mark): boolean =>
    start < end && end <= text.length;

function marksOf(record: NewsRecord): Mark[] {
  const quotations = record.quotations.flatMap(marksOfQuotation);
  const names = record.entities.flatMap(({ name, kind, mentions }) =>
    mentions.map(({ span }): Mark => ({ span, css: 'name', title: `${kind}: ${name}` })),
  );
  return [...quotations, ...names].filter(isWithin(record.body.text));
}

/** Cuts [from, to) at the edges of the marks that touch it; one sweep from left to right. */
function cut(text: string, [from, to]: Span, marks: readonly Mark[]): Html[] {
  const starting = new Map<number, Mark[]>();
  const edges = new Set([from, to]);
  for (const mark of marks) {
    const start = Math.max(mark.span[0], from);
    const end = Math.min(mark.span[1], to);
    edges.add(start).add(end);
    starting.set(start, [...(starting.get(start) ?? []), mark]);
  }
  const places = [...edges].sort((a, b) => a - b);
  let over: Mark[] = [];
  return places.slice(0, -1).map((start, index) => {
    const piece = text.slice(start, places[index + 1]);
    over = [...over.filter((mark) => mark.span[1] > start), ...(starting.get(start) ?? [])];
    if (over.length === 0) return html`${piece}`;
    const title = over.findLast((mark) => mark.title !== undefined)?.title;
    return html`<span class="${[...new Set(over.map((mark) => mark.css))].join(' ')}" title="${title ?? ''}">${piece}</span>`;
  });
}

/** One `<p>` a paragraph. Marks are handed to their paragraphs in one pass over both, in order. */
export function markedBody(record: NewsRecord): Html {
  const { text, paragraphs } = record.body;
  const marks = marksOf(record).sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  let open: Mark[] = [];
  const blocks = paragraphs.map((paragraph) => {
    const [from, to] = paragraph;
    open = open.filter((mark) => mark.span[1] > from);
    for (let mark = marks[next]; mark !== undefined && mark.span[0] < to; mark = marks[next]) {
      if (mark.span[1] > from) open.push(mark);
      next += 1;
    }
    return html`<p>${cut(text, paragraph, open)}</p> `;
  });
  return html`<div class="body">${blocks}</div>`;
}

/** What the headline quotes: words that the body quotes too, and words of its own. */
export function markedHeadline({ headline, quotations, headlineQuotations = [] }: NewsRecord): Html {
  const twice = quotations.flatMap((quotation): Mark[] =>
    quotation.headline === undefined ? [] : [{ span: quotation.headline.span, css: 'quote', title: titleOfQuote(quotation) }],
  );
  const marks = [...twice, ...headlineQuotations.flatMap(marksOfQuotation)].filter(isWithin(headline));
  return html`${cut(headline, [0, headline.length], marks)}`;
}
