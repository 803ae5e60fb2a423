import { expect, test } from 'vitest';
import { findQuotations } from '../../src/quotes/quotes.ts';
import { STRATEGIES, type Strategy } from '../../src/quotes/strategies.ts';
import { isRule } from '../../src/quotes/rules.ts';
import { articleOf, read } from './article.ts';

/** A text for each strategy, and the rule of the quotation that it finds the speaker of. */
const EXAMPLES: Readonly<Record<string, readonly [text: string, rule: string]>> = {
  'own sentence': ['“It is open,” Ann Lee said.', 'after: subject verb'],
  'same sentence as': ['“It is open” and “it will stay so,” Ann Lee said.', 'same sentence as after: subject verb'],
  'continued paragraph': ['Ann Lee said: “It is open.\n“It will stay open for years.”', 'continued paragraph'],
  'reported in the sentence before': [
    'Ann Lee said the bridge was safe. “It is open to all of us and will stay so.”',
    'reported in the sentence before',
  ],
  'same paragraph as': ['“It is open,” Ann Lee said. “Come and see it.”', 'same paragraph as after: subject verb'],
  'reported in the paragraph before': [
    'Ann Lee said the bridge was safe.\n“It is open to all of us and will stay so.”',
    'reported in the paragraph before',
  ],
  'bare subject before the quotation': ['Ann Lee was firm: it was “a very good day for everybody.”', 'bare: main subject'],
  'floating paragraph': ['“It is open,” Ann Lee said.\n“It will stay open for years.”', 'floating paragraph'],
  'any bare subject': ['It was “a very good day for everybody in the town.”', 'bare: main subject'],
};

test.each(STRATEGIES.map(({ name }) => name))('%s has an example', (name) => {
  const [text, rule] = EXAMPLES[name] ?? ['', ''];
  expect(read(text, ['Ann Lee']).quotations.map((quotation) => quotation.rule)).toContain(rule);
});

test('every rule of a record is in the closed list of rules', () => {
  const texts = [
    ...Object.values(EXAMPLES).map(([text]) => text),
    '“It is open,” said Ann Lee. Ann Lee called it “a joy.” According to Ann Lee, it was “a joy for all of us.”',
    'Ann Lee said that Bob Ray was “not ready for any of this.”',
    'It was described as “a joy” by Ann Lee. Ann Lee’s claim that it is “a joy for all of us” was wrong.',
    'Ann Lee spoke.\nNobody came.\n“It is open to all of us,” she said.\nNobody came.\n“It will stay open.”',
    'The bridge is open, Ann Lee said. Ann Lee denied that it was closed.',
    'Ann Lee: Bridge Is “Going Down”\nAnn Lee came.',
    '“It was never meant to stay closed for years to come.”',
  ];
  const found = texts.flatMap((text) => {
    const { quotations, headlineQuotations } = read(text, ['Ann Lee', 'Bob Ray'], true);
    return [...quotations, ...headlineQuotations].map(({ rule }) => rule);
  });
  expect(new Set(found).size).toBeGreaterThan(12);
  expect(found.filter((rule) => !isRule(rule))).toEqual([]);
  expect(['before: made up', 'floating', 'same sentence as nobody', ''].filter(isRule)).toEqual([]);
});

test('strategies share a name only when their records share a rule', () => {
  const names = STRATEGIES.map(({ name }) => name);
  // One asks between two quotations, the other without an earlier one; to a reader both are the same reason.
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual(['reported in the sentence before']);
});

test('leaving a strategy out is a filter of the table', () => {
  const [text] = EXAMPLES['floating paragraph'] ?? [''];
  const { quotations } = findQuotations({ ...articleOf(text, ['Ann Lee']), without: new Set(['floating paragraph']) });
  expect(quotations.map(({ speaker }) => speaker?.name)).toEqual(['Ann Lee', undefined]);
});

test('a made-up strategy put first is used', () => {
  const byline: Strategy = {
    name: 'made up',
    find: ({ paragraph }) => ({
      source: { speaker: { span: [0, 7], head: [0, 7], kind: 'name', paragraph }, cue: undefined, rule: 'made up', score: 99 },
      rule: 'made up',
    }),
  };
  const { quotations } = findQuotations({
    ...articleOf('Bob Ray came.\n“It is open,” Ann Lee said.'),
    strategies: [byline, ...STRATEGIES],
  });
  expect(quotations.map(({ rule, speaker }) => [rule, speaker?.name])).toEqual([['made up', 'Bob Ray']]);
});
