/**
 * The word lists of the tagger as one hash table: folded names of one to six tokens to the lists they stand in.
 * Read once, at first use, from models/entities-lists.txt.br. Only 32-bit hashes are kept: about 110,000 entries, so a chance collision is
 * one in 40,000 look-ups and costs one misleading feature.
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { firstNames } from '../text/names.ts';
import { FNV_PRIME, hashNext, hashWord, NO_WORD } from './hash.ts';
import { HONORIFICS, ROLES } from './titles.ts';

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

const ORGANISATION_WORDS =
  `ministry department party bank university college school council committee commission agency association organization organisation union court inc corp
  corporation ltd llc plc gmbh ag group company co institute foundation times post news fc club police army navy force forces parliament congress senate
  assembly authority bureau office federation board society network service services front movement league house cabinet government tribunal journal
  newspaper herald tribune gazette daily telegraph television tv radio broadcasting media press airlines airways motors industries holdings partners capital
  securities insurance energy oil gas petroleum electric systems technologies technology software labs laboratories pharmaceuticals pharma entertainment
  studios records pictures brothers bros sons associates trust fund funds exchange chamber guild brigade battalion regiment division corps command guard
  administration secretariat directorate inspectorate academy seminary hospital clinic museum library theatre theater orchestra church diocese mission
  ministries alliance coalition campaign initiative project program programme forum summit conference congregation team united city rovers athletic
  wanderers rangers tigers lions eagles bears hawks kings giants warriors`.split(/\s+/);
const PLACE_WORDS =
  `river lake island islands mountain mountains mount mt county province region district street st road rd avenue ave boulevard park sea ocean bay valley city
  town village airport bridge desert peninsula strait gulf coast cape hill hills heights forest beach square plaza tower building stadium arena hall palace
  castle cathedral mosque temple station port harbour harbor canal dam highway creek falls canyon plateau basin delta territory republic kingdom state states
  north south east west northern southern eastern western central upper lower greater new san santa los las el fort camp base prison oblast krai prefecture
  township municipality borough suburb quarter zone strip bank border`.split(/\s+/);
const CALENDAR =
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar
  apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun`.split(/\s+/);

export interface ListTable {
  /** Lists (bits) of the entry with this hash, 0 when there is none. */
  lookup(hash: number): number;
}

let table: ListTable | undefined;

export function listTable(): ListTable {
  table ??= build();
  return table;
}

const NEW_LINE = 0x0a;
const BLANK = 0x20;
const SECTION = 0x23;

/**
 * Lines "#list" and, below each, its entries. Hashed straight from the characters (see hashWord, hashNext): cutting out 130,000 strings takes ten times
 * as long as reading them.
 */
function readEntries(text: string, add: (hash: number, mask: number) => void): void {
  let bit = 0;
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === SECTION) {
      const end = text.indexOf('\n', at);
      bit = bitOf(text.slice(at + 1, end) as (typeof LISTS)[number]);
      at = end + 1;
      continue;
    }
    let head = 0;
    let isFirst = true;
    let word = NO_WORD;
    let unit = text.charCodeAt(at);
    for (; ; unit = text.charCodeAt(++at)) {
      const ends = at >= text.length || unit === NEW_LINE;
      if (!ends && unit !== BLANK) {
        word = Math.imul(word ^ unit, FNV_PRIME);
        continue;
      }
      head = isFirst ? word | 0 : hashNext(head, word | 0);
      isFirst = false;
      word = NO_WORD;
      if (ends) break;
      add(head, MAY_GO_ON);
    }
    add(head, bit);
    at++;
  }
}

function build(): ListTable {
  const size = 1 << 19;
  const keys = new Int32Array(size);
  const masks = new Int32Array(size);
  const add = (hash: number, mask: number): void => {
    let slot = hash & (size - 1);
    while (masks[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (size - 1);
    keys[slot] = hash;
    masks[slot] = (masks[slot] ?? 0) | mask;
  };
  const text = brotliDecompressSync(readFileSync(new URL('../../models/entities-lists.txt.br', import.meta.url))).toString('utf8');
  readEntries(text, add);
  const frequency = [bitOf('first-0'), bitOf('first-1'), bitOf('first-2')] as const;
  for (const [name, facts] of firstNames()) add(hashWord(name), frequency[facts.frequency] ?? 0);
  for (const word of ROLES) add(hashWord(word), bitOf('role'));
  for (const word of HONORIFICS) add(hashWord(word), bitOf('honorific'));
  for (const word of ORGANISATION_WORDS) add(hashWord(word), bitOf('organisation-word'));
  for (const word of PLACE_WORDS) add(hashWord(word), bitOf('place-word'));
  for (const word of CALENDAR) add(hashWord(word), bitOf('calendar'));
  return {
    lookup(hash) {
      let slot = hash & (size - 1);
      while (masks[slot] !== 0) {
        if (keys[slot] === hash) return masks[slot] ?? 0;
        slot = (slot + 1) & (size - 1);
      }
      return 0;
    },
  };
}
