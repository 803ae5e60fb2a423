/** Each language by the conformance suite; and the list of them. */
import { expect, test } from 'vitest';
import { addLanguage, allLanguages, fromLanguages, languageOf } from '../../src/languages/languages.ts';
import { languageConformance } from '../conformance/language.ts';

for (const language of allLanguages()) languageConformance(language);

test('codes and names are unique, and a region does not matter', () => {
  const codes = allLanguages().map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(languageOf('de-AT')?.name).toBe('German');
  expect(languageOf('xx')).toBeUndefined();
});

test('a table is derived once, and anew after a language was added or replaced', () => {
  let made = 0;
  const names = fromLanguages((languages) => {
    made += 1;
    return languages.map(({ name }) => name);
  });
  expect(names()).toBe(names());
  expect(made).toBe(1);
  addLanguage({ code: 'eo', name: 'Esperanto' });
  expect(names()).toContain('Esperanto');
  addLanguage({ code: 'eo', name: 'Esperanto anew' });
  expect(names().filter((name) => name.startsWith('Esperanto'))).toEqual(['Esperanto anew']);
  expect(made).toBe(3);
});
