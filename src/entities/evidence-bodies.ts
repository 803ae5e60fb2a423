/** Whether an organisation or an event of that name is meant. */
import { foldName } from '../text/fold.ts';
import { isAnyCaseIn, isIn, wordsOf } from './context-words.ts';
import { descriptorWords, perCandidate, type Candidate, type Evidence, type LinkKind } from './evidence.ts';
import { COMPANY, KNOWN_BY_LETTERS, PARTY, UNIVERSITY } from './facts/descriptors.ts';
import { hashWord } from './hash.ts';
import type { KnownEntity } from './known.ts';
import { countryNames, WELL_KNOWN } from './link-context.ts';
import { bitOf, listTable } from './lists.ts';
import type { Mention } from './mention.ts';
import { coreName, type Group } from './merge.ts';
import { isReserve, isTeam, isTeamCalled } from './teams.ts';
import type { Tokens } from './tokens.ts';

const BODY: readonly LinkKind[] = ['organisation', 'event'];
const ORGANISATION: readonly LinkKind[] = ['organisation'];
const EVENT: readonly LinkKind[] = ['event'];

export const BODIES: readonly Evidence[] = [
  {
    name: 'letters-written-as-a-word',
    kinds: BODY,
    sign: 'veto',
    points: 0,
    says: 'the name is one of letters, and written as a word here',
    test: (it) => written(it).length === 0,
  },
  {
    name: 'of-another-country',
    kinds: BODY,
    sign: 'against',
    points: 400,
    says: 'the place behind it lies in another country',
    test: (it) => it.group.mentions.some((mention) => isOfElsewhere(mention, it)),
  },
  {
    // "the Education Department" is the American one where America is named
    name: 'country-opens-its-name',
    kinds: BODY,
    sign: 'against',
    points: 400,
    says: 'every country has one, and its own is not named',
    test: (it) => it.known.country !== '' && !isAtHome(it) && isNamedByCountry(it.own, it.known.country, written(it)),
  },
  {
    name: 'reserve-team',
    kinds: BODY,
    sign: 'veto',
    points: 0,
    says: 'another team of the club is meant',
    test: ({ known, group, context }) => isTeam(known) && group.mentions.some((mention) => isReserve(mention, context.tokens)),
  },
  {
    // "Ohio State plays Duke"
    name: 'university-team',
    kinds: BODY,
    sign: 'against',
    points: 400,
    says: 'in a report on sport the team of the university is meant',
    test: (it) =>
      it.context.isSport &&
      it.known.descriptors.includes(UNIVERSITY) &&
      written(it).every((name) => ![...wordsOf('schools')].some((part) => name.includes(part))),
  },
  {
    // "Tesla" is Ms Smith's first name
    name: 'body-or-person',
    kinds: BODY,
    sign: 'against',
    points: 400,
    says: 'a person of the article has this name',
    test: (it) => written(it).every((name) => it.context.firstNames.has(name) || it.context.lastNames.has(name)) && !isDescribedNear(it),
  },
  {
    // "Congress" is that of the country the article is about
    name: 'body-of-the-country',
    kinds: BODY,
    sign: 'for',
    points: 160,
    says: 'the article is about its country, where it is called so',
    test: (it) => written(it).some((name) => isBodyOf(it, name)),
  },
  {
    // "World Cup" is the one of football where the article says FIFA
    name: 'rest-of-the-name',
    kinds: EVENT,
    sign: 'for',
    points: 160,
    says: 'the other words of its name stand in the article',
    test: (it) => written(it).some((name) => it.known.ambiguous.has(name) && restIsNamed(it, name)),
  },
  {
    name: 'party-of-another-country',
    kinds: BODY,
    sign: 'against',
    points: 100,
    says: 'parties of many countries are called so, and its own is not named',
    test: (it) => isParty(it) && it.known.country !== '' && !isAtHome(it),
  },
  {
    name: 'called-a-party',
    kinds: BODY,
    sign: 'for',
    points: 8,
    says: 'it is called a party, or its members are named',
    test: (it) => isParty(it) && it.group.mentions.some((mention) => saysParty(mention, it.context.tokens)),
  },
  {
    name: 'politics-of-its-country',
    kinds: BODY,
    sign: 'for',
    points: 8,
    says: 'the article is on the politics of its country',
    test: (it) =>
      isParty(it) &&
      isOfParliament(it) &&
      // a capital that the head of a sentence does not explain
      it.group.mentions.some(({ from }) => it.context.tokens.opensSentence[from] !== 1),
  },
  {
    name: 'article-of-its-name',
    kinds: BODY,
    sign: 'for',
    points: 8,
    says: 'the article of its name stands before it',
    test: (it) =>
      it.known.name.startsWith('The ') &&
      written(it).includes(it.own) &&
      !it.known.isEnding &&
      !it.context.isSport &&
      (!isPlainWord(it.own) || it.group.mentions.some((mention) => isRead(mention, it.context.tokens))) &&
      it.group.mentions.every((mention) => hasArticle(mention, it.context.tokens)),
  },
  {
    // "the Fed"
    name: 'short-name-with-article',
    kinds: BODY,
    sign: 'for',
    points: 8,
    says: 'its short name has an article, as here',
    test: (it) =>
      written(it).some((name) => isListedWithArticle(name, it.known)) &&
      it.group.mentions.every((mention) => hasArticle(mention, it.context.tokens) || mention.folded.includes(' ')),
  },
  // the list of brands is long: all four are needed
  {
    name: 'brand-alone',
    kinds: BODY,
    sign: 'for',
    points: 2,
    says: 'the name is its own, or what it is stands beside it',
    test: (it) => isBrand(it) && (written(it).some((name) => !it.known.ambiguous.has(name)) || isDescribedNear(it)),
  },
  {
    name: 'brand-described',
    kinds: BODY,
    sign: 'for',
    points: 2,
    says: 'the article says what it is, or its state',
    test: (it) => isBrand(it) && isBrandDescribed(it),
  },
  {
    name: 'brand-at-home',
    kinds: BODY,
    sign: 'for',
    points: 2,
    says: 'its country is named, or it is at home nowhere',
    test: (it) => isBrand(it) && (it.known.country === '' || isAtHome(it)),
  },
  {
    name: 'brand-and-no-team',
    kinds: BODY,
    sign: 'for',
    points: 2,
    says: 'no team can be meant',
    test: (it) => isBrand(it) && (!it.context.isSport || written(it).some((name) => name.includes(' '))),
  },
  {
    name: 'event-alone',
    kinds: EVENT,
    sign: 'for',
    points: 8,
    says: 'the name is its own',
    test: (it) => !isBrand(it) && written(it).some((name) => !it.known.ambiguous.has(name) && (name.includes(' ') || !isCommon(name))),
  },
  {
    name: 'body-long-name',
    kinds: ORGANISATION,
    sign: 'for',
    points: 8,
    says: 'the name has two words and is its own',
    test: (it) => !isBrand(it) && written(it).some((name) => name.includes(' ') && !it.known.ambiguous.has(name)),
  },
  {
    name: 'described-nearby',
    kinds: ORGANISATION,
    sign: 'for',
    points: 8,
    says: 'what it is stands beside it',
    test: (it) => !isBrand(it) && (singleNames(it).length > 0 || written(it).some((name) => name.includes(' '))) && isDescribedNear(it),
  },
  {
    name: 'team-alone',
    kinds: ORGANISATION,
    sign: 'for',
    points: 8,
    says: 'the name is the own one of this club',
    test: (it) =>
      !isBrand(it) &&
      isTeam(it.known) &&
      !it.own.includes(' ') &&
      written(it).includes(it.own) &&
      !it.known.ambiguous.has(it.own) &&
      !isCommon(it.own),
  },
  {
    name: 'team-called-so',
    kinds: ORGANISATION,
    sign: 'for',
    points: 8,
    says: 'it plays, in a report on its sport, or the rest of its name is given',
    test: (it) =>
      !isBrand(it) &&
      isTeam(it.known) &&
      written(it).some((name) => !name.includes(' ') && isTeamCalled(it.known, name, it.group, it.context)),
  },
  {
    name: 'rare-name',
    kinds: ORGANISATION,
    sign: 'for',
    points: 8,
    says: 'the name is no common word',
    test: (it) => plainNames(it).some((name) => !isCommon(name)),
  },
  {
    name: 'famous-own-name',
    kinds: ORGANISATION,
    sign: 'for',
    points: 8,
    says: 'well known by this name',
    test: (it) =>
      !it.context.isSport && it.known.sources >= WELL_KNOWN && plainNames(it).some((name) => name === it.own && !isPlainWord(name)),
  },
];

/** Lists in which a single word is too common to mean one organisation ("Times", "Chelsea"). */
const COMMON =
  bitOf('ordinary') | bitOf('often-ordinary') | bitOf('first-2') | bitOf('city') | bitOf('organisation-word') | bitOf('place-word');
const isCommon = (name: string): boolean => (listTable().lookup(hashWord(name)) & COMMON) !== 0;

/** "times", "guardian": a word before it is a newspaper. */
const isPlainWord = (name: string): boolean =>
  (listTable().lookup(hashWord(name)) & (bitOf('ordinary') | bitOf('often-ordinary') | bitOf('organisation-word'))) !== 0;

/** The names that are written as the known ones are. */
const written = perCandidate(({ names, known, group }) => names.filter((name) => isWrittenSo(name, known, group)));
/** Single words, without letters that are those of others too; none for teams, which single words mean in sport only, and for the long list. */
const singleNames = perCandidate((it) =>
  isBrand(it) || isTeam(it.known)
    ? []
    : written(it).filter(
        (name) =>
          !name.includes(' ') && !(name !== it.own && name.length < 4 && isCapitals(writtenForm(name, it.known)) && !isSpeltOut(it)),
      ),
);
/** Those of them that are nobody else's and no word of the article. */
const plainNames = perCandidate((it) => singleNames(it).filter((name) => !it.known.ambiguous.has(name) && !it.context.small.has(name)));

const isAtHome = ({ known, context }: Candidate): boolean => context.countries.has(known.country);
function isBrand({ known }: Candidate): boolean {
  return known.placeType === 'brand';
}
const isParty = ({ known }: Candidate): boolean => known.descriptors.includes(PARTY);

/** A public body or paper has the same name in many countries. */
function isPublic(name: string): boolean {
  const [first, ...rest] = name.toLowerCase().split(' ');
  if (rest.length > 0 && isIn('definite', first)) return true;
  const publicBodies = wordsOf('publicBodies');
  return name
    .toLowerCase()
    .split(/\W+/)
    .some((word) => publicBodies.has(word));
}

/** "Liverpool of Montevideo", "the Daily Mail of Zambia"; "the Energy Department in Manila": at home in another country. */
function isOfElsewhere({ to }: Mention, { known: { name, country }, context: { tokens }, byName }: Candidate): boolean {
  const { words, opensSentence } = tokens;
  if (country === '' || opensSentence[to] === 1 || !(isIn('of', words[to]) || (isIn('in', words[to]) && isPublic(name)))) return false;
  const from = isIn('definite', words[to + 1]) ? to + 2 : to + 1;
  const places = [1, 2]
    .flatMap((length) => byName(foldName(words.slice(from, from + length).join(' '))))
    .filter((place) => place.kind === 'place' && place.placeType !== 'brand' && place.country !== '');
  return places.length > 0 && places.every((place) => place.country !== country);
}

/** "US Department of Labor" is meant by "Labor Department" too: its own name opens with the country, the ones used do not. */
function isNamedByCountry(own: string, country: string, names: readonly string[]): boolean {
  const opens = (name: string): boolean => countryNames().get(name.split(' ')[0] ?? '') === country;
  return opens(own) && !names.some(opens) && names.every(isPublic);
}

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
function isSpeltOut({ known: { name, country, sources, descriptors }, context: { words, isSport, countries } }: Candidate): boolean {
  if (sources > WELL_KNOWN || descriptors.some((each) => KNOWN_BY_LETTERS.test(each))) return true;
  if (!isSport && descriptors.some((each) => COMPANY.test(each))) return true;
  if (!isSport && (country === '' ? sources >= WELL_KNOWN : countries.has(country))) return true;
  return foldName(name)
    .split(' ')
    .some((word) => word.length > 3 && words.has(word));
}

/** Tokens looked at on each side of a name for what it is. */
const NEAR = 5;

/** What the known one is said to be stands by one of the mentions: "the retailer Target", "Apple shares". */
const isDescribedNear = perCandidate((it) => {
  const { descriptors, country } = it.known;
  const { tokens, countries } = it.context;
  const { words, opensSentence, count } = tokens;
  const own = new Set(descriptorWords(it).filter((word) => word.length > 3));
  const isCompany = descriptors.some((each) => COMPANY.test(each));
  // parties and papers of many countries bear one name
  if (!isCompany && country !== '' && !countries.has(country)) return false;
  const companies = wordsOf('companies');
  const tells = (word: string): boolean => {
    const small = word.toLowerCase();
    return own.has(small) || (isCompany && companies.has(small));
  };
  return it.group.mentions.some(({ from, to }) => {
    for (let at = from - 1; at >= 0 && at >= from - NEAR && opensSentence[at + 1] !== 1; at--) if (tells(words[at] ?? '')) return true;
    for (let at = to; at < count && at < to + NEAR && opensSentence[at] !== 1; at++) if (tells(words[at] ?? '')) return true;
    return false;
  });
});

/** A body that its description puts into a state needs the state; one word that is at home nowhere needs a word of its description ("retailer"). */
function isBrandDescribed(it: Candidate): boolean {
  const {
    known: { descriptors, country, name },
    context: { words },
    byName,
  } = it;
  const parts = foldName(descriptors.join(' ')).split(' ');
  const states = parts
    .flatMap((word, at) => [word, `${word} ${parts[at + 1] ?? ''}`])
    .filter((each) => each.length > 3 && byName(each).some(({ placeType }) => placeType === 'state'));
  const own = foldName(name).split(' ');
  if (states.length > 0 && !states.some((state) => state.split(' ').every((word) => words.has(word) && !own.includes(word)))) return false;
  return country !== '' || written(it).some((each) => each.includes(' ')) || parts.some((word) => word.length > 3 && words.has(word));
}

/** "us congress" and "congress": what the country's own press calls it, in an article that names this country more than twice as often as any other. */
function isBodyOf({ own, known: { country }, context: { named, isSport } }: Candidate, name: string): boolean {
  if (isSport || !own.endsWith(` ${name}`) || countryNames().get(own.slice(0, -name.length - 1)) !== country) return false;
  const times = named.get(country) ?? 0;
  return times > 1 && [...named].every(([code, other]) => code === country || other * 2 < times);
}

/** "U.N.", "EU": letters of a body that many sources name are no place, whatever the tagger says. */
export const isLetters = (group: Group, { kind, sources }: KnownEntity): boolean =>
  kind === 'organisation' && sources >= WELL_KNOWN && group.mentions.every(({ text }) => /^(?:\p{Lu}\.?){2,5}$/u.test(text));

const restIsNamed = ({ own, context: { words } }: Candidate, name: string): boolean =>
  own.endsWith(` ${name}`) &&
  own
    .slice(0, -name.length - 1)
    .split(' ')
    .every((word) => words.has(word));

/** "the opposition Labour party", "the Conservatives", "Tories". */
function saysParty({ to, text }: Mention, { words }: Tokens): boolean {
  return isAnyCaseIn('parties', words[to]) || /^\p{Lu}\p{Ll}{5,}s$/u.test(text);
}

/** An article on the politics of its country: "ministers blame Labour for the vote". */
const isOfParliament = ({ known: { country }, context: { named, small } }: Candidate): boolean =>
  (named.get(country) ?? 0) > 1 && [...wordsOf('politics')].some((word) => small.has(word));

/** "the Guardian", "The Economist": the article is part of the name. */
const hasArticle = ({ from }: Mention, { words }: Tokens): boolean => isAnyCaseIn('definite', words[from - 1]);

/** "told the Sun", "the Sun said": done to or by a newspaper. */
function isRead({ from, to }: Mention, { words }: Tokens): boolean {
  for (let at = Math.max(0, from - NEAR); at < from; at++) if (isAnyCaseIn('newspapers', words[at])) return true;
  for (let at = to; at < to + 3; at++) if (isAnyCaseIn('newspapers', words[at])) return true;
  return false;
}
