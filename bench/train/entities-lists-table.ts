/**
 * Packs the word lists into the table that the tagger reads: models/entities-lists.txt.br (made by entities-lists.ts), the first names and the words below
 * to models/entities-lists.bin.gz. Run it after either of the two, or after a change of the roles and forms of address in src/languages/en/names.ts.
 * Usage: node bench/train/entities-lists-table.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { hashNext, hashWord } from '../../src/entities/hash.ts';
import { byHash, indexHashes } from '../../src/entities/hash-index.ts';
import { bitOf, LISTS, LISTS_MAGIC, MAY_GO_ON } from '../../src/entities/lists.ts';
import { withCard, type NamedColumns } from '../../src/entities/model-card.ts';
import { nameTables } from '../../src/entities/name-tables.ts';
import { firstNames } from '../../src/text/names.ts';

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

/** Lines "#list" and, below each, its entries. The proper heads of an entry are marked: a longer one may follow. */
function readEntries(text: string, add: (hash: number, mask: number) => void): void {
  let bit = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) bit = bitOf(line.slice(1) as (typeof LISTS)[number]);
    else if (line !== '') {
      const [first = '', ...more] = line.split(' ');
      let head = hashWord(first);
      for (const word of more) {
        add(head, MAY_GO_ON);
        head = hashNext(head, hashWord(word));
      }
      add(head, bit);
    }
  }
}

/** Every hash with the lists (bits) it stands in. */
export function listEntries(): Map<number, number> {
  const entries = new Map<number, number>();
  const add = (hash: number, mask: number): void => {
    if (mask !== 0) entries.set(hash, (entries.get(hash) ?? 0) | mask);
  };
  const text = brotliDecompressSync(readFileSync(new URL('../../models/entities-lists.txt.br', import.meta.url))).toString('utf8');
  readEntries(text, add);
  const frequency = [bitOf('first-0'), bitOf('first-1'), bitOf('first-2')] as const;
  for (const [name, facts] of firstNames()) add(hashWord(name), frequency[facts.frequency] ?? 0);
  for (const word of nameTables().roles.head) add(hashWord(word), bitOf('role'));
  for (const word of nameTables().roles.address) add(hashWord(word), bitOf('honorific'));
  for (const word of ORGANISATION_WORDS) add(hashWord(word), bitOf('organisation-word'));
  for (const word of PLACE_WORDS) add(hashWord(word), bitOf('place-word'));
  for (const word of CALENDAR) add(hashWord(word), bitOf('calendar'));
  return entries;
}

const bytes = (list: Int32Array | Uint8Array | Uint16Array): Buffer => Buffer.from(list.buffer, list.byteOffset, list.byteLength);

/** @param date for the card, YYYY-MM-DD. */
export function packLists(entries: ReadonlyMap<number, number>, date: string): Buffer {
  const sorted = [...entries].sort(([one], [other]) => byHash(one, other));
  const masks = [...new Set(sorted.map(([, mask]) => mask))];
  const indexOf = new Map(masks.map((mask, index) => [mask, index]));
  const { buckets, lower } = indexHashes(sorted.map(([hash]) => hash));
  const header = Buffer.alloc(12);
  header.write(LISTS_MAGIC, 0, 'latin1');
  header.writeUInt32LE(sorted.length, 4);
  header.writeUInt32LE(masks.length, 8);
  const whole = Buffer.concat([
    header,
    bytes(Int32Array.from(masks)),
    bytes(buckets),
    bytes(lower),
    bytes(Uint16Array.from(sorted, ([, mask]) => indexOf.get(mask) ?? 0)),
  ]);
  const card = {
    recipe: 'node bench/train/entities-lists-table.ts',
    data: 'models/entities-lists.txt.br, models/first-names.txt.br',
    date,
    features: { lists: LISTS.map((list): NamedColumns => [list, 1]) },
  };
  return gzipSync(withCard(whole, card), { level: 9 });
}

if (import.meta.main) {
  const entries = listEntries();
  const packed = packLists(entries, new Date().toISOString().slice(0, 10));
  writeFileSync(new URL('../../models/entities-lists.bin.gz', import.meta.url), packed);
  console.log(`entities-lists.bin.gz: ${entries.size} entries, ${packed.length} bytes`);
}
