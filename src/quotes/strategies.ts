/**
 * The ways to find who said a quotation, in order: the first that finds somebody wins. A new way is one entry of STRATEGIES.
 * Quotations of a paragraph are read from left to right, so a strategy sees what was found for those before it.
 */
import type { Span } from '../article.ts';
import type { Last, Placed, Resolved } from './attribution.ts';
import { lexicon } from './lexicon.ts';
import type { Stretch } from './marks.ts';
import { mentionOf } from './mention.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { reportedIn, reportedSince } from './reported.ts';
import { tokenAt, type Sentence, type Token, type TokenisedParagraph } from './tokens.ts';
import { ELSEWHERE } from './weights.ts';

/** All that a strategy may look at. */
export interface Situation {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** The quotations of the paragraph, and which of them is asked about. */
  readonly kept: readonly Placed[];
  readonly index: number;
  readonly item: Placed;
  /** What was found for the other quotations of the paragraph, and by evidence of its own for this one. */
  readonly resolved: ReadonlyMap<Placed, Resolved>;
  /** The last speaker of the paragraphs before. */
  readonly last: Last | undefined;
  /** Does the paragraph go on with the quotation of the one before? */
  readonly continued: boolean;
  /** The text is not English: only names inside phrases are relied on. */
  readonly foreign: boolean;
  readonly read: (paragraph: number) => TokenisedParagraph;
}

export interface Found {
  readonly source: Resolved;
  /** The record's rule: the strategy's name, with the evidence that it rests on. */
  readonly rule: string;
  /** Index of the attribution that this one goes on from. */
  readonly continues?: number | undefined;
}

export interface Strategy {
  /** The record's rule begins with it; `without` leaves it out by it. */
  readonly name: string;
  find(situation: Situation): Found | undefined;
}

/** Paragraphs longer than this (UTF-16 units) are not read again for their last sentence. */
const MAX_CONTEXT = 4000;
/** Quotations on either side that are looked at; keeps the reading linear. */
const MAX_NEIGHBOURS = 40;

export const isSentenceLike = (text: string, stretch: Stretch): boolean =>
  /^["'‘“([…\s]*[\p{Lu}\p{N}]/u.test(text.slice(stretch.start, stretch.start + 4));

const borrowed = ({ resolved }: Situation, from: Placed | undefined, name: string): Found | undefined => {
  const source = from === undefined ? undefined : resolved.get(from);
  return source === undefined ? undefined : { source, rule: `${name} ${source.rule}` };
};

const ownEvidence: Strategy = {
  name: 'own sentence',
  find({ resolved, item }) {
    const source = resolved.get(item);
    return source === undefined ? undefined : { source, rule: source.rule };
  },
};

const sameSentence: Strategy = {
  name: 'same sentence as',
  find(situation) {
    return borrowed(
      situation,
      nearest(situation, (other) => other.sentence === situation.item.sentence),
      this.name,
    );
  },
};

const continuedParagraph: Strategy = {
  name: 'continued paragraph',
  find({ continued, index, last }) {
    if (!continued || index !== 0 || last === undefined) return undefined;
    const { speaker, cue, medium } = last;
    return { source: { speaker, cue, rule: 'continued', score: ELSEWHERE.continued, medium }, rule: this.name, continues: last.index };
  },
};

const sentenceSince: Strategy = {
  name: 'reported in the sentence before',
  find(situation) {
    const { tokens, sentences, item, index, paragraph } = situation;
    const earlier = nearest(situation, (_other, k) => k < index);
    const source = earlier === undefined ? undefined : reportedSince(tokens, sentences, earlier, item, paragraph);
    return source === undefined ? undefined : { source, rule: source.rule };
  },
};

const sameParagraph: Strategy = {
  name: 'same paragraph as',
  find(situation) {
    const { text, item, index } = situation;
    return (
      borrowed(
        situation,
        nearest(situation, (_other, k) => k < index),
        this.name,
      ) ??
      (isSentenceLike(text, item.stretch)
        ? borrowed(
            situation,
            nearest(situation, (_other, k) => k > index),
            this.name,
          )
        : undefined)
    );
  },
};

/** Does the quotation stand alone as a statement, so that the sentence before may report its speaker? */
const standsAlone = ({ text, item, sentences }: Situation): boolean =>
  isSentenceLike(text, item.stretch) && item.quote === sentences[item.sentence]?.from;

const sentenceBefore: Strategy = {
  name: 'reported in the sentence before',
  find(situation) {
    const { tokens, sentences, item, paragraph } = situation;
    const before = sentences[item.sentence - 1];
    if (before === undefined || !standsAlone(situation)) return undefined;
    const source = reportedIn(tokens, before, paragraph, this.name);
    return source === undefined ? undefined : { source, rule: this.name };
  },
};

const paragraphBefore: Strategy = {
  name: 'reported in the paragraph before',
  find(situation) {
    const { item, last, paragraph, paragraphs, read } = situation;
    const [from, to] = paragraphs[paragraph - 1] ?? [0, 0];
    if (item.sentence > 0 || item.quote !== 0 || paragraph === 0 || to - from > MAX_CONTEXT || !standsAlone(situation)) return undefined;
    if (last?.paragraph === paragraph - 1 && last.closing) return undefined;
    const { tokens, sentences } = read(paragraph - 1);
    const sentence = sentences.at(-1);
    const source = sentence === undefined ? undefined : reportedIn(tokens, sentence, paragraph - 1, this.name);
    return source === undefined ? undefined : { source, rule: this.name };
  },
};

/** The subject of the sentence, although nothing reports. */
function subjectAlone({ tokens, item, foreign, paragraph }: Situation): Found | undefined {
  const { best } = item;
  if (best?.subject === undefined) return undefined;
  const speaker = mentionOf(tokens, foreign ? nameIn(tokens, best.subject) : best.subject, paragraph);
  return { source: { speaker, cue: undefined, rule: best.rule, score: best.score }, rule: best.rule };
}

const subjectBefore: Strategy = {
  name: 'bare subject before the quotation',
  find(situation) {
    const { item, sentences, tokens } = situation;
    const head = tokens[item.best?.subject?.head ?? -1];
    const inside = item.quote > (sentences[item.sentence]?.from ?? item.quote);
    return head !== undefined && inside && !lexicon.emptySubjects.has(head.lower) ? subjectAlone(situation) : undefined;
  },
};

const floating: Strategy = {
  name: 'floating paragraph',
  find({ last, paragraph }) {
    if (last === undefined) return undefined;
    const { speaker, cue, medium, index } = last;
    const source = { speaker, cue, rule: 'floating', score: ELSEWHERE.floating, medium };
    return last.paragraph === paragraph - 1
      ? { source, rule: this.name, continues: index >= 0 ? index : undefined }
      : { source, rule: `${this.name}, earlier speaker` };
  },
};

const anySubject: Strategy = { name: 'any bare subject', find: subjectAlone };

/** First hit wins. */
export const STRATEGIES: readonly Strategy[] = [
  ownEvidence,
  sameSentence,
  continuedParagraph,
  sentenceSince,
  sameParagraph,
  sentenceBefore,
  paragraphBefore,
  subjectBefore,
  floating,
  anySubject,
];

/** Phrases are read with English in mind; in another language the name inside one is what can be relied on: "la maire Anne Roy mardi". */
export function nameIn(tokens: readonly Token[], phrase: NounPhrase): NounPhrase {
  let best: readonly [number, number] = [phrase.from, phrase.from];
  for (let k = phrase.from; k < phrase.to; k++) {
    if (!tokenAt(tokens, k).capital) continue;
    const from = k;
    while (k < phrase.to && tokenAt(tokens, k).capital) k++;
    if (k - from > best[1] - best[0]) best = [from, k];
  }
  const [from, to] = best;
  return to === from || to - from === phrase.to - phrase.from ? phrase : { from, to, head: to - 1, kind: 'name' };
}

/** The nearest quotation of the paragraph that a source was found for; of two as near, the earlier. */
function nearest({ kept, index, resolved }: Situation, wanted: (other: Placed, k: number) => boolean): Placed | undefined {
  for (let d = 1; d < MAX_NEIGHBOURS && (index - d >= 0 || index + d < kept.length); d++)
    for (const k of [index - d, index + d]) {
      const other = kept[k];
      if (other !== undefined && resolved.has(other) && wanted(other, k)) return other;
    }
  return undefined;
}
