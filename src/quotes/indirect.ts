/**
 * Reported speech without marks: "Lee said the bridge was safe"; "The bridge was safe, Lee said."
 * One report a clause, outermost source only (the convention of PolNeAR; Newell, Margolin, Ruths, LREC 2018).
 */
import { isPair, isVerbLike, lexicon } from './lexicon.ts';
import type { Span } from '../article.ts';
import { isTime, nounPhraseAt, type NounPhrase } from './noun-phrases.ts';
import { mainSubject } from './main-subject.ts';
import { subjectBefore } from './subjects.ts';
import { mentionOf, type SpeakerMention } from './mention.ts';
import { tokenAt, type Sentence, type Token, type TokenisedParagraph } from './tokens.ts';
import { agrees, cueAt, isAccordingTo, isDash, isIng, isTitleCase } from './verb-context.ts';

interface Report {
  /** The reported clause; two spans when the source stands inside it. */
  readonly content: readonly Span[];
  readonly subject: NounPhrase;
  /** Token range of the cue. */
  readonly cue: readonly [number, number];
  readonly rule: string;
}

function reportsIn(tokens: readonly Token[], sentence: Sentence): Report[] {
  const reports: Report[] = [];
  const headline = isTitleCase(tokens, sentence);
  const end = lastWord(tokens, sentence);
  let from = sentence.from;
  for (let v = sentence.from; v < end; v++) {
    const according = isAccordingTo(tokens, v);
    const cue = according ? { class: 'say' as const, width: 2 } : cueAt(tokens, v, headline);
    if (cue === undefined) continue;
    const subject = according ? nounPhraseAt(tokens, v + 2, end) : subjectOf(tokens, v, sentence, reports);
    if (subject === undefined) continue;
    const range: readonly [number, number] = [v, v + cue.width];
    const inverted = !according && subject.from > v;
    const next =
      according || inverted
        ? subject.to
        : contentStart(tokens, v + cue.width, end, cue.width === 2 ? tokenAt(tokens, v).lower : (tokenAt(tokens, v).verb?.lemma ?? ''));
    if (next === undefined) continue;
    const closing = (inverted || according) && v > from + 3;
    const trailing = closing || next >= end || tokenAt(tokens, next).text === ',' || isDash(tokens[next]);
    const start = Math.min(subject.from, v);
    const before = tokens[start - 1];
    const parted = before !== undefined && start - 1 > from && (before.text === ',' || isDash(before));
    const first = parted ? skipOpening(tokens, from, start - 1) : start - 1;
    const ofQuote = before?.kind === 'quote' || (before?.text === ',' && tokens[start - 2]?.kind === 'quote');
    if (ofQuote && trailing) continue;
    const goesOn =
      trailing &&
      !according &&
      (!inverted || tokens[next]?.text === ',') &&
      (!inverted || lexicon.conjunctions.has(tokens[next + 1]?.lower ?? '')) &&
      !lexicon.notContinuing.has(tokens[next + 1]?.lower ?? '') &&
      next + 2 < end &&
      tokenAt(tokens, next + 1).kind !== 'quote' &&
      !isIng(tokenAt(tokens, next + 1));
    if (trailing && parted && ((start - 1 - first >= 3 && hasVerb(tokens, first, start - 1)) || (goesOn && start - 1 - first >= 2))) {
      const content: Span[] = [spanOf(tokens, first, start - 1)];
      let stop = Math.min(end, next + 1);
      if (goesOn) {
        stop = clauseEnd(tokens, next + 1, end, headline, v);
        content.push(spanOf(tokens, next + 1, stop));
      }
      reports.push({ content, subject, cue: range, rule: 'indirect: clause before source' });
      from = stop;
      v = stop - 1;
      continue;
    }
    let begin = next;
    if ((according || goesOn) && tokens[begin]?.text === ',') begin++;
    if (begin >= end || tokenAt(tokens, begin).kind === 'punct' || lexicon.conjunctions.has(tokenAt(tokens, begin).lower)) continue;
    if (cue.class === 'think' && isUncertain(tokens, v, begin)) continue;
    const stop = subordinateEnd(tokens, start, begin, clauseEnd(tokens, begin, end, headline, v));
    if (stop <= begin) continue;
    reports.push({ content: [spanOf(tokens, begin, stop)], subject, cue: range, rule: `indirect: ${cue.class}` });
    from = stop;
    v = stop - 1;
  }
  return reports;
}

const spanOf = (tokens: readonly Token[], from: number, to: number): Span => [tokenAt(tokens, from).start, tokenAt(tokens, to - 1).end];

function subjectOf(tokens: readonly Token[], v: number, sentence: Sentence, reports: readonly Report[]): NounPhrase | undefined {
  const token = tokenAt(tokens, v);
  if (isIng(token)) {
    if (lexicon.auxiliaries.has(tokens[v - 1]?.lower ?? '')) return subjectBefore(tokens, v, sentence.from);
    return reports.at(-1)?.subject ?? mainSubject(tokens, sentence.from, v);
  }
  const subject = subjectBefore(tokens, v, sentence.from);
  if (subject !== undefined) return agrees(tokens, v, subject) ? subject : undefined;
  const forms = token.verb?.forms ?? [];
  if (lexicon.to.has(tokens[v - 1]?.lower ?? '') || jointBefore(tokens, v, sentence.from) >= 0)
    return reports.at(-1)?.subject ?? mainSubject(tokens, sentence.from, v);
  if (forms.includes('past') && token.verb?.class === 'say' && tokens[v - 1]?.text === ',') {
    const after = nounPhraseAt(tokens, v + 1, sentence.to);
    const next = after === undefined ? undefined : tokens[after.to];
    // ", said the bridge was safe": a clause, not the source.
    if (after !== undefined && !(next?.kind === 'word' && !next.capital && (isVerbLike(next.lower) || next.verb !== undefined)))
      return after;
    return mainSubject(tokens, sentence.from, v);
  }
  return undefined;
}

/** Does a clause begin here: "that …", "whether …", "to …", or a noun phrase with its verb? */
function isClause(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  if (token === undefined || at >= end) return false;
  if (lexicon.clauseStarts.has(token.lower)) return true;
  const phrase = nounPhraseAt(tokens, at, end);
  if (phrase === undefined) return false;
  let k = phrase.to;
  while (
    k < Math.min(end, phrase.to + 4) &&
    (lexicon.adverbs.has(tokenAt(tokens, k).lower) || lexicon.adverbEnding.test(tokenAt(tokens, k).lower))
  )
    k++;
  const verb = tokens[k];
  return (
    verb !== undefined &&
    k < end &&
    verb.kind === 'word' &&
    !verb.capital &&
    (isVerbLike(verb.lower) ||
      verb.verb !== undefined ||
      lexicon.pluralEnding.test(verb.lower) ||
      (lexicon.prepositions.has(verb.lower) && mainSubject(tokens, at, end, true) !== undefined))
  );
}

/** Tokens between a cue and its "that" at most. */
const THAT_REACH = 14;

/** The "that" of a reported clause past hearer, place and time: "wrote in a letter to the council that …". Not of a relative clause. */
export function thatAfter(tokens: readonly Token[], at: number, end: number, lemma: string): number | undefined {
  const first = tokens[at];
  if (first === undefined || at >= end) return undefined;
  const past =
    lexicon.prepositions.has(first.lower) ||
    lexicon.adverbs.has(first.lower) ||
    lexicon.adverbEnding.test(first.lower) ||
    isTime(first) ||
    lexicon.hearerBeforeThatVerbs.has(lemma);
  if (!past || first.kind !== 'word') return undefined;
  for (let k = at; k < Math.min(end, at + THAT_REACH); k++) {
    const token = tokenAt(tokens, k);
    if (lexicon.that.has(token.lower)) return k;
    if (
      token.kind === 'quote' ||
      token.text === ';' ||
      token.text === ':' ||
      (token.kind === 'word' && !token.capital && isVerbLike(token.lower))
    )
      return undefined;
  }
  return undefined;
}

/** Past ", however,", ", for example,". */
function skipAside(tokens: readonly Token[], at: number, end: number): number {
  if (tokens[at]?.text !== ',') return at;
  const long = isPair(lexicon.asidePairs, tokens[at + 1], tokens[at + 2]);
  const close = long ? at + 3 : at + 2;
  return (long || lexicon.asides.has(tokens[at + 1]?.lower ?? '')) && close < end && tokens[close]?.text === ',' ? close + 1 : at;
}

/** Where the reported clause begins after the cue: past hearer, times and "in a statement"; undefined when nothing is reported. */
function contentStart(tokens: readonly Token[], at: number, end: number, lemma: string): number | undefined {
  let i = skipAside(tokens, at, end);
  if (i < end && lexicon.objectPrepositions.get(lemma)?.has(tokenAt(tokens, i).lower) === true) return i + 1;
  if (lexicon.besideQuotationOnly.has(lemma)) return i >= end || tokenAt(tokens, i).text === ',' ? i : undefined;
  if (lexicon.hearerVerbs.has(lemma) && i < end && !lexicon.that.has(tokenAt(tokens, i).lower)) {
    const hearer = lexicon.objectPronouns.has(tokenAt(tokens, i).lower) ? i + 1 : nounPhraseAt(tokens, i, end)?.to;
    if (hearer !== undefined && lexicon.to.has(tokens[hearer]?.lower ?? '') && hearer < end && !lexicon.directHearerVerbs.has(lemma))
      return i;
    if (hearer !== undefined && isClause(tokens, hearer, end)) return hearer;
    if (hearer !== undefined && lexicon.tellVerbs.has(lemma)) i = skipAside(tokens, hearer, end);
  }
  const that = thatAfter(tokens, i, end, lemma);
  if (that !== undefined) return that;
  const first = i;
  for (let step = 0; step < 5 && i < end; step++) {
    if (lexicon.to.has(tokenAt(tokens, i).lower)) {
      // "wrote to the council that": a hearer, unless an infinitive is reported.
      const hearer = nounPhraseAt(tokens, i + 1, end);
      if (hearer !== undefined && lexicon.that.has(tokens[hearer.to]?.lower ?? '')) i = hearer.to;
    }
    if (isClause(tokens, i, end) && !isTime(tokenAt(tokens, i))) return i;
    const token = tokenAt(tokens, i);
    if (isTime(token) || (lexicon.timeOpeners.has(token.lower) && i + 1 < end && isTime(tokenAt(tokens, i + 1)))) i++;
    else if (lexicon.circumstancePrepositions.has(token.lower)) {
      const inner = nounPhraseAt(tokens, i + 1, end);
      if (inner === undefined) break;
      i = inner.to;
    } else break;
  }
  if (i >= end || tokenAt(tokens, i).text === ',' || isDash(tokens[i])) return i;
  if (isClause(tokens, i, end)) return i;
  if (
    lexicon.clauseVerbs.has(lemma) &&
    i + 2 < end &&
    tokenAt(tokens, i).kind === 'word' &&
    !lexicon.prepositions.has(tokenAt(tokens, i).lower)
  )
    return i;
  return lexicon.objectVerbs.has(lemma) && !lexicon.prepositions.has(tokenAt(tokens, first).lower) ? first : undefined;
}

/** "people supporting Lee", "to win over voters": wishes and beliefs in a phrase of their own are seldom reports. */
const isUncertain = (tokens: readonly Token[], verb: number, begin: number): boolean =>
  lexicon.to.has(tokens[verb - 1]?.lower ?? '') ||
  (isIng(tokenAt(tokens, verb)) && !lexicon.boundClauseStarts.has(tokenAt(tokens, begin).lower));

/** "While Lee said the bridge was safe, the council closed it": the report ends where the main clause begins. */
function subordinateEnd(tokens: readonly Token[], start: number, begin: number, end: number): number {
  if (!lexicon.reportSubordinators.has(tokens[start - 1]?.lower ?? '')) return end;
  for (let k = begin + 1; k < end; k++)
    if (
      tokenAt(tokens, k).text === ',' &&
      nounPhraseAt(tokens, k + 1, end) !== undefined &&
      !lexicon.conjunctions.has(tokenAt(tokens, k + 1).lower)
    )
      return k;
  return end;
}

/** Where a reported clause ends: before a new reporting clause, else with the sentence. */
export function clauseEnd(tokens: readonly Token[], from: number, end: number, headline: boolean, cue = -1): number {
  for (let k = from + 1; k < end; k++) {
    const token = tokenAt(tokens, k);
    if (token.text === ';') return k;
    if (isPair(lexicon.breakerPairs, token, tokens[k + 1])) return k;
    if (cue >= 0 && lexicon.joints.has(token.lower) && isSecondCue(tokens, k, end, cue, headline))
      return tokenAt(tokens, k - 1).text === ',' ? k - 1 : k;
    if (token.text !== ',' && !isDash(token)) continue;
    const next = tokens[k + 1];
    if (next === undefined) return k;
    if (isIng(next) && !lexicon.notReporting.has(next.lower) && cueAt(tokens, k + 1, headline) !== undefined) return k;
    if (lexicon.indefiniteArticles.has(next.lower) && lexicon.resumingNouns.has((tokens[k + 2]?.lower ?? '').replace(/s$/, ''))) return k;
    if (isAccordingTo(tokens, k + 1)) return k;
    if (lexicon.clauseBreakers.has(next.lower) && !lexicon.that.has(tokens[k + 2]?.lower ?? '')) return k;
    if (lexicon.contrastJoints.has(next.lower) && k + 2 < end && cueAt(tokens, k + 2, headline)?.class === 'say') return k;
    if ((lexicon.reportJoints.has(next.lower) && startsReport(tokens, k + 2, end, headline)) || startsReport(tokens, k + 1, end, headline))
      return k;
  }
  return end;
}

const FINITE = ['past', 'third', 'ing', 'base'] as const;

/** "denounced the remarks and warned of": a joint, then a reporting verb in the form of the one that reports the clause, with its subject. */
function isSecondCue(tokens: readonly Token[], joint: number, end: number, cue: number, headline: boolean): boolean {
  const first = tokenAt(tokens, cue).verb?.forms;
  if (first === undefined) return false;
  const at = skipHelpers(tokens, joint + 1, end);
  if (at >= end) return false;
  const second = tokenAt(tokens, at).verb;
  if (second === undefined || (second.class !== 'say' && second.class !== 'judge')) return false;
  const helped = at > joint + 1 && lexicon.auxiliaries.has(tokenAt(tokens, at - 1).lower);
  return (
    (helped || FINITE.some((form) => first.includes(form) && second.forms.includes(form))) && cueAt(tokens, at, headline) !== undefined
  );
}

/** Past "has", "also", "then", "later", "repeatedly". */
function skipHelpers(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  while (
    i < end &&
    i < from + 3 &&
    (lexicon.adverbs.has(tokenAt(tokens, i).lower) ||
      lexicon.auxiliaries.has(tokenAt(tokens, i).lower) ||
      lexicon.adverbEnding.test(tokenAt(tokens, i).lower))
  )
    i++;
  return i;
}

/** The index of the joint that a coordinated verb follows, past helpers; -1 without one. */
function jointBefore(tokens: readonly Token[], verb: number, from: number): number {
  for (let k = verb - 1; k >= Math.max(from, verb - 4); k--) {
    const { lower } = tokenAt(tokens, k);
    if (lexicon.joints.has(lower)) return k;
    if (!(lexicon.adverbs.has(lower) || lexicon.auxiliaries.has(lower) || lexicon.adverbEnding.test(lower))) return -1;
  }
  return -1;
}

function startsReport(tokens: readonly Token[], at: number, end: number, headline: boolean): boolean {
  const phrase = nounPhraseAt(tokens, at, end);
  if (phrase === undefined) return false;
  for (let k = phrase.to; k < Math.min(end, phrase.to + 3); k++) if (cueAt(tokens, k, headline)?.class === 'say') return true;
  return false;
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (tokenAt(tokens, k).kind === 'word' && !tokenAt(tokens, k).capital && isVerbLike(tokenAt(tokens, k).lower)) return true;
  return false;
}

function skipOpening(tokens: readonly Token[], from: number, to: number): number {
  let i = from;
  while (
    i < to &&
    (tokenAt(tokens, i).kind === 'punct' ||
      lexicon.conjunctions.has(tokenAt(tokens, i).lower) ||
      (tokenAt(tokens, i).kind === 'word' && lexicon.openings.has(tokenAt(tokens, i).lower)))
  )
    i++;
  return i;
}

/** Index after the sentence's last word: the closing full stop is no part of a clause. */
export function lastWord(tokens: readonly Token[], sentence: Sentence): number {
  let end = sentence.to;
  while (end > sentence.from && tokenAt(tokens, end - 1).kind === 'punct' && !/[)\]"]/.test(tokenAt(tokens, end - 1).text)) end--;
  return end;
}

/** The reported clauses of a text; with `marked`, only those of sentences that hold a quotation. */
export function findReports(
  paragraphs: number,
  read: (index: number) => TokenisedParagraph,
  marked: ReadonlySet<number> | undefined,
): ReportedClause[] {
  const clauses: ReportedClause[] = [];
  for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
    if (marked?.has(paragraph) === false) continue;
    const { tokens, sentences } = read(paragraph);
    for (const sentence of sentences) {
      if (marked !== undefined && !holdsQuote(tokens, sentence)) continue;
      for (const { content, subject, cue, rule } of reportsIn(tokens, sentence))
        clauses.push({
          content,
          rule,
          speaker: mentionOf(tokens, subject, paragraph),
          cue: [tokens[cue[0]]!.start, tokens[cue[1] - 1]!.end],
        });
    }
  }
  return clauses;
}

function holdsQuote(tokens: readonly Token[], sentence: Sentence): boolean {
  for (let k = sentence.from; k < sentence.to; k++) if (tokenAt(tokens, k).kind === 'quote') return true;
  return false;
}

export interface ReportedClause {
  readonly content: readonly Span[];
  readonly speaker: SpeakerMention;
  readonly cue: Span;
  readonly rule: string;
}
