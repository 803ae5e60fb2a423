/**
 * Quotation marks to marked stretches, one paragraph at a time, so that one stray mark never spoils the rest of an article.
 * Marks pair by kind and by what stands beside them; only the outermost pair is a stretch, nested marks stay inside its text.
 */
import type { Span } from '../article.ts';
import { lexicon, refreshLexicon } from './lexicon.ts';

/** The words between two quotation marks. Offsets are UTF-16 code units into the body text. */
export interface Stretch {
  /** First and last (exclusive) unit of the words, without the marks and outer spaces. */
  readonly start: number;
  readonly end: number;
  /** With the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly paragraph: number;
  readonly kind: 'double' | 'single';
  /** No closing mark before the paragraph ended. */
  readonly unclosed: boolean;
}

interface Mark {
  readonly at: number;
  readonly width: number;
  readonly form: 'open' | 'close' | 'straight';
  readonly family: string;
}

const BOUNDARY_BEFORE = /[\s([{—–\-/‘'“"„«…:;,]/u;
const BOUNDARY_AFTER = /[\s)\]}—–\-/.,;:!?…’'”"»*]/u;
const SINGLE = /['’‘‹›]/g;

/** The first place at or after `from` where a pattern of single characters matches; text.length when there is none. */
type Finder = (from: number) => number;

/** Remembers what it found, so that asking paragraph by paragraph reads a text with few marks only once. */
function finder(pattern: RegExp, text: string): Finder {
  let from = 0;
  let found = -1;
  return (at) => {
    if (found >= at && from <= at) return found;
    pattern.lastIndex = at;
    from = at;
    found = pattern.exec(text)?.index ?? text.length;
    return found;
  };
}
const LETTER = /[\p{L}\p{N}]/u;
/** A single-quoted stretch longer than this is a pair of apostrophes. */
const MAX_SINGLE = 400;

/** Marks of a paragraph in order. Two apostrophes in a row (database text) count as one straight double mark. */
function marksOf(text: string, start: number, end: number, nextMark: Finder): Mark[] {
  const marks: Mark[] = [];
  const usual = lexicon.marks.marks.get('"')?.family ?? '';
  let after = start;
  for (let i = nextMark(start); i < end; i = nextMark(after)) {
    const c = text.charAt(i);
    after = i + 1;
    const known = lexicon.marks.marks.get(c);
    if (known !== undefined) marks.push({ at: i, width: 1, ...known });
    else {
      const next = text[i + 1];
      // A nested single mark before a doubled closing one: country,'''
      if (next === c && text[i + 2] === c && i + 2 < end && i > start && !/\s/.test(text.charAt(i - 1))) continue;
      if (next === c && i + 1 < end) {
        const form =
          c === '`' || c === '‘' ? 'open' : c === '’' && text[i + 2] !== undefined && /\s/.test(text.charAt(i + 2)) ? 'close' : 'straight';
        marks.push({ at: i, width: 2, form, family: usual });
        after = i + 2;
      }
    }
  }
  return marks;
}

function opens(text: string, mark: Mark, start: number, end: number): boolean {
  const before = mark.at > start ? text.charAt(mark.at - 1) : ' ';
  const after = mark.at + mark.width < end ? text.charAt(mark.at + mark.width) : ' ';
  return BOUNDARY_BEFORE.test(before) && !/\s/.test(after);
}

function closes(text: string, mark: Mark, start: number, end: number): boolean {
  const before = mark.at > start ? text.charAt(mark.at - 1) : ' ';
  const after = mark.at + mark.width < end ? text.charAt(mark.at + mark.width) : ' ';
  return !/\s/.test(before) && BOUNDARY_AFTER.test(after);
}

/** Is the mark at index k, met inside an open quotation, the start of a nested pair? True when two closing marks follow. */
function nests(marks: readonly Mark[], k: number): boolean {
  return marks[k + 1]?.form === 'close' && marks[k + 2]?.form === 'close';
}

function pairDoubles(text: string, paragraph: number, start: number, end: number, nextMark: Finder): Stretch[] {
  const found: Stretch[] = [];
  const marks = marksOf(text, start, end, nextMark);
  let open: Mark | undefined;
  let depth = 0;
  const finish = (from: Mark, at: number, outerEnd: number, unclosed: boolean): void => {
    let a = from.at + from.width;
    let b = at;
    while (a < b && /\s/.test(text.charAt(a))) a++;
    while (b > a && /\s/.test(text.charAt(b - 1))) b--;
    if (b > a) found.push({ start: a, end: b, outerStart: from.at, outerEnd, paragraph, kind: 'double', unclosed });
  };
  for (let k = 0; k < marks.length; k++) {
    const mark = marks[k]!;
    const before = mark.at > start ? text.charAt(mark.at - 1) : ' ';
    const canOpen = opens(text, mark, start, end);
    const canClose = closes(text, mark, start, end);
    if (open === undefined) {
      const inches = mark.form === 'straight' && mark.width === 1 && /\d/.test(before) && !canOpen;
      if (mark.form === 'open' || (canOpen && (!canClose || !/\S/.test(before) || mark.form === 'straight'))) open = mark;
      else if (mark.form === 'straight' && !inches && !canClose) open = mark;
      depth = 0;
      continue;
    }
    if (mark.family !== open.family) continue;
    if (mark.form === 'open' && !lexicon.marks.closedByOpening.has(text[open.at] ?? '')) {
      if (canClose && !canOpen) {
        finish(open, mark.at, mark.at + mark.width, false);
        open = undefined;
      } else if (nests(marks, k)) depth++;
      else {
        finish(open, mark.at, mark.at, true);
        open = mark;
      }
      continue;
    }
    if (depth > 0 && mark.form === 'close') {
      depth--;
      continue;
    }
    if (mark.form === 'straight' && canOpen && !canClose && marks[k + 1] !== undefined) {
      // `"He said "no" to me"` nests; `"No, he said. "Yes," he said.` lost a closing mark.
      if ((marks.length - k) % 2 === 0 && open.form === 'straight' && closes(text, marks[k + 1]!, start, end) && marks.length - k < 4)
        depth = 1;
      else {
        finish(open, mark.at, mark.at, true);
        open = mark;
      }
      continue;
    }
    if (depth > 0) {
      depth--;
      continue;
    }
    finish(open, mark.at, mark.at + mark.width, false);
    open = undefined;
  }
  if (open !== undefined) finish(open, end, end, true);
  return found;
}

/** Single-quoted stretches outside the double-quoted ones; apostrophes are told apart by their neighbours. */
function pairSingles(text: string, paragraph: number, [start, end]: Span, taken: readonly Stretch[], nextSingle: Finder): Stretch[] {
  const found: Stretch[] = [];
  let open = -1;
  let fallback = -1;
  let next = 0;
  const finish = (at: number): void => {
    if (at > open + 1 && at - open <= MAX_SINGLE)
      found.push({ start: open + 1, end: at, outerStart: open, outerEnd: at + 1, paragraph, kind: 'single', unclosed: false });
    open = -1;
    fallback = -1;
  };
  let follow = start;
  for (let i = nextSingle(start); i < end; i = nextSingle(follow)) {
    follow = i + 1;
    while (next < taken.length && taken[next]!.outerEnd <= i) next++;
    const inside = taken[next];
    if (inside !== undefined && i >= inside.outerStart) {
      follow = inside.outerEnd;
      continue;
    }
    const c = text.charAt(i);
    const before = i > start ? text.charAt(i - 1) : ' ';
    const after = i + 1 < end ? text.charAt(i + 1) : ' ';
    const canOpen = (c === '‘' || c === "'" || c === '‹') && BOUNDARY_BEFORE.test(before) && !/\s/.test(after) && after !== c;
    const canClose = c !== '‘' && !/\s/.test(before) && !LETTER.test(after);
    if (open < 0) {
      if (canOpen && LETTER.test(after) && !lexicon.elision.test(text.slice(i + 1, i + 7))) open = i;
      continue;
    }
    if (canOpen && fallback >= 0) {
      finish(fallback);
      open = i;
      continue;
    }
    if (!canClose) continue;
    // "the boys' club": a plural possessive rather than a closing mark, unless nothing better follows.
    if (/s/i.test(before) && /\s/.test(after) && /[a-z]/.test(text[i + 2] ?? '') && fallback < 0) fallback = i;
    else if (fallback >= 0 && /\p{L}/u.test(before) && !/[.,!?…]/.test(before) && i - fallback > 80) finish(fallback);
    else finish(i);
  }
  if (open >= 0 && fallback >= 0) finish(fallback);
  return found;
}

/** All marked stretches in order. Linear in the length of the text. */
export function findStretches(text: string, paragraphs: readonly Span[]): Stretch[] {
  refreshLexicon();
  const found: Stretch[] = [];
  const nextMark = finder(lexicon.marks.any, text);
  const nextSingle = finder(SINGLE, text);
  paragraphs.forEach(([start, end], paragraph) => {
    const doubles = pairDoubles(text, paragraph, start, end, nextMark);
    const singles = pairSingles(text, paragraph, [start, end], doubles, nextSingle);
    found.push(...[...doubles, ...singles].sort((a, b) => a.start - b.start));
  });
  return found;
}
