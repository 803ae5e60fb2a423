import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../../src/clean/html/html.ts';
import { elementsOf, parsePage, textOf } from '../../../src/clean/html/page.ts';

const STORY = [
  'The harbour council voted on Tuesday to buy two electric ferries, ending a dispute that had run for most of a decade.',
  'The vessels will replace diesel boats built in 1974, which failed four inspections in two years, according to a report.',
  'The first boat is due in May. Fares will stay as they are until the end of next year, when the agreement comes up for renewal.',
];

/** The words of a page in the order of its tree, hidden parts left out. */
const shown = (html: string): string => {
  const { roots } = parsePage(html);
  const [body] = [...elementsOf(roots)].filter(({ name }) => name === 'body');
  return body === undefined ? '' : textOf(body);
};

describe('parts that a server streamed in late', () => {
  test.each([
    ['a boundary', '<p>one</p><template id="B:0"></template><p>three</p><div hidden id="S:0"><p>two</p></div>', 'one two three'],
    [
      'a part of a boundary, with a place for another part inside',
      '<p>1</p><template id="P:1"></template><p>4</p><div hidden id="S:1"><p>2</p><template id="P:2a"></template></div><div hidden id="S:2a"><p>3</p></div>',
      '1 2 3 4',
    ],
    [
      'the prefix of an application',
      '<template id="app-B:0"></template><p>b</p><div hidden id="S:0"><p>z</p></div><div hidden id="app-S:0"><p>a</p></div>',
      'a b z',
    ],
    ['a place inside the part itself', '<p>a</p><div hidden id="S:0"><p>b</p><template id="B:0"></template></div>', 'a b'],
    ['an ordinary template', '<p>a</p><template id="row"><p>b</p></template><template id="TAB:2"><p>c</p></template>', 'a'],
  ])('%s', (_name, html, text) => {
    expect(shown(`<html><body>${html}</body></html>`)).toBe(text);
  });

  test('the story of such a page is read, in order', () => {
    const [first = '', ...rest] = STORY.map((text) => `<p>${text}</p>`);
    const html = `<html><head><title>Council buys ferries</title></head><body><main><article><h1>Council buys ferries</h1>${first}<template id="B:0"></template></article></main>
<footer><p>© 2025 The Courier. All rights reserved.</p></footer><div hidden id="S:0"><div class="body">${rest.join('')}</div></div></body></html>`;
    expect(cleanHtml({ html }).body.text).toBe(STORY.join('\n\n'));
  });

  test('what is hidden for other reasons stays out', () => {
    const html = `<html><body><article><h1>Council buys ferries</h1>${STORY.map((text) => `<p>${text}</p>`).join('')}<div hidden id="tip"><p>${STORY[0]?.replace('harbour', 'city')}</p></div></article></body></html>`;
    expect(cleanHtml({ html }).body.text).toBe(STORY.join('\n\n'));
  });
});

test('many parts in parts stay within bounds', () => {
  const parts = Array.from({ length: 3000 }, (_, n) => {
    const number = n.toString(16);
    return `<div hidden id="S:${number}"><p>part ${n}</p><template id="P:${(n + 1).toString(16)}"></template></div>`;
  });
  const start = performance.now();
  const article = cleanHtml({ html: `<html><body><template id="B:0"></template>${parts.join('')}</body></html>` });
  expect(article.notes.map(({ rule }) => rule)).not.toContain('tree-failed');
  expect(performance.now() - start).toBeLessThan(4000);
});
