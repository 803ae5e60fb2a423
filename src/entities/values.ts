/**
 * Dates, amounts of money and percentages with a normal form. A closed grammar over the tokens of a news text, not a date library: chrono-node
 * needs about 0.3 ms a phrase, as long as tagging a paragraph. Relative days ("on Monday", "yesterday") need the day of publication and are left
 * out without it; "Monday" is the last one on or before that day, "next Monday" the first one after it.
 */
import type { ArticleDate, TypedValue } from '../article.ts';
import { languageOf } from '../languages/languages.ts';
import type { Tokens } from './tokens.ts';

/** The grammar is that of English. */
const english = languageOf('en');
const full = (names: readonly (readonly string[])[] | undefined): string[] => (names ?? []).flatMap(([name]) => name ?? []);
const MONTHS = full(english?.dates?.months);
const WEEK = full(english?.dates?.weekdays);
/** From Sunday, as Date counts. */
const WEEKDAYS = [...WEEK.slice(-1), ...WEEK.slice(0, -1)];
const DAY_MS = 86_400_000;

const CURRENCY: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  '₺': 'TRY',
  '₦': 'NGN',
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  rupee: 'INR',
  rupees: 'INR',
  rouble: 'RUB',
  roubles: 'RUB',
  ruble: 'RUB',
  rubles: 'RUB',
  hryvnia: 'UAH',
  hryvnias: 'UAH',
  rs: 'INR',
  won: 'KRW',
  naira: 'NGN',
  rand: 'ZAR',
  zloty: 'PLN',
  shekels: 'ILS',
  baht: 'THB',
  ringgit: 'MYR',
  reais: 'BRL',
  taka: 'BDT',
  forints: 'HUF',
};
/** What stands before a dollar sign without a space. */
const DOLLAR: Readonly<Record<string, string>> = {
  US: 'USD',
  'U.S.': 'USD',
  A: 'AUD',
  AU: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  S: 'SGD',
  NT: 'TWD',
  R: 'BRL',
  MX: 'MXN',
};
/** "100 Swiss francs": the country decides. */
const NATIONAL: Readonly<Record<string, string>> = {
  'australian dollars': 'AUD',
  'canadian dollars': 'CAD',
  'zealand dollars': 'NZD',
  'kong dollars': 'HKD',
  'singapore dollars': 'SGD',
  'taiwan dollars': 'TWD',
  'us dollars': 'USD',
  'swiss francs': 'CHF',
  'swedish kronor': 'SEK',
  'norwegian kroner': 'NOK',
  'danish kroner': 'DKK',
  'turkish lira': 'TRY',
  'mexican pesos': 'MXN',
  'argentine pesos': 'ARS',
  'philippine pesos': 'PHP',
  'indian rupees': 'INR',
  'pakistani rupees': 'PKR',
  'egyptian pounds': 'EGP',
  'saudi riyals': 'SAR',
};
const ISO_CODE =
  /^(?:USD|EUR|GBP|JPY|CNY|INR|RUB|UAH|CHF|AUD|CAD|NZD|SEK|NOK|DKK|PLN|TRY|ZAR|BRL|MXN|KRW|HKD|SGD|ILS|THB|MYR|PKR|EGP|SAR|AED|TWD|HUF|CZK|RON|NGN)$/;
const SCALE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  lakh: 1e5,
  crore: 1e7,
};

const two = (value: number): string => String(value).padStart(2, '0');

function monthOf(word: string | undefined): number {
  if (word === undefined || !/^[A-Z]/.test(word)) return 0;
  const plain = word.toLowerCase().replace('.', '');
  if (plain.length < 3) return 0;
  return MONTHS.findIndex((month) => month === plain || (plain.length <= 4 && month.startsWith(plain))) + 1;
}
const dayOf = (word: string | undefined): number => {
  const match = word === undefined ? null : /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const day = match === null ? 0 : Number(match[1]);
  return day >= 1 && day <= 31 ? day : 0;
};
const yearOf = (word: string | undefined): number => (word !== undefined && /^(?:1[5-9]|20)\d\d$/.test(word) ? Number(word) : 0);

interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: TypedValue['kind'];
  readonly value: string;
}

export function findValues(text: string, tokens: Tokens, publishedAt: ArticleDate | undefined): TypedValue[] {
  const anchor = publishedAt === undefined ? undefined : anchorOf(publishedAt.value);
  const values: TypedValue[] = [];
  let index = 0;
  while (index < tokens.count) {
    const found = mayBegin(tokens.words[index] ?? '') ? (dateAt(tokens, index, anchor) ?? amountAt(tokens, index)) : undefined;
    if (found === undefined) {
      index++;
      continue;
    }
    const lower = found.kind === 'date' ? undefined : lowerEnd(tokens, found);
    if (lower !== undefined) {
      // "$5 to $6 billion": the first was read without its scale
      if ((values.at(-1)?.span[1] ?? 0) > (tokens.start[lower.from] ?? 0)) {
        const before = values.pop();
        if (before !== undefined) values.push(before.kind === lower.kind ? { ...before, value: lower.value } : before);
      } else values.push(written(text, tokens, lower));
    }
    values.push(written(text, tokens, found));
    index = found.to;
  }
  return values;
}

function written(text: string, tokens: Tokens, { from, to, kind, value }: Found): TypedValue {
  const span: [number, number] = [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];
  return { span, text: text.slice(...span), kind, value };
}

/**
 * The lower end of a span of amounts, in the currency of the upper end and, where it is the smaller number, with its scale: "5" in "between 5 and 6 million
 * euros", "$5" in "$5 to $6 billion", "5 million" in "5 million to 6 million euros"; "$500" in "$500 to $1 million" keeps its own.
 */
function lowerEnd(tokens: Tokens, upper: Found): Found | undefined {
  const { words } = tokens;
  const link = words[upper.from - 1] ?? '';
  if (!/^(?:to|and|or|–)$/.test(link)) return undefined;
  const end = upper.from - 1;
  const first = [end - 2, end - 1].find((at) => at >= 0 && numberAt(tokens, at)?.to === end);
  const number = first === undefined ? undefined : numberAt(tokens, first);
  if (first === undefined || number === undefined) return undefined;
  const sign = CURRENCY[words[first - 1] ?? ''] === undefined ? 0 : 1;
  if (link === 'and' && !/^between$/i.test(words[first - 1 - sign] ?? '')) return undefined;
  const hasScale = first === end - 2 || /\D$/.test(words[first] ?? '');
  const plain = words
    .slice(upper.from, upper.to)
    .map((word) => Number(word.replaceAll(',', '').replace(/\p{L}+$/u, '')))
    .find((each) => each > 0);
  const [currency = '', amount = upper.value] = upper.value.includes(' ') ? upper.value.split(' ') : ['', upper.value];
  if (sign === 1 && CURRENCY[words[first - 1] ?? ''] !== currency) return undefined;
  if (plain === undefined || (!hasScale && Number(number.value) >= plain)) return undefined;
  const value = hasScale ? number.value : trimmed((Number(number.value) * Number(amount)) / plain);
  return { from: first - sign, to: end, kind: upper.kind, value: currency === '' ? value : `${currency} ${value}` };
}

/** Digits, signs, capitals, and the t or y of today, tomorrow, yesterday: all that can open a value. */
function mayBegin(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 0x61 ? first >= 0x24 : first === 0x74 || first === 0x79 || first > 0x7a;
}

/** Midnight UTC of the calendar day that the date names in its own time zone. */
function anchorOf(value: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
  return match === null ? undefined : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

function dateAt(tokens: Tokens, index: number, anchor: number | undefined): Found | undefined {
  const { words } = tokens;
  const word = words[index] ?? '';
  const iso = /^((?:1[5-9]|20)\d\d)-(\d\d)-(\d\d)$/.exec(word);
  if (iso !== null) return calendarDay(index, index + 1, Number(iso[1]), Number(iso[2]), Number(iso[3]), anchor);
  const day = dayOf(word);
  if (day > 0) {
    // 17 March 2022, 17 March, 4th of July
    const at = words[index + 1] === 'of' && /\D$/.test(word) ? index + 2 : index + 1;
    const month = monthOf(words[at]);
    if (month === 0) return undefined;
    const year = yearOf(words[at + (words[at + 1] === ',' ? 2 : 1)]);
    const to = year === 0 ? at + 1 : at + (words[at + 1] === ',' ? 3 : 2);
    return calendarDay(index, to, year, month, day, anchor);
  }
  const month = monthOf(word);
  if (month > 0) {
    // March 17, 2022; March 17; March 2022. "May" alone and "March" the walk are not dates
    const next = dayOf(words[index + 1]);
    if (next > 0 && countsPeople(words, index)) return undefined;
    if (next > 0) {
      const year = yearOf(words[index + (words[index + 2] === ',' ? 3 : 2)]);
      const to = year === 0 ? index + 2 : index + (words[index + 2] === ',' ? 4 : 3);
      return calendarDay(index, to, year, month, next, anchor);
    }
    const year = yearOf(words[index + 1]);
    // "29 February 2023" does not exist
    if (dayOf(words[index - 1]) > 0) return undefined;
    return year === 0 ? undefined : { from: index, to: index + 2, kind: 'date', value: `${year}-${two(month)}` };
  }
  if (anchor === undefined) return undefined;
  const lower = word.toLowerCase();
  const relative = lower === 'yesterday' ? -1 : lower === 'today' ? 0 : lower === 'tomorrow' ? 1 : undefined;
  if (relative !== undefined) return { from: index, to: index + 1, kind: 'date', value: isoDay(anchor + relative * DAY_MS) };
  const weekday = /^[A-Z]/.test(word) ? WEEKDAYS.indexOf(lower) : -1;
  if (
    weekday < 0 ||
    NAMED_DAY.test(words[index - 1] ?? '') ||
    /^(?:Times|Mirror|Express|Mail|Telegraph|Herald|Post|Mass)$/.test(words[index + 1] ?? '')
  )
    return undefined;
  const dated = weekdayWithDate(tokens, index, weekday, anchor);
  if (dated !== undefined) return dated;
  return { from: index, to: index + 1, kind: 'date', value: isoDay(anchor + daysTo(tokens, index, weekday, anchor) * DAY_MS) };
}

/** "In March 5 people died": the number belongs to what follows; not "On March 5 people gathered", "in March 5, 2024". */
function countsPeople(words: readonly string[], month: number): boolean {
  const before = (words[month - 1] ?? '').toLowerCase();
  const next = words[month + 2] ?? '';
  if (/^(?:in|during)$/.test(before)) return /^\p{Ll}{3,}$/u.test(next);
  return COUNTED.test(next) && !/^(?:on|by|since|until|till|from|to|of|after|before|,)$/.test(before);
}
const COUNTED =
  /^(?:people|persons|men|women|children|soldiers|civilians|policemen|officers|protesters|passengers|students|workers|prisoners|patients|migrants|others)$/;

/** "Black Friday" is a day of its own. */
const NAMED_DAY = /^(?:Black|Cyber|Giving|Super|Good|Ash|Palm|Easter|Shrove|Maundy|Holy|Whit|Fat|Bloody)$/;

/** "Sunday, 3 May 2026", "Tuesday 5 May", "Tuesday, May 5": one date; without a year, the one in which the day is that weekday. */
function weekdayWithDate(tokens: Tokens, index: number, weekday: number, anchor: number): Found | undefined {
  const next = tokens.words[index + 1] === ',' ? index + 2 : index + 1;
  if (dayOf(tokens.words[next]) === 0 && monthOf(tokens.words[next]) === 0) return undefined;
  const date = dateAt(tokens, next, anchor);
  if (date === undefined || date.value.length < 10) return undefined;
  const [year = 0, month = 1, day = 1] = date.value.split('-').map(Number);
  const own = new Date(anchor).getUTCFullYear();
  const fits = [year, own, own - 1, own + 1].find((each) => new Date(Date.UTC(each, month - 1, day)).getUTCDay() === weekday);
  const hasYear = yearOf(tokens.words[date.to - 1]) !== 0;
  return { ...date, from: index, value: hasYear || fits === undefined ? date.value : `${fits}${date.value.slice(4)}` };
}

/** Days from publication to the weekday meant: the last one, unless the words around it point ahead or to another week. */
function daysTo(tokens: Tokens, index: number, weekday: number, anchor: number): number {
  const { words } = tokens;
  const today = new Date(anchor).getUTCDay();
  const back = (today - weekday + 7) % 7;
  const ahead = back === 0 ? 0 : 7 - back;
  if (words[index + 2] === 'week' && /^(?:last|next)$/.test(words[index + 1] ?? '')) {
    // weeks begin on Monday
    const inWeek = ((weekday + 6) % 7) - ((today + 6) % 7);
    return inWeek + (words[index + 1] === 'last' ? -7 : 7);
  }
  const before = (words[index - 1] ?? '').toLowerCase();
  if (before === 'next' || before === 'coming') return 7 - back;
  if (before === 'last') return back === 0 ? -7 : -back;
  return before === 'this' || pointsAhead(tokens, index) ? ahead : -back;
}

/** "will vote on Friday", "is due to reopen on Monday"; not "will leave, he said on Monday". */
function pointsAhead({ words, opensSentence }: Tokens, index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at <= 12; at--) {
    const word = words[at] ?? '';
    if (/^(?:will|shall|due|scheduled|slated|expected)$/.test(word)) return true;
    if (/^(?:said|says|told|announced|reported|wrote|tweeted|was|were|had|did|has|have|after|since)$/.test(word) || opensSentence[at] === 1)
      return false;
  }
  return false;
}

/** Without a year: the one that puts the day nearest to publication. */
function calendarDay(from: number, to: number, year: number, month: number, day: number, anchor: number | undefined): Found | undefined {
  let chosen = year;
  if (chosen === 0) {
    if (anchor === undefined) return undefined;
    const own = new Date(anchor).getUTCFullYear();
    chosen = [own - 1, own, own + 1].reduce((best, candidate) =>
      Math.abs(Date.UTC(candidate, month - 1, day) - anchor) < Math.abs(Date.UTC(best, month - 1, day) - anchor) ? candidate : best,
    );
  }
  const time = new Date(Date.UTC(chosen, month - 1, day));
  // 31 April does not exist
  if (time.getUTCMonth() !== month - 1) return undefined;
  return { from, to, kind: 'date', value: isoDay(time.getTime()) };
}

function amountAt(tokens: Tokens, index: number): Found | undefined {
  const { words } = tokens;
  const word = words[index] ?? '';
  const sign = CURRENCY[word.toLowerCase()];
  if (sign !== undefined && /[^\p{L}]$/u.test(word)) {
    const number = numberAt(tokens, index + 1);
    // "US" + "$" are two tokens
    const prefix = word === '$' && tokens.end[index - 1] === tokens.start[index] ? DOLLAR[words[index - 1] ?? ''] : undefined;
    const from = prefix === undefined ? index : index - 1;
    return number === undefined ? undefined : { from, to: number.to, kind: 'money', value: `${prefix ?? sign} ${number.value}` };
  }
  if (ISO_CODE.test(word) || /^Rs\.?$/.test(word)) {
    const at = word === 'Rs' && words[index + 1] === '.' ? index + 2 : index + 1;
    const number = numberAt(tokens, at);
    const code = word.startsWith('Rs') ? 'INR' : word;
    return number === undefined ? undefined : { from: index, to: number.to, kind: 'money', value: `${code} ${number.value}` };
  }
  const number = numberAt(tokens, index);
  if (number === undefined) return undefined;
  const next = (words[number.to] ?? '').toLowerCase();
  if (next === '%' || next === 'percent' || next === 'pct') return { from: index, to: number.to + 1, kind: 'percent', value: number.value };
  if (next === 'per' && (words[number.to + 1] ?? '').toLowerCase() === 'cent')
    return { from: index, to: number.to + 2, kind: 'percent', value: number.value };
  const national = NATIONAL[`${next} ${(words[number.to + 1] ?? '').toLowerCase()}`];
  if (national !== undefined) return { from: index, to: number.to + 2, kind: 'money', value: `${national} ${number.value}` };
  const currency = next === 'rs' ? undefined : (CURRENCY[next] ?? (ISO_CODE.test(words[number.to] ?? '') ? words[number.to] : undefined));
  if (currency === undefined || (/^(?:pounds|won|rand)$/.test(next) && number.value.length < 4)) return undefined;
  return { from: index, to: number.to + 1, kind: 'money', value: `${currency} ${number.value}` };
}

/** "1,500", "1.5 million", "20bn". */
function numberAt(tokens: Tokens, index: number): { to: number; value: string } | undefined {
  // "10 000" is not read, so "000 euros" may not be either
  if (tokens.words[index - 1] === '.' && tokens.end[index - 1] === tokens.start[index]) return undefined;
  if (/^\d{3}$/.test(tokens.words[index] ?? '') && /^\d{1,3}$/.test(tokens.words[index - 1] ?? '')) return undefined;
  const match = /^(\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,12})(\.\d{1,6})?(k|m|mn|b|bn|tn)?$/i.exec(tokens.words[index] ?? '');
  if (match === null) return undefined;
  const plain = Number(`${(match[1] ?? '').replaceAll(',', '')}${match[2] ?? ''}`);
  const glued = SCALE[(match[3] ?? '').toLowerCase()];
  if (glued !== undefined) return { to: index + 1, value: trimmed(plain * glued) };
  const word = (tokens.words[index + 1] ?? '').toLowerCase();
  const scale = word.length > 1 ? SCALE[word] : undefined;
  return scale === undefined ? { to: index + 1, value: trimmed(plain) } : { to: index + 2, value: trimmed(plain * scale) };
}

/** No float dust: 1.1 * 1e9 is 1100000000. */
const trimmed = (value: number): string => String(Number(value.toPrecision(15)));
