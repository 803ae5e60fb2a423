/**
 * The word lists of the tagger as one table: folded names of one to six tokens to the lists they stand in. Only 32-bit hashes are kept: about 150,000
 * entries, so a chance collision is one in 30,000 look-ups and costs one misleading feature.
 *
 * Read once, at first use, from models/entities-lists.bin.gz, and used as it lies there, for putting the names into a table takes a third of the time of
 * the first call. Made by bench/train/entities-lists-table.ts. After "CDL2" and two counts (u32: entries, masks), all little-endian:
 *   masks (i32 each), the hashes of the entries (see hash-index.ts: buckets, u8, and lower halves, u16), the index of each entry's mask (u16),
 *   and the card (model-card.ts) with the names of the lists in the order of their bits.
 */
import { BUCKETS, openHashIndex } from './hash-index.ts';
import { arrange, readCard, type NamedColumns } from './model-card.ts';
import { damaged, inflateModelFile } from './model-file.ts';
import { readModelFile } from '../model-files.ts';

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
  table ??= unpackLists(readModelFile('entities-lists.bin.gz'));
  return table;
}

export const LISTS_MAGIC = 'CDL2';
const HEADER = 12;
const FILE = 'entities-lists.bin.gz';

/** @throws Error that names the file, when it is of another version or damaged. */
export function unpackLists(packed: Uint8Array): ListTable {
  const packedBytes = inflateModelFile(FILE, packed);
  if (packedBytes.toString('latin1', 0, 4) !== LISTS_MAGIC)
    throw new Error(`models/${FILE} is of another version; run node bench/train/entities-lists-table.ts`);
  const { card, body: bytes } = readCard(FILE, packedBytes);
  const count = bytes.length < HEADER ? 0 : bytes.readUInt32LE(4);
  const maskCount = bytes.length < HEADER ? 0 : bytes.readUInt32LE(8);
  if (bytes.length !== HEADER + maskCount * 4 + BUCKETS + count * 4) throw damaged(FILE, 'its length is not what it says');
  // a copy of its own, so that the arrays begin where their elements may
  const { buffer } = Uint8Array.from(bytes.subarray(HEADER));
  const masks = inOrderOfNames(new Int32Array(buffer, 0, maskCount), card.features['lists'] ?? []);
  const buckets = new Uint8Array(buffer, maskCount * 4, BUCKETS);
  const lower = new Uint16Array(buffer, maskCount * 4 + BUCKETS, count);
  const mask = new Uint16Array(buffer, maskCount * 4 + BUCKETS + count * 2, count);
  const placeOf = openHashIndex({ buckets, lower });
  return {
    lookup(hash) {
      const place = placeOf(hash);
      return place < 0 ? 0 : (masks[mask[place] as number] ?? 0);
    },
  };
}

/** Masks with the bit of each list where this program has it. */
function inOrderOfNames(masks: Int32Array, inFile: readonly NamedColumns[]): Int32Array {
  const bits = arrange(
    FILE,
    inFile,
    LISTS.map((list) => [list, 1]),
  );
  if (bits.every(({ from, to }) => from === to)) return masks;
  return masks.map((mask) => bits.reduce((made, { from, to }) => ((mask & (1 << from)) === 0 ? made : made | (1 << to)), mask & MAY_GO_ON));
}
