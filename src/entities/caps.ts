/** The capitals of a word, as one of seven kinds. */
export const CAPS = { small: 0, initial: 1, all: 2, mixed: 3, number: 4, mark: 5, single: 6 } as const;

/** How a word uses capitals. */
export function capsOf(word: string): number {
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return CAPS.number;
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return /\p{L}/u.test(word) ? CAPS.small : CAPS.mark;
  if (word === lower) return CAPS.small;
  if (word === upper) return word.length === 1 || (word.length === 2 && word[1] === '.') ? CAPS.single : CAPS.all;
  return word[0] !== lower[0] && word.slice(1) === lower.slice(1) ? CAPS.initial : CAPS.mixed;
}

/** A word under a capital: it may belong to a name. */
export const isLarge = (form: { readonly caps: number } | undefined): boolean =>
  form !== undefined && (form.caps === CAPS.initial || form.caps === CAPS.all || form.caps === CAPS.mixed || form.caps === CAPS.single);
