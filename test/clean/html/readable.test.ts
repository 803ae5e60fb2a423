import { describe, expect, test } from 'vitest';
import { cleanArticle } from '../../../src/clean/clean.ts';
import { readBlocks } from '../../../src/clean/html/blocks.ts';
import { jsdomEngine } from '../../../src/clean/html/jsdom-engine.ts';
import { parsePage } from '../../../src/clean/html/page.ts';
import { findReadable } from '../../../src/clean/html/readable.ts';
import { lightEngine, type DomEngine } from '../../../src/clean/html/readability.ts';
import { readArticle } from '../../../src/index.ts';
import { cards, gallery, liveEntries, newsArticle, page, story } from '../kind/pages.ts';

const SENTENCE = 'The harbour council voted on Tuesday to buy two electric ferries, ending a long dispute over the line. ';
const STORY = `<nav><a href="/">Home</a></nav><article><h1>Ferries</h1><p>${SENTENCE.repeat(4)}</p><p>${SENTENCE.repeat(3)}</p></article>`;

const fails: DomEngine = () => {
  throw new TypeError('not implemented');
};
/** A document with nothing in it. */
const empty: DomEngine = (_roots, scopes) => lightEngine([], scopes);

function find(html: string, light: DomEngine, jsdom: DomEngine = jsdomEngine) {
  const page = parsePage(html);
  const { scopes } = readBlocks(page);
  return findReadable(page.roots, scopes, 'light', { light, jsdom });
}

describe('the second try with jsdom', () => {
  const expected = find(STORY, lightEngine, fails);

  test('is not made where the small DOM finds the article', () => {
    expect(expected.scopes?.size).toBeGreaterThan(0);
    expect(expected.note).toBeUndefined();
  });

  test('follows when the small DOM throws, and the record says so', () => {
    expect(find(STORY, fails)).toEqual({
      scopes: expected.scopes,
      note: { stage: 'clean', rule: 'dom-second-try', text: 'The small DOM failed (TypeError); the page was read with jsdom.' },
    });
  });

  test('follows when the small DOM finds nothing on a page with prose', () => {
    const { scopes, note } = find(STORY, empty);
    expect(scopes).toEqual(expected.scopes);
    expect(note?.text).toBe('The small DOM found no article; the page was read with jsdom.');
  });

  test('is not made for a page without prose, nor for one that is beyond the limits', () => {
    expect(find('<nav><a href="/">Home</a></nav>', empty, fails)).toEqual({ scopes: undefined, note: undefined });
    const deep = `${'<div>'.repeat(150)}<p>${SENTENCE.repeat(4)}</p>${'</div>'.repeat(150)}`;
    expect(() => find(deep, fails, fails)).not.toThrow();
    expect(find(deep, fails).scopes).toBeUndefined();
  });

  test('what jsdom throws is passed on: the page is then read as text', () => {
    expect(() => find(STORY, fails, fails)).toThrow(TypeError);
  });
});

const pages: Record<string, string> = {
  'a story': page({ main: story() }),
  'a story with JSON-LD': page({ main: story(), jsonLd: newsArticle() }),
  'a front page': page({ main: cards(20) }),
  'a live page': page({ main: liveEntries(12) }),
  'a gallery': page({ main: gallery(8) }),
  'a page without an article': '<nav><a href="/">Home</a></nav>',
};

describe('dom: jsdom', () => {
  test.each(Object.entries(pages))('%s gives the same as the small DOM', (_name, html) => {
    expect(cleanArticle({ html }, { dom: 'jsdom' })).toEqual(cleanArticle({ html }));
  });

  test('is an option of the library', () => {
    const { timings: _jsdom, ...record } = readArticle({ html: STORY }, { dom: 'jsdom' });
    const { timings: _light, ...other } = readArticle({ html: STORY });
    expect(record).toEqual(other);
  });

  test('a page that the guard refuses is read as text, as ever', () => {
    const html = `${'<b>'.repeat(300)}<p>${SENTENCE.repeat(4)}</p>`;
    const { notes } = cleanArticle({ html }, { dom: 'jsdom' });
    expect(notes[0]?.rule).toBe('guard-formatting');
  });
});
