/** Documents to features: the tokens the tagger looks at, in the runs it decodes. */
import { featuresAt, MOST_FEATURES, viewDocument } from '../../src/entities/features.ts';
import { encodeRanges } from '../../src/entities/labels.ts';
import type { TaggedRange } from '../../src/entities/mentions.ts';
import { markEligible } from '../../src/entities/tag.ts';
import type { TrainingDocument } from './entities-corpus.ts';
import type { FeatureStore } from './entities-learn.ts';

export function extract(corpora: readonly (readonly TrainingDocument[])[]): FeatureStore {
  let tokenCount = 0;
  for (const corpus of corpora) for (const { tokens } of corpus) tokenCount += tokens.count;
  let data = new Int32Array(tokenCount * 24);
  let used = 0;
  const offset = new Float64Array(tokenCount + 1);
  const labels = new Uint8Array(tokenCount);
  const place = new Int32Array(tokenCount);
  const sentences: number[] = [];
  const corpusOf: number[] = [];
  const out = new Int32Array(MOST_FEATURES);
  let token = 0;
  let global = 0;
  for (const [number, corpus] of corpora.entries()) {
    for (const document of corpus) {
      const { tokens } = document;
      const view = viewDocument(tokens);
      const eligible = markEligible(view);
      const encoded = encodeRanges(tokens.count, insideRuns(document, eligible));
      for (let index = 0; index < tokens.count; index++) {
        if (eligible[index] === 0) continue;
        if (index === 0 || eligible[index - 1] === 0 || tokens.opensSentence[index] === 1) {
          corpusOf.push(document.skip?.[index] === 1 ? 255 : number);
          sentences.push(token);
        }
        const count = featuresAt(view, index, out);
        if (used + count > data.length) {
          const larger = new Int32Array(Math.ceil(data.length * 1.5));
          larger.set(data);
          data = larger;
        }
        for (let each = 0; each < count; each++) data[used++] = out[each] ?? 0;
        labels[token] = encoded[index] ?? 0;
        place[token] = global + index;
        token++;
        offset[token] = used;
      }
      global += tokens.count;
    }
  }
  sentences.push(token);
  return {
    data: data.subarray(0, used),
    offset: offset.subarray(0, token + 1),
    labels: labels.subarray(0, token),
    place: place.subarray(0, token),
    sentences: Int32Array.from(sentences),
    corpus: Uint8Array.from(corpusOf),
  };
}

/** Names that reach out of the tokens the tagger looks at are cut to the part inside. */
function insideRuns(document: TrainingDocument, eligible: Uint8Array): TaggedRange[] {
  return document.ranges.flatMap(({ from, to, type }) => {
    let start = from;
    while (start < to && eligible[start] === 0) start++;
    let end = start;
    while (end < to && eligible[end] === 1) end++;
    return end > start ? [{ from: start, to: end, type }] : [];
  });
}
