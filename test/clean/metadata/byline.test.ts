import { describe, expect, test } from 'vitest';
import { findByline, isPersonName, parseAuthors, parseByline } from '../../../src/clean/metadata/byline.ts';
import { cpuTime } from '../../cpu-time.ts';

describe('a line with a lead-in', () => {
  test.each([
    ['By Jane Doe', ['Jane Doe']],
    ['BY JANE DOE', ['Jane Doe']],
    ["By CONOR O'NEILL-MCRAE", ["Conor O'Neill-McRae"]],
    ['By Jane Doe and John Roe, Reuters', ['Jane Doe', 'John Roe']],
    ['By JANE DOE Associated Press', ['Jane Doe']],
    ['By Jane Doe CNN', ['Jane Doe']],
    ['By Jane Doe (Reuters)', ['Jane Doe']],
    ['By Jane Doe, Senior Political Reporter', ['Jane Doe']],
    ['By Jane Doe, John Roe and Ann Poe | December 29, 2025', ['Jane Doe', 'John Roe', 'Ann Poe']],
    ['By Jane Doe Updated: Dec 3, 2025 3:40 p.m. ET', ['Jane Doe']],
    ['By Jane Doe in Kyiv for The Courier', ['Jane Doe']],
    ['By Jane Doe, Ph.D., and John Roe Jr.', ['Jane Doe', 'John Roe Jr.']],
    ['By José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Written by: Jane van der Doe', ['Jane van der Doe']],
    ['Von Jana Müller und Peter Groß, Berlin', ['Jana Müller', 'Peter Groß']],
    ['Par Jeanne Martin', ['Jeanne Martin']],
    ['作者：王小明', ['王小明']],
    ['By Reuters', ['Reuters']],
    ['by The Daily Courier', ['The Daily Courier']],
  ])('%s', (text, authors) => {
    expect(parseByline(text)?.authors).toEqual(authors);
  });

  test.each([
    'Jane Doe',
    'By Friday',
    'By Friday, the army had withdrawn',
    'By contrast, Ukraine kept its lines',
    'By Vladimir Putin has said',
    'By the numbers',
    'By The Numbers',
    'From Jane Doe',
    'Bystander Jane Doe',
    'https://example.org/by/jane',
    '',
  ])('"%s" is not a byline', (text) => {
    expect(parseByline(text)).toBeUndefined();
  });

  test('the text keeps its words and loses its date', () => {
    expect(parseByline('  By Jane Doe,  Reuters | December 29, 2025 ')?.text).toBe('By Jane Doe, Reuters');
  });
});

describe('an author field', () => {
  test.each([
    [['Kristen'], ['Kristen']],
    [['apblackmd'], ['apblackmd']],
    [['admin'], []],
    [['https://example.org/authors/jane'], []],
    [
      ['Jane Doe', 'By JANE DOE', 'John Roe'],
      ['Jane Doe', 'John Roe'],
    ],
    [['Mayank Gupta, CEO of Example'], ['Mayank Gupta']],
    [['Dr Ada Moor, Dr Ben Field, Eva van Vliet'], ['Ada Moor', 'Ben Field', 'Eva van Vliet']],
    [['The Courier', 'Jane Doe'], ['Jane Doe']],
    [['Courier Staff'], ['Courier Staff']],
  ])('%j', (values, authors) => {
    expect(parseAuthors(values, 'The Courier')).toEqual(authors);
  });
});

describe('a byline amid other facts', () => {
  test.each([
    ['Dec 08, 2019 by Jane Doe in Growth', ['Jane Doe']],
    ['Posted on December 18, 2025 Posted by Jane Doe 59 Comments', ['Jane Doe']],
    ['03/01/2017 by Jane Doe, Senior Editor', ['Jane Doe']],
    ['by JANE DOE on Jan 22, 2025', ['Jane Doe']],
  ])('%s', (text, authors) => {
    expect(findByline(text)?.authors).toEqual(authors);
  });

  test.each(['A play by William Shakespeare', 'The bridge was built by Ada Moor', 'Stand by Me'])('"%s" is not one', (text) => {
    expect(findByline(text)).toBeUndefined();
  });

  test.each([
    ['Jane Doe', true],
    ['Jane van der Doe', true],
    ['Share', false],
    ['Tech Writer', false],
    ['The Daily Courier', false],
    ['Read more about ferries', false],
  ])('a bare name: %s is %s', (text, isName) => {
    expect(isPersonName(text)).toBe(isName);
  });
});

test('time is linear in hostile text', () => {
  const hostile = [
    'By ' + 'A '.repeat(5000),
    'By ' + 'Jane Doe, '.repeat(2000),
    '-'.repeat(100_000),
    'Reporting by ' + 'x '.repeat(50_000),
  ];
  const start = cpuTime();
  for (const text of hostile) {
    parseByline(text);
    parseByline(text.slice(0, 240), { declared: true });
  }
  expect(cpuTime() - start).toBeLessThan(500);
});
