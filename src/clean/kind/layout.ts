/** How an HTML page is laid out, in counts: prose, titles of other pages, entries of a ticker, pictures. Language-free. */
import { countWords } from '../../article.ts';
import type { Block } from '../page-model.ts';
import type { Decision } from '../decision.ts';
import { isClock, isCounter } from './wording.ts';

/** Scores of single blocks: likelier article than not, and sure. */
const LIKELY = 0.42;
const SURE = 0.6;
export interface Layout {
  /** Mean score of the kept words, as the choice of blocks saw them, 0..1. */
  readonly certainty: number;
  /** Kept words in full paragraphs that the choice of blocks was sure of. */
  readonly sure: number;
  /** Kept words in full paragraphs. */
  readonly prose: number;
  /** The longest stretch of kept paragraphs with no linked title between. Words. */
  readonly longestRun: number;
  /** Kept paragraphs that do not stand under a linked title. Words. */
  readonly own: number;
  /** Titles of other pages. */
  readonly linkedTitles: number;
  /** Linked titles with a kept paragraph right under them. */
  readonly teasers: number;
  readonly counters: number;
  readonly captions: number;
  readonly captionWords: number;
  /** Time stamps with kept prose under them. */
  readonly entries: number;
  readonly images: number;
  /** Some of what was kept is only the best of a page on which nothing is likely. */
  readonly isMakeshift: boolean;
  /** The text begins right under the headline, and there is some. */
  readonly startsBelow: boolean;
}

export const isVisible = ({ scope }: Block): boolean => scope.pruned === undefined;
const isLinkedTitle = (block: Block): boolean => block.words >= 4 && block.words <= 30 && block.linkChars >= block.text.length * 0.75;
const isParagraph = (block: Block): boolean =>
  block.linkChars < block.text.length / 2 &&
  (block.words >= FULL_LINE || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{10}/u.test(block.text));
const isStamp = (block: Block): boolean =>
  block.words <= 10 && (isClock(block.text) || (block.holds.has('time') && /\d/u.test(block.text)));

/** A line of so many words can open a text. */
const FULL_LINE = 8;
/** A text begins below its headline when fewer blocks than BELOW and at most so many words stand between, and so many sure words follow. */
const BELOW = 5;
const BELOW_WORDS = 20;
const BELOW_TEXT = 100;

/** A linked title this many blocks above makes a paragraph its teaser: a date and a section may stand between. */
const TEASER_REACH = 3;
/** A live entry has its first paragraph within this many blocks of its time. */
const ENTRY_REACH = 4;

/** @param headlineBlock index of the block that shows the headline. */
export function layOut(decisions: readonly Decision[], headlineBlock?: number): Layout {
  let words = 0;
  let scored = 0;
  let sure = 0;
  let prose = 0;
  let run = 0;
  let longestRun = 0;
  let own = 0;
  let linkedTitles = 0;
  let teasers = 0;
  let counters = 0;
  let captions = 0;
  let captionWords = 0;
  let entries = 0;
  let sinceTitle = Number.POSITIVE_INFINITY;
  let sinceStamp = Number.POSITIVE_INFINITY;
  let images = 0;
  for (const { block, kept, score } of decisions) {
    if (kept) {
      words += block.words;
      scored += block.words * score;
      if (score >= SURE && isParagraph(block)) sure += Math.max(block.words, countWords(block.text));
    }
    if (!isVisible(block)) continue;
    sinceTitle++;
    sinceStamp++;
    if (isLinkedTitle(block)) {
      linkedTitles++;
      run = 0;
      sinceTitle = 0;
      continue;
    }
    if (isCounter(block.text)) counters++;
    if (isStamp(block)) sinceStamp = 0;
    if (block.tag === 'figcaption') {
      captions++;
      captionWords += block.words;
    }
    if (!kept || !isParagraph(block)) continue;
    if (sinceStamp <= ENTRY_REACH) {
      entries++;
      sinceStamp = Number.POSITIVE_INFINITY;
    }
    prose += block.words;
    if (score < LIKELY) continue;
    run += block.words;
    longestRun = Math.max(longestRun, run);
    if (sinceTitle > TEASER_REACH) own += block.words;
    else if (sinceTitle < Number.POSITIVE_INFINITY) {
      teasers++;
      sinceTitle = Number.POSITIVE_INFINITY;
    }
    for (let scope: Block['scope'] | undefined = block.scope; scope !== undefined; scope = scope.parent) {
      if (scope.element.name === 'article' || scope.element.name === 'main') {
        images = Math.max(images, scope.images);
        break;
      }
    }
  }
  const first = decisions.findIndex(({ kept, block }) => kept && block.words >= FULL_LINE);
  const gap = headlineBlock === undefined || first <= headlineBlock ? undefined : decisions.slice(headlineBlock + 1, first);
  return {
    certainty: scored / Math.max(1, words),
    sure,
    prose,
    longestRun,
    own,
    linkedTitles,
    teasers,
    counters,
    captions,
    captionWords,
    entries,
    images,
    isMakeshift: decisions.some(({ kept, rule }) => kept && rule === 'best-of-page'),
    startsBelow:
      gap !== undefined &&
      gap.length < BELOW &&
      gap.reduce((total, { block }) => total + block.words, 0) <= BELOW_WORDS &&
      sure >= BELOW_TEXT,
  };
}
