/** Every way the words around a marked stretch can attribute it, each with a rule name and a score. Ranking picks among them. */
import { cueVerb, SPEECH_NOUNS, type CueClass } from './cues.ts';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS } from './lexicon.ts';
import {
  isNominal,
  isTime,
  mainSubject,
  MAX_WALK,
  nounPhraseAt,
  nounPhraseEndingAt,
  possessorBefore,
  skipModifiersLeft,
  subjectBefore,
  type NounPhrase,
} from './subjects.ts';
import type { Sentence, Token } from './tokens.ts';

export interface Candidate {
  /** Readable name of the pattern: "after: subject verb". */
  readonly rule: string;
  readonly score: number;
  readonly subject: NounPhrase | undefined;
  /** Token range of the cue, end exclusive. */
  readonly cue: readonly [from: number, to: number] | undefined;
  readonly cueClass: CueClass | 'noun' | 'according' | 'colon' | 'none';
}

/** Scores were set on PolNeAR dev (measuring only) and GUM-news dev; the order matters, not the size. */
const CLASS_SCORE: Readonly<Record<CueClass, number>> = { say: 80, judge: 72, think: 52, show: 50 };

const isDash = (token: Token | undefined): boolean => token !== undefined && /^(?:—|–|-|--)$/.test(token.text);

/** The cue verb at token i as a finite form (past, present, or base after an auxiliary). */
function finiteCue(tokens: readonly Token[], i: number, headline: boolean): CueClass | undefined {
  const token = tokens[i]!;
  if (token.kind !== 'word') return undefined;
  const verb = cueVerb(token.lower);
  if (verb === undefined) return undefined;
  if (token.capital && i > 0 && tokens[i - 1]!.kind === 'word' && tokens[i - 1]!.capital && tokens[i + 1]?.capital === true)
    return undefined;
  return verb.class;
}

const isIng = (token: Token): boolean => token.lower.endsWith('ing') && cueVerb(token.lower)?.forms.includes('ing') === true;

const PLURAL_SUBJECT = /^(?:i|we|you|they|people|men|women|police|those|these|many|some|others|both|few|several|who|which|that)$/;

/** Does the form agree with its subject? "say" wants a plural subject, "says" a singular one; other forms go with both. */
function agrees(tokens: readonly Token[], verb: number, subject: NounPhrase): boolean {
  const forms = cueVerb(tokens[verb]!.lower)!.forms;
  if (forms.includes('past') || forms.includes('part') || forms.includes('ing')) return true;
  const head = tokens[subject.head]!;
  const helped = tokens.slice(Math.max(subject.to, verb - 3), verb).some((token) => AUXILIARIES.has(token.lower) || token.lower === 'to');
  const coordinated = tokens.slice(subject.from, subject.to).some((token) => token.lower === 'and' || token.text === '&');
  if (forms.includes('base')) return helped || coordinated || PLURAL_SUBJECT.test(head.lower) || /[^s]s$/.test(head.lower);
  return !/^(?:i|we|you|they)$/.test(head.lower);
}

/** Is the word at i a noun here: after a determiner, a possessive or an adjective-like word before a preposition? */
function isNounHere(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before === undefined) return false;
  if (before.kind === 'possessive') return true;
  return (
    /^(?:a|an|the|his|her|their|its|my|our|your|this|that|these|those|no|any|some|of|in|for|with|every|each|another)$/.test(before.lower) &&
    !/^(?:that|this|these|those|some)$/.test(before.lower)
  );
}

/** Patterns after the quotation: "…," Lee said / said Lee / according to Lee. */
function after(tokens: readonly Token[], quote: number, sentence: Sentence, headline: boolean, pause: boolean): Candidate[] {
  const found: Candidate[] = [];
  let p = quote + 1;
  if (p < sentence.to && tokens[p]!.kind === 'punct' && /^(?:,|—|–|-|--|…)$/.test(tokens[p]!.text)) p++;
  const comma = pause || p > quote + 1;
  const adjacent = p;
  if (p >= sentence.to) return found;
  const first = tokens[p]!;
  if (first.lower === 'according' && tokens[p + 1]?.lower === 'to') {
    const subject = nounPhraseAt(tokens, p + 2, sentence.to);
    if (subject !== undefined) found.push({ rule: 'after: according to', score: 96, subject, cue: [p, p + 2], cueClass: 'according' });
    return found;
  }
  if (first.lower === 'as' && tokens[p + 1] !== undefined) p++;
  let v = p;
  while (
    v < sentence.to &&
    (isTime(tokens[v]!) || AUXILIARIES.has(tokens[v]!.lower) || /ly$/.test(tokens[v]!.lower) || tokens[v]!.lower === 'also') &&
    cueVerb(tokens[v]!.lower) === undefined
  )
    v++;
  // Verb first: said Lee; added a spokesman.
  if (v < sentence.to && tokens[v]!.kind === 'word' && !isIng(tokens[v]!)) {
    const verb = cueVerb(tokens[v]!.lower);
    if (
      verb !== undefined &&
      verb.class === 'say' &&
      (verb.forms.includes('past') || verb.forms.includes('third')) &&
      !isNounHere(tokens, v)
    ) {
      const subject = nounPhraseAt(tokens, v + 1, sentence.to);
      if (subject !== undefined && !isTime(tokens[subject.from]!) && tokens[subject.from]!.lower !== 'reporters')
        found.push({ rule: 'after: verb subject', score: 94, subject, cue: [v, v + 1], cueClass: 'say' });
    }
  }
  const limit = Math.min(sentence.to, adjacent + MAX_WALK);
  for (let k = p; k < limit; k++) {
    const token = tokens[k]!;
    if (token.kind === 'quote') break;
    if (token.kind === 'punct' && (token.text === ';' || token.text === ':')) break;
    const cls = finiteCue(tokens, k, headline);
    if (cls === undefined || isNounHere(tokens, k)) continue;
    const verb = cueVerb(token.lower)!;
    const ing = isIng(token);
    if (ing && !AUXILIARIES.has(tokens[k - 1]?.lower ?? '')) continue;
    const subject = subjectBefore(tokens, k, p);
    if (subject === undefined || !agrees(tokens, k, subject)) continue;
    const near = subject.from - p <= 1;
    const strong = cls === 'say' || cls === 'think';
    const joined = CONJUNCTIONS.has(tokens[p]!.lower) || SUBORDINATORS.has(tokens[p]!.lower);
    if (near && (strong || (comma && verb.forms.includes('past'))) && !(joined && p === adjacent)) {
      const score = !comma ? (cls === 'say' ? 76 : 45) : cls === 'say' ? 95 : cls === 'think' ? 84 : 66;
      found.push({ rule: 'after: subject verb', score, subject, cue: [k, k + 1], cueClass: cls });
      break;
    }
    const before = tokens[subject.from - 1];
    if (cls === 'say' && before !== undefined && (before.text === ',' || isDash(before))) {
      found.push({ rule: 'trailing: subject verb', score: 74, subject, cue: [k, k + 1], cueClass: cls });
      break;
    }
  }
  for (let k = p; k < limit - 1; k++)
    if (tokens[k]!.lower === 'according' && tokens[k + 1]!.lower === 'to') {
      const subject = nounPhraseAt(tokens, k + 2, sentence.to);
      if (subject !== undefined) found.push({ rule: 'trailing: according to', score: 70, subject, cue: [k, k + 2], cueClass: 'according' });
      break;
    }
  return found;
}

/** Patterns before the quotation, nearest cue first. */
function before(tokens: readonly Token[], quote: number, sentence: Sentence, headline: boolean): Candidate[] {
  const found: Candidate[] = [];
  const floor = Math.max(sentence.from, quote - MAX_WALK);
  const colon = tokens[quote - 1]?.text === ':';
  for (let v = quote - 1; v >= floor; v--) {
    const token = tokens[v]!;
    if (token.kind !== 'word') {
      if (token.text === ';') break;
      continue;
    }
    const distance = quote - v;
    if (token.lower === 'according' && tokens[v + 1]?.lower === 'to') {
      const subject = nounPhraseAt(tokens, v + 2, quote);
      if (subject !== undefined)
        found.push({ rule: 'before: according to', score: 78 - distance / 4, subject, cue: [v, v + 2], cueClass: 'according' });
      continue;
    }
    const noun = SPEECH_NOUNS.has(token.lower);
    if (noun) {
      const subject = possessorBefore(tokens, v, sentence.from);
      if (subject !== undefined)
        found.push({ rule: 'before: possessive noun', score: 64 - distance, subject, cue: [v, v + 1], cueClass: 'noun' });
    }
    const cls = finiteCue(tokens, v, headline);
    if (cls === undefined || isNounHere(tokens, v)) continue;
    const verb = cueVerb(token.lower)!;
    const direct = distance === 1 || (distance === 2 && /^(?:,|:|that|—|–|-)$/.test(tokens[quote - 1]!.lower));
    const bonus = direct ? 12 : colon ? 4 : 0;
    const base = CLASS_SCORE[cls] + bonus - Math.min(distance, 10) - Math.max(0, distance - 10) / 6;
    if (
      tokens[v - 1]?.lower !== undefined &&
      /^(?:was|were|is|are|been|being|be)$/.test(tokens[v - 1]!.lower) &&
      !isIng(token) &&
      verb.forms.includes('part')
    ) {
      const by = passiveAgent(tokens, v, quote);
      if (by !== undefined) found.push({ rule: 'before: passive by', score: base, subject: by, cue: [v, v + 1], cueClass: cls });
      else if (cls === 'say' && /^(?:quote|cite|record)/.test(verb.lemma)) {
        const subject = subjectBefore(tokens, v, sentence.from);
        found.push({ rule: 'before: was quoted', score: base, subject, cue: [v, v + 1], cueClass: cls });
      } else found.push({ rule: 'before: passive', score: 20 - distance, subject: undefined, cue: [v, v + 1], cueClass: cls });
      continue;
    }
    if (isIng(token) || tokens[v - 1]?.lower === 'to') {
      const subject = subjectOfNonFinite(tokens, v, sentence, headline);
      if (subject !== undefined)
        found.push({
          rule: isIng(token) ? 'before: participle' : 'before: infinitive',
          score: base,
          subject,
          cue: [v, v + 1],
          cueClass: cls,
        });
      continue;
    }
    let subject = subjectBefore(tokens, v, sentence.from);
    let rule = 'before: subject verb';
    if (subject === undefined && (verb.forms.includes('past') || verb.forms.includes('third'))) {
      subject = mainSubject(tokens, sentence.from, v);
      rule = 'before: coordinated verb';
      if (subject !== undefined) found.push({ rule, score: base - 6, subject, cue: [v, v + 1], cueClass: cls });
      else if (v === floor || v - 1 === floor) {
        // Inverted before the quotation: Said Lee: "…"
        const inverted = nounPhraseAt(tokens, v + 1, quote);
        if (inverted !== undefined && cls === 'say')
          found.push({ rule: 'before: verb subject', score: base, subject: inverted, cue: [v, v + 1], cueClass: cls });
      }
      continue;
    }
    if (subject !== undefined && agrees(tokens, v, subject)) found.push({ rule, score: base, subject, cue: [v, v + 1], cueClass: cls });
  }
  preferOutermost(tokens, found);
  if (colon) {
    const near = nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, sentence.from, quote - 2), sentence.from);
    const subject = near?.kind === 'name' || near?.kind === 'pronoun' ? near : mainSubject(tokens, sentence.from, quote);
    if (subject !== undefined) found.push({ rule: 'before: colon', score: 60, subject, cue: [quote - 1, quote], cueClass: 'colon' });
  }
  return found;
}

/**
 * "Lee said that critics call the plan “a mess”": the annotators of reported speech give the words to the outermost source.
 * `found` is in order from the nearest cue to the farthest.
 */
function preferOutermost(tokens: readonly Token[], found: Candidate[]): void {
  for (let outer = found.length - 1; outer > 0; outer--) {
    const candidate = found[outer]!;
    if (candidate.cueClass !== 'say' || candidate.rule !== 'before: subject verb' || candidate.cue === undefined) continue;
    const top = Math.max(...found.slice(0, outer).map((other) => (dominates(tokens, candidate, other) ? other.score : 0)));
    if (top > candidate.score) found[outer] = { ...candidate, rule: 'before: outermost subject verb', score: top + 1 };
    break;
  }
}

function dominates(tokens: readonly Token[], outer: Candidate, inner: Candidate): boolean {
  if (inner.subject === undefined || inner.cue === undefined || outer.cue === undefined) return true;
  for (let k = outer.cue[1]; k < inner.cue[0]; k++) {
    const token = tokens[k]!;
    if (token.kind === 'quote' || token.text === ';') return false;
    if (token.text === ',' && CONJUNCTIONS.has(tokens[k + 1]?.lower ?? '')) return false;
    if (token.lower === 'while') return false;
  }
  return true;
}

function passiveAgent(tokens: readonly Token[], verb: number, quote: number): NounPhrase | undefined {
  for (let k = verb + 1; k < Math.min(quote, verb + 8); k++) if (tokens[k]!.lower === 'by') return nounPhraseAt(tokens, k + 1, quote);
  return undefined;
}

/** "…, calling it": the subject of the clause the participle hangs on. */
function subjectOfNonFinite(tokens: readonly Token[], verb: number, sentence: Sentence, headline: boolean): NounPhrase | undefined {
  const previous = tokens[verb - 1];
  if (previous !== undefined && AUXILIARIES.has(previous.lower)) return subjectBefore(tokens, verb, sentence.from);
  if (tokens[verb]!.lower.endsWith('ing') && previous?.kind === 'word' && (isNominal(previous) || SUBJECT_PRONOUNS.has(previous.lower))) {
    const direct = subjectBefore(tokens, verb, sentence.from);
    if (
      direct !== undefined &&
      (direct.kind === 'name' ||
        direct.kind === 'pronoun' ||
        startsClause(tokens, direct.from) ||
        ITEM_NOUNS.has(tokens[direct.head]!.lower))
    )
      return direct;
  }
  const floor = Math.max(sentence.from, verb - MAX_WALK);
  let clause = sentence.from;
  for (let k = verb - 1; k >= floor; k--) {
    const token = tokens[k]!;
    if (token.kind !== 'word') continue;
    // The nearest reporting clause to the left: "Lee said no, adding".
    if (finiteCue(tokens, k, headline) === 'say' && !isIng(token) && !isNounHere(tokens, k)) {
      const subject = subjectBefore(tokens, k, sentence.from);
      if (subject !== undefined && agrees(tokens, k, subject)) return subject;
    }
    if (clause === sentence.from && CLAUSE_OPENERS.test(token.lower)) {
      const subject = mainSubject(tokens, k + 1, verb);
      if (subject !== undefined && subject.from <= k + 3) clause = k + 1;
    }
  }
  return mainSubject(tokens, clause, verb) ?? mainSubject(tokens, sentence.from, verb);
}

const CLAUSE_OPENERS = /^(?:when|where|while|after|before|because|since|until|although|though)$/;
/** Things that carry words: "a hat reading", "supporters chanting". */
const ITEM_NOUNS = new Set(
  'hat hats sign signs banner banners shirt shirts t-shirt t-shirts sticker stickers placard placards poster posters protesters supporters demonstrators crowd fans audience billboard chyron flag cap'.split(
    ' ',
  ),
);

function startsClause(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  return before === undefined || before.lower === 'with' || isDash(before);
}

/** "Lee’s “isolationist” remarks": the possessor before the quotation, when a noun of speech follows it. */
function around(tokens: readonly Token[], quote: number, sentence: Sentence): Candidate[] {
  for (let k = quote + 1; k < Math.min(sentence.to, quote + 4); k++) {
    const token = tokens[k]!;
    if (token.kind !== 'word') break;
    if (!SPEECH_NOUNS.has(token.lower)) continue;
    const subject = possessorBefore(tokens, quote, sentence.from);
    return subject === undefined ? [] : [{ rule: 'around: possessive noun', score: 66, subject, cue: [k, k + 1], cueClass: 'noun' }];
  }
  return [];
}

/** The main clause's subject, when nothing reports. */
function bare(tokens: readonly Token[], quote: number, sentence: Sentence): Candidate[] {
  const subject = mainSubject(tokens, sentence.from, quote);
  return subject === undefined ? [] : [{ rule: 'bare: main subject', score: 24, subject, cue: undefined, cueClass: 'none' }];
}

/** A headline sentence: most of its longer words are capitalised, so capitals say nothing about names. */
function isTitleCase(tokens: readonly Token[], sentence: Sentence): boolean {
  let long = 0;
  let capital = 0;
  for (let i = sentence.from; i < sentence.to && i < sentence.from + 40; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || token.text.length < 4) continue;
    long++;
    if (token.capital) capital++;
  }
  return long >= 3 && capital / long >= 0.7;
}

/** All candidates for the quotation at token `quote` inside its sentence, best first. */
export function candidatesFor(tokens: readonly Token[], quote: number, sentence: Sentence, pause = false): Candidate[] {
  const headline = isTitleCase(tokens, sentence);
  return [
    ...after(tokens, quote, sentence, headline, pause),
    ...before(tokens, quote, sentence, headline),
    ...bare(tokens, quote, sentence),
  ].sort((a, b) => b.score - a.score);
}
