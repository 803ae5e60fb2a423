import type { SpeechWords } from '../speech-words.ts';
import { speechClauses } from './speech-clauses.ts';
import { cues } from './speech-cues.ts';
import { speechGrammar } from './speech-grammar.ts';
import { speechNouns } from './speech-nouns.ts';
import { speechPatterns } from './speech-patterns.ts';
import { speechVerbs } from './speech-verbs.ts';
import { speechWorks } from './speech-works.ts';

export const speech: SpeechWords = {
  ...speechVerbs,
  ...speechNouns,
  ...speechGrammar,
  ...speechClauses,
  ...speechWorks,
  ...speechPatterns,
  cues,
  quotationMarks: [
    ['“', '”'],
    ['‟', '”'],
  ],
};
