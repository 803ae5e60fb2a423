/** Speech or not: titles, terms, nicknames and scare quotes are marked stretches too (6 % of them, three quarters of one to three words). */
import type { Candidate } from './candidates.ts';
import { SPEECH_NOUNS } from './cues.ts';
import { CONJUNCTIONS, isVerbLike, PREPOSITIONS } from './lexicon.ts';
import type { Stretch } from './marks.ts';
import { isAdverb } from './noun-phrases.ts';
import type { Sentence, Token } from './tokens.ts';

const SMALL = /^(?:a|an|the|of|and|or|in|on|at|to|for|from|with|by|is|it|my|your|vs\.?|de|la|as|be|not|n|but|nor|this|that)$/i;
/** Nouns and verbs that introduce the title of a work or a name. */
const TITLE_CUES = new Set(
  `book books film films movie movies song songs album show shows series episode novel play musical documentary program programme
  podcast column magazine name titled entitled named nicknamed hit single track game known headlined
  painting poem segment special sitcom comedy drama memoir blockbuster host hosts starring featuring aired`.split(/\s+/),
);
/** What stands before the name of a work or a firm in other languages, where titles have small letters. */
const FOREIGN_WORKS = new Set(
  `film films serie buch roman lied song album zeitung magazin zeitschrift theaterstück oper sendung firma kinofilm série livre chanson journal magazine
  revue pièce émission quotidien hebdomadaire película libro novela canción álbum diario periódico revista programa obra romanzo canzone
  giornale quotidiano rivista filme livro romance canção jornal фильм фильме фильма сериал сериале книга книге книгу роман песня песню
  газета газете газеты журнал журнале компания компании группа фирма программа фільм фільмі фільму серіал книзі пісня пісню газеті газети
  журналі компанія компанії гурт програма`.split(/\s+/),
);
const ARTISTS = /^(?:singers?|songstress|songwriter|hitmaker|rapper|stars?|co-stars?|actors?|actress|frontman|alum|authors?|creator)$/;
const PERFORMING = /^(?:playing|singing|performing|hitting|covering|recording|directing|filming|hosting|producing|releasing|watching)$/;
const WORK_PARTS =
  /^(?:episodes?|seasons?|cast|version|remake|revival|reboot|premiere|finale|adaptation|edition|screening|host|co-host|creator|showrunner)$/;
const TITLE_PREPOSITIONS = new Set('on of in from to for at with and watching like'.split(' '));

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
  const everybody = best?.subject !== undefined && /^(?:we|you)$/.test(tokens[best.subject.head]!.lower);
  const strong = best?.subject !== undefined && best.score >= 40 && !everybody;
  const titleCase =
    wordList.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}&]/u.test(word) || SMALL.test(word)) &&
    /^\P{L}*\p{Lu}/u.test(wordList.at(-1)!) &&
    /^\P{L}*[\p{Lu}\p{N}]/u.test(wordList[0]!);
  if (foreign && before !== undefined && wordList.length <= 10 && FOREIGN_WORKS.has(before.lower)) return 'title';
  const exclaimed = /[!?]$/.test(raw);
  const own =
    best !== undefined &&
    (best.rule.startsWith('after:') || (best.cue !== undefined && best.rule.startsWith('before:') && quote - best.cue[1] <= 1));
  if (best?.rule.endsWith('headline name') === true) return undefined;
  if (before !== undefined && titleCase && wordList.length <= 10 && !exclaimed) {
    const introduced = TITLE_CUES.has(before.lower) || (before.text === ',' && previous !== undefined && TITLE_CUES.has(previous.lower));
    // An episode of “Bridges”: what has parts or makers of this kind is a work, however short its name.
    const part = before.lower === 'of' && WORK_PARTS.test(previous?.lower ?? '');
    if (introduced || part) return 'title';
    if (before.kind === 'possessive' && !SPEECH_NOUNS.has(tokens[quote + 1]?.lower ?? '')) return 'title';
    if (TITLE_PREPOSITIONS.has(before.lower) && quote > sentence.from && wordList.length >= 2 && best?.cueClass !== 'judge') return 'title';
  }
  const next = tokens[quote + 1];
  // The “Bad Weather” singer; after playing “Down By the River,” she told the crowd.
  if (titleCase && !/[.,!?…]$/.test(raw) && ARTISTS.test(next?.lower ?? '')) return 'title';
  if (titleCase && !exclaimed && wordList.length >= 3 && before?.verb === undefined && PERFORMING.test(before?.lower ?? '')) return 'title';
  const inPhrase =
    before !== undefined &&
    /^(?:the|a|an)$/.test(before.lower) &&
    next?.kind === 'word' &&
    !next.capital &&
    !isVerbLike(next.lower) &&
    !isAdverb(next) &&
    !PREPOSITIONS.has(next.lower) &&
    !CONJUNCTIONS.has(next.lower) &&
    !SPEECH_NOUNS.has(next.lower);
  // The “History” section of the site; the “provisional” role of the mayor: what is said of them stands after.
  if (inPhrase && wordList.length <= 3 && !/[,.!?]$/.test(raw) && !(strong && /^(?:before|trailing):/.test(best.rule)))
    return titleCase ? 'name' : 'scare quote';
  // “moan”-worthy
  if (wordList.length <= 3 && text[stretch.outerEnd] === '-' && /\p{L}/u.test(text[stretch.outerEnd + 1] ?? '')) return 'scare quote';
  const alone = sentence.from === quote && sentence.to === quote + 1;
  if (best?.rule.startsWith('after:') === true || (alone && /[.!?]$/.test(raw))) return undefined;
  // He said the “Golden Week” would stay: a term inside what he said, where a title would stand without an article.
  const termSaid = strong && best.cueClass === 'say' && /^(?:the|a|an)$/.test(before?.lower ?? '');
  const judged = strong && best.cueClass === 'judge';
  if (titleCase && wordList.length >= 2 && wordList.length <= 8 && !/[.!?]$/.test(raw) && !own && !judged && !termSaid) return 'title';
  if (before?.kind === 'word' && SPEECH_NOUNS.has(before.lower)) return undefined;
  if (
    (before?.lower === 'to' || before?.lower === 'of') &&
    previous !== undefined &&
    SPEECH_NOUNS.has(previous.lower) &&
    previous.lower.endsWith('s') &&
    !titleCase
  )
    return undefined;
  if (before?.lower === 'so-called') return 'scare quote';
  if (best === undefined && foreign && wordList.length >= 2 && !titleCase) return undefined;
  if (wordList.length <= 3) {
    if (before?.lower === 'called' && /^(?:is|are|was|were|been|being|be)$/.test(previous?.lower ?? '')) return 'name';
    if (titleCase && !strong) return 'name';
    if (!strong) return 'scare quote';
  }
  return undefined;
}
