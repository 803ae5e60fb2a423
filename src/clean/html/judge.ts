/**
 * The judge of blocks: a first forest looks at each block, a second one at the blocks that remain in doubt and at what the first made of their
 * surroundings. Two such pairs, trained apart, have one voice each.
 */
import { z } from 'zod';
import { forestSchema, probabilityOf, scorerOf, type Forest } from '../forest.ts';
import { columnsByName, forestByName, modelCardSchema, readModelJson } from '../model-columns.ts';
import { FEATURE_NAMES, measureBlocks } from './features.ts';
import type { PageContext } from './prose.ts';
import { lookAgain, SECOND_NAMES } from './second-look.ts';

export interface ForestPair {
  readonly first: Forest;
  /** Its columns are those of the first forest and then SECOND_NAMES. */
  readonly second: Forest;
}

/** The judge on the columns of this version. */
export interface HtmlModel {
  readonly pairs: readonly ForestPair[];
}

const FILE = 'html-model.json';

/** The file `models/html-model.json`. */
export const htmlModelSchema = z.object({
  card: modelCardSchema,
  /** Columns of the first forests, in order. */
  features: z.array(z.string()),
  /** Further columns of the second forests. */
  secondFeatures: z.array(z.string()),
  pairs: z.array(z.object({ first: forestSchema, second: forestSchema })).min(1),
});

/**
 * A model as it stands in its file, on the columns of this version.
 * @param measured names of the columns of this version's rows; only tests give others
 * @throws Error that names a feature which this version does not measure
 */
export function htmlModelOf(
  { features, secondFeatures, pairs }: z.infer<typeof htmlModelSchema>,
  measured: { readonly first: readonly string[]; readonly second: readonly string[] } = { first: FEATURE_NAMES, second: SECOND_NAMES },
): HtmlModel {
  const columns = columnsByName(FILE, features, measured.first);
  const secondColumns = columnsByName(FILE, [...features, ...secondFeatures], [...measured.first, ...measured.second]);
  return {
    pairs: pairs.map(({ first, second }) => ({
      first: forestByName(first, columns, FILE),
      second: forestByName(second, secondColumns, FILE),
    })),
  };
}

let shipped: HtmlModel | undefined;

/** The shipped model, read at its first use. @throws Error when its file is missing, damaged or of another version. */
export const shippedHtmlModel = (): HtmlModel => (shipped ??= htmlModelOf(readModelJson(FILE, htmlModelSchema)));

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
