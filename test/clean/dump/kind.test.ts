import { describe, expect, test } from 'vitest';
import { cleanDump } from '../../../src/clean/dump/dump.ts';
import { cleanArticle } from '../../../src/clean/clean.ts';
import { HEADLINE, page, story, STORY, TITLES } from '../kind/pages.ts';

const MENU = ['The Ostfjord Courier', 'Home', 'News', 'Sport', 'Culture', 'Weather', 'Subscribe', 'Log in'];
const FOOTER = ['About us', 'Privacy Policy', '© 2025 The Ostfjord Courier'];
const TEASERS = [
  'Drivers will pay two crowns more from next month.',
  'Gusts of up to 30 metres a second are expected.',
  'The company blamed fuel prices for its result.',
  'Pupils return on Monday to their building.',
];
const dump = (...lines: readonly string[]): string => [...MENU, ...lines, ...FOOTER].join('\n\n');
const list = (count: number): string[] => Array.from({ length: count }, (_, n) => [TITLES[n % 12]!, TEASERS[n % 4]!]).flat();
const read = (text: string) => cleanDump({ text });

describe('dumps of pages without an article have no body, and say why', () => {
  test.each<[rule: string, name: string, text: string]>([
    ['kind-search-page', 'English', dump('Search results for “pier”', ...list(8))],
    ['kind-search-page', 'counted', dump('Showing 1-10 of 240 results', ...list(8))],
    ['kind-search-page', 'German', dump('Suchergebnisse für „Brücke“', ...list(8))],
    ['kind-search-page', 'French', dump('Résultats de recherche pour « pont »', ...list(8))],
    ['kind-search-page', 'Spanish', dump('Resultados de búsqueda: puente', ...list(8))],
    ['kind-search-page', 'Ukrainian', dump('Результати пошуку: міст', ...list(8))],
    ['kind-listing', 'titles and teasers', dump('Harbour', ...list(12))],
    ['kind-listing', 'bare titles', dump('Archive', ...TITLES)],
    ['kind-error-page', 'English', dump('404 Page not found', 'Go to the homepage')],
    ['kind-error-page', 'with the name of the site', dump('Page not found | The Ostfjord Courier', 'Go to the homepage')],
    ['kind-error-page', 'German', dump('Seite nicht gefunden', 'Zur Startseite')],
    ['kind-error-page', 'Portuguese', dump('Página não encontrada', 'Voltar')],
    ['kind-error-page', 'of a server', '502 Bad Gateway\n\nnginx'],
    ['kind-robot-check', 'a check', 'courier.example\n\nChecking your browser before accessing courier.example.\n\nRay ID: 7d1'],
  ])('%s: %s', (rule, _name, text) => {
    const article = read(text);
    expect(article.notes.map((note) => note.rule)).toContain(rule);
    expect(article.kind).toBe('not-article');
    expect(article.body.text).toBe('');
    // nothing goes silently
    const gone = article.removed.map((entry) => entry.text).join('\n');
    for (const line of text.split('\n\n')) expect(gone).toContain(line);
  });
});

describe('dumps of pages whose article was not delivered', () => {
  const DESKS = Array.from({ length: 30 }, (_, n) => `Desk ${n + 1}`);
  test.each<[name: string, text: string]>([
    [
      'one sentence about something else',
      dump(
        HEADLINE,
        'By Jonas Berg',
        'Drivers will pay two crowns more for the bridge from next month, the county said on Monday.',
        ...DESKS,
      ),
    ],
  ])('%s', (_name, text) => {
    const article = read(text);
    expect(['stub', 'not-article']).toContain(article.kind);
    expect(article.notes.map(({ rule }) => rule)).toContain('kind-no-text');
  });

  test('a flash under its headline stays a brief', () => {
    const flash = 'The harbour council of Ostfjord voted on Tuesday to close the old ferry pier, officials said.';
    expect(read(dump(HEADLINE, 'By Jonas Berg', flash, ...DESKS)).kind).toBe('brief');
  });
});

test('a text has the same kind as HTML and as a dump', () => {
  for (const lines of [STORY.slice(0, 2), STORY]) {
    const asHtml = cleanArticle({ html: page({ main: story(lines) }) }).kind;
    expect(read(dump(HEADLINE, 'By Jonas Berg', 'December 29, 2025', ...lines)).kind).toBe(asHtml);
  }
});

describe('other kinds of dump', () => {
  const stamped = Array.from({ length: 6 }, (_, n) => [`1${n}:0${n % 6}`, STORY[n % 6]!]).flat();
  test.each<[kind: string, rule: string, text: string]>([
    ['live', 'kind-live', dump('Pier vote: live updates', ...stamped)],
    ['live', 'kind-live', dump('La votación del muelle, minuto a minuto', ...stamped)],
    ['stub', 'kind-paywall', dump(HEADLINE, STORY[0]!, STORY[1]!, 'Already a subscriber? Log in to continue reading.')],
    ['stub', 'kind-paywall', dump(HEADLINE, STORY[0]!, STORY[1]!, 'Réservé aux abonnés')],
    ['stub', 'kind-paywall', dump(HEADLINE, STORY[0]!, STORY[1]!, 'Только для подписчиков')],
    ['not-article', 'kind-gallery', dump('In pictures: the old pier', STORY[0]!, ...Array.from({ length: 8 }, (_, n) => `${n + 1} of 8`))],
  ])('%s (%s)', (kind, rule, text) => {
    const article = read(text);
    expect(article.kind).toBe(kind);
    expect(article.notes.map((note) => note.rule)).toContain(rule);
    expect(article.body.text).toContain(STORY[0]);
  });
});

test('a live blog keeps its entries in order', () => {
  const lines = Array.from({ length: 9 }, (_, n) => `Update ${n + 1}: the vote on the pier goes on, the council says.`);
  const { body } = read(
    dump('Pier vote: live updates', ...lines.flatMap((line, n) => [`1${n}:0${n % 6}`, line, STORY[n % 6]!.replace('.', ` ${n}.`)])),
  );
  expect(body.text.split('\n\n').filter((line) => line.startsWith('Update '))).toEqual(lines);
  expect(body.text).not.toContain('Privacy');
});

describe('dumps that must stay articles', () => {
  test.each<[name: string, text: string]>([
    ['a story under many titles', dump(...TITLES, HEADLINE, ...STORY)],
    ['a story over many titles and teasers', dump(HEADLINE, ...STORY, 'Related Articles', ...list(12))],
    [
      'a story about search results',
      dump(HEADLINE, 'Search results for the missing boat came back empty, the coast guard said.', ...STORY),
    ],
    [
      'a story with a wall under it',
      dump(HEADLINE, ...STORY, ...STORY.map((line) => `${line} So they say.`), 'Subscribe to continue reading.'),
    ],
  ])('%s', (_name, text) => {
    const article = read(text);
    expect(article.kind).toBe('article');
    for (const line of STORY) expect(article.body.text).toContain(line);
  });
});

test('lines that come again and again are no list of pages', () => {
  const article = read('Mayor opens bridge\n\nThe bridge was opened on Monday.\n\nMayor Ann Lee was glad on Monday'.repeat(20));
  expect(article.kind).not.toBe('not-article');
  expect(article.body.text).not.toBe('');
});
