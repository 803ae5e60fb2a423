/** What two articles are to each other: the same story, a version of it with changed facts, another story in the same frame, or strangers. */
import { alignArticles, type Alignment } from './align.ts';
import { HASH_BITS, IS_NAME, IS_NUMBER, type Signature } from './sign.ts';

export type Relation = 'same' | 'update' | 'frame' | 'unrelated';

export interface Comparison {
  readonly relation: Relation;
  /** Share of the smaller article's words found in the larger, 0..1. */
  readonly containment: number;
  readonly alignment: Alignment;
}

/** Copies of the development set hold at least half of their own words, other stories at most 30 %. */
const MIN_CONTAINMENT = 0.42;
const MIN_COVERED = 7;

export function compareArticles(a: Signature, b: Signature): Comparison {
  const alignment = alignArticles(a, b);
  const { wordsA, wordsB, coveredA, coveredB } = alignment;
  const containment = wordsA <= wordsB ? coveredA / (wordsA || 1) : coveredB / (wordsB || 1);
  return { relation: relate(a, b, alignment, containment), containment, alignment };
}

function relate(a: Signature, b: Signature, alignment: Alignment, containment: number): Relation {
  if (containment < MIN_CONTAINMENT || Math.min(alignment.coveredA, alignment.coveredB) < MIN_COVERED) return 'unrelated';
  const { numbersAgree, numbersDiffer, namesAgree, namesDiffer } = alignment;
  if (namesDiffer >= 2 && namesDiffer * 3 > namesAgree) return 'frame';
  const numbers = numbersAgree + numbersDiffer;
  if (numbersDiffer * 10 >= numbers && numbersDiffer >= 1) return numbersDiffer * 2 > numbers && numbersDiffer >= 3 ? 'frame' : 'update';
  return 'same';
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
  return new Set(words.filter((word) => (word & IS_NAME) !== 0 && (word & IS_NUMBER) === 0).map((word) => word & HASH_BITS));
}
