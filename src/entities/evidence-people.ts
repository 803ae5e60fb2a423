/**
 * Whether a person of that name is meant. A full name of someone well known is enough unless the article speaks of someone else who bears it;
 * of others the article must name the role or the country; a surname or a shared name needs more.
 */
import { foldName } from '../text/fold.ts';
import { isIn } from './context-words.ts';
import { descriptorWords, perCandidate, type Candidate, type Evidence } from './evidence.ts';
import { SHIP_PREFIX } from './facts/ships.ts';
import { hashWord } from './hash.ts';
import { countryNames, isPersonal, WELL_KNOWN } from './link-context.ts';
import { bitOf, listTable } from './lists.ts';
import type { Mention } from './mention.ts';
import { walksOf } from './name-tables.ts';
import type { Tokens } from './tokens.ts';

const PERSON = ['person'] as const;

export const PEOPLE: readonly Evidence[] = [
  {
    name: 'ship',
    kinds: PERSON,
    sign: 'veto',
    points: 0,
    says: 'a ship bears the name',
    test: ({ group, context }) => group.mentions.some((mention) => isShip(mention, context.tokens)),
  },
  {
    name: 'age-and-home',
    kinds: PERSON,
    sign: 'against',
    points: 30,
    says: 'introduced with age and home, as nobody well known is',
    test: (it) => !sharesRole(it) && it.group.mentions.some((mention) => isPrivate(mention, it.context.tokens)),
  },
  {
    name: 'introduced',
    kinds: PERSON,
    sign: 'against',
    points: 30,
    says: 'introduced as somebody whom readers do not know',
    test: (it) =>
      !sharesRole(it) && !isAtHome(it) && !isDescribed(it) && it.group.mentions.some((mention) => isIntroduced(mention, it.context.tokens)),
  },
  {
    name: 'other-nationality',
    kinds: PERSON,
    sign: 'against',
    points: 30,
    says: 'the title gives another country than theirs',
    test: (it) => isForeign(it) && (!isAtHome(it) || it.names.every((name) => it.known.ambiguous.has(name))),
  },
  {
    name: 'other-walk-of-life',
    kinds: PERSON,
    sign: 'against',
    points: 30,
    says: 'the title is of another walk of life than theirs',
    test: (it) => hasFullName(it) && !sharesRole(it) && isSomeoneElse(it) && !(it.known.sources > WELL_KNOWN && isAtHome(it)),
  },
  {
    name: 'famous-full-name',
    kinds: PERSON,
    sign: 'for',
    points: 5,
    says: 'the full name is that of somebody well known',
    test: (it) => hasFullName(it) && isFamous(it),
  },
  {
    name: 'full-name',
    kinds: PERSON,
    sign: 'for',
    points: 3,
    says: 'the full name is theirs alone',
    test: hasFullName,
  },
  {
    name: 'known-by-one-name',
    kinds: PERSON,
    sign: 'for',
    points: 6,
    says: 'well known by this name alone',
    test: isMononym,
  },
  {
    name: 'famous-surname',
    kinds: PERSON,
    sign: 'for',
    points: 3,
    says: 'a name of somebody well known',
    test: (it) => !hasFullName(it) && isFamous(it) && !it.names.includes(foldName(it.known.name)),
  },
  {
    name: 'home-country-named',
    kinds: PERSON,
    sign: 'for',
    points: 3,
    says: 'their country is named',
    test: (it) => isAtHome(it) && !isMononym(it),
  },
  {
    name: 'role-named',
    kinds: PERSON,
    sign: 'for',
    points: 2,
    says: 'the title is theirs',
    test: sharesRole,
  },
  {
    name: 'own-first-name',
    kinds: PERSON,
    sign: 'for',
    points: 2,
    says: 'called by their own first name, in no report on sport',
    test: (it) => hasFullName(it) && !it.context.isSport && fullNames(it).some((name) => name.split(' ')[0] === firstName(it)),
  },
  {
    name: 'what-they-do-is-named',
    kinds: PERSON,
    sign: 'for',
    points: 2,
    says: 'what they are known for is named, in their country',
    test: (it) =>
      isMononym(it) && isDescribed(it) && (it.known.country === '' || isAtHome(it) || !it.known.ambiguous.has(foldName(it.known.name))),
  },
  {
    name: 'only-bearer',
    kinds: PERSON,
    sign: 'for',
    points: 2,
    says: 'no other known person has this name',
    test: (it) =>
      !hasFullName(it) &&
      !isMononym(it) &&
      it.names.flatMap((name) => it.byName(name)).every((other) => other.kind !== 'person' || other === it.known),
  },
];

/** Words of the titles that the article gives. */
const told = perCandidate(
  ({ group }) => new Set(group.mentions.flatMap(({ descriptors }) => descriptors).flatMap((each) => foldName(each).split(' '))),
);

function sharesRole(it: Candidate): boolean {
  return roleShared(it);
}
const roleShared = perCandidate((it) => descriptorWords(it).some((word) => word.length > 3 && told(it).has(word)));

const isAtHome = ({ known, context }: Candidate): boolean => known.country !== '' && context.countries.has(known.country);
const isFamous = ({ known }: Candidate): boolean => known.sources >= WELL_KNOWN;

/** Names of two words and more that nobody else has. */
const fullNames = perCandidate(({ names, known }) => names.filter((name) => name.includes(' ') && !known.ambiguous.has(name)));
function hasFullName(it: Candidate): boolean {
  return fullNames(it).length > 0;
}
/** "Margaret" of a list, for someone who is called Maggie, is not theirs. */
const firstName = ({ known }: Candidate): string => foldName(known.name).split(' ')[0] ?? '';

/** "Rihanna", and two who share a name. */
function isMononym(it: Candidate): boolean {
  return !hasFullName(it) && isFamous(it) && it.names.includes(foldName(it.known.name));
}

/** A word of what the person is known for stands in the article. */
const isDescribed = perCandidate((it) =>
  descriptorWords(it).some((word) => word.length > 3 && (it.context.words.has(word) || it.context.words.has(`${word}s`))),
);

/** "Lee, 34, of Leeds"; "Lee, 34, from Leeds"; not "Lee, 34, said". */
const isPrivate = ({ to }: Mention, { words }: Tokens): boolean =>
  words[to] === ',' && /^\d\d$/.test(words[to + 1] ?? '') && words[to + 2] === ',' && isIn('homeAfterAge', words[to + 3]);

/** Words after "Lee, a" in which the fame of the person is looked for. */
const AHEAD = [2, 3, 4, 5] as const;

/** "Lee, a barrister", "Lee, 34,", "Lee (34)": nobody would say so of a famous one far from what they are famous for; "Lee, a pop star" is famous. */
function isIntroduced({ to, folded }: Mention, { words }: Tokens): boolean {
  if (/^[,(]$/.test(words[to] ?? '') && /^\d\d?$/.test(words[to + 1] ?? '') && /^[,.)]$/.test(words[to + 2] ?? '')) return true;
  if (words[to] !== ',' || !isIn('indefinite', words[to + 1])) return false;
  // a rare name has no namesakes
  const parts = folded.split(' ');
  const isCommon = isPersonal(parts[0] ?? '') && (listTable().lookup(hashWord(parts.at(-1) ?? '')) & bitOf('surname')) !== 0;
  return isCommon && !AHEAD.some((ahead) => isIn('celebrities', words[to + ahead]));
}

/** "the USS Ann Lee", "Ann Lee, the aircraft carrier": named after a person. */
const isShip = ({ from, to }: Mention, { words }: Tokens): boolean =>
  SHIP_PREFIX.test(words[from - 1] ?? '') ||
  (words[to] === ',' &&
    (isIn('indefinite', words[to + 1]) || isIn('definite', words[to + 1])) &&
    AHEAD.some((ahead) => isIn('ships', words[to + ahead]) && !words.slice(to + 2, to + ahead).includes(',')));

/** The article gives roles, and none of a walk of life in which the known person has one. */
function isSomeoneElse(it: Candidate): boolean {
  const theirs = walksOf(told(it));
  if (theirs.size === 0) return false;
  const own = walksOf(descriptorWords(it));
  return own.size > 0 && [...theirs].every((walk) => !own.has(walk));
}

/** Their title gives another people than the known person's: "the Portuguese forward". */
const isForeign = perCandidate(({ group: { mentions }, known: { country } }) => {
  const codes = mentions
    .flatMap(({ descriptors }) => descriptors)
    .flatMap((each) => each.split(/\s+/))
    .map((word) => countryNames().get(foldName(word)))
    .filter((code) => code !== undefined);
  return country !== '' && codes.length > 0 && !codes.includes(country);
});
