/**
 * Lines that an outlet repeats from story to story (furniture whose words no list knows, in any language) say nothing about a story: they are left
 * out before an article is compared. Learned from the outlet's own articles as they come.
 */
import type { Signature } from './sign.ts';

/** Articles of an outlet that are looked at, the newest. */
export const RECENT_ARTICLES = 24;
/** A line that so many clusters of the outlet hold is its own. With two, a story that was split loses its text; docs/decisions/0033. */
export const MIN_CLUSTERS = 3;
/** Lines kept of one article, at its top and at its end, where furniture stands. */
const TOP_LINES = 8;
const END_LINES = 16;
/** Words that must be left. */
const MIN_LEFT = 7;

/** Signed 32-bit hashes of the paragraphs at both ends of an article, each once. */
export function linesOf(signature: Signature): number[] {
  const all = signature.paragraphs.map((_, index) => hashOf(signature, index));
  return [...new Set(all.length > TOP_LINES + END_LINES ? [...all.slice(0, TOP_LINES), ...all.slice(-END_LINES)] : all)];
}

/** The signature without those lines; as it is when hardly anything would be left. */
export function withoutLines(signature: Signature, repeated: ReadonlySet<number>): Signature {
  if (repeated.size === 0) return signature;
  const words: number[] = [];
  const paragraphs: number[] = [];
  const quoting: number[] = [];
  const quotes = new Set(signature.quoting);
  for (const [index, start] of signature.paragraphs.entries()) {
    if (repeated.has(hashOf(signature, index))) continue;
    if (quotes.has(index)) quoting.push(paragraphs.length);
    paragraphs.push(words.length);
    for (const word of signature.words.slice(start, signature.paragraphs[index + 1])) words.push(word);
  }
  return words.length < MIN_LEFT ? signature : { words, paragraphs, quoting };
}

function hashOf({ words, paragraphs }: Signature, index: number): number {
  const end = paragraphs[index + 1] ?? words.length;
  let hash = 0x811c9dc5;
  for (let at = paragraphs[index] ?? 0; at < end; at += 1) hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** An outlet as the index knows it: signed 32 bits of its name, however that is written ("The Larkmoor Lantern", "Larkmoor-Lantern"). */
export function outletKey(outlet: string): number {
  let hash = 0x811c9dc5;
  for (const char of outlet
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, ''))
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
