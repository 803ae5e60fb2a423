/**
 * The judge of blocks: a first forest looks at each block, a second one at the blocks that remain in doubt and at what the first made of their
 * surroundings. Two such pairs, trained apart, have one voice each.
 */
import { measureBlocks } from './features.ts';
import { logOddsOf, probabilityOf, type Forest } from './forest.ts';
import type { PageContext } from './prose.ts';
import { lookAgain } from './second-look.ts';

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

/** The second forest's row for a block: its own numbers, and those of the second look. */
export function joinRow(row: Float32Array, again: Float32Array): Float32Array {
  const joined = new Float32Array(row.length + again.length);
  joined.set(row);
  joined.set(again, row.length);
  return joined;
}

function logOddsOfPair(context: PageContext, rows: readonly Float32Array[], { first, second }: ForestPair): number[] {
  const firstWord = rows.map((row) => logOddsOf(first, row));
  return lookAgain(context, firstWord, isInDoubt).map((again, index) => {
    const row = rows[index];
    return again === undefined || row === undefined ? (firstWord[index] ?? CLEAR) : logOddsOf(second, joinRow(row, again));
  });
}

/** How likely each block is to be article text, 0 to 1. */
export function judgeBlocks(context: PageContext, { pairs }: HtmlModel): number[] {
  const rows = measureBlocks(context);
  const words = pairs.map((pair) => logOddsOfPair(context, rows, pair));
  return rows.map((_, index) => probabilityOf(words.reduce((sum, list) => sum + (list[index] ?? 0), 0) / Math.max(1, words.length)));
}
