/**
 * The errors of the quotation stage by cause: which marked words were missed or taken too many, which speakers are wrong and by which rule.
 * Use: node bench/quality/quotes-errors.ts [--data ../shared/eval] [--set polnear-dev] [--top 50] [--examples 0]
 *
 * Matching is simpler than the scorer's (exact spans without marks, same place or same last word of the speaker), so counts differ by a few.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import Table from 'cli-table3';
import { findQuotations } from '../../src/quotes/quotes.ts';
import { readGold } from './quotes.ts';

interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface GoldQuote extends Placed {
  readonly type: 'direct' | 'mixed' | 'indirect';
  readonly speaker: Placed | null;
  readonly cue: Placed | null;
}

interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
  readonly ignore?: readonly { readonly start: number; readonly end: number }[];
}

interface Answer extends Placed {
  readonly speaker: Placed | null;
  readonly cue: Placed | null;
  readonly rule: string;
}

interface Failure {
  readonly cause: string;
  readonly detail: string;
  readonly example: string;
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    set: { type: 'string', default: 'polnear-dev' },
    top: { type: 'string', default: '50' },
    examples: { type: 'string', default: '0' },
  },
});

const place = (item: { readonly span: readonly [number, number]; readonly text: string } | null | undefined): Placed | null =>
  item === null || item === undefined ? null : { text: item.text, start: item.span[0], end: item.span[1] };

/** The span without marks, spaces and closing punctuation, as a key. */
function keyOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  let [a, b] = [start, end];
  while (a < b && /[\s"'“”„‟‘’‚‛«»‹›`´″]/.test(text[a]!)) a++;
  while (b > a && /[\s"'“”„‟‘’‚‛«»‹›`´″,.;:]/.test(text[b - 1]!)) b--;
  return `${a}:${b}`;
}

const overlaps = (a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): boolean =>
  a.start < b.end && b.start < a.end;
const lastWord = ({ text }: Placed): string =>
  text
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .split(/[\s,]+/)
    .at(-1) ?? '';
const isPronoun = ({ text }: Placed): boolean => /^(?:he|she|they|it|we|i|his|her|their|its|who|which|that)$/i.test(text);

function samePerson(gold: Placed | null, found: Placed | null): boolean {
  if (gold === null || found === null) return gold === found;
  if (overlaps(gold, found)) return true;
  return !isPronoun(gold) && !isPronoun(found) && lastWord(gold) === lastWord(found);
}

const size = (text: string): string => (text.trim().split(/\s+/).length <= 3 ? 'one to three words' : 'four words and more');

/** Why the speaker differs, from the kinds of the two mentions, their cues and the rule that answered. */
function causeOfSpeaker(text: string, { speaker, cue }: GoldQuote, answer: Answer): string {
  if (speaker === null) return 'annotated with nobody, we name somebody';
  if (answer.speaker === null) return 'nobody found';
  if (/^(?:said|says|added|asked|told)$/i.test(speaker.text)) return 'annotation slip: a verb as speaker';
  if (/according to/i.test(cue?.text ?? '')) return '“Lee said, according to the Gazette”: annotated as the Gazette’s';
  if (/^(?:who|which|that)$/i.test(speaker.text) !== /^(?:who|which|that)$/i.test(answer.speaker.text))
    return 'a relative pronoun against the noun it stands for';
  if (cue !== null && answer.cue !== null && overlaps(cue, answer.cue)) return 'the right cue with another subject';
  if (/^(?:floating|continued)/.test(answer.rule)) return 'floating or continued paragraph after a change of speaker';
  if (/^(?:same paragraph|same sentence|reported in)/.test(answer.rule)) return 'carried over inside the paragraph';
  if (isPronoun(speaker) && isPronoun(answer.speaker)) return 'another pronoun of the same person';
  if (/possessive/.test(answer.rule)) return 'a possessor against the subject of the sentence';
  if (/participle|infinitive/.test(answer.rule)) return 'a participle or infinitive far from its subject';
  const nested =
    cue !== null &&
    answer.cue !== null &&
    !text.slice(Math.min(cue.start, answer.cue.start), Math.max(cue.start, answer.cue.start)).includes('\n');
  return nested ? 'another source in the same sentence' : 'words that report although they are no cue';
}

function failuresOf(gold: GoldDocument, answers: readonly Answer[], reasons: ReadonlyMap<string, string>): Failure[] {
  const { text } = gold;
  const byKey = new Map(answers.map((answer) => [keyOf(text, answer), answer]));
  const used = new Set<Answer>();
  const failures: Failure[] = [];
  const show = ({ start, end }: Placed): string =>
    `${text.slice(Math.max(0, start - 120), start)}⟦${text.slice(start, end)}⟧`.replaceAll('\n', ' ');
  for (const quote of gold.quotes) {
    if (quote.type === 'indirect') continue;
    const key = keyOf(text, quote);
    const answer = byKey.get(key);
    if (answer === undefined) {
      const other = answers.find((one) => overlaps(one, quote));
      if (other !== undefined) used.add(other);
      failures.push({
        cause: other === undefined ? `missed: ${size(quote.text)}` : 'the marks paired otherwise',
        detail: reasons.get(key) ?? '-',
        example: show(quote),
      });
      continue;
    }
    used.add(answer);
    if (!samePerson(quote.speaker, answer.speaker))
      failures.push({
        cause: `speaker: ${causeOfSpeaker(text, quote, answer)}`,
        detail: answer.rule.replace(/ as .*/, ''),
        example: show(quote),
      });
  }
  for (const answer of answers)
    if (!used.has(answer) && !(gold.ignore ?? []).some((region) => overlaps(region, answer)))
      failures.push({
        cause: `not annotated: ${size(answer.text)}${answer.speaker === null ? ', nobody named' : ''}`,
        detail: answer.rule.replace(/ as .*/, ''),
        example: show(answer),
      });
  return failures;
}

const file = join(values.data, 'quotes', `${values.set}.jsonl.gz`);
const golds = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
const failures = readGold(file).flatMap(({ article, entities }, n) => {
  const { quotations, notes } = findQuotations({ ...article, entities });
  const gold = JSON.parse(golds[n]!) as GoldDocument;
  const answers = quotations.map(({ span, text, speaker, cue, rule }): Answer => ({
    text,
    start: span[0],
    end: span[1],
    speaker: place(speaker?.mention),
    cue: place(cue),
    rule,
  }));
  const reasons = new Map(
    notes.map(({ span, rule }) => [span === undefined ? '' : keyOf(gold.text, { start: span[0], end: span[1] }), rule]),
  );
  return failuresOf(gold, answers, reasons);
});

/** Groups in order of size. */
function grouped(by: (failure: Failure) => string): [string, Failure[]][] {
  return [...Map.groupBy(failures, by)].sort((a, b) => b[1].length - a[1].length);
}

const style = { head: [], border: [] };
const causes = new Table({ head: ['errors', 'cause'], style });
for (const [cause, list] of grouped(({ cause: name }) => name)) causes.push([list.length, cause]);
console.log(`${values.set}: ${failures.length} errors`);
console.log(causes.toString());
const top = new Table({ head: ['errors', 'cause', 'rule or reason'], style });
for (const [, list] of grouped(({ cause, detail }) => `${cause}|${detail}`).slice(0, Number(values.top)))
  top.push([list.length, list[0]!.cause, list[0]!.detail]);
console.log(top.toString());
if (Number(values.examples) > 0)
  for (const [cause, list] of grouped(({ cause: name }) => name))
    for (const { example } of list.slice(0, Number(values.examples))) console.log(`${cause} | ${example}`);
