/**
 * Stamps that count back from the moment a page was fetched: "3 hours ago", "Published 2 days ago", "yesterday at 10:15". A closed grammar of about
 * twenty languages; the phrase must be the stamp, so that "He left 3 hours ago." is none. Nothing here knows what time it is: the caller says.
 */
import type { ArticleDate } from '../../article.ts';
import { parseByline } from './byline.ts';
import type { FoundDate } from './dates.ts';

/** Words of one language. Each is a piece of a regular expression without groups. */
interface Grammar {
  /** In front of the number ("vor") and behind the unit ("ago"); a phrase has one of them at least. */
  readonly before?: string;
  readonly isBeforeOptional?: true;
  readonly after?: string;
  /** One, as a word. */
  readonly one: string;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
  readonly week: string;
}

const GRAMMARS: readonly Grammar[] = [
  { after: 'ago', one: 'an?|one', minute: 'minutes?|mins?|m', hour: 'hours?|hrs?|h', day: 'days?|d', week: 'weeks?|wks?|w' },
  { before: 'vor', one: 'einer|einem', minute: 'Minuten?|Min', hour: 'Stunden?|Std', day: 'Tag(?:en)?', week: 'Wochen?' },
  { before: 'il y a', one: 'une?', minute: 'minutes?|min', hour: 'heures?|h', day: 'jours?|j', week: 'semaines?' },
  { before: 'hace', one: 'una?', minute: 'minutos?|min', hour: 'horas?|h', day: 'días?|d', week: 'semanas?' },
  { before: 'há', one: 'uma?', minute: 'minutos?|min', hour: 'horas?|h', day: 'dias?|d', week: 'semanas?' },
  { after: 'atrás', one: 'uma?|una?', minute: 'minutos?|min', hour: 'horas?|h', day: 'd[ií]as?', week: 'semanas?' },
  { after: 'fa', one: "un[ao’']?", minute: 'minut[oi]|min', hour: 'or[ae]|h', day: 'giorn[oi]', week: 'settiman[ae]' },
  { after: 'geleden', one: 'een|één', minute: 'minuut|minuten|min', hour: 'uur|uren', day: 'dag(?:en)?', week: 'week|weken' },
  {
    before: 'för',
    isBeforeOptional: true,
    after: 'sedan',
    one: 'ett|en',
    minute: 'minut(?:er)?|min',
    hour: 'timm(?:e|ar)|tim',
    day: 'dag(?:ar)?|dygn',
    week: 'veck(?:a|or)',
  },
  {
    before: 'for',
    isBeforeOptional: true,
    after: 'siden',
    one: 'e[nt]t?|én|ét',
    minute: 'minutt?(?:er)?|min',
    hour: 'time(?:r)?|timar',
    day: 'dag(?:e|er|ar)?|døgn',
    week: 'uger?|uker?',
  },
  { after: 'sitten', one: 'yksi', minute: 'minuuttia?|min', hour: 'tuntia?|t|h', day: 'päivää?|pv', week: 'viikkoa?|vk' },
  {
    after: 'temu',
    one: 'jedn[ąa]|jeden',
    minute: 'minut[ęy]?|min',
    hour: 'godzin[ęy]?|godz',
    day: 'dzień|dni',
    week: 'tydzień|tygodni[e]?',
  },
  {
    before: 'před|pred',
    one: 'jednou|jedním|jedným',
    minute: 'min[uú]t(?:ou|ami)|min',
    hour: 'hodin(?:ou|ami)|hod',
    day: 'dnem|dny|dňom|dňami',
    week: 'týdn(?:em|y)|týždň(?:om|ami)',
  },
  { after: 'назад', one: 'одну|один', minute: 'минут[уы]?|мин', hour: 'час(?:а|ов)?|ч', day: 'день|дня|дней', week: 'недел[юиь]' },
  { after: 'тому', one: 'одну|один', minute: 'хвилин[уи]?|хв', hour: 'годин[уи]?|год', day: 'день|дні|днів', week: 'тиждень|тижні|тижнів' },
  { before: 'acum', one: 'o', minute: '(?:de )?minute?|min', hour: '(?:de )?or[ăe]', day: '(?:de )?zi(?:le)?', week: 'săptămân[ăi]' },
  {
    before: 'πριν(?: από)?',
    one: 'μ[ίι]α|έν?αν?',
    minute: 'λεπτ[άό]',
    hour: 'ώρ(?:α|ες)',
    day: '(?:η)?μέρ(?:α|ες)',
    week: 'εβδομάδ(?:α|ες)',
  },
  { after: 'önce', one: 'bir', minute: 'dakika|dk', hour: 'saat|sa', day: 'gün', week: 'hafta' },
  { after: 'ezelőtt', one: 'egy', minute: 'perccel', hour: 'órával', day: 'nappal', week: 'héttel' },
];

type Unit = 'minute' | 'hour' | 'day' | 'week';
const UNITS = ['minute', 'hour', 'day', 'week'] as const satisfies readonly Unit[];

/** "about 3 hours ago" is as sure as "3 hours ago": both are read to the day. */
const ABOUT = '(?:(?:about|around|over|almost|etwa|rund|ca\\.?|environ|unos|unas|cerca de|circa|ungefär|około|asi|около) ?)?';

/** One pattern a language: number in group 1, then one group a unit. "vor 3 Stunden", "for 3 timer siden"; not "3 Stunden". */
const PHRASES: readonly RegExp[] = GRAMMARS.map(({ before, isBeforeOptional, after, one, minute, hour, day, week }) => {
  const front = before === undefined ? '' : `(?:(?:${before}) )${isBeforeOptional === true ? '?' : ''}`;
  const back = after === undefined ? '' : ` ?(?:${after})`;
  return new RegExp(`${front}${ABOUT}(\\d{1,3}|${one}) ?(?:(${minute})|(${hour})|(${day})|(${week}))\\.?${back}(?![\\p{L}\\p{N}])`, 'iu');
});
/** "3時間前", "2天前", "5분 전". */
const CJK = /(\d{1,3}) ?(?:(分钟?|分鐘|분)|(時間|小时|小時|시간)|(日|天|일)|(週間|周|週|주)) ?(?:前|전)/u;

/** No clock is invented for these: they are read to the day. */
const JUST_NOW =
  /(?:just now|(?:a few )?(?:moments|seconds) ago|a moment ago|gerade eben|soeben|à l[’']instant|hace (?:unos )?(?:instantes|momentos|segundos)|agora mesmo|zojuist|just nu|juuri nyt|przed chwilą|právě teď|только что|щойно|たった今|刚刚|剛剛)(?![\p{L}\p{N}])/iu;

const YESTERDAY = 'yesterday|gestern|hier|ayer|ontem|ieri|gisteren|i ?går|eilen|wczoraj|včera|вчера|вчора|dün|χθες|昨日|昨天|어제';
const TODAY =
  "today|heute|aujourd[’']hui|hoy|hoje|oggi|vandaag|i ?dag|tänään|dzisiaj|dziś|dnes|сегодня|сьогодні|bugün|azi|σήμερα|今日|今天|오늘";
/** "yesterday at 10:15", "heute, 10.15 Uhr", "hier à 10h15", "yesterday 3:15 pm GMT"; groups: yesterday, today, hour, minute, half of the day, zone. */
const NAMED_DAY = new RegExp(
  `(?:(${YESTERDAY})|(${TODAY}))(?:,? ?(?:(?:at|um|à|a las?|às|alle|om|kl\\.?|klo|o|v|в|о|saat|στις|la) )?(\\d{1,2}) ?[:.h] ?(\\d{2})(?!\\d)(?: ?([ap])\\.?m\\.?(?!\\p{L}))?(?: ?(?:uhr|h))?(?: ?(GMT|UTC|Z)(?!\\p{L}))?)?(?![\\p{L}\\p{N}])`,
  'iu',
);
/** "hier" is German for here, and "dün" and "azi" are too short to trust: without a clock they need a label. */
const UNSURE_DAY = /^(?:hier|dün|azi)$/iu;

/** "Published", "Last updated:", "Mis à jour le"; the whole of what stands in front of the phrase. */
const LABEL =
  /^(?:(?:last|first|originally|zuletzt|zuerst|dernière|última|última vez|ultimo|laatst|senast|sist|sidst) )?(?:(updated?|modified|aktualisiert|mise? à jour|modifiée?|actualizad[oa]|atualizad[oa]|aggiornat[oa]|aggiornamento|bijgewerkt|uppdaterad|uppdaterat|opdateret|oppdatert|päivitetty|zaktualizowano|aktualizacja|aktualizováno|обновлено|оновлено|actualizat|ενημερώθηκε|güncellendi|更新|수정)|published|posted|added|created|released|filed|veröffentlicht|publiziert|erschienen|publiée?|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|publicerat|publiceret|publisert|julkaistu|opublikowano|dodano|publikováno|zveřejněno|опубликовано|опубліковано|publicat|δημοσιεύθηκε|yayınlandı|公開|投稿|发布|發布|입력)[:：]? ?(?:on|at|am|um|le|el|il|em|op|den|for)?[:：]? ?$/iu;

/** What may follow the phrase: "by Jane Doe", "in World", "GMT". */
const TAIL = /^[\s.,;:)]*(?:$|(?:by|von|par|por|di|door|av|af|in|en|dans|i) \p{Lu}[\p{L}\p{M}’'. -]{1,60}$)/u;
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
  for (const pattern of [...PHRASES, CJK]) {
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
  const match = NAMED_DAY.exec(part);
  if (match === null) return undefined;
  const [all, yesterday, , hours, minutes, half, zone] = match;
  const now = zone === undefined ? retrieval.wall : retrieval.at;
  const date = day(yesterday === undefined ? now : now - DAY_MS);
  const place = { index: match.index, length: all.length };
  if (hours === undefined) return { date, ...place, needsLabel: yesterday === undefined || UNSURE_DAY.test(yesterday) };
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return undefined;
  const clock = `${String(hour).padStart(2, '0')}:${minutes ?? ''}${zone === undefined ? '' : 'Z'}`;
  // "Today, 19:30" at noon is when something begins; with no zone it may be the clock of a place further east, if a label says so
  const isAhead = Date.parse(`${date.value}T${clock.slice(0, 5)}Z`) > now;
  if (isAhead && zone !== undefined) return undefined;
  return { date: { ...date, value: `${date.value}T${clock}`, precision: 'minute' }, ...place, needsLabel: isAhead };
}

function phraseIn(part: string, retrieval: Retrieval): Phrase | undefined {
  const now = JUST_NOW.exec(part);
  if (now !== null) return { date: day(retrieval.wall), index: now.index, length: now[0].length, needsLabel: false };
  return countedPhrase(part, retrieval) ?? namedPhrase(part, retrieval);
}

/** A stamp and what follows it; a second stamp may follow at once if it has a label: "Published 3 hours ago Updated 1 hour ago". */
function stampsIn(part: string, from: number, retrieval: Retrieval, needsLabel = false): FoundDate[] {
  const phrase = phraseIn(part, retrieval);
  if (phrase === undefined) return [];
  const front = part.slice(0, phrase.index).trimStart();
  const label = LABEL.exec(front);
  const isBare = /^[\s(,]*$/u.test(front) || parseByline(front.replace(/[\s,]+$/u, '')) !== undefined;
  if (label === null && (needsLabel || phrase.needsLabel || !isBare)) return [];
  const end = phrase.index + phrase.length;
  const more = TAIL.test(part.slice(end)) ? [] : stampsIn(part.slice(end), from + end, retrieval, true);
  if (more.length === 0 && !TAIL.test(part.slice(end))) return [];
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
