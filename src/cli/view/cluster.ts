/** A cluster for people: its members in order of time, and what each copy changed against the one that stands for the story. */
import type { NewsRecord } from '../../article.ts';
import { diffParagraphs, type ParagraphChange } from '../../dedupe/diff.ts';
import { paint } from '../paint.ts';
import { columns, count, dayOf, shorten } from './layout.ts';

const INDENT = ' '.repeat(17);
/** Changed paragraphs that are shown of one copy. */
const SHOWN = 8;
/** Characters of the common text that lead to the place where two paragraphs part. */
const LEAD = 24;

export function renderCluster(id: string, members: readonly NewsRecord[]): string {
  const head = members.find(({ cluster }) => cluster?.role !== 'copy');
  const width = columns();
  const lines = [...members].sort(byTime).flatMap((member) => [...memberLines(member, width), ...changeLines(member, head, width)]);
  const now = members[0]?.cluster?.id ?? id;
  const merged = now === id ? '' : paint.faint(`  (${id} was merged into it)`);
  return `${paint.strong(`${members.length} in ${now}`)}${merged}\n${lines.join('\n')}\n`;
}

/** When it was published or, where nobody says, came in. What has no time comes last. */
function timeOf({ publishedAt, source }: NewsRecord): number {
  const time = Date.parse(publishedAt?.value ?? source.receivedAt ?? '');
  return Number.isNaN(time) ? Number.MAX_VALUE : time;
}

const byTime = (a: NewsRecord, b: NewsRecord): number => timeOf(a) - timeOf(b);

function memberLines(member: NewsRecord, width: number): string[] {
  const { role = 'canonical', containment } = member.cluster ?? {};
  const share = containment === undefined ? '    ' : `${Math.round(containment * 100)}%`.padStart(4);
  const outlet = shorten(member.outlet ?? member.source.host ?? '–', 24).padEnd(24);
  const date = (member.publishedAt === undefined ? '–' : dayOf(member.publishedAt.value)).padEnd(11);
  const headline = shorten(member.headline === '' ? '(no headline)' : member.headline, Math.max(20, width - 58));
  return [
    `  ${role === 'copy' ? role.padEnd(9) : paint.good(role.padEnd(9))} ${share}  ${outlet}  ${date}  ${headline}`,
    INDENT + paint.faint(member.id),
  ];
}

function changeLines(member: NewsRecord, head: NewsRecord | undefined, width: number): string[] {
  if (head === undefined || member.cluster?.role !== 'copy') return [];
  const changes = diffParagraphs(member.body, head.body);
  const differing = changes.filter(({ kind }) => kind !== 'same');
  const room = width - INDENT.length - 2;
  return [
    INDENT + paint.faint(summaryOf(changes)),
    ...differing.slice(0, SHOWN).flatMap((change) => paragraphLines(change, room).map((line) => INDENT + line)),
    ...(differing.length > SHOWN ? [INDENT + paint.faint(`… and ${count(differing.length - SHOWN, 'more paragraph')}`)] : []),
  ];
}

/** "2 paragraphs added, 1 cut, 4 the same". */
function summaryOf(changes: readonly ParagraphChange[]): string {
  const parts = (['added', 'cut', 'changed', 'same'] as const)
    .map((kind) => ({ kind, number: changes.filter((change) => change.kind === kind).length }))
    .filter(({ number }) => number > 0);
  if (parts.length === 1 && parts[0]?.kind === 'same') return 'every paragraph is the same';
  return parts
    .map(({ kind, number }, n) => `${n === 0 ? count(number, 'paragraph') : number} ${kind === 'same' ? 'the same' : kind}`)
    .join(', ');
}

function paragraphLines(change: ParagraphChange, room: number): string[] {
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
