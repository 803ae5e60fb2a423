/** 32-bit hashes for words and features. */

export const NO_WORD = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units. */
export function hashWord(word: string): number {
  let hash = NO_WORD;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), FNV_PRIME);
  return hash | 0;
}

/** The hash of a sequence from the hash of its head and the hash of its next word. */
export function hashNext(head: number, word: number): number {
  let mixed = Math.imul(head, 0x9e3779b1) ^ word;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) | 0;
}
