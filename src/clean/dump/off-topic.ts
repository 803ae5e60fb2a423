/** Dumps of pages whose article was not delivered: what was kept is the best of nothing, or about something else than the headline says. */
import { topicShare } from '../kind/topic.ts';
import { say, type KindVerdict } from '../kind/verdict.ts';
import type { LineFacts } from './features.ts';

/** A sure line, log odds; and a paragraph, words. */
const SURE = 1;
const PARAGRAPH = 8;

/**
 * Any of these says that no text is here: less of the headline's words in the text than `topic`, fewer sure words, a lower mean probability of the kept words.
 * No headline counts as no words of it where `isNameless`. Set on the 291 development dumps: none passes any, by the shipped classifier; by the cross-validated
 * one a page of 23 words does. With their article taken out, 90 of the 199 dumps that had passed for articles do.
 */
const SIGNS: readonly {
  readonly topic: number;
  readonly sure: number;
  readonly certainty: number;
  readonly isNameless?: true;
}[] = [
  { topic: 0.9, sure: 60, certainty: 0.6, isNameless: true },
  { topic: 0.2, sure: 120, certainty: 1 },
  { topic: 0.4, sure: 200, certainty: 0.76 },
  { topic: 0.55, sure: 100, certainty: 0.72 },
  { topic: 0.75, sure: 100, certainty: 0.65 },
];
/** Longer texts are left alone: lists and headings make the classifier doubt as well. */
const LONG_WORDS = 250;
/** One sentence on a page of many lines, without a headline that it is about. The shortest article of the development dumps has 66 words. */
const SENTENCE_WORDS = 45;
const SENTENCE_TOPIC = 0.5;
const MANY_LINES = 30;

/** @param scores log odds of each line. @param words of the body. */
export function judgeOffTopic(
  page: readonly LineFacts[],
  kept: readonly boolean[],
  scores: Float64Array,
  headline: string,
  words: number,
): KindVerdict | undefined {
  let total = 0;
  let likely = 0;
  let sure = 0;
  const text: string[] = [];
  for (const [i, facts] of page.entries()) {
    if (!kept[i]) continue;
    const score = scores[i] ?? 0;
    total += facts.words;
    likely += facts.words / (1 + Math.exp(-score));
    if (score >= SURE && facts.sentence && facts.words >= PARAGRAPH) sure += facts.words;
    text.push(facts.line.text);
  }
  const certainty = likely / Math.max(1, total);
  const topic = topicShare([headline], text.join('\n'));
  const isOff =
    words < LONG_WORDS &&
    SIGNS.some(
      (sign) => (topic === undefined ? sign.isNameless === true : topic < sign.topic) && sure < sign.sure && certainty < sign.certainty,
    );
  const isSentence = words < SENTENCE_WORDS && page.length >= MANY_LINES && (topic === undefined || topic < SENTENCE_TOPIC);
  if (!isOff && !isSentence) return undefined;
  const share = topic === undefined ? 'no headline was found' : `${Math.round(topic * 100)} % of the headline’s words are in it`;
  return say(
    headline === '' ? 'not-article' : 'stub',
    'kind-no-text',
    `what reads like text has ${words} words, ${sure} of them sure; ${share}`,
  );
}
