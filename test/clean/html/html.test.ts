import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml, explainHtml } from '../../../src/clean/html/html.ts';

const STORY = [
  'RIGA — The harbour council voted on Tuesday to buy two electric ferries, ending a dispute that had run for most of a decade.',
  'The vessels will replace diesel boats built in 1974, which failed four inspections in two years, according to a report seen by council members.',
  '“We should have done this long ago,” said Inga Ozola, who chairs the council. “People on the islands were patient with us, and patience ends.”',
  'The first boat is due in May. Fares will stay as they are until the end of next year, when the subsidy agreement comes up for renewal.',
  'Opponents said the price, 41 million euros, was too high for a line that carries fewer than 900 passengers on an ordinary weekday.',
];
const paragraphs = (list: readonly string[]): string => list.map((text) => `<p>${text}</p>`).join('\n');

/** A news page round a story: `inside` stands after the second paragraph, `after` after the last. */
function page(inside = '', after = '', head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><title>Council buys electric ferries | The Courier</title>
<meta property="og:title" content="Council buys electric ferries"><meta property="og:site_name" content="The Courier">${head}</head><body>
<header class="site-header"><a href="/">The Courier</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="article"><h1>Council buys electric ferries</h1><div class="byline">By <a rel="author" href="/a/1">Jane Doe</a></div>
<time datetime="2025-03-04T09:30:00+02:00">4 March 2025</time><div class="article-body">
${paragraphs(STORY.slice(0, 2))}${inside}${paragraphs(STORY.slice(2))}</div></article>${after}</main>
<footer class="footer"><p>© 2025 The Courier. All rights reserved.</p><a href="/privacy">Privacy</a></footer></body></html>`;
}

const read = (html: string): ReturnType<typeof cleanHtml> => cleanHtml({ html, url: 'https://courier.example/2025/03/04/ferries' });

const time = (html: string): number => {
  const start = performance.now();
  cleanHtml({ html });
  return performance.now() - start;
};

describe('an ordinary news page', () => {
  const article = read(page());

  test('the body is the story and nothing else', () => {
    expect(article.body.text).toBe(STORY.join('\n\n'));
    expect(article.body.paragraphs.map(([start, end]) => article.body.text.slice(start, end))).toEqual(STORY);
    expect(article.kind).not.toBe('not-article');
  });

  test('metadata', () => {
    expect(article).toMatchObject({
      headline: 'Council buys electric ferries',
      byline: { authors: ['Jane Doe'] },
      publishedAt: { value: '2025-03-04T09:30:00+02:00', precision: 'second' },
      outlet: 'The Courier',
      language: { code: 'en' },
      dateline: { place: 'RIGA' },
    });
  });

  test('everything removed has a rule and a reason', () => {
    expect(article.removed.length).toBeGreaterThan(3);
    for (const { rule, reason, text } of article.removed) expect([rule, reason, text].every((part) => part !== '')).toBe(true);
    expect(article.removed.map(({ text }) => text)).toContain('© 2025 The Courier. All rights reserved.');
  });
});

describe('what goes from amid the story', () => {
  test.each([
    ['advertisement', '<div class="ad-slot"><p>Advertisement</p></div>', 'Advertisement'],
    ['newsletter', '<div class="newsletter"><p>Sign up for our free daily newsletter.</p></div>', 'Sign up for our free daily newsletter.'],
    [
      'caption',
      '<figure><img src="/f.jpg"><figcaption>A ferry leaves the harbour on Monday.</figcaption></figure>',
      'A ferry leaves the harbour on Monday.',
    ],
    [
      'caption',
      '<div class="wp-caption"><img src="/f.jpg"><p class="wp-caption-text">A ferry leaves the harbour.</p></div>',
      'A ferry leaves the harbour.',
    ],
    ['related', '<p><a href="/x">MAYOR REFUSES TO RESIGN OVER BRIDGE CONTRACT</a></p>', 'MAYOR REFUSES TO RESIGN OVER BRIDGE CONTRACT'],
    ['read-more', '<p>READ: <a href="/x">Mayor refuses to resign</a></p>', 'READ: Mayor refuses to resign'],
    [
      'hidden',
      '<div style="display:none"><p>This text is for machines and nobody else to read, ever.</p></div>',
      'This text is for machines and nobody else to read, ever.',
    ],
  ])('%s: %s', (rule, html, text) => {
    const article = read(page(html));
    expect(article.body.text).toBe(STORY.join('\n\n'));
    expect(article.removed.find((removed) => removed.text === text)?.rule).toBe(rule);
  });
});

describe('what stays', () => {
  test.each([
    ['a one-line paragraph', '<p>It did not last.</p>', 'It did not last.'],
    ['a quoted sentence', '<p>“Nobody told us anything,” she said.</p>', '“Nobody told us anything,” she said.'],
    [
      'a paragraph that says "advertisement"',
      '<p>The advertisement that the company ran in March drew 41 complaints, the regulator said.</p>',
      undefined,
    ],
    [
      'a sentence that is one link',
      '<p><a href="/report">The full report was published by the council on Monday evening.</a></p>',
      undefined,
    ],
    [
      'a paragraph about newsletters',
      '<p>Its weekly newsletter, which has 12,000 readers, did not mention the price of the boats at all.</p>',
      undefined,
    ],
    [
      'a block quote',
      '<blockquote><p>The council finds that the vessels are no longer fit for service on open water.</p></blockquote>',
      undefined,
    ],
  ])('%s', (_name, html, text) => {
    expect(read(page(html)).body.text).toContain(text ?? html.replace(/<[^>]+>/gu, ''));
  });
});

describe('what goes from below the story', () => {
  test.each([
    [
      'related stories',
      '<section class="related"><h2>Related stories</h2><ul><li><a href="/1">Mayor refuses to resign over the bridge contract</a></li><li><a href="/2">Bridge closes for repairs until the autumn</a></li></ul></section>',
    ],
    [
      'comments',
      '<section id="comments" class="comments-area"><h2>2 Comments</h2><ol class="comment-list"><li class="comment"><div class="comment-author">Bob</div><div class="comment-content"><p>I have taken this ferry for years and I will believe it when I see it.</p></div></li><li class="comment"><div class="comment-author">Ann</div><div class="comment-content"><p>The price is a scandal, and nobody on the council will answer for it.</p></div></li></ol></section>',
    ],
    [
      'an author box',
      '<div class="author-bio"><p>Jane Doe is a reporter at The Courier. She covers the harbour and the islands.</p></div>',
    ],
  ])('%s', (_name, after) => {
    expect(read(page('', after)).body.text).toBe(STORY.join('\n\n'));
  });
});

describe('line breaks', () => {
  test('block boundaries part paragraphs, a double break parts them too, a single one is a line feed', () => {
    const html = `<html><body><article><h1>Council buys ferries</h1><div>${STORY[0]}<br><br>${STORY[1]}<br>${STORY[2]}<div>${STORY[3]}</div>${STORY[4]}</div></article></body></html>`;
    expect(read(html).body.text).toBe(`${STORY[0]}\n\n${STORY[1]}\n${STORY[2]}\n\n${STORY[3]}\n\n${STORY[4]}`);
  });

  test('inline markup does not part words', () => {
    const html = page('<p>The <b>ba</b>rge was <em>not</em> sold, the council said, and nobody had asked for it to be sold.</p>');
    expect(read(html).body.text).toContain('The barge was not sold,');
  });
});

describe('body.html', () => {
  test('headings, lists, quotes and links with whole addresses', () => {
    const { html } = read(
      page(
        '<h2>What comes next</h2><ul><li>The first boat arrives from the yard in <a href="/may">May</a>, the council said.</li><li>The second boat follows in the autumn, if the yard keeps to its word.</li></ul><blockquote><p>Patience ends, and it ends sooner than the council seems to think.</p></blockquote>',
      ),
    ).body;
    expect(html).toContain('<a href="https://courier.example/may">May</a>');
    expect(html).toContain('<ul><li>');
    expect(html).toContain('<blockquote><p>Patience');
  });
});

describe('other kinds of page', () => {
  test('a live blog says so', () => {
    const ld = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Council buys electric ferries"}</script>';
    const article = read(page('', '', ld));
    expect(article.kind).toBe('live');
    expect(article.notes.map(({ rule }) => rule)).toContain('kind-live');
  });

  test.each(['', '   ', '<html></html>', '<nav><a href="/">Home</a></nav>', '\u0000', '<!doctype html>'])(
    '%j is not an article',
    (html) => {
      const article = read(html);
      expect(article.kind).toBe('not-article');
      expect(article.body.text).toBe('');
    },
  );
});

describe('properties', () => {
  const markup = array(
    oneof(
      constantFrom(
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<b>',
        '</b>',
        '<br>',
        '<table>',
        '<tr>',
        '<td>',
        '<script>',
        '</script>',
        '<a href="/x">',
        '</a>',
        '<h1>',
        '<li>',
        '<ul>',
        '<!--',
        '-->',
        '&amp;',
        '&#0;',
        '<svg>',
        '<form>',
        '\ud800',
      ),
      string({ unit: 'binary', maxLength: 20 }),
      constantFrom(...STORY),
    ),
    { maxLength: 40 },
  ).map((parts) => parts.join(''));

  test('no input throws; spans slice to paragraphs; text is fit for a record', () => {
    assert(
      property(markup, (html) => {
        const { body } = cleanHtml({ html });
        expect(body.text.isWellFormed()).toBe(true);
        expect(body.text).not.toContain('\u0000');
        expect(body.paragraphs.map(([start, end]) => body.text.slice(start, end)).join('\n\n')).toBe(body.text);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('the same page gives the same article, and the input is not changed', () => {
    const input = Object.freeze({ html: page(), url: 'https://courier.example/1' });
    expect(cleanHtml(input)).toEqual(cleanHtml(input));
  });

  test('cleaning its own HTML again keeps the body', () => {
    const first = read(page());
    const again = read(`<html><body><article><h1>${first.headline}</h1>${first.body.html}</article></body></html>`);
    expect(again.body.text).toBe(first.body.text);
  });

  test('explain has every block once, in order', () => {
    const article = read(page());
    const decisions = explainHtml({ html: page(), url: 'https://courier.example/2025/03/04/ferries' });
    expect(decisions.filter(({ kept }) => kept).map(({ text }) => text)).toEqual(STORY);
    expect(decisions.filter(({ kept }) => !kept)).toHaveLength(article.removed.length);
  });

  test('doubling a page does not more than about double the time', () => {
    const block = page().repeat(40);
    time(block);
    const once = Math.min(time(block), time(block));
    expect(time(block + block)).toBeLessThan(once * 5 + 200);
  });
});

describe('text that is hidden', () => {
  const story = paragraphs([...STORY, ...STORY.map((text) => text.replace('council', 'port board'))]);

  test('a page that its script will show is read', () => {
    const html = `<html><body><div id="app" style="visibility:hidden"><article><h1>Council buys electric ferries</h1>${story}</article></div></body></html>`;
    expect(read(html).body.text).toContain(STORY[0]);
    expect(read(html).body.text).toContain(STORY[4]);
  });

  test('a hidden panel beside the story is not', () => {
    const panel = '<div style="display:none"><p>The panel is for those who open it, and this reader has not opened it at all.</p></div>';
    expect(read(page('', panel)).body.text).toBe(STORY.join('\n\n'));
  });
});
