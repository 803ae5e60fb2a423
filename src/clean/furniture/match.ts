/** The families of furniture with the words of all languages: patterns and their prefilter are derived at the first use. */
import { fromLanguages } from '../../languages/languages.ts';
import type { Language } from '../../languages/language.ts';
import { FURNITURE, NETWORKS, type Furniture } from './families.ts';
import { foldCase, requiredText } from './required-text.ts';

/** Marks that dress a furniture line: "- Advertisement -", "*** READ MORE". */
const LEAD = String.raw`[\s\-–—*•·|[(>»→▶►#:]*`;
const TAIL = String.raw`[\s\-–—*•·|\])<«←:!…]*(?:\.\.\.)?$`;

interface Matcher {
  readonly family: Furniture;
  /** What begins at the start of a line, and what may stand anywhere in it. Apart, because the first fails at once. */
  readonly start: RegExp | undefined;
  readonly inner: RegExp | undefined;
  /** Texts, case-folded, of which every match of `inner` holds one; undefined when it is always tried. */
  readonly needs: readonly string[] | undefined;
  /** The bit of the family in the table of letters; 0 for none. */
  readonly bit: number;
}

const TABLE_BITS = 12;
const slot = (window: number): number => Math.imul(window, 0x9e3779b1) >>> (32 - TABLE_BITS);

interface Table {
  readonly matchers: readonly Matcher[];
  /** Bits of families at the slot of three letters that one of their texts holds, and at the code of a short text's first letter. */
  readonly windows: Uint32Array;
  readonly signs: Uint32Array;
}

/** Common letters first: the three letters of a text that are looked for are its rarest. */
const BY_FREQUENCY = ' etaoinsrhldcumfpgwybvkjxqz';
const rarity = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum + (BY_FREQUENCY.includes(letter) ? BY_FREQUENCY.indexOf(letter) : 29), 0);

function compile(languages: readonly Language[]): Table {
  const rules = new Set<string>(FURNITURE.map(({ rule }) => rule));
  for (const { code, furniture } of languages) {
    const unknown = Object.keys(furniture ?? {}).find((rule) => !rules.has(rule));
    if (unknown !== undefined) throw new Error(`language ${code}: no family of furniture has the rule ${unknown}`);
  }
  const windows = new Uint32Array(1 << TABLE_BITS);
  const signs = new Uint32Array(256);
  let bits = 0;
  const matchers = FURNITURE.map((family): Matcher => {
    const { whole, opening, start, inner } = sources(family, languages);
    const begin = [
      ...(whole.length === 0 ? [] : [`${LEAD}(?:${whole.join('|')})${TAIL}`]),
      ...(opening.length === 0 ? [] : [`${LEAD}(?:${opening.join('|')})`]),
      ...start,
    ];
    const flags = family.exactCase === true ? 'u' : 'iu';
    const innerSource = inner.join('|');
    const needs = inner.length === 0 ? undefined : requiredText(innerSource);
    const bit = needs === undefined ? 0 : 2 ** (bits++ % 31);
    for (const text of needs ?? []) {
      if (text.length < 3) {
        const at = text.charCodeAt(0) & 255;
        signs[at] = (signs[at] ?? 0) | bit;
        continue;
      }
      const triples = Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3));
      const rarest = triples.reduce((a, b) => (rarity(b) > rarity(a) ? b : a));
      let code = 0;
      for (let at = 0; at < 3; at++) code = ((code << 8) | (rarest.charCodeAt(at) & 255)) & 0xffffff;
      windows[slot(code)] = (windows[slot(code)] ?? 0) | bit;
    }
    return {
      family,
      start: begin.length === 0 ? undefined : new RegExp(begin.map((source) => `^(?:${source})`).join('|'), flags),
      inner: inner.length === 0 ? undefined : new RegExp(innerSource, flags),
      needs,
      bit,
    };
  });
  return { matchers, windows, signs };
}

/** The alternatives of a family in all languages, words put in their places. */
function sources(family: Furniture, languages: readonly Language[]): Record<'whole' | 'opening' | 'start' | 'inner', string[]> {
  const parts = languages.flatMap(({ furniture }) => furniture?.[family.rule] ?? []);
  const fill = (source: string): string =>
    source.replace(/<([a-zA-Z]+)>/gu, (_, name: string) => {
      const words = name === 'networks' ? [NETWORKS] : [...new Set(parts.flatMap((part) => part.words?.[name] ?? []))];
      // without a word the place matches nothing
      return words.length === 0 ? '(?!)' : `(?:${words.join('|')})`;
    });
  const list = (kind: 'whole' | 'opening' | 'start' | 'inner'): string[] => [
    ...new Set([...(family[kind] ?? []), ...parts.flatMap((part) => part[kind] ?? [])].map(fill)),
  ];
  return { whole: list('whole'), opening: list('opening'), start: list('start'), inner: list('inner') };
}

const table = fromLanguages(compile);

/** The families whose inner patterns may match a case-folded text: a bit each, more rather than less. One pass over the text. */
function mayHold(folded: string, { windows, signs }: Table): number {
  let window = 0;
  let families = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at) & 255;
    window = ((window << 8) | code) & 0xffffff;
    families |= (windows[slot(window)] ?? 0) | (signs[code] ?? 0);
  }
  return families;
}

/** A longer line, in UTF-16 units, is no furniture. */
const MAX_PATTERN_CHARS = 600;

/** The first family a line belongs to, looking only at the line itself. `words` is its word count. */
export function matchFurniture(text: string, words: number): Furniture | undefined {
  if (text.length > MAX_PATTERN_CHARS) return undefined;
  const derived = table();
  const folded = foldCase(text);
  const families = mayHold(folded, derived);
  return derived.matchers.find(
    ({ family, start, inner, needs, bit }) =>
      words <= family.maxWords &&
      (start?.test(text) === true ||
        (inner !== undefined &&
          (needs === undefined || ((families & bit) !== 0 && needs.some((need) => folded.includes(need)))) &&
          inner.test(text))),
  )?.family;
}
