/** Splits a text dump into its non-empty lines, each with its place in the raw text and a normalised form for output. */
import type { Span } from '../../article.ts';
import { withoutInvisible } from '../../text/invisible.ts';

export interface DumpLine {
  /** Normalised and trimmed: no NUL, no lone surrogate, plain spaces, no invisible characters that its script has no need of. Never empty. */
  readonly text: string;
  /** Into the raw text as given, without the white space around the line. */
  readonly rawSpan: Span;
  /** Empty lines between this line and the one before it. */
  readonly blanksBefore: number;
}

/** LF, CRLF, CR, vertical tab, form feed, NEL, and the Unicode line and paragraph separators. */
const LINE = /[^\n\r\v\f\u0085\u2028\u2029]+|\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** Spaces of any width except the tab, which separates table cells. */
const SPACES = /[^\S\t\n\r]+/g;
const CONTROLS = /(?!\t)\p{Cc}/gu;

/** What screen readers hear after a link: "Stoxx 600 (.STOXX), opens new tab". */
export const LINK_TEXT = /,? ?\(?\bopens (?:in )?(?:a )?new (?:tab|window)\b\)?/giu;

/** One line without what must not reach a record; white space runs become one space (one tab when they hold a tab). */
export function normaliseLine(raw: string): string {
  return withoutInvisible(raw.toWellFormed().replaceAll('\0', ''))
    .replace(CONTROLS, ' ')
    .replace(LINK_TEXT, '')
    .replace(SPACES, ' ')
    .replace(/ ?\t[\t ]*/g, '\t')
    .trim();
}

export function splitLines(raw: string): DumpLine[] {
  const lines: DumpLine[] = [];
  let newlines = 0;
  for (const match of raw.matchAll(LINE)) {
    const first = match[0].charCodeAt(0);
    if (match[0].length <= 2 && isLineBreak(first)) {
      newlines++;
      continue;
    }
    const text = normaliseLine(match[0]);
    if (text === '') {
      continue;
    }
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    lines.push({ text, rawSpan: [start, start + match[0].trim().length], blanksBefore: Math.max(0, newlines - 1) });
    newlines = 0;
  }
  return lines;
}

function isLineBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Widest column that text is wrapped at by hand or by mail programs, and the narrowest worth joining. UTF-16 units. */
const WRAP_MAX = 132;
const WRAP_MIN = 40;

/**
 * Joins the lines of text that was wrapped at a fixed column (wire copy, mail). Such text shows itself: in runs with no empty line,
 * nearly all lines but the last are almost as long as the longest, and most break off in mid-sentence. Other dumps come back as they are.
 */
export function joinWrapped(lines: readonly DumpLine[]): readonly DumpLine[] {
  const runs: DumpLine[][] = [];
  for (const line of lines) {
    if (runs.length === 0 || line.blanksBefore > 0) {
      runs.push([]);
    }
    runs.at(-1)!.push(line);
  }
  const inner = runs.flatMap((run) => run.slice(0, -1));
  const column = inner.reduce((longest, { text }) => Math.max(longest, text.length), 0);
  const full = inner.filter(({ text }) => text.length > column * 0.72);
  const broken = inner.filter(({ text }) => !/[.!?:…]["”’)]*$/u.test(text));
  const isWrapped =
    inner.length >= 5 &&
    inner.length > lines.length / 4 &&
    column >= WRAP_MIN &&
    column <= WRAP_MAX &&
    full.length > inner.length * 0.85 &&
    broken.length > inner.length * 0.6;
  if (!isWrapped) {
    return lines;
  }
  return runs.map((run) => ({
    text: run.map(({ text }) => text).join(' '),
    rawSpan: [run[0]!.rawSpan[0], run.at(-1)!.rawSpan[1]],
    blanksBefore: run[0]!.blanksBefore,
  }));
}
