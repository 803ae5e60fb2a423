import { expect, test } from 'vitest';
import type { Span } from '../../src/article.ts';
import { diffParagraphs } from '../../src/dedupe/diff.ts';
import { story } from './stories.ts';

function body(paragraphs: readonly string[]): { text: string; paragraphs: Span[] } {
  let at = 0;
  const spans = paragraphs.map((paragraph): Span => {
    const span: Span = [at, at + paragraph.length];
    at += paragraph.length + 2;
    return span;
  });
  return { text: paragraphs.join('\n\n'), paragraphs: spans };
}

const kinds = (copy: readonly string[], canonical: readonly string[]): string[] =>
  diffParagraphs(body(copy), body(canonical)).map((change) => change.kind);

const whole = story(1);

test.each([
  { what: 'nothing', copy: whole, expected: whole.map(() => 'same') },
  {
    what: 'spelling and marks only',
    copy: whole.map((text) => text.replaceAll(/[“”]/g, '"').replace('metres', 'meters')),
    expected: whole.map(() => 'same'),
  },
  { what: 'the tail cut', copy: whole.slice(0, 4), expected: ['same', 'same', 'same', 'same', 'cut', 'cut'] },
  { what: 'the top cut', copy: whole.slice(2), expected: ['cut', 'cut', 'same', 'same', 'same', 'same'] },
  {
    what: 'a paragraph added',
    copy: [whole[0] ?? '', 'The mayor of Quorra, who was on holiday, sent a postcard.', ...whole.slice(1)],
    expected: ['same', 'added', 'same', 'same', 'same', 'same', 'same'],
  },
  {
    what: 'a figure changed',
    copy: whole.map((text) => text.replace('137', '152')),
    expected: ['changed', 'same', 'same', 'same', 'same', 'same'],
  },
  { what: 'another order', copy: [whole[1] ?? '', whole[0] ?? '', ...whole.slice(2)], expected: whole.map(() => 'same') },
  {
    what: 'everything',
    copy: ['Rain fell on the bakery for eleven hours.', 'Nobody bought bread, and the cat slept.'],
    expected: ['cut', 'cut', 'cut', 'cut', 'cut', 'cut', 'added', 'added'],
  },
  { what: 'an empty copy', copy: [], expected: whole.map(() => 'cut') },
])('$what', ({ copy, expected }) => {
  expect(kinds(copy, whole)).toEqual(expected);
});

test('no paragraph is lost', () => {
  const copy = [...story(3).slice(1, 3), ...whole.slice(0, 3).reverse(), 'A line of its own.'];
  const changes = diffParagraphs(body(copy), body(whole));
  expect(changes.flatMap((change) => ('copy' in change ? [change.copy] : []))).toEqual(copy);
  expect(changes.flatMap((change) => ('canonical' in change ? [change.canonical] : [])).sort()).toEqual([...whole].sort());
});
