/** Cleaning: raw page (HTML or text dump) to headline, metadata and paragraphs, with every removed block accounted for. */
import { countWords, type ArticleInput, type CleanArticle, type Credit, type Span } from '../article.ts';
import type { BlockDecision } from './decision.ts';
import { cleanDump, explainDump } from './dump/dump.ts';
import { cleanHtml, explainHtml } from './html/html.ts';
import type { DomName } from './html/readable.ts';
import { findCredits, isAuthorCredit } from './metadata/credits.ts';

export const CLEAN_VERSION = '3';

export interface CleanOptions {
  /** The DOM that Readability runs on for HTML; `light` by default, with jsdom as a second try. */
  readonly dom?: DomName | undefined;
}

export function cleanArticle(input: ArticleInput, { dom }: CleanOptions = {}): CleanArticle {
  const article = input.html === undefined ? cleanDump(input) : cleanHtml(input, dom);
  const credits = findCredits({
    paragraphs: article.body.paragraphs.map(([start, end]) => article.body.text.slice(start, end)),
    removed: article.removed.map(({ text }) => text),
  });
  return credits.length === 0 ? article : { ...article, byline: article.byline ?? bylineOf(credits), credits };
}

/** Agencies put no byline over a story; a credit under it may name the author. */
function bylineOf(credits: readonly Credit[]): CleanArticle['byline'] {
  const credit = credits.find(isAuthorCredit);
  return credit && { text: credit.text, authors: credit.names };
}

/** Every block of the page in order, kept or removed, with rule, reason and score. */
export function explainClean(input: ArticleInput, { dom }: CleanOptions = {}): BlockDecision[] {
  return input.html === undefined ? explainDump(input) : explainHtml(input, dom);
}

/** For text that is already clean: body.text equals the input exactly, paragraphs are its non-empty lines. */
export function takeAsClean(input: ArticleInput): CleanArticle {
  const text = input.text ?? input.html ?? '';
  const paragraphs: Span[] = [];
  for (const line of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const start = line.index + (line[0].length - line[0].trimStart().length);
    paragraphs.push([start, start + line[0].trim().length]);
  }
  return {
    kind: 'article',
    headline: '',
    language: { code: 'und', confidence: 0 },
    body: { text, paragraphs, html: '', words: countWords(text) },
    removed: [],
    notes: [],
  };
}
