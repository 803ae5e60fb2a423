/** What two articles are to each other: the same story, a version of it with changed facts, another story in the same frame, or strangers. */
import { alignArticles, type Alignment } from './align.ts';
import { HASH_BITS, IS_NAME, wordOf, type Signature } from './sign.ts';

export type Relation = 'same' | 'update' | 'frame' | 'unrelated';

export interface Comparison {
  readonly relation: Relation;
  /** Share of the smaller article's words found in the larger, 0..1. */
  readonly containment: number;
  readonly alignment: Alignment;
}

/** Copies of the development set hold at least half of their own words, other stories at most 30 %. */
const MIN_CONTAINMENT = 0.42;
/** Below the first, the larger article must share a fair part too: a short item that quotes a long story is not a copy of it. */
const SURE_CONTAINMENT = 0.6;
const MIN_BOTH = 0.75;
const MIN_COVERED = 7;

export function compareArticles(a: Signature, b: Signature): Comparison {
  const alignment = alignArticles(a, b);
  const { wordsA, wordsB, coveredA, coveredB } = alignment;
  const ofA = coveredA / (wordsA || 1);
  const ofB = coveredB / (wordsB || 1);
  const containment = wordsA <= wordsB ? ofA : ofB;
  const isShared =
    Math.min(coveredA, coveredB) >= MIN_COVERED &&
    (containment >= SURE_CONTAINMENT || (containment >= MIN_CONTAINMENT && ofA + ofB >= MIN_BOTH));
  return { relation: isShared ? relate(a, b, alignment) : 'unrelated', containment, alignment };
}

function relate(a: Signature, b: Signature, alignment: Alignment): Relation {
  const { numbersAgree, numbersDiffer, namesAgree, namesDiffer } = alignment;
  if (namesDiffer >= 2 && namesDiffer * 3 > namesAgree) return 'frame';
  const numbers = numbersAgree + numbersDiffer;
  if (numbersDiffer >= 3 && numbersDiffer * 2 > numbers) return 'frame';
  if (numbersDiffer >= 1 && numbersDiffer * 10 >= numbers) return 'update';
  const cues = Math.max(updateCues(a, alignment.coverA), updateCues(b, alignment.coverB));
  if (cues >= MIN_CUES || (cues >= 1 && numbersDiffer >= 1)) return 'update';
  return 'same';
}

/** Words by which a new top says that it changes what was reported: newsroom vocabulary. */
const UPDATE_CUES = new Set(
  `update updates updated latest earlier initial initially fresh now revised supersede superseded supersedes superseding developments developing
  emerged verified confirmed previously changes changed reversal reversed new`
    .split(/\s+/)
    .map(wordOf),
);
const MIN_CUES = 2;
/** Words of a new top, and how thick the cues stand in it: a story whose copy lost its own top is long and has few. */
const MIN_HEAD = 12;
const CUE_SPACING = 20;
/** A paragraph counts as new below this share of covered words; shorter ones are headlines and bylines. */
const NEW_PARAGRAPH = 0.35;
const MIN_PARAGRAPH = 8;

/** Update cues in the paragraphs at the top that the other article does not have; 0 when there is no new top. */
function updateCues({ words, paragraphs }: Signature, cover: Uint8Array): number {
  let head = 0;
  let cues = 0;
  for (const [index, start] of paragraphs.entries()) {
    const end = paragraphs[index + 1] ?? words.length;
    const length = end - start;
    if (length < MIN_PARAGRAPH) continue;
    let covered = 0;
    let here = 0;
    for (let at = start; at < end; at += 1) {
      covered += cover[at] ?? 0;
      if (UPDATE_CUES.has((words[at] ?? 0) & HASH_BITS)) here += 1;
    }
    if (covered >= length * NEW_PARAGRAPH) break;
    head += length;
    cues += here;
  }
  return head >= MIN_HEAD && cues * CUE_SPACING >= head ? cues : 0;
}

/** Whether two articles are about the same people and places: distinct names they share, against the shorter list. */
export function sharesTopic(a: Signature, b: Signature): boolean {
  const mine = namesOf(a);
  const theirs = namesOf(b);
  let shared = 0;
  for (const name of mine) if (theirs.has(name)) shared += 1;
  return shared >= 2 && shared * 4 >= Math.min(mine.size, theirs.size);
}

export function namesOf({ words }: Signature): Set<number> {
  return new Set(words.filter((word) => (word & IS_NAME) !== 0).map((word) => word & HASH_BITS));
}
