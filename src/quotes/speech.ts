/** Speech or not: titles, terms, nicknames and scare quotes are marked stretches too (6 % of them, three quarters of one to three words). */
import { isVerbLike, lexicon } from './lexicon.ts';
import type { Candidate } from './candidate.ts';
import type { Stretch } from './marks.ts';
import { isAdverb } from './noun-phrases.ts';
import { tokenAt, type Sentence, type Token } from './tokens.ts';

/** UTF-16 units; ten words, the longest title looked for, are shorter. */
const MAX_TERM = 160;

/** Why a stretch is not speech, or undefined when it is. `foreign`: the text is not English, so a missing cue says little. */
export function whyNotSpeech(
  text: string,
  stretch: Stretch,
  tokens: readonly Token[],
  quote: number,
  sentence: Sentence,
  best: Candidate | undefined,
  foreign: boolean,
): string | undefined {
  // Longer than any title or term.
  if (stretch.end - stretch.start > MAX_TERM) return best?.rule === 'before: naming' ? 'name' : undefined;
  const raw = text.slice(stretch.start, stretch.end);
  const inner = raw.replace(/[.,;:!?…]+$/, '');
  const wordList = inner.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (wordList.length === 0) return 'no words';
  if (best?.rule === 'before: naming') return 'name';
  if (/^\d+$/.test(inner)) return 'number';
  const before = tokens[quote - 1];
  const previous = tokens[quote - 2];
  // "to understand the “as-is” state, we …": who is addressed and everybody is nobody's source.
  const everybody = best?.subject !== undefined && lexicon.everybody.has(tokenAt(tokens, best.subject.head).lower);
  const strong = best?.subject !== undefined && best.score >= 40 && !everybody;
  const titleCase =
    wordList.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}&]/u.test(word) || lexicon.titleSmallWords.has(word.toLowerCase())) &&
    /^\P{L}*\p{Lu}/u.test(wordList.at(-1)!) &&
    /^\P{L}*[\p{Lu}\p{N}]/u.test(wordList[0]!);
  if (foreign && before !== undefined && wordList.length <= 10 && lexicon.works.has(before.lower)) return 'title';
  const exclaimed = /[!?]$/.test(raw);
  const own =
    best !== undefined &&
    (best.rule.startsWith('after:') || (best.cue !== undefined && best.rule.startsWith('before:') && quote - best.cue[1] <= 1));
  if (best?.rule.endsWith('headline name') === true) return undefined;
  if (before !== undefined && titleCase && wordList.length <= 10 && !exclaimed) {
    const introduced =
      lexicon.workCues.has(before.lower) || (before.text === ',' && previous !== undefined && lexicon.workCues.has(previous.lower));
    // An episode of “Bridges”: what has parts or makers of this kind is a work, however short its name.
    const part = lexicon.of.has(before.lower) && lexicon.workParts.has(previous?.lower ?? '');
    if (introduced || part) return 'title';
    if (before.kind === 'possessive' && !lexicon.speechNouns.has(tokens[quote + 1]?.lower ?? '')) return 'title';
    if (lexicon.workPrepositions.has(before.lower) && quote > sentence.from && wordList.length >= 2 && best?.cueClass !== 'judge')
      return 'title';
  }
  const next = tokens[quote + 1];
  // The “Bad Weather” singer; after playing “Down By the River,” she told the crowd.
  if (titleCase && !/[.,!?…]$/.test(raw) && lexicon.artists.has(next?.lower ?? '')) return 'title';
  if (titleCase && !exclaimed && wordList.length >= 3 && before?.verb === undefined && lexicon.performing.has(before?.lower ?? ''))
    return 'title';
  const inPhrase =
    before !== undefined &&
    lexicon.articles.has(before.lower) &&
    next?.kind === 'word' &&
    !next.capital &&
    !isVerbLike(next.lower) &&
    !isAdverb(next) &&
    !lexicon.prepositions.has(next.lower) &&
    !lexicon.conjunctions.has(next.lower) &&
    !lexicon.speechNouns.has(next.lower);
  // The “History” section of the site; the “provisional” role of the mayor: what is said of them stands after.
  if (inPhrase && wordList.length <= 3 && !/[,.!?]$/.test(raw) && !(strong && /^(?:before|trailing):/.test(best.rule)))
    return titleCase ? 'name' : 'scare quote';
  // “moan”-worthy
  if (wordList.length <= 3 && text[stretch.outerEnd] === '-' && /\p{L}/u.test(text[stretch.outerEnd + 1] ?? '')) return 'scare quote';
  const alone = sentence.from === quote && sentence.to === quote + 1;
  if (best?.rule.startsWith('after:') === true || (alone && /[.!?]$/.test(raw))) return undefined;
  // He said the “Golden Week” would stay: a term inside what he said, where a title would stand without an article.
  const termSaid = strong && best.cueClass === 'say' && lexicon.articles.has(before?.lower ?? '');
  const judged = strong && best.cueClass === 'judge';
  if (titleCase && wordList.length >= 2 && wordList.length <= 8 && !/[.!?]$/.test(raw) && !own && !judged && !termSaid) return 'title';
  if (before?.kind === 'word' && lexicon.speechNouns.has(before.lower)) return undefined;
  if (
    (lexicon.to.has(before?.lower ?? '') || lexicon.of.has(before?.lower ?? '')) &&
    previous !== undefined &&
    lexicon.speechNouns.has(previous.lower) &&
    previous.lower.endsWith('s') &&
    !titleCase
  )
    return undefined;
  if (lexicon.soCalled.has(before?.lower ?? '')) return 'scare quote';
  if (best === undefined && foreign && wordList.length >= 2 && !titleCase) return undefined;
  if (wordList.length <= 3) {
    if (lexicon.called.has(before?.lower ?? '') && lexicon.passiveBe.has(previous?.lower ?? '')) return 'name';
    if (titleCase && !strong) return 'name';
    if (!strong) return 'scare quote';
  }
  return undefined;
}
