/** Who speaks in a sentence without a quotation, for the quotation beside it. */
import type { Span } from '../article.ts';
import type { Last, Placed, Resolved } from './attribution.ts';
import { candidatesFor } from './candidates.ts';
import type { Candidate } from './candidate.ts';
import { lexicon } from './lexicon.ts';
import { mainSubject } from './main-subject.ts';
import { mediumOf } from './medium.ts';
import { mentionOf } from './mention.ts';
import { tokenAt, type Sentence, type Token } from './tokens.ts';
import { ELSEWHERE } from './weights.ts';

/** A paragraph that ends in a colon hands its speaker to the quotation paragraph below. */
export function colonSpeaker(tokens: readonly Token[], sentences: readonly Sentence[], paragraph: number): Last | undefined {
  const sentence = sentences.at(-1)!;
  const best = candidatesFor([...tokens, { ...tokens.at(-1)!, kind: 'quote', text: '“”', lower: '“”' }], tokens.length, {
    from: sentence.from,
    to: tokens.length + 1,
  })[0];
  if (best?.subject === undefined) {
    const subject = mainSubject(tokens, sentence.from, tokens.length);
    return subject === undefined
      ? undefined
      : { speaker: mentionOf(tokens, subject, paragraph), cue: undefined, index: -1, paragraph, closing: true };
  }
  const cue: Span | undefined =
    best.cue === undefined ? undefined : [tokenAt(tokens, best.cue[0]).start, tokenAt(tokens, best.cue[1] - 1).end];
  return {
    speaker: mentionOf(tokens, best.subject, paragraph),
    cue,
    index: -1,
    paragraph,
    closing: true,
    medium: best.cue === undefined ? undefined : mediumOf(tokens, sentence, best.cue[0]),
  };
}

/** The speaker a sentence without quotation marks reports: "Lee said the bridge was open." */
export function reportedIn(tokens: readonly Token[], sentence: Sentence, paragraph: number, rule: string): Resolved | undefined {
  const local = tokens.slice(sentence.from, sentence.to);
  if (local.some((token) => token.kind === 'quote')) return undefined;
  const masked: Token = { start: 0, end: 0, text: '“”', lower: '“”', kind: 'quote', stretch: -1, capital: false, verb: undefined };
  const best = candidatesFor([...local, masked], local.length, { from: 0, to: local.length + 1 }).filter(
    (candidate) =>
      candidate.subject !== undefined &&
      candidate.cue !== undefined &&
      (candidate.cueClass === 'say' ||
        (candidate.cueClass === 'judge' && !lexicon.viewVerbs.test(tokens[sentence.from + candidate.cue[0]]?.lower ?? ''))),
  );
  const said = best.filter((candidate) => candidate.cueClass === 'say');
  const main = (said.length > 0 ? said : best).reduce<Candidate | undefined>(
    (left, other) => (left === undefined || other.cue![0] < left.cue![0] ? other : left),
    undefined,
  );
  if (main?.subject === undefined || main.cue === undefined) return undefined;
  return {
    speaker: mentionOf(local, main.subject, paragraph),
    cue: [tokenAt(local, main.cue[0]).start, tokenAt(local, main.cue[1] - 1).end],
    rule,
    score: ELSEWHERE.reported,
  };
}

/** A reporting sentence between an earlier quotation of the paragraph and this one. */
export function reportedSince(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  earlier: Placed,
  item: Placed,
  paragraph: number,
): Resolved | undefined {
  if (item.sentence - earlier.sentence < 2 || item.quote !== sentences[item.sentence]!.from) return undefined;
  return reportedIn(tokens, sentences[item.sentence - 1]!, paragraph, 'reported in the sentence before');
}
