/** Acronyms that a text explains: "the Korean Central News Agency (KCNA)". */
import { lexicon } from './lexicon.ts';

const EXPLAINED = /\((\p{Lu}{2,8})\)/gu;

/** Each acronym in brackets with the words before it that it abbreviates; the first place counts. */
export function acronymsIn(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  for (const { 1: acronym, index } of text.matchAll(EXPLAINED)) {
    if (acronym === undefined || seen.has(acronym)) continue;
    seen.add(acronym);
    const full = abbreviated(text.slice(Math.max(0, index - 120), index), acronym);
    if (full !== undefined) names.set(acronym, full);
  }
  return names;
}

/** The last words of `before` whose initials, small words left out, spell the acronym. */
function abbreviated(before: string, acronym: string): string | undefined {
  const words = before.trim().split(/\s+/);
  let k = words.length;
  for (let letter = acronym.length - 1; letter >= 0; letter--) {
    k--;
    while (k >= 0 && lexicon.acronymSmallWords.has(words[k]!.toLowerCase())) k--;
    if (k < 0 || words[k]![0]?.toUpperCase() !== acronym[letter]) return undefined;
  }
  return words.slice(k).join(' ');
}
