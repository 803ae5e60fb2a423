/** Documents to features: the tokens the tagger looks at, in the runs it decodes. */
import type { WordForm } from '../../src/entities/document-view.ts';
import { featuresAt, MOST_FEATURES, viewDocument } from '../../src/entities/features.ts';
import { encodeRanges } from '../../src/entities/labels.ts';
import type { TaggedRange } from '../../src/entities/mentions.ts';
import { companyOf, MOST_ROWS, netInputsAt, PLACES, topicAt } from '../../src/entities/net-inputs.ts';
import { markEligible, sharesEvidence } from '../../src/entities/tag.ts';
import type { TrainingDocument } from './entities-corpus.ts';

/** Corpus number of runs that are not learnt from. */
export const SKIPPED = 255;

/** A growing list of integers. */
class Integers {
  data: Int32Array;
  length = 0;
  constructor(room: number) {
    this.data = new Int32Array(Math.max(16, room));
  }
  add(values: ArrayLike<number>, count: number): void {
    if (this.length + count > this.data.length) {
      const larger = new Int32Array(Math.ceil((this.data.length + count) * 1.5));
      larger.set(this.data);
      this.data = larger;
    }
    for (let at = 0; at < count; at++) this.data[this.length++] = values[at] ?? 0;
  }
  done(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}

/** Features of the tokens that can be part of a name, flat, in runs (called sentences here). Token i has features data[offset[i]] .. data[offset[i + 1]]. */
export interface FeatureStore {
  readonly data: Int32Array;
  readonly offset: Float64Array;
  readonly labels: Uint8Array;
  /** Sentence borders: sentence s has tokens [sentences[s], sentences[s + 1]). */
  readonly sentences: Int32Array;
  /** Where each token stands among all tokens of the documents: only tokens that can be part of a name are kept. */
  readonly place: Int32Array;
  /** Corpus number of each sentence. */
  readonly corpus: Uint8Array;
  /** Vector numbers at the network's places, PLACES a token. */
  readonly vectors: Int32Array;
  /** Rows of the network's table: token i has rows[rowOffset[i]] .. */
  readonly rows: Int32Array;
  readonly rowOffset: Int32Array;
  /** Vector numbers of the company of the token's word in the document, before it and after it in turn: list 2 * companyOf[token] (+ 1). */
  readonly company: Int32Array;
  readonly companyOffset: Int32Array;
  readonly companyOf: Int32Array;
  /** The word of the document whose other places a token hears (see shareEvidence), -1 for none. */
  readonly sharing: Int32Array;
  /** Vector numbers of the words of each sentence, and which sentence a token stands in. */
  readonly topic: Int32Array;
  readonly topicOffset: Int32Array;
  readonly topicOf: Int32Array;
}

export function extract(corpora: readonly (readonly TrainingDocument[])[]): FeatureStore {
  let tokenCount = 0;
  for (const corpus of corpora) for (const { tokens } of corpus) tokenCount += tokens.count;
  const data = new Integers(tokenCount * 24);
  const rowData = new Integers(tokenCount * 8);
  const vectorData = new Integers(tokenCount * 4);
  const company = new Integers(tokenCount);
  const companyOffset: number[] = [0];
  const offset = new Float64Array(tokenCount + 1);
  const rowOffset = new Int32Array(tokenCount + 1);
  const topic = new Integers(tokenCount);
  const topicOffset: number[] = [0];
  const topicOf = new Int32Array(tokenCount);
  const companyNumber = new Int32Array(tokenCount);
  const sharing = new Int32Array(tokenCount);
  const labels = new Uint8Array(tokenCount);
  const place = new Int32Array(tokenCount);
  const sentences: number[] = [];
  const corpusOf: number[] = [];
  const out = new Int32Array(MOST_FEATURES);
  const vectors = new Int32Array(PLACES);
  const rows = new Int32Array(MOST_ROWS);
  const held: (WordForm | undefined)[] = [];
  let token = 0;
  let global = 0;
  for (const [number, corpus] of corpora.entries()) {
    for (const document of corpus) {
      const { tokens } = document;
      const view = viewDocument(tokens);
      const eligible = markEligible(view);
      const encoded = encodeRanges(tokens.count, insideRuns(document, eligible));
      const companies = new Map<number, number>();
      for (let index = 0; index < tokens.count; index++) {
        if (index === 0 || tokens.opensSentence[index] === 1) {
          const words = topicAt(view, index);
          topic.add(words, words.length);
          topicOffset.push(topic.length);
        }
        if (eligible[index] === 0) continue;
        topicOf[token] = topicOffset.length - 2;
        if (index === 0 || eligible[index - 1] === 0 || tokens.opensSentence[index] === 1) {
          corpusOf.push(number);
          sentences.push(token);
        }
        if (document.skip?.[index] === 1) corpusOf[corpusOf.length - 1] = SKIPPED;
        data.add(out, featuresAt(view, index, out));
        const rowCount = netInputsAt(view, index, vectors, rows, held);
        vectorData.add(vectors, PLACES);
        rowData.add(rows, rowCount);
        const word = view.wordOf[index] ?? 0;
        let at = companies.get(word);
        if (at === undefined) {
          at = (companyOffset.length - 1) / 2;
          companies.set(word, at);
          for (const side of [-1, 1] as const) {
            const list = companyOf(view, index, side);
            company.add(list, list.length);
            companyOffset.push(company.length);
          }
        }
        companyNumber[token] = at;
        sharing[token] = sharesEvidence(view.forms[index]) ? at : -1;
        labels[token] = encoded[index] ?? 0;
        place[token] = global + index;
        token++;
        offset[token] = data.length;
        rowOffset[token] = rowData.length;
      }
      global += tokens.count;
    }
  }
  sentences.push(token);
  return {
    data: data.done(),
    offset: offset.subarray(0, token + 1),
    labels: labels.subarray(0, token),
    place: place.subarray(0, token),
    sentences: Int32Array.from(sentences),
    corpus: Uint8Array.from(corpusOf),
    vectors: vectorData.done(),
    rows: rowData.done(),
    rowOffset: rowOffset.subarray(0, token + 1),
    company: company.done(),
    companyOffset: Int32Array.from(companyOffset),
    companyOf: companyNumber.subarray(0, token),
    sharing: sharing.subarray(0, token),
    topic: topic.done(),
    topicOffset: Int32Array.from(topicOffset),
    topicOf: topicOf.subarray(0, token),
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
