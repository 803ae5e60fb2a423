/** Is a word at its place a reporting verb? Form, agreement and neighbours tell "claims" the verb from "claims" the noun. */
import { DOCUMENT_NOUNS, SPEECH_NOUNS, type CueClass } from './cues.ts';
import { AUXILIARIES, isVerbLike, ROLE_NOUNS, SUBJECT_PRONOUNS } from './lexicon.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Sentence, Token } from './tokens.ts';

const PLURAL_SUBJECT =
  /^(?:i|we|you|they|people|data|media|percent|majority|half|most|all|none|men|women|police|those|these|many|some|others|both|few|several|two|three|who|which|that)$/;
const BE = /^(?:was|were|is|are|been|being|be|'s|'re|'m|am)$/;
/** Verbs of speech in two words: "put it", "went on", "shot back". */
const PAIRS: ReadonlyMap<string, readonly string[]> = new Map([
  ['put', ['it']],
  ['puts', ['it']],
  ['putting', ['it']],
  ['make', ['clear']],
  ['makes', ['clear']],
  ['made', ['clear']],
  ['making', ['clear']],
  ['point', ['out']],
  ['points', ['out']],
  ['pointed', ['out']],
  ['pointing', ['out']],
  ['went', ['on']],
  ['goes', ['on']],
  ['shot', ['back']],
  ['shoots', ['back']],
  ['fired', ['back', 'off']],
  ['fires', ['back']],
  ['hit', ['back']],
  ['hits', ['back']],
  ['clapped', ['back']],
  ['piped', ['up']],
  ['wrapped', ['up']],
  ['singled', ['out']],
]);
/** Verbs that report only straight after a quotation: "…," he began. */
const ONLY_AFTER =
  /^(?:began|begins|started|starts|finished|finishes|sang|sings|laughed|laughs|chuckled|grinned|smiled|cracked|cracks|cried|jabbed|jabs|went|goes|ordered|advised|gasped|exulted|reminisced|concurred|objected|conjectured|hypothesized|reflected|giggled|sniffed|wept|bristled|nodded|shrugged)$/;
/** Nouns that look like present-tense cues although nobody says them. */
const NOUNISH = new Set(
  'attacks attack credits credit views view states state casts hopes fears fear doubts doubt plans plan needs crows points bills bill terms term brands brand names name titles title labels label cheers cheer love praise blames blame'.split(
    ' ',
  ),
);

/** Lemmas whose present forms are nearly always nouns in news: "US terms", "tax credits". */
const NOUN_IN_PRESENT = new Set('term label brand title name bill credit cast pitch position table'.split(' '));

export const isDash = (token: Token | undefined): boolean => token !== undefined && /^(?:—|–|-|--)$/.test(token.text);
export const isIng = (token: Token): boolean =>
  token.lower.endsWith('ing') && (token.verb?.forms.includes('ing') === true || PAIRS.has(token.lower));
export const isBe = (token: Token | undefined): boolean => token !== undefined && BE.test(token.lower);

/** A headline sentence: most of its longer words are capitalised, so capitals say nothing about names. */
export function isTitleCase(tokens: readonly Token[], sentence: Sentence): boolean {
  let long = 0;
  let capital = 0;
  for (let i = sentence.from; i < sentence.to && i < sentence.from + 40; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || token.text.length < 4) continue;
    long++;
    if (token.capital) capital++;
  }
  return long >= 3 ? capital / long >= 0.7 : long === 2 && capital === 2;
}

interface CueHere {
  readonly class: CueClass;
  /** Tokens of the cue: 2 for "put it". */
  readonly width: number;
}

/** The cue that starts at token i, if the word may be a verb there. */
export function cueAt(tokens: readonly Token[], i: number, headline: boolean, afterQuote = false): CueHere | undefined {
  const token = tokens[i]!;
  if (token.kind !== 'word') return undefined;
  if (token.capital && i > 0 && !headline && tokens[i - 1]!.kind !== 'quote') return undefined;
  const pair = PAIRS.get(token.lower);
  if (pair !== undefined && tokens[i + 1] !== undefined && pair.includes(tokens[i + 1]!.lower)) return { class: 'say', width: 2 };
  const opens = /^[,:]$/.test(tokens[i + 1]?.text ?? '') && tokens[i + 2]?.kind === 'quote';
  if ((afterQuote || opens) && ONLY_AFTER.test(token.lower)) return { class: 'say', width: 1 };
  // "easier said than done"
  if (tokens[i + 1]?.lower === 'than') return undefined;
  const verb = token.verb;
  if (verb === undefined || isNounHere(tokens, i)) return undefined;
  if (NOUN_IN_PRESENT.has(verb.lemma) && !verb.forms.includes('past') && !verb.forms.includes('ing')) return undefined;
  return { class: verb.class, width: 1 };
}

/** Is the word at i a noun: after a determiner or a possessive, or a plural noun after an adjective ("early-morning tweets")? */
function isNounHere(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const word = tokens[i]!.lower;
  if (before === undefined) return false;
  if (before.kind === 'possessive') return true;
  const forms = tokens[i]!.verb?.forms ?? [];
  if (forms.includes('past') && !forms.includes('base')) return /^(?:a|an|the)$/.test(before.lower);
  // "initial reports of the fire", "calls for a vote" without a subject pronoun before them.
  if (SPEECH_NOUNS.has(word) && word.endsWith('s') && tokens[i + 1]?.lower === 'of') return true;
  const noun = SPEECH_NOUNS.has(word) || NOUNISH.has(word) || DOCUMENT_NOUNS.has(word);
  if (/^(?:a|an|the|his|her|their|its|my|our|your|no|any|of|in|for|with|every|each|another|from)$/.test(before.lower)) return true;
  // "called that report “…”": one noun after "that"; "leaders that report “…”" stays a verb.
  if (
    noun &&
    before.lower === 'that' &&
    forms.includes('base') &&
    !forms.includes('past') &&
    !(tokens[i - 2]?.lower.endsWith('s') ?? false)
  )
    return true;
  if (noun && /^(?:these|those|this|that|some|such|to|on|about|and|or|by)$/.test(before.lower))
    return before.lower !== 'to' && before.lower !== 'and' && before.lower !== 'that';
  const next = tokens[i + 1];
  if (noun && next?.kind === 'word' && !next.capital && isVerbLike(next.lower) && before.capital) return true;
  if (noun && (forms.includes('third') || forms.includes('base')) && before.kind === 'word' && !before.capital)
    return !(
      SUBJECT_PRONOUNS.has(before.lower) ||
      ROLE_NOUNS.has(before.lower) ||
      DOCUMENT_NOUNS.has(before.lower) ||
      AUXILIARIES.has(before.lower) ||
      /^(?:to|also|now|then|that|and|which)$/.test(before.lower) ||
      before.lower.endsWith('ly') ||
      (forms.includes('base') && before.lower.endsWith('s'))
    );
  return false;
}

/** Does the form agree with its subject? "say" wants a plural subject, "says" a singular one; other forms go with both. */
export function agrees(tokens: readonly Token[], verb: number, subject: NounPhrase): boolean {
  const forms = tokens[verb]!.verb?.forms ?? ['past'];
  const head = tokens[subject.head]!;
  if (!head.capital && head.lower.endsWith('ing') && subject.from === subject.head) return false;
  if (forms.includes('past') || forms.includes('part') || forms.includes('ing')) return true;
  const helped = tokens.slice(Math.max(subject.to, verb - 3), verb).some((token) => AUXILIARIES.has(token.lower) || token.lower === 'to');
  const coordinated = tokens.slice(subject.from, subject.to).some((token) => token.lower === 'and' || token.text === '&');
  if (forms.includes('base')) return helped || coordinated || PLURAL_SUBJECT.test(head.lower) || /[^s]s$/.test(head.lower);
  return !/^(?:i|we|you|they)$/.test(head.lower);
}

/** Verbs with a hearer never stand before their subject: "…," told Lee. */
const NEEDS_HEARER = new Set(['tell', 'assure', 'reassure', 'inform', 'remind', 'instruct', 'urge', 'implore', 'beg']);

/** May the verb stand before its subject ("said Lee")? */
export function inverts(token: Token): boolean {
  const verb = token.verb;
  return (
    verb !== undefined &&
    verb.class === 'say' &&
    !NEEDS_HEARER.has(verb.lemma) &&
    (verb.forms.includes('past') || verb.forms.includes('third'))
  );
}
