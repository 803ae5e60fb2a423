/** A record for people: the article with each speaker in a colour and entities underlined. */
import { styleText } from 'node:util';
import type { Entity, NewsRecord, Quotation, Span } from '../../article.ts';
import { paint } from '../paint.ts';
import { columns, count, dayOf, shorten, wrap, wrapLines } from './layout.ts';

const SPEAKER_COLOURS = ['cyan', 'yellow', 'magenta', 'green', 'blueBright', 'redBright'] as const;

type Style = (text: string) => string;
const plain: Style = (text) => text;

interface Mark {
  readonly span: Span;
  readonly style: Style;
}

/** Speakers by number of quotations, most first; quotations without a speaker are not in it. */
export function speakersOf(quotations: readonly Quotation[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { speaker } of quotations) if (speaker !== null) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

export function renderArticle(record: NewsRecord): string {
  const width = columns(92);
  const speakers = speakersOf([...record.quotations, ...(record.headlineQuotations ?? [])]);
  const colourOf = new Map(speakers.map(({ name }, index) => [name, brush(SPEAKER_COLOURS[index % SPEAKER_COLOURS.length] ?? 'cyan')]));
  const colour = ({ speaker }: Quotation): Style => colourOf.get(speaker?.name ?? '') ?? brush('italic');
  const quoteMarks = record.quotations.map((quotation): Mark => ({ span: quotation.span, style: colour(quotation) }));
  const speakerMarks = record.quotations.flatMap((quotation): Mark[] =>
    quotation.speaker?.mention ? [{ span: quotation.speaker.mention.span, style: (text) => brush('bold')(colour(quotation)(text)) }] : [],
  );
  const headlineMarks = [
    ...(record.headlineQuotations ?? []).map((quotation): Mark => ({ span: quotation.span, style: colour(quotation) })),
    ...record.quotations.flatMap((quotation) =>
      quotation.headline === undefined ? [] : [{ span: quotation.headline.span, style: colour(quotation) }],
    ),
  ];
  const entityMarks = record.entities.flatMap(({ mentions }) => mentions.map(({ span }): Mark => ({ span, style: paint.entity })));
  const paragraphs = record.body.paragraphs.map((span) =>
    renderParagraph(record.body.text, span, width, [quoteMarks, speakerMarks, entityMarks]),
  );
  return [
    '',
    record.headline === ''
      ? paint.strong('(no headline)')
      : renderParagraph(record.headline, [0, record.headline.length], width, [
          headlineMarks,
          [{ span: [0, record.headline.length], style: paint.strong }],
        ]),
    ...(record.standfirst === undefined ? [] : [wrap(record.standfirst, width)]),
    ...(credits(record) === '' ? [] : [paint.faint(wrap(credits(record), width))]),
    '',
    ...paragraphs.flatMap((paragraph) => [paragraph, '']),
    ...facts(record, speakers, colourOf, width),
    '',
  ].join('\n');
}

function brush(format: Parameters<typeof styleText>[0]): Style {
  return (text) => styleText(format, text, { stream: process.stdout });
}

function credits(record: NewsRecord): string {
  return [
    record.byline?.text,
    record.outlet,
    record.publishedAt === undefined ? undefined : dayOf(record.publishedAt.value),
    record.dateline?.text,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** Layers of marks may overlap each other (an entity inside a quotation), not themselves. */
function renderParagraph(text: string, [from, to]: Span, width: number, layers: readonly (readonly Mark[])[]): string {
  const here = layers.map((marks) => marks.filter(({ span }) => span[0] < to && span[1] > from));
  return wrapLines(text.slice(from, to), width)
    .map(([start, end]) => renderLine(text, from + start, from + end, here))
    .join('\n');
}

function renderLine(text: string, start: number, end: number, layers: readonly (readonly Mark[])[]): string {
  const edges = new Set([start, end]);
  for (const { span } of layers.flat()) for (const edge of span) if (edge > start && edge < end) edges.add(edge);
  const ordered = [...edges].sort((a, b) => a - b);
  let line = '';
  for (const [index, edge] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next === undefined) break;
    const styles = layers.map((marks) => marks.find(({ span }) => span[0] <= edge && span[1] >= next)?.style ?? plain);
    line += styles.reduceRight((piece, style) => style(piece), text.slice(edge, next));
  }
  return line;
}

const label = (name: string): string => paint.faint(name.padEnd(14));

function facts(
  record: NewsRecord,
  speakers: readonly { name: string; count: number }[],
  colourOf: ReadonlyMap<string, Style>,
  width: number,
): string[] {
  const lines: string[] = [paint.faint('─'.repeat(width))];
  const said = speakers.map(({ name, count: quotes }) => `${colourOf.get(name)?.(name) ?? name} ${paint.faint(String(quotes))}`);
  const unsaid = record.quotations.filter(({ speaker }) => speaker === null).length;
  if (unsaid > 0) said.push(paint.faint(`no speaker ${unsaid}`));
  if (said.length > 0) lines.push(`${label('speakers')}${said.join('   ')}`);
  for (const [kind, entities] of byKind(record.entities)) {
    lines.push(`${label(kind)}${shorten(entities.map(({ name }) => name).join(', '), width - 14)}`);
  }
  if (record.provenance !== undefined)
    lines.push(
      `${label('first at')}${record.provenance.originator} ${paint.faint(`“${shorten(record.provenance.evidence, width - 30)}”`)}`,
    );
  if (record.cluster !== undefined) lines.push(`${label('story')}${record.cluster.id} (${record.cluster.role})`);
  lines.push(
    `${label('cleaning')}${paint.faint(`${count(record.body.paragraphs.length, 'paragraph')} kept, ${count(record.removed.length, 'block')} removed; see --explain`)}`,
  );
  lines.push(`${label('id')}${paint.faint(record.id)}`);
  return lines;
}

function byKind(entities: readonly Entity[]): Map<string, Entity[]> {
  return Map.groupBy(
    entities.toSorted((a, b) => b.salience - a.salience || b.mentions.length - a.mentions.length),
    ({ kind }) => kind,
  );
}
