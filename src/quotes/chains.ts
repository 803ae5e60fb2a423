/** From candidates to one attribution a stretch: same sentence, same paragraph, continued paragraphs, floating paragraphs. */
import { lexicon } from './lexicon.ts';
import type { Span } from '../article.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import type { Stretch } from './marks.ts';
import { mediumOf } from './medium.ts';
import { whyNotSpeech } from './speech.ts';
import { NONE, type Part } from './parts.ts';
import { mentionOf, type SpeakerMention } from './mention.ts';
import { mainSubject } from './main-subject.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { lastMark, type Sentence, type Token, type TokenisedParagraph } from './tokens.ts';

export interface Attribution {
  readonly stretch: Stretch;
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly speaker: SpeakerMention | undefined;
  readonly cue: Span | undefined;
  readonly rule: string;
  readonly score: number;
  /** Index of the attribution this one goes on from. */
  readonly continues: number | undefined;
  readonly medium: string | undefined;
  /** Mixed: the whole reported clause. */
  readonly content?: Span | undefined;
}

interface Rejection {
  readonly stretch: Stretch;
  readonly reason: string;
}

interface Last {
  readonly medium?: string | undefined;
  readonly speaker: SpeakerMention;
  readonly cue: Span | undefined;
  /** Of the attribution, or -1 after a paragraph that ends in a colon. */
  readonly index: number;
  readonly paragraph: number;
  /** Did the quotation stand in its paragraph's last sentence? */
  readonly closing: boolean;
}

interface Resolved {
  readonly medium?: string | undefined;
  readonly speaker: SpeakerMention;
  readonly cue: Span | undefined;
  readonly rule: string;
  readonly score: number;
}

/** Paragraphs longer than this (UTF-16 units) are not read again for their last sentence. */
const MAX_CONTEXT = 4000;

interface Placed {
  readonly stretch: Stretch;
  readonly quote: number;
  readonly sentence: number;
  best: Candidate | undefined;
}

const MIN_OWN = 40;
/** Single-quoted headline words looked up in the body, at most; keeps the search linear. */
const MAX_HEADLINE_SINGLES = 30;

const isSentenceLike = (text: string, stretch: Stretch): boolean =>
  /^["'‘“([…\s]*[\p{Lu}\p{N}]/u.test(text.slice(stretch.start, stretch.start + 4));

export function attributeStretches(
  text: string,
  paragraphs: readonly Span[],
  stretches: readonly Stretch[],
  read: (index: number) => TokenisedParagraph,
  foreign = false,
  without: ReadonlySet<Part> = NONE,
): { attributions: Attribution[]; rejected: Rejection[] } {
  const attributions: Attribution[] = [];
  const rejected: Rejection[] = [];
  const usesDoubles = stretches.some((stretch) => stretch.kind === 'double');
  let next = 0;
  let headlineSingles = 0;
  /** The last speaker and where, for continued and floating paragraphs. */
  let last: Last | undefined;
  paragraphs.forEach(([start, end], paragraph) => {
    const first = next;
    while (next < stretches.length && stretches[next]!.paragraph === paragraph) next++;
    const parsed = first < next || text[end - 1] === ':' ? read(paragraph) : undefined;
    if (parsed === undefined) return;
    const { tokens, sentences } = parsed;
    const placed = place(tokens, sentences, stretches);
    for (const item of placed)
      item.best = candidatesFor(tokens, item.quote, sentences[item.sentence]!, /[,?!…—–-]/.test(lastMark(text, item.stretch)), without)[0];
    const closed = new Set(
      placed
        .filter((item) => item.best?.cueClass === 'say' && /^after: (?:subject verb|verb subject)$/.test(item.best.rule))
        .map((item) => item.sentence),
    );
    const kept = placed.filter((item) => {
      const { stretch } = item;
      let reason: string | undefined;
      if (stretch.kind === 'single' && usesDoubles && !isHeadlineLike(text, start, end, paragraph)) reason = 'single quotes beside double';
      else if (stretch.kind === 'single' && usesDoubles && (++headlineSingles > MAX_HEADLINE_SINGLES || repeats(text, stretches, stretch)))
        reason = 'repeated in the body';
      else if (!without.has('speech test'))
        reason = whyNotSpeech(text, stretch, tokens, item.quote, sentences[item.sentence]!, item.best, foreign);
      // The sentence as a whole is reported: Words like “maybe” and “perhaps,” he said.
      if (reason === 'scare quote' && closed.has(item.sentence)) reason = undefined;
      if (reason !== undefined) rejected.push({ stretch, reason });
      return reason === undefined;
    });
    const continued =
      last !== undefined &&
      attributions.at(-1)?.stretch.unclosed === true &&
      attributions.at(-1)!.stretch.paragraph === paragraph - 1 &&
      kept[0]?.quote === 0;
    const resolved = new Map<Placed, Resolved>();
    for (const item of kept) {
      const best = item.best;
      if (best?.subject === undefined || best.score < MIN_OWN) continue;
      resolved.set(item, {
        speaker: mentionOf(tokens, foreign ? nameIn(tokens, best.subject) : best.subject, paragraph),
        cue: best.cue === undefined ? undefined : [tokens[best.cue[0]]!.start, tokens[best.cue[1] - 1]!.end],
        rule: best.rule,
        score: best.score,
        medium: best.cue === undefined ? undefined : mediumOf(tokens, sentences[item.sentence]!, best.cue[0]),
      });
    }
    /** Before a statement that stands alone: the speaker reported by the sentence before it. */
    const context = (item: Placed): Resolved | undefined => {
      if (without.has('context') || !isSentenceLike(text, item.stretch) || item.quote !== sentences[item.sentence]!.from) return undefined;
      if (item.sentence > 0) return reportedIn(tokens, sentences[item.sentence - 1]!, paragraph, 'reported in the sentence before');
      if (item.quote !== 0 || paragraph === 0 || (last?.paragraph === paragraph - 1 && last.closing)) return undefined;
      const [from, to] = paragraphs[paragraph - 1]!;
      if (to - from > MAX_CONTEXT) return undefined;
      const previous = read(paragraph - 1);
      return reportedIn(previous.tokens, previous.sentences.at(-1)!, paragraph - 1, 'reported in the paragraph before');
    };
    kept.forEach((item, k) => {
      let own = resolved.get(item);
      let rule = own?.rule;
      let continues: number | undefined;
      if (own === undefined) {
        const sameSentence = nearest(kept, k, resolved, (other) => other.sentence === item.sentence);
        const earlier = nearest(kept, k, resolved, (_other, index) => index < k);
        const later = nearest(kept, k, resolved, (_other, index) => index > k);
        const bareSubject = item.best?.subject;
        if (sameSentence !== undefined) [own, rule] = [resolved.get(sameSentence)!, `same sentence as ${resolved.get(sameSentence)!.rule}`];
        else if (continued && k === 0 && last !== undefined) {
          own = { speaker: last.speaker, cue: last.cue, rule: 'continued', score: 90, medium: last.medium };
          rule = 'continued paragraph';
          continues = last.index;
        } else if (
          !without.has('context') &&
          earlier !== undefined &&
          reportedSince(tokens, sentences, earlier, item, paragraph) !== undefined
        ) {
          own = reportedSince(tokens, sentences, earlier, item, paragraph)!;
          rule = own.rule;
        } else if (earlier !== undefined) {
          [own, rule] = [resolved.get(earlier)!, `same paragraph as ${resolved.get(earlier)!.rule}`];
        } else if (later !== undefined && isSentenceLike(text, item.stretch))
          [own, rule] = [resolved.get(later)!, `same paragraph as ${resolved.get(later)!.rule}`];
        else if (context(item) !== undefined) {
          own = context(item)!;
          rule = own.rule;
        } else if (
          item.quote > sentences[item.sentence]!.from &&
          bareSubject !== undefined &&
          !lexicon().emptySubjects.has(tokens[bareSubject.head]!.lower)
        ) {
          own = {
            speaker: mentionOf(tokens, foreign ? nameIn(tokens, bareSubject) : bareSubject, paragraph),
            cue: undefined,
            rule: item.best!.rule,
            score: item.best!.score,
          };
          rule = item.best!.rule;
        } else if (last !== undefined) {
          own = { speaker: last.speaker, cue: last.cue, rule: 'floating', score: 60, medium: last.medium };
          rule = last.paragraph === paragraph - 1 ? 'floating paragraph' : 'floating paragraph, earlier speaker';
          if (last.paragraph === paragraph - 1) continues = last.index >= 0 ? last.index : undefined;
        } else if (bareSubject !== undefined) {
          own = {
            speaker: mentionOf(tokens, foreign ? nameIn(tokens, bareSubject) : bareSubject, paragraph),
            cue: undefined,
            rule: item.best!.rule,
            score: item.best!.score,
          };
          rule = item.best!.rule;
        }
        if (own !== undefined) resolved.set(item, own);
      }
      const stretch = item.stretch;
      attributions.push({
        stretch,
        kind: kindOf(text, stretch, tokens, item.quote, sentences[item.sentence]!),
        speaker: own?.speaker,
        cue: own?.cue,
        rule: rule ?? 'no attribution',
        score: own?.score ?? 0,
        continues,
        medium: own?.medium,
      });
    });
    const final = kept.findLast((item) => resolved.has(item));
    if (final !== undefined) {
      const { speaker, cue, medium } = resolved.get(final)!;
      last = {
        speaker,
        cue,
        medium,
        index: attributions.length - 1,
        paragraph,
        closing: final === placed.at(-1) && final.sentence === sentences.length - 1,
      };
    }
    if (without.has('floating')) last = undefined;
    else if (tokens.at(-1)?.text === ':') last = colonSpeaker(tokens, sentences, paragraph) ?? last;
  });
  return { attributions, rejected };
}

/** A paragraph that ends in a colon hands its speaker to the quotation paragraph below. */
function colonSpeaker(tokens: readonly Token[], sentences: readonly Sentence[], paragraph: number): Last | undefined {
  const sentence = sentences.at(-1)!;
  const best = candidatesFor([...tokens, { ...tokens.at(-1)!, kind: 'quote', text: '“”', lower: '“”' }], tokens.length, {
    from: sentence.from,
    to: tokens.length + 1,
  })[0];
  if (best?.subject === undefined) {
    const subject = mainSubject(tokens, sentence.from, tokens.length);
    return subject === undefined
      ? undefined
      : { speaker: mentionOf(tokens, subject, paragraph), cue: undefined, index: -1, paragraph, closing: true };
  }
  const cue: Span | undefined = best.cue === undefined ? undefined : [tokens[best.cue[0]]!.start, tokens[best.cue[1] - 1]!.end];
  return {
    speaker: mentionOf(tokens, best.subject, paragraph),
    cue,
    index: -1,
    paragraph,
    closing: true,
    medium: best.cue === undefined ? undefined : mediumOf(tokens, sentence, best.cue[0]),
  };
}

/** The speaker a sentence without quotation marks reports: "Lee said the bridge was open." */
function reportedIn(tokens: readonly Token[], sentence: Sentence, paragraph: number, rule: string): Resolved | undefined {
  const local = tokens.slice(sentence.from, sentence.to);
  if (local.some((token) => token.kind === 'quote')) return undefined;
  const masked: Token = { start: 0, end: 0, text: '“”', lower: '“”', kind: 'quote', stretch: -1, capital: false, verb: undefined };
  const best = candidatesFor([...local, masked], local.length, { from: 0, to: local.length + 1 }).filter(
    (candidate) =>
      candidate.subject !== undefined &&
      candidate.cue !== undefined &&
      (candidate.cueClass === 'say' ||
        (candidate.cueClass === 'judge' && !lexicon().viewVerbs.test(tokens[sentence.from + candidate.cue[0]]?.lower ?? ''))),
  );
  const said = best.filter((candidate) => candidate.cueClass === 'say');
  const main = (said.length > 0 ? said : best).reduce<Candidate | undefined>(
    (left, other) => (left === undefined || other.cue![0] < left.cue![0] ? other : left),
    undefined,
  );
  if (main?.subject === undefined || main.cue === undefined) return undefined;
  return {
    speaker: mentionOf(local, main.subject, paragraph),
    cue: [local[main.cue[0]]!.start, local[main.cue[1] - 1]!.end],
    rule,
    score: 58,
  };
}

/** A reporting sentence between an earlier quotation of the paragraph and this one. */
function reportedSince(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  earlier: Placed,
  item: Placed,
  paragraph: number,
): Resolved | undefined {
  if (item.sentence - earlier.sentence < 2 || item.quote !== sentences[item.sentence]!.from) return undefined;
  return reportedIn(tokens, sentences[item.sentence - 1]!, paragraph, 'reported in the sentence before');
}

/** Phrases are read with English in mind; in another language the name inside one is what can be relied on: "la maire Anne Roy mardi". */
function nameIn(tokens: readonly Token[], phrase: NounPhrase): NounPhrase {
  let best: readonly [number, number] = [phrase.from, phrase.from];
  for (let k = phrase.from; k < phrase.to; k++) {
    if (!tokens[k]!.capital) continue;
    const from = k;
    while (k < phrase.to && tokens[k]!.capital) k++;
    if (k - from > best[1] - best[0]) best = [from, k];
  }
  const [from, to] = best;
  return to === from || to - from === phrase.to - phrase.from ? phrase : { from, to, head: to - 1, kind: 'name' };
}

function place(tokens: readonly Token[], sentences: readonly Sentence[], stretches: readonly Stretch[]): Placed[] {
  const placed: Placed[] = [];
  sentences.forEach((sentence, index) => {
    for (let i = sentence.from; i < sentence.to; i++)
      if (tokens[i]!.kind === 'quote') placed.push({ stretch: stretches[tokens[i]!.stretch]!, quote: i, sentence: index, best: undefined });
  });
  return placed;
}

function nearest(
  kept: readonly Placed[],
  k: number,
  resolved: ReadonlyMap<Placed, unknown>,
  wanted: (other: Placed, index: number) => boolean,
): Placed | undefined {
  for (let d = 1; d < 40 && (k - d >= 0 || k + d < kept.length); d++) {
    const left = kept[k - d];
    if (left !== undefined && resolved.has(left) && wanted(left, k - d)) return left;
    const right = kept[k + d];
    if (right !== undefined && resolved.has(right) && wanted(right, k + d)) return right;
  }
  return undefined;
}

/** Are the words of a headline quoted again, in double marks, further down? Then the body holds the quotation. */
function repeats(text: string, stretches: readonly Stretch[], stretch: Stretch): boolean {
  const words = text
    .slice(stretch.start, stretch.end)
    .toLowerCase()
    .replace(/[.,!?]+$/, '');
  return stretches.some((other) => other.kind === 'double' && text.slice(other.start, other.end).toLowerCase().includes(words));
}

/** A headline line: the first paragraph, or a short one without a closing full stop. */
function isHeadlineLike(text: string, start: number, end: number, paragraph: number): boolean {
  if (end - start > 160) return false;
  return paragraph === 0 || !/[.!?:,;”"’')]$/.test(text.slice(end - 1, end));
}

/** Direct: a statement of its own. Mixed: marked words inside a paraphrase. */
function kindOf(text: string, stretch: Stretch, tokens: readonly Token[], quote: number, sentence: Sentence): 'direct' | 'mixed' {
  if (!isSentenceLike(text, stretch)) {
    const atStart =
      quote === sentence.from && (/[,]$/.test(text.slice(stretch.start, stretch.end)) || /[.!?]/.test(lastMark(text, stretch)));
    return atStart ? 'direct' : 'mixed';
  }
  const before = tokens[quote - 1];
  if (quote === sentence.from || before === undefined || before.kind === 'punct') return 'direct';
  if (lexicon().that.has(before.lower)) return 'mixed';
  return /[.!?,]/.test(lastMark(text, stretch)) && stretch.end - stretch.start > 30 ? 'direct' : 'mixed';
}
