/** Names of the operator's register, programmes and vehicles that stand in a text word for word: names there whatever the tagger made of them. */
import { bitOf, listTable } from './lists.ts';
import { hashWord } from './hash.ts';
import type { Known } from './known.ts';
import type { TaggedRange } from './mentions.ts';
import type { Tokens } from './tokens.ts';
import { findWorks } from './works.ts';

const ORDINARY = bitOf('ordinary') | bitOf('often-ordinary') | bitOf('calendar') | bitOf('role') | bitOf('honorific');

/**
 * Puts the listed names in; tagged ranges that they overlap give way unless they are longer. A single word counts only where it cannot be an
 * everyday word ("Apple" at the head of a sentence can).
 */
export function putListedNames(tokens: Tokens, ranges: readonly TaggedRange[], known: Known): TaggedRange[] {
  const names = known.wordForWord;
  const works = findWorks(tokens, ranges, known);
  if (names.size === 0 && works.length === 0) return [...ranges];
  const { words, opensSentence } = tokens;
  const lengthAt = new Int32Array(tokens.count);
  for (const { from, to } of ranges) lengthAt.fill(to - from, from, to);
  const found: TaggedRange[] = [];
  for (let from = 0; from < tokens.count; from++) {
    let best: TaggedRange | undefined;
    for (const name of names.get(words[from] ?? '') ?? []) {
      const to = from + name.words.length;
      if (to > tokens.count || (best !== undefined && best.to >= to)) continue;
      let same = true;
      for (let at = 1; same && at < name.words.length; at++) same = words[from + at] === name.words[at] && opensSentence[from + at] !== 1;
      if (!same || (name.words.length === 1 && !standsAlone(words[from] ?? '', lengthAt[from] === 1, opensSentence[from] === 1))) continue;
      let longest = 0;
      for (let at = from; at < to; at++) longest = Math.max(longest, lengthAt[at] ?? 0);
      if (longest <= name.words.length) best = { from, to, type: name.type };
    }
    if (best === undefined) continue;
    found.push(best);
    from = best.to - 1;
  }
  const taken = new Uint8Array(tokens.count);
  for (const { from, to } of found) taken.fill(1, from, to);
  // the operator's names go before titles
  for (const work of works) {
    if (taken.subarray(work.from, work.to).includes(1)) continue;
    taken.fill(1, work.from, work.to);
    found.push(work);
  }
  if (found.length === 0) return [...ranges];
  const kept = ranges.filter(({ from, to }) => !taken.subarray(from, to).includes(1));
  return [...kept, ...found].sort((a, b) => a.from - b.from);
}

function standsAlone(word: string, isTagged: boolean, opens: boolean): boolean {
  if (isTagged) return true;
  return !opens && (listTable().lookup(hashWord(word.toLowerCase())) & ORDINARY) === 0;
}
