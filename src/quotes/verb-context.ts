/** Is a word at its place a reporting verb? Form, agreement and neighbours tell "claims" the verb from "claims" the noun. */
import type { CueClass } from '../languages/speech-words.ts';
import { isPair, isVerbLike, lexicon } from './lexicon.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { tokenAt, type Sentence, type Token } from './tokens.ts';

/** A source preposition of two words at token i: "according to". */
export const isAccordingTo = (tokens: readonly Token[], i: number): boolean => isPair(lexicon.sourcePairs, tokens[i], tokens[i + 1]);
export const isDash = (token: Token | undefined): boolean => token !== undefined && /^(?:—|–|-|--)$/.test(token.text);
export const isIng = (token: Token): boolean =>
  lexicon.ingEnding.test(token.lower) && (token.verb?.forms.includes('ing') === true || lexicon.verbPairs.has(token.lower));
export const isBe = (token: Token | undefined): boolean => token !== undefined && lexicon.be.has(token.lower);

/** A headline sentence: most of its longer words are capitalised, so capitals say nothing about names. */
export function isTitleCase(tokens: readonly Token[], sentence: Sentence): boolean {
  let long = 0;
  let capital = 0;
  for (let i = sentence.from; i < sentence.to && i < sentence.from + 40; i++) {
    const token = tokenAt(tokens, i);
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
  const token = tokenAt(tokens, i);
  if (token.kind !== 'word') return undefined;
  if (token.capital && i > 0 && !headline && tokenAt(tokens, i - 1).kind !== 'quote') return undefined;
  if (isPair(lexicon.verbPairs, token, tokens[i + 1])) return { class: 'say', width: 2 };
  const opens = /^[,:]$/.test(tokens[i + 1]?.text ?? '') && tokens[i + 2]?.kind === 'quote';
  if ((afterQuote || opens) && lexicon.onlyAfterVerbs.has(token.lower)) return { class: 'say', width: 1 };
  // "easier said than done"
  if (lexicon.than.has(tokens[i + 1]?.lower ?? '')) return undefined;
  const verb = token.verb;
  if (verb === undefined || isNounHere(tokens, i)) return undefined;
  if (lexicon.nounInPresentVerbs.has(verb.lemma) && !verb.forms.includes('past') && !verb.forms.includes('ing')) return undefined;
  return { class: verb.class, width: 1 };
}

/** Is the word at i a noun: after a determiner or a possessive, or a plural noun after an adjective ("early-morning tweets")? */
function isNounHere(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const word = tokenAt(tokens, i).lower;
  if (before === undefined) return false;
  if (before.kind === 'possessive') return true;
  const forms = tokenAt(tokens, i).verb?.forms ?? [];
  if (forms.includes('past') && !forms.includes('base')) return lexicon.articles.has(before.lower);
  // "initial reports of the fire", "calls for a vote" without a subject pronoun before them.
  if (lexicon.speechNouns.has(word) && word.endsWith('s') && lexicon.of.has(tokens[i + 1]?.lower ?? '')) return true;
  const noun = lexicon.speechNouns.has(word) || lexicon.nounLikeForms.has(word) || lexicon.documentNouns.has(word);
  if (lexicon.nounOpeners.has(before.lower)) return true;
  // "called that report “…”": one noun after "that"; "leaders that report “…”" stays a verb.
  if (
    noun &&
    lexicon.that.has(before.lower) &&
    forms.includes('base') &&
    !forms.includes('past') &&
    !(tokens[i - 2]?.lower.endsWith('s') ?? false)
  )
    return true;
  if (noun && lexicon.pluralNounOpeners.has(before.lower)) return true;
  if (noun && lexicon.verbOrNounOpeners.has(before.lower)) return false;
  const next = tokens[i + 1];
  if (noun && next?.kind === 'word' && !next.capital && isVerbLike(next.lower) && before.capital) return true;
  if (noun && (forms.includes('third') || forms.includes('base')) && before.kind === 'word' && !before.capital)
    return !(
      lexicon.subjectPronouns.has(before.lower) ||
      lexicon.roleNouns.has(before.lower) ||
      lexicon.documentNouns.has(before.lower) ||
      lexicon.auxiliaries.has(before.lower) ||
      lexicon.verbOpeners.has(before.lower) ||
      lexicon.adverbEnding.test(before.lower) ||
      (forms.includes('base') && before.lower.endsWith('s'))
    );
  return false;
}

/** Does the form agree with its subject? "say" wants a plural subject, "says" a singular one; other forms go with both. */
export function agrees(tokens: readonly Token[], verb: number, subject: NounPhrase): boolean {
  const forms = tokenAt(tokens, verb).verb?.forms ?? ['past'];
  const head = tokenAt(tokens, subject.head);
  if (!head.capital && lexicon.ingEnding.test(head.lower) && subject.from === subject.head) return false;
  if (forms.includes('past') || forms.includes('part') || forms.includes('ing')) return true;
  const helped = tokens
    .slice(Math.max(subject.to, verb - 3), verb)
    .some((token) => lexicon.auxiliaries.has(token.lower) || lexicon.to.has(token.lower));
  const coordinated = tokens.slice(subject.from, subject.to).some((token) => lexicon.and.has(token.lower) || token.text === '&');
  if (forms.includes('base'))
    return helped || coordinated || lexicon.pluralSubjects.has(head.lower) || lexicon.pluralEnding.test(head.lower);
  return !lexicon.notThirdPersons.has(head.lower);
}

/** May the verb stand before its subject ("said Lee")? */
export function inverts(token: Token): boolean {
  const verb = token.verb;
  return (
    verb !== undefined &&
    verb.class === 'say' &&
    !lexicon.notBeforeSubjectVerbs.has(verb.lemma) &&
    (verb.forms.includes('past') || verb.forms.includes('third'))
  );
}
