/** The words around names of all languages, as sets (see languages/name-context-words.ts). */
import { fromLanguages } from '../languages/languages.ts';
import type { NameContextWords, Sport } from '../languages/name-context-words.ts';

export type ContextList = Exclude<keyof NameContextWords, 'sports'>;

export const splitWords = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

const lists = fromLanguages((languages) => {
  const made = new Map<ContextList, Set<string>>();
  for (const { nameContexts } of languages) {
    if (nameContexts === undefined) continue;
    const { sports: _apart, ...fields } = nameContexts;
    for (const [list, words] of Object.entries(fields) as [ContextList, string][]) {
      const held = made.get(list) ?? new Set<string>();
      for (const word of splitWords(words)) held.add(word);
      made.set(list, held);
    }
  }
  return made;
});

const NONE: ReadonlySet<string> = new Set();

export const wordsOf = (list: ContextList): ReadonlySet<string> => lists().get(list) ?? NONE;

/** Whether the word, as it is written, stands in the list. */
export const isIn = (list: ContextList, word: string | undefined): boolean => word !== undefined && wordsOf(list).has(word);

/** The same whatever its capitals. */
export const isAnyCaseIn = (list: ContextList, word: string | undefined): boolean =>
  word !== undefined && wordsOf(list).has(word.toLowerCase());

/** The sports that a folded word is of. */
export const sportsOfWord = fromLanguages((languages) => {
  const made = new Map<string, Sport[]>();
  for (const { nameContexts } of languages)
    for (const [sport, words] of Object.entries(nameContexts?.sports ?? {}) as [Sport, string][])
      for (const word of splitWords(words)) {
        const held = made.get(word) ?? [];
        if (!held.includes(sport)) held.push(sport);
        made.set(word, held);
      }
  return made;
});
