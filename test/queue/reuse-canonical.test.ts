import { expect, test } from 'vitest';
import type { CleanArticle, NewsRecord, Span } from '../../src/article.ts';
import { reuseCanonical } from '../../src/queue/reuse-canonical.ts';

const LEAD = 'The bridge opened on Monday.';
const QUOTE = '“It is open,” Ann Lee said.';
const CHAIN = '“And it stays open,” she added.';

function articleOf(paragraphs: readonly string[]): CleanArticle {
  const spans: Span[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    spans.push([text.length, text.length + paragraph.length]);
    text += paragraph;
  }
  const body = { text, paragraphs: spans, html: '', words: 0 };
  return { kind: 'article', headline: '', language: { code: 'en', confidence: 1 }, body, removed: [], notes: [] };
}

function placed(article: CleanArticle, text: string): { span: Span; text: string } {
  const start = article.body.text.indexOf(text);
  return { span: [start, start + text.length], text };
}

const base = articleOf([LEAD, QUOTE, CHAIN]);
const annLee = { id: 'person:ann-lee', name: 'Ann Lee', kind: 'person', aliases: [], salience: 1 } as const;
const canonical = {
  ...base,
  entities: [{ ...annLee, mentions: [placed(base, 'Ann Lee')], references: [placed(base, 'she')] }],
  quotations: [
    {
      id: 'q1',
      ...placed(base, 'It is open,'),
      kind: 'direct',
      speaker: { mention: placed(base, 'Ann Lee'), entity: annLee.id, name: 'Ann Lee', confidence: 0.9 },
      cue: placed(base, 'said'),
      rule: 'test',
    },
    {
      id: 'q2',
      ...placed(base, 'And it stays open,'),
      kind: 'direct',
      continues: 'q1',
      speaker: { mention: placed(base, 'she'), entity: annLee.id, name: 'Ann Lee', confidence: 0.8 },
      cue: placed(base, 'added'),
      rule: 'test',
    },
  ],
} as unknown as NewsRecord;

test('offsets move with the paragraphs, also when they stand in another order', () => {
  for (const order of [
    [QUOTE, CHAIN],
    [CHAIN, LEAD, QUOTE],
  ]) {
    const copy = articleOf(order);
    const taken = reuseCanonical(copy, canonical);
    expect(taken?.quotations.map(({ id }) => id)).toEqual(['q1', 'q2']);
    const places = [
      ...(taken?.quotations ?? []).flatMap(({ span, text, cue, speaker }) => [{ span, text }, cue, speaker?.mention]),
      ...(taken?.entities[0]?.mentions ?? []),
    ];
    for (const place of places) expect(copy.body.text.slice(...place!.span)).toBe(place!.text);
  }
});

test('what stood in a paragraph that was cut is gone, with every link to it', () => {
  const copy = articleOf([LEAD, CHAIN]);
  const taken = reuseCanonical(copy, canonical);
  expect(taken?.entities).toEqual([]);
  expect(taken?.quotations).toHaveLength(1);
  expect(taken?.quotations[0]).not.toHaveProperty('continues');
  expect(taken?.quotations[0]?.speaker).toEqual({ mention: placed(copy, 'she'), name: 'Ann Lee', confidence: 0.8 });
});

test('a paragraph that the canonical does not have means: read it in full', () => {
  expect(reuseCanonical(articleOf([LEAD, QUOTE, 'A new one, with “words” of its own.']), canonical)).toBeUndefined();
  expect(reuseCanonical(articleOf([QUOTE, QUOTE]), canonical)).toBeUndefined();
});

test('a thousand equal paragraphs and many quotations stay quick', () => {
  const long = articleOf(Array.from({ length: 20_000 }, () => LEAD));
  const record = {
    ...long,
    entities: [{ ...annLee, mentions: long.body.paragraphs.map(([start]) => ({ span: [start, start + 3], text: 'The' })) }],
    quotations: [],
  };
  const start = performance.now();
  expect(reuseCanonical(long, record as unknown as NewsRecord)?.entities[0]?.mentions).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(3000);
});

test('what the headline quotes is taken over with the same headline, and read anew with another that may quote', () => {
  const said = 'It is open';
  const headline = `“${said}”: Lee`;
  const own = { ...canonical.quotations[0]!, id: 'h1', span: [1, 1 + said.length] as Span, text: said };
  const quoting = {
    ...canonical,
    headline,
    quotations: [{ ...canonical.quotations[0]!, headline: { span: [1, 1 + said.length], text: said } }, canonical.quotations[1]!],
    headlineQuotations: [own],
  } as NewsRecord;
  const same = reuseCanonical({ ...base, headline }, quoting);
  expect(same?.quotations[0]?.headline).toEqual({ span: [1, 1 + said.length], text: said });
  expect(same?.headlineQuotations).toEqual([own]);
  const plain = reuseCanonical({ ...base, headline: 'Lee’s bridge opens' }, quoting);
  expect(plain?.quotations.map((quotation) => quotation.headline)).toEqual([undefined, undefined]);
  expect(plain?.headlineQuotations).toBeUndefined();
  expect(reuseCanonical({ ...base, headline: 'Lee: the bridge is open' }, quoting)).toBeUndefined();
});
