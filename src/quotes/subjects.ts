/** The subject of a verb: before it, before an apposition or a relative clause; the possessor of a noun. Every walk is bounded by MAX_WALK tokens. */
import { lexicon } from './lexicon.ts';
import { MAX_WALK, isAdverb, isNameWord, isNominal, isTime, matchingOpen, nounPhraseEndingAt, type NounPhrase } from './noun-phrases.ts';
import { tokenAt, type Token } from './tokens.ts';

/** Steps left over auxiliaries, adverbs, times and brackets between a subject and its verb. */
export function skipModifiersLeft(tokens: readonly Token[], from: number, index: number): number {
  let j = index;
  for (let step = 0; step < 24 && j >= from; step++) {
    const token = tokenAt(tokens, j);
    if (token.kind === 'word' && !isNameWord(token) && (lexicon.auxiliaries.has(token.lower) || isAdverb(token))) j--;
    else if (token.kind === 'punct' && (token.text === ')' || token.text === ']')) {
      const open = matchingOpen(tokens, j, from);
      if (open < 0) return j;
      j = open - 1;
    } else if (isTime(token) && j > from) {
      let k = j;
      while (
        k > from &&
        (isTime(tokenAt(tokens, k)) ||
          lexicon.this.has(tokenAt(tokens, k).lower) ||
          (tokenAt(tokens, k).text === ',' && isTime(tokenAt(tokens, k - 1)) && /^\d/.test(tokens[k + 1]?.text ?? '')))
      )
        k--;
      const before = tokenAt(tokens, k);
      if (lexicon.timeDeterminers.has(before.lower) && k > from && lexicon.spanPrepositions.has(tokenAt(tokens, k - 1).lower)) k -= 2;
      else if (lexicon.dayPrepositions.has(before.lower)) k--;
      if (
        k < from ||
        !(
          isNominal(tokens[k]) ||
          tokenAt(tokens, k).kind === 'punct' ||
          lexicon.subjectPronouns.has(tokenAt(tokens, k).lower) ||
          lexicon.auxiliaries.has(tokenAt(tokens, k).lower) ||
          isTime(tokenAt(tokens, k))
        )
      )
        return j;
      j = k;
    } else return j;
  }
  return j;
}

/** The subject of the verb at `verb`, looked for to its left, not before `from`. */
export function subjectBefore(tokens: readonly Token[], verb: number, from: number): NounPhrase | undefined {
  const j = skipModifiersLeft(tokens, from, verb - 1);
  if (j < from) return undefined;
  const token = tokenAt(tokens, j);
  if (token.kind === 'punct') {
    if (token.text === ',' || token.text === '—' || token.text === '–' || token.text === '-' || token.text === '--')
      return beforeAppositive(tokens, j, from);
    return undefined;
  }
  if (token.kind === 'word' && lexicon.who.has(token.lower)) return beforeRelative(tokens, j, from);
  if (token.kind === 'word' && lexicon.thingRelatives.has(token.lower) && isNominal(tokens[tokens[j - 1]?.text === ',' ? j - 2 : j - 1]))
    return beforeRelative(tokens, j, from);
  const phrase = nounPhraseEndingAt(tokens, j, from);
  const occasion = phrase === undefined ? -1 : occasionStart(tokens, phrase);
  if (occasion >= 0) {
    const before = occasion - 1 < from ? undefined : tokens[occasion - 1];
    return before === undefined || before.kind !== 'word' || lexicon.conjunctions.has(before.lower)
      ? undefined
      : nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, from, occasion - 1), from);
  }
  if (phrase === undefined || !isTime(tokenAt(tokens, phrase.head)) || tokenAt(tokens, phrase.head).capital) return phrase;
  // "The department less than two weeks ago said": a time between the subject and its verb.
  let k = phrase.from - 1;
  while (k > phrase.from - 4 && lexicon.degreeWords.has(tokens[k]?.lower ?? '')) k--;
  return (k < from ? undefined : nounPhraseEndingAt(tokens, k, from)) ?? phrase;
}

/** "Lee in a later statement said": the preposition of where it was said, between the subject and its verb; -1 when it is no such phrase. */
function occasionStart(tokens: readonly Token[], { from, head, kind }: NounPhrase): number {
  if (kind !== 'nominal' || !lexicon.occasions.has(tokenAt(tokens, head).lower)) return -1;
  let k = from;
  while (k > from - 3 && lexicon.occasionAdjectives.has(tokens[k - 1]?.lower ?? '')) k--;
  if (!lexicon.occasionDeterminers.has(tokenAt(tokens, k).lower)) k--;
  const opens = lexicon.occasionDeterminers.has(tokens[k]?.lower ?? '') && lexicon.occasionPrepositions.has(tokens[k - 1]?.lower ?? '');
  return opens ? k - 1 : -1;
}

function beforeRelative(tokens: readonly Token[], relative: number, from: number): NounPhrase | undefined {
  let k = relative - 1;
  if (tokens[k] !== undefined && /^(?:,|—|–|-|--)$/.test(tokenAt(tokens, k).text)) k--;
  if (k < from) return undefined;
  const antecedent = nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, from, k), from);
  return antecedent === undefined ? undefined : { from: relative, to: relative + 1, head: relative, kind: 'relative', antecedent };
}

/** "Lee, whose firm, Acme, makes bells, said": the phrase before a relative clause that opened further left. */
function beforeWho(tokens: readonly Token[], comma: number, floor: number, from: number): NounPhrase | undefined {
  for (let k = comma - 1; k > floor; k--) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'quote' || token.text === ';' || token.text === ':') return undefined;
    if (token.text !== ',' || !lexicon.relatives.has(tokenAt(tokens, k + 1).lower)) continue;
    const phrase = nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, from, k - 1), from);
    const before = phrase === undefined ? undefined : tokens[phrase.from - 1];
    return phrase !== undefined && (before === undefined || before.kind !== 'word') ? phrase : undefined;
  }
  return undefined;
}

/** "Lee, the mayor of Troy, said": finds the mark that opens what the mark at `close` ends, and the phrase before it. */
function beforeAppositive(tokens: readonly Token[], close: number, from: number): NounPhrase | undefined {
  const dash = tokenAt(tokens, close).text !== ',';
  const floor = Math.max(from, close - MAX_WALK);
  let best: NounPhrase | undefined;
  for (let k = close - 1; k > floor; k--) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'quote') break;
    if (token.kind !== 'punct') continue;
    if (token.text === ';' || token.text === ':' || token.text === '.' || token.text === '?' || token.text === '!') break;
    const opens = dash ? token.text === tokenAt(tokens, close).text : token.text === ',';
    if (!opens) continue;
    if (lexicon.who.has(tokens[k - 1]?.lower ?? '')) return beforeRelative(tokens, k - 1, from);
    const phrase = nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, from, k - 1), from);
    if (phrase === undefined || phrase.from < from) continue;
    const next = tokenAt(tokens, k + 1);
    const before = tokens[phrase.from - 1];
    const startsClause =
      phrase.from === from ||
      before === undefined ||
      before.kind !== 'word' ||
      lexicon.conjunctions.has(before.lower) ||
      lexicon.subordinators.has(before.lower) ||
      (isAdverb(before) && phrase.from - 1 === from);
    if (!startsClause) continue;
    best = phrase;
    if (phrase.kind === 'name' && !isTime(tokenAt(tokens, phrase.head)) && !lexicon.relatives.has(next.lower))
      return beforeWho(tokens, k, floor, from) ?? best;
    if (lexicon.appositiveStarts.has(next.lower) || /^\d/.test(next.text) || dash || lexicon.roleNouns.has(next.lower)) return best;
  }
  return best;
}

/** The possessor of the noun at `noun`: "Trump" in "Trump’s repeated claim", "his" in "his claim". */
export function possessorBefore(tokens: readonly Token[], noun: number, from: number): NounPhrase | undefined {
  for (let k = noun - 1; k >= Math.max(from, noun - 5); k--) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'possessive') {
      const phrase = nounPhraseEndingAt(tokens, k - 1, from);
      return phrase === undefined ? undefined : { ...phrase, kind: phrase.kind };
    }
    if (lexicon.speakerPossessives.has(token.lower)) return undefined;
    if (lexicon.possessivePronouns.has(token.lower)) return { from: k, to: k + 1, head: k, kind: 'possessive' };
    if (
      token.kind !== 'word' ||
      lexicon.determiners.has(token.lower) ||
      lexicon.prepositions.has(token.lower) ||
      lexicon.auxiliaries.has(token.lower)
    )
      return undefined;
  }
  return undefined;
}
