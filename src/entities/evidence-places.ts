/** Whether a place of that name is meant: not in sport, not another state's, and where others share the name only in an article about its country. */
import { foldName } from '../text/fold.ts';
import { isAnyCaseIn, isIn } from './context-words.ts';
import { perCandidate, type Candidate, type Evidence } from './evidence.ts';
import { CAPITAL, COUNTRY } from './facts/descriptors.ts';
import { SHIRE, STATE_DOTTED } from './facts/states.ts';
import { hashWord } from './hash.ts';
import type { Known, KnownEntity } from './known.ts';
import { isPersonal, WELL_KNOWN } from './link-context.ts';
import type { ArticleContext } from './article-context.ts';
import { bitOf, listTable } from './lists.ts';
import type { Mention } from './mention.ts';
import { isOpponent } from './teams.ts';
import { isCapital, type Tokens } from './tokens.ts';

const PLACE = ['place'] as const;
const isCountry = ({ known }: Candidate): boolean => known.placeType === 'country';
const isState = ({ known }: Candidate): boolean => known.placeType === 'state';
const isListed = ({ known }: Candidate): boolean => known.placeType === 'brand';
/** Towns, buildings, regions; not the long list of small ones. */
const isTown = (it: Candidate): boolean => !isCountry(it) && !isState(it) && !isListed(it);

export const PLACES: readonly Evidence[] = [
  {
    name: 'report-on-sport',
    kinds: PLACE,
    sign: 'against',
    points: 200,
    says: 'in a report on sport, places stand for their teams',
    test: ({ context, known, names }) => context.isSport && !(isBuilding(known) && names.some((name) => name.includes(' '))),
  },
  {
    name: 'plays-a-match',
    kinds: PLACE,
    sign: 'against',
    points: 200,
    says: 'it plays a match',
    test: ({ context: { sport, tokens }, group: { mentions }, known }) =>
      sport !== undefined &&
      mentions.some((mention) => isOpponent(mention, tokens)) &&
      !(known.placeType === 'country' && mentions.some((mention) => isInside(mention, tokens) || tokens.words[mention.from - 1] === ',')),
  },
  {
    // "Kenya" is Ms Moore, "Phoenix" Mr Phoenix where nobody is in Kenya and no Kenyan is named
    name: 'name-of-a-person',
    kinds: PLACE,
    sign: 'against',
    points: 200,
    says: 'a person of the article has this name',
    test: (it) =>
      it.names.some((name) => it.context.firstNames.has(name) || (!isCountry(it) && it.context.lastNames.has(name))) &&
      !it.group.mentions.some((mention) => isInside(mention, it.context.tokens)) &&
      !(isCountry(it) && (isToldOf(it) || it.context.homes.has(it.known.country))),
  },
  {
    // "Lebanon, Pennsylvania,"
    name: 'lies-elsewhere',
    kinds: PLACE,
    sign: 'against',
    points: 200,
    says: 'what follows the comma says that another one is meant',
    test: (it) => !isState(it) && it.group.mentions.some((mention) => liesElsewhere(mention, it)),
  },
  {
    name: 'company-or-artist',
    kinds: PLACE,
    sign: 'against',
    points: 200,
    says: 'a company or an artist of this name is meant',
    test: (it) => isCountry(it) && it.group.mentions.some((mention) => isCompany(mention, it.context.tokens)),
  },
  {
    // which Georgia is for the country's row to say
    name: 'country-of-the-same-name',
    kinds: PLACE,
    sign: 'against',
    points: 200,
    says: 'a country has this name',
    test: (it) => isState(it) && it.competes && it.byName(it.own).some((other) => other.placeType === 'country'),
  },
  {
    name: 'other-thing',
    kinds: PLACE,
    sign: 'against',
    points: 200,
    says: 'the word behind it says that a region, a business or an agency is meant',
    test: (it) => !isCountry(it) && !isState(it) && it.group.mentions.some((mention) => isOtherwise(mention, it.known, it.context.tokens)),
  },
  {
    name: 'copy-elsewhere',
    kinds: PLACE,
    sign: 'against',
    points: 200,
    says: 'it stands in another country',
    test: (it) => isBuilding(it.known) && it.group.mentions.some((mention) => isCopy(mention, it)),
  },
  {
    // "London, Ontario"
    name: 'its-region-follows',
    kinds: PLACE,
    sign: 'for',
    points: 120,
    says: 'the region behind the comma is its own',
    test: (it) => !isCountry(it) && !isState(it) && isShared(it) && it.group.mentions.some((mention) => saysRegion(mention, it)),
  },
  {
    // "Center for Therapy of Beverly Hills" names no town
    name: 'part-of-a-title',
    kinds: PLACE,
    sign: 'against',
    points: 40,
    says: 'it is part of the name of a body',
    test: (it) => {
      const { words } = it.context.tokens;
      return isListed(it) && it.group.mentions.every(({ from }) => isIn('of', words[from - 1]) && isCapital(words[from - 2]?.[0]));
    },
  },
  {
    name: 'name-of-people',
    kinds: PLACE,
    sign: 'against',
    points: 40,
    says: 'people are called so, and its country is not named',
    test: (it) => isTown(it) && isLittleKnown(it) && isPersonOnly(it) && !isNear(it),
  },
  {
    // one Springfield of many
    name: 'state-not-named',
    kinds: PLACE,
    sign: 'against',
    points: 40,
    says: 'many towns have this name, and its state is not named',
    test: (it) =>
      isTown(it) &&
      isShared(it) &&
      it.known.country === 'US' &&
      isLittleKnown(it) &&
      !(isNear(it) && isNamed(it.known.descriptors.at(-1) ?? '', it.context)),
  },
  {
    name: 'nobody-is-there',
    kinds: PLACE,
    sign: 'against',
    points: 40,
    says: 'people are called so, and nobody is there',
    test: (it) =>
      isTown(it) &&
      isLittleKnown(it) &&
      it.known.country === 'US' &&
      !isShared(it) &&
      isPersonOnly(it) &&
      !it.group.mentions.some((mention) => isLocated(mention, it.context.tokens)),
  },
  {
    name: 'no-other-place',
    kinds: PLACE,
    sign: 'for',
    points: 8,
    says: 'no other known place is meant by this name',
    test: (it) => (isCountry(it) ? !it.competes : !isListed(it) && !isShortForm(it) && !(it.competes || isShared(it))),
  },
  {
    name: 'people-named',
    kinds: PLACE,
    sign: 'for',
    points: 8,
    says: 'its people are named',
    test: (it) => isCountry(it) && isToldOf(it),
  },
  {
    name: 'town-named',
    kinds: PLACE,
    sign: 'for',
    points: 8,
    says: 'a place or body that lies in it is named',
    test: (it) => isCountry(it) && it.context.homes.has(it.known.country),
  },
  {
    name: 'among-countries',
    kinds: PLACE,
    sign: 'for',
    points: 8,
    says: 'other countries are named, and none that has a state of this name',
    test: (it) => isCountry(it) && isAmongNations(it),
  },
  {
    name: 'short-form-behind-a-town',
    kinds: PLACE,
    sign: 'for',
    points: 8,
    says: 'the short form of a state behind a town',
    test: (it) => isShortForm(it) && it.group.mentions.some((mention) => isStateCode(mention, it.context.tokens)),
  },
  {
    name: 'country-named',
    kinds: PLACE,
    sign: 'for',
    points: 8,
    says: 'its country is named',
    test: (it) => !isCountry(it) && !isListed(it) && !isShortForm(it) && isNear(it),
  },
  {
    name: 'long-name',
    kinds: PLACE,
    sign: 'for',
    points: 8,
    says: 'the name has two words and is its own',
    test: (it) =>
      !isCountry(it) && !isListed(it) && !isShortForm(it) && it.names.some((name) => name.includes(' ') && !it.known.ambiguous.has(name)),
  },
  // of the long list, all three are needed
  {
    name: 'listed-alone',
    kinds: PLACE,
    sign: 'for',
    points: 3,
    says: 'no better known place has this name',
    test: (it) => isListed(it) && !it.competes,
  },
  {
    name: 'listed-country-named',
    kinds: PLACE,
    sign: 'for',
    points: 3,
    says: 'its country is named',
    test: (it) => isListed(it) && isNear(it),
  },
  {
    name: 'listed-state-named',
    kinds: PLACE,
    sign: 'for',
    points: 2,
    says: 'its state or region is named',
    test: (it) => isListed(it) && isNamed(it.known.descriptors[1] ?? '', it.context),
  },
];

const isShared = ({ names, known }: Candidate): boolean => names.every((name) => known.ambiguous.has(name));
const isNear = ({ context, known }: Candidate): boolean => context.countries.has(known.country);
const isLittleKnown = ({ known }: Candidate): boolean => known.sources < WELL_KNOWN + 1;
/** All its names are first names too. */
const isPersonOnly = ({ names }: Candidate): boolean => names.every((name) => !name.includes(' ') && isPersonal(name));
/** "TX", "Calif.": shorter than any state's name but the shortest, which are their own. */
const isShortForm = (it: Candidate): boolean => isState(it) && it.names.every((name) => name !== it.own && name.length < 6);

const isNamed = (region: string, { words }: ArticleContext): boolean =>
  foldName(region)
    .split(' ')
    .every((word) => word === '' || words.has(word));

/** No team plays under its name. */
const isBuilding = ({ placeType }: KnownEntity): boolean =>
  /^(?:landmark|airport|stadium|arena|building|museum|palace|bridge|street|square|park|venue)$/.test(placeType);

/** "in Split", "Salem, Oregon", "the city of Perm". */
const isLocated = ({ from, to }: Mention, { words }: Tokens): boolean => words[to] === ',' || isAnyCaseIn('beforePlaces', words[from - 1]);

/** "Kandahar province", "Orange, Riverside and Imperial counties", "the Petra news agency": no town. */
function isOtherwise({ to, folded }: Mention, known: KnownEntity, { words }: Tokens): boolean {
  // "the Taj Mahal restaurant"
  if (isBuilding(known) && isAnyCaseIn('businesses', words[to])) return true;
  if (isAnyCaseIn('regions', words[to])) return known.placeType === 'city' || (listTable().lookup(hashWord(folded)) & bitOf('city')) !== 0;
  if (isIn('news', words[to]) && isIn('newsBodies', words[to + 1])) return true;
  for (let at = to; at < to + LONGEST_ROW; at++) {
    const word = words[at] ?? '';
    if (isAnyCaseIn('manyRegions', word)) return true;
    if (word !== ',' && !isIn('and', word) && !isCapital(word[0])) return false;
  }
  return false;
}
/** Tokens of a row of names. */
const LONGEST_ROW = 16;

/** "Houston, TX", "Manhattan Beach, Calif.", "Albany, N.Y."; not "Ann Lee, M.D." */
const isStateCode = ({ from, text }: Mention, { words }: Tokens): boolean =>
  words[from - 1] === ',' && (/^[A-Z]{2}$|^[A-Z][a-z]+\.?$/.test(text) || STATE_DOTTED.test(text));

/** "in Kenya", "across Georgia": somewhere to be, not somebody. */
const isInside = ({ from }: Mention, { words }: Tokens): boolean => isAnyCaseIn('inside', words[from - 1]);

/** A people is named: "Kenyan", "Jordanians". */
const isToldOf = perCandidate(({ known: { descriptors }, context: { words } }) =>
  descriptors.some((each) => each !== COUNTRY && (words.has(foldName(each)) || words.has(`${foldName(each)}s`))),
);

/** Other countries are named, and none that has a state of this name. */
const isAmongNations = ({ own, context: { nations, countries }, byName }: Candidate): boolean =>
  nations.size > 1 && !byName(own).some(({ placeType, country }) => placeType === 'state' && countries.has(country));

/** "the supermarket Iceland". */
const isCompany = ({ from }: Mention, { words, opensSentence }: Tokens): boolean =>
  opensSentence[from] !== 1 && isIn('beforeCompanies', words[from - 1]);

/** Regions named behind a comma: "Perth, Scotland", "Houston, TX"; none in a row ("Boston, Texas and Ohio"). */
function regionsBehind({ to }: Mention, { words, opensSentence }: Tokens, byName: Known['byName']): KnownEntity[] {
  if (words[to] !== ',' || !isCapital(words[to + 1]?.[0]) || opensSentence[to + 1] === 1) return [];
  return [1, 2, 3]
    .flatMap((count) => byName(foldName(words.slice(to + 1, to + 1 + count).join(' '))))
    .filter(({ placeType, country }) => (placeType === 'state' || placeType === 'region') && country !== '');
}

/** "Paris, TX", "Moscow, Idaho", "Perth, Scotland", "Boston, Lincolnshire": what is behind the comma says which one is meant; not "to Boston, up the coast". */
function liesElsewhere(mention: Mention, { known: { country, descriptors, placeType }, context: { tokens }, byName }: Candidate): boolean {
  const { words } = tokens;
  const behind = words[mention.to] === ',' ? (words[mention.to + 1] ?? '') : '';
  if (SHIRE.test(behind) && !isIn('and', words[mention.to + 2]) && country !== 'GB') return true;
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
    return words[end] === ',' && !isIn('and', words[end + 1]) && !isCapital(words[end + 1]?.[0]);
  });
}

/** "Central Park in Jakarta", "the Eiffel Tower in Las Vegas". */
function isCopy({ to }: Mention, { known: { country }, context: { tokens }, byName }: Candidate): boolean {
  const { words, opensSentence } = tokens;
  if (!isIn('in', words[to]) || opensSentence[to] === 1 || country === '') return false;
  const places = [1, 2]
    .flatMap((length) => byName(foldName(words.slice(to + 1, to + 1 + length).join(' '))))
    .filter((place) => place.kind === 'place' && place.placeType !== 'brand' && place.country !== '');
  return places.length > 0 && places.every((place) => place.country !== country);
}

/** "London, Ontario": the one that lies there by its description. */
const saysRegion = (mention: Mention, { known: { descriptors }, context: { tokens }, byName }: Candidate): boolean =>
  regionsBehind(mention, tokens, byName).some(({ name }) => descriptors.some((each) => each.endsWith(` in ${name}`)));

/** The capital of something. */
export const isSeat = ({ descriptors }: KnownEntity): boolean => descriptors.some((descriptor) => CAPITAL.test(descriptor));
