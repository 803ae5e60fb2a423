/** Pieces of regular expressions that languages give, put together for all of them. */
import type { Pattern } from './date-words.ts';
import type { Language } from './language.ts';

/** One group over the alternatives of all languages, each piece once; matches nothing when no language has any. */
export function anyOf(languages: readonly Language[], ...picks: readonly ((language: Language) => Pattern | undefined)[]): string {
  const pieces = new Set(languages.flatMap((language) => picks.map((pick) => pick(language)).filter((piece) => piece !== undefined)));
  return pieces.size === 0 ? '(?!)' : `(?:${[...pieces].join('|')})`;
}
