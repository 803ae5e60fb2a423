/**
 * The known entities: names tied to Wikidata ids that a source confirms, from models/entities-known.tsv.br; the operator's register comes on top.
 * The file is read at the first look-up; of its rows only those are taken apart whose names are asked for.
 */
import { brotliDecompressSync } from 'node:zlib';
import type { Entity } from '../article.ts';
import { foldName } from '../text/fold.ts';
import { FNV_PRIME, hashWord, NO_WORD } from './hash.ts';
import type { NameType } from './mention.ts';
import { mergeKeys, type Register } from './register.ts';
import { tokenize } from './tokens.ts';
import { readModelFile } from '../model-files.ts';

export type KnownKind = 'person' | 'organisation' | 'place' | 'event';

export interface KnownEntity {
  /** Wikidata id; absent when no source confirms one (the name still helps to recognise it). */
  readonly wikidata: string | undefined;
  readonly kind: KnownKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Roles and kinds: "Russian foreign minister", "newspaper", "US state". */
  readonly descriptors: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly activeFrom: number | undefined;
  readonly activeTo: number | undefined;
  /** Folded names that stand for something else as well; they need support in the article. */
  readonly ambiguous: ReadonlySet<string>;
  /** Number of sources that name it. */
  readonly sources: number;
  /** "country", "state", "city"...; "brand" for the long list of companies and public bodies. */
  readonly placeType: string;
  /** The name is also the last word of longer ones ("The Times"). */
  readonly isEnding: boolean;
  /** Set on entities of the operator's register. */
  readonly registered?: { readonly id: string; readonly kind: Entity['kind'] } | undefined;
}

/** A name as tokens. */
export interface ListedName {
  readonly words: readonly string[];
  readonly type: NameType;
}

/** What is known while an article is read: the built-in entities, and the operator's where there is a register. */
export interface Known {
  /** Everything known under this name or alias. `folded` comes from foldName, without a leading "the". */
  readonly byName: (folded: string) => readonly KnownEntity[];
  /** Names of the register, which are found word for word, by their first word. */
  readonly wordForWord: ReadonlyMap<string, readonly ListedName[]>;
  /** Joins the entities of one article whose keys the operator merged. */
  readonly applyMerges: (entities: readonly Entity[]) => Entity[];
}

const MATCHED_AS: Readonly<Record<Entity['kind'], KnownKind>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  facility: 'place',
  event: 'event',
  work: 'event',
  law: 'event',
  product: 'event',
  other: 'event',
};
const TAGGED_AS: Readonly<Record<KnownKind, NameType>> = { person: 'PER', organisation: 'ORG', place: 'LOC', event: 'MISC' };

let builtIn: Known | undefined;

/** The built-in entities alone. */
export function builtInKnown(): Known {
  builtIn ??= { byName: lookUp, wordForWord: new Map(), applyMerges: (entities) => [...entities] };
  return builtIn;
}

/** The built-in entities and, before them, those of the operator's register. Keep it while the register stays: making it reads the whole register. */
export function knownWith(register: Register | undefined): Known {
  if (register === undefined) return builtInKnown();
  const registered: KnownEntity[] = register.entries.map((entry) => ({
    wikidata: /^Q\d+$/.test(entry.id) ? entry.id : undefined,
    kind: MATCHED_AS[entry.kind],
    name: entry.names[0] ?? '',
    aliases: entry.names.slice(1),
    descriptors: entry.descriptors ?? [],
    country: entry.country ?? '',
    activeFrom: undefined,
    activeTo: undefined,
    ambiguous: new Set((entry.ambiguous ?? []).map(keyOf)),
    sources: 9,
    placeType: '',
    isEnding: false,
    registered: { id: entry.id, kind: entry.kind },
  }));
  const own = new Map<string, KnownEntity[]>();
  for (const entity of registered)
    for (const name of new Set([entity.name, ...entity.aliases].map(keyOf))) {
      const held = own.get(name);
      if (held === undefined) own.set(name, [entity]);
      else held.push(entity);
    }
  return {
    byName(folded) {
      const first = own.get(folded);
      // the operator's word goes before ours
      if (first === undefined) return lookUp(folded);
      return [...first, ...lookUp(folded).filter((entity) => !first.some((other) => other.kind === entity.kind))];
    },
    wordForWord: listNames(registered),
    applyMerges: (entities) => mergeKeys(entities, register),
  };
}

function listNames(registered: readonly KnownEntity[]): Map<string, ListedName[]> {
  const built = new Map<string, ListedName[]>();
  const put = (name: string, type: NameType): void => {
    const { words } = tokenize(name.replace(/^the /i, ''));
    const first = words[0];
    if (first === undefined) return;
    const held = built.get(first) ?? [];
    held.push({ words, type });
    built.set(first, held);
  };
  for (const entity of registered)
    for (const name of [entity.name, ...entity.aliases]) if (!entity.ambiguous.has(keyOf(name))) put(name, TAGGED_AS[entity.kind]);
  return built;
}

const keyOf = (name: string): string => foldName(name).replace(/^the /, '');

/** The file as text, and an open-addressing table from the hash of each look-up name to the start of its row. */
interface Rows {
  readonly text: string;
  readonly hashes: Int32Array;
  /** Row start plus one; 0 where the slot is free. */
  readonly starts: Int32Array;
  readonly parsed: Map<number, Row>;
}
interface Row {
  readonly keys: readonly string[];
  readonly entity: KnownEntity;
}

let rows: Rows | undefined;
/** Slots of the table; the file holds about 20,000 names. */
const SLOTS = 1 << 16;
const TAB = 0x09;
const BAR = 0x7c;

/** Hashes straight from the characters of each row's first column: cutting out the names would take ten times as long. */
function readRows(): Rows {
  if (rows !== undefined) return rows;
  const text = brotliDecompressSync(readModelFile('entities-known.tsv.br')).toString('utf8');
  const hashes = new Int32Array(SLOTS);
  const starts = new Int32Array(SLOTS);
  for (let start = 0; start < text.length; start = text.indexOf('\n', start) + 1) {
    let hash = NO_WORD;
    for (let at = start; ; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== BAR && unit !== TAB) {
        hash = Math.imul(hash ^ unit, FNV_PRIME);
        continue;
      }
      let slot = hash & (SLOTS - 1);
      while (starts[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      hashes[slot] = hash;
      starts[slot] = start + 1;
      if (unit === TAB) break;
      hash = NO_WORD;
    }
  }
  rows = { text, hashes, starts, parsed: new Map() };
  return rows;
}

function rowAt({ text, parsed }: Rows, start: number): Row {
  const held = parsed.get(start);
  if (held !== undefined) return held;
  const field = text.slice(start, text.indexOf('\n', start)).split('\t');
  const list = (at: number): string[] => (field[at] === undefined || field[at] === '' ? [] : field[at].split('|'));
  const year = (at: number): number | undefined => (field[at] === undefined || field[at] === '' ? undefined : Number(field[at]));
  const row: Row = {
    keys: list(0),
    entity: {
      wikidata: field[1] === '' ? undefined : field[1],
      kind: field[2] as KnownKind,
      name: field[3] ?? '',
      aliases: list(4),
      descriptors: list(5),
      country: field[6] ?? '',
      activeFrom: year(7),
      activeTo: year(8),
      ambiguous: new Set(list(9).map(foldName)),
      sources: Number(field[10]),
      placeType: field[11] ?? '',
      isEnding: field[12] === 'ending',
    },
  };
  parsed.set(start, row);
  return row;
}

const NOTHING: readonly KnownEntity[] = [];

function lookUp(folded: string): readonly KnownEntity[] {
  const all = readRows();
  const hash = hashWord(folded) | 0;
  let found: KnownEntity[] | undefined;
  for (let slot = hash & (SLOTS - 1); all.starts[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (all.hashes[slot] !== hash) continue;
    const row = rowAt(all, (all.starts[slot] ?? 1) - 1);
    if (row.keys.includes(folded)) (found ??= []).push(row.entity);
  }
  return found ?? NOTHING;
}

function* eachRow(): Generator<KnownEntity> {
  const all = readRows();
  for (let start = 0; start < all.text.length; start = all.text.indexOf('\n', start) + 1) yield rowAt(all, start).entity;
}

/** Countries and territories; they stand first in the file. */
export function knownCountries(): KnownEntity[] {
  const found: KnownEntity[] = [];
  for (const entity of eachRow()) {
    if (entity.placeType !== 'country' && entity.placeType !== 'territory') break;
    found.push(entity);
  }
  return found;
}

/** Everything but the brands, for scripts: takes every row apart. */
export const knownEntities = (): KnownEntity[] => [...eachRow()].filter((entity) => entity.placeType !== 'brand');
