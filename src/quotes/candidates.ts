/** Every way the words around a marked stretch can attribute it, each with a rule name and a score; the highest score wins. */
import { WEIGHTS } from './weights.ts';
import { lexicon } from './lexicon.ts';
import { candidatesAfter } from './after.ts';
import type { Candidate } from './candidate.ts';
import { candidatesBefore } from './before.ts';
import { NONE, type Part } from './parts.ts';
import { mainSubject } from './main-subject.ts';
import { possessorBefore } from './subjects.ts';
import { tokenAt, type Sentence, type Token } from './tokens.ts';
import { isTitleCase } from './verb-context.ts';

/** "Lee’s “isolationist” remarks": the possessor before the quotation, when a noun of speech follows it. */
function around(tokens: readonly Token[], quote: number, sentence: Sentence): Candidate[] {
  for (let k = quote + 1; k < Math.min(sentence.to, quote + 4); k++) {
    const token = tokenAt(tokens, k);
    if (token.kind !== 'word') break;
    if (!lexicon.speechNouns.has(token.lower)) continue;
    const subject = possessorBefore(tokens, quote, sentence.from);
    return subject === undefined
      ? []
      : [{ rule: 'around: possessive noun', score: WEIGHTS['around: possessive noun'], subject, cue: [k, k + 1], cueClass: 'noun' }];
  }
  return [];
}

/** The main clause's subject, when nothing reports. */
function bare(tokens: readonly Token[], quote: number, sentence: Sentence): Candidate[] {
  const subject = mainSubject(tokens, sentence.from, quote);
  return subject === undefined
    ? []
    : [{ rule: 'bare: main subject', score: WEIGHTS['bare: main subject'], subject, cue: undefined, cueClass: 'none' }];
}

/** All candidates for the quotation at token `quote` inside its sentence, best first. `pause`: see candidatesAfter. */
export function candidatesFor(
  tokens: readonly Token[],
  quote: number,
  sentence: Sentence,
  pause = false,
  without: ReadonlySet<Part> = NONE,
): Candidate[] {
  const headline = isTitleCase(tokens, sentence);
  return [
    ...(without.has('after') ? [] : candidatesAfter(tokens, quote, sentence, headline, pause)),
    ...(without.has('before') ? [] : candidatesBefore(tokens, quote, sentence, headline, without.has('outermost'))),
    ...around(tokens, quote, sentence),
    ...bare(tokens, quote, sentence),
  ].sort((a, b) => b.score - a.score);
}
