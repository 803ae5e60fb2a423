/** What two articles are to each other: the same story, a version of it with changed facts, another story in the same frame, or strangers. */
import { alignArticles, type Alignment, type Run } from './align.ts';
import type { Signature } from './sign.ts';
import { HASH_BITS, IS_NAME, wordOf } from './word-bits.ts';

type Relation = 'same' | 'update' | 'frame' | 'unrelated';

export interface Comparison {
  readonly relation: Relation;
  /** Share of the smaller article's words found in the larger, 0..1. */
  readonly containment: number;
  readonly alignment: Alignment;
}

/** Copies of the development set hold at least half of their own words, other stories at most 30 %. */
const MIN_CONTAINMENT = 0.48;
/** Below this, the larger article must share a fair part too: a short item that quotes a long story is not a copy of it. */
const SURE_CONTAINMENT = 0.6;
const MIN_BOTH = 0.8;
const MIN_COVERED = 7;

/** The rules that can be left out one by one, to see what each is worth (bench/quality/dedup-table.ts). */
export interface ComparisonRules {
  /** Numbers that differ at the same place make an update. */
  readonly numbers: boolean;
  /** Names that differ throughout make another story in the same frame. */
  readonly names: boolean;
  /** A new top that says what changed makes an update. */
  readonly newTop: boolean;
  /** What is shared must reach beyond the quotations. */
  readonly quotations: boolean;
}

export const ALL_COMPARISON_RULES: ComparisonRules = { numbers: true, names: true, newTop: true, quotations: true };

export function compareArticles(a: Signature, b: Signature, rules: ComparisonRules = ALL_COMPARISON_RULES): Comparison {
  const alignment = alignArticles(a, b, rules.names);
  const { wordsA, wordsB, coveredA, coveredB, coverA, coverB } = alignment;
  const ofA = coveredA / (wordsA || 1);
  const ofB = coveredB / (wordsB || 1);
  const containment = wordsA <= wordsB ? ofA : ofB;
  const isShared =
    containment >= MIN_CONTAINMENT &&
    Math.min(coveredA, coveredB) >= MIN_COVERED &&
    (containment >= SURE_CONTAINMENT || ofA + ofB >= MIN_BOTH) &&
    (!rules.quotations || (wordsA <= wordsB ? sharesMoreThanQuotes(a, coverA, containment) : sharesMoreThanQuotes(b, coverB, containment)));
  return { relation: isShared ? relate(a, b, { alignment, containment, rules }) : 'unrelated', containment, alignment };
}

/** Two reporters on one event print the same quotations. What is shared must reach into the paragraphs that quote nobody. */
function sharesMoreThanQuotes({ words, paragraphs, quoting }: Signature, cover: Uint8Array, containment: number): boolean {
  if (containment >= 0.9) return true;
  const quotes = new Set(quoting);
  let plain = 0;
  let covered = 0;
  for (const [index, start] of paragraphs.entries()) {
    if (quotes.has(index)) continue;
    const end = paragraphs[index + 1] ?? words.length;
    plain += end - start;
    for (let at = start; at < end; at += 1) covered += cover[at] ?? 0;
  }
  if (plain < MIN_PLAIN) return containment >= CLEAR_CONTAINMENT;
  return covered >= plain * (containment < CLEAR_CONTAINMENT ? 0.28 : 0.12);
}

/** Words outside quoting paragraphs that are enough to judge by. */
const MIN_PLAIN = 12;
const CLEAR_CONTAINMENT = 0.66;

interface Shared {
  readonly alignment: Alignment;
  readonly containment: number;
  readonly rules: ComparisonRules;
}

function relate(a: Signature, b: Signature, { alignment, containment, rules }: Shared): Relation {
  const { numbersAgree, numbersDiffer, namesAgree, wordsDiffer, coveredA, coveredB } = alignment;
  if (rules.names && isFrame(alignment)) return 'frame';
  if (rules.numbers) {
    const numbers = numbersAgree + numbersDiffer;
    if (numbersDiffer >= 3 && numbersDiffer * 2 > numbers) return 'frame';
    const isNoise = numbersDiffer * coveredA <= NOISE * wordsDiffer * numbers;
    if (numbersDiffer >= 1 && numbersDiffer * 10 >= numbers && !isNoise) return 'update';
  }
  if (rules.newTop) {
    const cues = Math.max(updateCues(a, alignment.coverA), updateCues(b, alignment.coverB));
    if (cues >= MIN_CUES + Math.floor(numbersAgree / NUMBERS_A_CUE) || (cues >= 2 && numbersDiffer >= 1)) return 'update';
  }
  const isFactual = namesAgree + numbersAgree >= MIN_FACTS || containment >= WHOLE || Math.min(coveredA, coveredB) >= MANY_WORDS;
  return isFactual || !rules.names ? 'same' : 'frame';
}

const isFrame = ({ namesAgree, namesDiffer, runs }: Alignment): boolean =>
  (namesDiffer >= 2 && namesDiffer * 3 > namesAgree) || (namesAgree < MANY_NAMES && runs.some(isFramedTop));
const isFramedTop = (run: Run): boolean => run.isFrame && run.length >= MIN_FRAME && run.startA < TOP_WORDS && run.startB < TOP_WORDS;

/** Where a story says what it is about: a frame filled in otherwise here makes another story. */
const TOP_WORDS = 40;
const MIN_FRAME = 8;
/** So many agreeing names outweigh a top that differs. */
const MANY_NAMES = 6;
/** Names and numbers that must agree: sentences without any belong to a frame or to the furniture. */
const MIN_FACTS = 2;
/** A text that is there as good as whole needs no names to be the same. */
const WHOLE = 0.8;

/** So many shared words without a name or number are no frame: frames are short. */
const MANY_WORDS = 80;
/** Numbers that differ no more often than this many times other words do are a scanner's errors. Over eight seeds of the generator 1 and 2.5 were worse. */
const NOISE = 1.5;

/** Words by which a new top says that it changes what was reported: newsroom vocabulary, strong and weak signs. */
const STRONG_CUES =
  cueWords(`update updates updated latest earlier initial initially revised supersede superseded supersedes superseding developments
  developing emerged verified confirmed previously changes changed reversal reversed`);
const WEAK_CUES =
  cueWords(`now new fresh hours night evening morning briefing additional announcements further since within likely rose raised risen climbed
  tally toll`);
/** A strong sign counts two. */
const MIN_CUES = 3;
/** An update changes figures: so many that stand as they were take one more cue. */
const NUMBERS_A_CUE = 4;
/** Words of a new top, and how thick the cues stand in it: a story whose copy lost its own top is long and has few. */
const MIN_HEAD = 12;
const CUE_SPACING = 8;
/** A paragraph counts as new below this share of covered words; shorter ones are headlines and bylines. */
const NEW_PARAGRAPH = 0.35;
const MIN_PARAGRAPH = 8;

function cueWords(list: string): ReadonlySet<number> {
  return new Set(list.split(/\s+/).map(wordOf));
}

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
      const word = (words[at] ?? 0) & HASH_BITS;
      if (STRONG_CUES.has(word)) here += 2;
      else if (WEAK_CUES.has(word)) here += 1;
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
  return shared >= 3 && shared * 4 >= Math.min(mine.size, theirs.size);
}

export function namesOf({ words }: Signature): Set<number> {
  return new Set(words.filter((word) => (word & IS_NAME) !== 0).map((word) => word & HASH_BITS));
}
