import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../src/index.ts';
import { withoutInvisible } from '../../src/text/invisible.ts';

test.each([
  ['soft hyphens', 'Do\u00adnau\u00addampf\u00adschiff', 'Donaudampfschiff'],
  ['zero-width spaces between Latin letters', 'Pu\u200btin', 'Putin'],
  ['word joiners and byte order marks', '\ufeff10\u206010\ufeff', '1010'],
  ['joiners between Latin letters', 'na\u200cme\u200d', 'name'],
  ['embeddings, overrides and isolates', 'a \u202ecod.exe\u202c \u2066b\u2069', 'a cod.exe b'],
  ['overrides also beside Arabic letters', 'قال \u202eabc\u202c', 'قال abc'],
  ['direction marks in a text from left to right', 'Ann\u200e Lee\u200f', 'Ann Lee'],
  ['a joiner after a picture', '🚒\u200d fire', '🚒 fire'],
])('go: %s', (_what, text, expected) => {
  expect(withoutInvisible(text)).toBe(expected);
});

test.each([
  ['Persian', 'می\u200cخواهم'],
  ['Hindi with a joiner', 'क्\u200dष'],
  ['Bengali with a non-joiner', 'র\u200c্যাব'],
  ['Sinhala', 'ශ්\u200dරී'],
  ['one picture of several', 'a 👩\u200d🚒 and a 👩🏽\u200d🚒 and a ❤️\u200d🔥'],
  ['Khmer words', 'ភាសា\u200bខ្មែរ'],
  ['direction marks beside Hebrew', 'שלום\u200f (BBC)\u200e'],
  ['the Arabic letter mark', 'عدد \u061c12'],
  ['plain text', 'Ann Lee said “no” – twice…'],
])('stay: %s', (_what, text) => {
  expect(withoutInvisible(text)).toBe(text);
});

test('a direction mark in a piece of a block is judged by the block', () => {
  expect(withoutInvisible('BBC\u200f', 'שלום BBC\u200f')).toBe('BBC\u200f');
});

const bare = (value: string): string => value.replaceAll(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g, '');

test('nothing but invisible characters goes, and a second time changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const once = withoutInvisible(text);
      expect(bare(once)).toBe(bare(text));
      expect(once.length).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

const SENTENCES = [
  'The har\u00adbour of Ost\u200bwick stays closed until spring, Mayor Alma Re\u200cyes told a packed hall on Tuesday evening.',
  'She said that the \u202ebridge\u202c had been un\u2060safe for years and that nobody in the council had wanted to hear of it.',
  'Work begins before the first snow; guards will keep people away, and the school\ufeff was promised a lesson about the quay.',
];
const VISIBLE = SENTENCES.map((sentence) => sentence.replaceAll(/[\u00ad\u200b\u200c\u202a-\u202e\u2060\ufeff]/g, ''));

test('records of HTML hold none, in any field', () => {
  const html = `<html><head><title>Har&shy;bour closed</title><meta name="author" content="An\u200bn Lee"></head><body><article>
    <h1>Har&shy;bour of Ost&#8203;wick closed</h1><p class="byline">By An\u200bn L\u00adee</p>${SENTENCES.map((text) => `<p>${text}</p>`).join('')}
    <p>Sub\u00adscribe to our newsletter</p></article></body></html>`;
  const record = readArticle({ html });
  expect(record.body.text).toContain(VISIBLE.join('\n\n'));
  expect(record.headline).toBe('Harbour of Ostwick closed');
  expect(record.byline?.authors).toEqual(['Ann Lee']);
  expect(record.body.paragraphs.map(([start, end]) => record.body.text.slice(start, end)).join('\n\n')).toBe(record.body.text);
  expect(JSON.stringify(record)).not.toMatch(/[\u00ad\u200b\u200c\u202a-\u202e\u2060\ufeff]/);
});

test('records of text hold none; the raw places of removed lines count them', () => {
  const raw = `Har\u00adbour closed\n\nBy An\u200bn Lee\n\n${SENTENCES.join('\n\n')}\n\n\u202aSub\u00adscribe to our news\u200bletter\u202c\n`;
  const record = readArticle({ text: raw });
  expect(record.body.text).toBe(VISIBLE.join('\n\n'));
  expect(JSON.stringify(record)).not.toMatch(/[\u00ad\u200b\u200c\u202a-\u202e\u2060\ufeff]/);
  const removed = record.removed.find(({ text }) => text === 'Subscribe to our newsletter');
  expect(raw.slice(...(removed?.rawSpan ?? [0, 0]))).toBe('\u202aSub\u00adscribe to our news\u200bletter\u202c');
});

test('a text that is taken as clean stays as it is', () => {
  const text = SENTENCES.join('\n\n');
  expect(readArticle({ text }, { clean: 'none' }).body.text).toBe(text);
});
