/** When a page was published and changed: what it declares, what it shows its readers, and what its address says. */
import type { ArticleDate, Note } from '../../article.ts';
import type { Pattern, StampLabels } from '../../languages/date-words.ts';
import { fromLanguages } from '../../languages/languages.ts';
import { anyOf } from '../../languages/patterns.ts';
import type { Block } from '../page-model.ts';
import { dayOf, findDates, parseMachineDate, parseMonth, parseUrlDate, type DateOptions } from './dates.ts';
import { findRelativeStamp, noteOf } from './relative-stamp.ts';
import { BIO_NAME, BYLINE_NAME, namesAround, namesOfScopes, nearHeadline, partsOf, STAMP_NAME, type Sources } from './stamps.ts';

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'article:post_date',
  'date',
  'created',
  'datecreated',
  'release_date',
  'og:release_date',
  'ptime',
  'originalpublicationdate',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'lastmod',
  'last-modified',
  'article:updated',
  'revised',
  'article.updated',
];

function machine(value: string | undefined, from: string, options: DateOptions): ArticleDate | undefined {
  if (value === undefined) return undefined;
  return parseMachineDate(value, from) ?? findDates(value.slice(0, 100), { ...options, from })[0]?.date;
}

interface Dates {
  readonly publishedAt: ArticleDate | undefined;
  readonly modifiedAt: ArticleDate | undefined;
}

interface PageDates extends Dates {
  /** The words of a relative date that was taken, and what it was counted from. */
  readonly note?: Note | undefined;
}

/** Words of stamps in all languages, wherever they stand in a block. */
const stampWords = fromLanguages((languages) => {
  const any = (pick: (words: StampLabels) => Pattern | undefined): string =>
    anyOf(languages, ({ dates }) => dates?.labels && pick(dates.labels));
  return {
    published: new RegExp(
      any((words) => words.publishedStem),
      'iu',
    ),
    modified: new RegExp(
      any((words) => words.modifiedStem),
      'iu',
    ),
    firstPublished: new RegExp(`(?<![\\p{L}\\p{N}_])${any((words) => words.firstPublished)}(?![\\p{L}\\p{N}_])`, 'iu'),
  };
});
/** A block that only labels the next one: "Updated on", "Last updated:". */
const LABEL_WORDS = 4;
/** Longer blocks hold a stamp only if they are named for one, and none beyond STAMP_MAX. */
const BARE_STAMP_WORDS = 12;
const STAMP_MAX = 25;

interface Shown {
  readonly date: ArticleDate;
  readonly label: 'published' | 'modified' | undefined;
}

const labelled = (words: string): Shown['label'] => {
  const { published, modified } = stampWords();
  if (published.test(words)) return 'published';
  return modified.test(words) ? 'modified' : undefined;
};

/** The dates that a block shows as a stamp of the page: its `<time>`, or the dates in a short line. */
function datesOfBlock(block: Block, before: Block | undefined, options: DateOptions): Shown[] {
  if (block.scope.pruned === 'hidden' || block.words > 40) return [];
  const around = namesOfScopes(block, 2);
  if (BIO_NAME.test(around) && !/published|pubdate/iu.test(around)) return [];
  const names = namesAround(block, 2);
  const lead = before !== undefined && before.words <= LABEL_WORDS ? before.text : '';
  const shown: Shown[] = [];
  const isStamp = block.words <= BARE_STAMP_WORDS || (block.words <= STAMP_MAX && (STAMP_NAME.test(names) || BYLINE_NAME.test(names)));
  if (isStamp)
    for (const text of block.text.length < 120 ? [block.text, ...partsOf(block)] : [block.text])
      for (const { date, label, span } of findDates(text, options))
        shown.push({ date, label: label ?? labelled(`${lead} ${block.text.slice(0, block.text.indexOf(text.slice(...span)))}`) });
  const timed = block.datetime === undefined ? undefined : machine(block.datetime, 'time-element', options);
  if (timed === undefined) return earliestFirst(shown);
  // The words count beside a `<time>` only where they show a second date.
  const days = new Set(shown.map(({ date }) => dayOf(date)));
  return earliestFirst([{ date: timed, label: labelled(`${lead} ${block.text}`) }, ...(days.size > 1 ? shown : [])]);
}

/** Of several stamps side by side without a word, "July 13, 2024 October 10, 2020", the earliest is the publication. */
function earliestFirst(shown: readonly Shown[]): Shown[] {
  const bare = shown.filter((entry) => isDay(entry) && entry.label === undefined);
  const first = bare.reduce((least, { date }) => (dayOf(date) < least ? dayOf(date) : least), '9999');
  return shown.map((entry) =>
    entry.label === undefined && isDay(entry) && dayOf(entry.date) !== first ? { ...entry, label: 'modified' } : entry,
  );
}

const isDay = ({ date }: Shown): boolean => date.precision !== 'year' && date.precision !== 'month';

/** Blocks below the headline in which its own stamp stands; further down may be teasers of other stories. */
const BELOW = 8;

/** Blocks around the headline, most telling first: just below it, then above it from near to far, then further below. */
function byCloseness(blocks: readonly Block[], headlineBlock: number | undefined): Block[] {
  const near = nearHeadline(blocks, headlineBlock);
  if (headlineBlock === undefined) return near;
  const below = near.filter(({ index }) => index > headlineBlock);
  const above = near.filter(({ index }) => index <= headlineBlock);
  return [...below.slice(0, BELOW), ...above.toReversed(), ...below.slice(BELOW)];
}

/** What the page shows its readers round its headline. */
function shownDates(blocks: readonly Block[], headlineBlock: number | undefined, options: DateOptions): Dates {
  const shown = byCloseness(blocks, headlineBlock).flatMap((block) => datesOfBlock(block, blocks[block.index - 1], options));
  return {
    publishedAt: shown.find((entry) => isDay(entry) && entry.label !== 'modified')?.date,
    modifiedAt: shown.find((entry) => isDay(entry) && entry.label === 'modified')?.date,
  };
}

/** A paragraph: what stands below it is the story. */
const PARAGRAPH_WORDS = 35;
const STAMP_REACH = 6;
const STAMP_ABOVE = 3;

/**
 * The stamp right below the headline, or above it in a block named for one, if it is a publication date. It overrules what the page declares for machines:
 * on the 160 WCXB development pages the two differ six times (a time zone, an import, a new edition), and the shown date is right five times.
 */
function stampBelow(blocks: readonly Block[], headlineBlock: number | undefined, options: DateOptions): ArticleDate | undefined {
  if (headlineBlock === undefined) return undefined;
  const above = blocks.slice(Math.max(0, headlineBlock - STAMP_ABOVE), headlineBlock).toReversed();
  const below = blocks.slice(headlineBlock + 1, headlineBlock + 1 + STAMP_REACH);
  const end = below.findIndex((block) => block.words > PARAGRAPH_WORDS);
  const near = [...(end < 0 ? below : below.slice(0, end)), ...above.filter((block) => STAMP_NAME.test(namesOfScopes(block, 1)))];
  for (const block of near) {
    if (block.linkChars > block.text.length * 0.8) continue;
    const [first] = datesOfBlock(block, blocks[block.index - 1], options).filter((entry) => isDay(entry) && entry.label !== 'modified');
    if (first !== undefined) return block.words <= BARE_STAMP_WORDS || first.label === 'published' ? first.date : undefined;
  }
  return undefined;
}

/** Publication dates in short blocks anywhere on the page that pass a test. */
function stampAnywhere(blocks: readonly Block[], options: DateOptions, isStamp: (block: Block) => boolean): ArticleDate | undefined {
  for (const block of blocks) {
    if (block.words > BARE_STAMP_WORDS || block.scope.pruned !== undefined || !isStamp(block)) continue;
    const [entry] = datesOfBlock(block, undefined, options).filter((shown) => isDay(shown) && shown.label !== 'modified');
    if (entry !== undefined) return entry.date;
  }
  return undefined;
}

/** A month alone in its block near the headline: "November 2003", as reports and magazines are dated. */
function shownMonth(blocks: readonly Block[], headlineBlock: number | undefined, { language }: DateOptions): ArticleDate | undefined {
  for (const block of byCloseness(blocks, headlineBlock)) {
    const month = block.words === 2 && block.scope.pruned === undefined ? parseMonth(block.text, language, 'text') : undefined;
    if (month !== undefined) return month;
  }
  return undefined;
}

/** Publication and last change of a page. A date the caller declares wins; nothing is taken from the stamps of other stories. */
export function findPageDates({ input, head, jsonLd, blocks }: Sources, headlineBlock: number | undefined): PageDates {
  const options: DateOptions = { language: (head.language ?? jsonLd?.language)?.slice(0, 5) };
  const meta = (names: readonly string[]): ArticleDate | undefined => {
    for (const name of names) {
      const date = machine(head.meta.get(name)?.[0], 'meta', options);
      if (date !== undefined && date.precision !== 'year') return date;
    }
    return undefined;
  };
  const modifiedAt = machine(jsonLd?.dateModified, 'json-ld', options) ?? meta(MODIFIED_META);
  const byCaller = input.publishedAt === undefined ? undefined : machine(input.publishedAt, 'declared', options);
  if (byCaller !== undefined) return { publishedAt: byCaller, modifiedAt };
  const declared = machine(jsonLd?.datePublished, 'json-ld', options) ?? meta(PUBLISHED_META);
  if (declared !== undefined) {
    const stamp = stampBelow(blocks, headlineBlock, options);
    return { publishedAt: stamp === undefined || dayOf(stamp) === dayOf(declared) ? declared : stamp, modifiedAt };
  }
  const address = parseUrlDate(input.url ?? head.canonical ?? '');
  const exact = address?.precision === 'day' ? address : undefined;
  const relative = findRelativeStamp(blocks, headlineBlock, input.retrievedAt);
  if (relative !== undefined) {
    // dates further off than the relative stamp are another story's
    const sure = stampBelow(blocks, headlineBlock, options) ?? exact;
    const changed = modifiedAt ?? relative.modified?.date;
    const taken = relative.published ?? relative.modified;
    return {
      publishedAt: sure ?? taken?.date,
      modifiedAt: changed,
      note: noteOf(relative, { isPublished: sure === undefined, isModified: modifiedAt === undefined }),
    };
  }
  const shown = shownDates(blocks, headlineBlock, options);
  return {
    publishedAt:
      shown.publishedAt ??
      exact ??
      stampAnywhere(blocks, options, ({ text }) => stampWords().firstPublished.test(text)) ??
      shown.modifiedAt ??
      stampAnywhere(blocks, options, (block) => /\d/u.test(block.text) && STAMP_NAME.test(namesAround(block, 1))) ??
      address ??
      shownMonth(blocks, headlineBlock, options),
    modifiedAt: modifiedAt ?? shown.modifiedAt,
  };
}
