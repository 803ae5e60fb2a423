/** The tagger's labels: O, and begin / inside / end / single of each type (BIOES). */
import type { NameType } from './mention.ts';
import type { TaggedRange } from './mentions.ts';

export const TYPES: readonly NameType[] = ['PER', 'ORG', 'LOC', 'MISC'];
export const LABEL_COUNT = 1 + TYPES.length * 4;
export const OUTSIDE = 0;
const BEGIN = 0;
const INSIDE = 1;
const END = 2;
const SINGLE = 3;

const partOf = (label: number): number => (label - 1) & 3;
/** Index into TYPES, -1 for O. */
export const typeOf = (label: number): number => (label === OUTSIDE ? -1 : (label - 1) >> 2);

/** Labels of tokens [0, count) for ranges that do not overlap. */
export function encodeRanges(count: number, ranges: readonly TaggedRange[]): Uint8Array {
  const labels = new Uint8Array(count);
  for (const { from, to, type } of ranges) {
    const base = 1 + TYPES.indexOf(type) * 4;
    if (to - from === 1) labels[from] = base + SINGLE;
    else {
      labels.fill(base + INSIDE, from, to);
      labels[from] = base + BEGIN;
      labels[to - 1] = base + END;
    }
  }
  return labels;
}

/** Ranges of a label sequence; a piece without its begin or end is closed where it breaks off. */
export function decodeRanges(labels: Uint8Array): TaggedRange[] {
  const ranges: TaggedRange[] = [];
  let from = -1;
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index] ?? OUTSIDE;
    if (label === OUTSIDE) {
      from = -1;
      continue;
    }
    const part = partOf(label);
    const type = TYPES[typeOf(label)] ?? 'MISC';
    if (part === SINGLE) ranges.push({ from: index, to: index + 1, type });
    else if (part === BEGIN) from = index;
    else if (part === END && from >= 0) {
      ranges.push({ from, to: index + 1, type });
      from = -1;
    }
  }
  return ranges;
}

/** Whether label `next` may follow label `previous` inside a sentence. */
export function mayFollow(previous: number, next: number): boolean {
  const open = previous !== OUTSIDE && (partOf(previous) === BEGIN || partOf(previous) === INSIDE);
  const goesOn = next !== OUTSIDE && (partOf(next) === INSIDE || partOf(next) === END);
  return open ? goesOn && typeOf(previous) === typeOf(next) : !goesOn;
}

export const mayOpen = (label: number): boolean => mayFollow(OUTSIDE, label);
export const mayClose = (label: number): boolean => mayFollow(label, OUTSIDE);

/** For each label the labels that may stand before it. */
export const BEFORE: readonly Int32Array[] = Array.from({ length: LABEL_COUNT }, (_, next) =>
  Int32Array.from(Array.from({ length: LABEL_COUNT }, (__, previous) => previous).filter((previous) => mayFollow(previous, next))),
);
