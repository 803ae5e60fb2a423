import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, foldWords, speakerKey, utterancesOf, wordingOf } from '../../../src/quotes/statements/wording.ts';
import { readArticle } from '../../../src/index.ts';

test.each([
  { text: 'It’s [sic] 2,000 — “done”!', expected: 'it is | 2000 done' },
  { text: 'We’ll rebuild … and we won’t stop', expected: 'we will rebuild | and we will not stop' },
  { text: 'Ten per cent, or 10%', expected: 'ten percent or 10 percent' },
  { text: 'Łódź and Erdoğan', expected: 'lodz and erdogan' },
  { text: '我们会赢', expected: '我 们 会 赢' },
  { text: '…', expected: '' },
])('folds $text', ({ text, expected }) => {
  expect(foldWords(text)).toBe(expected);
});

test.each([
  { name: 'Volodymyr Zelenskyy', kind: 'person', expected: 'zelensky' },
  { name: 'Zelenskiy', kind: 'person', expected: 'zelensky' },
  { name: 'Charles III', kind: 'person', expected: 'charles' },
  { name: 'Donald Trump Jr.', kind: 'person', expected: 'trump' },
  { name: 'The Kremlin', kind: 'other', expected: 'kremlin' },
] as const)('speaker key of $name', ({ name, kind, expected }) => {
  expect(speakerKey(name, kind)).toBe(expected);
});

test.each([
  { whole: 'we need this because it works', part: 'need this', holds: true },
  { whole: 'we need this because it works', part: 'we need | it works', holds: true },
  { whole: 'we need this because it works', part: 'it works | we need', holds: false },
  { whole: 'we need this because it works', part: 'eed this', holds: false },
  { whole: 'we need | it works', part: 'need it', holds: false },
  { whole: 'a b a b', part: 'a b | a b', holds: true },
  { whole: 'a b', part: 'a b | a b', holds: false },
])('"$part" in "$whole": $holds', ({ whole, part, holds }) => {
  expect(contains(whole, part)).toBe(holds);
});

test('the keys of a wording are among the keys of whatever contains it', () => {
  const word = fc.constantFrom('we', 'need', 'it', 'now', 'because', 'it’s', 'here', '…', '2,000', '[sic]');
  const words = (min: number, max: number) => fc.array(word, { minLength: min, maxLength: max });
  fc.assert(
    fc.property(words(0, 12), words(5, 20), words(0, 12), (before, middle, after) => {
      const part = wordingOf(middle.join(' '), 'lee');
      const whole = wordingOf([...before, ...middle, ...after].join(' '), 'lee');
      if (part === undefined || whole === undefined) return;
      expect(contains(whole.text, part.text)).toBe(true);
      expect(part.keys.filter((key) => !whole.keys.includes(key))).toEqual([]);
    }),
    { numRuns: 300, seed: 6 },
  );
});

const of = (text: string): string[] =>
  utterancesOf(readArticle({ text }, { clean: 'none' })).map((one) => `${one.quotation} ${one.text} <- ${one.speaker}`);

describe('utterances of an article', () => {
  test('a sentence that the source interrupts is one', () => {
    expect(of('Ann Lee opened the bridge on Monday in Leeds.\n\n“We need this bridge,” Lee said, “because the old one is gone.”')).toEqual([
      'q1 We need this bridge, … because the old one is gone. <- Ann Lee',
    ]);
  });
  test('sentences of their own stay apart; a single word is none', () => {
    expect(of('“We need this bridge,” Ann Lee said on Monday. “The old one is gone.”\n\nShe called it “wonderful.”')).toEqual([
      'q1 We need this bridge, <- Ann Lee',
      'q2 The old one is gone. <- Ann Lee',
    ]);
  });
});

test('no statement: no word, one word, few words of nobody known, more words than a statement has', () => {
  expect([wordingOf('…', 'lee'), wordingOf('No!', 'lee'), wordingOf('not good', ''), wordingOf('no '.repeat(2000), 'lee')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(wordingOf('not good', 'lee')).toMatchObject({ text: 'not good', words: 2, keys: [] });
});
