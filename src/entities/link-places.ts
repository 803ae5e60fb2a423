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
  // a report on a match among other things
  if (
    context.sport !== undefined &&
    group.mentions.some((mention) => isOpponent(mention, tokens)) &&
    !(placeType === 'country' && group.mentions.some((mention) => isWithin(mention, tokens) || tokens.words[mention.from - 1] === ','))
  )
    return false;
  // "Kenya" is Ms Moore, "Phoenix" Mr Phoenix where nobody is in Kenya and no Kenyan is named
  if (
    names.some((name) => context.firstNames.has(name) || (placeType !== 'country' && context.lastNames.has(name))) &&
    !group.mentions.some((mention) => isWithin(mention, tokens)) &&
    !(placeType === 'country' && (isToldOf(known, context) || context.homes.has(country)))
  )
    return false;
  if (placeType === 'country') {
    // "Lebanon, Pennsylvania,"; "Georgia" may be the state unless Georgians or Tbilisi are named
    if (group.mentions.some((mention) => liesElsewhere(mention, known, tokens, byName) || isCompany(mention, tokens))) return false;
    return !competes || isToldOf(known, context) || context.homes.has(country) || isAmongNations(own, context, byName);
  }
  const isShared = names.every((name) => known.ambiguous.has(name));
  const isNear = context.countries.has(country);
  if (placeType === 'state') {
    // which Georgia is for the country's row to say
    if (competes && byName(own).some((other) => other.placeType === 'country')) return false;
    if (names.every((name) => name !== own && name.length < 6)) return group.mentions.some((mention) => isStateCode(mention, tokens));
    return !(competes || isShared) || isNear || names.some((name) => name.includes(' ') && !known.ambiguous.has(name));
  }
  if (group.mentions.some((mention) => liesElsewhere(mention, known, tokens, byName) || isOtherwise(mention, known, tokens))) return false;
  if (isBuilding(known) && group.mentions.some((mention) => isCopy(mention, known, tokens, byName))) return false;
  if (isShared && group.mentions.some((mention) => saysRegion(mention, known, tokens, byName))) return true;
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
function isOtherwise({ to, folded }: Mention, known: KnownEntity, { words }: Tokens): boolean {
  const { placeType } = known;
  // "the Taj Mahal restaurant"
  if (isBuilding(known) && /^(?:hotel|restaurant|pub|bar|cafe|café|casino|cinema|mall|takeaway|replica)$/i.test(words[to] ?? ''))
    return true;
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

/** "in Kenya", "across Georgia": somewhere to be, not somebody. */
const isWithin = ({ from }: Mention, { words }: Tokens): boolean =>
  /^(?:in|from|near|across|around|outside|inside|into|through|throughout|southern|northern|eastern|western)$/i.test(words[from - 1] ?? '');

/** A people is named: "Kenyan", "Jordanians". */
const isToldOf = ({ descriptors }: KnownEntity, { words }: ArticleContext): boolean =>
  descriptors.some((each) => each !== 'country' && (words.has(foldName(each)) || words.has(`${foldName(each)}s`)));

/** Other countries are named, and none that has a state of this name. */
const isAmongNations = (own: string, { nations, countries }: ArticleContext, byName: Known['byName']): boolean =>
  nations.size > 1 && !byName(own).some(({ placeType, country }) => placeType === 'state' && countries.has(country));

/** "the supermarket Iceland". */
const isCompany = ({ from }: Mention, { words, opensSentence }: Tokens): boolean =>
  opensSentence[from] !== 1 &&
  /^(?:supermarket|retailer|grocer|chain|company|firm|band|singer|actress|actor|rapper|model)$/.test(words[from - 1] ?? '');

const REGION = /^(?:state|region)$/;
/** English, Scottish and Welsh counties: "Lincolnshire"; not "Shire", "New Hampshire". */
const SHIRE = /^\p{Lu}\p{Ll}{2,}shire$/u;

/** Regions named behind a comma: "Perth, Scotland", "Houston, TX"; undefined in a row ("Boston, Texas and Ohio"). Countries of "Boston, Lincolnshire" too. */
function regionsBehind({ to }: Mention, { words, opensSentence }: Tokens, byName: Known['byName']): KnownEntity[] {
  if (words[to] !== ',' || !isCapital(words[to + 1]?.[0]) || opensSentence[to + 1] === 1) return [];
  return [1, 2, 3]
    .flatMap((count) => byName(foldName(words.slice(to + 1, to + 1 + count).join(' '))))
    .filter(({ placeType, country }) => REGION.test(placeType) && country !== '');
}

/** "Paris, TX", "Moscow, Idaho", "Perth, Scotland", "Boston, Lincolnshire": what is behind the comma says which one is meant; not "to Boston, up the coast". */
function liesElsewhere(
  mention: Mention,
  { country, descriptors, placeType }: KnownEntity,
  tokens: Tokens,
  byName: Known['byName'],
): boolean {
  const { words } = tokens;
  const behind = words[mention.to] === ',' ? (words[mention.to + 1] ?? '') : '';
  if (SHIRE.test(behind) && words[mention.to + 2] !== 'and' && country !== 'GB') return true;
  const regions = regionsBehind(mention, tokens, byName);
  if (regions.length === 0) return false;
  if (regions.every((region) => region.country !== country)) return placeType !== 'country' || isClosed(mention, regions, tokens);
  // a state that bears the capital's name ("to Boston, Washington and Miami") tells nothing
  return country === 'US' && !regions.some(({ name }) => descriptors.includes(name) || byName(foldName(name)).some(isSeat));
}

/** "Lebanon, Pennsylvania," and "Lebanon, Pennsylvania."; not "Mexico, Texas and Ohio". */
function isClosed({ to }: Mention, regions: readonly KnownEntity[], { words, count }: Tokens): boolean {
  return regions.some(({ name }) => {
    const end = to + 1 + name.split(' ').length;
    if (end >= count || /^[.;:)]$/.test(words[end] ?? '')) return true;
    return words[end] === ',' && words[end + 1] !== 'and' && !isCapital(words[end + 1]?.[0]);
  });
}

/** "Central Park in Jakarta", "the Eiffel Tower in Las Vegas". */
function isCopy({ to }: Mention, { country }: KnownEntity, { words, opensSentence }: Tokens, byName: Known['byName']): boolean {
  if (words[to] !== 'in' || opensSentence[to] === 1 || country === '') return false;
  const places = [1, 2]
    .flatMap((length) => byName(foldName(words.slice(to + 1, to + 1 + length).join(' '))))
    .filter((place) => place.kind === 'place' && place.placeType !== 'brand' && place.country !== '');
  return places.length > 0 && places.every((place) => place.country !== country);
}

/** "London, Ontario": the one that lies there by its description. */
const saysRegion = (mention: Mention, { descriptors }: KnownEntity, tokens: Tokens, byName: Known['byName']): boolean =>
  regionsBehind(mention, tokens, byName).some(({ name }) => descriptors.some((each) => each.endsWith(` in ${name}`)));

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
  const capital = supported.filter(isSeat);
  if (capital.length === 1) return capital[0];
  const cities = supported.filter((known) => known.placeType === 'city');
  return cities.length === 1 && !saysState ? cities[0] : undefined;
}

/** The capital of something. */
const isSeat = ({ descriptors }: KnownEntity): boolean => descriptors.some((descriptor) => /\bcapital\b/.test(descriptor));

/** One whose country the article names, or names three times as often as those of the others. */
function mostNamed(supported: readonly KnownEntity[], { named }: ArticleContext): KnownEntity | undefined {
  if (supported.some(({ placeType }) => placeType === 'state' || placeType === 'country')) return undefined;
  const times = ({ country }: KnownEntity): number => named.get(country) ?? 0;
  const [first, second] = [...supported].sort((a, b) => times(b) - times(a));
  return first !== undefined && second !== undefined && times(first) > 0 && times(first) >= 3 * times(second) ? first : undefined;
}
