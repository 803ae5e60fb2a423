/** The subject of a sentence's main clause, past what introduces it. Every walk is bounded by MAX_WALK tokens. */
import { isVerbLike, lexicon } from './lexicon.ts';
import { MAX_WALK, isAdverb, isTime, nounPhraseAt, type NounPhrase } from './noun-phrases.ts';
import { tokenAt, type Token } from './tokens.ts';

/** The subject of the sentence's main clause: the first noun phrase, past introductory phrases, that a verb follows. */
export function mainSubject(tokens: readonly Token[], from: number, to: number, strict = false): NounPhrase | undefined {
  let p = from;
  let fallback: NounPhrase | undefined;
  for (let turn = 0; turn < 8 && p < to; turn++) {
    for (let step = 0; step < MAX_WALK && p < to; step++) {
      const token = tokenAt(tokens, p);
      const skip =
        token.kind === 'quote' ||
        token.kind === 'punct' ||
        lexicon.conjunctions.has(token.lower) ||
        (isAdverb(token) && !lexicon.subjectPronouns.has(token.lower));
      if (!skip) break;
      p++;
    }
    if (p >= to) break;
    const token = tokenAt(tokens, p);
    const introductory =
      lexicon.prepositions.has(token.lower) ||
      lexicon.subordinators.has(token.lower) ||
      (lexicon.introductoryEnding.test(token.lower) && !isFollowedByName(tokens, p)) ||
      isTime(token);
    if (!introductory) {
      const phrase = nounPhraseAt(tokens, p, to);
      if (phrase !== undefined) {
        fallback ??= phrase;
        if (isFollowedByVerb(tokens, phrase.to, to)) return phrase;
      }
    }
    const comma = nextPunct(tokens, ',', p + 1, Math.min(to, p + MAX_WALK));
    if (comma < 0) break;
    p = comma + 1;
  }
  return strict ? undefined : fallback;
}

function nextPunct(tokens: readonly Token[], mark: string, from: number, to: number): number {
  for (let k = from; k < to; k++) if (tokenAt(tokens, k).text === mark) return k;
  return -1;
}

const isFollowedByName = (tokens: readonly Token[], p: number): boolean =>
  p + 1 < tokens.length &&
  tokenAt(tokens, p + 1).capital &&
  !lexicon.ingEnding.test(tokenAt(tokens, p).lower) &&
  !lexicon.asked.has(tokenAt(tokens, p).lower);

function isFollowedByVerb(tokens: readonly Token[], at: number, to: number): boolean {
  let i = at;
  for (let step = 0; step < 30 && i < to; step++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote') return false;
    if (token.kind === 'punct') {
      if (token.text === '(') {
        while (i < to && tokenAt(tokens, i).text !== ')') i++;
        i++;
        continue;
      }
      if (token.text !== ',' && token.text !== '—' && token.text !== '–' && token.text !== '-' && token.text !== '--') return false;
      const close = nextPunct(tokens, token.text, i + 1, Math.min(to, i + 30));
      if (close < 0) return false;
      i = close + 1;
      continue;
    }
    if (isVerbLike(token.lower) || token.verb !== undefined) return true;
    if (isAdverb(token) || isTime(token)) {
      i++;
      continue;
    }
    if (lexicon.prepositions.has(token.lower)) {
      const inner = nounPhraseAt(tokens, i + 1, to);
      if (inner === undefined) return false;
      i = inner.to;
      continue;
    }
    return !token.capital && lexicon.pluralEnding.test(token.lower);
  }
  return false;
}
