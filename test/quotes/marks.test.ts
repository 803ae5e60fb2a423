import { expect, test } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findStretches } from '../../src/quotes/marks.ts';

const stretchesOf = (text: string): string[] =>
  findStretches(text, takeAsClean({ text }).body.paragraphs).map((stretch) =>
    stretch.unclosed ? `${text.slice(stretch.start, stretch.end)}…` : text.slice(stretch.start, stretch.end),
  );

test.each([
  { name: 'curly doubles', text: '“It is open,” she said.', expected: ['It is open,'] },
  { name: 'straight doubles', text: 'He said "yes" and "no".', expected: ['yes', 'no'] },
  { name: 'doubled apostrophes of database text', text: "''It is open,'' she said.", expected: ['It is open,'] },
  { name: 'guillemets', text: 'Il a dit : « C’est fini. »', expected: ['C’est fini.'] },
  { name: 'German low-high marks', text: '„Es ist vorbei“, sagte sie.', expected: ['Es ist vorbei'] },
  { name: 'curly opened, straight closed', text: '“It is open," she said.', expected: ['It is open,'] },
  { name: 'a nested pair stays inside', text: '“He said ‘no’ to me,” she said.', expected: ['He said ‘no’ to me,'] },
  { name: 'a nested curly pair', text: '“He said “no” to me,” she said.', expected: ['He said “no” to me,'] },
  { name: 'a nested single before a doubled closing mark', text: "''They say, 'Go home,''' he said.", expected: ["They say, 'Go home,'"] },
  { name: 'unclosed paragraph', text: '“It is open.\n“It stays open,” she said.', expected: ['It is open.…', 'It stays open,'] },
  { name: 'a stray closing mark is no quotation', text: 'It is open,” she said. All is well.', expected: [] },
  { name: 'inches are no marks', text: 'The 5" pipe and the 6" pipe burst.', expected: [] },
  { name: 'apostrophes are no marks', text: "It's the boys' club and Lee's idea, don't you know.", expected: [] },
  { name: 'elisions are no marks', text: "Rock 'n' roll ruled the '90s, so get 'em.", expected: [] },
  { name: 'single quotes in a headline', text: 'Mayor: Bridge ‘Not Safe’ For Cars', expected: ['Not Safe'] },
  { name: 'straight singles', text: "Mayor says bridge is 'not safe' for cars", expected: ['not safe'] },
  { name: 'brackets and ellipses are kept', text: '“[Lee] said … it was fine,” she said.', expected: ['[Lee] said … it was fine,'] },
  {
    name: 'a lost closing mark costs one quotation, not two',
    text: '“It is open, he said. “It stays open,” he said.',
    expected: ['It is open, he said.…', 'It stays open,'],
  },
  { name: 'an empty pair', text: 'He said “” and left.', expected: [] },
])('$name', ({ text, expected }) => {
  expect(stretchesOf(text)).toEqual(expected);
});

test('one broken paragraph does not touch the next', () => {
  expect(stretchesOf('He said "yes.\n\n"No," she said. "Never."')).toEqual(['yes.…', 'No,', 'Never.']);
});
