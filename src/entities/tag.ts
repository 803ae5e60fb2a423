/** Tags the tokens of a document with the best label sequence of each sentence (linear-chain CRF, Viterbi). Linear in the number of tokens. */
import { CAPS } from './caps.ts';
import type { DocumentView, WordForm } from './document-view.ts';
import { featuresAt, MOST_FEATURES, viewDocument } from './features.ts';
import { BEFORE, decodeRanges, LABEL_COUNT, mayClose, mayOpen, OUTSIDE } from './labels.ts';
import type { TaggedRange } from './mentions.ts';
import { ROW, type TaggerModel } from './model.ts';
import type { Tokens } from './tokens.ts';

/** A run of eligible tokens longer than this is decoded in pieces, so that memory stays bounded. */
const LONGEST_RUN = 1000;

export function tagNames(tokens: Tokens, model: TaggerModel): TaggedRange[] {
  return decodeRanges(labelTokens(tokens, model));
}

export function labelTokens(tokens: Tokens, model: TaggerModel): Uint8Array {
  const view = viewDocument(tokens);
  const eligible = markEligible(view);
  const labels = new Uint8Array(tokens.count);
  const scores = scoreTokens(view, eligible, model);
  const size = Math.min(LONGEST_RUN, Math.max(1, tokens.count));
  const best = new Float64Array(size * LABEL_COUNT);
  const back = new Uint8Array(size * LABEL_COUNT);
  const { transition } = model;
  let seen = 0;
  let from = 0;
  while (from < tokens.count) {
    if (eligible[from] === 0) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < tokens.count && eligible[to] === 1 && tokens.opensSentence[to] !== 1 && to - from < LONGEST_RUN) to++;
    for (let token = from; token < to; token++) {
      const now = (token - from) * LABEL_COUNT;
      const then = now - LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++) {
        let top = -Infinity;
        let topFrom = OUTSIDE;
        if (token === from) {
          if (mayOpen(label)) top = transition[OUTSIDE * LABEL_COUNT + label] as number;
        } else {
          const before = BEFORE[label] as Int32Array;
          for (let at = 0; at < before.length; at++) {
            const previous = before[at] as number;
            const value = (best[then + previous] as number) + (transition[previous * LABEL_COUNT + label] as number);
            if (value > top) {
              top = value;
              topFrom = previous;
            }
          }
        }
        best[now + label] = label === OUTSIDE ? top : top + (scores[seen + label - 1] as number);
        back[now + label] = topFrom;
      }
      seen += ROW;
    }
    const last = (to - 1 - from) * LABEL_COUNT;
    let label = OUTSIDE;
    for (let other = 1; other < LABEL_COUNT; other++)
      if (mayClose(other) && (best[last + other] as number) > (best[last + label] as number)) label = other;
    for (let token = to - 1; token >= from; token--) {
      labels[token] = label;
      label = back[(token - from) * LABEL_COUNT + label] as number;
    }
    from = to;
  }
  return labels;
}

/** Scores of the labels after O for each eligible token, in order: tokens x ROW. */
function scoreTokens(view: DocumentView, eligible: Uint8Array, model: TaggerModel): Float32Array {
  const features = new Int32Array(MOST_FEATURES);
  const sums = new Int32Array(ROW);
  const packed = new Int32Array(model.rows.buffer, model.rows.byteOffset, model.rows.length / 4);
  const { scale } = model;
  const mask = (1 << model.bits) - 1;
  const scores = model.reader.score(view, eligible);
  const words = new Int32Array(scores.length / ROW);
  let at = 0;
  for (let token = 0; token < eligible.length; token++) {
    if (eligible[token] === 0) continue;
    sumRows(packed, mask, features, featuresAt(view, token, features), sums);
    const from = at * ROW;
    for (let label = 0; label < ROW; label++) scores[from + label] = (scores[from + label] as number) + (sums[label] as number) * scale;
    words[at++] = sharesEvidence(view.forms[token]) ? (view.wordOf[token] as number) : -1;
  }
  shareEvidence(scores, ROW, words, view.words.length);
  return scores;
}

/** How far the scores of a word are moved towards their mean in the document (development sets of UNER and Worldwide Newswire: .2 to .5 do the same). */
const SHARED = 0.35;

/** Words with a capital, of two letters and more: what one of their places tells, the others may hear. */
export const sharesEvidence = (form: WordForm | undefined): boolean =>
  form !== undefined && (form.caps === CAPS.initial || form.caps === CAPS.all || form.caps === CAPS.mixed);

/** Moves the scores (`width` a token) of the tokens of one word of one document towards their mean. `words`: the word of each token, -1 for none. */
export function shareEvidence(scores: Float32Array | Float64Array, width: number, words: Int32Array, wordCount: number): void {
  const counts = new Int32Array(wordCount);
  for (let token = 0; token < words.length; token++) {
    const word = words[token] as number;
    if (word >= 0) counts[word] = (counts[word] as number) + 1;
  }
  // rows for the words that stand more than once
  const rows = new Int32Array(wordCount).fill(-1);
  let rowCount = 0;
  for (let word = 0; word < wordCount; word++) if ((counts[word] as number) > 1) rows[word] = rowCount++;
  const means = new Float64Array(rowCount * width);
  for (const isLast of [false, true])
    for (let token = 0; token < words.length; token++) {
      const word = words[token] as number;
      const row = word < 0 ? -1 : (rows[word] as number);
      if (row < 0) continue;
      const share = isLast ? SHARED : 1 / (counts[word] as number);
      for (let label = 0; label < width; label++) {
        const at = token * width + label;
        const mean = row * width + label;
        if (isLast) scores[at] = (1 - share) * (scores[at] as number) + share * (means[mean] as number);
        else means[mean] = (means[mean] as number) + share * (scores[at] as number);
      }
    }
}

/** How far from a capital a small word or a mark can belong to a name. */
const REACH = 2;

/**
 * 1 for tokens that can be part of a name: words with a capital, known names in small letters, and, near either, the small words, numbers and marks
 * that stood inside names in the training texts. All others are O without being scored: about two thirds of a news text.
 */
export function markEligible(view: DocumentView): Uint8Array {
  const { forms } = view;
  const marks = new Uint8Array(forms.length);
  for (const [index, form] of forms.entries()) {
    if (form.mayStart) {
      const from = Math.max(0, index - REACH);
      const to = Math.min(forms.length - 1, index + REACH);
      for (let near = from; near <= to; near++) if (near === index || forms[near]?.mayJoin === true) marks[near] = 1;
    }
  }
  return marks;
}

/**
 * Adds the rows of the features. A row is 16 signed bytes; four are added at a time in 16-bit lanes of two integers, each byte first made
 * unsigned by flipping its top bit. MOST_FEATURES * 255 stays below 65,536.
 */
function sumRows(packed: Int32Array, mask: number, features: Int32Array, count: number, sums: Int32Array): void {
  let e0 = 0,
    e1 = 0,
    e2 = 0,
    e3 = 0,
    o0 = 0,
    o1 = 0,
    o2 = 0,
    o3 = 0;
  for (let at = 0; at < count; at++) {
    const row = ((features[at] as number) & mask) * 4;
    const w0 = (packed[row] as number) ^ 0x80808080;
    const w1 = (packed[row + 1] as number) ^ 0x80808080;
    const w2 = (packed[row + 2] as number) ^ 0x80808080;
    const w3 = (packed[row + 3] as number) ^ 0x80808080;
    e0 = (e0 + (w0 & 0x00ff00ff)) | 0;
    o0 = (o0 + ((w0 >>> 8) & 0x00ff00ff)) | 0;
    e1 = (e1 + (w1 & 0x00ff00ff)) | 0;
    o1 = (o1 + ((w1 >>> 8) & 0x00ff00ff)) | 0;
    e2 = (e2 + (w2 & 0x00ff00ff)) | 0;
    o2 = (o2 + ((w2 >>> 8) & 0x00ff00ff)) | 0;
    e3 = (e3 + (w3 & 0x00ff00ff)) | 0;
    o3 = (o3 + ((w3 >>> 8) & 0x00ff00ff)) | 0;
  }
  const bias = 128 * count;
  unpackLanes(e0, o0, bias, sums, 0);
  unpackLanes(e1, o1, bias, sums, 4);
  unpackLanes(e2, o2, bias, sums, 8);
  unpackLanes(e3, o3, bias, sums, 12);
}

function unpackLanes(even: number, odd: number, bias: number, sums: Int32Array, at: number): void {
  sums[at] = (even & 0xffff) - bias;
  sums[at + 1] = (odd & 0xffff) - bias;
  sums[at + 2] = (even >>> 16) - bias;
  sums[at + 3] = (odd >>> 16) - bias;
}
