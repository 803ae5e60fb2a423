/**
 * The line classifier: a logistic first look over context features, then a small second look (one hidden layer) that also sees
 * what the first look made of the neighbours and of the page (stacked sequence learning, Cohen and Carvalho, IJCAI 2005).
 * Weights come from `npm run train:dump`; models/README.md says from what data and how good they are.
 */
import trained from '../../../models/dump-model.json' with { type: 'json' };
import { contextFeatures, secondFeatures } from './context.ts';
import type { LineFacts } from './features.ts';

/** One hidden layer of `hidden` tanh units beside a direct linear path; hidden = 0 is plain logistic regression. */
export interface Layered {
  readonly inputs: number;
  readonly hidden: number;
  /** hidden rows of `inputs` weights. */
  readonly inner: ArrayLike<number>;
  /** `inputs` direct weights, then `hidden` weights of the hidden units. */
  readonly outer: ArrayLike<number>;
}

/** Log odds of a row by a model. Most features of a line are 0: the weights of one input lie together, and zeros are passed over. */
export function scorer({ inputs, hidden, inner, outer }: Layered): (row: Float64Array) => number {
  const byInput = new Float64Array(inputs * hidden);
  for (let h = 0; h < hidden; h++) {
    for (let j = 0; j < inputs; j++) {
      byInput[j * hidden + h] = inner[h * inputs + j]!;
    }
  }
  const top = Float64Array.from(outer);
  const units = new Float64Array(hidden);
  return (row) => {
    let sum = 0;
    units.fill(0);
    for (let j = 0; j < inputs; j++) {
      const x = row[j]!;
      if (x === 0) {
        continue;
      }
      sum += top[j]! * x;
      for (let h = 0, k = j * hidden; h < hidden; h++, k++) {
        units[h]! += byInput[k]! * x;
      }
    }
    for (let h = 0; h < hidden; h++) {
      sum += top[inputs + h]! * Math.tanh(units[h]!);
    }
    return sum;
  };
}

const TRAINED = { first: scorer(trained.first), second: scorer(trained.second) };

function scoreRows(score: (row: Float64Array) => number, rows: Iterable<Float64Array>, lines: number): Float64Array {
  const scores = new Float64Array(lines);
  let line = 0;
  for (const row of rows) {
    scores[line++] = score(row);
  }
  return scores;
}

/** Log odds for every line of a page that it belongs to the article. */
export function scoreLines(page: readonly LineFacts[]): Float64Array {
  const first = scoreRows(TRAINED.first, contextFeatures(page), page.length);
  return scoreRows(TRAINED.second, secondFeatures(page, first), page.length);
}
