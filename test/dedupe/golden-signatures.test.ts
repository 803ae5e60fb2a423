/**
 * Signatures are stored and compared for years: the same text must give the same numbers after every rewrite of the scanner.
 * `golden-signatures.json` holds a digest a text, taken from the scanner of version 1. A change here makes stored signatures useless.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signArticle } from '../../src/dedupe/sign.ts';
import { oddTexts } from './odd-texts.ts';

const golden = JSON.parse(readFileSync(new URL('golden-signatures.json', import.meta.url), 'utf8')) as Record<string, string>;

const digestOf = (paragraphs: readonly string[], leftOut: 'furniture and loose lines' | 'nothing'): string => {
  const spans: [number, number][] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    spans.push([at, at + paragraph.length]);
    at += paragraph.length + 2;
  }
  const signature = signArticle({ headline: '', body: { text: paragraphs.join('\n\n'), paragraphs: spans } }, leftOut);
  return createHash('sha256').update(JSON.stringify(signature)).digest('hex').slice(0, 16);
};

test('signatures of odd texts are what they were', () => {
  const found: Record<string, string> = {};
  for (const [name, paragraphs] of oddTexts()) {
    found[name] = digestOf(paragraphs, 'furniture and loose lines');
    found[`${name}, all lines`] = digestOf(paragraphs, 'nothing');
  }
  expect(Object.keys(found).length).toBeGreaterThan(800);
  expect(found).toEqual(golden);
});
