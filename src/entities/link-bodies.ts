/** Whether an organisation or an event of that name is meant. */
import { foldName } from '../text/fold.ts';
import { hashWord } from './hash.ts';
import type { Known, KnownEntity } from './known.ts';
import { countryNames, WELL_KNOWN, type ArticleContext } from './link-context.ts';
import { isReserve, isTeam, isTeamCalled } from './link-teams.ts';
import { bitOf, listTable } from './lists.ts';
import type { Mention } from './mention.ts';
import { coreName, type Group } from './merge.ts';
import type { Tokens } from './tokens.ts';

/** Lists in which a single word is too common to mean one organisation ("Times", "Chelsea"). */
const COMMON =
  bitOf('ordinary') | bitOf('often-ordinary') | bitOf('first-2') | bitOf('city') | bitOf('organisation-word') | bitOf('place-word');

const isCommon = (name: string): boolean => (listTable().lookup(hashWord(name)) & COMMON) !== 0;

export function isSupportedBody(
  known: KnownEntity,
  own: string,
  all: readonly string[],
  group: Group,
  context: ArticleContext,
  byName: Known['byName'],
): boolean {
  const names = all.filter((name) => isWrittenSo(name, known, group));
  if (names.length === 0) return false;
  if (group.mentions.some((mention) => isOfElsewhere(mention, known, context.tokens, byName))) return false;
  // "the Education Department" is the American one where America is named
  if (known.country !== '' && !context.countries.has(known.country) && isNamedByCountry(own, known.country, names)) return false;
  if (isTeam(known) && group.mentions.some((mention) => isReserve(mention, context.tokens))) return false;
  // "Ohio State plays Duke": their teams
  if (context.isSport && known.descriptors.includes('university') && names.every((name) => !SCHOOL.test(name))) return false;
  // "Tesla" is Ms Smith's first name
  if (names.every((name) => context.firstNames.has(name) || context.lastNames.has(name)) && !isDescribedNear(known, group, context))
    return false;
  // "Congress" is that of the country the article is about
  if (names.some((name) => isBodyOf(own, name, known.country, context))) return true;
  // "World Cup" is the one of football where the article says FIFA
  if (known.kind === 'event' && names.some((name) => known.ambiguous.has(name) && restIsNamed(own, name, context))) return true;
  // every country has a People's Party
  if (isParty(known) && known.country !== '' && !context.countries.has(known.country)) return false;
  if (isParty(known) && group.mentions.some((mention) => saysParty(mention, context.tokens))) return true;
  if (isParty(known) && isOfParliament(known, context) && group.mentions.some((mention) => standsInside(mention, context.tokens)))
    return true;
  if (
    known.name.startsWith('The ') &&
    names.includes(own) &&
    !known.isEnding &&
    !context.isSport &&
    (!isPlainWord(own) || group.mentions.some((mention) => isRead(mention, context.tokens))) &&
    group.mentions.every((mention) => hasArticle(mention, context.tokens))
  )
    return true;
  // "the Fed"
  if (
    names.some((name) => isListedWithArticle(name, known)) &&
    group.mentions.every((mention) => hasArticle(mention, context.tokens) || mention.folded.includes(' '))
  )
    return true;
  // the list of brands is long: one that is at home somewhere is meant only where its country is named
  if (known.placeType === 'brand')
    return (
      (names.some((name) => !known.ambiguous.has(name)) || isDescribedNear(known, group, context)) &&
      isBrandDescribed(known, names, context, byName) &&
      (known.country === '' || context.countries.has(known.country)) &&
      (!context.isSport || names.some((name) => name.includes(' ')))
    );
  return names.some((name) => {
    const isShared = known.ambiguous.has(name);
    if (known.kind === 'event') return !isShared && (name.includes(' ') || !isCommon(name));
    if (name.includes(' ')) return !isShared || isDescribedNear(known, group, context);
    if (isTeam(known)) return (name === own && !isShared && !isCommon(name)) || isTeamCalled(known, name, group, context);
    if (name !== own && name.length < 4 && isCapitals(writtenForm(name, known)) && !isSpeltOut(known, context)) return false;
    if (!isShared && !context.small.has(name)) {
      if (!isCommon(name) || (name === own && !context.isSport && known.sources >= WELL_KNOWN && !isPlainWord(name))) return true;
    }
    return isDescribedNear(known, group, context);
  });
}

/** A public body or paper has the same name in many countries. */
const PUBLIC =
  /^the |\b(?:police|department|agency|ministry|guard|authority|council|court|museum|gallery|trust|office|service|corps|force|post|treasury)\b/i;

/** "Liverpool of Montevideo", "the Daily Mail of Zambia"; "the Energy Department in Manila": at home in another country. */
function isOfElsewhere(
  { to }: Mention,
  { name, country }: KnownEntity,
  { words, opensSentence }: Tokens,
  byName: Known['byName'],
): boolean {
  if (country === '' || opensSentence[to] === 1 || !(words[to] === 'of' || (words[to] === 'in' && PUBLIC.test(name)))) return false;
  const from = words[to + 1] === 'the' ? to + 2 : to + 1;
  const places = [1, 2]
    .flatMap((length) => byName(foldName(words.slice(from, from + length).join(' '))))
    .filter((place) => place.kind === 'place' && place.placeType !== 'brand' && place.country !== '');
  return places.length > 0 && places.every((place) => place.country !== country);
}

/** "US Department of Labor" is meant by "Labor Department" too: its own name opens with the country, the ones used do not. */
function isNamedByCountry(own: string, country: string, names: readonly string[]): boolean {
  const opens = (name: string): boolean => countryNames().get(name.split(' ')[0] ?? '') === country;
  return opens(own) && !names.some(opens) && names.every((name) => PUBLIC.test(name));
}

const SCHOOL = /universit|college|institut|school|academy/;

const writtenForm = (name: string, { name: own, aliases }: KnownEntity): string =>
  [own, ...aliases].find((each) => foldName(each).replace(/^the /, '') === name) ?? '';
const isListedWithArticle = (name: string, { aliases }: KnownEntity): boolean =>
  aliases.some((alias) => alias.startsWith('the ') && foldName(alias) === `the ${name}`);
const isCapitals = (text: string): boolean => /^(?:[\p{Lu}\d&]\.?){2,8}$/u.test(text);

/** Letters are written as letters: no "Hud", "CIs" or "Who"; "Nato" and "Unicef" are words by now. */
function isWrittenSo(name: string, known: KnownEntity, { mentions }: Group): boolean {
  if (name.includes(' ') || !isCapitals(writtenForm(name, known))) return true;
  return mentions.some(
    ({ folded, text }) =>
      (folded === name || coreName(folded) === name) &&
      (/^(?:[\p{Lu}\d&]\.?){2,8}(?![\p{Ll}])/u.test(text) || (name.length > 3 && /^\p{Lu}\p{Ll}+$/u.test(text) && !isPlainWord(name))),
  );
}

/**
 * Three letters of a body of no country ("CIS", "GCC"), of one whose country is not named ("NRA" in Uganda), and in sport of any ("SEC"), are those of others
 * too, unless a word that they stand for is named.
 */
function isSpeltOut({ name, country, sources, descriptors }: KnownEntity, { words, isSport, countries }: ArticleContext): boolean {
  if (sources > WELL_KNOWN || descriptors.some((each) => KNOWN_BY_LETTERS.test(each))) return true;
  if (!isSport && descriptors.some((each) => IS_COMPANY.test(each))) return true;
  if (!isSport && (country === '' ? sources >= WELL_KNOWN : countries.has(country))) return true;
  return foldName(name)
    .split(' ')
    .some((word) => word.length > 3 && words.has(word));
}
/** Known by their letters everywhere. */
const KNOWN_BY_LETTERS = /league|association|sport|ball|hockey|news agency/;

/** Tokens looked at on each side of a name for what it is. */
const NEAR = 5;
const COMPANY =
  /^(?:company|companies|firm|giant|maker|carmaker|automaker|retailer|chain|shares|stock|ceo|cfo|cto|executive|executives|founder|cofounder|headquartered|employees|customers|subsidiary|acquired|acquisition|earnings|revenue|inc|corp|ltd|plc|nasdaq|nyse)$/;
const IS_COMPANY = /compan|corporation|bank|retail|maker|manufactur|chain|brand|software|airline|insurer|conglomerate/;

/** What the known one is said to be stands by one of the mentions: "the retailer Target", "Apple shares". */
function isDescribedNear({ descriptors, country }: KnownEntity, group: Group, { tokens, countries }: ArticleContext): boolean {
  const { words, opensSentence, count } = tokens;
  const own = new Set(descriptors.flatMap((each) => foldName(each).split(' ')).filter((word) => word.length > 3));
  const isCompany = descriptors.some((each) => IS_COMPANY.test(each));
  // parties and papers of many countries bear one name
  if (!isCompany && country !== '' && !countries.has(country)) return false;
  const tells = (word: string): boolean => {
    const small = word.toLowerCase();
    return own.has(small) || (isCompany && COMPANY.test(small));
  };
  return group.mentions.some(({ from, to }) => {
    for (let at = from - 1; at >= 0 && at >= from - NEAR && opensSentence[at + 1] !== 1; at--) if (tells(words[at] ?? '')) return true;
    for (let at = to; at < count && at < to + NEAR && opensSentence[at] !== 1; at++) if (tells(words[at] ?? '')) return true;
    return false;
  });
}

/** A body that its description puts into a state needs the state; one word that is at home nowhere needs a word of its description ("retailer"). */
function isBrandDescribed(
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
export const isLetters = (group: Group, { kind, sources }: KnownEntity): boolean =>
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

/** An article on the politics of its country: "ministers blame Labour for the vote". */
const isOfParliament = ({ country }: KnownEntity, { named, small }: ArticleContext): boolean =>
  (named.get(country) ?? 0) > 1 && ['party', 'lawmakers', 'parliament', 'elections', 'voters'].some((word) => small.has(word));

/** A capital that the head of a sentence does not explain. */
const standsInside = ({ from }: Mention, { opensSentence }: Tokens): boolean => opensSentence[from] !== 1;

/** "the Guardian", "The Economist": the article is part of the name. */
const hasArticle = ({ from }: Mention, { words }: Tokens): boolean => /^the$/i.test(words[from - 1] ?? '');

/** "told the Sun", "the Sun said": done to or by a newspaper. */
function isRead({ from, to }: Mention, { words }: Tokens): boolean {
  for (let at = Math.max(0, from - NEAR); at < from; at++) if (READS.test(words[at] ?? '')) return true;
  for (let at = to; at < to + 3; at++) if (READS.test(words[at] ?? '')) return true;
  return false;
}
const READS =
  /^(?:told|tells|tell|said|says|reported|reports|wrote|writes|published|according|interview|newspapers?|papers?|tabloid|magazine|editor|editorial|columnist|column|reporter|journalist|article|readers|sued|review|edition|website)$/i;

/** "times", "guardian": a word before it is a newspaper. */
const isPlainWord = (name: string): boolean =>
  (listTable().lookup(hashWord(name)) & (bitOf('ordinary') | bitOf('often-ordinary') | bitOf('organisation-word'))) !== 0;
