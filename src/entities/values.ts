/**
 * Dates, amounts of money and percentages with a normal form. A closed grammar over the tokens of a news text, not a date library: chrono-node
 * needs about 0.3 ms a phrase, as long as tagging a paragraph. Relative days ("on Monday", "yesterday") need the day of publication and are left
 * out without it; "Monday" is the last one on or before that day, "next Monday" the first one after it.
 */
import type { ArticleDate, TypedValue } from '../article.ts';
import type { Tokens } from './tokens.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
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
};
const ISO_CODE = /^(?:USD|EUR|GBP|JPY|CNY|INR|RUB|UAH|CHF|AUD|CAD|NZD|SEK|NOK|DKK|PLN|TRY|ZAR|BRL|MXN|KRW|HKD|SGD)$/;
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
    const start = tokens.start[found.from] ?? 0;
    const end = tokens.end[found.to - 1] ?? 0;
    values.push({ span: [start, end], text: text.slice(start, end), kind: found.kind, value: found.value });
    index = found.to;
  }
  return values;
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
  const day = dayOf(word);
  if (day > 0) {
    // 17 March 2022, 17 March
    const month = monthOf(words[index + 1]);
    if (month === 0) return undefined;
    const year = yearOf(words[index + (words[index + 2] === ',' ? 3 : 2)]);
    const to = year === 0 ? index + 2 : index + (words[index + 2] === ',' ? 4 : 3);
    return calendarDay(index, to, year, month, day, anchor);
  }
  const month = monthOf(word);
  if (month > 0) {
    // March 17, 2022; March 17; March 2022. "May" alone and "March" the walk are not dates
    const next = dayOf(words[index + 1]);
    if (next > 0) {
      const year = yearOf(words[index + (words[index + 2] === ',' ? 3 : 2)]);
      const to = year === 0 ? index + 2 : index + (words[index + 2] === ',' ? 4 : 3);
      return calendarDay(index, to, year, month, next, anchor);
    }
    const year = yearOf(words[index + 1]);
    return year === 0 ? undefined : { from: index, to: index + 2, kind: 'date', value: `${year}-${two(month)}` };
  }
  if (anchor === undefined) return undefined;
  const lower = word.toLowerCase();
  const relative = lower === 'yesterday' ? -1 : lower === 'today' ? 0 : lower === 'tomorrow' ? 1 : undefined;
  if (relative !== undefined) return { from: index, to: index + 1, kind: 'date', value: isoDay(anchor + relative * DAY_MS) };
  const weekday = /^[A-Z]/.test(word) ? WEEKDAYS.indexOf(lower) : -1;
  if (weekday < 0) return undefined;
  const today = new Date(anchor).getUTCDay();
  const back = (today - weekday + 7) % 7;
  const before = (words[index - 1] ?? '').toLowerCase();
  const distance = before === 'next' || before === 'coming' ? 7 - back : before === 'last' && back === 0 ? -7 : -back;
  return { from: index, to: index + 1, kind: 'date', value: isoDay(anchor + distance * DAY_MS) };
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
    const from =
      word === '$' && /^(?:US|U\.S\.)$/.test(words[index - 1] ?? '') && tokens.end[index - 1] === tokens.start[index] ? index - 1 : index;
    return number === undefined ? undefined : { from, to: number.to, kind: 'money', value: `${sign} ${number.value}` };
  }
  if (ISO_CODE.test(word)) {
    const number = numberAt(tokens, index + 1);
    return number === undefined ? undefined : { from: index, to: number.to, kind: 'money', value: `${word} ${number.value}` };
  }
  const number = numberAt(tokens, index);
  if (number === undefined) return undefined;
  const next = (words[number.to] ?? '').toLowerCase();
  if (next === '%' || next === 'percent') return { from: index, to: number.to + 1, kind: 'percent', value: number.value };
  if (next === 'per' && (words[number.to + 1] ?? '').toLowerCase() === 'cent')
    return { from: index, to: number.to + 2, kind: 'percent', value: number.value };
  const currency = CURRENCY[next] ?? (ISO_CODE.test(words[number.to] ?? '') ? words[number.to] : undefined);
  if (currency === undefined || (next === 'pounds' && number.value.length < 4)) return undefined;
  return { from: index, to: number.to + 1, kind: 'money', value: `${currency} ${number.value}` };
}

/** "1,500", "1.5 million", "20bn". */
function numberAt(tokens: Tokens, index: number): { to: number; value: string } | undefined {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?(k|m|mn|b|bn|tn)?$/i.exec(tokens.words[index] ?? '');
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
