/** The headline: what the page calls itself, agreed between its heading, its share title, its JSON-LD and its `<title>`. */
import type { Block } from '../page-model.ts';
import { metaOf, type PageHead } from './head.ts';
import type { JsonLdArticle } from './json-ld.ts';

export interface HeadlineSources {
  readonly head: PageHead;
  readonly jsonLd: JsonLdArticle | undefined;
  readonly blocks: readonly Block[];
  readonly siteNames: readonly string[];
}

export interface Headline {
  readonly headline: string;
  /** Index of the block that shows it. */
  readonly block: number | undefined;
}

const ASCII = /^[ -~\s]*$/;

/** Letters and digits only, in lower case. Plain ASCII, most of what there is, goes a shorter way to the same. */
export const wordKey = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');

const isAscii = (code: number): boolean => code < 0x80;

/** Whether a text has this word key. Most texts do not, and most of those show it in their first letter. */
export function hasWordKey(text: string, key: string): boolean {
  const first = text.charCodeAt(0);
  // a letter that a combining mark may follow is left to the whole key
  if (isAscii(first) && isAscii(text.charCodeAt(1)) && /[A-Za-z0-9]/.test(text[0] ?? '') && text[0]?.toLowerCase() !== key[0]) return false;
  return wordKey(text) === key;
}

const TITLE_SEPARATOR = /\s+[|–—·•»›:/-]+\s+|\s*[|»]\s*/gu;

/** Cuts the site's name from a title: "Headline | The Courier" to "Headline". Only a part that is the site's name goes, or the short end of a bar. */
export function stripSiteName(title: string, siteNames: readonly string[]): string {
  const keys = siteNames.map(wordKey).filter((key) => key.length > 2);
  let rest = title.trim();
  for (let round = 0; round < 3; round++) {
    const separators = [...rest.matchAll(TITLE_SEPARATOR)];
    const last = separators.at(-1);
    const first = separators[0];
    if (last === undefined || first === undefined) break;
    const tail = wordKey(rest.slice(last.index + last[0].length));
    const lead = wordKey(rest.slice(0, first.index));
    if (keys.some((key) => tail === key || (tail.length > 3 && (key.includes(tail) || tail.includes(key)))))
      rest = rest.slice(0, last.index).trim();
    else if (keys.includes(lead)) rest = rest.slice(first.index + first[0].length).trim();
    else break;
  }
  return rest === '' ? title.trim() : rest;
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the words of `a` that `b` has too, by their own multiset. */
function overlap(a: string, b: string): number {
  const left = words(a);
  const right = new Set(words(b));
  return left.length === 0 ? 0 : left.filter((word) => right.has(word)).length / left.length;
}

const isVisible = (block: Block): boolean => block.scope.pruned === undefined;

export function readHeadline({ head, jsonLd, blocks, siteNames }: HeadlineSources): Headline {
  const clean = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : stripSiteName(text, siteNames) || undefined;
  const share = clean(metaOf(head, 'og:title', 'twitter:title', 'dc.title', 'citation_title', 'parsely-title', 'sailthru.title'));
  const title = clean(head.title === '' ? undefined : head.title);
  const structured = clean(jsonLd?.headline);
  const known = [share, structured, title].filter((text) => text !== undefined);
  const headings = blocks.filter((block) => isVisible(block) && block.tag === 'h1' && block.words > 0);
  const score = (block: Block): number => Math.max(0, ...known.map((text) => (overlap(block.text, text) + overlap(text, block.text)) / 2));
  const ranked = headings
    .map((block) => ({ block, score: score(block) }))
    .sort((a, b) => b.score - a.score || b.block.words - a.block.words);
  const best = ranked[0];
  if (
    best !== undefined &&
    (best.score >= 0.5 || (known.length === 0 && best.block.words >= 2) || (headings.length === 1 && best.block.words >= 4))
  )
    return { headline: best.block.text.replace(/\s+/gu, ' '), block: best.block.index };
  const other = blocks.find(
    (block) =>
      isVisible(block) &&
      /^h[2-4]$|^div$|^p$|^span$/u.test(block.tag) &&
      block.words >= 3 &&
      block.words <= 40 &&
      known.some((text) => wordKey(text) === wordKey(block.text)),
  );
  const headline = share ?? structured ?? title ?? best?.block.text ?? '';
  return { headline: other?.text.replace(/\s+/gu, ' ') ?? headline, block: other?.index ?? best?.block.index };
}
