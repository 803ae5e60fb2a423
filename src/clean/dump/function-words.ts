/** Small words that prose is full of and menus are not. */
import { fromLanguages } from '../../languages/languages.ts';

const lists = fromLanguages(
  (languages) =>
    new Map(
      languages.flatMap(({ code, functionWords: words }) => (words === undefined ? [] : [[code, new Set(words.split(' '))] as const])),
    ),
);

/** A page with fewer prose words than this cannot show its own function words. */
const MIN_PROSE_WORDS = 150;
const PAGE_TOP = 40;

/** The list of the language; without one, the page's own most frequent words in its long lines. */
export function functionWords(language: string, lines: readonly (readonly string[])[]): ReadonlySet<string> {
  const known = lists().get(language);
  if (known !== undefined) {
    return known;
  }
  const counts = new Map<string, number>();
  let total = 0;
  for (const line of lines) {
    if (line.length < 12) {
      continue;
    }
    for (const word of line) {
      const lower = word.toLowerCase();
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
      total++;
    }
  }
  if (total < MIN_PROSE_WORDS) {
    return lists().get('en') ?? new Set();
  }
  return new Set(
    [...counts]
      .filter(([, count]) => count > 1)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, PAGE_TOP)
      .map(([word]) => word),
  );
}
