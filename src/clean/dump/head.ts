/** Finds what stands over the article in a dump: headline, standfirst, byline, date, section. */
import type { ArticleDate, Byline } from '../../article.ts';
import type { BylineWords } from '../../languages/byline-words.ts';
import type { Pattern } from '../../languages/date-words.ts';
import { fromLanguages } from '../../languages/languages.ts';
import { anyOf } from '../../languages/patterns.ts';
import type { SectionWords } from '../../languages/section-words.ts';
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
interface HeadGrammar {
  /** "in News" beside the date, "Filed under: World", "Home > News > World". */
  readonly sections: readonly RegExp[];
  /** "Jane Doe", "Jane van der Berg"; not "World News" or "New York Times". */
  readonly bareName: RegExp;
  readonly notInNames: RegExp;
  /** "ByJane Doe": inner text glues inline elements. */
  readonly gluedBy: RegExp;
  /** "Jane DoePublished: Jan 29" */
  readonly gluedLabel: RegExp;
  readonly byInStamp: RegExp;
}

const headGrammar = fromLanguages((languages): HeadGrammar => {
  const byline = (pick: (words: BylineWords) => Pattern | undefined): string => anyOf(languages, ({ bylines }) => bylines && pick(bylines));
  const section = (pick: (words: SectionWords) => Pattern | undefined): string =>
    anyOf(languages, ({ sections }) => sections && pick(sections));
  const name = String.raw`(\p{L}[\p{L}&' -]{1,30})`;
  const step = String.raw`\s*[>»›/|→]\s*`;
  return {
    sections: [
      new RegExp(String.raw`^${section((words) => words.in)} (\p{Lu}[\p{L}&' -]{1,30})$`, 'u'),
      new RegExp(String.raw`^${section(({ label }) => label)}\s*:\s*${name}$`, 'iu'),
      new RegExp(
        String.raw`^${section(({ home }) => home)}${step}(?:${section(({ news }) => news)}${step})?${name}(?:\s*[>»›/|→].*)?$`,
        'iu',
      ),
    ],
    bareName: new RegExp(
      String.raw`^\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|${byline(({ particles }) => particles)})){1,3}$`,
      'u',
    ),
    notInNames: new RegExp(String.raw`(?<![\p{L}\p{N}_])${byline((words) => words.notInNames)}(?![\p{L}\p{N}_])`, 'iu'),
    gluedBy: new RegExp(String.raw`^(${byline((words) => words.gluedBy)})${byline((words) => words.byInStamp)}?(?=\p{Lu})`, 'u'),
    gluedLabel: new RegExp(String.raw`(?<=\p{Ll})(?=${byline((words) => words.gluedLabel)}(?![\p{L}\p{N}_]))`, 'gu'),
    byInStamp: new RegExp(String.raw`(?<![\p{L}\p{N}_])${byline((words) => words.byInStamp)} (?=\p{Lu})`, 'u'),
  };
});

/** Headlines of the development pages: 99 % have at most this many words. */
const MAX_HEADLINE_WORDS = 24;
/** A line that scores less is not the headline: two words shared with the story, or a full-length line near it that shares one. */
const MIN_HEADLINE_SCORE = 1.2;
/** How much less the line over the best one may score and still be the headline. */
const ABOVE = 1;

export function findHead(page: readonly LineFacts[], decided: readonly { readonly kept: boolean }[]): DumpHead {
  const isKept = (i: number): boolean => decided[i]?.kept === true;
  const start = decided.findIndex(({ kept }, i) => kept && isParagraph(page[i]));
  const first = start === -1 ? decided.findIndex((line) => line.kept) : start;
  const storyTypes = countTypes(page.filter((facts, i) => isKept(i) && facts.words >= 8));
  const headlineAt = findHeadline(page, decided, first, storyTypes);
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
  const found: { byline?: Byline; section?: string; publishedAt?: ArticleDate; modifiedAt?: ArticleDate } = {};
  for (let i = from; i < Math.min(page.length, body + 6); i++) {
    const facts = page[i];
    if (facts === undefined || i === headlineAt || i === standfirstAt || facts.words > 30 || (isKept(i) && i >= body)) {
      continue;
    }
    const { line, words } = facts;
    const section = found.section === undefined ? sectionIn(line.text) : undefined;
    if (section !== undefined) {
      found.section = section;
      taken.push({ index: i, rule: 'section' });
      continue;
    }
    if (headlineAt !== -1 && i <= headlineAt - 5) {
      continue;
    }
    const names = found.byline === undefined ? readByline(page, facts, i, i > headlineAt) : undefined;
    let used = '';
    if (names !== undefined && names.authors.length > 0) {
      found.byline = names;
      used = 'byline';
    }
    for (const { date, label } of words <= 24 ? findDates(line.text) : []) {
      const field = label === 'modified' ? 'modifiedAt' : 'publishedAt';
      if (date.precision !== 'year' && date.precision !== 'month' && found[field] === undefined) {
        found[field] = date;
        used ||= 'date';
      }
    }
    if (used !== '' && !isKept(i)) {
      taken.push({ index: i, rule: used });
    }
  }
  // "Updated July 9, 2025" alone is the only date such a page gives.
  const publishedAt = found.publishedAt ?? (found.modifiedAt === undefined ? undefined : { ...found.modifiedAt, from: 'text, updated' });
  return {
    headline: page[headlineAt]?.line.text,
    standfirst: page[standfirstAt]?.line.text,
    byline: found.byline,
    publishedAt,
    modifiedAt: found.modifiedAt,
    section: found.section,
    lines: taken,
  };
}

function sectionIn(text: string): string | undefined {
  for (const pattern of headGrammar().sections) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name.trim();
  }
  return undefined;
}

/** A byline in this line: with a lead-in, after a date ("Dec 18, 2025 by Jane Doe"), or a bare name next to a date or reading time. */
function readByline(page: readonly LineFacts[], facts: LineFacts, i: number, isUnderHeadline: boolean): Byline | undefined {
  const { line, words, furniture } = facts;
  if (furniture !== undefined && furniture.rule !== 'byline' && furniture.rule !== 'timestamp') {
    return undefined;
  }
  const { gluedBy, gluedLabel, byInStamp, bareName, notInNames } = headGrammar();
  const text = line.text.replace(gluedBy, '$1 ').replace(gluedLabel, ' ').replace(/ {2,}/g, ' ');
  if (furniture?.rule === 'timestamp') {
    const by = byInStamp.exec(text);
    return by === null ? undefined : parseByline(text.slice(by.index));
  }
  const led = parseByline(text);
  if (led !== undefined || !isUnderHeadline || words < 2 || words > 4 || !bareName.test(text) || notInNames.test(text)) {
    return led;
  }
  const isBesideDate = [i - 1, i + 1, i + 2].some(
    (k) => page[k]?.furniture?.rule === 'timestamp' || page[k]?.furniture?.rule === 'reading-time',
  );
  return isBesideDate ? parseByline(text, { declared: true }) : undefined;
}

/** Lines that sign a story under its headline. */
const SIGNED: ReadonlySet<string> = new Set(['byline', 'timestamp', 'reading-time']);

const isParagraph = (facts: LineFacts | undefined): boolean => facts !== undefined && facts.sentence && facts.words >= 8;

/** Ends like a statement; headlines end without a full stop, but "?" "!" and closing quotes are theirs too. */
const endsLikeProse = (facts: LineFacts): boolean =>
  /[.。]["”’')]*$/u.test(facts.line.text) && !/\b(?:[A-Z]\.){2,}$/u.test(facts.line.text);

/** Best line over the first paragraph: shares words with the story, is repeated, is of headline length, stands near. -1 when none fits. */
function findHeadline(
  page: readonly LineFacts[],
  decided: readonly { readonly kept: boolean }[],
  first: number,
  storyTypes: ReadonlyMap<string, number>,
): number {
  const end = first === -1 ? Math.min(page.length, 10) : first;
  const storyLines = new Set(page.filter((_facts, i) => i >= end && decided[i]?.kept === true).map((facts) => facts.line.text));
  const score = (i: number): number => {
    const facts = page[i];
    if (
      facts === undefined ||
      facts.words < 2 ||
      facts.words > MAX_HEADLINE_WORDS ||
      facts.furniture !== undefined ||
      endsLikeProse(facts)
    ) {
      return Number.NEGATIVE_INFINITY;
    }
    // An entry of a table of contents stands again as a heading of the story.
    const inStory = facts.copies > 1 && storyLines.has(facts.line.text);
    const isSigned = [1, 2, 3].some((k) => i + k < end && SIGNED.has(page[i + k]?.furniture?.rule ?? ''));
    return (
      2.5 * overlapShare(facts.types, storyTypes, 1) +
      (facts.words >= 5 ? 1 : facts.words >= 4 ? 0.5 : 0) +
      (facts.copies > 1 && facts.words >= 4 && !inStory ? 0.5 : 0) +
      (isSigned ? 0.7 : 0) -
      (inStory ? 1.2 : 0) +
      (i === 0 ? 0.5 : 0) -
      (facts.words > 16 ? 0.4 : 0) -
      Math.min(1, (end - i) / REACH)
    );
  };
  let best = -1;
  let bestScore = MIN_HEADLINE_SCORE;
  for (let i = Math.max(0, end - REACH); i < end; i++) {
    const value = score(i);
    if (value > bestScore) {
      best = i;
      bestScore = value;
    }
  }
  // A summary shares more words with the story than the headline over it does.
  const above = best - 1;
  if (
    above >= Math.max(0, end - REACH) &&
    (page[above]?.words ?? 0) >= 4 &&
    (page[best]?.words ?? 0) >= (page[above]?.words ?? 0) &&
    score(above) > bestScore - ABOVE
  ) {
    return above;
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
  const title = page[headlineAt]?.line.text.toLowerCase();
  const setOff = after.furniture?.rule === 'byline' || after.furniture?.rule === 'timestamp' || after.line.text.toLowerCase() === title;
  const storyFollows = decided.some((line, i) => i > at + 1 && i < at + 30 && line.kept && isParagraph(page[i]));
  return setOff && storyFollows && facts.furniture === undefined ? at : -1;
}
