/** Features of a line that come from the lines around it and from the page as a whole. */
import { columnOf } from '../model-columns.ts';
import { LOCAL_NAMES, type LineFacts } from './features.ts';

/** The local features a line also sees of its two neighbours on each side. */
const SHARED = [
  'words=1',
  'words=2-3',
  'words=4-6',
  'words=7-10',
  'words>50',
  'logWords',
  'sentence',
  'endsColon',
  'hasQuote',
  'titleShare',
  'functionShare',
  'date',
  'copies',
  'is advertisement',
  'is read-more',
  'is newsletter',
  'is share',
  'is comments',
  'is copyright',
  'is photo-credit',
  'is related-heading',
  'is tags',
  'is byline',
  'is timestamp',
] as const;
const SHARED_AT: readonly number[] = SHARED.map((name) => columnOf(LOCAL_NAMES, name));
const ALL_CAPS = columnOf(LOCAL_NAMES, 'allCaps');
const TITLE_SHARE = columnOf(LOCAL_NAMES, 'titleShare');
const NEAR = [-1, 1] as const;
const WINDOWS = [3, 10] as const;

const PAGE_NAMES = [
  ...WINDOWS.flatMap((r) => [
    `prose share ${r} before`,
    `prose share ${r} after`,
    `prose words ${r} before`,
    `prose words ${r} after`,
    `furniture ${r} before`,
    `furniture ${r} after`,
  ]),
  'share of prose before',
  'share of prose after',
  'near top',
  'near bottom',
  'lines since prose',
  'lines to prose',
  'in core',
  'before core',
  'after core',
  'far before core',
  'far after core',
  'core overlap',
  'core overlap of a long line',
  'comments seen',
  'related heading in last 4',
  'related heading in last 12',
  'related heading seen',
  'copyright seen',
  'byline or date in last 6',
  'byline or date in next 3',
  'first prose',
  'earlier copy',
  'overlap with first line',
  'teaser run',
  'list run',
  'comment entries before',
  'comment entries after',
  'social post after',
  'shouted',
  'titled',
  'long with no end',
  'author note before',
  'promotion before',
  'prose total',
  'mean prose length',
] as const;

/** Local features averaged over a stretch of lines on each side: what kind of region a line stands in. */
const REGIONAL = [
  'words=1',
  'words=2-3',
  'words=4-6',
  'sentence',
  'titleShare',
  'date',
  'time',
  'address',
  'ellipsis',
  'question',
  'functionShare',
  'blank=0',
  'digitShare',
  'is read-more',
  'is comment-entry',
  'is byline',
  'is timestamp',
] as const;
const REGION = 6;
const REGIONAL_AT: readonly number[] = REGIONAL.map((name) => columnOf(LOCAL_NAMES, name));

export const CONTEXT_NAMES: readonly string[] = [
  ...LOCAL_NAMES,
  ...NEAR.flatMap((k) => SHARED.map((name) => `${k > 0 ? 'next' : 'previous'} ${name}`)),
  ...REGIONAL.flatMap((name) => [`region before: ${name}`, `region after: ${name}`]),
  ...PAGE_NAMES,
];

interface Segment {
  /** First and last line of the segment, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The contiguous run with the greatest sum (Kadane); empty when no value is positive. */
export function maxSumSegment(values: ArrayLike<number>): Segment {
  let best = 0;
  let segment: Segment = { start: 0, end: 0 };
  let sum = 0;
  let start = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] ?? 0;
    if (sum > best) {
      best = sum;
      segment = { start, end: i + 1 };
    }
    if (sum < 0) {
      sum = 0;
      start = i + 1;
    }
  }
  return segment;
}

const prefixSums = (values: readonly number[]): Float64Array => {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) {
    sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0);
  }
  return sums;
};

/** Sum over lines from..to, clipped to the page. */
const between = (sums: Float64Array, from: number, to: number): number => {
  const last = sums.length - 1;
  const a = Math.min(Math.max(from, 0), last);
  const b = Math.min(Math.max(to, 0), last);
  return b > a ? (sums[b] ?? 0) - (sums[a] ?? 0) : 0;
};

const near = (distance: number, scale: number): number => Math.min(distance, scale) / scale;
const logDistance = (distance: number): number => Math.log1p(distance) / 4;

/** A line counts as prose when it ends like a sentence and has at least six words. */
const proseWords = (facts: LineFacts): number => (facts.sentence && facts.words >= 6 && !facts.furniture?.anywhere ? facts.words : 0);

/** A line that is no prose costs this many words of prose: calibrated by hand on the max-sum baseline of the development set. */
const LINE_COST = 7;

/** One row a line, in order. The row is the same object each time, filled anew: copy what must last. */
export function* contextFeatures(page: readonly LineFacts[]): Generator<Float64Array> {
  const n = page.length;
  const prose = page.map(proseWords);
  const words = page.map((facts) => facts.words + 1);
  const proseSums = prefixSums(prose);
  const wordSums = prefixSums(words);
  const furnitureSums = prefixSums(page.map((facts) => (facts.furniture?.anywhere ? 1 : 0)));
  const related = page.map((facts) => (facts.furniture?.rule === 'related-heading' ? 1 : 0));
  const relatedSums = prefixSums(related);
  const stampSums = prefixSums(page.map((facts) => (facts.furniture?.rule === 'byline' || facts.furniture?.rule === 'timestamp' ? 1 : 0)));
  const core = maxSumSegment(page.map((_, i) => ((prose[i] ?? 0) > 0 ? (prose[i] ?? 0) : -LINE_COST)));
  const coreTypes = countTypes(page.slice(core.start, core.end));
  const firstTypes = new Set(page[0]?.types ?? []);
  const proseTotal = proseSums[n] ?? 0;
  const proseLines = prose.filter((w) => w > 0).length;
  const firstProse = prose.findIndex((w) => w > 0);
  const toProse = distances(prose.toReversed()).reverse();
  const sinceProse = distances(prose);
  const commentSums = prefixSums(page.map((facts) => (facts.furniture?.rule === 'comment-entry' ? 1 : 0)));
  const socialSums = prefixSums(page.map((facts) => (facts.furniture?.rule === 'social-post' ? 1 : 0)));
  const authorSums = prefixSums(page.map((facts) => (facts.furniture?.rule === 'author-note' ? 1 : 0)));
  const promotionSums = prefixSums(page.map((facts) => (facts.furniture?.rule === 'promotion' ? 1 : 0)));
  const regional = REGIONAL_AT.map((index) => prefixSums(page.map((facts) => facts.local[index] ?? 0)));
  const seen = new Map<string, number>();
  const ran = { comments: 0, related: 0, copyright: 0, teaser: 0, list: 0 };
  const row = new Float64Array(CONTEXT_NAMES.length);
  let at = 0;
  const push = (value: number): void => {
    row[at++] = value;
  };
  for (const [i, facts] of page.entries()) {
    row.set(facts.local);
    at = facts.local.length;
    for (const k of NEAR) {
      const neighbour = page[i + k];
      for (const index of SHARED_AT) {
        row[at++] = neighbour?.local[index] ?? 0;
      }
    }
    for (const sums of regional) {
      push(between(sums, i - REGION, i) / REGION);
      push(between(sums, i + 1, i + 1 + REGION) / REGION);
    }
    for (const r of WINDOWS) {
      const before = between(proseSums, i - r, i);
      const after = between(proseSums, i + 1, i + 1 + r);
      push(before / Math.max(1, between(wordSums, i - r, i)));
      push(after / Math.max(1, between(wordSums, i + 1, i + 1 + r)));
      push(Math.log1p(before) / 5);
      push(Math.log1p(after) / 5);
      push(between(furnitureSums, i - r, i) / r);
      push(between(furnitureSums, i + 1, i + 1 + r) / r);
    }
    push((proseSums[i] ?? 0) / Math.max(1, proseTotal));
    push(between(proseSums, i + 1, n) / Math.max(1, proseTotal));
    push(1 - near(i, 15));
    push(1 - near(n - 1 - i, 15));
    push(logDistance(sinceProse[i] ?? 0));
    push(logDistance(toProse[i] ?? 0));
    push(i >= core.start && i < core.end ? 1 : 0);
    push(i < core.start ? 1 : 0);
    push(i >= core.end ? 1 : 0);
    push(i < core.start ? logDistance(core.start - i) : 0);
    push(i >= core.end ? logDistance(i - core.end + 1) : 0);
    const inCore = i >= core.start && i < core.end;
    const overlap = overlapShare(facts.types, coreTypes, inCore ? 2 : 1);
    push(overlap);
    push(facts.words >= 10 ? overlap - 0.3 : 0);
    push(ran.comments);
    push(between(relatedSums, i - 4, i) > 0 ? 1 : 0);
    push(between(relatedSums, i - 12, i) > 0 ? 1 : 0);
    push(ran.related);
    push(ran.copyright);
    push(between(stampSums, i - 6, i) > 0 ? 1 : 0);
    push(between(stampSums, i + 1, i + 4) > 0 ? 1 : 0);
    push(i === firstProse ? 1 : 0);
    const key = facts.line.text.toLowerCase();
    push(seen.has(key) ? 1 : 0);
    push(i > 0 && facts.types.length > 0 ? facts.types.filter((type) => firstTypes.has(type)).length / facts.types.length : 0);
    push(near(ran.teaser, 6));
    push(near(ran.list, 10));
    push(near(between(commentSums, i - 6, i), 2));
    push(near(between(commentSums, i, i + 4), 2));
    push(between(socialSums, i + 1, i + 4) > 0 ? 1 : 0);
    push(facts.words >= 5 && facts.local[ALL_CAPS] === 1 ? 1 : 0);
    push(facts.words >= 5 && !facts.sentence && (facts.local[TITLE_SHARE] ?? 0) > 0.6 ? 1 : 0);
    push(facts.words >= 11 && !facts.sentence ? 1 : 0);
    push(between(authorSums, i - 3, i) > 0 ? 1 : 0);
    push(between(promotionSums, i - 3, i) > 0 ? 1 : 0);
    push(Math.log1p(proseTotal) / 8);
    push(proseLines > 0 ? proseTotal / proseLines / 50 : 0);
    seen.set(key, i);
    const rule = facts.furniture?.rule;
    if ((proseSums[i + 1] ?? 0) > 0.25 * proseTotal) {
      ran.comments = rule === 'comments' ? 1 : ran.comments;
      ran.related = rule === 'related-heading' ? 1 : ran.related;
      ran.copyright = rule === 'copyright' ? 1 : ran.copyright;
    }
    ran.teaser = !facts.sentence && facts.words >= 5 && facts.words <= 20 ? ran.teaser + 1 : 0;
    ran.list = facts.words <= 4 ? ran.list + 1 : 0;
    yield row;
  }
}

/** Lines since the last positive value, 0 at a positive one; counts from the start when there was none. */
function distances(values: readonly number[]): number[] {
  let since = 0;
  return values.map((value) => {
    since = value > 0 ? 0 : since + 1;
    return since;
  });
}

export function countTypes(lines: readonly LineFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { types } of lines) {
    for (const type of types) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  return counts;
}

/** Share of the words that at least `atLeast` lines hold. */
export function overlapShare(types: readonly string[], counts: ReadonlyMap<string, number>, atLeast: number): number {
  if (types.length === 0) {
    return 0;
  }
  let shared = 0;
  for (const type of types) {
    if ((counts.get(type) ?? 0) >= atLeast) {
      shared++;
    }
  }
  return shared / types.length;
}

/** For each line, the greatest sum of a run that ends just before it. */
function bestRuns(gains: readonly number[]): number[] {
  let run = 0;
  return gains.map((gain) => {
    const before = run;
    run = Math.max(0, run + gain);
    return before;
  });
}

/** Word-weighted mean of the values before each line, older lines fading. */
function slowMeans(values: readonly number[], words: readonly number[]): number[] {
  let sum = 0;
  let total = 1;
  return values.map((value, i) => {
    const mean = sum / total;
    const weight = (words[i] ?? 0) + 4;
    sum = sum * 0.9 + value * weight;
    total = total * 0.9 + weight;
    return mean;
  });
}

const SECOND_OFFSETS = [-3, -2, -1, 1, 2, 3] as const;
const SECOND_LOCAL = [
  'words=1',
  'words=2-3',
  'words=4-6',
  'words=7-10',
  'logWords',
  'sentence',
  'endsColon',
  'titleShare',
  'functionShare',
  'copies',
  'hasQuote',
  'blank=0',
  'date',
  'linkish',
] as const;
const SECOND_LOCAL_AT: readonly number[] = SECOND_LOCAL.map((name) => columnOf(LOCAL_NAMES, name));

export const SECOND_NAMES: readonly string[] = [
  'first score',
  'first probability',
  ...SECOND_OFFSETS.map((k) => `probability at ${k}`),
  ...[5, 15].flatMap((r) => [`kept share ${r} before`, `kept share ${r} after`]),
  'kept words before',
  'kept words after',
  'in best block',
  'before best block',
  'after best block',
  'lines before block',
  'lines after block',
  'words before block',
  'words after block',
  'block share',
  'overlap with block',
  'max before',
  'max after',
  'best run before',
  'best run after',
  'slow mean before',
  'slow mean after',
  'furniture since block',
  'furniture',
  'soft furniture',
  'comments or related between',
  ...SECOND_LOCAL,
];

/** Second look: the same line once the first look has scored every line of the page. `scores` are log odds. The row is filled anew each time. */
export function* secondFeatures(page: readonly LineFacts[], scores: Float64Array): Generator<Float64Array> {
  const n = page.length;
  const p = Array.from(scores, (score) => 1 / (1 + Math.exp(-score)));
  const words = page.map((facts) => facts.words + 1);
  const keptSums = prefixSums(p.map((value, i) => value * (words[i] ?? 0)));
  const wordSums = prefixSums(words);
  const breakSums = prefixSums(
    page.map(({ furniture }) =>
      furniture?.rule === 'comments' || furniture?.rule === 'related-heading' || furniture?.rule === 'copyright' ? 1 : 0,
    ),
  );
  const gains = p.map((value, i) => (value - 0.5) * ((words[i] ?? 0) + 4));
  const ending = bestRuns(gains);
  const starting = bestRuns(gains.toReversed()).reverse();
  const slowBefore = slowMeans(p, words);
  const slowAfter = slowMeans(p.toReversed(), words.toReversed()).reverse();
  const furnitureSums = prefixSums(page.map((facts) => (facts.furniture?.anywhere ? 1 : 0)));
  const block = maxSumSegment(p.map((value, i) => (value - 0.5) * ((words[i] ?? 0) + 4)));
  const blockTypes = countTypes(page.slice(block.start, block.end));
  const keptTotal = keptSums[n] ?? 0;
  const row = new Float64Array(SECOND_NAMES.length);
  let at = 0;
  const push = (value: number): void => {
    row[at++] = value;
  };
  for (const [i, facts] of page.entries()) {
    at = 0;
    push(Math.max(-2, Math.min(2, (scores[i] ?? 0) / 4)));
    push(p[i] ?? 0);
    for (const k of SECOND_OFFSETS) {
      push(p[i + k] ?? 0);
    }
    for (const r of [5, 15]) {
      push(between(keptSums, i - r, i) / Math.max(1, between(wordSums, i - r, i)));
      push(between(keptSums, i + 1, i + 1 + r) / Math.max(1, between(wordSums, i + 1, i + 1 + r)));
    }
    push((keptSums[i] ?? 0) / Math.max(1, keptTotal));
    push(between(keptSums, i + 1, n) / Math.max(1, keptTotal));
    const before = i < block.start;
    const after = i >= block.end;
    push(before || after ? 0 : 1);
    push(before ? 1 : 0);
    push(after ? 1 : 0);
    push(before ? logDistance(block.start - i) : 0);
    push(after ? logDistance(i - block.end + 1) : 0);
    push(before ? Math.log1p(between(wordSums, i + 1, block.start)) / 5 : 0);
    push(after ? Math.log1p(between(wordSums, block.end, i)) / 5 : 0);
    push(between(keptSums, block.start, block.end) / Math.max(1, keptTotal));
    push(overlapShare(facts.types, blockTypes, before || after ? 1 : 2));
    push(Math.max(p[i - 1] ?? 0, p[i - 2] ?? 0, p[i - 3] ?? 0));
    push(Math.max(p[i + 1] ?? 0, p[i + 2] ?? 0, p[i + 3] ?? 0));
    push(Math.log1p(ending[i] ?? 0) / 6);
    push(Math.log1p(starting[i] ?? 0) / 6);
    push(slowBefore[i] ?? 0);
    push(slowAfter[i] ?? 0);
    push(near(after ? between(furnitureSums, block.end, i) : before ? between(furnitureSums, i + 1, block.start) : 0, 8));
    push(facts.furniture?.anywhere ? 1 : 0);
    push(facts.furniture !== undefined && !facts.furniture.anywhere ? 1 : 0);
    push(after ? near(between(breakSums, block.end, i + 1), 3) : before ? near(between(breakSums, i, block.start), 3) : 0);
    for (const index of SECOND_LOCAL_AT) {
      push(facts.local[index] ?? 0);
    }
    yield row;
  }
}
