import { array, assert, constantFrom, nat, oneof, property } from 'fast-check';
import { expect, test } from 'vitest';
import { storableText } from '../../src/content/storable.ts';
import { storableJson } from '../../src/store/storable.ts';

test.each([
  { name: 'NUL', text: 'a\0b', expected: 'a\uFFFDb' },
  { name: 'a lone high surrogate', text: 'a\ud83d', expected: 'a\uFFFD' },
  { name: 'a lone low surrogate', text: '\ude00b', expected: '\uFFFDb' },
  { name: 'a whole emoji', text: 'a😀b', expected: 'a😀b' },
  { name: 'a backslash, u and digits as written', text: String.raw`a\u0000b \ud83d`, expected: String.raw`a\u0000b \ud83d` },
])('$name', ({ text, expected }) => {
  expect(storableText(text)).toBe(expected);
  expect(storableJson({ [text]: [text, { text }] })).toEqual({ [expected]: [expected, { text: expected }] });
});

test('any string: the length stays, so no offset moves, and Postgres can hold the result', () => {
  assert(
    property(array(oneof(nat(0xffff), constantFrom(0, 0xd83d, 0xde00, 0x78)), { maxLength: 40 }), (units) => {
      const mixed = String.fromCharCode(...units);
      const stored = storableText(mixed);
      expect(stored).toHaveLength(mixed.length);
      expect(stored.isWellFormed() && !stored.includes('\0')).toBe(true);
      expect(storableText(stored)).toBe(stored);
    }),
  );
});
