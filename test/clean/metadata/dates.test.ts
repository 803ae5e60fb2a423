import { describe, expect, test } from 'vitest';
import { dayOf, findDate, findDates, parseMachineDate, parseMonth, parseUrlDate } from '../../../src/clean/metadata/dates.ts';
import { cpuTime } from '../../cpu-time.ts';

describe('machine forms keep precision and zone', () => {
  test.each([
    ['2025-12-29', '2025-12-29', 'day'],
    ['2025-12', '2025-12', 'month'],
    ['2025-12-29T14:05:00Z', '2025-12-29T14:05:00Z', 'second'],
    ['2025-12-29T14:05:00.123+0000', '2025-12-29T14:05:00+00:00', 'second'],
    ['2025-12-29T14:05-05:00', '2025-12-29T14:05-05:00', 'minute'],
    ['2025-12-29 00:00:00', '2025-12-29', 'day'],
    ['20251229T140500Z', '2025-12-29T14:05:00Z', 'second'],
    ['Mon, 29 Dec 2025 14:05:00 GMT', '2025-12-29T14:05:00Z', 'second'],
    ['1703930000', '2023-12-30T09:53:20Z', 'second'],
    ['1703930000000', '2023-12-30T09:53:20Z', 'second'],
    ['Mon Dec 29 14:05:00 GMT 2025', '2025-12-29T14:05:00Z', 'second'],
    ['02-12-2025', '2025-12-02', 'day'],
    ['29.12.2025 14:05', '2025-12-29T14:05', 'minute'],
    ['12-29-2025', '2025-12-29', 'day'],
  ])('%s', (text, value, precision) => {
    expect(parseMachineDate(text, 'meta')).toEqual({ value, precision, from: 'meta' });
  });

  test.each(['', 'yesterday', '2025-13-01', '2025-02-30', '20259999', 'December 29, 2025', '02/12/2025', '32-13-2025', '42'])(
    '"%s" is none',
    (text) => {
      expect(parseMachineDate(text, 'meta')).toBeUndefined();
    },
  );
});

describe('dates for people', () => {
  test.each([
    ['December 29, 2025', '2025-12-29'],
    ['Dec. 29, 2025 at 5:30 am ET', '2025-12-29T05:30-05:00'],
    ['Published 12:45 PM EST, Mon December 29, 2025', '2025-12-29T12:45-05:00'],
    ['29 December 2025, 14:05 GMT', '2025-12-29T14:05Z'],
    ['29.12.2025, 14:05 Uhr', '2025-12-29T14:05'],
    ['Am 29. Dezember 2025', '2025-12-29'],
    ['Le 29 décembre 2025 à 14h05', '2025-12-29T14:05'],
    ['29 de diciembre de 2025', '2025-12-29'],
    ['29 декабря 2025', '2025-12-29'],
    ['2025年12月29日', '2025-12-29'],
  ])('%s', (text, value) => {
    expect(findDate(text)?.date.value).toBe(value);
  });

  test('the span slices to the words of the date', () => {
    const text = 'Posted on December 29, 2025 by Jane';
    const found = findDate(text);
    expect(text.slice(...(found?.span ?? [0, 0]))).toBe('December 29, 2025');
    expect(found?.label).toBe('published');
  });

  test('an update does not stand for the publication', () => {
    const found = findDates('Updated Dec. 30, 2025 | Published Dec. 29, 2025');
    expect(found.map(({ label, date }) => [label, dayOf(date)])).toEqual([
      ['modified', '2025-12-30'],
      ['published', '2025-12-29'],
    ]);
    expect(findDate('Updated Dec. 30, 2025 | Published Dec. 29, 2025')?.date.value).toBe('2025-12-29');
  });

  test('a label may stand behind the date', () => {
    expect(findDates('3 Sept 2024 | Originally published')[0]?.label).toBe('published');
    expect(findDates('3 Sept 2024 by publishers')[0]?.label).toBeUndefined();
  });

  test.each([
    ['Published on 01/25/26', 'en-US', '2026-01-25'],
    ['Published 25/01/26', 'en-GB', '2026-01-25'],
    ['Veröffentlicht am 25.01.26', 'de', '2026-01-25'],
    ['It was 01/25/26 to them', 'en-US', undefined],
    ['Published in version 1/25/26/3', 'en-US', undefined],
  ])('two digits are a year behind a label only: %s', (text, language, value) => {
    expect(findDates(text, { language })[0]?.date.value).toBe(value);
  });

  test.each(['the class of 2025', 'In 2024 and May 2025', 'yesterday at noon', 'room 2025-9999', ''])('"%s" names no day', (text) => {
    expect(findDate(text)).toBeUndefined();
  });

  test('the order of day and month follows the language', () => {
    expect(findDate('03/04/2025', { language: 'en-US' })?.date.value).toBe('2025-03-04');
    expect(findDate('03/04/2025', { language: 'en-GB' })?.date.value).toBe('2025-04-03');
    expect(findDate('03/04/2025', { language: 'fr' })?.date.value).toBe('2025-04-03');
  });
});

test.each([
  ['November 2003', undefined, '2003-11'],
  ['Sept. 2003', 'en-US', '2003-09'],
  ['novembre 2003', 'fr', '2003-11'],
  ['Marching 2003', 'en', undefined],
  ['November 20, 2003', 'en', undefined],
  ['Room 2003', 'x'.repeat(9), undefined],
])('a month and a year: %s (%s)', (text, language, value) => {
  expect(parseMonth(text, language, 'text')?.value).toBe(value);
});

describe('dates in addresses', () => {
  test.each([
    ['https://example.org/2025/12/29/slug', '2025-12-29'],
    ['https://example.org/2025/12/slug', '2025-12'],
    ['https://example.org/a-20251229', '2025-12-29'],
    ['https://example.org/2025-12-29-slug', '2025-12-29'],
    ['https://example.org/2025/dec/29/slug', '2025-12-29'],
    ['https://example.org/id/20259999', undefined],
    ['https://example.org/?d=2025-12-29', undefined],
  ])('%s', (url, value) => {
    expect(parseUrlDate(url)?.value).toBe(value);
  });
});

test('time is linear in hostile text', () => {
  const start = cpuTime();
  for (const text of [' 2025 '.repeat(50_000), '1/'.repeat(50_000) + '2025', 'Dec '.repeat(50_000) + '2025']) findDates(text);
  expect(cpuTime() - start).toBeLessThan(1500);
});
