/**
 * Stamps that count back from the moment a page was fetched: "3 hours ago", "Published 2 days ago", "yesterday at 10:15". The words are those of
 * src/languages; the phrase must be the stamp, so that "He left 3 hours ago." is none. Nothing here knows what time it is: the caller says.
 */
import type { ArticleDate } from '../../article.ts';
import type { CountedPast, Pattern, RelativeWords, StampLabels } from '../../languages/date-words.ts';
import type { Language } from '../../languages/language.ts';
import { fromLanguages } from '../../languages/languages.ts';
import { anyOf } from '../../languages/patterns.ts';
import { parseByline } from './byline.ts';
import type { FoundDate } from './dates.ts';

type Unit = 'minute' | 'hour' | 'day' | 'week';
const UNITS = ['minute', 'hour', 'day', 'week'] as const satisfies readonly Unit[];

/** The expressions of all languages. */
interface Grammar {
  /** One a way of counting: number in group 1, then one group a unit. "vor 3 Stunden", "for 3 timer siden", "3時間前"; not "3 Stunden". */
  readonly phrases: readonly RegExp[];
  readonly justNow: RegExp;
  /** "yesterday at 10:15", "heute, 10.15 Uhr", "hier à 10h15", "yesterday 3:15 pm GMT"; groups: yesterday, today, hour, minute, half of the day, zone. */
  readonly namedDay: RegExp;
  readonly unsureDay: RegExp;
  /** "Published", "Last updated:", "Mis à jour le"; the whole of what stands in front of the phrase. Group 1: a label of updates. */
  readonly label: RegExp;
  /** What may follow the phrase: "by Jane Doe", "in World", "GMT". */
  readonly tail: RegExp;
}

/** "about 3 hours ago" is as sure as "3 hours ago": both are read to the day. */
function phraseOf({ before, isBeforeOptional, after, one, minute, hour, day: days, week, isUnspaced }: CountedPast, about: string): RegExp {
  const front = before === undefined ? '' : `(?:(?:${before}) )${isBeforeOptional === true ? '?' : ''}`;
  const back = after === undefined ? '' : ` ?(?:${after})`;
  const units = `(?:(${minute})|(${hour})|(${days})|(${week}))`;
  const number = one === undefined ? '(\\d{1,3})' : `(\\d{1,3}|${one})`;
  return isUnspaced === true
    ? new RegExp(`${front}${number} ?${units} ?${back}`, 'iu')
    : new RegExp(`${front}(?:${about} ?)?${number} ?${units}\\.?${back}(?![\\p{L}\\p{N}])`, 'iu');
}

const grammar = fromLanguages((languages): Grammar => {
  const relative = (pick: (words: RelativeWords) => Pattern | undefined): string =>
    anyOf(languages, ({ dates }) => dates?.relative && pick(dates.relative));
  const label = (...picks: readonly ((words: StampLabels) => Pattern | undefined)[]): string =>
    anyOf(
      languages,
      ...picks.map(
        (pick) =>
          ({ dates }: Language) =>
            dates?.labels && pick(dates.labels),
      ),
    );
  const modified = label(
    (words) => words.modified,
    (words) => words.modifiedRelative,
  );
  const published = label(
    (words) => words.published,
    (words) => words.publishedRelative,
  );
  const about = relative((words) => words.about);
  const clock = `(?:${relative((words) => words.at)} )?(\\d{1,2}) ?[:.h] ?(\\d{2})(?!\\d)(?: ?([ap])\\.?m\\.?(?!\\p{L}))?(?: ?${relative((words) => words.oClock)})?(?: ?(GMT|UTC|Z)(?!\\p{L}))?`;
  return {
    phrases: languages.flatMap(({ dates }) => (dates?.relative?.past ?? []).map((past) => phraseOf(past, about))),
    justNow: new RegExp(`${relative((words) => words.justNow)}(?![\\p{L}\\p{N}])`, 'iu'),
    namedDay: new RegExp(
      `(?:(${relative((words) => words.yesterday)})|(${relative((words) => words.today)}))(?:,? ?${clock})?(?![\\p{L}\\p{N}])`,
      'iu',
    ),
    unsureDay: new RegExp(`^${relative((words) => (words.isYesterdayUnsure === true ? words.yesterday : undefined))}$`, 'iu'),
    label: new RegExp(
      `^(?:${label((words) => words.adverb)} )?(?:(${modified})|${published})[:：]? ?${label((words) => words.preposition)}?[:：]? ?$`,
      'iu',
    ),
    tail: new RegExp(
      `^[\\s.,;:)]*(?:$|${anyOf(
        languages,
        ({ bylines }) => bylines?.by,
        ({ sections }) => sections?.in,
        ({ sections }) => sections?.behindStamp,
      )} \\p{Lu}[\\p{L}\\p{M}’'. -]{1,60}$)`,
      'u',
    ),
  };
});

/** "Home | 3 hours ago • 4 min read": the parts of a line of facts. */
const PART = /[^\n|•·∙⋅–—]+/gu;
const MAX_STAMP = 120;
const MAX_PARTS = 12;

const DAY_MS = 86_400_000;
const UNIT_MS: Readonly<Record<Unit, number>> = { minute: 60_000, hour: 3_600_000, day: DAY_MS, week: 7 * DAY_MS };

/** The moment of retrieval, on the wall clock of the zone it is given in. */
interface Retrieval {
  /** Ms; to be read as if it were UTC. */
  readonly wall: number;
  /** The instant, ms. */
  readonly at: number;
  /** "Z", "+01:00" */
  readonly zone: string;
}

function retrievalOf(instant: string): Retrieval | undefined {
  const zone = /(?:Z|[+-]\d{2}:\d{2})$/u.exec(instant)?.[0];
  const at = Date.parse(instant);
  if (zone === undefined || Number.isNaN(at)) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/u.exec(zone) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  return { wall: at + offset * 60_000, at, zone };
}

const stamp = (wall: number, length: number): string => new Date(wall).toISOString().slice(0, length);
const day = (wall: number): ArticleDate => ({ value: stamp(wall, 10), precision: 'day', from: 'relative' });

/** Whole units before the retrieval. Hours and days are known to the day; of weeks only the month, where the whole week lies in one. */
function countBack(amount: number, unit: Unit, { wall, zone }: Retrieval): ArticleDate | undefined {
  const then = wall - amount * UNIT_MS[unit];
  if (unit === 'minute') return { value: `${stamp(then, 16)}${zone}`, precision: 'minute', from: 'relative' };
  if (unit !== 'week') return day(then);
  const month = stamp(then, 7);
  return month === stamp(then - 6 * DAY_MS, 7) ? { value: month, precision: 'month', from: 'relative' } : undefined;
}

interface Phrase {
  readonly date: ArticleDate;
  readonly index: number;
  readonly length: number;
  readonly needsLabel: boolean;
}

function countedPhrase(part: string, retrieval: Retrieval): Phrase | undefined {
  for (const pattern of grammar().phrases) {
    const match = pattern.exec(part);
    if (match === null) continue;
    const unit = UNITS.find((_, at) => match[at + 2] !== undefined);
    const amount = /^\d/u.test(match[1] ?? '') ? Number(match[1]) : 1;
    const date = unit === undefined ? undefined : countBack(amount, unit, retrieval);
    return date === undefined ? undefined : { date, index: match.index, length: match[0].length, needsLabel: false };
  }
  return undefined;
}

function namedPhrase(part: string, retrieval: Retrieval): Phrase | undefined {
  const match = grammar().namedDay.exec(part);
  if (match === null) return undefined;
  const [all, yesterday, , hours, minutes, half, zone] = match;
  const now = zone === undefined ? retrieval.wall : retrieval.at;
  const date = day(yesterday === undefined ? now : now - DAY_MS);
  const place = { index: match.index, length: all.length };
  if (hours === undefined) return { date, ...place, needsLabel: yesterday === undefined || grammar().unsureDay.test(yesterday) };
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return undefined;
  const clock = `${String(hour).padStart(2, '0')}:${minutes ?? ''}${zone === undefined ? '' : 'Z'}`;
  // "Today, 19:30" at noon is when something begins; with no zone it may be the clock of a place further east, if a label says so
  const isAhead = Date.parse(`${date.value}T${clock.slice(0, 5)}Z`) > now;
  if (isAhead && zone !== undefined) return undefined;
  return { date: { ...date, value: `${date.value}T${clock}`, precision: 'minute' }, ...place, needsLabel: isAhead };
}

function phraseIn(part: string, retrieval: Retrieval): Phrase | undefined {
  const now = grammar().justNow.exec(part);
  if (now !== null) return { date: day(retrieval.wall), index: now.index, length: now[0].length, needsLabel: false };
  return countedPhrase(part, retrieval) ?? namedPhrase(part, retrieval);
}

/** A stamp and what follows it; a second stamp may follow at once if it has a label: "Published 3 hours ago Updated 1 hour ago". */
function stampsIn(part: string, from: number, retrieval: Retrieval, needsLabel = false): FoundDate[] {
  const phrase = phraseIn(part, retrieval);
  if (phrase === undefined) return [];
  const front = part.slice(0, phrase.index).trimStart();
  const label = grammar().label.exec(front);
  const isBare = /^[\s(,]*$/u.test(front) || parseByline(front.replace(/[\s,]+$/u, '')) !== undefined;
  if (label === null && (needsLabel || phrase.needsLabel || !isBare)) return [];
  const { tail } = grammar();
  const end = phrase.index + phrase.length;
  const more = tail.test(part.slice(end)) ? [] : stampsIn(part.slice(end), from + end, retrieval, true);
  if (more.length === 0 && !tail.test(part.slice(end))) return [];
  const said = label === null ? undefined : label[1] === undefined ? 'published' : 'modified';
  return [{ date: phrase.date, span: [from + phrase.index, from + end], label: said }, ...more];
}

/**
 * Relative stamps of a short line, in order. None when the line is longer than a stamp, has prose around the phrase, or the retrieval is no instant with a zone.
 * "By Jane Doe | Updated 3 hours ago" read at 2025-12-29T02:00+01:00 gives 2025-12-28, to the day, modified.
 */
export function findRelativeDates(text: string, retrievedAt: string): FoundDate[] {
  const retrieval = text.length > MAX_STAMP ? undefined : retrievalOf(retrievedAt);
  if (retrieval === undefined) return [];
  return [...text.matchAll(PART)]
    .slice(0, MAX_PARTS)
    .flatMap((part) => stampsIn(part[0].replace(/[\s\u00a0]/gu, ' '), part.index, retrieval));
}
