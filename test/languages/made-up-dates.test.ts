/** A language that Copydesk does not know, added through the public seam: its words of dates, bylines and sections are read. */
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanArticle } from '../../src/clean/clean.ts';
import { parseByline } from '../../src/clean/metadata/byline.ts';
import { parseCredits } from '../../src/clean/metadata/credits.ts';
import { findDates } from '../../src/clean/metadata/dates.ts';
import { findRelativeDates } from '../../src/clean/metadata/relative-dates.ts';
import type { Language } from '../../src/languages/language.ts';
import { addLanguage, allLanguages } from '../../src/languages/languages.ts';

const made: Language = {
  code: 'xx',
  name: 'Made up',
  dates: {
    isReadByTable: true,
    months: ['unua', 'duzo', 'trizo', 'kvarzo', 'kvinzo', 'seszo', 'sepzo', 'okzo', 'nauzo', 'dekzo', 'dekunzo', 'dekduzo'].map((name) => [
      name,
    ]),
    weekdays: ['lunzo', 'marzo', 'merzo', 'jauzo', 'venzo', 'sabzo', 'dimzo'].map((name) => [name]),
    relative: {
      past: [{ before: 'antau', minute: 'minutoj', hour: 'horoj', day: 'tagoj', week: 'semajnoj' }],
      yesterday: 'hierau',
      at: 'je',
    },
    labels: { published: 'publikigita', modified: 'gisdatigita', preposition: 'lau' },
  },
  bylines: {
    by: 'verkis',
    and: 'kaj',
    roles: 'redaktisto',
    credits: {
      signs: 'raportis',
      labelled: '(?<extra>plue )?(?<work>raportis):?',
      cutBefore: 'raportis:',
      reportedFrom: String.raw`raportis el \p{Lu}\p{L}+`,
      contributed: 'helpis pri tio',
      employed: 'verkistoj',
      inPlace: 'en',
      afterPlace: 'kaj',
      honorifics: 'Sro',
      smallWords: 'pri',
      editing: 'redakt',
      reporting: 'raport',
      asByline: 'raportis',
    },
  },
  sections: { label: 'rubriko-de' },
};

const RETRIEVED = '2025-12-29T14:20:45Z';
const DATE = '29 dekduzo 2025';

test('before it is added, none of it is read', () => {
  expect(findDates(`Publikigita ${DATE}`)).toEqual([]);
  expect(findRelativeDates('antau 3 tagoj', RETRIEVED)).toEqual([]);
  expect(parseByline('Verkis Jana Muster kaj Ivo Beispiel')).toBeUndefined();
});

describe('once it is added', () => {
  beforeAll(() => addLanguage(made));

  test.each([
    [DATE, undefined],
    [`Publikigita: ${DATE}`, 'published'],
    [`Gisdatigita lau ${DATE}`, 'modified'],
    ['dekduzo 29, 2025', undefined],
    ['2025. dekduzo 29', undefined],
  ])('its months are read in a date line: %s', (text, label) => {
    expect(findDates(text).map(({ date, label: found }) => [date.value, date.precision, found])).toEqual([['2025-12-29', 'day', label]]);
  });

  test('a word that only begins like its month is none', () => {
    expect(findDates('29 dekduzoj 2025')).toEqual([]);
  });

  test('its relative dates and their labels are read', () => {
    const [found] = findRelativeDates('Gisdatigita: antau 3 tagoj', RETRIEVED);
    expect([found?.date.value, found?.label]).toEqual(['2025-12-26', 'modified']);
    expect(findRelativeDates('hierau je 10:15', RETRIEVED)[0]?.date.value).toBe('2025-12-28T10:15');
  });

  test('its byline words are read, and a role is no name', () => {
    expect(parseByline('Verkis Jana Muster kaj Ivo Beispiel')?.authors).toEqual(['Jana Muster', 'Ivo Beispiel']);
    expect(parseByline(`Verkis Jana Muster, redaktisto | ${DATE}`)?.authors).toEqual(['Jana Muster']);
    expect(parseByline('Verkista ligo venkis hierau')).toBeUndefined();
  });

  test('its credit phrases are read', () => {
    expect(parseCredits('Raportis: Jana Muster')).toEqual([{ role: 'reporting', names: ['Jana Muster'], text: 'Raportis: Jana Muster' }]);
  });

  test('and all of it in a dump', () => {
    const story = 'The harbour council voted on Tuesday to buy two electric ferries, ending a long dispute over the line across the fjord.';
    const text = [
      'Council buys two electric ferries',
      'Rubriko-de: Havenoj',
      'Verkis Jana Muster',
      `Publikigita ${DATE}`,
      story,
      story,
      story,
    ].join('\n\n');
    const { byline, publishedAt, section } = cleanArticle({ text });
    expect([byline?.authors, publishedAt?.value, section]).toEqual([['Jana Muster'], '2025-12-29', 'Havenoj']);
  });

  test('English reads as before', () => {
    expect(parseByline('By Jane Doe and John Roe, Reuters')?.authors).toEqual(['Jane Doe', 'John Roe']);
    expect(findDates('Updated: 29 December 2025')[0]?.label).toBe('modified');
  });
});

describe('the date words of every language', () => {
  test.each(allLanguages().flatMap(({ code, dates }) => (dates === undefined ? [] : [[code, dates] as const])))('%s', (_code, dates) => {
    expect([dates.months.length, dates.weekdays.length]).toEqual([12, 7]);
    for (const names of [...dates.months, ...dates.weekdays]) {
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(name).toBe(name.toLowerCase().normalize('NFC').replace(/\.$/u, ''));
    }
  });
});
