/**
 * Programmes and call signs, which the tagger takes for bodies or places: "CBS's Face the Nation", "the news programme 60 Minutes", `the show "Meet the
 * Press"`, "Air Force One". Found by the words around them, so that no list has to keep up with the schedules; once found, a title of several words is
 * one wherever it stands.
 */
import { BROADCASTER } from './facts/descriptors.ts';
import type { Known } from './known.ts';
import type { TaggedRange } from './mentions.ts';
import { isRole } from './titles.ts';
import { isCapital, type Tokens } from './tokens.ts';

const SHOW = /^(?:programme|program|show|series|podcast|newscast|sitcom|talkshow)$/;
/** What may stand before it: "TV programme", "Sunday morning interview program". */
const SHOW_KIND =
  /^(?:TV|television|radio|news|talk|chat|interview|comedy|reality|current|affairs|quiz|game|morning|breakfast|evening|documentary|drama)$/i;
const SMALL_INSIDE = /^(?:the|of|with|and|in|for|on|to|&)$/;
const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const LONGEST_TITLE = 6;
/** The President's call sign is the service and "One", the Vice-President's "Two" (FAA Order JO 7110.65, 2-4-20). */
const SERVICE = /^(?:Air Force|Army|Marine|Navy|Coast Guard|Executive)$/;

export function findWorks(tokens: Tokens, ranges: readonly TaggedRange[], known: Known): TaggedRange[] {
  const { words, count } = tokens;
  const isPerson = new Uint8Array(count);
  for (const { from, to, type } of ranges) if (type === 'PER') isPerson.fill(1, from, to);
  const found: TaggedRange[] = [];
  const titles = new Map<string, TaggedRange[]>();
  for (let at = 0; at < count; at++) {
    const word = words[at] ?? '';
    if (word === 'One' || word === 'Two') {
      const from = callSignStart(words, at);
      if (from !== undefined) found.push({ from, to: at + 1, type: 'MISC', kind: 'product' });
      continue;
    }
    const title = SHOW.test(word) ? titleAround(tokens, at, known) : /^['’]s?$/iu.test(word) ? titleOf(tokens, at, known) : undefined;
    if (title === undefined || isPerson[title.from] === 1 || isPerson[title.to - 1] === 1) continue;
    found.push(title);
    if (title.to - title.from > 1)
      titles.set(words[title.from] ?? '', [...(titles.get(words[title.from] ?? '') ?? []).slice(0, 20), title]);
  }
  for (let at = 0; titles.size > 0 && at < count; at++) {
    const same = titles.get(words[at] ?? '')?.find(({ from, to }) => sameWords(words, at, from, to));
    if (same !== undefined) found.push({ ...same, from: at, to: at + same.to - same.from });
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((range, index) => found.slice(Math.max(0, index - 4), index).every((before) => before.to <= range.from));
}

function sameWords(words: readonly string[], at: number, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (words[at + index - from] !== words[index]) return false;
  return true;
}

function callSignStart(words: readonly string[], at: number): number | undefined {
  if (SERVICE.test(`${words[at - 2] ?? ''} ${words[at - 1] ?? ''}`)) return at - 2;
  return SERVICE.test(words[at - 1] ?? '') && !isCapital(words[at - 2]?.[0]) ? at - 1 : undefined;
}

/** The title next to the word "programme" at `at`: before it after a broadcaster's name, or after it in quotation marks or after "TV", "news". */
function titleAround(tokens: Tokens, at: number, known: Known): TaggedRange | undefined {
  const { words, opensSentence } = tokens;
  const next = words[at + 1] ?? '';
  const isQuoted = /^["“‘]$/u.test(next);
  if (isQuoted || SHOW_KIND.test(words[at - 1] ?? '')) {
    const from = isQuoted ? at + 2 : at + 1;
    const to = opensSentence[from] === 1 ? from : titleEnd(tokens, from);
    // a comma before the closing mark belongs to the sentence
    const closes = !isQuoted || /^["”’]$/u.test(words[to] ?? '') || (words[to] === ',' && /^["”’]$/u.test(words[to + 1] ?? ''));
    if (to - from > (isQuoted ? 0 : 1) && closes && !isRole(words[from] ?? '') && !DAY.test(words[from] ?? ''))
      return { from, to, type: 'MISC', kind: 'work' };
  }
  let to = at;
  while (to > at - 3 && SHOW_KIND.test(words[to - 1] ?? '')) to--;
  for (let from = to - 1; from > 0 && to - from <= LONGEST_TITLE; from--) {
    if (/^['’]s?$/iu.test(words[from] ?? '')) {
      const begin = from + 1;
      return isBroadcaster(words, from, known) && titleEnd(tokens, begin) >= to && begin < to
        ? { from: begin, to, type: 'MISC', kind: 'work' }
        : undefined;
    }
    if (opensSentence[from] === 1) return undefined;
  }
  return undefined;
}

/** "CNN's State of the Union": after a broadcaster's possessive, capitals with a small word between them. */
function titleOf(tokens: Tokens, possessive: number, known: Known): TaggedRange | undefined {
  const { words } = tokens;
  const from = possessive + 1;
  if (!isCapital(words[from]?.[0]) || !isBroadcaster(words, possessive, known)) return undefined;
  const to = titleEnd(tokens, from);
  const inside = words.slice(from, to);
  // "NBC's Bureau in London" is a body, and where it is
  if (!inside.some((word) => SMALL_INSIDE.test(word)) || inside.some((word) => word === 'in' || isRole(word))) return undefined;
  return { from, to, type: 'MISC', kind: 'work' };
}

/** Where a run of capitals or numbers that begins at `from` ends; small words count between two of them. */
function titleEnd({ words, opensSentence, count }: Tokens, from: number): number {
  let to = from;
  for (let at = from; at < count && at - from < LONGEST_TITLE; at++) {
    const word = words[at] ?? '';
    if (at > from && opensSentence[at] === 1) break;
    if (isCapital(word[0]) || /^\d+$/.test(word)) to = at + 1;
    else if (at === from || !SMALL_INSIDE.test(word)) break;
  }
  // "Face the Nation TV programme"
  while (to - from > 1 && words[to - 1] === 'TV') to--;
  return to;
}

function isBroadcaster(words: readonly string[], end: number, { byName }: Known): boolean {
  for (let length = 1; length <= 3 && length <= end; length++) {
    const name = words
      .slice(end - length, end)
      .join(' ')
      .toLowerCase();
    if (byName(name).some(({ kind, descriptors }) => kind === 'organisation' && descriptors.some((each) => BROADCASTER.test(each))))
      return true;
  }
  return false;
}
