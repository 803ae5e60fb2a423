import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/clean/html/html.ts';
import { sanitiseHtml } from '../../src/clean/sanitise.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<<script>alert(1)//<</script>',
  '<script/x>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" alt="a">',
  '<img/src=x/onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="https://ok.example" onclick="alert(1)" style="background:url(javascript:alert(1))">x</a>',
  '<a href="//evil.example" target=_blank>x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror="alert(1)"></video>',
  '<body onload=alert(1)>',
  '<base href="javascript:alert(1)//">',
  '<link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<style>@import "javascript:alert(1)";</style>',
  '<div style="width:expression(alert(1))">x</div>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  '"><img src=x onerror=alert(1)>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<p id="x" class="y" data-x="z" is="evil">x</p>',
  '\u0000<scr\u0000ipt>alert(1)</script>',
  '<a href="mailto:a@b.example?subject=x" ping="https://evil.example">x</a>',
];

const TAGS = new Set(
  'HTML HEAD BODY P H2 H3 H4 H5 H6 BLOCKQUOTE UL OL LI DL DT DD PRE CODE BR HR A EM STRONG SUB SUP FIGURE FIGCAPTION IMG TABLE TBODY TR TD'.split(
    ' ',
  ),
);

/** What a browser would find wrong: elements off the list, attributes that are no address, schemes that are not safe. */
function harmIn(html: string): string[] {
  const harm: string[] = [];
  for (const element of new JSDOM(html).window.document.querySelectorAll('*')) {
    if (!TAGS.has(element.tagName)) harm.push(element.tagName);
    for (const { name, value } of element.attributes) {
      if (!['href', 'src', 'alt'].includes(name) || (name !== 'alt' && !/^(?:https?:\/\/|mailto:)/u.test(value)))
        harm.push(`${name}=${value}`);
    }
  }
  return harm;
}

describe('attack strings', () => {
  test.each(attacks)('%s', (attack) => {
    expect(harmIn(sanitiseHtml(attack, 'https://site.example/news/1'))).toEqual([]);
    expect(harmIn(sanitiseHtml(`<p>${attack}</p>`))).toEqual([]);
  });

  test.each(attacks)('inside an article: %s', (attack) => {
    const sentence = 'The harbour council met on Tuesday to vote on the new ferry, and the vote was close. ';
    const html = `<html><body><article><h1>Ferry vote</h1><p>${sentence.repeat(4)}</p><p>${sentence}${attack} ${sentence}</p><p>${sentence.repeat(4)}</p></article></body></html>`;
    const { body } = cleanHtml({ html, url: 'https://site.example/news/1' });
    expect(harmIn(body.html)).toEqual([]);
    expect(body.text).toContain(sentence.trim());
  });
});

describe('what passes', () => {
  test('links become absolute; relative links with no base lose their address', () => {
    expect(sanitiseHtml('<a href="/b">x</a>', 'https://site.example/a')).toBe('<a href="https://site.example/b">x</a>');
    expect(sanitiseHtml('<a href="/b">x</a>')).toBe('<a>x</a>');
  });

  test('headings, lists, quotes and tables stay', () => {
    const html = '<h2>A</h2><ul><li>b</li></ul><blockquote><p>c</p></blockquote><table><tr><td>d</td></tr></table>';
    expect(sanitiseHtml(html)).toBe(html);
  });
});
