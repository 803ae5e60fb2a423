/** Noun phrases, read from either end without a parser. Works on tokens with quoted words masked; every walk is bounded by MAX_WALK tokens. */
import { isVerbLike, lexicon } from './lexicon.ts';
import { tokenAt, type Token } from './tokens.ts';

/** A noun phrase: token range (end exclusive) and the token of its head noun. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly kind: 'name' | 'pronoun' | 'nominal' | 'possessive' | 'relative';
  /** Of a relative pronoun: the phrase it stands for. */
  readonly antecedent?: NounPhrase;
}

export const MAX_WALK = 60;

const isClosed = (word: string): boolean =>
  lexicon.prepositions.has(word) ||
  lexicon.subordinators.has(word) ||
  lexicon.conjunctions.has(word) ||
  lexicon.auxiliaries.has(word) ||
  lexicon.determiners.has(word);
export const isAdverb = (token: Token): boolean =>
  token.kind === 'word' &&
  (lexicon.adverbs.has(token.lower) ||
    (!token.capital && token.lower.length > 4 && lexicon.adverbEnding.test(token.lower) && !lexicon.notAdverbs.has(token.lower)));
export const isTime = (token: Token): boolean =>
  token.kind === 'word' &&
  (lexicon.weekdays.has(token.lower) ||
    (token.capital && lexicon.months.has(token.lower)) ||
    (lexicon.timeWords.has(token.lower) && !lexicon.timeNames.has(token.text)) ||
    /^\d/.test(token.text));

/** Will and May are names when capitalised inside a sentence. */
export const isNameWord = (token: Token): boolean => lexicon.modalNames.has(token.text);

/** Could this token end a noun phrase? */
export function isNominal(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'quote' || token.kind === 'punct') return false;
  if (token.kind === 'possessive') return false;
  if (isClosed(token.lower) && !(token.capital && !lexicon.capitalFunctionWords.has(token.text))) return false;
  return token.capital || (!isVerbLike(token.lower) && !isAdverb(token));
}

/** The noun phrase whose last token is `end` (inclusive), read from right to left, not before `from`. */
export function nounPhraseEndingAt(tokens: readonly Token[], end: number, from: number): NounPhrase | undefined {
  const last = tokens[end];
  if (last === undefined || end < from) return undefined;
  if (last.kind === 'word' && lexicon.subjectPronouns.has(last.lower) && !lexicon.who.has(last.lower))
    return { from: end, to: end + 1, head: end, kind: 'pronoun' };
  if (last.kind === 'word' && lexicon.loneSubjects.has(last.lower)) return { from: end, to: end + 1, head: end, kind: 'nominal' };
  let head = end;
  let i = end;
  let start = -1;
  const floor = Math.max(from, end - MAX_WALK);
  let lowerNouns = 0;
  /** Lower-case nouns right before the last name count only until the phrase goes on before a preposition. */
  let joined = false;
  while (i >= floor) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote') {
      // A nickname between two names: Joe “Sloppy” Lee.
      if (start >= 0 && tokens[i - 1]?.capital === true && tokens[i + 1]?.capital === true && i + 1 <= end) {
        i--;
        continue;
      }
      break;
    }
    if (token.kind === 'punct') {
      if (token.text === ')' || token.text === ']') {
        const open = matchingOpen(tokens, i, floor);
        if (open > floor) {
          i = open - 1;
          if (start < 0) head = i;
          continue;
        }
      }
      if (token.text === '&' && isNominal(tokens[i - 1])) {
        i--;
        continue;
      }
      break;
    }
    if (token.kind === 'possessive') {
      i--;
      continue;
    }
    const word = token.lower;
    if (lexicon.determiners.has(word) && !(token.capital && tokens[i + 1]?.capital === true && !lexicon.articles.has(word) && i > from)) {
      start = i;
      i--;
      while (i >= floor && tokenAt(tokens, i).kind === 'word' && lexicon.determiners.has(tokenAt(tokens, i).lower)) start = i--;
      if (
        i - 2 >= floor &&
        lexicon.by.has(tokenAt(tokens, i).lower) &&
        lexicon.passiveEnding.test(tokenAt(tokens, i - 1).lower) &&
        isNominal(tokens[i - 2])
      ) {
        head = i - 2;
        i -= 2;
        lowerNouns = 0;
        continue;
      }
      if (i >= floor && attaches(tokens, i, floor, from, end, joined ? 0 : lowerNouns)) {
        if (!isQuantity(tokens, i)) head = i - 1;
        i--;
        lowerNouns = 0;
        joined = true;
        continue;
      }
      break;
    }
    if (lexicon.prepositions.has(word) || lexicon.nounJoints.has(word)) {
      if (start < 0) return undefined;
      // "A letter obtained by the paper": the phrase goes on before the participle.
      if (lexicon.by.has(word) && i - 2 >= floor && lexicon.passiveEnding.test(tokenAt(tokens, i - 1).lower) && isNominal(tokens[i - 2])) {
        head = i - 2;
        i -= 2;
        lowerNouns = 0;
        continue;
      }
      if (!attaches(tokens, i, floor, from, end, joined ? 0 : lowerNouns)) break;
      if (!lexicon.nounJoints.has(word) && !isQuantity(tokens, i)) head = i - 1;
      i--;
      lowerNouns = 0;
      joined = true;
      continue;
    }
    if (isClosed(word) && !token.capital) break;
    if (isAdverb(token) && !(token.capital && i > from)) break;
    if (!token.capital) {
      if (isVerbLike(word) && !isParticipleBeforeNoun(tokens, i, end)) break;
      const { verb } = token;
      // "… said Trump told": a finite cue between two names ends the phrase.
      if (
        verb !== undefined &&
        tokens[i + 1]?.capital === true &&
        i < end &&
        (verb.forms.includes('past') || verb.forms.includes('third') || verb.forms.includes('ing')) &&
        !lexicon.roleNouns.has(word)
      )
        break;
      // "a claim Ukrainian leaders denied": the name after it is the subject of a clause of its own.
      if (i < end && tokenAt(tokens, i + 1).capital && lexicon.madeThings.has(word)) break;
      lowerNouns++;
    } else if (i < end && lexicon.weekdays.has(word) && tokenAt(tokens, i + 1).kind !== 'possessive') break;
    else if (lexicon.subordinators.has(word) || lexicon.conjunctions.has(word)) break;
    start = i;
    i--;
  }
  if (start < 0) return undefined;
  // "that Lee said": a conjunction before a name, no determiner.
  if (lexicon.that.has(tokenAt(tokens, start).lower) && start < head && tokenAt(tokens, start + 1).capital) start++;
  if (lexicon.closeTo.has(tokenAt(tokens, head).lower) && head > start && isNominal(tokens[head - 1])) head--;
  const headToken = tokenAt(tokens, head);
  if (headToken.kind !== 'word' || lexicon.determiners.has(headToken.lower)) return undefined;
  return { from: start, to: end + 1, head, kind: headToken.capital && !isRoleOnly(tokens, start, head) ? 'name' : 'nominal' };
}

const isRoleOnly = (tokens: readonly Token[], start: number, head: number): boolean =>
  start === head &&
  lexicon.roleNouns.has(tokenAt(tokens, head).lower) &&
  tokenAt(tokens, head).text !== tokenAt(tokens, head).text.toUpperCase();

/** "newly elected senator", "the leaked memo": a participle that belongs to the noun phrase. */
function isParticipleBeforeNoun(tokens: readonly Token[], i: number, end: number): boolean {
  const word = tokenAt(tokens, i).lower;
  if (i >= end || lexicon.auxiliaries.has(word)) return false;
  if (!lexicon.participleEnding.test(word)) return false;
  const previous = tokens[i - 1];
  return previous !== undefined && (lexicon.determiners.has(previous.lower) || previous.kind === 'possessive' || isAdverb(previous));
}

/** "Some of the men": a quantity before the "of" at i. */
const isQuantity = (tokens: readonly Token[], i: number): boolean =>
  lexicon.of.has(tokenAt(tokens, i).lower) && lexicon.quantities.has(tokens[i - 1]?.lower ?? '');

/** A role, one or several: "aide", "aides". */
const isRole = (word: string): boolean => lexicon.roleNouns.has(word) || (word.endsWith('s') && lexicon.roleNouns.has(word.slice(0, -1)));

/** Does the preposition or "and" at i join what stands before it to the phrase? */
function attaches(tokens: readonly Token[], i: number, floor: number, from: number, end: number, lowerNouns: number): boolean {
  const token = tokenAt(tokens, i);
  if (token.kind !== 'word' || !lexicon.attachingWords.has(token.lower) || i - 1 < floor) return false;
  const before = tokenAt(tokens, i - 1);
  if (isQuantity(tokens, i)) return true;
  const bracket = before.kind === 'punct' && before.text === ')';
  if (!bracket && !isNominal(before)) return false;
  if (isTime(before) && !lexicon.of.has(token.lower)) return false;
  // "In the debate on taxes Trump said": a name after lower-case nouns is a subject of its own.
  if (tokenAt(tokens, end).capital && lowerNouns > 0 && !lexicon.roleNouns.has(tokens[end - 1]?.lower ?? '')) return false;
  if (lexicon.personPrepositions.has(token.lower))
    return (
      (!before.capital || i - 1 === from) &&
      (isRole(before.lower) ||
        lexicon.documentNouns.has(before.lower) ||
        lexicon.agentEnding.test(before.lower) ||
        (lexicon.to.has(token.lower) && lexicon.closeTo.has(before.lower)))
    );
  return true;
}

export function matchingOpen(tokens: readonly Token[], close: number, floor: number): number {
  const want = tokenAt(tokens, close).text === ')' ? '(' : '[';
  for (let i = close - 1; i >= Math.max(floor, close - 25); i--) if (tokenAt(tokens, i).text === want) return i;
  return -1;
}

/** The noun phrase that starts at `start`, read forwards, before `to`. */
export function nounPhraseAt(tokens: readonly Token[], start: number, to: number): NounPhrase | undefined {
  const first = tokens[start];
  if (first === undefined || start >= to || first.kind !== 'word') return undefined;
  if (lexicon.subjectPronouns.has(first.lower)) return { from: start, to: start + 1, head: start, kind: 'pronoun' };
  let i = start;
  let head = -1;
  let end = start;
  const limit = Math.min(to, start + MAX_WALK);
  while (i < limit) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote') {
      if (head >= 0 && tokens[i - 1]?.capital === true && tokens[i + 1]?.capital === true && tokens[i + 2] !== undefined) {
        i++;
        continue;
      }
      break;
    }
    if (token.kind === 'punct') {
      if (token.text === '&' && head >= 0) {
        i++;
        continue;
      }
      break;
    }
    if (token.kind === 'possessive') {
      i++;
      continue;
    }
    const word = token.lower;
    if (lexicon.determiners.has(word)) {
      if (head >= 0 && !token.capital) break;
      i++;
      continue;
    }
    if (lexicon.forwardJoints.has(word)) {
      const next = tokens[i + 1];
      const joins =
        head >= 0 &&
        next?.kind === 'word' &&
        (lexicon.likeJoints.has(word)
          ? tokenAt(tokens, i - 1).capital === next.capital && isNominal(next) && (lexicon.and.has(word) || tokenAt(tokens, i - 1).capital)
          : isNominal(next) || lexicon.determiners.has(next.lower));
      if (!joins || isTime(next)) break;
      if (lexicon.phrasePrepositions.has(word)) {
        const inner = nounPhraseAt(tokens, i + 1, Math.min(limit, i + 14));
        if (inner === undefined || inner.kind === 'pronoun') break;
        return {
          from: start,
          to: inner.to,
          head,
          kind: tokenAt(tokens, head).capital && !isRoleOnly(tokens, start, head) ? 'name' : 'nominal',
        };
      }
      i++;
      continue;
    }
    if (
      isClosed(word) &&
      !(token.capital && i > start && !lexicon.who.has(word)) &&
      !(isNameWord(token) && (tokens[i + 1]?.capital === true || tokens[i + 1]?.verb?.class === 'say'))
    )
      break;
    if (isAdverb(token) && !(token.capital && i > start)) {
      if (head >= 0) break;
      i++;
      continue;
    }
    if (!token.capital && head >= 0 && !afterDeterminer(tokens, i)) {
      const { verb } = token;
      if (
        verb !== undefined &&
        !lexicon.roleNouns.has(word) &&
        (verb.forms.includes('past') || verb.forms.includes('third') || verb.forms.includes('ing'))
      )
        break;
    }
    if (!token.capital && isVerbLike(word) && !afterDeterminer(tokens, i)) break;
    if (i > start && isTime(token) && (lexicon.weekdays.has(word) || tokenAt(tokens, i - 1).capital) && !/^\d/.test(word)) break;
    head = i;
    end = i + 1;
    i++;
  }
  if (head < 0) {
    // "the two", "another": determiners only.
    const lone = i - 1;
    if (lone >= start && tokenAt(tokens, lone).kind === 'word' && lexicon.loneSubjects.has(tokenAt(tokens, lone).lower))
      return { from: start, to: lone + 1, head: lone, kind: 'nominal' };
    return undefined;
  }
  return { from: start, to: end, head, kind: tokenAt(tokens, head).capital && !isRoleOnly(tokens, start, head) ? 'name' : 'nominal' };
}

function afterDeterminer(tokens: readonly Token[], i: number): boolean {
  const previous = tokens[i - 1];
  return (
    previous !== undefined &&
    (lexicon.determiners.has(previous.lower) || previous.kind === 'possessive' || (isAdverb(previous) && afterDeterminer(tokens, i - 1)))
  );
}
