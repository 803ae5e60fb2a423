/** Linear-chain sums and maxima over score tables of one run of tokens (Lafferty et al. 2001): n x LABEL_COUNT scores, scaled forward and backward. */
import { BEFORE, LABEL_COUNT, mayClose, mayOpen, OUTSIDE } from '../../src/entities/labels.ts';

const L = LABEL_COUNT;
const OPENS = Array.from({ length: L }, (_, label) => mayOpen(label));
const CLOSES = Array.from({ length: L }, (_, label) => mayClose(label));

export interface Chain {
  /** Sets transition weights; call after each change. */
  prepare(transition: Float32Array): void;
  /**
   * For `n` tokens with scores at `scores[from...]` and gold labels at `labels[first...]`: writes gold minus expected counts of labels to `slope` (same
   * places as the scores), adds those of transitions to `transitionSlope`, and gives the loss.
   */
  learn(
    scores: Float64Array,
    from: number,
    n: number,
    labels: Uint8Array,
    first: number,
    slope: Float64Array,
    transitionSlope: Float64Array,
  ): number;
}

export function makeChain(longest: number): Chain {
  const alpha = new Float64Array(longest * L);
  const beta = new Float64Array(longest * L);
  const scale = new Float64Array(longest);
  const exp = new Float64Array(longest * L);
  const transExp = new Float64Array(L * L);
  let transition = new Float32Array(L * L);
  return {
    prepare(weights) {
      transition = new Float32Array(weights);
      for (let index = 0; index < L * L; index++) transExp[index] = Math.exp(transition[index] as number);
    },
    learn(scores, from, n, labels, first, slope, transitionSlope) {
      let logZ = 0;
      for (let t = 0; t < n; t++) {
        let top = -Infinity;
        for (let y = 0; y < L; y++) top = Math.max(top, scores[from + t * L + y] as number);
        let sum = 0;
        for (let y = 0; y < L; y++) {
          const own = Math.exp((scores[from + t * L + y] as number) - top);
          exp[t * L + y] = own;
          let value = 0;
          if (t === 0) value = OPENS[y] === true ? (transExp[OUTSIDE * L + y] as number) : 0;
          else {
            const before = BEFORE[y] as Int32Array;
            for (let k = 0; k < before.length; k++) {
              const p = before[k] as number;
              value += (alpha[(t - 1) * L + p] as number) * (transExp[p * L + y] as number);
            }
          }
          value *= own;
          if (t === n - 1 && CLOSES[y] !== true) value = 0;
          alpha[t * L + y] = value;
          sum += value;
        }
        scale[t] = sum;
        for (let y = 0; y < L; y++) alpha[t * L + y] = (alpha[t * L + y] as number) / sum;
        logZ += Math.log(sum) + top;
      }
      for (let y = 0; y < L; y++) beta[(n - 1) * L + y] = CLOSES[y] === true ? 1 : 0;
      let gold = 0;
      for (let t = n - 1; t >= 0; t--) {
        const label = labels[first + t] as number;
        const previous = t === 0 ? OUTSIDE : (labels[first + t - 1] as number);
        gold += (scores[from + t * L + label] as number) + (transition[previous * L + label] as number);
        transitionSlope[previous * L + label] = (transitionSlope[previous * L + label] as number) + 1;
        const norm = scale[t] as number;
        if (t > 0) for (let p = 0; p < L; p++) beta[(t - 1) * L + p] = 0;
        for (let y = 0; y < L; y++) {
          const probability = (alpha[t * L + y] as number) * (beta[t * L + y] as number);
          slope[from + t * L + y] = (y === label ? 1 : 0) - probability;
          if (t === 0) {
            transitionSlope[OUTSIDE * L + y] = (transitionSlope[OUTSIDE * L + y] as number) - probability;
            continue;
          }
          const ahead = ((exp[t * L + y] as number) * (beta[t * L + y] as number)) / norm;
          if (ahead === 0) continue;
          const before = BEFORE[y] as Int32Array;
          for (let k = 0; k < before.length; k++) {
            const p = before[k] as number;
            const value = (transExp[p * L + y] as number) * ahead;
            beta[(t - 1) * L + p] = (beta[(t - 1) * L + p] as number) + value;
            transitionSlope[p * L + y] = (transitionSlope[p * L + y] as number) - (alpha[(t - 1) * L + p] as number) * value;
          }
        }
      }
      return logZ - gold;
    },
  };
}

/** Writes the best label sequence of `n` tokens to `result[first...]`. */
export function bestSequence(scores: Float64Array, n: number, transition: Float32Array, result: Uint8Array, first: number): void {
  const best = new Float64Array(n * L);
  const back = new Uint8Array(n * L);
  for (let t = 0; t < n; t++)
    for (let y = 0; y < L; y++) {
      let top = -Infinity;
      let topFrom = 0;
      if (t === 0) top = OPENS[y] === true ? (transition[OUTSIDE * L + y] as number) : -Infinity;
      else
        for (const p of BEFORE[y] ?? []) {
          const value = (best[(t - 1) * L + p] as number) + (transition[p * L + y] as number);
          if (value > top) {
            top = value;
            topFrom = p;
          }
        }
      if (t === n - 1 && CLOSES[y] !== true) top = -Infinity;
      best[t * L + y] = top + (scores[t * L + y] as number);
      back[t * L + y] = topFrom;
    }
  let label = 0;
  for (let y = 1; y < L; y++) if ((best[(n - 1) * L + y] as number) > (best[(n - 1) * L + label] as number)) label = y;
  for (let t = n - 1; t >= 0; t--) {
    result[first + t] = label;
    label = back[t * L + label] as number;
  }
}
