/** From scores to one decision a line: the classifier's, then the rules that override it in either direction. */
import type { LineFacts } from './features.ts';
import { findHead, type DumpHead } from './head.ts';

interface LineDecision {
  readonly kept: boolean;
  /** `article`, a metadata rule (`headline`, `standfirst`, `byline`, `date`, `section`), or why the line went. */
  readonly rule: string;
  readonly reason: string;
}

export interface Segmentation {
  readonly lines: readonly LineDecision[];
  readonly head: DumpHead;
}

const KEPT: LineDecision = { kept: true, rule: 'article', reason: 'reads like the article and stands with it' };
const drop = (rule: string, reason: string): LineDecision => ({ kept: false, rule, reason });

/** "The post X appeared first on Y." ends a syndicated story; the wording is a WordPress feed default. */
const SYNDICATION_END = /^the post\b.*\b(?:appeared first on|first appeared on)\b/iu;
/** A bare label that announces links: "Also Read", "Related Articles", "READ MORE:". */
const isLinkLabel = (facts: LineFacts): boolean =>
  facts.words <= 4 && (facts.furniture?.rule === 'read-more' || facts.furniture?.rule === 'related-heading');
const isTitleLike = (facts: LineFacts): boolean =>
  !/[.。]["”’')]*$/u.test(facts.line.text) && facts.words >= 3 && facts.words <= 25 && facts.furniture?.anywhere !== true;

/** A dropped line between kept ones within this many lines on both sides is looked at again. */
const GAP = 2;
/** Below this the classifier overrules the gap rule. Anything from -1.2 to -4 does as well on the development dumps. */
const SURE = -2.5;

/** Log odds a last paragraph may fall to. Anything from 0 to -1.5 scores alike on the development dumps; a lost paragraph is the worse error. */
const DOUBTFUL = -1;

export function segmentDump(page: readonly LineFacts[], alone: Float64Array): Segmentation {
  const scores = shareLists(page, alone);
  const lines: LineDecision[] = page.map((facts, i) => {
    if (facts.furniture?.anywhere) {
      return drop(facts.furniture.rule, facts.furniture.reason);
    }
    return (scores[i] ?? 0) > 0
      ? KEPT
      : drop(facts.furniture?.rule ?? 'furniture', facts.furniture?.reason ?? 'does not read like the article');
  });
  fillGaps(page, scores, lines);
  extendEnd(page, scores, lines);
  keepCredits(page, lines);
  dropLinkedTitles(page, lines);
  dropComments(page, scores, lines);
  dropAfterSyndication(page, lines);
  keepSomething(page, scores, lines);
  leaveClean(page, lines);
  const head = findHead(page, lines);
  applyHead(page, lines, head);
  nameOutside(page, lines);
  return { lines, head };
}

/** Fewer lines with no empty line between are no list; with a longer line (words) among them they are paragraphs. */
const LIST_LINES = 4;
const LIST_WORDS = 25;
/**
 * A sentence this long keeps its own score when the list would pull it down: where a dump has no empty lines the story stands in one run with menu and footer.
 * Costs .0003 on the wcxb development dumps.
 */
const OWN_WORDS = 6;
/** How much of its score a line of a list has from the list. On the development dumps .5 and 1 do as well. */
const LIST_SHARE = 0.7;

/** The lines of a list stand or fall together: tour dates, products, menus. */
function shareLists(page: readonly LineFacts[], scores: Float64Array): Float64Array {
  const shared = scores.slice();
  for (let start = 0, end = 0; start < page.length; start = end) {
    do {
      end++;
    } while (page[end]?.line.blanksBefore === 0);
    const list: number[] = [];
    let isList = true;
    for (let i = start; i < end; i++) {
      isList &&= (page[i]?.words ?? 0) <= LIST_WORDS;
      if (page[i]?.furniture?.anywhere !== true) {
        list.push(i);
      }
    }
    const mean = list.reduce((sum, i) => sum + (scores[i] ?? 0), 0) / list.length;
    for (const i of isList && list.length >= LIST_LINES ? list : []) {
      const together = (1 - LIST_SHARE) * (scores[i] ?? 0) + LIST_SHARE * mean;
      const isOwn = page[i]?.sentence && (page[i]?.words ?? 0) >= OWN_WORDS;
      shared[i] = isOwn ? Math.max(scores[i] ?? 0, together) : together;
    }
  }
  return shared;
}

/** A sentence or quotation between kept lines is part of the story. */
function fillGaps(page: readonly LineFacts[], scores: Float64Array, lines: LineDecision[]): void {
  const kept = lines.map((line) => line.kept);
  for (const [i, facts] of page.entries()) {
    if (kept[i] || facts.furniture !== undefined || (scores[i] ?? 0) < SURE) {
      continue;
    }
    const before = kept.slice(Math.max(0, i - GAP), i).some(Boolean);
    const after = kept.slice(i + 1, i + 1 + GAP).some(Boolean);
    const speaks = facts.sentence || /[”"’»」]$|^[“"«「]|:$/u.test(facts.line.text);
    if (before && after && speaks && facts.words >= 2 && facts.copies === 1) {
      lines[i] = { kept: true, rule: 'article', reason: 'a sentence between paragraphs of the article' };
    }
  }
}

/** A doubtful paragraph right after the last kept one, with only furniture between, goes with it. */
function extendEnd(page: readonly LineFacts[], scores: Float64Array, lines: LineDecision[]): void {
  for (let i = lines.findLastIndex((line) => line.kept) + 1; i > 0 && i < lines.length; i++) {
    const facts = page[i]!;
    if (facts.furniture?.anywhere && facts.furniture.rule !== 'related-heading' && facts.furniture.rule !== 'comments') {
      continue;
    }
    if (facts.furniture !== undefined || !facts.sentence || facts.words < 12 || facts.copies > 1 || (scores[i] ?? 0) < DOUBTFUL) {
      return;
    }
    lines[i] = { kept: true, rule: 'article', reason: 'a paragraph that follows the article with nothing but furniture between' };
  }
}

/** "X contributed to this report." right under the story is its last paragraph: papers print it as part of the text. */
function keepCredits(page: readonly LineFacts[], lines: LineDecision[]): void {
  for (const [i, facts] of page.entries()) {
    if (
      facts.furniture?.rule === 'credit' &&
      !lines[i]?.kept &&
      (lines[i - 1]?.kept || (lines[i - 2]?.kept && page[i - 1]?.furniture?.anywhere))
    ) {
      lines[i] = { kept: true, rule: 'credit', reason: 'credit line at the end of the article' };
    }
  }
}

/** Headlines listed under "Also Read": the whole tight block under the label, or one line after an empty one. */
function dropLinkedTitles(page: readonly LineFacts[], lines: LineDecision[]): void {
  for (const [i, facts] of page.entries()) {
    if (!isLinkLabel(facts)) {
      continue;
    }
    for (let k = i + 1; k < page.length && k <= i + 5; k++) {
      const next = page[k]!;
      const tight = next.line.blanksBefore === 0;
      if (!isTitleLike(next) || (!tight && k > i + 1)) {
        break;
      }
      if (lines[k]?.kept || lines[k]?.rule === 'furniture') {
        lines[k] = drop('linked-headline', `headline of another story, under “${facts.line.text.slice(0, 40)}”`);
      }
      if (!tight) {
        break;
      }
    }
  }
}

/** Three comment heads or buttons this close together make a comment section; it lasts until they stop. */
const COMMENT_REACH = 30;

function keptWords(page: readonly LineFacts[], lines: readonly LineDecision[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) {
    words += lines[i]?.kept ? (page[i]?.words ?? 0) : 0;
  }
  return words;
}

/** A line over the comments that may be all there is of a post. */
const isPost = ({ sentence, words, furniture }: LineFacts): boolean => sentence && words >= 12 && furniture === undefined;

function dropComments(page: readonly LineFacts[], scores: Float64Array, lines: LineDecision[]): void {
  const entries = [...page.keys()].filter((i) => page[i]?.furniture?.rule === 'comment-entry');
  const kept = lines.findIndex((line) => line.kept);
  const firstKept = kept === -1 ? lines.length : kept;
  let judged = -1;
  for (const [k, at] of entries.entries()) {
    const third = entries[k + 2];
    if (third === undefined || third - at > COMMENT_REACH || (at < firstKept && k <= judged)) {
      continue;
    }
    let last = k + 2;
    while (entries[last + 1] !== undefined && (entries[last + 1] ?? 0) - (entries[last] ?? 0) <= COMMENT_REACH) {
      last++;
    }
    const end = Math.min(lines.length, (entries[last] ?? 0) + COMMENT_REACH / 2);
    const within = keptWords(page, lines, at, end);
    const isAnnounced = page.slice(Math.max(0, at - 10), at).some((facts) => facts.furniture?.rule === 'comments');
    if (at < firstKept) {
      // a short post under which the comments look more like an article than it does; not the latest comments, listed over a story
      const between = keptWords(page, lines, at, entries[last] ?? 0);
      if (!isAnnounced || between < keptWords(page, lines, entries[last] ?? 0, page.length) || !keepPost(page, scores, lines, at)) {
        judged = last;
        continue;
      }
    } else if (!isAnnounced && within > keptWords(page, lines, 0, at)) {
      return;
    }
    for (let i = at; i < end; i++) {
      if (lines[i]?.kept) {
        lines[i] = drop('comments', 'stands in the comment section');
      }
    }
    return;
  }
}

/** Keeps the paragraphs over the comments that score best, if there are any. */
function keepPost(page: readonly LineFacts[], scores: Float64Array, lines: LineDecision[], end: number): boolean {
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < end; i++) {
    best = isPost(page[i]!) ? Math.max(best, scores[i] ?? 0) : best;
  }
  for (let i = 0; i < end; i++) {
    if (isPost(page[i]!) && (scores[i] ?? 0) >= best - 1) {
      lines[i] = { kept: true, rule: 'article', reason: 'the nearest to article text over the comments' };
    }
  }
  return best > Number.NEGATIVE_INFINITY;
}

function dropAfterSyndication(page: readonly LineFacts[], lines: LineDecision[]): void {
  const end = page.findIndex((facts) => SYNDICATION_END.test(facts.line.text));
  if (end === -1 || !lines.slice(0, end).some((line) => line.kept)) {
    return;
  }
  for (let i = end + 1; i < lines.length; i++) {
    if (lines[i]?.kept) {
      lines[i] = drop('after-article', 'stands after the line that ends a syndicated story');
    }
  }
}

/** Never an empty body while the page has any text: the best line is kept, and lines that score nearly as well. */
function keepSomething(page: readonly LineFacts[], scores: Float64Array, lines: LineDecision[]): void {
  if (lines.some((line) => line.kept) || page.length === 0) {
    return;
  }
  const open = page.map((facts, i) => (facts.furniture?.anywhere ? -100 : 0) + (scores[i] ?? 0) + Math.log1p(facts.words));
  const best = Math.max(...open.slice(0, 20_000));
  for (const [i, value] of open.entries()) {
    if (value >= best - 1) {
      lines[i] = { kept: true, rule: 'article', reason: 'the nearest to article text that the page has' };
    }
  }
}

/** Share of the words that may look out of place in a text that is an article and nothing else. */
const STRAY_SHARE = 0.04;
const STRAY_LINES = 0.12;
/** A heading or a quotation of so many words may always. */
const STRAY_WORDS = 6;

/** A text with no furniture in it, of which nearly all was kept, is an article already: it is left as it is, so that cleaning twice is cleaning once. */
function leaveClean(page: readonly LineFacts[], lines: LineDecision[]): void {
  let total = 0;
  let stray = 0;
  let count = 0;
  for (const [i, { words, furniture }] of page.entries()) {
    total += words;
    if (lines[i]?.kept) {
      continue;
    }
    if (furniture?.anywhere === true || lines[i]?.rule === 'linked-headline' || lines[i]?.rule === 'comments') {
      return;
    }
    stray += words;
    count++;
  }
  if (count === 0 || stray > Math.max(STRAY_WORDS, total * STRAY_SHARE) || count > Math.max(2, page.length * STRAY_LINES)) {
    return;
  }
  for (const [i, line] of lines.entries()) {
    if (!line.kept) {
      lines[i] = { kept: true, rule: 'article', reason: 'the text is an article already, with no furniture in it' };
    }
  }
}

/** Takes headline, standfirst, byline and date lines out of the body, and repeats of the headline wherever they stand. */
function applyHead(page: readonly LineFacts[], lines: LineDecision[], head: DumpHead): void {
  for (const { index, rule } of head.lines) {
    lines[index] = drop(rule, `is the ${rule} of the record`);
  }
  const title = head.headline?.toLowerCase();
  if (title === undefined) {
    return;
  }
  for (const [i, facts] of page.entries()) {
    if (facts.line.text.toLowerCase() === title && lines[i]?.rule !== 'headline') {
      lines[i] = drop('headline-repeat', 'repeats the headline');
    }
  }
}

/** Lines without a rule of their own are named by where they stand. */
function nameOutside(page: readonly LineFacts[], lines: LineDecision[]): void {
  const first = lines.findIndex((line) => line.kept);
  const last = lines.findLastIndex((line) => line.kept);
  for (const i of page.keys()) {
    if (lines[i]?.rule === 'furniture') {
      lines[i] =
        i < first
          ? drop('before-article', 'stands before the article and does not read like it')
          : i > last
            ? drop('after-article', 'stands after the article and does not read like it')
            : drop('inserted', 'stands within the article but does not read like it');
    }
  }
}
