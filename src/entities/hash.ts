/** 32-bit hashes for words and features. */

/** FNV-1a over UTF-16 units. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash | 0;
}

/** The hash of a sequence from the hash of its head and the hash of its next word. */
export function hashNext(head: number, word: number): number {
  let mixed = Math.imul(head, 0x9e3779b1) ^ word;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) | 0;
}
