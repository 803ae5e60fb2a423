/**
 * One word, one type in an article: what most mentions of a name were called, the others are called too, and a name tagged in one place is tagged
 * where the same capitals stand untagged. A surname follows the full name that ends in it.
 */
import { foldName } from '../text/fold.ts';
import { hashNext, hashWord } from './hash.ts';
import { bitOf, listTable } from './lists.ts';
import type { NameType } from './mention.ts';
import type { TaggedRange } from './mentions.ts';
import { isCapital, type Tokens } from './tokens.ts';

interface Votes {
  total: number;
  readonly byType: Map<NameType, number>;
}

/** Longest name looked for where it stands untagged, in tokens. */
const LONGEST = 6;

export function makeConsistent(tokens: Tokens, tagged: readonly TaggedRange[]): TaggedRange[] {
  const ranges = joinPlaces(tokens, tagged);
  const { words } = tokens;
  const surface = (from: number, to: number): string => (to - from === 1 ? (words[from] ?? '') : words.slice(from, to).join(' '));
  const votes = new Map<string, Votes>();
  const vote = (name: string, type: NameType, weight: number): void => {
    let held = votes.get(name);
    if (held === undefined) votes.set(name, (held = { total: 0, byType: new Map() }));
    held.total += weight;
    held.byType.set(type, (held.byType.get(type) ?? 0) + weight);
  };
  for (const { from, to, type } of ranges) {
    vote(surface(from, to), type, 1);
    if (type === 'PER' && to - from > 1) vote(words[to - 1] ?? '', 'PER', 1.5);
  }
  const leader = (name: string): [type: NameType, share: number, weight: number] | undefined => {
    const held = votes.get(name);
    if (held === undefined) return undefined;
    let best: NameType = 'MISC';
    let top = 0;
    for (const [type, weight] of held.byType) {
      if (weight > top) {
        top = weight;
        best = type;
      }
    }
    return [best, top / held.total, top];
  };
  /** "Teesta Setalvad and Sanjiv Bhatt" and "Economic Affairs Wang Mei-hua" fall apart when the parts are names of their own elsewhere. */
  function splitRange(range: TaggedRange): TaggedRange[] {
    const { from, to, type } = range;
    if (type === 'PER' || to - from < 3) return [range];
    const second = type === 'ORG' ? secondBody(words, range) : undefined;
    if (second !== undefined)
      return [
        { from, to: second - 1, type },
        { from: second, to, type },
      ];
    for (let index = from + 1; index < to - 1; index++) {
      if (words[index] !== 'and') continue;
      const left = leader(surface(from, index));
      const right = leader(surface(index + 1, to));
      if (
        (left === undefined && right === undefined) ||
        (left?.[0] !== 'PER' && right?.[0] !== 'PER' && (left === undefined || right === undefined))
      )
        continue;
      return [
        { from, to: index, type: left?.[0] ?? right?.[0] ?? type },
        { from: index + 1, to, type: right?.[0] ?? left?.[0] ?? type },
      ];
    }
    // "Geneva on Air Force": a place, and what happened there
    for (let index = from + 1; index < Math.min(to - 1, from + 4); index++) {
      if (!/^(?:on|at|from|with|by|after|over)$/.test(words[index] ?? '') || !isPlace(words.slice(from, index).join(' '))) continue;
      return [
        { from, to: index, type: 'LOC' },
        { from: index + 1, to, type },
      ];
    }
    for (let index = Math.max(from + 1, to - 4); index <= to - 2; index++) {
      const tail = leader(surface(index, to));
      if (tail?.[0] !== 'PER') continue;
      return [
        { from, to: index, type },
        { from: index, to, type: 'PER' },
      ];
    }
    return [range];
  }
  const result: TaggedRange[] = ranges.flatMap(splitRange).map((range) => {
    if (range.type !== 'MISC' && isPeople(tokens, range)) return { ...range, type: 'MISC' };
    const led = leader(surface(range.from, range.to));
    return led !== undefined && led[0] !== range.type && led[1] >= 0.6 ? { ...range, type: led[0] } : range;
  });
  for (const { from, to, type } of result) {
    const short = words[to + 1] ?? '';
    if (type === 'PER' || to - from < 2 || words[to] !== '(' || words[to + 2] !== ')' || !/^\p{Lu}[\p{L}&-]{1,9}$/u.test(short)) continue;
    if (votes.has(short) || !isInitials(short, words.slice(from, to))) continue;
    vote(short, type, 50);
  }
  const taken = new Uint8Array(tokens.count);
  for (const { from, to } of result) taken.fill(1, from, to);
  const added: TaggedRange[] = [];
  const untagged = new Map<string, number>();
  const candidates: TaggedRange[] = [];
  for (let from = 0; from < tokens.count; from++) {
    if (taken[from] === 1 || !isCapital(words[from]?.[0])) continue;
    for (let length = Math.min(LONGEST, tokens.count - from); length >= 1; length--) {
      const to = from + length;
      if (taken[to - 1] === 1) continue;
      const name = surface(from, to);
      const led = leader(name);
      if (led === undefined || led[1] < 0.6) continue;
      let free = true;
      for (let index = from + 1; index < to; index++) if (taken[index] === 1 || tokens.opensSentence[index] === 1) free = false;
      if (!free) continue;
      if (length === 1 && isOrdinary(name) && tokens.opensSentence[from] === 1) break;
      candidates.push({ from, to, type: led[0] });
      untagged.set(name, (untagged.get(name) ?? 0) + 1);
      from = to - 1;
      break;
    }
  }
  for (let index = 0; index < tokens.count; index++) {
    const word = words[index] ?? '';
    if (taken[index] === 0 && SHORT_COUNTRIES.has(word) && !(words[index + 1] === word)) {
      candidates.push({ from: index, to: index + 1, type: 'LOC' });
      vote(word, 'LOC', 100);
      taken[index] = 1;
      continue;
    }
    if (taken[index] === 1 || !LONE_BODIES.has(word) || tokens.opensSentence[index] === 1) continue;
    if (isCapital(words[index + 1]?.[0]) || (index > 0 && isCapital(words[index - 1]?.[0]))) continue;
    candidates.push({ from: index, to: index + 1, type: 'ORG' });
    vote(word, 'ORG', 100);
    taken[index] = 1;
  }
  for (const range of candidates) {
    const name = surface(range.from, range.to);
    const led = leader(name);
    if (led !== undefined && (led[2] >= (untagged.get(name) ?? 0) || range.to - range.from > 1)) added.push(range);
  }
  if (added.length === 0) return result;
  return [...result, ...added].sort((a, b) => a.from - b.from);
}

/** Words that end the name of a body and seldom stand for what a body is about: "Trade and Industry" is one, "Trust Company" another matter. */
const BODIES =
  /^(?:University|Institute|College|School|Bank|Agency|Party|Council|Court|Police|Union|Ministry|Commission|Committee|Federation|Association|Corporation|Organi[sz]ation|Society|Club|Foundation|Authority|Department)$/;

/** Where the second name begins in "Japan Cooperation Agency and Islamic Development Bank"; undefined for one name ("Health and Social Care Board"). */
function secondBody(words: readonly string[], { from, to }: TaggedRange): number | undefined {
  if (to - from < 5 || !BODIES.test(words[to - 1] ?? '')) return undefined;
  const and = words.indexOf('and', from + 2);
  if (and < 0 || and > to - 3) return undefined;
  return words.slice(from, and).some((word) => BODIES.test(word)) ? and + 1 : undefined;
}

function isPlace(name: string): boolean {
  const [first, second, third] = foldName(name).split(' ');
  if (first === undefined || third !== undefined) return false;
  const hash = second === undefined ? hashWord(first) : hashNext(hashWord(first), hashWord(second));
  return (listTable().lookup(hash) & (bitOf('city') | bitOf('country'))) !== 0;
}

/** "BRC" of "Borderland Relief Council": begins alike, and every capital is the initial of a word, in order. */
function isInitials(short: string, long: readonly string[]): boolean {
  const initials = long.filter((word) => isCapital(word[0])).map((word) => word[0]);
  const capitals = short.split('').filter((character) => isCapital(character));
  let at = 0;
  for (const capital of capitals) {
    while (at < initials.length && initials[at] !== capital) at++;
    if (at++ >= initials.length) return false;
  }
  return short[0] === initials[0];
}

/** "San Juan" + de + "Nicaragua" is one place. */
function joinPlaces({ words, opensSentence }: Tokens, ranges: readonly TaggedRange[]): TaggedRange[] {
  const joined: TaggedRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    const between = range.from - 1;
    if (
      last?.type === 'LOC' &&
      range.type === 'LOC' &&
      last.to === between &&
      opensSentence[between] !== 1 &&
      /^(?:de|del|do|da|di|du|sur|am)$/.test(words[between] ?? '')
    )
      joined[joined.length - 1] = { from: last.from, to: range.to, type: 'LOC' };
    else joined.push(range);
  }
  return joined;
}

/** Countries that look like the word "us" or an acronym. */
const SHORT_COUNTRIES = new Set(['US', 'U.S.', 'USA', 'UK', 'U.K.', 'UAE']);

/** Peoples, faiths, diseases and the like, whatever the tagger made of them. */
const PEOPLES =
  /^(?:First Nations?|Aboriginals?|Indigenous|Inuit|M[aā]ori|Sami|Roma|Muslims?|Christians?|Jews?|Jewish|Hindus?|Sikhs?|Buddhists?|Catholics?|Protestants?|Sunnis?|Shias?|Shiites?|Islam|Islamic|Islamists?|Islamophobia|Christianity|Judaism|Hinduism|Kurds?|Kurdish|Arabs?|Tamils?|Uyghurs?|Uighurs?|Rohingyas?|LGBTQ?|Ebola|Covid|Covid-19|COVID|COVID-19|HIV|AIDS|SARS|GDP|CEO|PhD|DNA|AI|IT|TV|PM|MP|MPs|ID|FIR|Zionists?|Nazis?|Nobel|Oscars?|Grammys?)$/u;

/** Nationalities too: in the list of them and in no list of countries or persons. */
function isPeople(tokens: Tokens, { from, to, type }: TaggedRange): boolean {
  const name = tokens.words.slice(from, to).join(' ');
  if (type !== 'PER' && PEOPLES.test(name)) return true;
  if (to - from > 2 || (type === 'PER' && to - from === 1)) return false;
  const folded = foldName(name);
  const [first, second] = folded.split(' ');
  const hash = second === undefined ? hashWord(folded) : hashNext(hashWord(first ?? ''), hashWord(second));
  const lists = listTable().lookup(hash);
  return (lists & bitOf('demonym')) !== 0 && (lists & (bitOf('country') | bitOf('region') | bitOf('city'))) === 0;
}

/** Bodies that stand alone under a capital inside a sentence: "told Parliament", "the Cabinet agreed"; not "Navy Yard". */
const LONE_BODIES = new Set('Parliament Congress Senate Cabinet Navy Army Knesset Bundestag Kremlin'.split(' '));

const ORDINARY = bitOf('ordinary') | bitOf('often-ordinary') | bitOf('calendar') | bitOf('role') | bitOf('honorific');
const isOrdinary = (word: string): boolean => (listTable().lookup(hashWord(word.toLowerCase())) & ORDINARY) !== 0;
