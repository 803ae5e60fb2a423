/**
 * Compiles the known entities (JSON lines: facts with their evidence) into models/entities-known.tsv.br.
 * Usage: node bench/train/entities-known.ts --facts ../shared/data/entities
 * Columns: wikidata id ('' when no source confirms one), kind, name, aliases, descriptors, country (ISO 3166-1 alpha-2), first and last active year,
 * names that need support in the article, number of independent sources, place type. Lists are joined by "|".
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

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

const { values } = parseArgs({ options: { facts: { type: 'string', default: '../shared/data/entities' } } });
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

const clean = (list: readonly string[] | undefined): string => (list ?? []).map((entry) => entry.replace(/[|\t\n]/g, ' ')).join('|');
const rows = facts.map((fact) =>
  [
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
  ].join('\t'),
);
rows.sort();
const packed = brotliCompressSync(Buffer.from(`${rows.join('\n')}\n`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
writeFileSync(new URL('../../models/entities-known.tsv.br', import.meta.url), packed);
console.log(`${rows.length} known entities, ${packed.length} bytes`);
