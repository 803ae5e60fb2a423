/** The known entities: names tied to Wikidata ids that a source confirms. Read once, at first use, from models/entities-known.tsv.br. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { foldName } from '../text/fold.ts';

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
}

const list = (field: string | undefined): string[] => (field === undefined || field === '' ? [] : field.split('|'));
const year = (field: string | undefined): number | undefined => (field === undefined || field === '' ? undefined : Number(field));

let rows: readonly KnownEntity[] | undefined;
let index: ReadonlyMap<string, readonly KnownEntity[]> | undefined;

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

/** Everything known under this name or alias. `folded` comes from foldName, without a leading "the". */
export function knownByName(folded: string): readonly KnownEntity[] {
  if (index === undefined) {
    const built = new Map<string, KnownEntity[]>();
    for (const entity of knownEntities()) {
      for (const name of new Set([entity.name, ...entity.aliases].map((alias) => foldName(alias).replace(/^the /, '')))) {
        const held = built.get(name);
        if (held === undefined) built.set(name, [entity]);
        else held.push(entity);
      }
    }
    index = built;
  }
  return index.get(folded) ?? [];
}
