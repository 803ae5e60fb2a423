/**
 * What the first look at a page says about a block's surroundings: the scores of its neighbours, its containers and its like, and how it stands against
 * the best of the page. A second forest decides on these and on the block's own numbers (stacking; Wolpert, Neural Networks 1992).
 */
import type { Scope } from './blocks.ts';
import { kinship } from './kinship.ts';
import type { PageContext } from './prose.ts';

const OFFSETS = [-3, -2, -1, 1, 2, 3] as const;
const LEVELS = 5;
const WINDOWS = [4, 10] as const;
/** Distance to the nearest likely block that stands for "none". */
const FAR = 40;
const LIKELY = 0.6;
/** Shorter blocks say little about where the story is. */
const LIKELY_WORDS = 9;
/** The page's best is the score that this many words reach. */
const BEST_WORDS = 60;
/** Log odds beyond the ends of the page. */
const OUTSIDE = -9;

export const SECOND_NAMES: readonly string[] = [
  'logOdds',
  'belowBest',
  'best',
  'massBefore',
  'sinceLikely',
  'untilLikely',
  'kinScore',
  'clanScore',
  'tagScore',
  'mass',
  ...OFFSETS.map((offset) => `${offset > 0 ? '+' : ''}${offset}:logOdds`),
  ...Array.from({ length: LEVELS }, (_, level) => [`score^${level}`, `mass^${level}`]).flat(),
  ...WINDOWS.map((radius) => `score~${radius}`),
];

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Mean score, by words, of the other blocks of the same group; -1 for a block without its like. `groupOf` numbers a block's group. */
function groupScores(scores: Float64Array, weights: Float64Array, groupOf: Int32Array, groups: number): Float64Array {
  const mass = new Float64Array(groups);
  const weight = new Float64Array(groups);
  const count = new Int32Array(groups);
  for (let index = 0; index < groupOf.length; index++) {
    const group = groupOf[index] ?? 0;
    mass[group] = (mass[group] ?? 0) + (scores[index] ?? 0) * (weights[index] ?? 0);
    weight[group] = (weight[group] ?? 0) + (weights[index] ?? 0);
    count[group] = (count[group] ?? 0) + 1;
  }
  return Float64Array.from(groupOf, (group, index) =>
    (count[group] ?? 0) < 2
      ? -1
      : ((mass[group] ?? 0) - (scores[index] ?? 0) * (weights[index] ?? 0)) / Math.max(1, (weight[group] ?? 0) - (weights[index] ?? 0)),
  );
}

/** Score that the best BEST_WORDS words of the page reach. */
function bestOf(scores: Float64Array, weights: Float64Array): number {
  const ranked = Array.from(scores, (score, index) => ({ score, weight: weights[index] ?? 0 })).filter(
    ({ weight }) => weight > LIKELY_WORDS - 1,
  );
  ranked.sort((a, b) => b.score - a.score);
  let words = 0;
  return ranked.find(({ weight }) => (words += weight) >= BEST_WORDS)?.score ?? 1;
}

/**
 * One row a block, columns as in SECOND_NAMES; none for blocks that are not wanted. `logOdds` is the first forest's word on each block,
 * and what decides whether a row is wanted.
 */
export function lookAgain(
  context: PageContext,
  logOdds: readonly number[],
  isWanted: (logOdds: number) => boolean,
): (Float32Array | undefined)[] {
  const { blocks, scopes } = context;
  const count = blocks.length;
  const scores = Float64Array.from(logOdds, probability);
  const weights = Float64Array.from(blocks, (block) => block.words + 1);
  const mass = new Float64Array(scopes.length);
  const weight = new Float64Array(scopes.length);
  for (const [index, block] of blocks.entries()) {
    const blockMass = (scores[index] ?? 0) * (weights[index] ?? 0);
    for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) {
      mass[scope.id] = (mass[scope.id] ?? 0) + blockMass;
      weight[scope.id] = (weight[scope.id] ?? 0) + (weights[index] ?? 0);
    }
  }
  const total = Math.max(1, mass[0] ?? 1);
  const groups = kinship(context);
  const kin = groupScores(scores, weights, groups.kin, groups.kins);
  const clan = groupScores(scores, weights, groups.clan, groups.clans);
  const tag = groupScores(scores, weights, groups.tags, groups.tagCount);
  const best = bestOf(scores, weights);

  const isLikely = Array.from(scores, (score, index) => score >= LIKELY && (weights[index] ?? 0) > LIKELY_WORDS);
  const until = new Float64Array(count);
  for (let index = count - 1, next = Infinity; index >= 0; index--) {
    until[index] = Math.min(FAR, next - index);
    if (isLikely[index] === true) next = index;
  }
  /** Sums of mass and of words before each block, for windows. */
  const massBefore = new Float64Array(count + 1);
  const wordsBefore = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) {
    massBefore[index + 1] = (massBefore[index] ?? 0) + (scores[index] ?? 0) * (weights[index] ?? 0);
    wordsBefore[index + 1] = (wordsBefore[index] ?? 0) + (weights[index] ?? 0);
  }

  const width = SECOND_NAMES.length;
  const all = new Float32Array(logOdds.filter(isWanted).length * width);
  let used = 0;
  let last = -Infinity;
  return blocks.map((block, index) => {
    if (!isWanted(logOdds[index] ?? OUTSIDE)) return undefined;
    const row = all.subarray(used, (used += width));
    const ownWeight = weights[index] ?? 0;
    const ownMass = (scores[index] ?? 0) * ownWeight;
    let at = 0;
    const put = (value: number): void => {
      row[at++] = value;
    };
    put(logOdds[index] ?? OUTSIDE);
    put((scores[index] ?? 0) - best);
    put(best);
    put((massBefore[index] ?? 0) / total);
    put(Math.min(FAR, index - last));
    put(until[index] ?? FAR);
    put(kin[index] ?? -1);
    put(clan[index] ?? -1);
    put(tag[index] ?? -1);
    put(Math.log2(total));
    for (const offset of OFFSETS) put(logOdds[index + offset] ?? OUTSIDE);
    let scope = block.scope;
    for (let level = 0; level < LEVELS; level++) {
      put(((mass[scope.id] ?? 0) - ownMass) / Math.max(1, (weight[scope.id] ?? 0) - ownWeight));
      put((mass[scope.id] ?? 0) / total);
      scope = scope.parent ?? scope;
    }
    for (const radius of WINDOWS) {
      const from = Math.max(0, index - radius);
      const to = Math.min(count, index + radius + 1);
      const around = (massBefore[to] ?? 0) - (massBefore[from] ?? 0) - ownMass;
      put(around / Math.max(1, (wordsBefore[to] ?? 0) - (wordsBefore[from] ?? 0) - ownWeight));
    }
    if (isLikely[index] === true) last = index;
    return row;
  });
}
