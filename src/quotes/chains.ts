/** From marked stretches to attributions, paragraph by paragraph: evidence first, then the strategies in order. */
import type { Span } from '../article.ts';
import type { Attribution, Last, Placed, Rejection, Resolved } from './attribution.ts';
import { candidatesFor } from './candidates.ts';
import type { Stretch } from './marks.ts';
import { mediumOf } from './medium.ts';
import { mentionOf } from './mention.ts';
import { lexicon } from './lexicon.ts';
import { NONE } from './parts.ts';
import { colonSpeaker } from './reported.ts';
import { whyNotSpeech } from './speech.ts';
import { STRATEGIES, isSentenceLike, nameIn, type Found, type Strategy } from './strategies.ts';
import { tokenAt, lastMark, type Sentence, type Token, type TokenisedParagraph } from './tokens.ts';

/** Evidence with a lower score is no cue of its own. Set on PolNeAR dev and GUM-news dev (decision 0052). */
const MIN_OWN = 40;
/** Single-quoted headline words looked up in the body, at most; keeps the search linear. */
const MAX_HEADLINE_SINGLES = 30;

export function attributeStretches(
  text: string,
  paragraphs: readonly Span[],
  stretches: readonly Stretch[],
  read: (index: number) => TokenisedParagraph,
  foreign = false,
  without: ReadonlySet<string> = NONE,
  strategies: readonly Strategy[] = STRATEGIES,
): { attributions: Attribution[]; rejected: Rejection[] } {
  const attributions: Attribution[] = [];
  const rejected: Rejection[] = [];
  const usesDoubles = stretches.some((stretch) => stretch.kind === 'double');
  const used = strategies.filter(({ name }) => !without.has(name));
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
    kept.forEach((item, index) => {
      const situation = { text, paragraphs, paragraph, tokens, sentences, kept, index, item, resolved, last, continued, foreign, read };
      let found: Found | undefined;
      for (const strategy of used) if ((found = strategy.find(situation)) !== undefined) break;
      const own = found?.source;
      if (own !== undefined) resolved.set(item, own);
      const stretch = item.stretch;
      attributions.push({
        stretch,
        kind: kindOf(text, stretch, tokens, item.quote, sentences[item.sentence]!),
        speaker: own?.speaker,
        cue: own?.cue,
        rule: found?.rule ?? 'no attribution',
        score: own?.score ?? 0,
        continues: found?.continues,
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
    if (tokens.at(-1)?.text === ':') last = colonSpeaker(tokens, sentences, paragraph) ?? last;
  });
  return { attributions, rejected };
}

function place(tokens: readonly Token[], sentences: readonly Sentence[], stretches: readonly Stretch[]): Placed[] {
  const placed: Placed[] = [];
  sentences.forEach((sentence, index) => {
    for (let i = sentence.from; i < sentence.to; i++)
      if (tokenAt(tokens, i).kind === 'quote')
        placed.push({ stretch: stretches[tokenAt(tokens, i).stretch]!, quote: i, sentence: index, best: undefined });
  });
  return placed;
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
  if (lexicon.that.has(before.lower)) return 'mixed';
  return /[.!?,]/.test(lastMark(text, stretch)) && stretch.end - stretch.start > 30 ? 'direct' : 'mixed';
}
