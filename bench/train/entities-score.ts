/** The development sets during training: exact matches of PER, ORG and LOC, after the pass that makes an article consistent. */
import { makeConsistent } from '../../src/entities/consistency.ts';
import { decodeRanges } from '../../src/entities/labels.ts';
import { toMentions } from '../../src/entities/mentions.ts';
import { tokenize } from '../../src/entities/tokens.ts';
import { readLines, type TrainingDocument } from './entities-corpus.ts';
import { extract, type FeatureStore } from './entities-store.ts';

export interface DevelopmentSet {
  readonly file: string;
  readonly lines: ReturnType<typeof readLines>;
  readonly documents: readonly TrainingDocument[];
  readonly store: FeatureStore;
}

export function readDevelopment(folder: string): DevelopmentSet[] {
  return ['uner-ewt-dev', 'uner-pud-dev', 'ww-dev'].map((file) => {
    const lines = readLines(folder, file);
    const documents = lines.map((line) => ({ id: line.id, text: line.text, tokens: tokenize(line.text), ranges: [] }));
    return { file, lines, documents, store: extract([documents]) };
  });
}

type Counts = [right: number, found: number, wanted: number];
const f1 = ([right, found, wanted]: Counts): string => ((200 * right) / Math.max(1, found + wanted)).toFixed(1);

const share = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1);

/** `predicted`: the label of each token of the store. */
export function scoreSet({ file, lines, documents, store }: DevelopmentSet, predicted: Uint8Array): string {
  const labels = new Uint8Array(documents.reduce((sum, { tokens }) => sum + tokens.count, 0));
  for (const [index, label] of predicted.entries()) labels[store.place[index] ?? 0] = label;
  const counts = new Map<string, Counts>(['PER', 'ORG', 'LOC'].map((type) => [type, [0, 0, 0]]));
  let at = 0;
  for (const [number, { text, tokens }] of documents.entries()) {
    const ranges = makeConsistent(tokens, decodeRanges(labels.subarray(at, at + tokens.count)));
    at += tokens.count;
    const wanted = (lines[number]?.entities ?? []).filter(({ type }) => counts.has(type));
    const gold = new Set(wanted.map(({ start, end, type }) => `${start}:${end}:${type}`));
    for (const { type } of wanted) (counts.get(type) as Counts)[2]++;
    for (const { start, end, type } of toMentions(text, tokens, ranges)) {
      const held = counts.get(type);
      if (held === undefined) continue;
      held[1]++;
      if (gold.has(`${start}:${end}:${type}`)) held[0]++;
    }
  }
  const sum: Counts = [0, 0, 0];
  for (const held of counts.values()) for (const [index, value] of held.entries()) sum[index] = (sum[index] ?? 0) + value;
  const [right, found, wanted] = sum;
  const types = [...counts].map(([type, held]) => `${type} ${f1(held)}`).join(' ');
  return `${file} ${f1(sum)} (P ${share(right, found)} R ${share(right, wanted)}; ${types})`;
}
