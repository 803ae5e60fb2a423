/**
 * The judge of blocks: a first forest looks at each block, a second one at the blocks that remain in doubt and at what the first made of their
 * surroundings. Two such pairs, trained apart, have one voice each.
 */
import { FEATURE_NAMES, measureBlocks } from './features.ts';
import { probabilityOf, scorerOf, type Forest } from '../forest.ts';
import type { PageContext } from './prose.ts';
import { lookAgain, SECOND_NAMES } from './second-look.ts';

export interface ForestPair {
  readonly first: Forest;
  /** Its columns are those of the first forest and then SECOND_NAMES. */
  readonly second: Forest;
}

/** The file `models/html-model.json`. */
export interface HtmlModel {
  readonly pairs: readonly ForestPair[];
}

/** Below these log odds (a score of .018) the first word is the last: six of ten blocks. No development page changes by it. */
const CLEAR = -4;

/** Whether the second forest is asked. */
export const isInDoubt = (logOdds: number): boolean => logOdds >= CLEAR;

/** The second forest's row for a block: its own numbers, and those of the second look. Written over `joined` if there is one. */
export function joinRow(row: Float32Array, again: Float32Array, joined = new Float32Array(row.length + again.length)): Float32Array {
  joined.set(row);
  joined.set(again, row.length);
  return joined;
}

function logOddsOfPair(context: PageContext, rows: readonly Float32Array[], { first, second }: ForestPair): number[] {
  const firstWord = rows.map(scorerOf(first));
  const score = scorerOf(second);
  const joined = new Float32Array(FEATURE_NAMES.length + SECOND_NAMES.length);
  return lookAgain(context, firstWord, isInDoubt).map((again, index) => {
    const row = rows[index];
    return again === undefined || row === undefined ? (firstWord[index] ?? CLEAR) : score(joinRow(row, again, joined));
  });
}

/** How likely each block is to be article text, 0 to 1. */
export function judgeBlocks(context: PageContext, { pairs }: HtmlModel): number[] {
  const rows = measureBlocks(context);
  const words = pairs.map((pair) => logOddsOfPair(context, rows, pair));
  return rows.map((_, index) => probabilityOf(words.reduce((sum, list) => sum + (list[index] ?? 0), 0) / Math.max(1, words.length)));
}
