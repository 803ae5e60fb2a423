/** What an article says as a whole, for the ids of its names: the countries it names, its words, the sport it reports on. */
import type { Sport } from '../languages/name-context-words.ts';
import { foldName } from '../text/fold.ts';
import type { ArticleContext } from './article-context.ts';
import { sportsOfWord, wordsOf } from './context-words.ts';
import { COUNTRY, TERRITORY } from './facts/descriptors.ts';
import { knownCountries, type Known, type KnownEntity } from './known.ts';
import { hashWord } from './hash.ts';
import { bitOf, listTable } from './lists.ts';
import { isTeam, sportOf } from './teams.ts';
import type { Group } from './merge.ts';
import type { Tokens } from './tokens.ts';

/** Sources that must name a person before the full name alone is enough. */
export const WELL_KNOWN = 3;

let countryOfWord: ReadonlyMap<string, string> | undefined;

const isCountry = ({ placeType }: KnownEntity): number => (placeType === 'country' ? 1 : 0);

/** Names and nationalities of countries to ISO codes. */
export function countryNames(): ReadonlyMap<string, string> {
  if (countryOfWord !== undefined) return countryOfWord;
  const built = new Map<string, string>();
  // "French" is of France, not of its Southern Territories: countries come last
  for (const entity of knownCountries().sort((a, b) => isCountry(a) - isCountry(b))) {
    for (const name of [entity.name, ...entity.aliases, ...entity.descriptors]) {
      const folded = foldName(name);
      if (folded !== COUNTRY && folded !== TERRITORY && folded.length > 1) built.set(folded, entity.country);
    }
  }
  countryOfWord = built;
  return built;
}

/** Share of sports words above which an article is a sports report; seen on the GUM and GMB training texts. */
const SPORT_SHARE = 0.02;
/** The same for a paragraph, which has fewer of them; not tuned, three words of fifty. */
const SPORT_SHARE_OF_FEW = 0.06;

export function readContext(tokens: Tokens): ArticleContext {
  const words = new Set<string>();
  const small = new Set<string>();
  const named = new Map<string, number>();
  const sports = new Map<Sport, number>();
  const known = countryNames();
  let sport = 0;
  let previous = '';
  const ofSport = wordsOf('sportInGeneral');
  const ofSports = sportsOfWord();
  const countSport = (word: string): void => {
    if (ofSport.has(word)) sport++;
    for (const each of ofSports.get(word) ?? []) sports.set(each, (sports.get(each) ?? 0) + 1);
  };
  for (const word of tokens.words) {
    // most words are small: they are no country, and need no folding to be counted
    if (word === word.toLowerCase()) {
      words.add(word);
      small.add(word);
      countSport(word);
      previous = '';
      continue;
    }
    const folded = foldName(word);
    words.add(folded);
    countSport(folded);
    const code =
      known.get(`${previous} ${folded}`) ?? known.get(folded) ?? (folded.endsWith('s') ? known.get(folded.slice(0, -1)) : undefined);
    if (code !== undefined) named.set(code, (named.get(code) ?? 0) + 1);
    previous = folded;
  }
  const isSport = (sport >= 4 && sport >= tokens.count * SPORT_SHARE) || (sport >= 3 && sport >= tokens.count * SPORT_SHARE_OF_FEW);
  const nations = new Set(named.keys());
  return {
    words,
    small,
    countries: nations,
    nations,
    named,
    isSport,
    sport: leading(sports),
    sports,
    firstNames: new Set(),
    lastNames: new Set(),
    homes: new Set(),
    tokens,
  };
}

/** The sport with more than twice the words of any other, and at least two. */
function leading(sports: ReadonlyMap<Sport, number>): Sport | undefined {
  const [first, second] = [...sports].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > 1 && first[1] > 2 * (second?.[1] ?? 0) ? first[0] : undefined;
}

/**
 * What the names of the article tell, where they leave no choice: the countries that its places and bodies lie in (who reads "Kremlin" and "Kyiv" needs no
 * "Russia"), the sport of its clubs and players.
 */
export function withHomes(context: ArticleContext, groups: readonly Group[], { byName }: Known): ArticleContext {
  const named = new Map(context.named);
  const sports = new Map(context.sports);
  const firstNames = new Set<string>();
  const lastNames = new Set<string>();
  const homes = new Set<string>();
  for (const group of groups) {
    if (group.type === 'PER')
      for (const { text } of group.mentions) {
        const parts = text.split(/\s+/);
        if (parts.length < 2) continue;
        firstNames.add(foldName(parts[0] ?? ''));
        lastNames.add(foldName(parts.at(-1) ?? ''));
      }
    const sport = sportTold(group, byName);
    if (sport !== undefined) sports.set(sport, (sports.get(sport) ?? 0) + 1);
    if (group.type !== 'LOC' && group.type !== 'ORG') continue;
    for (const name of group.names) {
      const found = byName(name).filter((known) => known.kind !== 'person');
      const [only] = found;
      if (found.length !== 1 || only === undefined || only.country === '' || only.placeType === 'brand' || only.ambiguous.has(name))
        continue;
      if (only.placeType !== 'country' && only.placeType !== 'territory') homes.add(only.country);
      if (name.includes(' ') || (only.kind === 'place' && only.sources >= WELL_KNOWN && !isPersonal(name)))
        named.set(only.country, (named.get(only.country) ?? 0) + group.mentions.length);
    }
  }
  return { ...context, countries: new Set(named.keys()), named, sports, sport: leading(sports), firstNames, lastNames, homes };
}

/** "Victoria", "Jackson": a place that bears the name of people is taken for it only where its country is named. */
export const isPersonal = (name: string): boolean => (listTable().lookup(hashWord(name)) & (bitOf('first-2') | bitOf('first-1'))) !== 0;

function sportTold({ type, names }: Group, byName: Known['byName']): Sport | undefined {
  if (type !== 'ORG' && type !== 'PER') return undefined;
  for (const name of names) {
    if (!name.includes(' ')) continue;
    const [only, ...more] = byName(name).filter(({ kind }) => (kind === 'person') === (type === 'PER'));
    if (only !== undefined && more.length === 0 && !only.ambiguous.has(name) && (type === 'PER' || isTeam(only))) return sportOf(only);
  }
  return undefined;
}
