/**
 * The word lists of the tagger as one table: folded names of one to six tokens to the lists they stand in. Only 32-bit hashes are kept: about 150,000
 * entries, so a chance collision is one in 30,000 look-ups and costs one misleading feature.
 *
 * Read once, at first use, from models/entities-lists.bin.gz, and used as it lies there, for putting the names into a table takes a third of the time of
 * the first call. Made by bench/train/entities-lists-table.ts. After "CDL1" and two counts (u32: entries, masks), all little-endian:
 *   masks (i32 each), entries in each of 65,536 buckets (u8), and, in the order of buckets (the upper half of the hash), the lower half of the hash (u16)
 *   and the index of the mask (u16) of every entry.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The bit of each list. The first ten hold names of several tokens. */
export const LISTS = [
  'city',
  'country',
  'demonym',
  'event',
  'organisation',
  'person',
  'place',
  'region',
  'town',
  'company',
  'surname',
  'ordinary',
  'often-ordinary',
  'first-2',
  'first-1',
  'first-0',
  'role',
  'honorific',
  'organisation-word',
  'place-word',
  'calendar',
  'inner',
] as const;
export const PHRASE_LISTS = 10;
export const LONGEST_PHRASE = 6;
/** Set on the hash of every proper head of an entry: a longer entry may follow. */
export const MAY_GO_ON = 1 << 30;
export const bitOf = (list: (typeof LISTS)[number]): number => 1 << LISTS.indexOf(list);

export interface ListTable {
  /** Lists (bits) of the entry with this hash, 0 when there is none. */
  lookup(hash: number): number;
}

let table: ListTable | undefined;

export function listTable(): ListTable {
  table ??= readTable(readFileSync(new URL('../../models/entities-lists.bin.gz', import.meta.url)));
  return table;
}

export const LISTS_MAGIC = 'CDL1';
export const BUCKETS = 1 << 16;
const HEADER = 12;

/** @throws Error when the bytes are of another version. */
function readTable(packed: Uint8Array): ListTable {
  const bytes = gunzipSync(packed, { chunkSize: 1 << 20 });
  if (bytes.toString('latin1', 0, 4) !== LISTS_MAGIC) throw new Error('models/entities-lists.bin.gz is of another version');
  const count = bytes.readUInt32LE(4);
  const maskCount = bytes.readUInt32LE(8);
  // a copy of its own, so that the arrays begin where their elements may
  const { buffer } = Uint8Array.from(bytes.subarray(HEADER));
  const masks = new Int32Array(buffer, 0, maskCount);
  const sizes = new Uint8Array(buffer, maskCount * 4, BUCKETS);
  const lower = new Uint16Array(buffer, maskCount * 4 + BUCKETS, count);
  const mask = new Uint16Array(buffer, maskCount * 4 + BUCKETS + count * 2, count);
  const starts = new Uint32Array(BUCKETS + 1);
  for (let bucket = 0, at = 0; bucket < BUCKETS; bucket++) starts[bucket + 1] = at += sizes[bucket] as number;
  return {
    lookup(hash) {
      const bucket = hash >>> 16;
      const end = starts[bucket + 1] as number;
      for (let at = starts[bucket] as number; at < end; at++) if (lower[at] === (hash & 0xffff)) return masks[mask[at] as number] as number;
      return 0;
    },
  };
}
