/**
 * Word classes by the company words keep, learnt from the raw text of the training corpora: skip-gram with negative sampling
 * (Mikolov et al. 2013) with the place of the neighbour told apart (Ling et al. 2015), then k-means over the vectors. Writes models/entities-clusters.txt.br.
 * Usage: node bench/train/entities-clusters.ts --data ../shared/eval/entities
 * File: one word a line with two class numbers in base 36: "word coarse fine".
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { tokenize } from '../../src/entities/tokens.ts';
import { readLines } from './entities-corpus.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/entities' },
    out: { type: 'string', default: new URL('../../models/entities-clusters.txt.br', import.meta.url).pathname },
    epochs: { type: 'string', default: '6' },
    size: { type: 'string', default: '48' },
    least: { type: 'string', default: '4' },
    coarse: { type: 'string', default: '64' },
    fine: { type: 'string', default: '500' },
  },
});
const CORPORA = ['gmb-train', 'uner-ewt-train', 'wikigold'];
const started = performance.now();
const log = (line: string): void => console.log(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${line}`);

let state = 20240601;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

// Sentences of words; the first word of a sentence in the case it mostly has.
const sentences: string[][] = [];
const cased = new Map<string, number>();
for (const corpus of CORPORA) {
  for (const { text } of readLines(values.data, corpus)) {
    const tokens = tokenize(text);
    let sentence: string[] = [];
    for (let index = 0; index < tokens.count; index++) {
      if (tokens.opensSentence[index] === 1) {
        if (sentence.length > 1) sentences.push(sentence);
        sentence = [];
      }
      const word = (tokens.words[index] ?? '').replace(/\d/g, '0');
      if (sentence.length > 0) cased.set(word, (cased.get(word) ?? 0) + 1);
      sentence.push(word);
    }
    if (sentence.length > 1) sentences.push(sentence);
  }
}
const counts = new Map<string, number>();
for (const sentence of sentences) {
  const first = sentence[0] ?? '';
  const lower = first.toLowerCase();
  if (lower !== first && (cased.get(lower) ?? 0) > (cased.get(first) ?? 0)) sentence[0] = lower;
  for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
}
const least = Number(values.least);
const vocabulary = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const idOf = new Map(vocabulary.map(([word], id) => [word, id]));
const total = vocabulary.reduce((sum, [, count]) => sum + count, 0);
log(`${sentences.length} sentences, ${vocabulary.length} words, ${total} tokens`);

const size = Number(values.size);
/** Neighbours on each side that a word is learnt from. */
const WINDOW = 2;
const PLACES = WINDOW * 2;
/** Words drawn at random against each neighbour. */
const NEGATIVE = 5;
const words = vocabulary.length;
const input = Float32Array.from({ length: words * size }, () => (random() - 0.5) / size);
const output = new Float32Array(words * size * PLACES);
const noise = new Int32Array(1 << 20);
{
  const powers = vocabulary.map(([, count]) => count ** 0.75);
  const sum = powers.reduce((a, b) => a + b, 0);
  let word = 0;
  let reached = (powers[0] ?? 0) / sum;
  for (let at = 0; at < noise.length; at++) {
    noise[at] = word;
    while (at / noise.length > reached && word < words - 1) reached += (powers[++word] ?? 0) / sum;
  }
}
const keepShare = Float64Array.from(vocabulary, ([, count]) => Math.min(1, Math.sqrt((1e-3 * total) / count)));
const gradient = new Float32Array(size);
const epochs = Number(values.epochs);
let seen = 0;
for (let epoch = 0; epoch < epochs; epoch++) {
  for (const sentence of sentences) {
    const ids = sentence.map((word) => idOf.get(word) ?? -1);
    for (const [at, word] of ids.entries()) {
      seen++;
      if (word < 0 || random() > (keepShare[word] ?? 1)) continue;
      const rate = 0.05 * Math.max(0.02, 1 - seen / (epochs * total));
      const own = word * size;
      for (let place = 0; place < PLACES; place++) {
        const beside = ids[at + (place < WINDOW ? place - WINDOW : place - WINDOW + 1)];
        if (beside === undefined || beside < 0) continue;
        gradient.fill(0);
        for (let sample = 0; sample <= NEGATIVE; sample++) {
          const target: number = sample === 0 ? beside : (noise[Math.floor(random() * noise.length)] ?? 0);
          if (sample > 0 && target === beside) continue;
          const row = (target * PLACES + place) * size;
          let dot = 0;
          for (let d = 0; d < size; d++) dot += (input[own + d] as number) * (output[row + d] as number);
          const step = ((sample === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot))) * rate;
          for (let d = 0; d < size; d++) {
            gradient[d] = (gradient[d] as number) + step * (output[row + d] as number);
            output[row + d] = (output[row + d] as number) + step * (input[own + d] as number);
          }
        }
        for (let d = 0; d < size; d++) input[own + d] = (input[own + d] as number) + (gradient[d] as number);
      }
    }
  }
  log(`epoch ${epoch + 1}`);
}
for (let word = 0; word < words; word++) {
  let norm = 0;
  for (let d = 0; d < size; d++) norm += (input[word * size + d] ?? 0) ** 2;
  norm = Math.sqrt(norm) || 1;
  for (let d = 0; d < size; d++) input[word * size + d] = (input[word * size + d] ?? 0) / norm;
}

/** Spherical k-means; starts from the most frequent words. */
function cluster(k: number): Int32Array {
  const centre = input.slice(0, k * size);
  const of = new Int32Array(words);
  for (let round = 0; round < 12; round++) {
    for (let word = 0; word < words; word++) {
      let best = -Infinity;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        for (let d = 0; d < size; d++) dot += (input[word * size + d] as number) * (centre[c * size + d] as number);
        if (dot > best) {
          best = dot;
          of[word] = c;
        }
      }
    }
    centre.fill(0);
    for (let word = 0; word < words; word++) {
      const c = (of[word] ?? 0) * size;
      for (let d = 0; d < size; d++) centre[c + d] = (centre[c + d] as number) + (input[word * size + d] as number);
    }
    for (let c = 0; c < k; c++) {
      let norm = 0;
      for (let d = 0; d < size; d++) norm += (centre[c * size + d] ?? 0) ** 2;
      norm = Math.sqrt(norm) || 1;
      for (let d = 0; d < size; d++) centre[c * size + d] = (centre[c * size + d] ?? 0) / norm;
    }
  }
  return of;
}
const coarse = cluster(Number(values.coarse));
const fine = cluster(Number(values.fine));
log('clustered');
const lines = vocabulary.map(([word], id) => `${word} ${(coarse[id] ?? 0).toString(36)} ${(fine[id] ?? 0).toString(36)}`).sort();
const packed = brotliCompressSync(Buffer.from(`${lines.join('\n')}\n`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
writeFileSync(values.out, packed);
log(`${lines.length} words, ${packed.length} bytes`);
