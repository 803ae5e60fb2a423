/** Whether a place of that name is meant, and which of several. */
import { foldName } from '../text/fold.ts';
import { hashWord } from './hash.ts';
import type { Known, KnownEntity } from './known.ts';
import { isPersonal, WELL_KNOWN, type ArticleContext } from './link-context.ts';
import { bitOf, listTable } from './lists.ts';
import type { Mention } from './mention.ts';
import type { Group } from './merge.ts';
import { isOpponent } from './link-teams.ts';
import { isCapital, type Tokens } from './tokens.ts';

/** Not in sport, not another state's, and where others share the name only in an article about its country. */
export function isSupportedPlace(
  known: KnownEntity,
  own: string,
  names: readonly string[],
  group: Group,
  context: ArticleContext,
  competes: boolean,
  byName: Known['byName'],
): boolean {
  const { placeType, country } = known;
  const { tokens } = context;
  if (context.isSport && !(isBuilding(known) && names.some((name) => name.includes(' ')))) return false;
  if (placeType === 'country') return true;
  // a report on a match among other things
  if (context.sport !== undefined && group.mentions.some((mention) => isOpponent(mention, tokens))) return false;
  const isShared = names.every((name) => known.ambiguous.has(name));
  const isNear = context.countries.has(country);
  if (placeType === 'state') {
    if (names.every((name) => name !== own && name.length < 6)) return group.mentions.some((mention) => isStateCode(mention, tokens));
    return !(competes || isShared) || isNear || names.some((name) => name.includes(' ') && !known.ambiguous.has(name));
  }
  if (group.mentions.some((mention) => liesElsewhere(mention, known, tokens, byName) || isOtherwise(mention, known, tokens))) return false;
  if (placeType === 'brand') {
    // "Center for Therapy of Beverly Hills" names no town
    const { words } = tokens;
    if (group.mentions.every(({ from }) => words[from - 1] === 'of' && isCapital(words[from - 2]?.[0]))) return false;
    return !competes && isNear && isNamed(known.descriptors[1] ?? '', context);
  }
  const isPerson = names.every((name) => !name.includes(' ') && isPersonal(name));
  if (known.sources < WELL_KNOWN + 1 && isPerson && !isNear) return false;
  // one Springfield of many needs its state
  if (isShared && country === 'US' && known.sources < WELL_KNOWN + 1) return isNear && isNamed(known.descriptors.at(-1) ?? '', context);
  if (
    known.sources < WELL_KNOWN + 1 &&
    country === 'US' &&
    (isShared || isPerson) &&
    !group.mentions.some((mention) => isLocated(mention, tokens))
  )
    return false;
  return !(competes || isShared) || isNear || names.some((name) => name.includes(' ') && !known.ambiguous.has(name));
}

const isNamed = (region: string, { words }: ArticleContext): boolean =>
  foldName(region)
    .split(' ')
    .every((word) => word === '' || words.has(word));

/** No team plays under its name. */
const isBuilding = ({ placeType }: KnownEntity): boolean =>
  /^(?:landmark|airport|stadium|arena|building|museum|palace|bridge|street|square|park|venue)$/.test(placeType);

/** "in Split", "Salem, Oregon", "the city of Perm". */
const isLocated = ({ from, to }: Mention, { words }: Tokens): boolean =>
  words[to] === ',' ||
  /^(?:in|from|near|at|to|around|outside|into|across|of|for|between|through|towards?|southern|northern|eastern|western|central|capital)$/i.test(
    words[from - 1] ?? '',
  );

/** "Kandahar province", "Orange, Riverside and Imperial counties", "the Petra news agency": no town. */
function isOtherwise({ to, folded }: Mention, { placeType }: KnownEntity, { words }: Tokens): boolean {
  if (/^(?:county|state|province|prefecture|region|governorate|oblast)$/i.test(words[to] ?? ''))
    return placeType === 'city' || (listTable().lookup(hashWord(folded)) & bitOf('city')) !== 0;
  if (words[to] === 'news' && /^(?:agency|service|channel|site)$/.test(words[to + 1] ?? '')) return true;
  for (let at = to; at < to + LONGEST_ROW; at++) {
    const word = words[at] ?? '';
    if (/^(?:counties|provinces|prefectures)$/i.test(word)) return true;
    if (word !== ',' && word !== 'and' && !isCapital(word[0])) return false;
  }
  return false;
}
/** Tokens of a row of names. */
const LONGEST_ROW = 16;

/** "Houston, TX", "Manhattan Beach, Calif.", "Albany, N.Y."; not "Ann Lee, M.D." */
const isStateCode = ({ from, text }: Mention, { words }: Tokens): boolean =>
  words[from - 1] === ',' && (/^[A-Z]{2}$|^[A-Z][a-z]+\.?$/.test(text) || /^(?:N\.[HJMYCD]|S\.[CD]|R\.I|W\.Va)\.?$/.test(text));

/** "Paris, TX", "Moscow, Idaho", "Arlington, Va.": the state behind the comma says which one is meant; not "to Boston, up the coast". */
function liesElsewhere({ to }: Mention, { country, descriptors }: KnownEntity, { words }: Tokens, byName: Known['byName']): boolean {
  if (words[to] !== ',' || !isCapital(words[to + 1]?.[0])) return false;
  const states = [1, 2]
    .flatMap((count) => byName(foldName(words.slice(to + 1, to + 1 + count).join(' '))))
    .filter(({ placeType }) => placeType === 'state');
  if (states.length === 0) return false;
  if (states.every((state) => state.country !== country)) return true;
  return country === 'US' && !states.some(({ name }) => descriptors.includes(name)) && !states.some(({ name }) => name === 'Washington');
}

/**
 * "Georgia", "Washington", "New York": the country when its people are named, the capital before the state, the city before the state. `main` is the one
 * that a name means when nothing is said: London in England, unless the article names Canada and not Britain; then it may be either, and neither is taken.
 */
export function preferredPlace(
  all: readonly KnownEntity[],
  main: KnownEntity | undefined,
  context: ArticleContext,
): KnownEntity | undefined {
  let supported = all;
  const country = supported.find((known) => known.placeType === 'country');
  if (country !== undefined) {
    const state = supported.find((known) => known.placeType === 'state');
    if (state === undefined) return country;
    const named = country.descriptors.some((descriptor) => context.words.has(foldName(descriptor)) && descriptor !== 'country');
    return named ? country : undefined;
  }
  if (main !== undefined && supported.includes(main)) {
    supported = supported.filter((known) => known !== main);
    if (context.countries.has(main.country)) return main;
    // whoever is supported against a name that means another is so by its country
    if (supported.some(({ sources }) => sources < main.sources)) return undefined;
    if (supported.length === 1) return supported[0];
  }
  const nearest = mostNamed(supported, context);
  if (nearest !== undefined) return nearest;
  const saysState = context.words.has('state') && supported.some((known) => known.placeType === 'state');
  const capital = supported.filter((known) => known.descriptors.some((descriptor) => /\bcapital\b/.test(descriptor)));
  if (capital.length === 1 && !(saysState && context.words.has('seattle'))) return capital[0];
  const cities = supported.filter((known) => known.placeType === 'city');
  return cities.length === 1 && !saysState ? cities[0] : undefined;
}

/** One whose country the article names, or names three times as often as those of the others. */
function mostNamed(supported: readonly KnownEntity[], { named }: ArticleContext): KnownEntity | undefined {
  if (supported.some(({ placeType }) => placeType === 'state' || placeType === 'country')) return undefined;
  const times = ({ country }: KnownEntity): number => named.get(country) ?? 0;
  const [first, second] = [...supported].sort((a, b) => times(b) - times(a));
  return first !== undefined && second !== undefined && times(first) > 0 && times(first) >= 3 * times(second) ? first : undefined;
}
