import * as fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../bench/docs/example-record.ts';
import { articlePage } from '../../src/api/pages/article-page.ts';
import { deskPage } from '../../src/api/pages/desk-page.ts';
import { html, outsideLink } from '../../src/api/pages/html.ts';
import { markedBody } from '../../src/api/pages/marked-body.ts';
import { progressBar } from '../../src/api/pages/state.ts';
import type { NewsRecord, Span } from '../../src/article.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => ('data' in node ? node.data : 'children' in node ? textOf(node.children) : '')).join('');
}

function elementsOf(nodes: readonly Node[]): { name: string; attribs: Record<string, string> }[] {
  return nodes.flatMap((node) => {
    const inner = 'children' in node ? elementsOf(node.children) : [];
    return 'attribs' in node ? [{ name: node.name, attribs: node.attribs }, ...inner] : inner;
  });
}

const HOSTILE = `<script>alert(1)</script><img src=x onerror="alert(2)">"'&`;

/** Every text of the record made hostile. */
function spoilt(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-|^Q\d/.test(value) ? value : `${value}${HOSTILE}`;
  if (Array.isArray(value)) return value.map(spoilt);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, spoilt(field)]));
}

describe('nothing from an article becomes markup', () => {
  test('html escapes every value that is not markup itself', () => {
    expect(html`<p title="${HOSTILE}">${[HOSTILE, html`<b>${'<'}</b>`]}</p>`.toString()).toBe(
      `<p title="&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(2)&quot;&gt;&quot;&#39;&amp;">` +
        `&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(2)&quot;&gt;&quot;&#39;&amp;<b>&lt;</b></p>`,
    );
  });

  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', 'not a url'])(
    '%s is no link',
    (address) => {
      expect(outsideLink(address, 'here').toString()).toBe('here');
    },
  );

  test('a whole record of hostile strings: no script, image or handler on its page', () => {
    const record = spoilt(exampleRecord()) as NewsRecord;
    const facts = {
      deployment: 'embedded',
      postgres: { version: HOSTILE, reachable: true, migrations: [], bytes: 0 },
      queue: { backend: 'postgres', reachable: false, version: HOSTILE, counts: { waiting: 0, active: 0, delayed: 0, failed: 0 } },
      items: { accepted: 0, processing: 0, stored: 1, copy: 0, quarantined: 1 },
      batches: 1,
      articles: 1,
      clusters: 1,
      outboxPending: 0,
      warnings: [HOSTILE],
    } as const;
    const batch = { batch: HOSTILE, createdAt: '2026-03-02T18:04:11.000Z', total: 1, counts: facts.items, done: true };
    const item = {
      id: HOSTILE,
      batch: HOSTILE,
      file: HOSTILE,
      sha256: '',
      mediaType: 'text/plain',
      charset: 'utf-8',
      state: 'quarantined',
      attempt: 1,
      kills: 0,
      reason: { code: HOSTILE, detail: HOSTILE },
      receivedAt: '',
    } as const;
    for (const page of [
      articlePage(record, [record, { ...record, id: HOSTILE }]),
      deskPage({ announces: true, facts, batches: [batch], records: [record], quarantine: [item] }),
    ]) {
      const elements = elementsOf(parseDocument(page).children);
      const scripts = elements.filter(({ name }) => name === 'script');
      expect(scripts.every(({ attribs }) => attribs['src'] === '/assets/desk.js')).toBe(true);
      expect(elements.filter(({ name }) => name === 'img' || name === 'iframe')).toEqual([]);
      expect(elements.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => /^on|^style$/.test(name))).toEqual([]);
      expect(elements.flatMap(({ attribs }) => attribs['href'] ?? []).filter((href) => !/^(\/|https?:)/.test(href))).toEqual([]);
    }
  });
});

describe('the marked body', () => {
  test('marks quotation, speaker, cue and names, also where they overlap', () => {
    const markup = markedBody(exampleRecord()).toString();
    expect(markup).toContain('<span class="speaker" title="speaker: Ann Lee">Mayor </span>');
    expect(markup).toContain('<span class="speaker name" title="person: Ann Lee">Ann Lee</span>');
    expect(markup).toContain('<span class="quote" title="Ann Lee">We tested every bolt.</span>');
    expect(markup).toContain('<span class="cue" title="">told</span>');
  });

  test('the headline shows what it quotes, and the list what only the headline has', () => {
    const record = exampleRecord();
    const headline = 'Mayor: ‘Every bolt’ tested, ‘not one day late’';
    const own = { ...record.quotations[0]!, id: 'h0', span: [29, 45] as Span, text: 'not one day late', speaker: null, cue: null };
    const shared = { ...record.quotations[0]!, headline: { span: [8, 18] as Span, text: 'Every bolt' } };
    const page = articlePage({ ...record, headline, quotations: [shared], headlineQuotations: [own] }, []);
    expect(page).toContain(
      '<h1 class="marked">Mayor: ‘<span class="quote" title="Ann Lee">Every bolt</span>’ tested, ‘<span class="quote" title="speaker not named">not one day late</span>’</h1>',
    );
    expect(page).toContain('also in the headline');
    expect(page).toMatch(/Only in the headline \(1\)<\/h2>[\s\S]*“not one day late”/);
    expect(articlePage(record, [])).not.toContain('Only in the headline');
  });

  const spans = fc.array(
    fc.tuple(fc.nat(90), fc.nat(40)).map(([start, length]): Span => [start, start + length]),
    { maxLength: 30 },
  );
  test('whatever the spans are, the text stays the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100, unit: 'binary' }), spans, spans, (raw, quotes, names) => {
        const text = raw.toWellFormed().replaceAll(/[\0\r]/g, '-');
        const record = exampleRecord();
        const half = Math.floor(text.length / 2);
        const paragraphs: Span[] = [
          [0, half],
          [half, text.length],
        ];
        const marked = markedBody({
          ...record,
          body: { ...record.body, text, paragraphs },
          quotations: quotes.map((span, n) => ({ ...record.quotations[0]!, id: `q${n}`, span })),
          entities: [{ ...record.entities[0]!, mentions: names.map((span) => ({ span, text: '' })) }],
        }).toString();
        const shown = elementTexts(marked);
        expect(shown).toEqual(paragraphs.map((span) => text.slice(...span)));
      }),
      { numRuns: 300 },
    );
  });

  test('ten thousand marks in one paragraph take no time', () => {
    const record = exampleRecord();
    const text = 'name '.repeat(10_000);
    const mentions = Array.from({ length: 10_000 }, (_, n) => ({ span: [n * 5, n * 5 + 4] as Span, text: 'name' }));
    const start = performance.now();
    markedBody({
      ...record,
      body: { ...record.body, text, paragraphs: [[0, text.length]] },
      entities: [{ ...record.entities[0]!, mentions }],
      quotations: [],
    });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

/** The text of each paragraph, entities decoded. Surrogates that were cut in half meet again here. */
function elementTexts(markup: string): string[] {
  const [body] = parseDocument(markup).children;
  return body !== undefined && 'children' in body
    ? body.children.filter((node) => 'name' in node && node.name === 'p').map((node) => textOf([node]))
    : [];
}

test.each([
  [{ accepted: 0, processing: 0, stored: 3, copy: 1, quarantined: 0 }, 4, '4 of 4 done', ['75.000%', '25.000%']],
  [{ accepted: 9, processing: 1, stored: 0, copy: 0, quarantined: 0 }, 10, '0 of 10 done', ['10.000%']],
  [{ accepted: 0, processing: 0, stored: 0, copy: 0, quarantined: 0 }, 0, '0 of 0 done', []],
])('a progress bar of %j', (counts, total, label, widths) => {
  const elements = elementsOf(parseDocument(progressBar({ counts, total }).toString()).children);
  expect(elements[0]?.attribs['aria-label']).toBe(label);
  expect(elements.slice(1).map(({ attribs }) => attribs['width'])).toEqual(widths);
});
