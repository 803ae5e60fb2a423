/** Statements for people: the words, who said them, and every article that has them, with what each kept. */
import type { Appearance, Statement } from '../../quotes/statements/statement.ts';
import { paint } from '../paint.ts';
import { columns, count, dayOf, shorten, wrap } from './layout.ts';

/** Appearances that are shown of one statement. */
const SHOWN = 12;

export function renderStatements(statements: readonly Statement[]): string {
  if (statements.length === 0) return 'No statement fits. Only quotation marks count, and each word must be there as it was quoted.\n';
  const width = columns(110);
  return statements.map((statement) => renderStatement(statement, width)).join('\n');
}

function renderStatement({ speaker, text, articles, appearances }: Statement, width: number): string {
  const name = speaker === null ? paint.faint('nobody named') : paint.strong(speaker.name);
  const more = appearances.length - SHOWN;
  return [
    `${name}  ${paint.faint(count(articles, 'article'))}`,
    paint.note(wrap(`“${text}”`, width, '  ')),
    ...appearances.slice(0, SHOWN).map((appearance, n) => appearanceLine(appearance, n === 0 && articles > 1, width)),
    ...(more > 0 ? [paint.faint(`    … and ${count(more, 'more appearance')}; see --json`)] : []),
    '',
  ].join('\n');
}

function appearanceLine({ article, outlet, at, dated, headline, kept, place, cluster }: Appearance, first: boolean, width: number): string {
  const mark = first ? paint.good('first') : '     ';
  const share = kept < 1 ? paint.warn(`${Math.round(kept * 100)}%`.padStart(4)) : ' all';
  const where = shorten(outlet ?? '–', 20).padEnd(20);
  const when = `${dated === 'published' ? '' : 'in '}${dayOf(at)}`.padEnd(14);
  const role = `${place === 'headline' ? 'headline ' : ''}${cluster?.role === 'copy' ? 'copy ' : ''}`;
  return `    ${mark} ${share}  ${where}  ${when}  ${paint.faint(article)}  ${role}${shorten(headline, Math.max(16, width - 88 - role.length))}`;
}
