/**
 * Organisations of name-suggestion-index (BSD-3-Clause): companies, chains, banks, councils, police forces and agencies, each with the Wikidata id that
 * its editors gave it and the label and description that Wikidata itself has for that id. An id counts only where the two agree on the name; a name
 * counts only where nothing else of the list, of the facts or of the word lists bears it. Items younger than Q60000000 (mostly made for the
 * map) are left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashWord } from '../../src/entities/hash.ts';
import { bitOf, listTable } from '../../src/entities/lists.ts';
import { coreName } from '../../src/entities/merge.ts';
import { nameTables } from '../../src/entities/name-tables.ts';
import { foldName } from '../../src/text/fold.ts';

export interface Brand {
  readonly qid: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  /** ISO 3166-1 alpha-2; '' for those of several countries. */
  readonly country: string;
  readonly isPlace: boolean;
}

interface Item {
  readonly tags: Readonly<Record<string, string>>;
  readonly locationSet?: { readonly include?: readonly unknown[] };
}
interface Named {
  readonly names: Set<string>;
  readonly places: Set<string>;
}

const YOUNGEST = 60_000_000;
/** "city in Los Angeles County, California", "federated state of Germany"; not "agency of the state of Ohio", "transit district in Bern". */
const IS_PLACE =
  /^(?!.*(?:authority|agency|company|network|transit|health|safety|school|police|system|service|library))(?:[\w-]+ ){0,2}(?:city|town|municipality|village|commune|state|province|region|prefecture|autonomous community)(?: and (?:city|municipality|commune))?(?: (?:in|of|on)\b|$)/;
/** Last words of what is said before "in", "of" and the like, of items that are no bodies: "county in Maryland", "long-distance train category", "Wikipedia overview article". */
const NO_BODY =
  /\b(?:religion|denomination|language|dialect|people|county|borough|parish|township|gmina|region|area|province|country|state|place|seat|settlement|forest|reserve|park|building|mall|lot|station|route|line|drink|beverage|yogurt|coffee|chocolate|candles|category|class|type|kind|term|name|trademark|article|list|series|practice|concept|regimen|award|designer|entrepreneur|person|industry|container|redesign|transport|transportation|complex|movement|subdivision|jurisdiction)$/i;
/** "American sweet carbonated drink", "county"; the whole description where nothing of the kind follows. */
const headOf = (description: string): string =>
  description
    .split(/\s(?:in|of|based|from|for|by|on|at|to|with|that|which|used|operating|serving|owned|headquartered|between|within)\s|[,;(]/)[0]
    ?.trim() ?? '';
const IS_LATIN = /^[\x20-\x7e\u00c0-\u017f’–]+$/;
/** Words that tell what a body is for, not which one it is: "Department of Health", "First National Bank". */
const GENERIC = new Set(
  `of the and for & a in public national federal state central first general united municipal royal international regional local district metropolitan
  corrections transportation works safety services affairs welfare water revenue labour labor housing planning parks recreation wildlife fisheries schools
  school people peoples mutual savings credit commercial community medical green blue red one big best star sun`.split(/\s+/),
);
const TELLS_LITTLE = bitOf('organisation-word') | bitOf('place-word') | bitOf('role') | bitOf('calendar');

/** Rows of the index that pass; `taken` holds the folded names of the facts. `countryOf` reads a description ("British retailer"). */
export function readBrands(folder: string, taken: ReadonlySet<string>, countryOf: (description: string) => string): Brand[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, 'dist', file), 'utf8'));
  const { wikidata } = read('wikidata/wikidata.min.json') as {
    wikidata: Record<string, { label?: string; description?: string } | undefined>;
  };
  const { nsi } = read('json/nsi.min.json') as { nsi: Record<string, { items: readonly Item[] }> };
  const items = namedItems(nsi);
  const candidates: Brand[] = [];
  const bearers = new Map<string, Set<string>>();
  for (const [qid, { names, places }] of items) {
    const label = wikidata[qid]?.label;
    const description = wikidata[qid]?.description;
    if (label === undefined || description === undefined || !IS_LATIN.test(label)) continue;
    const isPlace = IS_PLACE.test(description);
    const agreeing = [...names].filter(
      (name) => IS_LATIN.test(name) && agree(isPlace ? name.replace(/^(?:City|Town|Village|Municipality) of /, '') : name, label),
    );
    for (const name of [label, ...agreeing]) {
      const held = bearers.get(keyOf(name)) ?? new Set();
      held.add(qid);
      bearers.set(keyOf(name), held);
    }
    if (agreeing.length === 0 || Number(qid.slice(1)) > YOUNGEST) continue;
    const country = isPlace ? countryOf(description) : homeOf(places, description, countryOf);
    if (!isPlace && NO_BODY.test(headOf(description))) continue;
    if (isPlace && (country === '' || country === 'TF' || label.length < 4)) continue;
    const written = [label, ...agreeing].filter((name, index, all) => all.findIndex((other) => keyOf(other) === keyOf(name)) === index);
    candidates.push({ qid, name: label, aliases: isPlace ? [] : written.slice(1), description, country, isPlace });
  }
  const brands: Brand[] = [];
  for (const brand of candidates) {
    const usable = [brand.name, ...brand.aliases].filter(
      (name) =>
        !taken.has(keyOf(name)) &&
        bearers.get(keyOf(name))?.size === 1 &&
        (brand.isPlace ? isPlaceName(keyOf(name)) : isTelling(keyOf(name))),
    );
    const [name, ...aliases] = usable;
    if (name !== undefined)
      brands.push({
        qid: brand.qid,
        name,
        aliases,
        description: brand.description,
        country: brand.country,
        isPlace: brand.isPlace,
      });
  }
  return brands;
}

/** Folded, without "the" and without the form of the company. */
export const keyOf = (name: string): string => coreName(foldName(name).replace(/^the /, ''));

function namedItems(nsi: Readonly<Record<string, { items: readonly Item[] }>>): Map<string, Named> {
  const items = new Map<string, Named>();
  for (const { items: listed } of Object.values(nsi))
    for (const { tags, locationSet } of listed)
      for (const role of ['brand', 'operator', 'network', 'subject'])
        for (const qid of (tags[`${role}:wikidata`] ?? '').split(';')) {
          if (!/^Q\d+$/.test(qid)) continue;
          const held = items.get(qid) ?? { names: new Set(), places: new Set() };
          for (const name of [tags[role], tags[`${role}:en`]]) if (name !== undefined) held.names.add(name);
          for (const place of locationSet?.include ?? []) held.places.add(String(place));
          items.set(qid, held);
        }
  return items;
}

/** The same name, or one goes on where a single word ends: "Coles" and "Coles Supermarkets"; not "Arctic Circle" and "Arctic Circle Restaurants". */
function agree(name: string, label: string): boolean {
  const [one, two] = [keyOf(name), keyOf(label)];
  return one === two || (!two.includes(' ') && one.startsWith(`${two} `)) || (!one.includes(' ') && two.startsWith(`${one} `));
}

function homeOf(places: ReadonlySet<string>, description: string, countryOf: (description: string) => string): string {
  const codes = new Set([...places].map((place) => /^([a-z]{2})(?:-|$)/.exec(place)?.[1]?.toUpperCase() ?? ''));
  const told = countryOf(description);
  const [only] = codes;
  if (codes.size === 1 && only !== undefined && only !== '') return told === '' || told === only ? only.replace('FX', 'FR') : told;
  return /multinational|international|global/.test(description) ? '' : told;
}

/** Whether a name means one thing wherever it stands: no everyday word, first name, surname, place or mere kind of body. */
function isTelling(key: string): boolean {
  const words = key.split(' ');
  const masks = words.map((word) => listTable().lookup(hashWord(word)));
  const [first = '', mask = 0] = [words[0], masks[0]];
  if (words.length === 1)
    return first.length > 3 && /^\p{L}/u.test(first) && (mask & ~(bitOf('company') | bitOf('organisation') | (1 << 30))) === 0;
  return words.some((word, at) => !GENERIC.has(word) && !nameTables().roleModifiers.has(word) && ((masks[at] ?? 0) & TELLS_LITTLE) === 0);
}

/** "Santa Monica", "Saarland"; not "Victoria", "Reading". */
function isPlaceName(key: string): boolean {
  if (key.includes(' ')) return isTelling(key) && !/\b(?:county|district|zone|schools?|transit|city of|borough)\b/.test(key);
  return (listTable().lookup(hashWord(key)) & IS_ALSO) === 0;
}
const IS_ALSO =
  bitOf('ordinary') |
  bitOf('often-ordinary') |
  bitOf('first-2') |
  bitOf('first-1') |
  bitOf('first-0') |
  bitOf('surname') |
  bitOf('demonym') |
  bitOf('person');
