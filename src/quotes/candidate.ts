/** One possible speaker of a quotation, with what speaks for it. */
import type { CueClass } from '../languages/speech-words.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { EvidenceRule } from './weights.ts';

export interface Candidate {
  /** Readable name of the pattern: "after: subject verb". */
  readonly rule: EvidenceRule;
  readonly score: number;
  readonly subject: NounPhrase | undefined;
  /** Token range of the cue, end exclusive. */
  readonly cue: readonly [from: number, to: number] | undefined;
  readonly cueClass: CueClass | 'noun' | 'according' | 'colon' | 'none';
}
