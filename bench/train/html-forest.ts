/** Training of the two forests that judge HTML blocks, and their out-of-fold scores. Folds are drawn by site, so that no template is in both halves. */
import { scorerOf, type Forest } from '../../src/clean/forest.ts';
import { isInDoubt, joinRow, type HtmlModel } from '../../src/clean/html/judge.ts';
import type { PageContext } from '../../src/clean/html/prose.ts';
import { lookAgain } from '../../src/clean/html/second-look.ts';
import { binRows, boost, BOOST, meanForest, type Binned, type BoostOptions } from './boost.ts';
import type { BlockLabels } from './html-labels.ts';

export interface Example {
  readonly set: string;
  readonly id: string;
  readonly host: string;
  readonly context: PageContext;
  readonly labels: BlockLabels;
  readonly rows: Float32Array[];
  /** Number of its first row among the rows of all examples. */
  readonly first: number;
}

/** A page's errors count by their share of its gold words, so that every page weighs the same; beyond this share a block weighs no more. */
const MAX_COST = 0.5;
/** A block is article when at least this share of it is gold. */
const ARTICLE_SHARE = 0.5;
/** Folds inside the training half that give the second forest honest scores of the first. */
const INNER_FOLDS = 4;
const SECOND: BoostOptions = { ...BOOST, trees: 100 };
/** The second forest is the mean of so many that differ in chance. */
const SECOND_SEEDS = [31, 81] as const;

export function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}

const foldOf = (example: Example, folds: number, salt = ''): number => hash(example.host + salt) % folds;

/** Log odds of one pair for every row, each from forests trained without the row's site. */
interface OutOfFold {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export class HtmlTrainer {
  private readonly data: Binned;
  private readonly labels: Float64Array;
  private readonly weights: Float64Array;
  private readonly examples: readonly Example[];
  private readonly size: number;

  constructor(examples: readonly Example[]) {
    this.examples = examples;
    this.data = binRows(examples.flatMap(({ rows }) => rows));
    this.size = this.data.size;
    this.labels = Float64Array.from(
      examples.flatMap(({ labels }) => [...labels.share]),
      (share) => (share >= ARTICLE_SHARE ? 1 : 0),
    );
    this.weights = Float64Array.from(
      examples.flatMap(({ labels }) => [...labels.cost]),
      (cost) => Math.min(cost, MAX_COST),
    );
  }

  private trainFirst(examples: readonly Example[], seed: number): Forest {
    const use = Int32Array.from(examples.flatMap(({ rows, first }) => rows.map((_, index) => first + index)));
    return boost(this.data, this.labels, this.weights, use, { ...BOOST, seed });
  }

  /** `first` holds log odds of the first forest for every row, none of them from a forest that saw the page. */
  private trainSecond(examples: readonly Example[], first: Float64Array, seed: number): Forest {
    // Blocks out of doubt as well: without them the forest regularises too much (.001 on all sets).
    const rows = examples.flatMap((example) => secondRows(example, first, () => true).filter((row) => row !== undefined));
    const at = examples.flatMap((example) => example.rows.map((_, index) => example.first + index));
    const data = binRows(rows);
    const labels = Float64Array.from(at, (row) => this.labels[row] ?? 0);
    const weights = Float64Array.from(at, (row) => this.weights[row] ?? 0);
    const use = Int32Array.from(rows.keys());
    return meanForest(SECOND_SEEDS.map((more) => boost(data, labels, weights, use, { ...SECOND, seed: seed + more })));
  }

  /** Cross-validates one pair. */
  crossValidate(folds: number, pair: number): OutOfFold {
    const seed = BOOST.seed + 1000 * pair;
    const first = new Float64Array(this.size);
    const second = new Float64Array(this.size);
    for (let fold = 0; fold < folds; fold++) {
      const seen = this.examples.filter((example) => foldOf(example, folds) !== fold);
      const unseen = this.examples.filter((example) => foldOf(example, folds) === fold);
      const inner = new Float64Array(this.size);
      for (let part = 0; part < INNER_FOLDS; part++) {
        const isPart = (example: Example): boolean => foldOf(example, INNER_FOLDS, `#${fold}.${pair}`) === part;
        const others = seen.filter((example) => !isPart(example));
        scoreInto(inner, this.trainFirst(others, seed + 1 + part), seen.filter(isPart));
      }
      scoreInto(first, this.trainFirst(seen, seed), unseen);
      const score = scorerOf(this.trainSecond(seen, inner, seed));
      for (const example of unseen)
        for (const [index, row] of secondRows(example, first, isInDoubt).entries()) {
          const at = example.first + index;
          second[at] = row === undefined ? (first[at] ?? 0) : score(row);
        }
    }
    return { first, second };
  }

  /** The model to ship; `outOfFold` are the log odds of each pair's first forest for pages it did not see. */
  train(outOfFold: readonly Float64Array[]): HtmlModel {
    return {
      pairs: outOfFold.map((first, pair) => {
        const seed = BOOST.seed + 1000 * pair;
        return { first: this.trainFirst(this.examples, seed), second: this.trainSecond(this.examples, first, seed) };
      }),
    };
  }
}

function scoreInto(out: Float64Array, forest: Forest, examples: readonly Example[]): void {
  const score = scorerOf(forest);
  for (const { rows, first } of examples) for (const [index, row] of rows.entries()) out[first + index] = score(row);
}

function secondRows(
  { context, rows, first: from }: Example,
  first: Float64Array,
  isWanted: (logOdds: number) => boolean,
): (Float32Array | undefined)[] {
  const again = lookAgain(context, Array.from(first.subarray(from, from + rows.length)), isWanted);
  return rows.map((row, index) => (again[index] === undefined ? undefined : joinRow(row, again[index])));
}
