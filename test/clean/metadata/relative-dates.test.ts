import { describe, expect, test } from 'vitest';
import { findRelativeDates } from '../../../src/clean/metadata/relative-dates.ts';
import { cpuTime } from '../../cpu-time.ts';

const RETRIEVED = '2025-12-29T14:20:45+01:00';
const read = (text: string, retrievedAt = RETRIEVED): unknown[] =>
  findRelativeDates(text, retrievedAt).map(({ date, label }) => [date.value, date.precision, label]);

describe('hours and days are known to the day, minutes to the minute, a named day with a clock as written', () => {
  test.each([
    ['3 hours ago', '2025-12-29', 'day', undefined],
    ['an hour ago', '2025-12-29', 'day', undefined],
    ['15h ago', '2025-12-28', 'day', undefined],
    ['Published 2 days ago', '2025-12-27', 'day', 'published'],
    ['Updated 20 minutes ago', '2025-12-29T14:00+01:00', 'minute', 'modified'],
    ['yesterday at 10:15', '2025-12-28T10:15', 'minute', undefined],
    ['Today, 1:15 pm', '2025-12-29T13:15', 'minute', undefined],
    ['yesterday 12:05 a.m. GMT', '2025-12-28T00:05Z', 'minute', undefined],
    ['Yesterday', '2025-12-28', 'day', undefined],
    ['Published today', '2025-12-29', 'day', 'published'],
    ['Just now', '2025-12-29', 'day', undefined],
    ['2 weeks ago', '2025-12', 'month', undefined],
    ['By Jane Doe 3 hours ago', '2025-12-29', 'day', undefined],
    ['3 hours ago • 4 min read', '2025-12-29', 'day', undefined],
    ['Published 2 days ago in World', '2025-12-27', 'day', 'published'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test.each([
    ['vor 3 Tagen', '2025-12-26'],
    ['Aktualisiert vor einer Stunde', '2025-12-29'],
    ['gestern, 18.05 Uhr', '2025-12-28T18:05'],
    ['il y a 2 jours', '2025-12-27'],
    ['Publié hier à 10h15', '2025-12-28T10:15'],
    ['hace 5 días', '2025-12-24'],
    ['há 2 dias', '2025-12-27'],
    ['2 dias atrás', '2025-12-27'],
    ['2 giorni fa', '2025-12-27'],
    ['un’ora fa', '2025-12-29'],
    ['2 dagen geleden', '2025-12-27'],
    ['för 2 dagar sedan', '2025-12-27'],
    ['for 2 dager siden', '2025-12-27'],
    ['2 dage siden', '2025-12-27'],
    ['2 päivää sitten', '2025-12-27'],
    ['2 dni temu', '2025-12-27'],
    ['před 2 dny', '2025-12-27'],
    ['2 дня назад', '2025-12-27'],
    ['2 дні тому', '2025-12-27'],
    ['acum 2 zile', '2025-12-27'],
    ['πριν από 2 ημέρες', '2025-12-27'],
    ['2 gün önce', '2025-12-27'],
    ['2 nappal ezelőtt', '2025-12-27'],
    ['2日前', '2025-12-27'],
    ['2天前', '2025-12-27'],
    ['2일 전', '2025-12-27'],
  ])('%s', (text, value) => {
    expect(findRelativeDates(text, RETRIEVED).map(({ date }) => date.value)).toEqual([value]);
  });
});

test('publication and update in one line, glued or not', () => {
  expect(read('Published 2 days ago | Updated 3 hours ago')).toEqual(read('Published 2 days ago Updated 3 hours ago'));
  expect(read('Published 2 days ago | Updated 3 hours ago')).toEqual([
    ['2025-12-27', 'day', 'published'],
    ['2025-12-29', 'day', 'modified'],
  ]);
});

test.each([
  'He left 3 hours ago.',
  'The council met 2 days ago',
  'Yesterday the army withdrew',
  'The army withdrew yesterday at 10:15',
  'Today',
  'Hier',
  '1 hour 20 minutes ago',
  '3 hours',
  '4 min read',
  'vor 3 Jahren',
  '2 months ago',
  '1 week ago we told you',
  'Yesterday at 27:15',
])('"%s" is no stamp', (text) => {
  // the week before would lie in two months, too
  expect(findRelativeDates(text, '2026-01-03T14:20:45Z')).toEqual([]);
});

test('a week that lies in two months is no month', () => {
  expect(read('1 week ago', '2025-12-29T14:20:45Z')).toEqual([['2025-12', 'month', undefined]]);
  expect(read('1 week ago', '2025-12-10T14:20:45Z')).toEqual([]);
});

test('the day is that of the zone in which the page was fetched', () => {
  expect(read('3 hours ago', '2025-12-29T01:30:00+01:00')).toEqual([['2025-12-28', 'day', undefined]]);
  expect(read('3 hours ago', '2025-12-29T04:30:00Z')).toEqual([['2025-12-29', 'day', undefined]]);
  expect(read('Yesterday', '2025-12-29T00:30:00+05:30')).toEqual([['2025-12-28', 'day', undefined]]);
  expect(read('Yesterday', '2025-03-01T23:30:00-05:00')).toEqual([['2025-02-28', 'day', undefined]]);
});

test.each(['', 'soon', '2025-12-29', '2025-12-29T14:20:45'])('"%s" is no moment to count from', (retrievedAt) => {
  expect(findRelativeDates('3 hours ago', retrievedAt)).toEqual([]);
});

test('the span slices to the words', () => {
  const text = 'By Jane Doe\u00a0| Updated\u00a03 hours ago in World';
  expect(findRelativeDates(text, RETRIEVED).map(({ span }) => text.slice(...span))).toEqual(['3 hours ago']);
});

test('long lines are no stamps and cost nothing', () => {
  const long = '3 hours ago '.repeat(200_000);
  const start = cpuTime();
  expect(findRelativeDates(long, RETRIEVED)).toEqual([]);
  expect(cpuTime() - start).toBeLessThan(50);
});
