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
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="feed:javascript:alert(1)">x</a>',
  '<a href="view-source:https://ok.example">x</a>',
  '<a href="blob:https://ok.example/1">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="https://ok.example/%22onmouseover=%22alert(1)">x</a>',
  '<a href=\'https://ok.example/" onmouseover="alert(1)\'>x</a>',
  '<img src="https://ok.example/a.jpg" srcset="javascript:alert(1) 1x" sizes="x" loading="lazy">',
  '<img src="https://ok.example/a.jpg" alt="&quot; onerror=&quot;alert(1)">',
  '<img src="vbscript:alert(1)">',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<img src="blob:https://ok.example/1">',
  '<image src="x" onerror="alert(1)">',
  '<picture><source srcset="javascript:alert(1)"><img src="javascript:alert(1)"></picture>',
  '<figure onclick="alert(1)"><img src="/a.jpg" onload="alert(1)"><figcaption onmouseover="alert(1)">x</figcaption></figure>',
  '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">x</td></tr></table>',
  '<blockquote cite="javascript:alert(1)">x</blockquote>',
  '<ol start="1" onstart="alert(1)"><li value="1" onclick="alert(1)">x</li></ol>',
  '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></iframe></foreignObject></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"></use></svg>',
  '<math><mi><table><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=alert(1) src=1>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>',
  '<noframes><p title="</noframes><img src=x onerror=alert(1)>"></noframes>',
  '<plaintext><script>alert(1)</script>',
  '<select><option><script>alert(1)</script></option></select>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<isindex type=image src=1 onerror=alert(1)>',
  '<keygen autofocus onfocus=alert(1)>',
  '<audio src=x onerror=alert(1)></audio>',
  '<portal src="javascript:alert(1)"></portal>',
  '<slot onslotchange=alert(1)>x</slot>',
  '<x-evil onclick="alert(1)" contenteditable onbeforeinput=alert(1)>x</x-evil>',
  '<p style="behavior:url(#default#time2)" onfinish="alert(1)">x</p>',
  '<p>\u2028<script>alert(1)</script></p>',
  '<p><![CDATA[<img src=x onerror=alert(1)>]]></p>',
  '<?xml-stylesheet href="javascript:alert(1)"?><p>x</p>',
  '<!DOCTYPE x [<!ENTITY y "<script>alert(1)</script>">]><p>&y;</p>',
  '<p title="x" onclick\u00a0="alert(1)">x</p>',
  '<a href="https://ok.example" href="javascript:alert(1)">x</a>',
  '<a\nhref="javascript:alert(1)"\n>x</a>',
  '</p/onmouseover=alert(1)><p/onmouseover=alert(1)>x',
  '<img src=`https://ok.example/a.jpg` onerror=`alert(1)`>',
  '<p>%3Cscript%3Ealert(1)%3C/script%3E &amp;lt;script&amp;gt;</p>',
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
