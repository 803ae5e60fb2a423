/**
 * Publication dates: machine forms (ISO 8601, RFC 2822, epochs), dates in addresses, and dates written for people, in any language chrono knows.
 * Precision and time zone stay as written; nothing is guessed from today's date. Relative dates ("2 hours ago") are in relative-dates.ts.
 */
import * as chrono from 'chrono-node';
import type { ArticleDate, Span } from '../../article.ts';
import type { DateWords, Pattern, StampLabels } from '../../languages/date-words.ts';
import { dates as english } from '../../languages/en/dates.ts';
import type { Language } from '../../languages/language.ts';
import { fromLanguages, languageOf } from '../../languages/languages.ts';
import { anyOf } from '../../languages/patterns.ts';
import { findNamedDate } from './named-dates.ts';

export interface FoundDate {
  readonly date: ArticleDate;
  /** Place in the text that was searched. UTF-16. */
  readonly span: Span;
  /** What the words in front say: "Updated December 29" is modified, "Published …" is published. */
  readonly label?: 'published' | 'modified' | undefined;
}

export interface DateOptions {
  /** `from` of the result; "text" by default. */
  readonly from?: string | undefined;
  /** ISO 639-1 code, with a region where known ("en-GB"); decides month names and day/month order. */
  readonly language?: string | undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Years an article can come from: online news, archives of print, and a little ahead for embargoed copy. */
const isPlausibleYear = (year: number): boolean => year >= 1800 && year <= 2100;

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function zone(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  if (/^(?:z|utc|gmt)$/iu.test(text)) return 'Z';
  const parts = /^([+-])(\d{2}):?(\d{2})?$/u.exec(text);
  return parts === null ? '' : `${parts[1]}${parts[2]}:${parts[3] ?? '00'}`;
}

/** A time of day as written; `zone` is "", "Z" or "+01:00". */
interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | undefined;
  readonly zone: string;
}

const integer = (text: string | undefined): number => Number.parseInt(text ?? '', 10);

/** The clock of a matched machine form; none without an hour. */
const clockOf = (
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  offset: string | undefined,
): Clock | undefined =>
  hour === undefined
    ? undefined
    : { hour: integer(hour), minute: integer(minute), second: second === undefined ? undefined : integer(second), zone: zone(offset) };

/** Minutes east of Greenwich as "Z" or "+01:00". */
const offsetText = (minutes: number): string =>
  minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

const ISO =
  /^\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:(?:T|\s+|,\s*|\s*T\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s*\[[^\]]{1,40}\])?)?)?/iu;
const COMPACT = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?\s*$/u;
/** "Mon, 29 Dec 2025 14:05:00 GMT", "29 Dec 2025 14:05 +0100", "Mon Dec 29 14:05:00 EST 2025". */
const RFC =
  /^\s*(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|GMT|UTC|[+-]\d{4})?)?/iu;
const UNIX = /^\s*(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+([a-z]{2,4})\s+(\d{4})/iu;
/** Machine forms name months in English, in three letters (RFC 2822, §3.3). */
const MONTHS = english.months.map(([name = '']) => name.slice(0, 3));
/** 1 to 12, or 0 for an unknown name; of "Sept" and "September" the first three letters count. */
const monthNamed = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

function build(from: string, year: number, month?: number, day?: number, time?: Clock): ArticleDate | undefined {
  if (!isPlausibleYear(year)) return undefined;
  if (month === undefined) return { value: String(year), precision: 'year', from };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { value: `${year}-${two(month)}`, precision: 'month', from };
  if (day < 1 || day > daysIn(year, month)) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (time === undefined || time.hour > 23 || time.minute > 59 || (time.second ?? 0) > 59) return { value: date, precision: 'day', from };
  const offset = time.zone;
  const isMidnightFiller = time.hour === 0 && time.minute === 0 && (time.second ?? 0) === 0 && offset === '';
  if (isMidnightFiller) return { value: date, precision: 'day', from };
  const clock = `${two(time.hour)}:${two(time.minute)}`;
  return time.second === undefined
    ? { value: `${date}T${clock}${offset}`, precision: 'minute', from }
    : { value: `${date}T${clock}:${two(time.second)}${offset}`, precision: 'second', from };
}

/** "02-12-2025", "29.12.2025 14:05": with hyphens or stops and the year last, the day comes first (CLDR: nl, en-IN, de, …); with slashes nobody can tell. */
const DAY_FIRST = /^\s*(\d{1,2})([-.])(\d{1,2})\2((?:19|20)\d{2})(?:[T,\s]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*$/u;

/**
 * A date in a machine field (JSON-LD, meta, `datetime`). Undefined when it is none of ISO 8601, RFC 2822, compact digits or an epoch in s or ms.
 * A lone midnight with no zone is read as the day it stands for.
 */
export function parseMachineDate(value: string, from: string): ArticleDate | undefined {
  if (value.length > 120) return undefined;
  const iso = ISO.exec(value);
  if (iso !== null && !/^\s*\d{4}[/.-]\d{1,2}[/.-]?\d*[\p{L}]/u.test(value.replace(/T\d/u, ''))) {
    const [, year, month, day, hour, minute, second, offset] = iso;
    const time = clockOf(hour, minute, second, offset);
    return build(from, integer(year), integer(month), day === undefined ? undefined : integer(day), time);
  }
  const compact = COMPACT.exec(value);
  if (compact !== null) {
    const [, year, month, day, hour, minute, second, offset] = compact;
    const date = build(from, integer(year), integer(month), integer(day), clockOf(hour, minute, second, offset));
    if (date !== undefined) return date;
  }
  const epoch = /^\s*(\d{10}|\d{13})(?:\.\d+)?\s*$/u.exec(value);
  if (epoch?.[1] !== undefined) {
    const stamp = new Date(epoch[1].length === 10 ? Number(epoch[1]) * 1000 : Number(epoch[1])).toISOString();
    return isPlausibleYear(integer(stamp)) ? { value: stamp.replace(/\.\d+Z$/u, 'Z'), precision: 'second', from } : undefined;
  }
  const rfc = RFC.exec(value);
  if (rfc !== null) {
    const [, day, month, year, hour, minute, second, offset] = rfc;
    return build(from, integer(year), monthNamed(month), integer(day), clockOf(hour, minute, second, offset));
  }
  const unix = UNIX.exec(value);
  if (unix !== null) {
    const [, month, day, hour, minute, second, name, year] = unix;
    return build(from, integer(year), monthNamed(month), integer(day), clockOf(hour, minute, second, name));
  }
  const dayFirst = DAY_FIRST.exec(value);
  if (dayFirst !== null) {
    const [, day, , month, year, hour, minute, second] = dayFirst;
    const time = clockOf(hour, minute, second, undefined);
    return build(from, integer(year), integer(month), integer(day), time) ?? build(from, integer(year), integer(day), integer(month), time);
  }
  return undefined;
}

/** Names of months in a language that has no table of its own, as Intl knows them; those of English for an unknown code. */
function monthsByIntl(language: string): DateWords['months'] {
  const locale = Intl.DateTimeFormat.supportedLocalesOf(/^[a-z]{2}(?:-[a-z]{2})?$/u.test(language) ? language : 'en');
  const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => [names.format(Date.UTC(2000, at, 15)).toLowerCase()]);
}

/** "November 2003", "novembre 2003": a month and a year and nothing else, in English or in the language given. */
export function parseMonth(text: string, language: string | undefined, from: string): ArticleDate | undefined {
  const [, name, year] = /^\s*(\p{L}{3,12})\.?,?\s+((?:19|20)\d{2})\s*$/u.exec(text) ?? [];
  if (name === undefined) return undefined;
  const word = name.toLowerCase();
  const code = language?.toLowerCase() ?? 'en';
  const own = languageOf(code)?.dates?.months ?? monthsByIntl(code);
  const month = [own, english.months].map((months) => months.findIndex((names) => names.includes(word)) + 1).find((at) => at > 0);
  return month === undefined ? undefined : build(from, integer(year), month);
}

/** The date in an address: "/2025/12/29/", "/2025-12-29-", "/20251229"; "/2025/12/" gives the month. */
export function parseUrlDate(url: string): ArticleDate | undefined {
  const path =
    url
      .slice(0, 2000)
      .replace(/^[a-z]+:\/\/[^/]*/iu, '')
      .split(/[?#]/u)[0] ?? '';
  const full =
    /(?:^|[^\d])((?:19|20)\d{2})([/_-]?)(\d{2})\2(\d{2})(?=[^\d]|$)/u.exec(path) ??
    /(?:^|\/)((?:19|20)\d{2})(\/)(\d{1,2})\/(\d{1,2})(?=\/|$)/u.exec(path);
  if (full !== null) {
    const date = build('url', integer(full[1]), integer(full[3]), integer(full[4]));
    if (date !== undefined) return date;
  }
  const named = /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})(?=\/|$)/iu.exec(path);
  if (named !== null) {
    const month = monthNamed(named[2]);
    if (month > 0) return build('url', integer(named[1]), month, integer(named[3]));
  }
  const month = /\/((?:19|20)\d{2})\/(\d{2})(?=\/|$)/u.exec(path);
  return month === null ? undefined : build('url', integer(month[1]), integer(month[2]));
}

type Parser = Pick<typeof chrono.strict, 'parse'>;
const strictOf = (locale: { strict?: Parser; casual: Parser }): Parser => locale.strict ?? locale.casual;
const PARSERS: Readonly<Record<string, Parser>> = {
  en: chrono.en.strict,
  'en-gb': chrono.en.GB,
  de: strictOf(chrono.de),
  fr: strictOf(chrono.fr),
  es: strictOf(chrono.es),
  it: strictOf(chrono.it),
  pt: strictOf(chrono.pt),
  nl: strictOf(chrono.nl),
  ru: strictOf(chrono.ru),
  uk: strictOf(chrono.uk),
  sv: strictOf(chrono.sv),
  fi: strictOf(chrono.fi),
  ja: strictOf(chrono.ja),
  zh: strictOf(chrono.zh),
  vi: strictOf(chrono.vi),
};
/** Countries that write 12/29/2025; all others put the day first. */
const MONTH_FIRST = /^en(?:-us|-ph)?$/iu;

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;

/** Labels of dates in all languages; `modified` and `published` end where the date begins. */
interface Labels {
  readonly modified: RegExp;
  readonly published: RegExp;
  /** "3 Sept 2024 | Originally published": the label behind the date. Not "3 Sept 2024 by publishers". */
  readonly publishedBehind: RegExp;
}

const labels = fromLanguages((languages): Labels => {
  const any = (...picks: readonly ((words: StampLabels) => Pattern | undefined)[]): string =>
    anyOf(
      languages,
      ...picks.map(
        (pick) =>
          ({ dates }: Language) =>
            dates?.labels && pick(dates.labels),
      ),
    );
  const untilDate = `[^\\p{L}\\d]{0,4}(?:${any(({ preposition }) => preposition)}\\s*)?$`;
  return {
    modified: new RegExp(
      any(
        (words) => words.modified,
        (words) => words.modifiedNoun,
      ) + untilDate,
      'iu',
    ),
    published: new RegExp(
      any(
        (words) => words.published,
        (words) => words.publishedNoun,
      ) + untilDate,
      'iu',
    ),
    publishedBehind: new RegExp(`^\\s*[|:(–—-]?\\s*${any((words) => words.publishedBehind)}(?![\\p{L}\\p{N}_])`, 'iu'),
  };
});

/** "Published on 01/25/26": a year of two digits counts only behind a label. */
const SHORT_YEAR = /(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2(\d{2})(?![\d/])/gu;
const MAX_STAMP = 120;
/** Text looked at around a year: long enough for "Published 12:45 PM EST, Mon December 29, 2025", short enough to be cheap. UTF-16. */
const BEFORE = 60;
const AFTER = 40;
/** Years tried in one text; later ones are not a dateline or a stamp. */
const MAX_YEARS = 12;

function parsersFor(window: string, language: string | undefined): Parser[] {
  const code = language?.toLowerCase();
  const base = code?.split('-')[0];
  const own =
    code === undefined || base === undefined
      ? undefined
      : base === 'en' && !MONTH_FIRST.test(code)
        ? PARSERS['en-gb']
        : (PARSERS[code] ?? PARSERS[base]);
  if (own !== undefined) return own === PARSERS['en'] || base === 'en' ? [own] : [own, chrono.en.strict];
  if (/[年月日]/u.test(window)) return [strictOf(chrono.ja), strictOf(chrono.zh)];
  if (/\p{Script=Cyrillic}/u.test(window)) return [strictOf(chrono.ru), strictOf(chrono.uk)];
  return ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'fi'].flatMap((name) => PARSERS[name] ?? []);
}

/** chrono wants one; every result names its year and month, so that nothing counts from it. */
const REFERENCE = { instant: new Date('2000-01-01T00:00:00Z'), timezone: 0 };

function read(window: string, options: DateOptions): { date: ArticleDate; index: number; length: number } | undefined {
  const from = options.from ?? 'text';
  const machine = /(?<!\d)\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?(?!\d)/u.exec(window);
  if (machine !== null) {
    const date = parseMachineDate(machine[0], from);
    if (date !== undefined) return { date, index: machine.index, length: machine[0].length };
  }
  for (const parser of parsersFor(window, options.language)) {
    for (const result of parser.parse(window, REFERENCE)) {
      const { start } = result;
      if (!start.isCertain('year') || !start.isCertain('month')) continue;
      const value = (name: 'hour' | 'minute' | 'second' | 'timezoneOffset'): number | undefined =>
        start.isCertain(name) ? (start.get(name) ?? undefined) : undefined;
      const hour = value('hour');
      const offset = value('timezoneOffset');
      const time =
        hour === undefined
          ? undefined
          : { hour, minute: value('minute') ?? 0, second: value('second'), zone: offset === undefined ? '' : offsetText(offset) };
      const date = build(
        from,
        start.get('year') ?? 0,
        start.get('month') ?? 0,
        start.isCertain('day') ? (start.get('day') ?? undefined) : undefined,
        time,
      );
      if (date !== undefined) return { date, index: result.index, length: result.text.length };
    }
  }
  const named = findNamedDate(window);
  const date = named && build(from, named.year, named.month, named.day);
  return named && date && { date, index: named.index, length: named.length };
}

/**
 * Every full date (year named) in a text for people, in order, with the label in front of it. Meant for short lines; in long text the first dozen years are tried.
 * "Updated: 29 December 2025, 14:05 GMT" gives 2025-12-29T14:05Z, modified; "the class of 2025" gives nothing.
 */
export function findDates(text: string, options: DateOptions = {}): FoundDate[] {
  const found: FoundDate[] = [];
  let done = 0;
  let tried = 0;
  for (const year of text.matchAll(YEAR)) {
    if (year.index < done) continue;
    if (++tried > MAX_YEARS) break;
    const from = Math.max(done, year.index - BEFORE);
    const window = text.slice(from, year.index + year[0].length + AFTER);
    const result = read(window, options);
    if (result === undefined || result.date.precision === 'year') continue;
    const start = from + result.index;
    found.push({ date: result.date, span: [start, start + result.length], label: labelOf(text, start, start + result.length) });
    done = start + result.length;
  }
  return found.length > 0 || text.length > MAX_STAMP ? found : shortYears(text, options);
}

/** What the words in front of a date, or right behind it, say it is. */
function labelOf(text: string, start: number, end: number): FoundDate['label'] {
  const before = text.slice(Math.max(0, start - 30), start);
  const { modified, published, publishedBehind } = labels();
  if (modified.test(before)) return 'modified';
  return published.test(before) || publishedBehind.test(text.slice(end, end + 30)) ? 'published' : undefined;
}

/** Labelled dates with a year of two digits, in a short text. */
function shortYears(text: string, options: DateOptions): FoundDate[] {
  return [...text.matchAll(SHORT_YEAR)].flatMap((match) => {
    const end = match.index + match[0].length;
    const label = labelOf(text, match.index, end);
    const numbers = [integer(match[1]), integer(match[3])];
    const isMonthFirst = match[2] === '/' && MONTH_FIRST.test(options.language ?? 'en');
    const [month = 0, day = 0] = isMonthFirst ? numbers : numbers.toReversed();
    const from = options.from ?? 'text';
    const year = 2000 + integer(match[4]);
    const date = build(from, year, month, day) ?? build(from, year, day, month);
    return label === undefined || date === undefined ? [] : [{ date, span: [match.index, end] as const satisfies Span, label }];
  });
}

/** The date that a line is about: the first that is not marked as an update, else the first. Day precision or finer. */
export function findDate(text: string, options: DateOptions = {}): FoundDate | undefined {
  const exact = findDates(text, options).filter(({ date }) => date.precision !== 'month');
  return exact.find(({ label }) => label !== 'modified') ?? exact[0];
}

/** Strips the clock: the calendar day of a date, "2025-12-29"; shorter when the precision is coarser. */
export const dayOf = (date: ArticleDate): string => date.value.slice(0, 10);
