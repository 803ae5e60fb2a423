/** Finds what stands over the article in a dump: headline, standfirst, byline, date, section. */
import type { ArticleDate, Byline } from '../../article.ts';
import { parseByline } from '../metadata/byline.ts';
import { findDates } from '../metadata/dates.ts';
import { countTypes, overlapShare } from './context.ts';
import type { LineFacts } from './features.ts';

export interface DumpHead {
  readonly headline: string | undefined;
  readonly standfirst: string | undefined;
  readonly byline: Byline | undefined;
  readonly publishedAt: ArticleDate | undefined;
  readonly modifiedAt: ArticleDate | undefined;
  readonly section: string | undefined;
  /** Lines that these fields took over. */
  readonly lines: readonly { readonly index: number; readonly rule: string }[];
}

/** How far over the first paragraph a headline may stand, in lines: share bars and captions come between. */
const REACH = 40;
/** "in News" beside the date, "Filed under: World" */
const IN_SECTION = /^in (\p{Lu}[\p{L}&' -]{1,30})$/u;
const FILED_UNDER =
  /^(?:filed under|posted in|category|section|rubrik|catégorie|sección|categoria|рубрика)\s*:\s*(\p{L}[\p{L}&' -]{1,30})$/iu;
const BREADCRUMB = /^home\s*[>»›/|→]\s*(?:news\s*[>»›/|→]\s*)?(\p{L}[\p{L}&' -]{1,30})(?:\s*[>»›/|→].*)?$/iu;
/** A field that holds less overlap with the story than this is not its headline. */
/** Headlines of the development pages: 99 % have at most this many words. */
const MAX_HEADLINE_WORDS = 24;
const MIN_HEADLINE_SCORE = 1.2;

export function findHead(page: readonly LineFacts[], decided: readonly { readonly kept: boolean }[]): DumpHead {
  const start = decided.findIndex((line, i) => line.kept && isParagraph(page[i]!));
  const first = start === -1 ? decided.findIndex((line) => line.kept) : start;
  const storyTypes = countTypes(page.filter((facts, i) => decided[i]!.kept && facts.words >= 8));
  const headlineAt = findHeadline(page, first, storyTypes);
  const taken: { index: number; rule: string }[] = [];
  if (headlineAt !== -1) {
    taken.push({ index: headlineAt, rule: 'headline' });
  }
  const standfirstAt = headlineAt === -1 ? -1 : findStandfirst(page, decided, headlineAt);
  if (standfirstAt !== -1) {
    taken.push({ index: standfirstAt, rule: 'standfirst' });
  }
  const body =
    standfirstAt === -1
      ? first
      : Math.max(
          first,
          decided.findIndex((line, i) => i > standfirstAt && line.kept),
        );
  const from = Math.max(0, (headlineAt === -1 ? body : headlineAt) - 8);
  let byline: Byline | undefined;
  let section: string | undefined;
  let publishedAt: ArticleDate | undefined;
  let modifiedAt: ArticleDate | undefined;
  for (let i = from; i < body; i++) {
    const { line, words, furniture } = page[i]!;
    if (i === headlineAt || i === standfirstAt || words > 30) {
      continue;
    }
    const crumb = IN_SECTION.exec(line.text) ?? FILED_UNDER.exec(line.text) ?? BREADCRUMB.exec(line.text);
    if (section === undefined && crumb !== null) {
      section = crumb[1]!.trim();
      taken.push({ index: i, rule: 'section' });
      continue;
    }
    const nearHeadline = headlineAt === -1 || i > headlineAt - 4;
    const dates = nearHeadline && words <= 20 ? findDates(line.text) : [];
    const names =
      byline === undefined && nearHeadline && (furniture === undefined || furniture.rule === 'byline') ? parseByline(line.text) : undefined;
    let used = '';
    if (names !== undefined && names.authors.length > 0) {
      byline = names;
      used = 'byline';
    }
    for (const { date, label } of dates) {
      if (date.precision === 'year' || date.precision === 'month') {
        continue;
      }
      if (label === 'modified' && modifiedAt === undefined) {
        modifiedAt = date;
        used ||= 'date';
      } else if (label !== 'modified' && publishedAt === undefined) {
        publishedAt = date;
        used ||= 'date';
      }
    }
    if (used !== '' && !decided[i]!.kept) {
      taken.push({ index: i, rule: used });
    }
  }
  return {
    headline: headlineAt === -1 ? undefined : page[headlineAt]!.line.text,
    standfirst: standfirstAt === -1 ? undefined : page[standfirstAt]!.line.text,
    byline,
    publishedAt,
    modifiedAt,
    section,
    lines: taken,
  };
}

const isParagraph = (facts: LineFacts): boolean => facts.sentence && facts.words >= 8;

/** Ends like a statement; headlines end without a full stop, but "?" "!" and closing quotes are theirs too. */
const endsLikeProse = (facts: LineFacts): boolean =>
  /[.。]["”’')]*$/u.test(facts.line.text) && !/\b(?:[A-Z]\.){2,}$/u.test(facts.line.text);

/** Best line over the first paragraph: shares words with the story, is repeated, is of headline length, stands near. -1 when none fits. */
function findHeadline(page: readonly LineFacts[], first: number, storyTypes: ReadonlyMap<string, number>): number {
  const end = first === -1 ? Math.min(page.length, 10) : first;
  let best = -1;
  let bestScore = MIN_HEADLINE_SCORE;
  for (let i = Math.max(0, end - REACH); i < end; i++) {
    const facts = page[i]!;
    if (facts.words < 2 || facts.words > MAX_HEADLINE_WORDS || facts.furniture !== undefined || endsLikeProse(facts)) {
      continue;
    }
    const score =
      2.5 * overlapShare(facts.types, storyTypes, 1) +
      (facts.words >= 5 ? 1 : facts.words >= 4 ? 0.5 : 0) +
      (facts.copies > 1 && facts.words >= 4 ? 0.5 : 0) +
      (i === 0 ? 0.5 : 0) -
      (facts.words > 16 ? 0.4 : 0) -
      Math.min(1, (end - i) / REACH);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

/**
 * A summary right under the headline, set off from the story by a byline, a date or the headline again. Without such a line between
 * it cannot be told from the first paragraph and stays in the body.
 */
function findStandfirst(page: readonly LineFacts[], decided: readonly { readonly kept: boolean }[], headlineAt: number): number {
  const at = headlineAt + 1;
  const facts = page[at];
  const after = page[at + 1];
  if (facts === undefined || after === undefined || facts.words < 6 || facts.words > 60 || facts.furniture?.anywhere === true) {
    return -1;
  }
  const title = page[headlineAt]!.line.text.toLowerCase();
  const setOff = after.furniture?.rule === 'byline' || after.furniture?.rule === 'timestamp' || after.line.text.toLowerCase() === title;
  const storyFollows = decided.some((line, i) => i > at + 1 && i < at + 30 && line.kept && isParagraph(page[i]!));
  return setOff && storyFollows && facts.furniture === undefined ? at : -1;
}
