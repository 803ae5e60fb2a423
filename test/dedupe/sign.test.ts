import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { signArticle } from '../../src/dedupe/sign.ts';
import { fromBytes, toBytes } from '../../src/dedupe/signature-bytes.ts';
import { sketchOf, SKETCH_SIZE } from '../../src/dedupe/sketch.ts';
import { HASH_BITS, IS_NAME, IS_NUMBER, wordOf } from '../../src/dedupe/word-bits.ts';
import { sign, story, wrapped } from './stories.ts';
import { cpuTime } from '../cpu-time.ts';

const hashes = (text: string): number[] => sign([text]).words.map((word) => word & (HASH_BITS | IS_NUMBER));

test.each([
  [
    'British and American spelling',
    'The coloured harbour defence organisation analysed travelling theatres',
    'The colored harbor defense organization analyzed traveling theaters',
  ],
  ['figures and number words', 'Only seven of twenty ships and twenty-five boats sailed', 'Only 7 of 20 ships and 25 boats sailed'],
  ['thousands with and without a comma', 'About 12,500 people paid 3.75 crowns', 'About 12500 people paid 3.75 crowns'],
  ['money in short', 'They gave £5 million and €3 billion to farmers', 'They gave £5m and €3bn to farmers'],
  ['per cent', 'Prices rose 12 per cent against 9 percent', 'Prices rose 12% against 9%'],
  [
    'quotation marks and apostrophes',
    '“We don’t know,” the baker’s wife told everyone',
    '"We don\'t know," the baker\'s wife told everyone',
  ],
  [
    'dashes',
    'The bridge — closed since winter – reopens tomorrow - finally',
    'The bridge - closed since winter — reopens tomorrow – finally',
  ],
  ['mojibake', 'The cafÃ© owner didnâ€™t say â€œneverâ€\u009d to young visitors', 'The café owner didn’t say “never” to young visitors'],
  [
    'a word broken by a hyphen',
    'The exam-\nple of the commit-\ntee mattered for several weeks',
    'The example of the committee mattered for several weeks',
  ],
  [
    'months and the order of day and month',
    'The court opens on 5 January and closes in Sept. or October',
    'The court opens on Jan. 5 and closes in September or Oct.',
  ],
  ['points in initials', 'The U.S. envoy left at 4 p.m. for talks', 'The US envoy left at 4 pm for talks'],
  ['accents', 'São Tomé and Zürich signed the Malmö treaty', 'Sao Tome and Zurich signed the Malmo treaty'],
  ['ligatures', 'The of\ufb01cial \ufb02ag was \ufb01nally found again', 'The official flag was finally found again'],
  ['capitals', 'POLICE FOUND THE MISSING FERRY NEAR OSTWICK', 'police found the missing ferry near ostwick'],
])('%s make no difference', (_what, one, other) => {
  expect(hashes(one)).toEqual(hashes(other));
  expect(hashes(one).length).toBeGreaterThan(3);
});

test.each([
  ['other figures', 'Only seven ships sailed from Ostwick harbour', 'Only nine ships sailed from Ostwick harbour'],
  ['a decimal', 'The rate rose by 3.5 points against spring', 'The rate rose by 35 points against spring'],
  ['other words', 'The mayor of Ostwick praised the bakers', 'The mayor of Ostwick scolded the bakers'],
])('%s do', (_what, one, other) => {
  expect(hashes(one)).not.toEqual(hashes(other));
});

test('numbers and names are marked; the first word of a sentence and days are not names', () => {
  const { words } = sign(['Yesterday Alma Reyes met seven bakers on Tuesday. Bakers cheered.']);
  const marked = (flag: number): number[] => words.filter((word) => (word & flag) !== 0).map((word) => word & HASH_BITS);
  expect(marked(IS_NUMBER)).toEqual([wordOf('7')]);
  expect(marked(IS_NAME)).toEqual([wordOf('alma'), wordOf('reyes')]);
});

test('paragraphs that quote are known', () => {
  expect(sign(story(1)).quoting).toEqual([2]);
});

test('of the furniture around a text little more than the byline is left', () => {
  const plain = sign(story(1)).words;
  const { words } = sign(wrapped(story(1)));
  expect(words.length).toBeLessThan(plain.length + 8);
  expect(words.join(' ')).toContain(plain.join(' '));
});

test('a text that is furniture only is signed all the same', () => {
  expect(sign(['Home', 'News', 'Sign in']).words.length).toBeGreaterThan(0);
});

test('Chinese and Japanese are signed a sign a word', () => {
  expect(sign(['東京の新しい橋は火曜日に開通した。']).words.length).toBeGreaterThan(10);
});

test('as bytes and back', () => {
  for (const text of [story(1), wrapped(story(5)), [], [Array.from({ length: 9000 }, (_, n) => `word${n}`).join(' ')]]) {
    const signature = sign(text);
    expect(fromBytes(toBytes(signature))).toEqual(signature);
  }
});

test('a sketch holds few keys, and most of those of a cut copy stand in the whole', () => {
  const whole = new Set(sketchOf(sign(story(1))));
  expect(whole.size).toBe(SKETCH_SIZE);
  expect(sketchOf(sign(story(1).slice(0, 4))).filter((key) => whole.has(key)).length).toBeGreaterThan(SKETCH_SIZE / 3);
});

test('any text is signed without throwing, the same each time, and survives the bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 8 }), (paragraphs) => {
      const signature = sign(paragraphs);
      expect(sign(paragraphs)).toEqual(signature);
      expect(fromBytes(toBytes(signature))).toEqual(signature);
      expect(
        signature.paragraphs.every((start, index) => start >= (signature.paragraphs[index - 1] ?? 0) && start < signature.words.length),
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('time grows with length, not faster', () => {
  const texts = [
    'a'.repeat(400_000),
    '1,'.repeat(200_000),
    'U.S.'.repeat(100_000),
    'x-\n'.repeat(130_000),
    'Ã'.repeat(400_000),
    'â€'.repeat(200_000),
    '5 January '.repeat(40_000),
  ];
  for (const text of texts) {
    const start = cpuTime();
    signArticle({ headline: '', body: { text, paragraphs: [[0, text.length]] } });
    expect(cpuTime() - start).toBeLessThan(2000);
  }
});
