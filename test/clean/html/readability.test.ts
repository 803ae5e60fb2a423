import { describe, expect, test } from 'vitest';
import { readBlocks } from '../../../src/clean/html/blocks.ts';
import { parsePage } from '../../../src/clean/html/page.ts';
import { jsdomEngine } from '../../../src/clean/html/jsdom-engine.ts';
import { linkedomEngine, readableScopes, type DomEngine } from '../../../src/clean/html/readability.ts';

const SENTENCE = 'The harbour council voted on Tuesday to buy two electric ferries, ending a long dispute over the line. ';
const LONG = SENTENCE.repeat(4);

const pages: Record<string, string> = {
  'an article element': `<nav><a href="/">Home</a></nav><article><h1>Ferries</h1><p>${LONG}</p><p>${LONG}</p><ul><li>${SENTENCE}</li></ul></article><footer><p>© The Courier</p></footer>`,
  'div soup': `<div class="wrap"><div class="story">${LONG}<br><br>${LONG}<div>${LONG}</div></div><div class="sidebar"><p>${SENTENCE}</p></div></div>`,
  'tag soup': `<p>${LONG}<p>${LONG}<b>bold <i>both</b> italic</i><div><p>${LONG}</div></p>`,
  'a layout table': `<table><tr><td class="nav"><a href="/">Home</a><td><p>${LONG}</p><p>${LONG}</p></td></tr></table>`,
  'comments below': `<div id="content"><p>${LONG}</p><p>${LONG}</p></div><div id="comments" class="comment-list"><p>${SENTENCE}</p></div>`,
  'a short item': `<main><h1>Ferries</h1><p>${SENTENCE}</p></main>`,
  'nothing to read': '<nav><a href="/">Home</a></nav>',
};

function keptTexts(html: string, engine: DomEngine): string[] | undefined {
  const page = parsePage(html);
  const { blocks, scopes } = readBlocks(page);
  const kept = readableScopes(page.roots, scopes, engine);
  return kept === undefined ? undefined : blocks.filter(({ scope }) => kept.has(scope.id)).map(({ text }) => text);
}

describe('linkedom and jsdom agree on what Readability keeps', () => {
  test.each(Object.entries(pages))('%s', (_name, html) => {
    expect(keptTexts(html, linkedomEngine)).toEqual(keptTexts(html, jsdomEngine));
  });

  test('and what they keep is the story', () => {
    expect(keptTexts(pages['comments below'] ?? '', linkedomEngine)).toEqual([LONG.trim(), LONG.trim()]);
  });
});
