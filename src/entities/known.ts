/**
 * The known entities: names tied to Wikidata ids that a source confirms. Read once, at first use, from models/entities-known.tsv.br; the operator's
 * register comes on top.
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Entity } from '../article.ts';
import { foldName } from '../text/fold.ts';
import type { NameType } from './mention.ts';
import { mergeKeys, type Register } from './register.ts';
import { tokenize } from './tokens.ts';
import { WORKS } from './works.ts';

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
  readonly placeType: string;
  /** Set on entities of the operator's register. */
  readonly registered?: { readonly id: string; readonly kind: Entity['kind'] } | undefined;
}

const list = (field: string | undefined): string[] => (field === undefined || field === '' ? [] : field.split('|'));
const year = (field: string | undefined): number | undefined => (field === undefined || field === '' ? undefined : Number(field));

let rows: readonly KnownEntity[] | undefined;
let index: ReadonlyMap<string, readonly KnownEntity[]> | undefined;

let register: Register | undefined;
let registered: readonly KnownEntity[] = [];
let namesInText: ReadonlyMap<string, readonly RegisteredName[]> | undefined;

/** A name of the register as tokens. */
export interface RegisteredName {
  readonly words: readonly string[];
  readonly type: NameType;
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

/** From now on names are looked up in this register too. For the process that runs the stage, before its first article; undefined takes it away. */
export function useRegister(given: Register | undefined): void {
  register = given;
  index = undefined;
  registered = (given?.entries ?? []).map((entry) => ({
    wikidata: /^Q\d+$/.test(entry.id) ? entry.id : undefined,
    kind: MATCHED_AS[entry.kind],
    name: entry.names[0] ?? '',
    aliases: entry.names.slice(1),
    descriptors: entry.descriptors ?? [],
    country: entry.country ?? '',
    activeFrom: undefined,
    activeTo: undefined,
    ambiguous: new Set((entry.ambiguous ?? []).map((name) => foldName(name).replace(/^the /, ''))),
    sources: 9,
    placeType: '',
    registered: { id: entry.id, kind: entry.kind },
  }));
  namesInText = undefined;
}

/** Names that are found word for word, by their first word: those of the register, programmes and vehicles. */
export function wordForWord(): ReadonlyMap<string, readonly RegisteredName[]> {
  if (namesInText !== undefined) return namesInText;
  const built = new Map<string, RegisteredName[]>();
  const put = (name: string, type: NameType): void => {
    const { words } = tokenize(name.replace(/^the /i, ''));
    const first = words[0];
    if (first === undefined) return;
    const held = built.get(first) ?? [];
    held.push({ words, type });
    built.set(first, held);
  };
  for (const entity of registered)
    for (const name of [entity.name, ...entity.aliases])
      if (!entity.ambiguous.has(foldName(name).replace(/^the /, ''))) put(name, TAGGED_AS[entity.kind]);
  for (const name of WORKS.keys()) put(name, 'MISC');
  namesInText = built;
  return built;
}

/** Joins the entities of one article whose keys the operator merged. */
export const applyMerges = (entities: readonly Entity[]): Entity[] =>
  register === undefined ? [...entities] : mergeKeys(entities, register);

export function knownEntities(): readonly KnownEntity[] {
  rows ??= brotliDecompressSync(readFileSync(new URL('../../models/entities-known.tsv.br', import.meta.url)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const field = line.split('\t');
      return {
        wikidata: field[0] === '' ? undefined : field[0],
        kind: field[1] as KnownKind,
        name: field[2] ?? '',
        aliases: list(field[3]),
        descriptors: list(field[4]),
        country: field[5] ?? '',
        activeFrom: year(field[6]),
        activeTo: year(field[7]),
        ambiguous: new Set(list(field[8]).map(foldName)),
        sources: Number(field[9]),
        placeType: field[10] ?? '',
      };
    });
  return rows;
}

/** Folded, without "the". Most names are plain letters and need no more than small ones. */
const keyOf = (name: string): string => (/^[a-z ]+$/i.test(name) ? name.toLowerCase() : foldName(name)).replace(/^the /, '');

/** Everything known under this name or alias. `folded` comes from foldName, without a leading "the". */
export function knownByName(folded: string): readonly KnownEntity[] {
  if (index === undefined) {
    const built = new Map<string, KnownEntity[]>();
    for (const entity of [...registered, ...knownEntities()]) {
      for (const name of new Set([entity.name, ...entity.aliases].map(keyOf))) {
        const held = built.get(name);
        // the operator's word goes before ours
        if (entity.registered === undefined && held?.some((other) => other.registered !== undefined && other.kind === entity.kind))
          continue;
        if (held === undefined) built.set(name, [entity]);
        else held.push(entity);
      }
    }
    index = built;
  }
  return index.get(folded) ?? [];
}
