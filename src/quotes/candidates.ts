/** Every way the words around a marked stretch can attribute it, each with a rule name and a score. Ranking picks among them. */
import { cueVerb, SPEECH_NOUNS, type CueClass } from './cues.ts';
import { AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, SUBJECT_PRONOUNS } from './lexicon.ts';
import { isNominal, isTime, mainSubject, MAX_WALK, nounPhraseAt, possessorBefore, subjectBefore, type NounPhrase } from './subjects.ts';
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
function finiteCue(tokens: readonly Token[], i: number): CueClass | undefined {
  const token = tokens[i]!;
  if (token.kind !== 'word') return undefined;
  const verb = cueVerb(token.lower);
  if (verb === undefined) return undefined;
  if (token.capital && i > 0 && tokens[i - 1]!.kind === 'word' && tokens[i - 1]!.capital && tokens[i + 1]?.capital === true)
    return undefined;
  return verb.class;
}

const isIng = (token: Token): boolean => token.lower.endsWith('ing') && cueVerb(token.lower)?.forms.includes('ing') === true;

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
function after(tokens: readonly Token[], quote: number, sentence: Sentence): Candidate[] {
  const found: Candidate[] = [];
  let p = quote + 1;
  if (p < sentence.to && tokens[p]!.kind === 'punct' && /^(?:,|—|–|-|--|…)$/.test(tokens[p]!.text)) p++;
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
    const cls = finiteCue(tokens, k);
    if (cls === undefined || isNounHere(tokens, k)) continue;
    const verb = cueVerb(token.lower)!;
    const ing = isIng(token);
    if (ing && !AUXILIARIES.has(tokens[k - 1]?.lower ?? '')) continue;
    const subject = subjectBefore(tokens, k, p);
    if (subject === undefined) continue;
    const near = subject.from - p <= 1;
    const strong = cls === 'say' || cls === 'think';
    if (near && (strong || verb.forms.includes('past'))) {
      found.push({
        rule: 'after: subject verb',
        score: cls === 'say' ? 95 : cls === 'think' ? 84 : 66,
        subject,
        cue: [k, k + 1],
        cueClass: cls,
      });
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
function before(tokens: readonly Token[], quote: number, sentence: Sentence): Candidate[] {
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
    const cls = finiteCue(tokens, v);
    if (cls === undefined || isNounHere(tokens, v)) continue;
    const verb = cueVerb(token.lower)!;
    const direct = distance === 1 || (distance === 2 && /^(?:,|:|that|—|–|-)$/.test(tokens[quote - 1]!.lower));
    const bonus = direct ? 12 : colon ? 4 : 0;
    const base = CLASS_SCORE[cls] + bonus - distance;
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
      const subject = subjectOfNonFinite(tokens, v, sentence);
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
    if (subject === undefined && verb.forms.includes('past')) {
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
    if (subject !== undefined) found.push({ rule, score: base, subject, cue: [v, v + 1], cueClass: cls });
  }
  if (colon) {
    const subject = mainSubject(tokens, sentence.from, quote);
    if (subject !== undefined) found.push({ rule: 'before: colon', score: 60, subject, cue: [quote - 1, quote], cueClass: 'colon' });
  }
  return found;
}

function passiveAgent(tokens: readonly Token[], verb: number, quote: number): NounPhrase | undefined {
  for (let k = verb + 1; k < Math.min(quote, verb + 8); k++) if (tokens[k]!.lower === 'by') return nounPhraseAt(tokens, k + 1, quote);
  return undefined;
}

/** "…, calling it": the subject of the clause the participle hangs on. */
function subjectOfNonFinite(tokens: readonly Token[], verb: number, sentence: Sentence): NounPhrase | undefined {
  const previous = tokens[verb - 1];
  if (previous !== undefined && AUXILIARIES.has(previous.lower)) return subjectBefore(tokens, verb, sentence.from);
  if (previous?.kind === 'word' && (isNominal(previous) || SUBJECT_PRONOUNS.has(previous.lower)) && previous.capital) {
    const direct = subjectBefore(tokens, verb, sentence.from);
    const b = direct === undefined ? undefined : tokens[direct.from - 1];
    if (direct !== undefined && (b === undefined || PREPOSITIONS.has(b.lower) || CONJUNCTIONS.has(b.lower))) return direct;
  }
  // The nearest finite verb to the left with a subject of its own, else the main subject.
  return mainSubject(tokens, sentence.from, verb);
}

/** The main clause's subject, when nothing reports. */
function bare(tokens: readonly Token[], quote: number, sentence: Sentence): Candidate[] {
  const subject = mainSubject(tokens, sentence.from, quote);
  return subject === undefined ? [] : [{ rule: 'bare: main subject', score: 24, subject, cue: undefined, cueClass: 'none' }];
}

/** All candidates for the quotation at token `quote` inside its sentence, best first. */
export function candidatesFor(tokens: readonly Token[], quote: number, sentence: Sentence): Candidate[] {
  return [...after(tokens, quote, sentence), ...before(tokens, quote, sentence), ...bare(tokens, quote, sentence)].sort(
    (a, b) => b.score - a.score,
  );
}
