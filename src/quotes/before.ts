/** Attributions that stand before the quotation: Lee said, "…"; saying "…"; Lee’s claim that "…"; Lee: "…". */
import { OUTERMOST, VERB_BEFORE, VERB_BEFORE_CHANGES as CHANGES, WEIGHTS, type VerbReading } from './weights.ts';
import { isPair, isVerbLike, lexicon } from './lexicon.ts';
import type { Candidate } from './candidate.ts';
import { isAdverb, isTime, MAX_WALK, nounPhraseAt, nounPhraseEndingAt, type NounPhrase } from './noun-phrases.ts';
import { mainSubject } from './main-subject.ts';
import { possessorBefore, skipModifiersLeft, subjectBefore } from './subjects.ts';
import { tokenAt, type Sentence, type Token } from './tokens.ts';
import { agrees, cueAt, isAccordingTo, inverts, isBe, isDash, isIng } from './verb-context.ts';

/** `nearest`: leave out that the outermost source wins. */
export function candidatesBefore(
  tokens: readonly Token[],
  quote: number,
  sentence: Sentence,
  headline: boolean,
  nearest = false,
): Candidate[] {
  const found: Candidate[] = [];
  const floor = Math.max(sentence.from, quote - MAX_WALK);
  const colon = tokens[quote - 1]?.text === ':';
  for (let v = quote - 1; v >= floor; v--) {
    const token = tokenAt(tokens, v);
    if (token.kind !== 'word') {
      if (token.text === ';') break;
      continue;
    }
    const distance = quote - v;
    const far = Math.min(distance, 10) + Math.max(0, distance - 10) / 6;
    if (isAccordingTo(tokens, v)) {
      const subject = nounPhraseAt(tokens, v + 2, quote);
      if (subject !== undefined)
        found.push({
          rule: 'before: according to',
          score: WEIGHTS['before: according to'] - distance / 4,
          subject,
          cue: [v, v + 2],
          cueClass: 'according',
        });
      continue;
    }
    // Played down Lee’s comments as “…”: the words are of who judges the comments.
    if (lexicon.speechNouns.has(token.lower) && !(v === quote - 2 && lexicon.as.has(tokenAt(tokens, quote - 1).lower))) {
      const subject = possessorBefore(tokens, v, sentence.from);
      if (subject !== undefined)
        found.push({
          rule: 'before: possessive noun',
          score: WEIGHTS['before: possessive noun'] - distance,
          subject,
          cue: [v, v + 1],
          cueClass: 'noun',
        });
    }
    const cue = cueAt(tokens, v, headline);
    if (cue === undefined) continue;
    const gap = quote - (v + cue.width);
    const dashed = gap === 1 && isDash(tokens[quote - 1]);
    const direct =
      gap === 0 ||
      dashed ||
      (gap === 1 && (/^[,:]$/.test(tokenAt(tokens, quote - 1).text) || lexicon.that.has(tokenAt(tokens, quote - 1).lower)));
    const adjacent = cue.class === 'say' && !dashed ? CHANGES.sayAdjacent : CHANGES.otherAdjacent;
    const score = VERB_BEFORE[cue.class] + (direct ? adjacent : colon ? CHANGES.colon : 0) - far;
    const range: readonly [number, number] = [v, v + cue.width];
    const read = readVerb(tokens, v, quote, sentence, headline);
    if (read === undefined) continue;
    const crossed = found.some((nearer) => nearer.subject !== undefined) && hasQuote(tokens, v, quote) ? CHANGES.crossed : 0;
    const closed = read.subject !== undefined && closedRelative(tokens, read.subject, v + cue.width, quote) ? CHANGES.closedClause : 0;
    const change = closed + crossed + (read.rule === 'coordinated verb' ? CHANGES.coordinated : 0);
    found.push({
      rule: `before: ${read.rule}`,
      score:
        read.rule === 'naming'
          ? WEIGHTS['before: naming']
          : read.subject === undefined
            ? WEIGHTS['before: passive'] - distance
            : score + change,
      subject: read.subject,
      cue: range,
      cueClass: cue.class,
    });
  }
  if (headline) {
    // A headline: Lee: Bridge Is “Going Down”
    const first = nounPhraseAt(tokens, sentence.from, quote);
    if (first?.kind === 'name' && tokens[first.to]?.text === ':')
      found.push({
        rule: 'before: headline name',
        score: WEIGHTS['before: headline name'],
        subject: first,
        cue: [first.to, first.to + 1],
        cueClass: 'colon',
      });
  }
  if (!nearest) preferOutermost(tokens, found);
  if (colon) {
    const near = nounPhraseEndingAt(tokens, skipModifiersLeft(tokens, sentence.from, quote - 2), sentence.from);
    const place = near !== undefined && lexicon.placePrepositions.has(tokens[near.from - 1]?.lower ?? '');
    const subject =
      (near?.kind === 'name' && !place) ||
      near?.kind === 'pronoun' ||
      (near !== undefined && lexicon.sourceOpeners.has(tokenAt(tokens, sentence.from).lower))
        ? near
        : mainSubject(tokens, sentence.from, quote);
    if (subject !== undefined)
      found.push({ rule: 'before: colon', score: WEIGHTS['before: colon'], subject, cue: [quote - 1, quote], cueClass: 'colon' });
  }
  return found;
}

const isArticleOrAs = (word: string): boolean => lexicon.articles.has(word) || lexicon.as.has(word);

/** The subject of the cue at v and how it was found; a rule without a subject is a passive that names nobody. */
function readVerb(
  tokens: readonly Token[],
  v: number,
  quote: number,
  sentence: Sentence,
  headline: boolean,
): { rule: VerbReading; subject: NounPhrase | undefined } | undefined {
  const token = tokenAt(tokens, v);
  const forms = token.verb?.forms ?? ['past'];
  const ing = isIng(token);
  const past = forms.includes('past') || forms.includes('part');
  if (!ing && past) {
    const by =
      lexicon.by.has(tokens[v + 1]?.lower ?? '') && tokens[v + 2] !== undefined && !lexicon.ingEnding.test(tokenAt(tokens, v + 2).lower)
        ? nounPhraseAt(tokens, v + 2, quote)
        : undefined;
    if (by !== undefined) return { rule: 'passive by', subject: by };
    const helper = skipAdverbsLeft(tokens, v - 1);
    if (isBe(tokens[helper]) && !lexicon.beContractions.has(tokenAt(tokens, helper).lower)) {
      const agent = passiveAgent(tokens, v, quote);
      if (agent !== undefined) return { rule: 'passive by', subject: agent };
      if (lexicon.quotedParticiples.has(token.lower)) return { rule: 'was quoted', subject: subjectBefore(tokens, v, sentence.from) };
      return { rule: 'passive', subject: undefined };
    }
  }
  if (
    ing ||
    lexicon.to.has(tokens[v - 1]?.lower ?? '') ||
    (forms.includes('base') && !forms.includes('past') && isSecondInfinitive(tokens, v, sentence.from))
  ) {
    const subject =
      subjectOfNonFinite(tokens, v, sentence, headline) ?? (ing ? mainSubject(tokens, quote + 1, sentence.to, true) : undefined);
    return subject === undefined ? undefined : { rule: ing ? 'participle' : 'infinitive', subject };
  }
  const subject = subjectBefore(tokens, v, sentence.from);
  if (subject !== undefined && past && isNaming(tokens, v, quote, subject)) return { rule: 'naming', subject: undefined };
  if (subject !== undefined) {
    if (!agrees(tokens, v, subject)) return undefined;
    // "assails what he calls “a mess”": the pronoun is the sentence's own subject.
    if (subject.kind === 'pronoun' && lexicon.what.has(tokens[subject.from - 1]?.lower ?? '')) {
      const main = mainSubject(tokens, sentence.from, subject.from - 1);
      if (main !== undefined && (main.kind === 'name' || main.kind === 'nominal')) return { rule: 'what subject calls', subject: main };
    }
    return { rule: 'subject verb', subject };
  }
  if (!past && !forms.includes('third')) return undefined;
  const main = subjectOfCoordinated(tokens, v, sentence.from) ?? mainSubject(tokens, sentence.from, v);
  const named = quote - v <= 4 || lexicon.namesakePrepositions.has(tokens[v + 1]?.lower ?? '');
  if (main !== undefined && past && named && lexicon.nameGivingVerbs.has(token.verb?.lemma ?? ''))
    return { rule: 'naming', subject: undefined };
  // "a sample came in called “…”": a participle after a verb, not joined to it.
  const previous = tokens[v - 1];
  if (
    past &&
    v === quote - 1 &&
    lexicon.called.has(token.lower) &&
    previous?.kind === 'word' &&
    !lexicon.conjunctions.has(previous.lower) &&
    !isAdverb(previous)
  )
    return { rule: 'naming', subject: undefined };
  if (main !== undefined) return { rule: 'coordinated verb', subject: main };
  const inverted = v <= sentence.from + 1 && inverts(token) ? nounPhraseAt(tokens, v + 1, quote) : undefined;
  return inverted === undefined ? undefined : { rule: 'verb subject', subject: inverted };
}

/** "when she left the room and called it": the subject of the clause the "and" goes on, when no comma parts them. */
function subjectOfCoordinated(tokens: readonly Token[], v: number, from: number): NounPhrase | undefined {
  const joint = skipAdverbsLeft(tokens, v - 1);
  if (!lexicon.clauseJoints.has(tokens[joint]?.lower ?? '') || tokens[joint - 1]?.text === ',') return undefined;
  for (let k = joint - 1; k >= Math.max(from, joint - 30); k--) {
    const token = tokenAt(tokens, k);
    if (token.text === ',' || token.text === ';') return undefined;
    if (lexicon.clauseOpeners.has(token.lower) || lexicon.that.has(token.lower)) {
      const subject = nounPhraseAt(tokens, k + 1, joint);
      return subject !== undefined && subject.kind !== 'nominal' ? subject : undefined;
    }
  }
  return undefined;
}

/** "to make a joke and call him": a base form joined to an infinitive further left. */
function isSecondInfinitive(tokens: readonly Token[], v: number, from: number): boolean {
  if (!lexicon.nounJoints.has(tokens[v - 1]?.lower ?? '')) return false;
  for (let k = v - 2; k >= Math.max(from, v - 14); k--)
    if (lexicon.to.has(tokenAt(tokens, k).lower) && tokens[k + 1]?.kind === 'word' && !tokenAt(tokens, k + 1).capital) return true;
  return false;
}

/** "a website called “…”", "an event billed as “…”": a thing with its name, nobody speaks. */
function isNaming(tokens: readonly Token[], v: number, quote: number, subject: NounPhrase): boolean {
  const verb = tokenAt(tokens, v).verb;
  // "what one aide has dubbed “…”": the subject does the naming.
  if (lexicon.haveForms.has(tokens[v - 1]?.lower ?? '') || lexicon.objectRelatives.has(tokens[subject.from - 1]?.lower ?? '')) return false;
  if (verb !== undefined && lexicon.nameGivingVerbs.has(verb.lemma)) return true;
  if (verb?.class !== 'judge' || subject.kind !== 'nominal') return false;
  const head = tokenAt(tokens, subject.head).lower;
  if (lexicon.roleNouns.has(head) || lexicon.peopleEnding.test(head)) return false;
  for (let k = v + 1; k < quote; k++) if (!isArticleOrAs(tokenAt(tokens, k).lower)) return false;
  return true;
}

function skipAdverbsLeft(tokens: readonly Token[], index: number): number {
  let i = index;
  while (
    i > 0 &&
    i > index - 3 &&
    (lexicon.adverbEnding.test(tokenAt(tokens, i).lower) || lexicon.cueAdverbs.has(tokenAt(tokens, i).lower))
  )
    i--;
  return i;
}

/** "the claim, which some have denied, was “…”": the relative clause with the cue ends at a comma before the words. */
function closedRelative(tokens: readonly Token[], subject: NounPhrase, from: number, quote: number): boolean {
  const relative = subject.kind === 'relative' ? subject.from : subject.from - 1;
  if (!lexicon.relativeWords.has(tokens[relative]?.lower ?? '') || tokens[relative - 1]?.text !== ',') return false;
  for (let k = from; k < quote - 1; k++) {
    if (tokenAt(tokens, k).text !== ',') continue;
    let next = k + 1;
    while (next < quote - 1 && isAdverb(tokenAt(tokens, next))) next++;
    const { lower, verb, capital } = tokenAt(tokens, next);
    if (!capital && (isVerbLike(lower) || verb?.forms.includes('past') === true)) return true;
  }
  return false;
}

function hasQuote(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (tokenAt(tokens, k).kind === 'quote') return true;
  return false;
}

function passiveAgent(tokens: readonly Token[], verb: number, quote: number): NounPhrase | undefined {
  for (let k = verb + 1; k < Math.min(quote, verb + 8); k++)
    if (lexicon.by.has(tokenAt(tokens, k).lower)) return nounPhraseAt(tokens, k + 1, quote);
  return undefined;
}

/** "…, calling it": the subject of the clause the participle or infinitive hangs on. */
function subjectOfNonFinite(tokens: readonly Token[], verb: number, sentence: Sentence, headline: boolean): NounPhrase | undefined {
  const ing = lexicon.ingEnding.test(tokenAt(tokens, verb).lower);
  if (!ing && lexicon.to.has(tokens[verb - 1]?.lower ?? '') && verb - 2 > sentence.from && governs(tokenAt(tokens, verb - 2))) {
    const subject = subjectBefore(tokens, verb - 2, sentence.from);
    if (subject !== undefined) return subject;
  }
  const j = skipModifiersLeft(tokens, sentence.from, verb - 1);
  const previous = tokens[j];
  if (ing) {
    const helped = tokens.slice(Math.max(j + 1, sentence.from), verb).some((token) => lexicon.auxiliaries.has(token.lower));
    if (helped) return subjectBefore(tokens, verb, sentence.from);
    if (previous !== undefined && j > sentence.from && lexicon.aspectVerbs.has(previous.lower))
      return subjectBefore(tokens, j, sentence.from) ?? mainSubject(tokens, sentence.from, j);
    if (previous?.kind === 'word' && j >= sentence.from) {
      const direct = nounPhraseEndingAt(tokens, j, sentence.from);
      const shown = direct === undefined ? undefined : personShown(tokens, direct, j + 1);
      if (shown !== undefined) return shown;
      if (direct !== undefined && standsAlone(tokens, direct)) return direct;
    }
  }
  if (ing && lexicon.and.has(tokens[verb - 1]?.lower ?? ''))
    for (let k = verb - 2; k > Math.max(sentence.from, verb - MAX_WALK); k--) {
      if (isIng(tokenAt(tokens, k)) && cueAt(tokens, k, headline) !== undefined) return subjectOfNonFinite(tokens, k, sentence, headline);
      if (tokenAt(tokens, k).kind === 'word' && cueAt(tokens, k, headline) !== undefined) break;
    }
  let comma = -1;
  let clause = sentence.from;
  for (let k = verb - 1; k >= Math.max(sentence.from, verb - MAX_WALK); k--) {
    const token = tokenAt(tokens, k);
    if (token.text === ',' && k < verb - 2) comma = k;
    if (token.kind !== 'word') continue;
    // The nearest reporting clause to the left: "Lee said no, adding".
    if (cueAt(tokens, k, headline)?.class === 'say' && !isIng(token)) {
      const subject = subjectBefore(tokens, k, sentence.from);
      if (subject !== undefined && agrees(tokens, k, subject)) return subject;
      // "…," said Lee, the head of music, adding: the source stands behind its verb.
      const turned = inverts(token) && tokens[k - 1]?.kind !== 'word' ? nounPhraseAt(tokens, k + 1, verb) : undefined;
      if (turned !== undefined && !isTime(tokenAt(tokens, turned.from))) return turned;
    }
    if (
      clause === sentence.from &&
      lexicon.mainClauseJoints.has(token.lower) &&
      tokens[k - 1]?.text === ',' &&
      lexicon.thirdPersons.has(tokens[k + 1]?.lower ?? '')
    )
      clause = k + 1;
    // "went after Lee" opens no clause.
    const goesAfter = isPair(lexicon.movementPairs, tokens[k - 1], token);
    if (clause === sentence.from && comma < 0 && !goesAfter && lexicon.clauseOpeners.has(token.lower)) {
      const subject = mainSubject(tokens, k + 1, verb, true);
      if (subject !== undefined && subject.from <= k + 3) clause = k + 1;
    }
  }
  return mainSubject(tokens, clause, verb) ?? mainSubject(tokens, sentence.from, verb);
}

/** "was prompted to say", "refused to call it": the verb whose infinitive follows shares its subject. */
const governs = (token: Token): boolean =>
  token.kind === 'word' && !token.capital && !lexicon.auxiliaries.has(token.lower) && isVerbLike(token.lower);

/** "footage of Ann Lee asking": the one who is seen or heard speaks. */
function personShown(tokens: readonly Token[], phrase: NounPhrase, to: number): NounPhrase | undefined {
  if (!lexicon.pictures.has(tokenAt(tokens, phrase.head).lower) || !lexicon.of.has(tokens[phrase.head + 1]?.lower ?? '')) return undefined;
  const inner = nounPhraseAt(tokens, phrase.head + 2, to);
  return inner?.kind === 'name' ? inner : undefined;
}

/** Is the phrase right before a participle its own subject: "with Lee promising", ", the mayor calling it", "a hat reading"? */
function standsAlone(tokens: readonly Token[], phrase: NounPhrase): boolean {
  const before = tokens[phrase.from - 1];
  if (before === undefined || before.text === ',' || isDash(before) || lexicon.participleOpeners.has(before.lower))
    return !lexicon.documentNouns.has(tokenAt(tokens, phrase.head).lower) || before?.text !== ',';
  if (before.kind === 'word' && lexicon.prepositions.has(before.lower)) return false;
  return lexicon.bearers.has(tokenAt(tokens, phrase.head).lower);
}

/**
 * "Lee said that critics call the plan “a mess”": the annotators of reported speech give the words to the outermost source.
 * `found` is in order from the nearest cue to the farthest.
 */
function preferOutermost(tokens: readonly Token[], found: Candidate[]): void {
  for (let outer = found.length - 1; outer > 0; outer--) {
    const candidate = found[outer]!;
    const outermost = OUTERMOST.get(candidate.rule);
    if (candidate.cueClass !== 'say' || candidate.subject === undefined || outermost === undefined) continue;
    const top = Math.max(...found.slice(0, outer).map((other) => (dominates(tokens, candidate, other) ? other.score : 0)));
    if (top > candidate.score) {
      found[outer] = { ...candidate, rule: outermost, score: top + 1 };
      break;
    }
    if (top > 0) break;
  }
}

function dominates(tokens: readonly Token[], outer: Candidate, inner: Candidate): boolean {
  if (inner.subject === undefined || inner.cue === undefined || outer.cue === undefined) return true;
  if (inner.subject.from < outer.cue[1]) return false;
  const before = tokens[inner.subject.from - 1];
  if (before?.text === ',' || isDash(before) || lexicon.closedClauseOpeners.has(before?.lower ?? '')) return false;
  for (let k = outer.cue[1]; k < inner.cue[0]; k++) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'quote' || token.text === ';') return false;
    if (token.text === ',' && lexicon.conjunctions.has(tokens[k + 1]?.lower ?? '')) return false;
    if (lexicon.contrast.has(token.lower)) return false;
  }
  return true;
}
