/**
 * Texts of which every match of a pattern holds one: what makes a cheap prefilter (R. Cox, Regular Expression Matching with a Trigram Index, 2012).
 * Errs on the side of "unknown", which is `undefined`. Texts are case-folded with `foldCase`.
 */

/** Letters whose lower case is not what the `i` flag with `u` compares: long s, final sigma and the like. */
const ODD = /[ıſςµϐϑϕϖϰϱϵẛ\u{1fbe}\u{1c80}-\u{1c88}]|\u{345}/u;

const ODD_ALL = new RegExp(ODD, 'gu');

/** Lower case such that texts that match with the flags `iu` are the same. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (!ODD.test(lower)) return lower;
  return lower.replace(ODD_ALL, (letter) => letter.toUpperCase().toLowerCase());
}

interface Part {
  /** All texts that it matches, when they are few. */
  readonly exact: readonly string[] | undefined;
  /** One of these is in every match. */
  readonly need: readonly string[] | undefined;
}
const UNKNOWN: Part = { exact: undefined, need: undefined };
const EMPTY: Part = { exact: [''], need: undefined };
const MAX_EXACT = 24;

const LETTERS = ' etaoinsrhldcumfpgwybvkjxqz';
const chance = (text: string): number =>
  Array.from(text).reduce((product, letter) => product * (LETTERS.includes(letter) ? 0.15 / (1 + LETTERS.indexOf(letter)) : 0.003), 1);
/** How often one of the texts is expected at a place, and what looking for them costs. */
const cost = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + chance(text) + 1e-6, 0);
const better = (a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined =>
  a === undefined ? b : b === undefined || cost(a) <= cost(b) ? a : b;
const useful = (exact: readonly string[] | undefined): readonly string[] | undefined =>
  exact === undefined || exact.some((text) => text === '')
    ? undefined
    : exact.filter((text, at) => !exact.some((other, k) => (text === other ? k < at : text.includes(other))));
const needOf = (part: Part): readonly string[] | undefined => better(useful(part.exact), part.need);

/** Every match of the source holds one of these texts; undefined where that cannot be told. */
export function requiredText(source: string): readonly string[] | undefined {
  let at = 0;
  const alternation = (): Part => {
    const parts = [sequence()];
    while (source[at] === '|') {
      at++;
      parts.push(sequence());
    }
    const [first] = parts;
    if (parts.length === 1 && first !== undefined) return first;
    const exact = parts.every((part) => part.exact !== undefined) ? parts.flatMap((part) => part.exact ?? []) : undefined;
    const needs = parts.map(needOf);
    const need = needs.every((texts) => texts !== undefined) ? useful(needs.flatMap((texts) => texts ?? [])) : undefined;
    return { exact: exact !== undefined && exact.length <= MAX_EXACT ? exact : undefined, need };
  };
  const sequence = (): Part => {
    let run: readonly string[] = [''];
    let need: readonly string[] | undefined;
    let isExact = true;
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = quantified(atom());
      need = better(need, part.need);
      const { exact } = part;
      if (exact !== undefined && run.length * exact.length <= MAX_EXACT) {
        run = run.flatMap((head) => exact.map((tail) => head + tail));
        continue;
      }
      isExact = false;
      need = better(need, useful(run));
      run = exact ?? [''];
    }
    return { exact: isExact ? run : undefined, need: isExact ? need : better(need, useful(run)) };
  };
  const quantified = (part: Part): Part => {
    const found = /^(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(source.slice(at, at + 20));
    if (found === null) return part;
    at += found[0].length;
    if (found[1] === '?') return { exact: part.exact === undefined ? undefined : ['', ...part.exact], need: undefined };
    const least = found[1] === '*' ? 0 : found[1] === '+' ? 1 : Number(found[2]);
    return least === 0 ? UNKNOWN : { exact: undefined, need: needOf(part) };
  };
  const atom = (): Part => {
    const sign = source[at++] ?? '';
    if (sign === '(') {
      const isLook = /^\?<?[=!]/u.exec(source.slice(at, at + 3));
      at += isLook?.[0].length ?? (source.startsWith('?:', at) ? 2 : 0);
      const inside = alternation();
      at++;
      return isLook === null ? inside : EMPTY;
    }
    if (sign === '[') {
      const end = classEnd(source, at);
      const inside = source.slice(at, end);
      at = end + 1;
      const isPlain = !/^\^|\\|.-./u.test(inside) && Array.from(inside).length <= 4;
      return isPlain ? { exact: Array.from(inside, foldCase), need: undefined } : UNKNOWN;
    }
    if (sign === '^' || sign === '$') return EMPTY;
    if (sign === '.') return UNKNOWN;
    if (sign !== '\\') return { exact: [foldCase(sign)], need: undefined };
    const escaped = source[at++] ?? '';
    if (escaped === 'b' || escaped === 'B') return EMPTY;
    if (escaped === 'p' || escaped === 'P') {
      at = source.indexOf('}', at) + 1;
      return UNKNOWN;
    }
    return /[\p{L}\p{N}]/u.test(escaped) ? UNKNOWN : { exact: [escaped], need: undefined };
  };
  const whole = needOf(alternation());
  return at === source.length ? whole : undefined;
}

function classEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === ']') return at;
  }
  return source.length;
}
