/** Fits the small networks of the dump classifier: Adam on weighted log loss, a page a step, over sparse rows. Deterministic. */
import type { Layered } from '../../src/clean/dump/model.ts';

/** One page's lines as sparse rows: line i has the entries from `starts[i]` to `starts[i + 1]`. */
export interface SparsePage {
  readonly starts: Int32Array;
  readonly index: Uint16Array;
  readonly value: Float32Array;
  readonly target: Float32Array;
  readonly weight: Float32Array;
}

export interface FitOptions {
  readonly inputs: number;
  readonly hidden: number;
  readonly epochs: number;
  readonly decay: number;
  readonly seed: number;
}

/** Small deterministic generator (Numerical Recipes LCG), 0..1. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Leaves out lines of weight 0. */
export function sparsePage(rows: readonly Float64Array[], targets: readonly number[], weights: readonly number[]): SparsePage {
  const used = rows.flatMap((_, i) => (weights[i]! > 0 ? [i] : []));
  const entries = used.map((i) => Array.from(rows[i]!.entries()).filter(([, value]) => value !== 0));
  const starts = new Int32Array(used.length + 1);
  for (const [k, list] of entries.entries()) {
    starts[k + 1] = starts[k]! + list.length;
  }
  return {
    starts,
    index: Uint16Array.from(entries.flatMap((list) => list.map(([j]) => j))),
    value: Float32Array.from(entries.flatMap((list) => list.map(([, value]) => value))),
    target: Float32Array.from(used, (i) => targets[i]!),
    weight: Float32Array.from(used, (i) => weights[i]!),
  };
}

export function fit(pages: readonly SparsePage[], { inputs, hidden, epochs, decay, seed }: FitOptions): Layered {
  const random = generator(seed);
  // Unit h of input j stands at j * hidden + h while fitting, so that one input's weights lie together.
  const inner = Float64Array.from({ length: hidden * inputs }, () => (random() - 0.5) * 0.3);
  const direct = new Float64Array(inputs);
  const top = Float64Array.from({ length: hidden }, () => (random() - 0.5) * 0.6);
  const layers = [inner, direct, top].map((w) => ({
    w,
    g: new Float64Array(w.length),
    m: new Float64Array(w.length),
    v: new Float64Array(w.length),
    mean: new Float64Array(w.length),
  }));
  const [gInner, gDirect, gTop] = layers.map((layer) => layer.g) as [Float64Array, Float64Array, Float64Array];
  const act = new Float64Array(hidden);
  const back = new Float64Array(hidden);
  const order = pages.map((_, i) => i);
  let step = 0;
  // The mean of the weights over the second half of the training wavers less than the last ones (Polyak and Juditsky 1992).
  const averagedFrom = Math.floor(epochs / 2);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const rate = 0.01 * (1 - epoch / epochs) + 0.0003;
    for (const at of order) {
      const page = pages[at]!;
      const { starts, index, value, target, weight } = page;
      for (let i = 0; i < target.length; i++) {
        const from = starts[i]!;
        const to = starts[i + 1]!;
        let sum = 0;
        act.fill(0);
        for (let e = from; e < to; e++) {
          const j = index[e]!;
          const x = value[e]!;
          sum += direct[j]! * x;
          for (let h = 0, k = j * hidden; h < hidden; h++, k++) {
            act[h]! += inner[k]! * x;
          }
        }
        for (let h = 0; h < hidden; h++) {
          act[h] = Math.tanh(act[h]!);
          sum += top[h]! * act[h]!;
        }
        const error = (1 / (1 + Math.exp(-sum)) - target[i]!) * weight[i]!;
        for (let h = 0; h < hidden; h++) {
          gTop[h]! += error * act[h]!;
          back[h] = error * top[h]! * (1 - act[h]! * act[h]!);
        }
        for (let e = from; e < to; e++) {
          const j = index[e]!;
          const x = value[e]!;
          gDirect[j]! += error * x;
          for (let h = 0, k = j * hidden; h < hidden; h++, k++) {
            gInner[k]! += back[h]! * x;
          }
        }
      }
      step++;
      if (epoch >= averagedFrom) {
        averaged++;
      }
      const scale = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
      for (const { w, g, m, v, mean } of layers) {
        for (let j = 0; j < w.length; j++) {
          const slope = g[j]! + decay * w[j]!;
          m[j] = 0.9 * m[j]! + 0.1 * slope;
          v[j] = 0.999 * v[j]! + 0.001 * slope * slope;
          w[j]! -= (scale * m[j]!) / (Math.sqrt(v[j]!) + 1e-6);
          mean[j]! += averaged > 0 ? (w[j]! - mean[j]!) / averaged : 0;
        }
        g.fill(0);
      }
    }
  }
  for (const { w, mean } of layers) {
    w.set(mean);
  }
  const byUnit = new Float64Array(hidden * inputs);
  for (let j = 0; j < inputs; j++) {
    for (let h = 0; h < hidden; h++) {
      byUnit[h * inputs + j] = inner[j * hidden + h]!;
    }
  }
  return { inputs, hidden, inner: byUnit, outer: Float64Array.from([...direct, ...top]) };
}

/**
 * The mean of several fits that start from other weights and see the pages in another order, as one network: the hidden units stand side by side, their
 * outgoing weights are shared out (bagging without resampling; Hansen and Salamon 1990).
 */
export function fitMany(pages: readonly SparsePage[], options: FitOptions, count: number): Layered {
  const parts = Array.from({ length: count }, (_, n) => fit(pages, { ...options, seed: options.seed + 1000 * n }));
  const { inputs, hidden } = options;
  const direct = Array.from({ length: inputs }, (_, j) => parts.reduce((sum, { outer }) => sum + outer[j]! / count, 0));
  const top = parts.flatMap(({ outer }) => Array.from({ length: hidden }, (_, h) => outer[inputs + h]! / count));
  return {
    inputs,
    hidden: hidden * count,
    inner: Float64Array.from(parts.flatMap(({ inner }) => Array.from(inner))),
    outer: Float64Array.from([...direct, ...top]),
  };
}
