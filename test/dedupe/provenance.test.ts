import { expect, test } from 'vitest';
import type { ArticleInput, CleanArticle } from '../../src/article.ts';
import { findCredits, findProvenance } from '../../src/dedupe/provenance.ts';
import { cpuTime } from '../cpu-time.ts';

const article = (rest: Partial<CleanArticle> = {}): CleanArticle => ({
  kind: 'article',
  headline: 'Ferry closes',
  language: { code: 'en', confidence: 1 },
  body: { text: '', paragraphs: [], html: '', words: 0 },
  removed: [],
  notes: [],
  ...rest,
});

const find = (text: string, input: Partial<ArticleInput> = {}, rest: Partial<CleanArticle> = {}) =>
  findProvenance({ text, ...input }, article(rest));

const AROUND = (line: string): string =>
  `Ferry closes\n\nThe ferry of Ostwick closes on Monday, the council said.\n\n${line}\n\nMore news\nRead more\n`;

test.each([
  ['The post Ferry closes: what now? appeared first on Larkmoor Lantern.', 'post-appeared-first', 'Larkmoor Lantern'],
  ['This story first appeared in The Vellby Voice and is reprinted with permission.', 'post-appeared-first', 'The Vellby Voice'],
  ['This article was originally published by Quorra Daily. Read the original article.', 'originally-published', 'Quorra Daily'],
  ['Originally published on hollin.example.com, 3 March 2025', 'originally-published', 'hollin.example.com'],
  ['This story is republished from The Conversation under a Creative Commons licence.', 'republished-from', 'The Conversation'],
  [
    '(This story has not been edited by Ostwick Ledger staff and is auto-generated from a syndicated feed from PTI.)',
    'not-edited',
    'Press Trust of India',
  ],
  ['(With inputs from AFP)', 'with-inputs', 'Agence France-Presse'],
  ['With inputs from ANI', 'with-inputs', 'ANI'],
  ['Copyright 2025 The Associated Press. All rights reserved. This material may not be published.', 'copyright', 'The Associated Press'],
  ['© 2025 Reuters. All rights reserved.', 'copyright', 'Reuters'],
  ['(Reuters)', 'agency-line', 'Reuters'],
  ['Source: TASS', 'agency-line', 'TASS'],
  ['OSTWICK, March 3 (Reuters) - The old ferry closes for good on Monday, the council said.', 'dateline', 'Reuters'],
  ['ST. TARN, Ont. (AP) — The old ferry closes for good on Monday, the council said.', 'dateline', 'The Associated Press'],
  ['By The Associated Press', 'byline', 'The Associated Press'],
])('%s', (line, form, originator) => {
  const found = find(AROUND(line));
  expect(found).toMatchObject({ form, originator });
  expect(line).toContain(found?.evidence);
});

test.each([
  'Asked why he first appeared to accept it, the mayor shrugged.',
  'The book was originally published in 1949 and has been in print since.',
  'Originally published in March 2022',
  'Larkmoor Lantern © 2025. All rights reserved.',
  'Copyright 2025 Larkmoor Lantern Media Group.',
  'Ferry at the pier. Source: @ostwickwatcher',
  'The Associated Press (AP) said on Monday that it would open an office.',
  'She told Reuters that the ferry was late.',
  'By Ann Lee',
  'Source link',
  'Ann Lee in Vellby and Bo Kim in Quorra contributed to this report.',
  '(Reporting by Ann Lee; Editing by Bo Kim)',
])('abstains: %s', (line) => {
  expect(find(AROUND(line))).toBeUndefined();
});

test.each([
  ['Source link', 'source-link'],
  ['Ann Lee in Vellby and Bo Kim in Quorra contributed to this report.', 'contributed'],
  ['(Reporting by Ann Lee; Editing by Bo Kim)', 'reporting-by'],
])('a credit without a publisher is still a credit: %s', (line, form) => {
  expect(findCredits({ text: AROUND(line) }, article())).toEqual([{ form, evidence: line }]);
});

test('what the outlet says outright counts more than a dateline', () => {
  const text = `OSTWICK (Reuters) - The old ferry closes on Monday, the council said.\n\nThe post Ferry closes appeared first on Quorra Daily.`;
  expect(find(text)).toMatchObject({ originator: 'Quorra Daily' });
});

test('a page is not its own source', () => {
  const line = 'The post Ferry closes appeared first on Quorra Daily.';
  expect(find(AROUND(line), { outlet: 'The Quorra Daily' })).toBeUndefined();
  expect(find(AROUND(line), { url: 'https://www.quorradaily.example/ferry' })).toBeUndefined();
  expect(find(AROUND(line), { url: 'https://www.copy.example/ferry' })).toMatchObject({ originator: 'Quorra Daily' });
  expect(find(AROUND(line), {}, { outlet: 'Quorra Daily' })).toBeUndefined();
});

const html = (rest: Partial<CleanArticle>) => findProvenance({ html: '<p>…</p>', url: 'https://copy.example/a' }, article(rest));

test('from a page: removed blocks, canonical URL, publisher, dateline', () => {
  expect(
    html({ removed: [{ rule: 'credit', reason: 'credit line', text: 'The post X appeared first on Vellby Voice.' }] })?.originator,
  ).toBe('Vellby Voice');
  expect(html({ canonicalUrl: 'https://www.vellbyvoice.example/x' })).toMatchObject({
    form: 'canonical-url',
    originator: 'vellbyvoice.example',
  });
  expect(html({ canonicalUrl: 'https://m.copy.example/a' })).toBeUndefined();
  expect(html({ publisher: 'Reuters' })).toMatchObject({ form: 'publisher', originator: 'Reuters' });
  expect(html({ publisher: 'Copy Media Ltd' })).toBeUndefined();
  expect(html({ dateline: { text: 'KYIV (Reuters) —', place: 'KYIV', agency: 'Reuters' } })).toMatchObject({
    form: 'dateline',
    originator: 'Reuters',
  });
});

test('a name that a scanner spoilt is read as the one it can be', () => {
  expect(find(AROUND('The post Ferry closes appeared first on Washinqton Post.'))?.originator).toBe('Washington Post');
  expect(find(AROUND('(With inputs from Press Trust 0f India)'))?.originator).toBe('Press Trust of India');
});

test('time grows with length, not faster', () => {
  for (const text of [
    '('.repeat(200_000),
    'This story was originally published by '.repeat(5000),
    'The post '.repeat(30_000),
    `${'A'.repeat(600)}\n`.repeat(400),
  ]) {
    const start = cpuTime();
    find(text);
    expect(cpuTime() - start).toBeLessThan(3000);
  }
});
