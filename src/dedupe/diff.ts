/** What a copy changed against its canonical: paragraphs added, cut, changed, kept. Spelling, figures as words and quotation marks do not count. */
import type { Body } from '../article.ts';
import { signArticle } from './sign.ts';
import { HASH_BITS } from './word-bits.ts';

export type ParagraphChange =
  | { readonly kind: 'same' | 'changed'; readonly copy: string; readonly canonical: string }
  | { readonly kind: 'added'; readonly copy: string }
  | { readonly kind: 'cut'; readonly canonical: string };

type Text = Pick<Body, 'text' | 'paragraphs'>;

interface Paragraph {
  readonly text: string;
  readonly words: readonly number[];
}

/** Words that two paragraphs must share, against the shorter one, to be versions of each other. */
const MIN_SHARED = 0.5;

/**
 * In the order of the copy; a paragraph that was cut stands after the one that it followed.
 * @example
 * diffParagraphs(copy.body, canonical.body).filter((change) => change.kind !== 'same');
 */
export function diffParagraphs(copy: Text, canonical: Text): ParagraphChange[] {
  const mine = paragraphsOf(copy);
  const theirs = paragraphsOf(canonical);
  const partners = pair(mine, theirs);
  const taken = new Set(partners);
  const changes: ParagraphChange[] = [];
  const cutAfter = (index: number): void => {
    for (let next = index + 1; next < theirs.length && !taken.has(next); next += 1)
      changes.push({ kind: 'cut', canonical: theirs[next]?.text ?? '' });
  };
  cutAfter(-1);
  for (const [index, paragraph] of mine.entries()) {
    const partner = partners[index] ?? -1;
    const other = theirs[partner];
    if (other === undefined) {
      changes.push({ kind: 'added', copy: paragraph.text });
      continue;
    }
    changes.push({ kind: isEqual(paragraph.words, other.words) ? 'same' : 'changed', copy: paragraph.text, canonical: other.text });
    cutAfter(partner);
  }
  return changes;
}

function paragraphsOf({ text, paragraphs }: Text): Paragraph[] {
  return paragraphs.map(([start, end]) => {
    const own = text.slice(start, end);
    const { words } = signArticle({ headline: '', body: { text: own, paragraphs: [[0, own.length]] } });
    return { text: own, words: words.map((word) => word & HASH_BITS) };
  });
}

/** For each paragraph of the first list the number of its partner in the second, or -1. Each is taken once; linear in the words for all but mad texts. */
function pair(mine: readonly Paragraph[], theirs: readonly Paragraph[]): number[] {
  const holders = new Map<number, number[]>();
  for (const [index, { words }] of theirs.entries()) {
    for (const word of new Set(words)) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [index]);
      else if (list.length < MAX_HOLDERS) list.push(index);
    }
  }
  const offers: { from: number; to: number; share: number; far: number }[] = [];
  for (const [from, { words, text }] of mine.entries()) {
    const distinct = new Set(words);
    const shared = new Map<number, number>();
    for (const word of distinct) for (const to of holders.get(word) ?? []) shared.set(to, (shared.get(to) ?? 0) + 1);
    for (const [to, count] of shared) {
      const share = count / Math.min(distinct.size, new Set(theirs[to]?.words).size);
      if (share >= MIN_SHARED) offers.push({ from, to, share: text === theirs[to]?.text ? 2 : share, far: Math.abs(from - to) });
    }
  }
  offers.sort((a, b) => b.share - a.share || a.far - b.far || a.from - b.from);
  const partners = mine.map(() => -1);
  const taken = new Set<number>();
  for (const { from, to } of offers) {
    if (partners[from] !== -1 || taken.has(to)) continue;
    partners[from] = to;
    taken.add(to);
  }
  return partners;
}

/** A word in more paragraphs than this tells nothing. */
const MAX_HOLDERS = 24;

const isEqual = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);
