/** Attributions that stand after the quotation: "…," Lee said; "…," said Lee; "…," according to Lee; "…" — Lee. */
import { SUBJECT_VERB_AFTER, WEIGHTS } from './weights.ts';
import { isVerbLike, lexicon } from './lexicon.ts';
import type { Candidate } from './candidate.ts';
import { isTime, MAX_WALK, nounPhraseAt, type NounPhrase } from './noun-phrases.ts';
import { subjectBefore } from './subjects.ts';
import { tokenAt, type Sentence, type Token } from './tokens.ts';
import { agrees, cueAt, isAccordingTo, inverts, isDash, isIng } from './verb-context.ts';

/** `pause`: the quoted words end in a comma, a question or exclamation mark, or a dash. */
export function candidatesAfter(
  tokens: readonly Token[],
  quote: number,
  sentence: Sentence,
  headline: boolean,
  pause: boolean,
): Candidate[] {
  const found: Candidate[] = [];
  let p = quote + 1;
  const dashed = isDash(tokens[p]);
  if (tokens[p]?.text === ':' && quote <= sentence.from + 1) {
    // A headline: "We Did Not": Lee Denies Claim
    const subject = headlineName(tokens, p + 1, sentence.to);
    if (subject?.kind === 'name')
      found.push({ rule: 'after: headline name', score: WEIGHTS['after: headline name'], subject, cue: [p, p + 1], cueClass: 'colon' });
    return found;
  }
  if (
    p < sentence.to &&
    tokenAt(tokens, p).kind === 'punct' &&
    (dashed || tokenAt(tokens, p).text === ',' || tokenAt(tokens, p).text === '…')
  )
    p++;
  // «…», — сказала Анна Рощина
  if (p > quote + 1 && !dashed && isDash(tokens[p])) p++;
  if (p >= sentence.to) return found;
  const comma = pause || p > quote + 1;
  const first = tokenAt(tokens, p);
  if (isAccordingTo(tokens, p)) {
    const subject = nounPhraseAt(tokens, p + 2, sentence.to);
    if (subject !== undefined)
      found.push({ rule: 'after: according to', score: WEIGHTS['after: according to'], subject, cue: [p, p + 2], cueClass: 'according' });
    return found;
  }
  if (dashed) {
    const subject = nounPhraseAt(tokens, p, sentence.to);
    const end = subject === undefined ? undefined : tokens[subject.to];
    if (
      subject?.kind === 'name' &&
      (subject.to >= sentence.to || (end?.text === ',' && subject.to - subject.from >= 2 && sentence.to - subject.to < 14))
    )
      found.push({ rule: 'after: dash name', score: WEIGHTS['after: dash name'], subject, cue: undefined, cueClass: 'none' });
  }
  const joined =
    lexicon.conjunctions.has(first.lower) ||
    (lexicon.subordinators.has(first.lower) && !lexicon.that.has(first.lower) && !lexicon.as.has(first.lower));
  if (lexicon.as.has(first.lower)) p++;
  found.push(...verbFirst(tokens, p, sentence));
  const limit = Math.min(sentence.to, quote + 1 + MAX_WALK);
  for (let k = p; k < limit; k++) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'quote') break;
    if (token.kind === 'punct' && (token.text === ';' || token.text === ':')) break;
    if (token.text === ',' && k > p) {
      const trailing = verbFirst(tokens, k + 1, sentence)[0];
      if (trailing !== undefined && trailing.cue![0] <= k + 2) {
        found.push({ ...trailing, rule: 'trailing: verb subject', score: WEIGHTS['trailing: verb subject'] });
        break;
      }
    }
    const cue = cueAt(tokens, k, headline, true);
    if (cue === undefined) continue;
    if (isIng(token) && (cue.class !== 'say' || !lexicon.auxiliaries.has(tokens[k - 1]?.lower ?? ''))) continue;
    const subject = subjectBefore(tokens, k, p);
    if (subject === undefined || !agrees(tokens, k, subject)) continue;
    // «…», ha dichiarato Paolo Conti
    if (subject.head === k - 1 && lexicon.perfectAuxiliaries.has(tokenAt(tokens, subject.head).lower)) continue;
    if (
      lexicon.by.has(tokens[k + 1]?.lower ?? '') &&
      subject.kind === 'nominal' &&
      !lexicon.roleNouns.has(tokenAt(tokens, subject.head).lower)
    )
      continue;
    const range: readonly [number, number] = [k, k + cue.width];
    const next = tokens[k + cue.width];
    if (subject.from - p <= 1 && !joined && (cue.class === 'say' || comma)) {
      let score: number = cue.class === 'say' ? WEIGHTS['after: subject verb'] : SUBJECT_VERB_AFTER.notSaying;
      if (!comma) score = Math.min(score, SUBJECT_VERB_AFTER.noPause);
      if (next?.text === ':') score = SUBJECT_VERB_AFTER.colonBehind;
      found.push({ rule: 'after: subject verb', score, subject, cue: range, cueClass: cue.class });
      break;
    }
    const before = tokens[subject.from - 1];
    if (
      cue.class === 'say' &&
      before !== undefined &&
      (before.text === ',' || isDash(before)) &&
      next?.text !== ':' &&
      next?.kind !== 'quote'
    ) {
      found.push({ rule: 'trailing: subject verb', score: WEIGHTS['trailing: subject verb'], subject, cue: range, cueClass: cue.class });
      break;
    }
  }
  if (found.length === 0 && comma && lexicon.so.has(first.lower)) found.push(...soName(tokens, p, sentence));
  if (found.length === 0 && comma && !joined) found.push(...nameThenVerb(tokens, p, limit, headline));
  for (let k = p; k < limit - 1; k++) {
    const token = tokenAt(tokens, k);
    const according = isAccordingTo(tokens, k);
    if (!according && !lexicon.per.has(token.lower)) continue;
    const subject = nounPhraseAt(tokens, according ? k + 2 : k + 1, sentence.to);
    if (subject !== undefined)
      found.push({
        rule: 'trailing: according to',
        score: WEIGHTS['trailing: according to'],
        subject,
        cue: [k, according ? k + 2 : k + 1],
        cueClass: 'according',
      });
    break;
  }
  return found;
}

/** "…," Ann Lee, the mayor who won last year said: the comma that should close the apposition is missing. */
function nameThenVerb(tokens: readonly Token[], p: number, limit: number, headline: boolean): Candidate[] {
  const subject = nounPhraseAt(tokens, p, limit);
  if (subject?.kind !== 'name' || tokens[subject.to]?.text !== ',') return [];
  for (let k = subject.to; k < Math.min(limit, subject.to + 25); k++) {
    if (tokenAt(tokens, k).kind === 'quote') return [];
    const cue = cueAt(tokens, k, headline, true);
    if (cue?.class === 'say' && !isIng(tokenAt(tokens, k)))
      return [{ rule: 'after: name, verb', score: WEIGHTS['after: name, verb'], subject, cue: [k, k + cue.width], cueClass: 'say' }];
  }
  return [];
}

/** German: „…“, so Anna Roth. Nothing but the name until the next mark. */
function soName(tokens: readonly Token[], so: number, sentence: Sentence): Candidate[] {
  const subject = nounPhraseAt(tokens, so + 1, sentence.to);
  const ends = subject !== undefined && (subject.to >= sentence.to || tokenAt(tokens, subject.to).kind !== 'word');
  return subject?.kind === 'name' && ends
    ? [{ rule: 'after: so', score: WEIGHTS['after: so'], subject, cue: [so, so + 1], cueClass: 'say' }]
    : [];
}

/** said Lee; also wrote a spokesman. */
function verbFirst(tokens: readonly Token[], start: number, sentence: Sentence): Candidate[] {
  let v = start;
  while (
    v < sentence.to &&
    v < start + 4 &&
    (lexicon.also.has(tokenAt(tokens, v).lower) ||
      (lexicon.perfectAuxiliaries.has(tokenAt(tokens, v).lower) && tokens[v + 1]?.verb !== undefined) ||
      lexicon.auxiliaries.has(tokenAt(tokens, v).lower) ||
      lexicon.adverbEnding.test(tokenAt(tokens, v).lower))
  )
    v++;
  const token = tokens[v];
  if (token === undefined || v >= sentence.to || token.kind !== 'word' || token.capital || !inverts(token)) return [];
  const subject = nounPhraseAt(tokens, v + 1, sentence.to);
  if (subject === undefined || isTime(tokenAt(tokens, subject.from))) return [];
  const head = tokenAt(tokens, subject.head);
  if (lexicon.audience.has(head.lower) || (subject.kind === 'pronoun' && lexicon.neverInverted.has(head.lower))) return [];
  // "…" suggests that Lee: a clause, not a subject.
  if (lexicon.that.has(tokenAt(tokens, v + 1).lower)) return [];
  const lone = subject.kind === 'nominal' && lexicon.answers.has(tokenAt(tokens, subject.from).lower);
  return lone ? [] : [{ rule: 'after: verb subject', score: WEIGHTS['after: verb subject'], subject, cue: [v, v + 1], cueClass: 'say' }];
}

/** In a headline every word is capitalised: the name ends before the first word that can be a verb. */
function headlineName(tokens: readonly Token[], start: number, to: number): NounPhrase | undefined {
  let end = start + 1;
  while (end < to && end < start + 8 && tokenAt(tokens, end).verb === undefined && !isVerbLike(tokenAt(tokens, end).lower)) end++;
  return nounPhraseAt(tokens, start, end);
}
