/** What sort of page a dump is, with the words that show it. */
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
import { BRIEF_WORDS, OWN_TEXT_WORDS, say, THIN_WORDS, type KindVerdict } from '../kind/verdict.ts';
import type { LineFacts } from './features.ts';
import { judgeOffTopic } from './off-topic.ts';

/** A kept line in a text of so many words is the story's own, whatever it says of pages that were not found. */
const STORY_WORDS = 60;
/** Without a paragraph so few words are no stub of anything. */
const SCRAP_WORDS = 20;

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

/** What the choice of lines made of a dump. */
interface Chosen {
  readonly kept: readonly boolean[];
  /** Log odds of each line. */
  readonly scores: Float64Array;
  readonly headline: string;
  /** Words of the body. */
  readonly words: number;
}

export function judgeKind(page: readonly LineFacts[], { kept, scores, headline, words }: Chosen): KindVerdict {
  if (page.length === 0) return say('not-article', 'kind-empty', 'the input holds no text');
  const layout = layOut(page, kept);
  return (
    (layout.longestRun >= OWN_TEXT_WORDS ? undefined : (judgeService(page, kept, words) ?? judgeList(page, kept, layout, words))) ??
    judgePaywall(page, words) ??
    judgeLive(page, headline) ??
    (layout.longestRun >= OWN_TEXT_WORDS ? undefined : judgePictures(page, headline, words, layout)) ??
    judgeParagraphs(page, kept, words) ??
    judgeOffTopic(page, kept, scores, headline, words) ??
    (words < BRIEF_WORDS ? say('brief', 'kind-brief', `${words} words`) : { kind: 'article', note: undefined, keepsBody: true })
  );
}

/** Pages of the server: robot checks and errors. A story that reports such words is no such page. */
function judgeService(page: readonly LineFacts[], kept: readonly boolean[], words: number): KindVerdict | undefined {
  if (words >= THIN_WORDS) return undefined;
  const robot = page.find((facts) => facts.words <= 60 && saysRobot(facts.line.text));
  if (robot !== undefined) return say('not-article', 'kind-robot-check', robot.line.text, false);
  const isStory = (i: number): boolean => kept[i] === true && words >= STORY_WORDS;
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

function judgeList(page: readonly LineFacts[], kept: readonly boolean[], { titles }: Layout, words: number): KindVerdict | undefined {
  const search = page.slice(0, 120).find((facts) => facts.words <= 14 && saysSearch(facts.line.text));
  if (search !== undefined && (titles >= 3 || words < THIN_WORDS)) return say('not-article', 'kind-search-page', search.line.text, false);
  const hasParagraph = page.some((facts, i) => kept[i] && facts.sentence && facts.words >= PARAGRAPH);
  return titles >= LIST_TITLES && !hasParagraph
    ? say('not-article', 'kind-listing', `${titles} titles of other pages, and no text of its own`, false)
    : undefined;
}

function judgePaywall(page: readonly LineFacts[], words: number): KindVerdict | undefined {
  if (words >= THIN_WORDS) return undefined;
  const wall = page.find((facts) => facts.words <= 60 && saysPaywall(facts.line.text));
  return wall === undefined ? undefined : say('stub', 'kind-paywall', wall.line.text);
}

/** Lines in which the first paragraph of a live entry stands after its time. */
const ENTRY_REACH = 4;

/** Time stamps with prose under them. */
const entryTimes = (page: readonly LineFacts[]): number[] =>
  [...page.keys()].filter((i) => isClock(page[i]?.line.text ?? '') && page.slice(i + 1, i + 1 + ENTRY_REACH).some(isProse));

function judgeLive(page: readonly LineFacts[], headline: string): KindVerdict | undefined {
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
  for (let i = times[0] ?? 0; i < page.length; i++) {
    const { words, sentence, furniture, copies } = page[i]!;
    const isText = sentence && words >= 2 && furniture === undefined && copies === 1;
    // the last entry ends with its paragraphs
    if (i > last + ENTRY_REACH && !isText) break;
    if (isText) entries.add(i);
  }
  return entries;
}

/** Pages whose matter is no text. What they say of it stays. */
function judgePictures(page: readonly LineFacts[], headline: string, words: number, { counters }: Layout): KindVerdict | undefined {
  if (counters >= 5 || (counters >= 2 && saysGallery(headline))) return say('not-article', 'kind-gallery', `${counters} numbered pictures`);
  if (words >= THIN_WORDS) return undefined;
  const isPlayed = page.some(({ line, furniture }) => isDuration(line.text) || furniture?.rule === 'watch');
  return isPlayed && titleSays(headline, saysVideo) ? say('not-article', 'kind-video-page', `a player and ${words} words`) : undefined;
}

function judgeParagraphs(page: readonly LineFacts[], kept: readonly boolean[], words: number): KindVerdict | undefined {
  if (page.some((facts, i) => kept[i] && facts.sentence && facts.words >= 12)) return undefined;
  return words < SCRAP_WORDS
    ? say('not-article', 'kind-no-prose', `no line reads like a paragraph; ${words} words kept`)
    : say('stub', 'kind-no-paragraph', `no full paragraph among ${words} words`);
}
