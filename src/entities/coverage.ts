/** Whether the tagger, which learnt English news only, may read a text: names in other languages would be guesses. */
import { detectLanguage } from '../text/language.ts';
import type { Tokens } from './tokens.ts';

const FUNCTION_WORDS = new Set(
  'the of and to in a is that for on with was as by at from it he his an be has have are were said not but which this who their they its'.split(
    ' ',
  ),
);
/** Share of English function words; English news lies at 0.25 to 0.45, other languages under 0.06 (development sets; mixed lists in between). */
const ENGLISH_SHARE = 0.1;
/** Texts shorter than this say too little about their language. */
const FEW_TOKENS = 12;

/** The language that keeps the text from being read, or undefined when it is English, or too short to tell. */
export function uncoveredLanguage(
  text: string,
  tokens: Tokens,
  declared: { readonly code: string; readonly confidence: number },
): string | undefined {
  if (declared.code === 'en' || tokens.count < FEW_TOKENS) return undefined;
  let words = 0;
  let english = 0;
  for (let index = 0; index < Math.min(tokens.count, 3000); index++) {
    const word = tokens.words[index] ?? '';
    if (!/^\p{L}/u.test(word)) continue;
    words++;
    if (FUNCTION_WORDS.has(word.toLowerCase())) english++;
  }
  if (words === 0 || english >= words * ENGLISH_SHARE) return undefined;
  const detected = declared.code === 'und' ? detectLanguage(text) : declared;
  return detected.code === 'en' || detected.code === 'und' || detected.confidence < 0.5 ? undefined : detected.code;
}
