/** Teams: clubs, which go by their city or by half of their name ("Liverpool", "Bruins"), and how a text tells that one plays. */
import { foldName } from '../text/fold.ts';
import { isAnyCaseIn, isIn, wordsOf } from './context-words.ts';
import { FOOTBALL_CLUB, FOOTBALL_IS_NOT_FIRST, SPORT_OF, TEAM } from './facts/descriptors.ts';
import type { KnownEntity } from './known.ts';
import type { ArticleContext } from './article-context.ts';
import type { Sport } from '../languages/name-context-words.ts';
import type { Mention } from './mention.ts';
import type { Group } from './merge.ts';
import type { Tokens } from './tokens.ts';

export const isTeam = ({ descriptors }: KnownEntity): boolean => descriptors.some((descriptor) => TEAM.test(descriptor));

/** The sport of a club, or of a player. */
export function sportOf({ kind, name, aliases, descriptors, country }: KnownEntity): Sport | undefined {
  const told = descriptors.join(' ');
  const found = SPORT_OF.find(([words]) => words.test(told));
  if (found !== undefined) return found[1];
  if (kind === 'person') return undefined;
  // a "sports club" of unknown sport
  return [name, ...aliases].some((each) => FOOTBALL_CLUB.test(each)) || !FOOTBALL_IS_NOT_FIRST.test(country) ? 'football' : undefined;
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

/** Women's, youth and reserve teams have ids of their own. */
export const isOtherTeam = ({ words }: ArticleContext): boolean => [...wordsOf('otherTeams')].some((word) => words.has(word));

/** "Real Madrid's women", "Arsenal Women", "Lazio Under-19s", "Ajax U19": of the club's name, another team. */
export function isReserve({ to }: Mention, { words, opensSentence, count }: Tokens): boolean {
  const at = isPossessive(words[to]) ? to + 1 : to;
  if (at >= count || opensSentence[at] === 1) return false;
  const word = (words[at] ?? '').toLowerCase();
  return (
    isIn('reserveTeams', word) ||
    /^u-?\d\d$/.test(word) ||
    (/^\p{L}+$/u.test(word) && [...wordsOf('reserveTeamStems')].some((stem) => word.startsWith(stem)))
  );
}

const isPossessive = (word: string | undefined): boolean => word !== undefined && /^['’]s?$/u.test(word);

/** "in Liverpool", "from England", "the city of Liverpool". */
export const isWhere = ({ from }: Mention, { words }: Tokens): boolean => isAnyCaseIn('whereTeamsAreNot', words[from - 1]);

/** "England beat Fiji", "against England", "England's captain", "England captain", "England 2-1". */
export function plays({ from, to }: Mention, { words, opensSentence }: Tokens): boolean {
  if (isIn('beforeTeams', words[from - 1]) && opensSentence[from] !== 1) return true;
  if (opensSentence[to] === 1) return false;
  const next = words[to];
  if (isPossessive(next)) return isIn('ofTeams', words[to + 1]) || isIn('ofTeams', words[to + 2]);
  return isIn('teamsDo', next) || isIn('ofTeams', next) || /^\d{1,3}(?:[-–:]\d{1,3})?$/.test(next ?? '');
}

/** "against Swansea", "the Swansea striker": a team also where the article is about other things. */
export function isOpponent({ from, to }: Mention, { words, opensSentence }: Tokens): boolean {
  if (isIn('beforeOpponents', words[from - 1]) && opensSentence[from] !== 1) return true;
  if (opensSentence[to] === 1) return false;
  return isIn('ofOpponents', isPossessive(words[to]) ? words[to + 1] : words[to]);
}
