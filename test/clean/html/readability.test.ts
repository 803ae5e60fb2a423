import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlocks } from '../../../src/clean/html/blocks.ts';
import { jsdomEngine } from '../../../src/clean/html/jsdom-engine.ts';
import { parsePage } from '../../../src/clean/html/page.ts';
import { lightEngine, readableScopes, type DomEngine } from '../../../src/clean/html/readability.ts';

const SENTENCE = 'The harbour council voted on Tuesday to buy two electric ferries, ending a long dispute over the line. ';
const LONG = SENTENCE.repeat(4);

const pages: Record<string, string> = {
  'an article element': `<nav><a href="/">Home</a></nav><article><h1>Ferries</h1><p>${LONG}</p><p>${LONG}</p><ul><li>${SENTENCE}</li></ul></article><footer><p>© The Courier</p></footer>`,
  'div soup': `<div class="wrap"><div class="story">${LONG}<br><br>${LONG}<div>${LONG}</div></div><div class="sidebar"><p>${SENTENCE}</p></div></div>`,
  'tag soup': `<p>${LONG}<p>${LONG}<b>bold <i>both</b> italic</i><div><p>${LONG}</div></p>`,
  'a layout table': `<table><tr><td class="nav"><a href="/">Home</a><td><p>${LONG}</p><p>${LONG}</p></td></tr></table>`,
  'a data table': `<article><p>${LONG}</p><table><caption>Fares</caption><tr><th>Line</th><th>Fare</th></tr><tr><td>North</td><td>4.20, ${SENTENCE}</td></tr></table><p>${LONG}</p></article>`,
  'comments below': `<div id="content"><p>${LONG}</p><p>${LONG}</p></div><div id="comments" class="comment-list"><p>${SENTENCE}</p></div>`,
  'unlikely names all over': `<div class="sidebar widget"><div class="comment"><p>${LONG}</p><p>${LONG} &amp; &lt;more&gt; "quoted"</p></div></div>`,
  'a short item': `<main><h1>Ferries</h1><p>${SENTENCE}</p></main>`,
  'a paragraph that a block ends': `<article><p><span><div>${LONG}</div></span>${LONG}</p><p>${LONG}</p></article>`,
  'nothing to read': '<nav><a href="/">Home</a></nav>',
};

function keptTexts(html: string, engine: DomEngine): string[] | undefined {
  const page = parsePage(html);
  const { blocks, scopes } = readBlocks(page);
  const kept = readableScopes(page.roots, scopes, engine);
  return kept === undefined ? undefined : blocks.filter(({ scope }) => kept.has(scope.id)).map(({ text }) => text);
}

describe('the small DOM and jsdom agree on what Readability keeps', () => {
  test.each(Object.entries(pages))('%s', (_name, html) => {
    expect(keptTexts(html, lightEngine)).toEqual(keptTexts(html, jsdomEngine));
  });

  test('pages put together at random', () => {
    const text = fc.constantFrom(LONG, SENTENCE, 'Share', 'Read more: ferries, boats', '');
    const names = fc.constantFrom('', ' class="comment"', ' class="story article"', ' class="sidebar"', ' id="content"', ' class="share"');
    const { tree } = fc.letrec<{ tree: string; list: string }>((tie) => ({
      list: fc.array(tie('tree'), { maxLength: 4 }).map((parts) => parts.join('')),
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'large' },
        text.map((words) => `<p>${words}</p>`),
        text,
        text.map((words) => `<a href="/x">${words}</a>`),
        fc
          .tuple(fc.constantFrom('div', 'section', 'article', 'ul', 'blockquote', 'h2'), names, tie('list'))
          .map(([tag, name, inner]) => `<${tag}${name}>${inner}</${tag}>`),
        fc.constant('<br><br>'),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), (parts) => {
        const html = `<body>${parts.join('')}</body>`;
        expect(keptTexts(html, lightEngine)).toEqual(keptTexts(html, jsdomEngine));
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test('and what they keep is the story', () => {
    expect(keptTexts(pages['comments below'] ?? '', lightEngine)).toEqual([LONG.trim(), LONG.trim()]);
  });
});
