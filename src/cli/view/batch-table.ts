/** The table of a batch: one row an article, as wide as the terminal; a card an article where the terminal is narrow. */
import Table from 'cli-table3';
import type { NewsRecord } from '../../article.ts';
import { paint } from '../paint.ts';
import { speakersOf } from './article.ts';
import { columns, count, dayOf, shorten, wrap } from './layout.ts';

interface Row {
  readonly headline: string;
  readonly outlet: string;
  readonly originator: string;
  readonly date: string;
  readonly kept: number;
  readonly removed: number;
  readonly quotations: number;
  readonly speakers: readonly { name: string; count: number }[];
  readonly entities: number;
  readonly names: readonly string[];
  readonly cluster: string;
  readonly id: string;
}

/** Below this many columns a table would be all wrapped words. */
const NARROW = 96;

export function renderRecords(records: readonly NewsRecord[]): string {
  const rows = records.map((record) => rowOf(record, records));
  return columns(150) < NARROW ? rows.map(renderCard).join('\n') : renderTable(rows);
}

function rowOf(record: NewsRecord, all: readonly NewsRecord[]): Row {
  const copies = all.filter(({ cluster }) => cluster !== undefined && cluster.id === record.cluster?.id).length;
  return {
    headline: record.headline === '' ? '(no headline)' : record.headline,
    outlet: record.outlet ?? record.source.outlet ?? '–',
    originator: record.provenance?.originator ?? '–',
    date: record.publishedAt === undefined ? '–' : dayOf(record.publishedAt.value),
    kept: record.body.paragraphs.length,
    removed: record.removed.length,
    quotations: record.quotations.length,
    speakers: speakersOf(record.quotations),
    entities: record.entities.length,
    names: record.entities.toSorted((a, b) => b.salience - a.salience || b.mentions.length - a.mentions.length).map(({ name }) => name),
    cluster:
      record.cluster === undefined
        ? '–'
        : record.cluster.role === 'copy'
          ? 'copy'
          : record.cluster.role === 'update'
            ? 'update'
            : copies > 1
              ? `first of ${copies}`
              : 'its own',
    id: record.id,
  };
}

const topSpeakers = (row: Row, most: number): string =>
  row.speakers
    .slice(0, most)
    .map(({ name, count: quotes }) => `${name} ${quotes}`)
    .join(', ');

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
};

/** A name that is too long goes by its last word, as a second mention in the news does: "Volodymyr Zelensky", "Zelensky". */
function fitName(name: string, width: number): string {
  const last = name.split(' ').at(-1) ?? name;
  return name.length > width && last.length > 2 ? shorten(last, width) : shorten(name, width);
}

/** The number, and the top speakers under each other beside it. */
function speakerList({ quotations, speakers }: Row, width: number): string {
  const number = String(quotations).padEnd(4);
  const names = speakers.slice(0, 3).map(({ name, count: quotes }) => `${fitName(name, width - 7)} ${paint.faint(String(quotes))}`);
  return paint.strong(number) + names.join(`\n${' '.repeat(number.length)}`);
}

function renderTable(rows: readonly Row[]): string {
  const width = columns(150);
  const fixed = { originator: 14, blocks: 10, cluster: 10 };
  const rest = width - Object.values(fixed).reduce((sum, part) => sum + part, 0);
  const headline = Math.floor(rest * 0.38);
  const quotations = Math.floor(rest * 0.31);
  const table = new Table({
    head: ['Headline', 'First at', 'Kept/cut', 'Quotations', 'Entities', 'Story'].map((name) => paint.faint(name)),
    colWidths: [headline, fixed.originator, fixed.blocks, quotations, rest - headline - quotations, fixed.cluster],
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: {
      ...NO_LINES,
      left: '',
      'left-mid': '',
      mid: paint.faint('─'),
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  });
  for (const row of rows) {
    const from = [row.outlet, row.date].filter((part) => part !== '–').join(', ');
    table.push([
      `${paint.strong(row.headline)}${from === '' ? '' : `\n${paint.faint(from)}`}`,
      row.originator === '–' ? paint.faint('–') : paint.note(row.originator),
      `${paint.good(String(row.kept))} / ${paint.faint(String(row.removed))}`,
      row.quotations === 0 ? paint.faint('none') : speakerList(row, quotations - 2),
      row.entities === 0 ? paint.faint('none') : `${paint.strong(String(row.entities))}  ${row.names.slice(0, 4).join(', ')}`,
      row.cluster,
    ]);
  }
  return `${table.toString().replaceAll(/ +$/gm, '')}\n`;
}

const label = (name: string): string => `  ${paint.faint(name.padEnd(11))}`;

function renderCard(row: Row): string {
  const width = columns(NARROW);
  const from = [row.outlet, row.date].filter((part) => part !== '–').join(', ');
  return [
    paint.strong(wrap(row.headline, width)),
    ...(from === '' ? [] : [`${label('outlet')}${from}`]),
    ...(row.originator === '–' ? [] : [`${label('first at')}${paint.note(row.originator)}`]),
    `${label('blocks')}${paint.good(`${row.kept} kept`)}, ${row.removed} removed`,
    `${label('quotations')}${row.quotations === 0 ? 'none' : `${row.quotations}: ${shorten(topSpeakers(row, 4), width - 20)}`}`,
    `${label('entities')}${row.entities === 0 ? 'none' : `${row.entities}: ${shorten(row.names.slice(0, 6).join(', '), width - 20)}`}`,
    `${label('story')}${row.cluster}`,
    '',
  ].join('\n');
}

/** "5 stored, 1 copy, 0 quarantined", with colours where it matters. */
export function renderCounts(counts: Readonly<Record<string, number>>): string {
  const parts = [paint.good(`${counts['stored'] ?? 0} stored`)];
  if ((counts['copy'] ?? 0) > 0) parts.push(paint.note(count(counts['copy'] ?? 0, 'copy', 'copies')));
  const waiting = (counts['accepted'] ?? 0) + (counts['processing'] ?? 0);
  if (waiting > 0) parts.push(paint.warn(`${waiting} on the way`));
  if ((counts['quarantined'] ?? 0) > 0) parts.push(paint.bad(`${counts['quarantined']} quarantined`));
  return parts.join(', ');
}
