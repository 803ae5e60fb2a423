/** Training of the two forests that judge HTML blocks, and their out-of-fold scores. Folds are drawn by site, so that no template is in both halves. */
import { logOddsOf, type Forest } from '../../src/clean/html/forest.ts';
import { joinRows, type HtmlModel } from '../../src/clean/html/judge.ts';
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

  private rowsOf(examples: readonly Example[]): Int32Array {
    return Int32Array.from(examples.flatMap(({ rows, first }) => rows.map((_, index) => first + index)));
  }

  private trainFirst(examples: readonly Example[], seed = BOOST.seed): Forest {
    return boost(this.data, this.labels, this.weights, this.rowsOf(examples), { ...BOOST, seed });
  }

  /** The first forest's log odds for pages it did not see, written into `out`. */
  private scoreInto(out: Float64Array, forest: Forest, examples: readonly Example[]): void {
    for (const { rows, first } of examples) for (const [index, row] of rows.entries()) out[first + index] = logOddsOf(forest, row);
  }

  /** `first` holds log odds of the first forest for every row, none of them from a forest that saw the page. */
  private trainSecond(examples: readonly Example[], first: Float64Array): Forest {
    const rows = examples.flatMap((example) => secondRows(example, first));
    const at = this.rowsOf(examples);
    const data = binRows(rows);
    const labels = Float64Array.from(at, (row) => this.labels[row] ?? 0);
    const weights = Float64Array.from(at, (row) => this.weights[row] ?? 0);
    const use = Int32Array.from(at.keys());
    return meanForest(SECOND_SEEDS.map((seed) => boost(data, labels, weights, use, { ...SECOND, seed })));
  }

  /** Log odds of both forests for every row, each from forests trained without the row's site. */
  crossValidate(folds: number): { first: Float64Array; second: Float64Array } {
    const first = new Float64Array(this.size);
    const second = new Float64Array(this.size);
    for (let fold = 0; fold < folds; fold++) {
      const seen = this.examples.filter((example) => foldOf(example, folds) !== fold);
      const unseen = this.examples.filter((example) => foldOf(example, folds) === fold);
      const inner = new Float64Array(this.size);
      for (let part = 0; part < INNER_FOLDS; part++) {
        const isPart = (example: Example): boolean => foldOf(example, INNER_FOLDS, `#${fold}`) === part;
        this.scoreInto(
          inner,
          this.trainFirst(
            seen.filter((example) => !isPart(example)),
            BOOST.seed + 1 + part,
          ),
          seen.filter(isPart),
        );
      }
      this.scoreInto(first, this.trainFirst(seen), unseen);
      const forest = this.trainSecond(seen, inner);
      for (const example of unseen)
        for (const [index, row] of secondRows(example, first).entries()) second[example.first + index] = logOddsOf(forest, row);
      console.log(`fold ${fold + 1} of ${folds}: ${seen.length} pages to learn from, ${unseen.length} to judge`);
    }
    return { first, second };
  }

  /** The model to ship. `first` are the out-of-fold log odds of the first forest. */
  train(first: Float64Array): HtmlModel {
    return { first: this.trainFirst(this.examples), second: this.trainSecond(this.examples, first) };
  }
}

const secondRows = (example: Example, first: Float64Array): Float32Array[] =>
  joinRows(example.rows, lookAgain(example.context, Array.from(first.subarray(example.first, example.first + example.rows.length))));
