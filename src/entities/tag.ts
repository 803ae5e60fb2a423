/** Tags the tokens of a document with the best label sequence of each sentence (linear-chain CRF, Viterbi). Linear in the number of tokens. */
import { featuresAt, MOST_FEATURES, viewDocument } from './features.ts';
import { BEFORE, decodeRanges, LABEL_COUNT, mayClose, mayOpen, OUTSIDE } from './labels.ts';
import type { TaggedRange } from './mentions.ts';
import { ROW, type TaggerModel } from './model.ts';
import type { Tokens } from './tokens.ts';

/** A sentence longer than this is decoded in pieces, so that memory stays bounded. */
const LONGEST_SENTENCE = 1000;

export function tagNames(tokens: Tokens, model: TaggerModel): TaggedRange[] {
  return decodeRanges(labelTokens(tokens, model));
}

export function labelTokens(tokens: Tokens, model: TaggerModel): Uint8Array {
  const view = viewDocument(tokens);
  const labels = new Uint8Array(tokens.count);
  const features = new Int32Array(MOST_FEATURES);
  const sums = new Int32Array(ROW);
  const size = Math.min(LONGEST_SENTENCE, Math.max(1, tokens.count));
  const best = new Float64Array(size * LABEL_COUNT);
  const back = new Uint8Array(size * LABEL_COUNT);
  const { rows, scale, transition } = model;
  const mask = (1 << model.bits) - 1;
  let from = 0;
  while (from < tokens.count) {
    let to = from + 1;
    while (to < tokens.count && tokens.opensSentence[to] !== 1 && to - from < LONGEST_SENTENCE) to++;
    for (let token = from; token < to; token++) {
      const count = featuresAt(view, token, features);
      sums.fill(0);
      for (let at = 0; at < count; at++) {
        const row = ((features[at] ?? 0) & mask) * ROW;
        for (let label = 0; label < ROW; label++) sums[label] = (sums[label] ?? 0) + (rows[row + label] ?? 0);
      }
      const now = (token - from) * LABEL_COUNT;
      const then = now - LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++) {
        let top = -Infinity;
        let topFrom = OUTSIDE;
        if (token === from) {
          if (mayOpen(label)) top = transition[OUTSIDE * LABEL_COUNT + label] ?? 0;
        } else {
          const before = BEFORE[label] ?? EMPTY;
          for (let at = 0; at < before.length; at++) {
            const previous = before[at] ?? 0;
            const value = (best[then + previous] ?? 0) + (transition[previous * LABEL_COUNT + label] ?? 0);
            if (value > top) {
              top = value;
              topFrom = previous;
            }
          }
        }
        best[now + label] = top + (label === OUTSIDE ? 0 : (sums[label - 1] ?? 0) * scale);
        back[now + label] = topFrom;
      }
    }
    const last = (to - 1 - from) * LABEL_COUNT;
    let label = OUTSIDE;
    for (let other = 1; other < LABEL_COUNT; other++)
      if (mayClose(other) && (best[last + other] ?? 0) > (best[last + label] ?? 0)) label = other;
    for (let token = to - 1; token >= from; token--) {
      labels[token] = label;
      label = back[(token - from) * LABEL_COUNT + label] ?? OUTSIDE;
    }
    from = to;
  }
  return labels;
}

const EMPTY = new Int32Array(0);
