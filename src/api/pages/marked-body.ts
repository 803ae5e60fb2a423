/** The body with quotations, speakers, cues and names marked. Marks may overlap: the text is cut where any of them starts or ends. */
import type { NewsRecord, Span } from '../../article.ts';
import { html, type Html } from './html.ts';

interface Mark {
  readonly span: Span;
  readonly css: 'quote' | 'speaker' | 'cue' | 'name';
  readonly title?: string;
}

function marksOf(record: NewsRecord): Mark[] {
  const quotations = record.quotations.flatMap(({ span, speaker, cue }): Mark[] => [
    { span, css: 'quote', title: speaker?.name ?? 'speaker not named' },
    ...(speaker?.mention ? [{ span: speaker.mention.span, css: 'speaker' as const, title: `speaker: ${speaker.name}` }] : []),
    ...(cue === null ? [] : [{ span: cue.span, css: 'cue' as const }]),
  ]);
  const names = record.entities.flatMap(({ name, kind, mentions }) =>
    mentions.map(({ span }): Mark => ({ span, css: 'name', title: `${kind}: ${name}` })),
  );
  return [...quotations, ...names].filter(({ span: [start, end] }) => start < end && end <= record.body.text.length);
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
