/**
 * Alignment of two signed articles: which words of each stand in the other in the same order, run by run, and where numbers or
 * names differ inside a run. Greedy tiling over word pairs (after Wise 1993, Running Karp-Rabin Matching and Greedy String Tiling),
 * with isolated misses allowed inside a run, so that a sub-editor's synonyms or a scanner's errors do not end it.
 */
import type { Signature } from './sign.ts';
import { HASH_BITS, IS_NAME, IS_NUMBER } from './word-bits.ts';

/** A stretch that stands in both texts, with single words that differ. */
export interface Run {
  readonly startA: number;
  readonly startB: number;
  readonly length: number;
  readonly numbersAgree: number;
  readonly numbersDiffer: number;
  readonly namesAgree: number;
  readonly namesDiffer: number;
  readonly wordsDiffer: number;
  /** Names and numbers differ throughout: another story in the same frame. Its words do not count as covered. */
  readonly isFrame: boolean;
}

export interface Alignment {
  readonly runs: readonly Run[];
  /** Words of a and of b, and how many of each are covered by runs. */
  readonly wordsA: number;
  readonly wordsB: number;
  readonly coveredA: number;
  readonly coveredB: number;
  /** Numbers at the same place of a run. */
  readonly numbersAgree: number;
  readonly numbersDiffer: number;
  readonly namesAgree: number;
  readonly namesDiffer: number;
  /** Other words that differ at the same place of a run: synonyms, scanner's errors. */
  readonly wordsDiffer: number;
  /** 1 where a word is covered. */
  readonly coverA: Uint8Array;
  readonly coverB: Uint8Array;
}

/** Fewest matching words of a run: shorter ones are common phrases. */
const MIN_RUN = 5;
/** Misses in a row that end a run. */
const MAX_MISSES = 3;
/** Places of b tried for a pair of words; more means a text that repeats itself. */
const MAX_PLACES = 12;

/** Steps a word that an alignment may take; news takes two or three. A text that repeats itself for ever is given up here. */
const EFFORT = 40;

/** Numbers stand for one another: whether they agree is counted, not aligned. */
const shape = (word: number): number => (word & IS_NUMBER ? IS_NUMBER : word & HASH_BITS);
const sameShape = (a: number, b: number): boolean =>
  a & IS_NUMBER ? (b & IS_NUMBER) !== 0 : (b & IS_NUMBER) === 0 && ((a ^ b) & HASH_BITS) === 0;
const pairKey = (first: number, second: number, mask: number): number =>
  ((Math.imul(shape(first), 0x9e3779b1) ^ Math.imul(shape(second), 0x85ebca6b)) >>> 7) & mask;

const differs = (a: number, b: number): boolean => !sameShape(a, b);

/** Whether enough words next to a place match; a place at the start or end of a paragraph has one side only. */
function isFramedByMatches(x: readonly number[], y: readonly number[], i: number, j: number): boolean {
  let before = 0;
  let after = 0;
  for (let step = 1; step <= 3; step += 1) {
    if (i >= step && j >= step && !differs(x[i - step] ?? 0, y[j - step] ?? 0)) before += 1;
    if (i + step < x.length && j + step < y.length && !differs(x[i + step] ?? 0, y[j + step] ?? 0)) after += 1;
  }
  return before >= 2 && after >= 2;
}

interface Place {
  readonly startA: number;
  readonly startB: number;
  readonly length: number;
}

function weighRun(a: Signature, b: Signature, { startA, startB, length }: Place, namesCount: boolean): Run {
  const x = a.words;
  const y = b.words;
  let numbersAgree = 0;
  let numbersDiffer = 0;
  let namesAgree = 0;
  let namesDiffer = 0;
  let wordsDiffer = 0;
  for (let step = 0; step < length; step += 1) {
    const mine = x[startA + step] ?? 0;
    const theirs = y[startB + step] ?? 0;
    if (mine & theirs & IS_NUMBER) {
      if (((mine ^ theirs) & HASH_BITS) === 0) numbersAgree += 1;
      else if (isFramedByMatches(x, y, startA + step, startB + step)) numbersDiffer += 1;
    } else if (differs(mine, theirs)) {
      if (mine & theirs & IS_NAME) namesDiffer += 1;
      else wordsDiffer += 1;
    } else if (mine & IS_NAME) namesAgree += 1;
  }
  const isFrame =
    namesCount &&
    ((namesDiffer > namesAgree && namesDiffer + numbersDiffer >= 2) || (namesDiffer > 0 && namesDiffer >= namesAgree && numbersDiffer > 0));
  return { startA, startB, length, numbersAgree, numbersDiffer, namesAgree, namesDiffer, wordsDiffer, isFrame };
}

/** With `namesCount` false, also runs in which the names differ throughout are covered. */
export function alignArticles(a: Signature, b: Signature, namesCount = true): Alignment {
  const x = a.words;
  const y = b.words;
  const coverA = new Uint8Array(x.length);
  const coverB = new Uint8Array(y.length);
  const runs: Run[] = [];

  let size = 64;
  while (size < y.length * 2) size *= 2;
  const mask = size - 1;
  const heads = new Int32Array(size).fill(-1);
  const chain = new Int32Array(y.length);
  for (let j = y.length - 2; j >= 0; j -= 1) {
    const key = pairKey(y[j] ?? 0, y[j + 1] ?? 0, mask);
    chain[j] = heads[key] ?? -1;
    heads[key] = j;
  }

  let i = 0;
  let paragraph = 0;
  let effort = (x.length + y.length) * EFFORT;
  while (i < x.length - 1 && effort > 0) {
    while (paragraph > 0 && (a.paragraphs[paragraph] ?? 0) > i) paragraph -= 1;
    let best = 0;
    let bestStart = -1;
    let bestLength = 0;
    let place = heads[pairKey(x[i] ?? 0, x[i + 1] ?? 0, mask)] ?? -1;
    for (let tried = 0; place >= 0 && tried < MAX_PLACES; tried += 1, place = chain[place] ?? -1) {
      if (coverB[place] === 1 || !sameShape(x[i] ?? 0, y[place] ?? 0) || !sameShape(x[i + 1] ?? 0, y[place + 1] ?? 0)) continue;
      let good = 0;
      let length = 0;
      let misses = 0;
      for (let step = 0; i + step < x.length && place + step < y.length && coverB[place + step] === 0; step += 1) {
        effort -= 1;
        if (sameShape(x[i + step] ?? 0, y[place + step] ?? 0)) {
          good += 1;
          misses = 0;
          length = step + 1;
        } else if ((misses += 1) > MAX_MISSES || good * 5 < step * 3 - 6) break;
      }
      if (good > best) {
        best = good;
        bestStart = place;
        bestLength = length;
      }
    }
    if (best < MIN_RUN || best * 5 < bestLength * 3) {
      i += 1;
      continue;
    }
    // Backwards over what differs, as far as something matches behind it.
    let back = 0;
    for (let step = 1, misses = 0; i - step >= 0 && bestStart - step >= 0 && misses <= MAX_MISSES; step += 1) {
      if (coverA[i - step] === 1 || coverB[bestStart - step] === 1) break;
      if (sameShape(x[i - step] ?? 0, y[bestStart - step] ?? 0)) {
        misses = 0;
        back = step;
      } else misses += 1;
    }
    // Weighed paragraph by paragraph: one that an outlet wrote into its own frame must not spoil the ones around it.
    const stop = i + bestLength;
    for (let start = i - back; start < stop;) {
      while (paragraph + 1 < a.paragraphs.length && (a.paragraphs[paragraph + 1] ?? 0) <= start) paragraph += 1;
      const until = Math.min(stop, a.paragraphs[paragraph + 1] ?? stop);
      const run = weighRun(a, b, { startA: start, startB: bestStart - i + start, length: until - start }, namesCount);
      runs.push(run);
      if (!run.isFrame) {
        coverA.fill(1, run.startA, run.startA + run.length);
        coverB.fill(1, run.startB, run.startB + run.length);
      }
      start = until;
    }
    i += bestLength;
  }
  let coveredA = 0;
  for (const flag of coverA) coveredA += flag;
  let coveredB = 0;
  for (const flag of coverB) coveredB += flag;
  const total = (field: 'numbersAgree' | 'numbersDiffer' | 'namesAgree' | 'namesDiffer' | 'wordsDiffer'): number =>
    runs.reduce((sum, run) => sum + (run.isFrame ? 0 : run[field]), 0);
  return {
    runs,
    wordsA: x.length,
    wordsB: y.length,
    coveredA,
    coveredB,
    numbersAgree: total('numbersAgree'),
    numbersDiffer: total('numbersDiffer'),
    namesAgree: total('namesAgree'),
    namesDiffer: total('namesDiffer'),
    wordsDiffer: total('wordsDiffer'),
    coverA,
    coverB,
  };
}
