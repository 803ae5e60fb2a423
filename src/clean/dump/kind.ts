/** What sort of page a dump is, with the words that show it. */
import type { NewsRecord, Note } from '../../article.ts';
import {
  isClock,
  isCounter,
  isDuration,
  saysError,
  saysGallery,
  saysLive,
  saysPaywall,
  saysRobot,
  saysSearch,
  saysVideo,
  titleSays,
} from '../kind/wording.ts';
import type { LineFacts } from './features.ts';

export interface DumpKind {
  readonly kind: NewsRecord['kind'];
  readonly note: Note | undefined;
  /** False when what was kept is no text of an article: results, teasers, the words of an error page. */
  readonly keepsBody: boolean;
}

/** Shorter bodies are briefs: agency flashes and one-paragraph items. Words. */
const BRIEF_WORDS = 60;
/** A body shorter than this next to a paywall line is a stub. Words. */
const STUB_WORDS = 150;
/** A page with this much uninterrupted prose has a text of its own. Words. */
const OWN_TEXT = 100;

const say = (kind: NewsRecord['kind'], rule: string, text: string, keepsBody = true): DumpKind => ({
  kind,
  note: { stage: 'clean', rule, text: text.slice(0, 200) },
  keepsBody,
});

/** Like the headline of another page: some words, no end of a sentence, no furniture. */
const isTitle = ({ words, sentence, furniture, line }: LineFacts): boolean =>
  words >= 4 && words <= 25 && !sentence && furniture === undefined && !/[:,;]$/u.test(line.text);
const isProse = ({ words, sentence, furniture }: LineFacts): boolean => sentence && words >= 8 && furniture === undefined;

interface Layout {
  /** Longest stretch of kept prose with no title between. Words. */
  readonly longestRun: number;
  /** Different ones: a line that comes again and again is no list of pages. */
  readonly titles: number;
  readonly counters: number;
}

function layOut(page: readonly LineFacts[], kept: readonly boolean[]): Layout {
  let run = 0;
  let longestRun = 0;
  const titles = new Set<string>();
  let counters = 0;
  for (const [i, facts] of page.entries()) {
    if (isCounter(facts.line.text)) counters++;
    if (isTitle(facts)) {
      titles.add(facts.line.text);
      run = 0;
    } else if (kept[i] && isProse(facts)) {
      run += facts.words;
      longestRun = Math.max(longestRun, run);
    }
  }
  return { longestRun, titles: titles.size, counters };
}

/** @param words of the body. */
export function judgeKind(page: readonly LineFacts[], kept: readonly boolean[], headline: string, words: number): DumpKind {
  if (page.length === 0) return say('not-article', 'kind-empty', 'the input holds no text');
  const layout = layOut(page, kept);
  return (
    (layout.longestRun >= OWN_TEXT ? undefined : (judgeService(page, kept, words) ?? judgeList(page, kept, layout, words))) ??
    judgePaywall(page, words) ??
    judgeLive(page, headline) ??
    (layout.longestRun >= OWN_TEXT ? undefined : judgePictures(page, headline, words, layout)) ??
    judgeLength(page, kept, words)
  );
}

/** Pages of the server: robot checks and errors. A story that reports such words is no such page. */
function judgeService(page: readonly LineFacts[], kept: readonly boolean[], words: number): DumpKind | undefined {
  if (words >= STUB_WORDS) return undefined;
  const robot = page.find((facts) => facts.words <= 60 && saysRobot(facts.line.text));
  if (robot !== undefined) return say('not-article', 'kind-robot-check', robot.line.text, false);
  const isStory = (i: number): boolean => kept[i] === true && words >= BRIEF_WORDS;
  const error = page.slice(0, 80).find((facts, i) => !isStory(i) && facts.words <= 16 && titleSays(facts.line.text, saysError));
  return error === undefined ? undefined : say('not-article', 'kind-error-page', error.line.text, false);
}

/**
 * So many titles and not one paragraph make a list. Titles alone prove little: handbooks and checklists are full of headings. The classifier's doubt proves as little:
 * cross-validated, it took one of 291 development articles for a list.
 */
const LIST_TITLES = 8;
/** A sentence of so many words is more than a teaser. */
const PARAGRAPH = 16;

function judgeList(page: readonly LineFacts[], kept: readonly boolean[], { titles }: Layout, words: number): DumpKind | undefined {
  const search = page.slice(0, 120).find((facts) => facts.words <= 14 && saysSearch(facts.line.text));
  if (search !== undefined && (titles >= 3 || words < STUB_WORDS)) return say('not-article', 'kind-search-page', search.line.text, false);
  const hasParagraph = page.some((facts, i) => kept[i] && facts.sentence && facts.words >= PARAGRAPH);
  return titles >= LIST_TITLES && !hasParagraph
    ? say('not-article', 'kind-listing', `${titles} titles of other pages, and no text of its own`, false)
    : undefined;
}

function judgePaywall(page: readonly LineFacts[], words: number): DumpKind | undefined {
  if (words >= STUB_WORDS) return undefined;
  const wall = page.find((facts) => facts.words <= 60 && saysPaywall(facts.line.text));
  return wall === undefined ? undefined : say('stub', 'kind-paywall', wall.line.text);
}

/** Lines in which the first paragraph of a live entry stands after its time. */
const ENTRY_REACH = 4;

/** Time stamps with prose under them. */
const entryTimes = (page: readonly LineFacts[]): number[] =>
  [...page.keys()].filter((i) => isClock(page[i]!.line.text) && page.slice(i + 1, i + 1 + ENTRY_REACH).some(isProse));

function judgeLive(page: readonly LineFacts[], headline: string): DumpKind | undefined {
  const times = entryTimes(page);
  if (times.length < 4) return undefined;
  const isNamed = saysLive(headline) || page.slice(0, 60).some(({ words, line }) => words <= 12 && saysLive(line.text));
  return isNamed ? say('live', 'kind-live', `${times.length} time-stamped entries`) : undefined;
}

/** Lines of a live blog that belong to its entries: sentences between the first time and the end of the last entry. */
export function entryLines(page: readonly LineFacts[]): Set<number> {
  const times = entryTimes(page);
  const entries = new Set<number>();
  const last = times.at(-1);
  if (last === undefined) return entries;
  for (let i = times[0]!; i < page.length; i++) {
    const { words, sentence, furniture, copies } = page[i]!;
    const isText = sentence && words >= 2 && furniture === undefined && copies === 1;
    // the last entry ends with its paragraphs
    if (i > last + ENTRY_REACH && !isText) break;
    if (isText) entries.add(i);
  }
  return entries;
}

/** Pages whose matter is no text. What they say of it stays. */
function judgePictures(page: readonly LineFacts[], headline: string, words: number, { counters }: Layout): DumpKind | undefined {
  if (counters >= 5 || (counters >= 2 && saysGallery(headline))) return say('not-article', 'kind-gallery', `${counters} numbered pictures`);
  if (words >= STUB_WORDS) return undefined;
  const isPlayed = page.some(({ line, furniture }) => isDuration(line.text) || furniture?.rule === 'watch');
  return isPlayed && titleSays(headline, saysVideo) ? say('not-article', 'kind-video-page', `a player and ${words} words`) : undefined;
}

function judgeLength(page: readonly LineFacts[], kept: readonly boolean[], words: number): DumpKind {
  if (!page.some((facts, i) => kept[i] && facts.sentence && facts.words >= 12)) {
    return words < BRIEF_WORDS / 3
      ? say('not-article', 'kind-no-prose', `no line reads like a paragraph; ${words} words kept`)
      : say('stub', 'kind-no-paragraph', `no full paragraph among ${words} words`);
  }
  return words < BRIEF_WORDS ? say('brief', 'kind-brief', `${words} words`) : { kind: 'article', note: undefined, keepsBody: true };
}
