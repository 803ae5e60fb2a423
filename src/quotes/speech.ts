/** Speech or not: titles, terms, nicknames and scare quotes are marked stretches too (6 % of them, three quarters of one to three words). */
import type { Candidate } from './candidates.ts';
import type { Stretch } from './marks.ts';
import type { Token } from './tokens.ts';

const SMALL = /^(?:a|an|the|of|and|or|in|on|at|to|for|from|with|by|is|it|my|your|vs\.?|de|la|as|be|not|n|but|nor)$/i;
const TITLE_CUES = new Set(
  `book books film films movie movies song songs album show shows series episode novel play musical documentary program programme
  podcast column magazine article essay report titled entitled named nicknamed dubbed hit single track game called known headlined headline
  painting poem segment special sitcom comedy drama memoir`.split(/\s+/),
);
const SCARE_BEFORE = new Set('so-called the a an his her their its this that these those of or and in as for any some no its'.split(' '));

/** Why a stretch is not speech, or undefined when it is. */
export function whyNotSpeech(
  text: string,
  stretch: Stretch,
  tokens: readonly Token[],
  quote: number,
  best: Candidate | undefined,
): string | undefined {
  const inner = text.slice(stretch.start, stretch.end).replace(/[.,;:!?…]+$/, '');
  const wordList = inner.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (wordList.length === 0) return 'no words';
  const before = tokens[quote - 1];
  const strong = best !== undefined && best.subject !== undefined && best.score >= 60;
  const titleCase =
    wordList.length >= 1 &&
    wordList.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word) || SMALL.test(word)) &&
    wordList.some((word) => /^\P{L}*\p{Lu}/u.test(word));
  const adjacent = best !== undefined && (best.rule.startsWith('after:') || (best.cue !== undefined && quote - best.cue[1] <= 1));
  if (best !== undefined && best.rule.startsWith('after:')) return undefined;
  if (before !== undefined && TITLE_CUES.has(before.lower) && titleCase) return 'title';
  if (titleCase && wordList.length >= 2 && wordList.length <= 8 && !/[.!?]$/.test(text.slice(stretch.start, stretch.end)) && !adjacent)
    return 'title';
  if (wordList.length <= 3) {
    if (
      before?.lower === 'so-called' ||
      (before?.lower === 'called' &&
        tokens[quote - 2] !== undefined &&
        /^(?:is|are|was|were|been|being|be)$/.test(tokens[quote - 2]!.lower))
    )
      return 'scare quote';
    if (titleCase && !strong) return 'name';
    if (!strong && before !== undefined && before.kind === 'word' && SCARE_BEFORE.has(before.lower)) return 'scare quote';
    if (!strong) return 'scare quote';
  } else if (wordList.length <= 5 && !strong && !/[.!?]$/.test(inner) && /^\p{Ll}/u.test(inner)) return 'scare quote';
  return undefined;
}
