/** When two written names are one name: transliteration, initials, short forms of first names, small misspellings. Works on folded names. */

import { nameTables } from './name-tables.ts';

/**
 * One spelling for the usual romanisations: "zelenskyy", "zelenskiy", "zelensky" -> "zelensky"; "qaddafi", "gaddafi", "kadafi" -> "kadafi".
 * Only for comparing; never shown.
 */
export function romanised(word: string): string {
  return remember(romanisations, word, romanise);
}

/** What was worked out for the words of the last texts. An article of many names asks for each some forty times. */
function remember<T>(held: Map<string, T>, key: string, work: (key: string) => T): T {
  if (readWith !== nameTables()) {
    // a language was added
    readWith = nameTables();
    romanisations.clear();
    names.clear();
  }
  const known = held.get(key);
  if (known !== undefined) return known;
  if (held.size >= MOST_HELD) held.clear();
  const made = work(key);
  held.set(key, made);
  return made;
}
const MOST_HELD = 50_000;
let readWith: unknown;
const romanisations = new Map<string, string>();
const names = new Map<string, PersonName>();

function romanise(word: string): string {
  return word
    .replace(/(?:yy|iy|yi|ii|ij)\b/g, 'y')
    .replace(/i$/, 'y')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/[qg](?=[ae]d)/g, 'k')
    .replace(/sch|sh/g, 's')
    .replace(/tch|ch|tsh/g, 'c')
    .replace(/zh/g, 'z')
    .replace(/dh/g, 'd')
    .replace(/ou|oo/g, 'u')
    .replace(/ei|ey/g, 'e')
    .replace(/(.)\1/g, '$1');
}

/** Edit distance (with swaps) is at most `limit`; O(length * limit). */
export function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1))
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return false;
    before = previous;
    previous = current;
  }
  return (previous[b.length] ?? 0) <= limit;
}

/** One word of a name against another: equal, the same romanised, or (six letters and more, same first letter) one slip apart. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || b.length < 4) return false;
  if (romanised(a) === romanised(b)) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 6 || a[0] !== b[0] || a.length > 40 || b.length > 40) return false;
  // a plural or a feminine ending is another name, not a slip: "Ivanov" / "Ivanova", "Roberts" / "Robert"
  if (a.startsWith(b) || b.startsWith(a)) return false;
  return isWithin(a, b, shorter >= 10 ? 2 : 1);
}

/** First names: equal, an initial of the other, or short forms of one name. */
export function isSameFirstName(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const { shortForms } = nameTables();
  const formOfA = shortForms.get(a);
  if (formOfA !== undefined && formOfA === shortForms.get(b)) return true;
  return isSameWord(a, b);
}

/** The words of a folded personal name without generation marks. */
export function nameWords(folded: string): string[] {
  const words = folded.split(' ').filter((word) => word !== '');
  const { generations } = nameTables();
  const kept = words.filter((word, index) => index === 0 || !generations.has(word));
  return kept.length === 0 ? words : kept;
}

function generationOf(folded: string): string {
  return folded
    .split(' ')
    .slice(1)
    .flatMap((word) => nameTables().generations.get(word) ?? [])
    .join(' ');
}

interface PersonName {
  readonly generation: string;
  /** Without particles inside. */
  readonly words: readonly string[];
}

function readName(folded: string): PersonName {
  return {
    generation: generationOf(folded),
    words: nameWords(folded).filter((word, index, all) => index === 0 || index === all.length - 1 || !nameTables().particles.has(word)),
  };
}

/** Whether two full names (two words or more) can be one person: "Donald J. Trump" / "Donald Trump"; not "Hunter Biden" / "Joe Biden". */
export function isSamePerson(a: string, b: string): boolean {
  if (a === b) return true;
  const { generation: generationA, words: one } = remember(names, a, readName);
  const { generation: generationB, words: two } = remember(names, b, readName);
  if (generationA !== '' && generationB !== '' && generationA !== generationB) return false;
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (short.length < 2) return false;
  if (short.length === long.length)
    return (
      isSameWord(short.at(-1) ?? '', long.at(-1) ?? '') &&
      short.every((word, index) =>
        index === short.length - 1 ? isSameWord(word, long[index] ?? '') : isSameFirstName(word, long[index] ?? ''),
      )
    );
  // the words of the shorter stand in the longer in the same order, the first one first
  if (!isSameFirstName(short[0] ?? '', long[0] ?? '')) return false;
  let at = 1;
  for (const word of short.slice(1)) {
    while (at < long.length && !isSameWord(word, long[at] ?? '')) at++;
    if (at >= long.length) return false;
    at++;
  }
  return true;
}
