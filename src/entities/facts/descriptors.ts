/** What the descriptors of the known entities (models/entities-known.tsv.br, written in English) say of their kind. */
import type { Sport } from '../../languages/name-context-words.ts';

export const TEAM = /\b(?:club|team|franchise)\b/i;
export const CAPITAL = /\bcapital\b/;
export const COMPANY = /compan|corporation|bank|retail|maker|manufactur|chain|brand|software|airline|insurer|conglomerate/;
/** Bodies that are known by their letters everywhere. */
export const KNOWN_BY_LETTERS = /league|association|sport|ball|hockey|news agency/;
export const BROADCASTER = /broadcast|network|television|radio|channel|news channel/;
export const OUTLET = /news|broadcast|magazine|television|radio|media/;
export const PARTY = 'political party';
export const UNIVERSITY = 'university';
/** Descriptors of countries and territories that are no people's name. */
export const COUNTRY = 'country';
export const TERRITORY = 'territory';

/** In this order: an "American football team" is no football team. */
export const SPORT_OF: readonly (readonly [RegExp, Sport])[] = [
  [/american football|\bnfl\b/i, 'american football'],
  [/basketball|\bnba\b/i, 'basketball'],
  [/baseball|\bmlb\b/i, 'baseball'],
  [/hockey|\bnhl\b/i, 'ice hockey'],
  [/rugby/i, 'rugby'],
  [/cricket/i, 'cricket'],
  [/football|soccer/i, 'football'],
];

/** What follows the country in the names of national teams. */
export const NATIONAL_TEAMS: Readonly<Partial<Record<Sport, readonly string[]>>> = {
  football: ['national football team', 'mens national soccer team', 'national soccer team', 'mens national football team'],
  cricket: ['national cricket team', 'cricket team'],
  rugby: ['national rugby union team', 'national rugby team'],
};
/** Countries whose clubs of unknown sport are mostly of another sport than football; the empty code is of no country. */
export const FOOTBALL_IS_NOT_FIRST = /^(?:US|CA|AU|NZ|IN|)$/;
/** "FC" and "AFC" in a name. */
export const FOOTBALL_CLUB = /\bA?F\.?C\b/;
