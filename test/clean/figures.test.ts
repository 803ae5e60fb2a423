import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/clean/html/html.ts';

const SENTENCES = Array.from(
  { length: 6 },
  (_, n) => `The harbour council met on Tuesday to vote on the new ferry, and member number ${n + 1} spoke against the plan for an hour.`,
);
const page = (lead: string, between: string, after = ''): string =>
  `<html><body><nav><img src="/logo.png" alt="Courier"></nav><article><h1>Ferry vote</h1>${lead}${SENTENCES.slice(0, 3)
    .map((line) => `<p>${line}</p>`)
    .join('')}${between}${SENTENCES.slice(3)
    .map((line) => `<p>${line}</p>`)
    .join('')}${after}</article><aside><img src="/ad.jpg" alt="Buy"></aside></body></html>`;
const read = (html: string, url: string | undefined = 'https://courier.example/news/1') => cleanHtml({ html, url }).body;

describe('pictures of the article in body.html', () => {
  test.each<[name: string, html: string, wanted: string]>([
    [
      'a figure with its caption',
      '<figure><img src="/pier.jpg" alt="The pier"><figcaption>The pier at dusk.</figcaption></figure>',
      '<figure><img src="https://courier.example/pier.jpg" alt="The pier" /><figcaption>The pier at dusk.</figcaption></figure>',
    ],
    [
      'a bare image',
      '<p><img src="pier.jpg" alt="The pier"></p>',
      '<figure><img src="https://courier.example/news/pier.jpg" alt="The pier" /></figure>',
    ],
    [
      'an image that is loaded late',
      '<img src="data:image/gif;base64,R0lGOD" data-src="/late.jpg" alt="">',
      '<figure><img src="https://courier.example/late.jpg" alt="" /></figure>',
    ],
    [
      'one address of several',
      '<picture><img srcset="/small.jpg 480w, /large.jpg 800w" alt="x"></picture>',
      '<figure><img src="https://courier.example/small.jpg" alt="x" /></figure>',
    ],
    [
      'markup in words is words',
      '<figure><img src="/a.jpg" alt="&lt;b&gt;"><figcaption>A &lt;script&gt; tag</figcaption></figure>',
      '<figcaption>A &lt;script&gt; tag</figcaption>',
    ],
  ])('%s', (_name, html, wanted) => {
    const body = read(page('', html));
    expect(body.html).toContain(wanted);
    const at = body.html.indexOf(wanted);
    expect(at).toBeGreaterThan(body.html.indexOf('member number 3'));
    expect(at).toBeLessThan(body.html.indexOf('member number 4'));
    expect(body.text).not.toContain('pier at dusk');
  });

  test.each<[name: string, html: string]>([
    ['a script address', '<img src="javascript:alert(1)" alt="x">'],
    ['a data address', '<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="x">'],
    ['a counting pixel', '<img src="https://count.example/pixel.gif" alt="">'],
    ['the picture of the author', '<div class="author-box"><img src="/jonas.jpg" alt="Jonas Berg"></div>'],
    ['teasers of other pages', '<div class="related-posts"><a href="/2"><img src="/2.jpg" alt="x"></a></div>'],
    ['a hidden image', '<img src="/x.jpg" hidden>'],
    ['a picture in a sidebar', '<aside><img src="/x.jpg"></aside>'],
  ])('not %s', (_name, html) => {
    expect(read(page('', html)).html).not.toContain('<img');
  });

  test('each picture once, handlers and other attributes gone', () => {
    const image = '<img src="/a.jpg" alt="a" onerror="alert(1)" style="x" width="1" data-id="7" class="c">';
    const { html } = read(page('', `<figure>${image}</figure><figure>${image}</figure>`));
    expect(html.match(/<img/gu)).toHaveLength(1);
    expect(html).toContain('<img src="https://courier.example/a.jpg" alt="a" />');
  });

  test('no base, no relative address', () => {
    expect(cleanHtml({ html: page('', '<img src="/a.jpg" alt="a">') }).body.html).not.toContain('<img');
  });
});
