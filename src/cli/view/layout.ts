/** Text in a terminal: width, wrapping, counts in words. */
import { shellColumns } from '../../config.ts';
import { getStringWidth } from './width.ts';

/** Columns to fill: the terminal's, within what reads well; COLUMNS, or 100, when the output is a file or a pipe. */
export function columns(most = 120): number {
  const given = process.stdout.columns ?? shellColumns() ?? 100;
  return Math.max(60, Math.min(given, most));
}

/** Wraps plain text at spaces. Answers [start, end) of each line, so that marks can be put on afterwards. */
export function wrapLines(text: string, width: number): [number, number][] {
  const lines: [number, number][] = [];
  let start = 0;
  let end = 0;
  for (const word of text.matchAll(/\S+/g)) {
    const wordEnd = word.index + word[0].length;
    if (end > start && getStringWidth(text.slice(start, wordEnd)) > width) {
      lines.push([start, end]);
      start = word.index;
    }
    if (end <= start) start = word.index;
    end = wordEnd;
  }
  if (end > start) lines.push([start, end]);
  return lines;
}

/** Wrapped plain text, each line indented. */
export function wrap(text: string, width: number, indent = ''): string {
  return wrapLines(text, width - indent.length)
    .map(([start, end]) => indent + text.slice(start, end))
    .join('\n');
}

/** At most `width` columns; what is cut off is shown by "…". */
export function shorten(text: string, width: number): string {
  if (getStringWidth(text) <= width) return text;
  let cut = text;
  while (getStringWidth(cut) >= width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/** "1 article", "2,400 articles". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** "29 Dec 2025" of an ISO 8601 value; what cannot be read stays as it is. Never shifted to another time zone. */
export function dayOf(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(' ');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
