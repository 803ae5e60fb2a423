/**
 * Cleans a text dump (a page with no markup left): scores every line, keeps the article, names what stands over it, and accounts for
 * every other line with a rule, a reason and its place in the raw text.
 */
import { countWords, type ArticleInput, type CleanArticle, type Note, type Removed, type Span } from '../../article.ts';
import { detectLanguage } from '../../text/language.ts';
import { parseMachineDate, parseUrlDate } from '../metadata/dates.ts';
import type { KindVerdict } from '../kind/verdict.ts';
import { noteOf } from '../metadata/relative-stamp.ts';
import type { BlockDecision } from '../decision.ts';
import { findDateline } from './dateline.ts';
import { measureLines, type LineFacts } from './features.ts';
import { entryLines, judgeKind } from './kind.ts';
import { LINK_TEXT, joinWrapped, splitLines, type DumpLine } from './lines.ts';
import { scoreLines } from './model.ts';
import { findRelativeLine } from './relative-lines.ts';
import { segmentDump, type Segmentation } from './segment.ts';

/** Lines that became fields of the record. */
const HEAD_RULES = new Set(['headline', 'standfirst', 'byline', 'date', 'section', 'headline-repeat']);

/**
 * Lines of a dump that are looked at; the longest of 291 pages has 1,489. What follows is listed as removed, so that half a million lines
 * take no longer than forty thousand.
 */
const MAX_LINES = 40_000;
/** A line of so many words decides the kind whatever its exact count. */
const LONG_LINE = 1000;
const REST_REASON = `a page has no more than ${MAX_LINES} lines; what follows was not read`;

interface ReadDump {
  readonly page: readonly LineFacts[];
  /** Lines past the limit: not looked at. */
  readonly rest: readonly DumpLine[];
  readonly scores: Float64Array;
  readonly segmentation: Segmentation;
  readonly kind: KindVerdict;
  readonly language: { readonly code: string; readonly confidence: number };
}

function readDump(input: ArticleInput): ReadDump {
  const raw = input.text ?? '';
  const language = detectLanguage(raw);
  const all = joinWrapped(splitLines(raw));
  const rest = all.slice(MAX_LINES);
  const page = measureLines(rest.length === 0 ? all : all.slice(0, MAX_LINES), language.code);
  const scores = scoreLines(page);
  const segmentation = segmentDump(page, scores);
  const kept = segmentation.lines.map((line) => line.kept);
  const words = page.reduce(
    (sum, facts, i) => sum + (kept[i] ? (facts.words > LONG_LINE ? facts.words : countWords(facts.line.text)) : 0),
    0,
  );
  const kind = judgeKind(page, { kept, scores, headline: segmentation.head.headline ?? '', words });
  const final = !kind.keepsBody ? withoutBody(segmentation, kind) : kind.kind === 'live' ? withEntries(segmentation, page) : segmentation;
  return { page, rest, scores, segmentation: final, kind, language };
}

/** A live blog keeps the entries that the classifier took for a news ticker. */
function withEntries(segmentation: Segmentation, page: readonly LineFacts[]): Segmentation {
  const entries = entryLines(page);
  const lines = segmentation.lines.map((line, i) =>
    !line.kept && entries.has(i) && !HEAD_RULES.has(line.rule)
      ? { kept: true, rule: 'live-entry', reason: 'stands in an entry of the live blog' }
      : line,
  );
  return { ...segmentation, lines };
}

/** A page without an article has no body: what looked most like one goes, with the reason. */
function withoutBody(segmentation: Segmentation, { note }: KindVerdict): Segmentation {
  const lines = segmentation.lines.map((line) =>
    line.kept ? { kept: false, rule: note?.rule ?? 'not-article', reason: note?.text ?? 'the page is no article' } : line,
  );
  return { ...segmentation, lines };
}

export function cleanDump(input: ArticleInput): CleanArticle {
  const { page, rest, segmentation, language, kind: verdict } = readDump(input);
  const { kind, note } = verdict;
  const { lines, head } = segmentation;
  const body = buildBody(page.filter((_, i) => lines[i]?.kept === true));
  const notes: Note[] = note === undefined ? [] : [note];
  if (rest.length > 0) {
    notes.push({ stage: 'clean', rule: 'too-many-lines', text: `${rest.length} lines were not read: ${REST_REASON}.` });
  }
  const dateline = findDateline(body.text.slice(...(body.paragraphs[0] ?? [0, 0])));
  const known = declaredDate(input) ?? head.publishedAt;
  const address = known !== undefined || input.url === undefined ? undefined : parseUrlDate(input.url);
  const exact = known ?? (address?.precision === 'day' ? address : undefined);
  const relative =
    exact !== undefined && head.modifiedAt !== undefined ? undefined : findRelativeLine(page, segmentation, input.retrievedAt);
  const publishedAt = exact ?? (relative?.published ?? relative?.modified)?.date ?? address;
  const modifiedAt = head.modifiedAt ?? relative?.modified?.date;
  const counted =
    relative === undefined ? undefined : noteOf(relative, { isPublished: exact === undefined, isModified: head.modifiedAt === undefined });
  if (counted !== undefined) notes.push(counted);
  const outlet =
    input.outlet ??
    findOutlet(
      page,
      lines.findIndex((line) => line.kept),
    );
  return {
    kind,
    headline: head.headline ?? '',
    language,
    body,
    removed: [...listRemoved(page, segmentation, input.text ?? ''), ...listRest(rest)],
    notes,
    ...(head.standfirst === undefined ? {} : { standfirst: head.standfirst }),
    ...(head.byline === undefined ? {} : { byline: head.byline }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    ...(head.section === undefined ? {} : { section: head.section }),
    ...(outlet === undefined ? {} : { outlet }),
  };
}

/** Every line of the dump in order, kept or removed, with rule, reason and score (log odds). */
export function explainDump(input: ArticleInput): BlockDecision[] {
  const { page, rest, scores, segmentation } = readDump(input);
  return [
    ...page.map((facts, i) => ({ text: facts.line.text, ...segmentation.lines[i]!, score: Math.round((scores[i] ?? 0) * 100) / 100 })),
    ...rest.map((line) => ({ text: line.text, kept: false, rule: 'too-many-lines', reason: REST_REASON })),
  ];
}

function declaredDate(input: ArticleInput): CleanArticle['publishedAt'] {
  return input.publishedAt === undefined ? undefined : parseMachineDate(input.publishedAt, 'declared');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

function buildBody(kept: readonly LineFacts[]): CleanArticle['body'] {
  const paragraphs: Span[] = [];
  const html: string[] = [];
  let at = 0;
  for (const [i, facts] of kept.entries()) {
    const { text } = facts.line;
    paragraphs.push([at, at + text.length]);
    at += text.length + 2;
    const tag = isSectionHeading(facts, kept[i + 1]) ? 'h2' : 'p';
    html.push(`<${tag}>${escapeHtml(text)}</${tag}>`);
  }
  const text = kept.map((facts) => facts.line.text).join('\n\n');
  return { text, paragraphs, html: html.join('\n'), words: countWords(text) };
}

/** A short line with no end mark, no quotation and a paragraph under it. */
function isSectionHeading(facts: LineFacts, next: LineFacts | undefined): boolean {
  return (
    next !== undefined &&
    facts.words <= 14 &&
    facts.words >= 1 &&
    /^[\p{Lu}\p{N}]/u.test(facts.line.text) &&
    !/[.!,;:…"”»。]$/u.test(facts.line.text) &&
    next.words >= 15
  );
}

function listRest(rest: readonly DumpLine[]): Removed[] {
  const [first, last] = [rest[0], rest.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const text = rest.map((line) => line.text).join('\n');
  return [{ rule: 'too-many-lines', reason: REST_REASON, text, rawSpan: [first.rawSpan[0], last.rawSpan[1]] }];
}

/** One entry a line; runs of lines that went only for their place are one block. */
function listRemoved(page: readonly LineFacts[], { lines }: Segmentation, raw: string): Removed[] {
  const removed: (Removed & { rawSpan: Span })[] = [];
  let previous = -2;
  for (const [i, { line }] of page.entries()) {
    const { kept, rule, reason } = lines[i]!;
    if (kept) {
      for (const inline of raw.slice(...line.rawSpan).matchAll(LINK_TEXT)) {
        const start = line.rawSpan[0] + inline.index;
        removed.push({ rule: 'link-text', reason: 'read out after a link', text: inline[0], rawSpan: [start, start + inline[0].length] });
      }
      continue;
    }
    const last = removed.at(-1);
    if (last !== undefined && previous === i - 1 && last.rule === rule && (rule === 'before-article' || rule === 'after-article')) {
      removed[removed.length - 1] = { ...last, text: `${last.text}\n${line.text}`, rawSpan: [last.rawSpan[0], line.rawSpan[1]] };
    } else {
      removed.push({ rule, reason, text: line.text, rawSpan: [...line.rawSpan] });
    }
    previous = i;
  }
  return removed;
}

/** "DNYUZ © 2025", "© 2025 The Courier. All rights reserved.": sure only when the name is also a line of its own at the top of the page. */
function findOutlet(page: readonly LineFacts[], first: number): string | undefined {
  const top = new Set(page.slice(0, Math.max(0, Math.min(first, 15))).map((facts) => facts.line.text));
  for (const { line, furniture } of page.slice(Math.max(0, first))) {
    if (furniture?.rule !== 'copyright') {
      continue;
    }
    const name = line.text
      .replace(/(?:©|\(c\)|copyright)/giu, ' ')
      .replace(/\b(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2,4})?\b/gu, ' ')
      .replace(/[.,|·]?\s*all rights reserved.*$/iu, '')
      .replace(/\s+/gu, ' ')
      .replace(/^[\s.,|·-]+|[\s.,|·-]+$/gu, '');
    if (name.length >= 3 && top.has(name)) {
      return name;
    }
  }
  return undefined;
}
