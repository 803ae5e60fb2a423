/** What an article changed against another one, for people: a line or two a paragraph, or the whole of each. */
import type { NewsRecord } from '../../article.ts';
import { diffParagraphs, type ParagraphChange } from '../../dedupe/diff.ts';
import { paint } from '../paint.ts';
import { columns, count, shorten, wrap } from './layout.ts';

/** Characters of the common text that lead to the place where two paragraphs part. */
const LEAD = 24;

/** At most `shown` changed paragraphs, a line each (two: was, is), after a line that counts them. */
export function outlineChanges(record: NewsRecord, earlier: NewsRecord, shown: number, room: number): string[] {
  const changes = diffParagraphs(record.body, earlier.body);
  const differing = changes.filter(({ kind }) => kind !== 'same');
  return [
    paint.faint(countChanges(changes)),
    ...differing.slice(0, shown).flatMap((change) => outline(change, room)),
    ...(differing.length > shown ? [paint.faint(`… and ${count(differing.length - shown, 'more paragraph')}`)] : []),
  ];
}

const named = ({ id, outlet, source, headline }: NewsRecord): string => `${outlet ?? source.host ?? id}: ${headline || '(no headline)'}`;

/** Every paragraph in full, in the order of `record`; what stayed the same is faint. */
export function renderChanges(record: NewsRecord, earlier: NewsRecord): string {
  const changes = diffParagraphs(record.body, earlier.body);
  const width = columns();
  const marked = (sign: string, text: string): string => wrap(text, width, '  ').replace(/^ /, sign);
  const paragraphs = changes.map((change) => {
    if (change.kind === 'same') return paint.faint(marked(' ', change.copy));
    if (change.kind === 'added') return paint.good(marked('+', change.copy));
    if (change.kind === 'cut') return paint.bad(marked('-', change.canonical));
    return `${paint.bad(marked('-', change.canonical))}\n${paint.good(marked('+', change.copy))}`;
  });
  const heading = [paint.bad(`- ${named(earlier)}`), paint.good(`+ ${named(record)}`), paint.faint(countChanges(changes))];
  return `${heading.join('\n')}\n\n${paragraphs.join('\n\n')}\n`;
}

/** "2 paragraphs added, 1 cut, 4 the same". */
function countChanges(changes: readonly ParagraphChange[]): string {
  const parts = (['added', 'cut', 'changed', 'same'] as const)
    .map((kind) => ({ kind, number: changes.filter((change) => change.kind === kind).length }))
    .filter(({ number }) => number > 0);
  if (parts.length === 1 && parts[0]?.kind === 'same') return 'every paragraph is the same';
  return parts
    .map(({ kind, number }, n) => `${n === 0 ? count(number, 'paragraph') : number} ${kind === 'same' ? 'the same' : kind}`)
    .join(', ');
}

function outline(change: ParagraphChange, room: number): string[] {
  if (change.kind === 'added') return [paint.good(`+ ${inLine(change.copy, 0, room)}`)];
  if (change.kind === 'cut') return [paint.bad(`- ${inLine(change.canonical, 0, room)}`)];
  const from = partingOf(change.copy, change.canonical);
  return [paint.bad(`- ${inLine(change.canonical, from, room)}`), paint.good(`+ ${inLine(change.copy, from, room)}`)];
}

/** Where to begin showing two paragraphs so that the first difference is seen: at a word, a little before it. */
function partingOf(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at <= LEAD ? 0 : a.lastIndexOf(' ', at - LEAD) + 1;
}

function inLine(text: string, from: number, room: number): string {
  const shown = text.slice(from, from + room * 2).replaceAll(/\s+/g, ' ');
  return shorten(from > 0 ? `…${shown}` : shown, room);
}
