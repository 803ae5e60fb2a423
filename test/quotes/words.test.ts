/** The stage holds no word of a language: what it compares text with comes from src/languages. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../src/quotes/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, code: readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') }));

/** Regular expressions with two letters in a row that are no escape, property or flag. */
function wordPatterns(code: string): string[] {
  return [...code.matchAll(/(?<=[=(,:!&|?]\s*)\/(?![/*\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g)]
    .map(([pattern]) => pattern)
    .filter((pattern) => {
      const bare = pattern
        .replace(/\/[a-z]*$/, '')
        .replaceAll(/\\[pP]\{[^}]*\}|\\u\{?[\dA-Fa-f]+\}?|\\./g, '')
        .replaceAll(/\[[^\]]*\]/g, '');
      return /\p{L}{2}/u.test(bare);
    });
}

/** Rule names of evidence that the code asks about, and numerals: names of ours, no words of a language. */
const OURS = /(?:after|before|trailing)|ivx/;

test('the check finds words', () => {
  expect(wordPatterns('x = /^(?:said|told)$/.test(word);')).toHaveLength(1);
  expect(wordPatterns(String.raw`x = /^\p{Lu}[a-z]+$/u.test(word);`)).toEqual([]);
});

test.each(sources)('$name has no pattern with words', ({ code }) => {
  expect(wordPatterns(code).filter((pattern) => !OURS.test(pattern) && !pattern.includes(': '))).toEqual([]);
});

test.each(sources)('$name compares no token, word or lemma with a word', ({ code }) => {
  expect(code.match(/(?:\.lower|\.text|\bword|\blemma)\s*[!=]==\s*'\p{L}[^']*'/gu) ?? []).toEqual([]);
  expect(code.match(/(?<!\bforms)\.(?:endsWith|startsWith|includes)\('\p{L}{2,}'\)/gu) ?? []).toEqual([]);
});

test.each(sources)('$name has no list of words', ({ code }) => {
  expect(code.match(/new (?:Set|Map)\(\s*[[`']\s*\[?['`]?\p{Ll}/gu) ?? []).toEqual([]);
  expect(code.match(/[`']\p{Ll}+ \p{Ll}+ \p{Ll}[^`']*[`']\s*\.split/gu) ?? []).toEqual([]);
});
