/** Finds names by capitals, titles, known names and name-like endings. Stands in until the trained tagger is loaded. */
import { foldName } from '../text/fold.ts';
import { knownByName } from './known.ts';
import type { TaggedRange } from './mentions.ts';
import type { NameType } from './mention.ts';
import { HONORIFICS, isRole } from './titles.ts';
import { isCapital, type Tokens } from './tokens.ts';

const ORGANISATION_WORD =
  /^(?:Ministry|Department|Party|Bank|University|College|School|Council|Committee|Commission|Agency|Association|Organi[sz]ation|Union|Court|Inc\.?|Corp\.?|Ltd\.?|LLC|Group|Company|Institute|Foundation|Times|Post|News|FC|Club|Police|Army|Navy|Force|Parliament|Congress|Senate|Assembly|Authority|Bureau|Office|Federation|Board|Society|Network|Service|Services|Front|Movement|League|House)$/u;
const PLACE_WORD =
  /^(?:River|Lake|Island|Islands|Mountain|Mountains|County|Province|Region|Street|Road|Avenue|Park|Sea|Ocean|Bay|Valley|City|Airport|Bridge|Desert)$/u;
const INNER = /^(?:of|de|del|da|bin|al|el|van|von|der|the|for|and|la|le|&)$/u;
const NOT_NAMES = new Set(
  `i the a an he she it we they you this that these those in on at by for from to of and but or if as when while after before since until his her its our
  their my your what who why how where which there here not no yes monday tuesday wednesday thursday friday saturday sunday january february march april
  may june july august september october november december mr mrs ms with without is are was were has have had do does did will would can could should
  also however meanwhile according despite during under over more most many some all another other such both each last next new earlier later today now then so`.split(
    /\s+/,
  ),
);

export function spotNames(tokens: Tokens): TaggedRange[] {
  const elsewhere = new Set<string>();
  for (let index = 0; index < tokens.count; index++)
    if (tokens.opensSentence[index] !== 1 && isCapital(tokens.words[index]?.[0])) elsewhere.add(tokens.words[index] ?? '');
  const ranges: TaggedRange[] = [];
  let index = 0;
  while (index < tokens.count) {
    if (!isName(tokens, index, elsewhere)) {
      index++;
      continue;
    }
    let end = index + 1;
    while (end < tokens.count && tokens.opensSentence[end] !== 1) {
      if (isName(tokens, end, elsewhere)) end++;
      else if (
        INNER.test(tokens.words[end] ?? '') &&
        end + 1 < tokens.count &&
        isName(tokens, end + 1, elsewhere) &&
        !/^(?:and|the|for)$/.test(tokens.words[end] ?? '')
      )
        end += 2;
      else break;
    }
    const range = classify(tokens, index, end);
    if (range !== undefined) ranges.push(range);
    index = end;
  }
  return ranges;
}

function isName(tokens: Tokens, index: number, elsewhere: ReadonlySet<string>): boolean {
  const word = tokens.words[index] ?? '';
  if (!isCapital(word[0]) || !/^\p{L}/u.test(word) || NOT_NAMES.has(word.toLowerCase())) return false;
  if (tokens.opensSentence[index] !== 1) return true;
  return elsewhere.has(word) || isCapital(tokens.words[index + 1]?.[0]) || knownByName(foldName(word)).length > 0;
}

function classify(tokens: Tokens, from: number, to: number): TaggedRange | undefined {
  const words = tokens.words.slice(from, to);
  const folded = foldName(words.join(' '));
  const known = knownByName(folded);
  const KINDS: Record<string, NameType> = { person: 'PER', organisation: 'ORG', place: 'LOC', event: 'MISC' };
  if (known.length > 0) return { from, to, type: KINDS[known[0]?.kind ?? 'event'] ?? 'MISC' };
  if (words.some((word) => ORGANISATION_WORD.test(word))) return { from, to, type: 'ORG' };
  if (words.some((word) => PLACE_WORD.test(word))) return { from, to, type: 'LOC' };
  const lastRole = words.findLastIndex((word, index) => index < words.length - 1 && isRole(word));
  const name = from + lastRole + 1;
  if (name > from || HONORIFICS.has((tokens.words[from - 1] ?? '').toLowerCase()) || isRole(tokens.words[from - 1] ?? ''))
    return { from: name, to, type: 'PER' };
  if (words.length === 1 && isRole(words[0] ?? '')) return undefined;
  if (words.length === 1 && words[0] === words[0]?.toUpperCase()) return { from, to, type: 'ORG' };
  if (/^(?:in|at|from|near)$/i.test(tokens.words[from - 1] ?? '') && words.length < 3) return { from, to, type: 'LOC' };
  if (words.length === 1 && /(?:ian|ish|ese|ans|can)$/u.test(words[0] ?? '')) return undefined;
  return words.length <= 3 ? { from, to, type: words.length === 1 ? 'MISC' : 'PER' } : { from, to, type: 'ORG' };
}
