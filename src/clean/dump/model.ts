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

/** Log odds of one row. */
export function scoreRow(model: Layered, row: Float64Array, activation?: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < model.inputs; j++) {
    sum += model.outer[j]! * row[j]!;
  }
  for (let h = 0; h < model.hidden; h++) {
    let inner = 0;
    const base = h * model.inputs;
    for (let j = 0; j < model.inputs; j++) {
      inner += model.inner[base + j]! * row[j]!;
    }
    const value = Math.tanh(inner);
    if (activation !== undefined) {
      activation[h] = value;
    }
    sum += model.outer[model.inputs + h]! * value;
  }
  return sum;
}

/** Log odds for every line of a page that it belongs to the article. */
export function scoreLines(page: readonly LineFacts[], models: { first: Layered; second: Layered } = trained): Float64Array {
  const first = Float64Array.from(contextFeatures(page), (row) => scoreRow(models.first, row));
  return Float64Array.from(secondFeatures(page, first), (row) => scoreRow(models.second, row));
}
