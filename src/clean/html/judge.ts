/** The judge of blocks: a first forest looks at each block, a second one at the block and at what the first made of its surroundings. */
import { measureBlocks } from './features.ts';
import { logOddsOf, probabilityOf, type Forest } from './forest.ts';
import type { PageContext } from './prose.ts';
import { lookAgain } from './second-look.ts';

/** The file `models/html-model.json`. */
export interface HtmlModel {
  readonly first: Forest;
  /** Its columns are those of the first forest and then SECOND_NAMES. */
  readonly second: Forest;
}

/** The columns of the second forest. */
export function joinRows(rows: readonly Float32Array[], again: readonly Float32Array[]): Float32Array[] {
  return rows.map((row, index) => {
    const more = again[index] ?? new Float32Array();
    const joined = new Float32Array(row.length + more.length);
    joined.set(row);
    joined.set(more, row.length);
    return joined;
  });
}

/** How likely each block is to be article text, 0 to 1. */
export function judgeBlocks(context: PageContext, model: HtmlModel): number[] {
  const rows = measureBlocks(context);
  const first = rows.map((row) => logOddsOf(model.first, row));
  return joinRows(rows, lookAgain(context, first)).map((row) => probabilityOf(logOddsOf(model.second, row)));
}
