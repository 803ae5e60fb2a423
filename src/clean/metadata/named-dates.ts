/**
 * Full dates of languages that chrono does not know, by the month names of src/languages: "29 decembro 2025", "decembro 29, 2025", "2025. decembro 29.".
 * Day precision: a clock behind the date is not read.
 */
import type { Language } from '../../languages/language.ts';
import { fromLanguages } from '../../languages/languages.ts';

export interface NamedDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Place in the text. UTF-16 units. */
  readonly index: number;
  readonly length: number;
}

interface MonthTable {
  readonly numbers: ReadonlyMap<string, number>;
  /** Groups day, month, year, once for each order. */
  readonly pattern: RegExp;
}

const escape = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

function tableOf(languages: readonly Language[]): MonthTable | undefined {
  const numbers = new Map<string, number>();
  for (const { dates } of languages)
    for (const [at, names] of dates?.months.entries() ?? []) for (const name of names) if (!numbers.has(name)) numbers.set(name, at + 1);
  if (numbers.size === 0) return undefined;
  const month = [...numbers.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|');
  const day = String.raw`(?<!\d)(\d{1,2})`;
  const year = String.raw`((?:19|20)\d{2})(?!\d)`;
  return {
    numbers,
    pattern: new RegExp(
      String.raw`${day}\.?\s+(${month})(?!\p{L})\.?,?\s+${year}|(?<!\p{L})(${month})(?!\p{L})\.?\s+(\d{1,2})\.?,?\s+${year}|(?<!\d)${year}\.?\s+(${month})(?!\p{L})\.?\s+(\d{1,2})(?!\d)`,
      'iu',
    ),
  };
}

const table = fromLanguages((languages) => tableOf(languages.filter(({ dates }) => dates?.isReadByTable === true)));

/** The first full date with a month name of a language that asks for it (`isReadByTable`). */
export function findNamedDate(text: string): NamedDate | undefined {
  const months = table();
  const match = months?.pattern.exec(text);
  if (months === undefined || match === null || match === undefined) return undefined;
  const [all, dayFirst, monthSecond, yearLast, monthFirst, daySecond, yearThird, yearFirst, monthInside, dayLast] = match;
  const month = months.numbers.get((monthSecond ?? monthFirst ?? monthInside ?? '').toLowerCase()) ?? 0;
  return {
    year: Number(yearLast ?? yearThird ?? yearFirst),
    month,
    day: Number(dayFirst ?? daySecond ?? dayLast),
    index: match.index,
    length: all.length,
  };
}
