/**
 * Sorted 32-bit hashes, written so that they are looked up as they lie on disk: reading them takes no time, and three bytes hold a hash and its place.
 */

/** A hash's bucket is its upper half. */
export const BUCKETS = 1 << 16;

export interface HashIndex {
  /** How many of the hashes are in each bucket. */
  readonly buckets: Uint8Array;
  /** Lower halves, sorted by the whole hash. */
  readonly lower: Uint16Array;
}

/** As the hashes are sorted: as unsigned numbers. */
export const byHash = (one: number, other: number): number => (one >>> 0) - (other >>> 0);

/**
 * @param sorted See byHash.
 * @throws Error when a bucket would hold more than 255.
 */
export function indexHashes(sorted: readonly number[]): HashIndex {
  const buckets = new Uint8Array(BUCKETS);
  for (const hash of sorted) {
    const bucket = hash >>> 16;
    if (buckets[bucket] === 255) throw new Error('more than 255 hashes in one bucket');
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  return { buckets, lower: Uint16Array.from(sorted, (hash) => hash & 0xffff) };
}

/** Gives the place of a hash among the sorted ones, -1 when it is not among them. */
export function openHashIndex({ buckets, lower }: HashIndex): (hash: number) => number {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let bucket = 0, at = 0; bucket < BUCKETS; bucket++) starts[bucket + 1] = at += buckets[bucket] as number;
  return (hash) => {
    const bucket = hash >>> 16;
    const end = starts[bucket + 1] as number;
    for (let at = starts[bucket] as number; at < end; at++) if (lower[at] === (hash & 0xffff)) return at;
    return -1;
  };
}
