/** What an article says as a whole, as evidence for ids. */
import type { Sport } from '../languages/name-context-words.ts';
import type { Tokens } from './tokens.ts';

/** What the article says, for support. */
export interface ArticleContext {
  /** Folded words. */
  readonly words: ReadonlySet<string>;
  /** Words that stand in small letters. */
  readonly small: ReadonlySet<string>;
  /** ISO codes of the countries named, also by nationality. */
  readonly countries: ReadonlySet<string>;
  /** Those of them that are named themselves, or whose people are. */
  readonly nations: ReadonlySet<string>;
  /** How often each is named. */
  readonly named: ReadonlyMap<string, number>;
  /** A sports report: countries and cities stand for their teams. */
  readonly isSport: boolean;
  /** The sport of a sports report, where its words leave no choice. */
  readonly sport: Sport | undefined;
  /** How many of its words belong to each sport. */
  readonly sports: ReadonlyMap<Sport, number>;
  /** Folded first and last names of the people who are named in full. */
  readonly firstNames: ReadonlySet<string>;
  readonly lastNames: ReadonlySet<string>;
  /** ISO codes of the countries in which a place or body lies that is named, other than the country itself. */
  readonly homes: ReadonlySet<string>;
  readonly tokens: Tokens;
}
