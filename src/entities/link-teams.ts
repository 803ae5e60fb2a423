/**
 * Teams: clubs, which go by their city or by half of their name ("Liverpool", "Bruins"), and the national team that a country's name means in a report on
 * its sport.
 */
import { foldName } from '../text/fold.ts';
import type { Known, KnownEntity } from './known.ts';
import type { ArticleContext, Sport } from './link-context.ts';
import type { Mention } from './mention.ts';
import type { Group } from './merge.ts';
import type { Tokens } from './tokens.ts';

const IS_TEAM = /\b(?:club|team|franchise)\b/i;
/** In this order: an "American football team" is no football team. */
const SPORT_OF: readonly (readonly [RegExp, Sport])[] = [
  [/american football|\bnfl\b/i, 'american football'],
  [/basketball|\bnba\b/i, 'basketball'],
  [/baseball|\bmlb\b/i, 'baseball'],
  [/hockey|\bnhl\b/i, 'ice hockey'],
  [/rugby/i, 'rugby'],
  [/cricket/i, 'cricket'],
  [/football|soccer/i, 'football'],
];

export const isTeam = ({ descriptors }: KnownEntity): boolean => descriptors.some((descriptor) => IS_TEAM.test(descriptor));

/** The sport of a club, or of a player. */
export function sportOf({ kind, name, aliases, descriptors, country }: KnownEntity): Sport | undefined {
  const told = descriptors.join(' ');
  const found = SPORT_OF.find(([words]) => words.test(told));
  if (found !== undefined) return found[1];
  if (kind === 'person') return undefined;
  // a "sports club" of unknown sport
  return [name, ...aliases].some((each) => /\bA?F\.?C\b/.test(each)) || !/^(?:US|CA|AU|NZ|IN|)$/.test(country) ? 'football' : undefined;
}

/** A single word that stands for a club: with the other words of its name in the article, or in a report on its sport where it is no place. */
export function isTeamCalled(known: KnownEntity, name: string, group: Group, context: ArticleContext): boolean {
  const own = foldName(known.name);
  if (own.endsWith(` ${name}`)) {
    const rest = own.slice(0, -name.length - 1).split(' ');
    return rest.every((word) => context.words.has(word));
  }
  const { tokens, sport, isSport } = context;
  if (sport === undefined || sportOf(known) !== sport || isOtherTeam(context)) return false;
  if (!isSport && !group.mentions.every((mention) => isOpponent(mention, tokens))) return false;
  return (
    !group.mentions.some((mention) => isWhere(mention, tokens)) &&
    (group.type === 'ORG' || group.mentions.some((mention) => plays(mention, tokens)))
  );
}

const NATIONAL: Readonly<Partial<Record<Sport, readonly string[]>>> = {
  football: ['national football team', 'mens national soccer team', 'national soccer team', 'mens national football team'],
  cricket: ['national cricket team', 'cricket team'],
  rugby: ['national rugby union team', 'national rugby team'],
};

/** The national team of the country that the group names, in a report on its sport where the country plays and is nowhere a place. */
export function nationalTeam(group: Group, context: ArticleContext, { byName }: Known): KnownEntity | undefined {
  const { isSport, sport, tokens } = context;
  const suffixes = sport === undefined || !isSport ? undefined : NATIONAL[sport];
  if (suffixes === undefined || group.type === 'PER' || isOtherTeam(context)) return undefined;
  if (group.mentions.some((mention) => isWhere(mention, tokens))) return undefined;
  if (group.mentions.filter((mention) => plays(mention, tokens)).length * 2 < group.mentions.length) return undefined;
  const names = new Set(group.names);
  for (const name of group.names)
    for (const { placeType, name: own, aliases } of byName(name))
      if (placeType === 'country') for (const each of [own, ...aliases]) names.add(foldName(each));
  const found = new Set([...names].flatMap((name) => suffixes.flatMap((suffix) => byName(`${name} ${suffix}`))));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Women's, youth and reserve teams have ids of their own. */
const isOtherTeam = ({ words }: ArticleContext): boolean => OTHER_TEAM.some((word) => words.has(word));
const OTHER_TEAM =
  `women womens woman girls ladies wsl nwsl u17 u18 u19 u20 u21 u23 under-17 under-18 under-19 under-20 under-21 under-23 youth junior juniors
  academy reserves legends paralympic futsal`.split(/\s+/);

/** "Real Madrid's women", "Arsenal Women", "Lazio Under-19s": of the club's name, another team. */
export function isReserve({ to }: Mention, { words, opensSentence, count }: Tokens): boolean {
  const at = /^['’]s?$/u.test(words[to] ?? '') ? to + 1 : to;
  return (
    at < count &&
    opensSentence[at] !== 1 &&
    /^(?:women|ladies|girls|wfc|femen\p{L}+|féminin\p{L}*|under|u-?\d\d|reserves|juniors|youth|academy)$/iu.test(words[at] ?? '')
  );
}

/** "in Liverpool", "from England", "the city of Liverpool". */
const isWhere = ({ from }: Mention, { words }: Tokens): boolean =>
  /^(?:in|from|near|across|throughout|outside|around|into|of|to|at|via|visit|visiting|northern|southern|eastern|western)$/i.test(
    words[from - 1] ?? '',
  );

const PLAYED =
  /^(?:beat|beats|beaten|beating|won|wins|win|lost|lose|loses|drew|draw|draws|face|faces|faced|play|plays|played|lead|leads|led|scored|score|equalised|qualified|qualify|thrashed|hammered|host|hosts|hosted|defeated|defeat|meet|meets|met|trailed|conceded|dominated|crashed|advanced|progressed|batted|bowled|chased|will|had|have|were|are)$/;
const AGAINST =
  /^(?:against|beat|beats|beaten|beating|v|vs|versus|over|defeated|defeating|facing|face|faces|faced|thrashed|hammered|host|hosts|hosted|hosting|held|trounced|edged|edging|past|join|joined|for)$/;
const OF_TEAM =
  /^(?:coach|captain|manager|squad|side|team|players?|striker|midfielder|defender|goalkeeper|keeper|winger|forward|defence|attack|midfield|goal|goals|opener|batsmen|bowlers|innings|fans|supporters|boss|skipper)$/;

/** "England beat Fiji", "against England", "England's captain", "England captain", "England 2-1". */
export function plays({ from, to }: Mention, { words, opensSentence }: Tokens): boolean {
  if (AGAINST.test(words[from - 1] ?? '') && opensSentence[from] !== 1) return true;
  if (opensSentence[to] === 1) return false;
  const next = words[to] ?? '';
  if (/^['’]s?$/u.test(next)) return OF_TEAM.test(words[to + 1] ?? '') || OF_TEAM.test(words[to + 2] ?? '');
  return PLAYED.test(next) || OF_TEAM.test(next) || /^\d{1,3}(?:[-–:]\d{1,3})?$/.test(next);
}

/** "against Swansea", "the Swansea striker", "Swansea 2-1": a team also where the article is about other things. */
export function isOpponent({ from, to }: Mention, { words, opensSentence }: Tokens): boolean {
  if (/^(?:against|beat|beats|beating|v|vs|versus|defeated|thrashed)$/.test(words[from - 1] ?? '') && opensSentence[from] !== 1)
    return true;
  if (opensSentence[to] === 1) return false;
  const next = words[to] ?? '';
  return /^(?:coach|captain|manager|squad|striker|midfielder|defender|goalkeeper|winger|skipper|bowlers|batsmen)$/.test(
    /^['’]s?$/u.test(next) ? (words[to + 1] ?? '') : next,
  );
}
