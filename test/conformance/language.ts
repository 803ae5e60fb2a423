/** What every language gives: parts of the right form, so that a stage can put them into its tables as they are. */
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/languages/language.ts';

type Place = readonly [path: string, value: string];

/** Every string of a part, with its place: "dates.months.3.1". Regular expressions count by their source. */
function* stringsOf(value: unknown, path: string): Generator<Place> {
  if (typeof value === 'string') yield [path, value];
  else if (value instanceof RegExp) yield [path, value.source];
  else if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* stringsOf(each, `${path}.${index}`);
  else if (value !== null && typeof value === 'object')
    for (const [name, each] of Object.entries(value)) yield* stringsOf(each, `${path}.${name}`);
}

/** The numbered groups of a pattern: they would move the groups of the pattern that it is put into. Named ones are read by their names. */
const numberedGroups = (pattern: string): number =>
  (new RegExp(`${pattern.replaceAll(/\(\?<[a-z]+>/gi, '(?:')}|`, 'u').exec('')?.length ?? 1) - 1;

export function languageConformance(language: Language): void {
  describe(`language: ${language.code}`, () => {
    test('it has a code of ISO 639 and an English name', () => {
      expect(language.code).toMatch(/^[a-z]{2,3}$/);
      expect(language.name).toMatch(/^\p{Lu}[\p{L} -]+$/u);
    });

    test('its words are in normal form, without empty entries', () => {
      const wrong = [...stringsOf(language, '')].filter(
        ([, text]) => text.trim() === '' || text !== text.normalize('NFC') || /[\u00ad\u200b\u202a-\u202e\ufeff]/.test(text),
      );
      expect(wrong).toEqual([]);
    });

    test('twelve months and seven weekdays, lower case, the full name first, no form twice', () => {
      if (language.dates === undefined) return;
      const { months, weekdays } = language.dates;
      expect([months.length, weekdays.length]).toEqual([12, 7]);
      for (const forms of [...months, ...weekdays]) {
        expect(forms.length).toBeGreaterThan(0);
        expect(new Set(forms).size).toBe(forms.length);
        for (const form of forms) expect(form).toBe(form.toLocaleLowerCase(language.code));
      }
    });

    test('its patterns compile and have no numbered groups', () => {
      const { dates, bylines, sections } = language;
      const pieces = [
        ...stringsOf(dates?.relative, 'dates.relative'),
        ...stringsOf(dates?.labels, 'dates.labels'),
        ...stringsOf(bylines, 'bylines'),
        ...stringsOf(sections, 'sections'),
      ].filter(([, pattern]) => /[[(|?\\]/.test(pattern));
      const capturing = pieces.filter(([, pattern]) => numberedGroups(pattern) > 0);
      expect(capturing).toEqual([]);
    });

    test('its function words are lower case, each once', () => {
      const words = language.functionWords?.split(' ') ?? [];
      expect(words.filter((word) => word === '' || word !== word.toLocaleLowerCase(language.code))).toEqual([]);
      expect(words.length).toBe(new Set(words).size);
    });
  });
}
