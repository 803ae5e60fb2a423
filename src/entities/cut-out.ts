/** Names cut out of longer titles. */
import { foldName } from '../text/fold.ts';
import { hashWord } from './hash.ts';
import { bitOf, listTable } from './lists.ts';
import type { Mention } from './mention.ts';
import { isRole } from './titles.ts';
import type { Tokens } from './tokens.ts';

const CAPITAL_LINK_WORD = /^(?:In|Of|With|And|For|To|On|At|By|From|Vs|Or|Is|Are)$/;

/**
 * Whether a mention is a name of its own, or was cut out of a longer title: "Boston" in "Boston Review", "Houston" in "Houston's Top Dentists",
 * "Saddam" in "Dinner With Saddam". `tagged` is 1 for tokens that are part of a name: "Brisbane's Botanic Gardens" is two names.
 */
export function standsAlone({ from, to }: Mention, { words, opensSentence, count }: Tokens, tagged: Uint8Array): boolean {
  const follows = (index: number): string | undefined => (index < count && opensSentence[index] !== 1 ? words[index] : undefined);
  const before = words[from - 1] ?? '';
  if (
    opensSentence[from] !== 1 &&
    opensSentence[from - 1] !== 1 &&
    CAPITAL_LINK_WORD.test(before) &&
    !isHeadline(words, opensSentence, from)
  )
    return false;
  if (/^['’]s$/iu.test(follows(to) ?? '')) return tagged[to + 1] === 1 || !(isTitleWord(follows(to + 1)) && isTitleWord(follows(to + 2)));
  return !(follows(to) === ':' && /^(?:The|A|An)$/.test(follows(to + 1) ?? ''));
}

/** Tokens looked at on each side. */
const SENTENCE_REACH = 30;

/** Whether no small word of this kind stands in the sentence: "Fire In Durban Kills Two" writes them all large. */
function isHeadline(words: readonly string[], opensSentence: Uint8Array, at: number): boolean {
  for (let index = at; index >= 0 && at - index < SENTENCE_REACH; index--) {
    if (SMALL_LINK_WORD.test(words[index] ?? '')) return false;
    if (opensSentence[index] === 1) break;
  }
  for (let index = at + 1; index < words.length && index - at < SENTENCE_REACH && opensSentence[index] !== 1; index++)
    if (SMALL_LINK_WORD.test(words[index] ?? '')) return false;
  return true;
}
const SMALL_LINK_WORD = /^(?:in|of|with|and|for|to|on|at|by|from|or|is|are)$/;

/**
 * Whether a name may be cut out of a longer one: a place or body before a capitalised word that is no name, role or people ("Boston" in "Boston Review");
 * an event after a year or a place ("Beijing Olympics") is one of its editions; a person before "airport" or "prize" gave the name.
 */
export function mayGoOn({ from, to, type }: Mention, { words, opensSentence, count }: Tokens): boolean {
  if (type === 'MISC')
    return (
      (opensSentence[to] !== 1 && OTHER_SPORT.test(words[to] ?? '')) ||
      /^(?:19|20)\d\d$/.test(words[from - 1] ?? '') ||
      (opensSentence[from] !== 1 && opensSentence[from - 1] !== 1 && isTitleWord(words[from - 1]))
    );
  if (type === 'PER') return opensSentence[to] !== 1 && BEARS_NAMES.test(words[to] ?? '');
  return (type === 'LOC' || type === 'ORG') && to < count && opensSentence[to] !== 1 && isTitleWord(words[to]);
}

/** "the French Open golf": the plain name is that of the sport which it is known for. */
const OTHER_SPORT = /^(?:golf|badminton|chess|squash|snooker|darts|judo|bowls|croquet|esports|karate|wrestling|taekwondo)$/;

const BEARS_NAMES =
  /^(?:airport|stadium|hospital|university|school|library|museum|memorial|center|centre|foundation|institute|bridge|street|avenue|park|prize|prizes|award|awards|trophy|medal|theatre|theater|college|academy|elementary|primary|middle|high|boulevard|road|highway|expressway|parkway|plaza|square|hall|lecture|scholarship|fellowship|county|island|islands)$/i;

const isTitleWord = (word: string | undefined): boolean =>
  word !== undefined &&
  /^\p{Lu}\p{Ll}/u.test(word) &&
  !PARTY.test(word) &&
  !isRole(word) &&
  (listTable().lookup(hashWord(foldName(word))) & NO_TITLE) === 0;

const PARTY = /^(?:Republicans?|Democrats?|Democratic|Conservatives?|Liberals?|Labour|Greens?|Socialists?|Communists?)$/;

/** A capitalised word of these lists after a place is another name, not the rest of a title: "Texas Republican", "London Monday". */
const NO_TITLE = bitOf('demonym') | bitOf('calendar') | bitOf('country');
