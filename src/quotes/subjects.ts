/** The subject of a verb: before it, before an apposition or a relative clause; the possessor of a noun. Every walk is bounded by MAX_WALK tokens. */
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  POSSESSIVE_PRONOUNS,
  PREPOSITIONS,
  ROLE_NOUNS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './lexicon.ts';
import { MAX_WALK, isAdverb, isNameWord, isNominal, isTime, matchingOpen, nounPhraseEndingAt, type NounPhrase } from './noun-phrases.ts';
import type { Token } from './tokens.ts';

/** Steps left over auxiliaries, adverbs, times and brackets between a subject and its verb. */
export function skipModifiersLeft(tokens: readonly Token[], from: number, index: number): number {
  let j = index;
  for (let step = 0; step < 24 && j >= from; step++) {
    const token = tokens[j]!;
    if (token.kind === 'word' && !isNameWord(token) && (AUXILIARIES.has(token.lower) || isAdverb(token))) j--;
    else if (token.kind === 'punct' && (token.text === ')' || token.text === ']')) {
      const open = matchingOpen(tokens, j, from);
      if (open < 0) return j;
      j = open - 1;
    } else if (isTime(token) && j > from) {
      let k = j;
      while (
        k > from &&
        (isTime(tokens[k]!) ||
          tokens[k]!.lower === 'this' ||
          (tokens[k]!.text === ',' && isTime(tokens[k - 1]!) && /^\d/.test(tokens[k + 1]?.text ?? '')))
      )
        k--;
      const before = tokens[k]!;
      if (
        (before.lower === 'the' || before.lower === 'a' || before.lower === 'that') &&
        k > from &&
        /^(?:in|at|during|over|for)$/.test(tokens[k - 1]!.lower)
      )
        k -= 2;
      else if (
        before.lower === 'on' ||
        before.lower === 'in' ||
        before.lower === 'at' ||
        before.lower === 'of' ||
        before.lower === 'during'
      )
        k--;
      if (
        k < from ||
        !(
          isNominal(tokens[k]) ||
          tokens[k]!.kind === 'punct' ||
          SUBJECT_PRONOUNS.has(tokens[k]!.lower) ||
          AUXILIARIES.has(tokens[k]!.lower) ||
          isTime(tokens[k]!)
        )
      )
        return j;
      j = k;
    } else return j;
  }
  return j;
}

const APPOSITIVE_STARTS = new Set(
  'a an the who which whose whom his her their its former one then now himself herself formerly both where when'.split(' '),
);

/** The subject of the verb at `verb`, looked for to its left, not before `from`. */
export function subjectBefore(tokens: readonly Token[], verb: number, from: number): NounPhrase | undefined {
  const j = skipModifiersLeft(tokens, from, verb - 1);
  if (j < from) return undefined;
  const token = tokens[j]!;
  if (token.kind === 'punct') {
    if (token.text === ',' || token.text === '—' || token.text === '–' || token.text === '-' || token.text === '--')
      return beforeAppositive(tokens, j, from);
    return undefined;
  }
  if (token.kind === 'word' && token.lower === 'who') return beforeRelative(tokens, j, from);
  if (
    token.kind === 'word' &&
    (token.lower === 'which' || token.lower === 'that') &&
    isNominal(tokens[tokens[j - 1]?.text === ',' ? j - 2 : j - 1])
  )
    return beforeRelative(tokens, j, from);
  const phrase = nounPhraseEndingAt(tokens, j, from);
  const occasion = phrase === undefined ? -1 : occasionStart(tokens, phrase);
  if (occasion >= 0) {
    const before = occasion - 1 < from ? undefined : tokens[occasion - 1];
    return before === undefined || before.kind !== 'word' || CONJUNCTIONS.has(before.lower)
      ? undefined
      : nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, from, occasion - 1), from);
  }
  if (phrase === undefined || !isTime(tokens[phrase.head]!) || tokens[phrase.head]!.capital) return phrase;
  // "The department less than two weeks ago said": a time between the subject and its verb.
  let k = phrase.from - 1;
  while (k > phrase.from - 4 && /^(?:less|more|than|about|nearly|almost|just|some|over)$/.test(tokens[k]?.lower ?? '')) k--;
  return (k < from ? undefined : nounPhraseEndingAt(tokens, k, from)) ?? phrase;
}

const OCCASIONS =
  /^(?:interview|statement|letter|email|e-mail|tweet|speech|post|call|hearing|briefing|message|conversation|memo|report|column|essay|video|filing|debate|rally|ruling)s?$/;

/** "Lee in a later statement said": the preposition of where it was said, between the subject and its verb; -1 when it is no such phrase. */
function occasionStart(tokens: readonly Token[], { from, head, kind }: NounPhrase): number {
  if (kind !== 'nominal' || !OCCASIONS.test(tokens[head]!.lower)) return -1;
  let k = from;
  while (k > from - 3 && /^(?:later|earlier|recent|separate|subsequent|previous)$/.test(tokens[k - 1]?.lower ?? '')) k--;
  if (!/^(?:a|an|his|her|their|its)$/.test(tokens[k]!.lower)) k--;
  const opens =
    /^(?:a|an|his|her|their|its)$/.test(tokens[k]?.lower ?? '') && /^(?:in|at|on|during|through|via)$/.test(tokens[k - 1]?.lower ?? '');
  return opens ? k - 1 : -1;
}

function beforeRelative(tokens: readonly Token[], relative: number, from: number): NounPhrase | undefined {
  let k = relative - 1;
  if (tokens[k] !== undefined && /^(?:,|—|–|-|--)$/.test(tokens[k]!.text)) k--;
  if (k < from) return undefined;
  const antecedent = nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, from, k), from);
  return antecedent === undefined ? undefined : { from: relative, to: relative + 1, head: relative, kind: 'relative', antecedent };
}

const RELATIVE = /^(?:who|whose|which)$/;

/** "Lee, whose firm, Acme, makes bells, said": the phrase before a relative clause that opened further left. */
function beforeWho(tokens: readonly Token[], comma: number, floor: number, from: number): NounPhrase | undefined {
  for (let k = comma - 1; k > floor; k--) {
    const token = tokens[k]!;
    if (token.kind === 'quote' || token.text === ';' || token.text === ':') return undefined;
    if (token.text !== ',' || !RELATIVE.test(tokens[k + 1]!.lower)) continue;
    const phrase = nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, from, k - 1), from);
    const before = phrase === undefined ? undefined : tokens[phrase.from - 1];
    return phrase !== undefined && (before === undefined || before.kind !== 'word') ? phrase : undefined;
  }
  return undefined;
}

/** "Lee, the mayor of Troy, said": finds the mark that opens what the mark at `close` ends, and the phrase before it. */
function beforeAppositive(tokens: readonly Token[], close: number, from: number): NounPhrase | undefined {
  const dash = tokens[close]!.text !== ',';
  const floor = Math.max(from, close - MAX_WALK);
  let best: NounPhrase | undefined;
  for (let k = close - 1; k > floor; k--) {
    const token = tokens[k]!;
    if (token.kind === 'quote') break;
    if (token.kind !== 'punct') continue;
    if (token.text === ';' || token.text === ':' || token.text === '.' || token.text === '?' || token.text === '!') break;
    const opens = dash ? token.text === tokens[close]!.text : token.text === ',';
    if (!opens) continue;
    if (tokens[k - 1]?.lower === 'who') return beforeRelative(tokens, k - 1, from);
    const phrase = nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, from, k - 1), from);
    if (phrase === undefined || phrase.from < from) continue;
    const next = tokens[k + 1]!;
    const before = tokens[phrase.from - 1];
    const startsClause =
      phrase.from === from ||
      before === undefined ||
      before.kind !== 'word' ||
      CONJUNCTIONS.has(before.lower) ||
      SUBORDINATORS.has(before.lower) ||
      (isAdverb(before) && phrase.from - 1 === from);
    if (!startsClause) continue;
    best = phrase;
    if (phrase.kind === 'name' && !isTime(tokens[phrase.head]!) && !RELATIVE.test(next.lower))
      return beforeWho(tokens, k, floor, from) ?? best;
    if (APPOSITIVE_STARTS.has(next.lower) || /^\d/.test(next.text) || dash || ROLE_NOUNS.has(next.lower)) return best;
  }
  return best;
}

/** The possessor of the noun at `noun`: "Trump" in "Trump’s repeated claim", "his" in "his claim". */
export function possessorBefore(tokens: readonly Token[], noun: number, from: number): NounPhrase | undefined {
  for (let k = noun - 1; k >= Math.max(from, noun - 5); k--) {
    const token = tokens[k]!;
    if (token.kind === 'possessive') {
      const phrase = nounPhraseEndingAt(tokens, k - 1, from);
      return phrase === undefined ? undefined : { ...phrase, kind: phrase.kind };
    }
    if (/^(?:your|our|my)$/.test(token.lower)) return undefined;
    if (POSSESSIVE_PRONOUNS.has(token.lower)) return { from: k, to: k + 1, head: k, kind: 'possessive' };
    if (token.kind !== 'word' || DETERMINERS.has(token.lower) || PREPOSITIONS.has(token.lower) || AUXILIARIES.has(token.lower))
      return undefined;
  }
  return undefined;
}
