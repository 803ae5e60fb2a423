import { describe, expect, test } from 'vitest';
import { GUARD_LIMITS, innerTextOfTokens, type GuardLimits } from '../../src/clean/guard.ts';
import { cleanHtml } from '../../src/clean/html/html.ts';
import { PageRefused, parsePage } from '../../src/clean/html/page.ts';
import { cpuTime } from '../cpu-time.ts';

/** The rule by which a page is refused. */
function refusalOf(html: string, limits: Partial<GuardLimits> = {}): string | undefined {
  try {
    parsePage(html, { ...GUARD_LIMITS, ...limits });
    return undefined;
  } catch (error) {
    if (error instanceof PageRefused) return error.refusal.rule;
    throw error;
  }
}

const time = (html: string): number => {
  const start = cpuTime();
  parsePage(html);
  return cpuTime() - start;
};

/** Milliseconds any hostile page may take, on a busy machine. */
const LIMIT_MS = 3000;

const hostile: Record<string, { html: string; rule?: string }> = {
  '10,000 nested div': { html: `${'<div>'.repeat(10_000)}The text.`, rule: 'guard-depth' },
  '100,000 nested div': { html: `${'<div>'.repeat(100_000)}The text.${'</div>'.repeat(100_000)}`, rule: 'guard-depth' },
  '5,000 open b around p': { html: `${'<b><p>'.repeat(5000)}The text.`, rule: 'guard-formatting' },
  '3,000 open p b i a': { html: `${'<p><b><i><a>'.repeat(3000)}The text.`, rule: 'guard-formatting' },
  '200,000 attributes': {
    html: `<p ${Array.from({ length: 200_000 }, (_, n) => `a${n}=1`).join(' ')}>The text.</p>`,
    rule: 'guard-attributes',
  },
  '20,000 nested tables': { html: `${'<table><tr><td>'.repeat(20_000)}The text.`, rule: 'guard-tables' },
  '200,000 end tags of nothing': { html: `${'<div>'.repeat(200)}${'</b>'.repeat(200_000)}The text.` },
  '500,000 stray brackets': { html: '<'.repeat(500_000) },
  '100,000 open comments': { html: '<!--'.repeat(100_000) },
  '300,000 entities': { html: '&amp;'.repeat(300_000) },
  'an attribute that never ends': { html: `<p title="${'x'.repeat(1_000_000)}` },
  '100,000 open thead': { html: `<table>${'<thead>'.repeat(100_000)}The text.`, rule: 'guard-depth' },
  'entries that nest although their end tag may be left out': {
    html: `${'<li><p>'.repeat(40_000)}${'</z>'.repeat(100_000)}`,
    rule: 'guard-depth',
  },
  'a long story ninety levels deep': {
    html: `${'<div>'.repeat(90)}${'<p>One sentence of the story, and another one after it, which ends here.</p>'.repeat(9000)}`,
  },
  'nested lists': { html: `${'<ul><li>'.repeat(190)}The text.` },
};

describe('hostile pages end soon, and never throw', () => {
  test.each(Object.entries(hostile))('%s', (_name, { html, rule }) => {
    const start = cpuTime();
    const article = cleanHtml({ html });
    expect(cpuTime() - start).toBeLessThan(LIMIT_MS);
    expect(article.notes.find((note) => note.rule.startsWith('guard-'))?.rule).toBe(rule);
  });
});

describe('the guard', () => {
  test.each([
    ['an ordinary page', '<html><head><title>T</title></head><body><article><p>One <b>two</b>.</p></article></body></html>'],
    ['paragraphs and entries with no end tags', '<p>One.'.repeat(5000) + '<ul>' + '<li>entry'.repeat(5000)],
    ['rows and cells with no end tags', `<table>${'<tr><td>a<td>b'.repeat(3000)}</table>`],
    ['many void elements', '<br><img src=a><hr>'.repeat(3000)],
    ['upper-case tags', '<DIV><P>One.</P></DIV>'.repeat(1000)],
    ['an empty page', ''],
  ])('lets %s through', (_name, html) => {
    expect(refusalOf(html)).toBeUndefined();
  });

  test.each([
    ['guard-length', 'x'.repeat(101), { length: 100 }],
    ['guard-depth', '<div>'.repeat(11), { depth: 10 }],
    ['guard-elements', '<br>'.repeat(11), { elements: 10 }],
    ['guard-attributes', '<p a b c>', { attributesPerTag: 2 }],
    ['guard-formatting', '<p><b><i><u>', { openFormatting: 2 }],
    ['guard-tables', '<table><table>', { nestedTables: 1 }],
  ])('%s', (rule, html, limits) => {
    expect(refusalOf(html, limits)).toBe(rule);
  });

  test('doubling a page about doubles the time', () => {
    const page = '<div class="a b"><p>One <a href="/x">two</a> three.</p></div>'.repeat(8000);
    time(page);
    const once = Math.min(time(page), time(page), time(page));
    const twice = Math.min(time(page + page), time(page + page), time(page + page));
    expect(twice).toBeLessThan(once * 5 + 20);
  });
});

describe('the text of tokens', () => {
  test('block tags break lines; scripts, styles and the head are silent', () => {
    const html =
      '<head><title>Title</title></head><body><script>var a = "<p>no</p>";</script><style>p{}</style><div>One <b>two</b></div><p>three&nbsp;&amp; four<br>five</p>';
    expect(innerTextOfTokens(html)).toBe('One two\nthree & four\nfive');
  });

  test('depth does not matter', () => {
    expect(innerTextOfTokens(`${'<div>'.repeat(50_000)}deep`)).toBe('deep');
  });
});
