import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newsRecordSchema } from '../../src/article.ts';
import { findQuotations } from '../../src/quotes/quotes.ts';
import { articleOf } from './article.ts';
import { cpuTime } from '../cpu-time.ts';

const PIECES = [
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘',
  "''",
  '«',
  '»',
  '„',
  ' ',
  ' ',
  '\n',
  '\n\n',
  ', ',
  '. ',
  ': ',
  '? ',
  ' — ',
  '(',
  ')',
  'Ann Lee',
  'Bob Ray',
  'said',
  'told',
  'She',
  'he',
  'the president',
  'according to',
  'calling',
  'it is open',
  'and',
  'who',
  '3',
  '😀',
  'Mr.',
  'U.S.',
];
const newsLike = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''));

test('no input throws, spans slice back to their text, ids are unique and what continues exists', () => {
  fc.assert(
    fc.property(fc.oneof(newsLike, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const article = articleOf(text, ['Ann Lee', 'Bob Ray']);
      const { quotations } = findQuotations({ ...article, indirect: true });
      const ids = new Set(quotations.map(({ id }) => id));
      expect(ids.size).toBe(quotations.length);
      const placed = quotations.flatMap(({ span, text: words, speaker, cue }) => [
        { span, text: words },
        ...(speaker?.mention ? [speaker.mention] : []),
        ...(cue ? [cue] : []),
      ]);
      expect(placed.map(({ span }) => text.slice(...span))).toEqual(placed.map((item) => item.text));
      expect(quotations.filter((quotation) => quotation.text === '')).toEqual([]);
      expect(quotations.filter(({ continues }) => continues !== undefined && !ids.has(continues))).toEqual([]);
      expect(quotations.filter(({ span, content }) => content !== undefined && (content[0] > span[0] || span[1] > content[1]))).toEqual([]);
      expect(newsRecordSchema.shape.quotations.safeParse(quotations).success).toBe(true);
    }),
    { numRuns: 150, seed: 6 },
  );
});

test('the same input gives the same output and is not changed', () => {
  fc.assert(
    fc.property(newsLike, (text) => {
      const article = articleOf(text, ['Ann Lee']);
      const frozen = JSON.stringify(article);
      expect(findQuotations(article)).toEqual(findQuotations(article));
      expect(JSON.stringify(article)).toBe(frozen);
    }),
    { numRuns: 40, seed: 6 },
  );
});

test('paragraphs around an article do not change its quotations', () => {
  const core = 'Ann Lee opened the bridge.\n\n“It is open,” Lee said. “Come and see.”\n\nBob Ray called it “a small wonder.”';
  const alone = findQuotations(articleOf(core)).quotations;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (before, after) => {
      const lead = 'The river was high that spring.\n\n'.repeat(before);
      const tail = '\n\nThe river fell again in May.'.repeat(after);
      const wrapped = findQuotations(articleOf(lead + core + tail)).quotations;
      const shifted = alone.map(({ span, text, rule, speaker }) => ({ start: span[0] + lead.length, text, rule, name: speaker?.name }));
      expect(wrapped.map(({ span, text, rule, speaker }) => ({ start: span[0], text, rule, name: speaker?.name }))).toEqual(shifted);
    }),
    { numRuns: 30, seed: 6 },
  );
});

const quoted = (text: string, shift: number) =>
  findQuotations({ ...articleOf(text), language: { code: 'en', confidence: 1 } }).quotations.map(
    ({ span, text: words, kind, rule, speaker, continues }) => ({
      start: span[0] - shift,
      words,
      kind,
      rule,
      name: speaker?.name,
      continues,
    }),
  );

test('plain paragraphs around any text do not change what it quotes', () => {
  // Single marks are left out: beside double ones they count only in the first line, as a headline.
  const marked = fc
    .array(fc.constantFrom(...PIECES.filter((piece) => !/['’‘]/.test(piece))), { maxLength: 60 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(marked, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }), (core, before, after) => {
      const lead = 'The river was high that spring.\n\n'.repeat(before);
      const one = 'The river was high that spring.\n\n';
      const tail = '\n\nThe river fell again in May.'.repeat(after);
      expect(quoted(lead + core + tail, lead.length)).toEqual(quoted(one + core, one.length));
    }),
    { numRuns: 120, seed: 6 },
  );
});

/** Milliseconds for one reading, the better of two. */
function timeOf(text: string): number {
  const article = articleOf(text, ['Ann Lee', 'Bob Ray']);
  let best = Infinity;
  for (let turn = 0; turn < 2; turn++) {
    const start = cpuTime();
    findQuotations({ ...article, indirect: true });
    best = Math.min(best, cpuTime() - start);
  }
  return best;
}

test.each([
  { name: 'marks only', unit: '"' },
  { name: 'opening marks', unit: '“ ' },
  { name: 'short quotations in one paragraph', unit: '“a” ' },
  { name: 'quotations with sources', unit: '“It is open,” Ann Lee said. ' },
  { name: 'one sentence of commas', unit: 'Ann Lee, ' },
  { name: 'one sentence of cues', unit: 'said that ' },
  { name: 'single marks in short lines', unit: "'a' b\n" },
  { name: 'prepositions', unit: 'of the ' },
  { name: 'times', unit: 'Monday ' },
  { name: 'brackets', unit: '(a) ' },
  { name: 'paragraphs of colons', unit: 'Lee said:\n' },
  { name: 'marked words in one sentence', unit: 'Ann Lee said “a” and “b” of ' },
  { name: 'reports in one sentence', unit: 'Ann Lee denounced “a” and warned of b, while ' },
  { name: 'sources of many words', unit: 'some of the men close to the mayor of Troy ' },
  { name: 'pronouns', unit: 'Ann Lee left. “No,” she said.\n' },
])('linear: $name', ({ unit }) => {
  const small = timeOf(unit.repeat(600));
  const large = timeOf(unit.repeat(4_800));
  // Eight times the text may take twenty times as long on a noisy machine; quadratic work would take sixty-four.
  expect(large).toBeLessThan(Math.max(20 * small, 1500));
});

test.each([
  { name: 'a headline of marks', unit: '“a” ' },
  { name: 'a headline of colons', unit: 'Lee: ' },
])('linear: $name', ({ unit }) => {
  const article = articleOf('“It is open,” Ann Lee said.\n\n'.repeat(400), ['Ann Lee']);
  const start = performance.now();
  findQuotations({ ...article, headline: unit.repeat(20_000) });
  findQuotations({ ...article, headline: unit.repeat(90) });
  expect(performance.now() - start).toBeLessThan(3000);
});

test('a hundred thousand marks are read', () => {
  expect(() => findQuotations(articleOf('“a” "b" \'c\' '.repeat(17_000)))).not.toThrow();
});
