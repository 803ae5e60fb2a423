/** Longest JSONL line read for articles of at most `maxBytes`: JSON needs up to six bytes for one of text ("\u0041"); the rest is room for other fields. */
export function longestLine(maxBytes: number): number {
  return maxBytes * 6 + 64 * 1024;
}
