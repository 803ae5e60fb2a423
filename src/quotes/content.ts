/** The whole reported clause around marked words that no clause was read for: from their cue on, or up to it. */
import { lexicon } from './lexicon.ts';
import type { Span } from '../article.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd, lastWord, thatAfter } from './indirect.ts';
import { isTime, nounPhraseAt } from './noun-phrases.ts';
import type { Sentence, Token, TokenisedParagraph } from './tokens.ts';
import { isDash, isTitleCase } from './verb-context.ts';

/** Tokens on either side of the marked words that are looked at; keeps the reading linear. */
const REACH = 120;

/** Undefined when the cue stands in another sentence, or the clause is no wider than the marked words. */
export function clauseAround({ stretch, cue, speaker }: Attribution, { tokens, sentences }: TokenisedParagraph): Span | undefined {
  if (cue === undefined) return undefined;
  const quote = tokenAt(tokens, stretch.outerStart);
  const whole = sentenceAt(sentences, quote);
  const sentence = whole === undefined ? undefined : { from: Math.max(whole.from, quote - REACH), to: Math.min(whole.to, quote + REACH) };
  const verb = tokenAt(tokens, cue[0]);
  if (sentence === undefined || verb < sentence.from || verb >= sentence.to || tokens[quote]!.kind !== 'quote') return undefined;
  const source = speaker === undefined ? verb : Math.min(verb, tokenAt(tokens, speaker.span[0]));
  // "…," said Lee, "and it is open": nothing but the source stands between.
  if (verb < quote && (tokens[quote - 1]!.text === ',' || (source >= verb && speaker !== undefined && speaker.span[0] > cue[0])))
    return undefined;
  const range = verb > quote ? beforeCue(tokens, sentence, quote, source > quote ? source : verb) : afterCue(tokens, sentence, quote, cue);
  if (range === undefined) return undefined;
  const [from, to] = range;
  if (from > quote || to <= quote || (from === quote && (to === quote + 1 || verb < quote))) return undefined;
  return [tokens[from]!.start, tokens[to - 1]!.end];
}

/** "The plan is “a mess” for everybody, Lee said." */
function beforeCue(tokens: readonly Token[], sentence: Sentence, quote: number, source: number): [number, number] {
  let from = sentence.from;
  while (from < quote && tokens[from]!.kind === 'punct') from++;
  let to = source;
  while (to > quote + 1 && (tokens[to - 1]!.kind === 'punct' || lexicon.as.has(tokens[to - 1]!.lower))) to--;
  return [from, to];
}

/** "Lee decried the issue of “old bridges” in town": from the word after the cue, past hearer and time. */
function afterCue(tokens: readonly Token[], sentence: Sentence, quote: number, cue: Span): [number, number] | undefined {
  let from = tokenAt(tokens, cue[0]);
  while (from < quote && tokens[from]!.start < cue[1]) from++;
  const lemma = tokens[tokenAt(tokens, cue[0])]!.verb?.lemma ?? '';
  const that = thatAfter(tokens, from, quote, lemma);
  if (that !== undefined) from = that;
  else if (lexicon.tellVerbs.has(tokens[from - 1]?.verb?.lemma ?? '')) {
    const hearer = lexicon.objectPronouns.has(tokens[from]!.lower) ? from + 1 : nounPhraseAt(tokens, from, quote)?.to;
    if (hearer !== undefined && hearer <= quote) from = hearer;
  }
  while (
    from < quote &&
    (isTime(tokens[from]!) || tokens[from]!.kind === 'punct' || (lexicon.dayOpeners.has(tokens[from]!.lower) && isTime(tokens[from + 1]!)))
  )
    from++;
  for (let k = from; k < quote; k++) if (tokens[k]!.text === ':' || tokens[k]!.text === ';' || isDash(tokens[k])) return undefined;
  return [from, clauseEnd(tokens, quote, lastWord(tokens, sentence), isTitleCase(tokens, sentence), tokenAt(tokens, cue[0]))];
}

function sentenceAt(sentences: readonly Sentence[], token: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.from <= token) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}

/** Index of the token that starts at or last before `at` (binary search). */
function tokenAt(tokens: readonly Token[], at: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tokens[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
