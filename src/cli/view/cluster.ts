/** A cluster for people: its members in order of time, and what each copy changed against the one that stands for the story. */
import type { NewsRecord } from '../../article.ts';
import { paint } from '../paint.ts';
import { outlineChanges } from './changes.ts';
import { columns, dayOf, shorten } from './layout.ts';

const INDENT = ' '.repeat(17);
/** Changed paragraphs that are shown of one copy. */
const SHOWN = 8;

/** `earlier`: the version that the cluster is an update of, when it is one. */
export function renderCluster(id: string, members: readonly NewsRecord[], earlier?: NewsRecord): string {
  const head = members.find(({ cluster }) => cluster?.role !== 'copy');
  const width = columns();
  const lines = [...members].sort(byTime).flatMap((member) => {
    const other = member.cluster?.role === 'copy' ? head : member.cluster?.role === 'update' ? earlier : undefined;
    const changes = other === undefined ? [] : outlineChanges(member, other, SHOWN, width - INDENT.length - 2);
    const against = member.cluster?.role === 'update' && other !== undefined ? [paint.faint(`against ${other.id}`)] : [];
    return [...memberLines(member, width), ...[...against, ...changes].map((line) => INDENT + line)];
  });
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

/** "4 Mar 2025 10:05": the minute where it is known. */
function momentOf({ publishedAt }: NewsRecord): string {
  if (publishedAt === undefined) return '–';
  const clock = publishedAt.precision === 'day' ? undefined : /T(\d\d:\d\d)/.exec(publishedAt.value)?.[1];
  return clock === undefined ? dayOf(publishedAt.value) : `${dayOf(publishedAt.value)} ${clock}`;
}

function memberLines(member: NewsRecord, width: number): string[] {
  const { role = 'canonical', containment } = member.cluster ?? {};
  const share = containment === undefined ? '    ' : `${Math.round(containment * 100)}%`.padStart(4);
  const outlet = shorten(member.outlet ?? member.source.host ?? '–', 24).padEnd(24);
  const headline = shorten(member.headline === '' ? '(no headline)' : member.headline, Math.max(20, width - 64));
  return [
    `  ${role === 'copy' ? role.padEnd(9) : paint.good(role.padEnd(9))} ${share}  ${outlet}  ${momentOf(member).padEnd(17)}  ${headline}`,
    INDENT + paint.faint(member.id),
  ];
}
