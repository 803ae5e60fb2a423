/** Families of furniture: each language's alternatives recognise their lines, and a language that is added is read through the public seam. */
import { describe, expect, test } from 'vitest';
import { FURNITURE } from '../../../src/clean/furniture/families.ts';
import { matchFurniture } from '../../../src/clean/furniture/match.ts';
import { requiredText, foldCase } from '../../../src/clean/furniture/required-text.ts';
import { addLanguage, allLanguages } from '../../../src/languages/languages.ts';

const count = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;

describe.each(FURNITURE)('$rule', ({ stays }) => {
  test.each([...stays])('stays: %s', (line) => {
    expect(matchFurniture(line, count(line))?.anywhere ?? false).toBe(false);
  });
});

describe.each(
  allLanguages().flatMap(({ code, furniture = {} }) => Object.entries(furniture).map(([rule, { goes }]) => ({ code, rule, goes }))),
)('$code $rule', ({ goes }) => {
  test('has lines that go', () => {
    expect(goes.length).toBeGreaterThan(0);
    for (const line of goes) expect([line, matchFurniture(line, count(line)) !== undefined]).toEqual([line, true]);
  });
});

test('required texts are in every match', () => {
  expect(requiredText('newsletters?')).toEqual(['newsletter']);
  expect(requiredText('a*')).toBeUndefined();
  expect(requiredText(String.raw`\bfoo.{0,3}(?:barn|bazz)\b`)).toBeDefined();
  expect(foldCase('ΣΑΣ')).toBe('σασ');
});

test('letters that match without regard to case fold to the same', () => {
  for (let code = 0; code < 0x10000; code++) {
    const letter = String.fromCharCode(code);
    for (const other of [letter.toLowerCase(), letter.toUpperCase(), letter.toUpperCase().toLowerCase()]) {
      if (other.length !== 1 || other === letter || !new RegExp(`^\\u{${code.toString(16)}}$`, 'iu').test(other)) continue;
      expect([letter, foldCase(letter)]).toEqual([letter, foldCase(other)]);
    }
  }
});

test('a language that is added is read', () => {
  addLanguage({ code: 'tlh', name: 'Made up', furniture: { 'read-more': { whole: ['qorvath brenna'], goes: ['Qorvath brenna'] } } });
  expect(matchFurniture('— Qorvath brenna —', 2)?.rule).toBe('read-more');
});
