/**
 * Wikidata ids for merged names, given only when sure: the name is known for this kind, no other known entity competes, and, where the name is
 * shared or the person little known, the article supports it (role, country or nationality named).
 */
import { foldName } from '../text/fold.ts';
import { mayGoOn } from './cut-out.ts';
import { hashWord } from './hash.ts';
import { knownCountries, type Known, type KnownEntity, type KnownKind } from './known.ts';
import { bitOf, listTable } from './lists.ts';
import { coreName, type Group } from './merge.ts';
import type { Mention, NameType } from './mention.ts';
import { isCapital, type Tokens } from './tokens.ts';

const KIND: Readonly<Record<NameType, KnownKind>> = { PER: 'person', ORG: 'organisation', LOC: 'place', MISC: 'event' };
/** Sources that must name a person before the full name alone is enough. */
const WELL_KNOWN = 3;

/** What the article says, for support. */
export interface ArticleContext {
  /** Folded words. */
  readonly words: ReadonlySet<string>;
  /** ISO codes of the countries named, also by nationality. */
  readonly countries: ReadonlySet<string>;
  /** How often each is named. */
  readonly named: ReadonlyMap<string, number>;
  /** A sports report: countries and cities stand for their teams. */
  readonly isSport: boolean;
  readonly tokens: Tokens;
}

let countryOfWord: ReadonlyMap<string, string> | undefined;

/** Names and nationalities of countries to ISO codes. */
function countryNames(): ReadonlyMap<string, string> {
  if (countryOfWord !== undefined) return countryOfWord;
  const built = new Map<string, string>();
  for (const entity of knownCountries()) {
    for (const name of [entity.name, ...entity.aliases, ...entity.descriptors]) {
      const folded = foldName(name);
      if (folded !== 'country' && folded !== 'territory' && folded.length > 1) built.set(folded, entity.country);
    }
  }
  countryOfWord = built;
  return built;
}

const SPORT_WORDS = new Set(
  `match matches coach goal goals goalkeeper striker midfielder defender league cup season squad wicket wickets innings batsman bowler quarterback touchdown
  championship tournament semifinal quarterfinal playoff playoffs halftime referee fixture fixtures teammate teammates scored penalty tries scrum
  qualifier qualifiers champions player players game games team teams`.split(/\s+/),
);
/** Share of sports words above which an article is a sports report; seen on the GUM and GMB training texts. */
const SPORT_SHARE = 0.02;

export function readContext(tokens: Tokens): ArticleContext {
  const words = new Set<string>();
  const named = new Map<string, number>();
  const known = countryNames();
  let sport = 0;
  let previous = '';
  for (const word of tokens.words) {
    // most words are small: they are no country, and need no folding to be counted
    if (word === word.toLowerCase()) {
      words.add(word);
      if (SPORT_WORDS.has(word)) sport++;
      previous = '';
      continue;
    }
    const folded = foldName(word);
    words.add(folded);
    if (SPORT_WORDS.has(folded)) sport++;
    const code =
      known.get(`${previous} ${folded}`) ?? known.get(folded) ?? (folded.endsWith('s') ? known.get(folded.slice(0, -1)) : undefined);
    if (code !== undefined) named.set(code, (named.get(code) ?? 0) + 1);
    previous = folded;
  }
  return { words, countries: new Set(named.keys()), named, isSport: sport >= 4 && sport >= tokens.count * SPORT_SHARE, tokens };
}

/** The countries that the article's places and bodies lie in, where their names leave no choice: who reads "Kremlin" and "Kyiv" needs no "Russia". */
export function withHomes(context: ArticleContext, groups: readonly Group[], { byName }: Known): ArticleContext {
  const named = new Map(context.named);
  for (const group of groups) {
    if (group.type !== 'LOC' && group.type !== 'ORG') continue;
    for (const name of group.names) {
      const found = byName(name).filter((known) => known.kind !== 'person');
      const [only] = found;
      if (found.length !== 1 || only === undefined || only.country === '' || only.placeType === 'brand' || only.ambiguous.has(name))
        continue;
      if (name.includes(' ') || (only.kind === 'place' && only.sources >= WELL_KNOWN && !isPersonal(name)))
        named.set(only.country, (named.get(only.country) ?? 0) + group.mentions.length);
    }
  }
  return { ...context, countries: new Set(named.keys()), named };
}

export function linkGroup(group: Group, context: ArticleContext, known: Known): KnownEntity | undefined {
  if (group.isFamily || group.mentions.every((mention) => mayGoOn(mention, context.tokens))) return undefined;
  const kind = KIND[group.type];
  const found = candidates(group, kind, known);
  if (found.size === 0 && (kind === 'place' || kind === 'organisation')) {
    // "White House" is a building to one tagger and an office to another; only an unshared name of two words crosses over
    for (const [other, names] of candidates(group, kind === 'place' ? 'organisation' : 'place', known))
      if (
        other.placeType !== 'brand' &&
        names.some((name) => (name.includes(' ') || isLetters(group, other)) && !other.ambiguous.has(name))
      )
        found.set(other, names);
  }
  const supported = [...found]
    .filter(([entity, names]) => isSupported(entity, names, group, context, found.size > 1, known))
    .map(([entity]) => entity);
  if (supported.length === 1) return supported[0];
  if (supported.length > 1 && kind === 'place') return preferredPlace(supported, context);
  return undefined;
}

function candidates(group: Group, kind: KnownKind, { byName }: Known): Map<KnownEntity, string[]> {
  const found = new Map<KnownEntity, string[]>();
  const names = new Set(group.names);
  // "Orbel Inc" is listed as Orbel
  if (kind === 'organisation') for (const name of group.names) names.add(coreName(name));
  for (const name of names) {
    for (const known of byName(name)) {
      if (known.kind !== kind) continue;
      const held = found.get(known);
      if (held === undefined) found.set(known, [name]);
      else held.push(name);
    }
  }
  return found;
}

/** Lists in which a single word is too common to mean one organisation ("Times", "Chelsea"). */
const COMMON =
  bitOf('ordinary') | bitOf('often-ordinary') | bitOf('first-2') | bitOf('city') | bitOf('organisation-word') | bitOf('place-word');

function isSupported(
  known: KnownEntity,
  names: readonly string[],
  group: Group,
  context: ArticleContext,
  competes: boolean,
  { byName }: Known,
): boolean {
  // the operator's own list is taken at its word, but for names it calls ambiguous
  if (known.registered !== undefined && names.some((name) => !known.ambiguous.has(name))) return true;
  const own = foldName(known.name).replace(/^the /, '');
  if (known.kind === 'person') return isSupportedPerson(known, names, group, context, byName);
  if (known.kind === 'place') return isSupportedPlace(known, own, names, group, context, competes, byName);
  // "Congress" is that of the country the article is about
  if (names.some((name) => isBodyOf(own, name, known.country, context))) return true;
  // "World Cup" is the one of football where the article says FIFA
  if (known.kind === 'event' && names.some((name) => known.ambiguous.has(name) && restIsNamed(own, name, context))) return true;
  if (isParty(known) && context.countries.has(known.country) && group.mentions.some((mention) => saysParty(mention, context.tokens)))
    return true;
  if (
    known.name.startsWith('The ') &&
    names.includes(own) &&
    !known.isEnding &&
    !context.isSport &&
    group.mentions.every((mention) => hasArticle(mention, context.tokens))
  )
    return true;
  // the list of brands is long: one that is at home somewhere is meant only where its country is named
  if (known.placeType === 'brand')
    return (
      isDescribed(known, names, context, byName) &&
      (known.country === '' || context.countries.has(known.country)) &&
      (!context.isSport || names.some((name) => name.includes(' ')))
    );
  return names.some((name) => {
    if (known.ambiguous.has(name)) return false;
    if (name.includes(' ')) return true;
    const isCommon = (listTable().lookup(hashWord(name)) & COMMON) !== 0;
    return name === own ? !isCommon || (!context.isSport && known.sources >= WELL_KNOWN && !isPlainWord(name)) : !isCommon;
  });
}

/** Whether a place of that name is meant: not in sport, not another state's, and where others share the name only in an article about its country. */
function isSupportedPlace(
  known: KnownEntity,
  own: string,
  names: readonly string[],
  group: Group,
  context: ArticleContext,
  competes: boolean,
  byName: Known['byName'],
): boolean {
  if (context.isSport) return false;
  if (
    known.placeType !== 'country' &&
    known.placeType !== 'state' &&
    group.mentions.some((mention) => liesElsewhere(mention, known.country, context.tokens, byName))
  )
    return false;
  if (known.placeType === 'brand') {
    // "Center for Therapy of Beverly Hills" names no town
    const { words } = context.tokens;
    if (group.mentions.every(({ from }) => words[from - 1] === 'of' && isCapital(words[from - 2]?.[0]))) return false;
    const region = foldName(known.descriptors[1] ?? '');
    return !competes && context.countries.has(known.country) && region.split(' ').every((word) => word === '' || context.words.has(word));
  }
  if (known.placeType === 'state' && names.every((name) => name !== own && name.length < 6))
    return group.mentions.some((mention) => isStateCode(mention, context.tokens));
  const shared = competes || (known.placeType !== 'country' && names.every((name) => known.ambiguous.has(name)));
  if (
    known.placeType !== 'country' &&
    known.sources < WELL_KNOWN + 1 &&
    names.every((name) => !name.includes(' ') && isPersonal(name)) &&
    !context.countries.has(known.country)
  )
    return false;
  if (!shared || names.some((name) => name.includes(' ') && !known.ambiguous.has(name))) return true;
  return known.placeType === 'country' || context.countries.has(known.country);
}

/** "Houston, TX", "Manhattan Beach, Calif.", "Albany, N.Y."; not "Ann Lee, M.D." */
const isStateCode = ({ from, text }: Mention, { words }: Tokens): boolean =>
  words[from - 1] === ',' && (/^[A-Z]{2}$|^[A-Z][a-z]+\.?$/.test(text) || /^(?:N\.[HJMYCD]|S\.[CD]|R\.I|W\.Va)\.?$/.test(text));

/** "Paris, TX", "Moscow, Idaho": the state behind the comma says which one is meant. */
function liesElsewhere({ to }: Mention, country: string, { words }: Tokens, byName: Known['byName']): boolean {
  if (words[to] !== ',') return false;
  const states = [1, 2]
    .flatMap((count) => byName(foldName(words.slice(to + 1, to + 1 + count).join(' '))))
    .filter(({ placeType }) => placeType === 'state');
  return states.length > 0 && states.every((state) => state.country !== country);
}

/** A body that its description puts into a state needs the state; one word that is at home nowhere needs a word of its description ("retailer"). */
function isDescribed(
  { descriptors, country, name }: KnownEntity,
  names: readonly string[],
  { words }: ArticleContext,
  byName: Known['byName'],
): boolean {
  const parts = foldName(descriptors.join(' ')).split(' ');
  const states = parts
    .flatMap((word, at) => [word, `${word} ${parts[at + 1] ?? ''}`])
    .filter((each) => each.length > 3 && byName(each).some(({ placeType }) => placeType === 'state'));
  const own = foldName(name).split(' ');
  if (states.length > 0 && !states.some((state) => state.split(' ').every((word) => words.has(word) && !own.includes(word)))) return false;
  return country !== '' || names.some((each) => each.includes(' ')) || parts.some((word) => word.length > 3 && words.has(word));
}

/** "us congress" and "congress": what the country's own press calls it, in an article that names this country more than twice as often as any other. */
function isBodyOf(own: string, name: string, country: string, { named, isSport }: ArticleContext): boolean {
  if (isSport || !own.endsWith(` ${name}`) || countryNames().get(own.slice(0, -name.length - 1)) !== country) return false;
  const times = named.get(country) ?? 0;
  return times > 1 && [...named].every(([code, other]) => code === country || other * 2 < times);
}

/** "U.N.", "EU": letters of a body that many sources name are no place, whatever the tagger says. */
const isLetters = (group: Group, { kind, sources }: KnownEntity): boolean =>
  kind === 'organisation' && sources >= WELL_KNOWN && group.mentions.every(({ text }) => /^(?:\p{Lu}\.?){2,5}$/u.test(text));

const restIsNamed = (own: string, name: string, { words }: ArticleContext): boolean =>
  own.endsWith(` ${name}`) &&
  own
    .slice(0, -name.length - 1)
    .split(' ')
    .every((word) => words.has(word));

const isParty = (known: KnownEntity): boolean => known.descriptors.includes('political party');

/** "the opposition Labour party", "the Conservatives", "Tories". */
function saysParty({ to, text }: Mention, { words }: Tokens): boolean {
  return /^part(?:y|ies)$/i.test(words[to] ?? '') || /^\p{Lu}\p{Ll}{5,}s$/u.test(text);
}

/** "the Guardian", "The Economist": the article is part of the name. */
const hasArticle = ({ from }: Mention, { words }: Tokens): boolean => /^the$/i.test(words[from - 1] ?? '');

/** "times", "guardian": a word before it is a newspaper. */
const isPlainWord = (name: string): boolean =>
  (listTable().lookup(hashWord(name)) & (bitOf('ordinary') | bitOf('often-ordinary') | bitOf('organisation-word'))) !== 0;

/** "Victoria", "Jackson": a place that bears the name of people is taken for it only where its country is named. */
const isPersonal = (name: string): boolean => (listTable().lookup(hashWord(name)) & (bitOf('first-2') | bitOf('first-1'))) !== 0;

function isSupportedPerson(
  known: KnownEntity,
  names: readonly string[],
  group: Group,
  context: ArticleContext,
  byName: Known['byName'],
): boolean {
  const roles = new Set(group.mentions.flatMap((mention) => mention.descriptors).flatMap((descriptor) => foldName(descriptor).split(' ')));
  const sharesRole = known.descriptors.some((descriptor) =>
    foldName(descriptor)
      .split(' ')
      .some((word) => word.length > 3 && roles.has(word)),
  );
  const isAtHome = known.country !== '' && context.countries.has(known.country);
  const byFullName = names.some((name) => name.includes(' ') && !known.ambiguous.has(name));
  if (byFullName) return known.sources >= WELL_KNOWN || (sharesRole && isAtHome) || (isAtHome && !context.isSport);
  // by surname or shared name: well known, and both role and country fit, or the country alone for a name that only one known person bears
  const bearers = names.flatMap((name) => byName(name)).filter((other) => other.kind === 'person');
  return isAtHome && known.sources >= WELL_KNOWN && (sharesRole || bearers.every((other) => other === known));
}

/** "Georgia", "Washington", "New York": the country when its people are named, the capital before the state, the city before the state. */
function preferredPlace(supported: readonly KnownEntity[], context: ArticleContext): KnownEntity | undefined {
  const country = supported.find((known) => known.placeType === 'country');
  if (country !== undefined) {
    const state = supported.find((known) => known.placeType === 'state');
    if (state === undefined) return country;
    const named = country.descriptors.some((descriptor) => context.words.has(foldName(descriptor)) && descriptor !== 'country');
    return named ? country : undefined;
  }
  const saysState = context.words.has('state') && supported.some((known) => known.placeType === 'state');
  const capital = supported.filter((known) => known.descriptors.some((descriptor) => /\bcapital\b/.test(descriptor)));
  if (capital.length === 1 && !(saysState && context.words.has('seattle'))) return capital[0];
  const cities = supported.filter((known) => known.placeType === 'city');
  return cities.length === 1 && !saysState ? cities[0] : undefined;
}
