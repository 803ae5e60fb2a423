/** Metadata of an HTML page: each field from the best source that has it, checked against what a reader sees. */
import type { ArticleDate, Byline, Note } from '../../article.ts';
import type { BylineWords } from '../../languages/byline-words.ts';
import type { Pattern } from '../../languages/date-words.ts';
import { fromLanguages } from '../../languages/languages.ts';
import { anyOf } from '../../languages/patterns.ts';
import type { Block } from '../page-model.ts';
import { findByline, isPersonName, parseAuthors, parseByline } from './byline.ts';
import { metaOf } from './head.ts';
import { readHeadline } from './headline.ts';
import { findPageDates } from './page-dates.ts';
import { BIO_NAME, BYLINE_NAME, namesAround, nearHeadline, partsOf, type Sources } from './stamps.ts';
import { parseUrl } from '../../text/url.ts';

export interface PageMetadata {
  readonly headline: string;
  readonly standfirst: string | undefined;
  readonly byline: Byline | undefined;
  readonly publishedAt: ArticleDate | undefined;
  readonly modifiedAt: ArticleDate | undefined;
  readonly outlet: string | undefined;
  readonly publisher: string | undefined;
  readonly canonicalUrl: string | undefined;
  readonly section: string | undefined;
  readonly image: string | undefined;
  /** As declared by the page: "en-GB". */
  readonly language: string | undefined;
  readonly notes: readonly Note[];
}

/** An absolute http(s) address, or undefined. */
export function absoluteUrl(href: string | undefined, base: string | undefined): string | undefined {
  if (href === undefined || href === '') return undefined;
  const url = parseUrl(href, base);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
}

const AUTHOR_META = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
  'article:author_name',
  'cxenseparse:author',
  'article.author',
  'article:author',
  'og:article:author',
  'twitter:data1',
];

const bylineLabels = fromLanguages((languages) => {
  const any = (pick: (words: BylineWords) => Pattern | undefined): string => anyOf(languages, ({ bylines }) => bylines && pick(bylines));
  return {
    /** A year, a reading time or a role beside a bare name says that the name is the author's. Matches "9 min read", "Tech Writer"; not "Read more". */
    besideName: new RegExp(`\\b(?:19|20)\\d\\d\\b|${any((words) => words.readingTime)}|^${any((words) => words.roleBeside)}$`, 'iu'),
    /** A label alone in its block: "Written by", "Author:". */
    labelOnly: new RegExp(`^${any(({ label }) => label)}:?$`, 'iu'),
  };
});

function visibleByline(near: readonly Block[], outlet: string | undefined, headlineBlock: number | undefined): Byline | undefined {
  const { besideName, labelOnly } = bylineLabels();
  const shown = near.filter((block) => block.words <= 40 && block.scope.pruned === undefined);
  const after = headlineBlock === undefined ? shown : shown.filter((block) => block.index > headlineBlock);
  // Below the headline first: what stands above it may belong to another story.
  for (const list of [after, shown]) {
    for (const block of list) {
      for (const line of partsOf(block)) {
        const byline = findByline(line, { outlet });
        if (byline !== undefined) return byline;
      }
      if (labelOnly.test(block.text.trim())) {
        const next = parseByline(near.find(({ index }) => index === block.index + 1)?.text ?? '', { outlet, declared: true });
        if (next !== undefined) return next;
      }
    }
  }
  for (const block of shown) {
    if (block.words > 16) continue;
    const names = namesAround(block, 2);
    if (!BYLINE_NAME.test(names) || BIO_NAME.test(names)) continue;
    const byline = parseByline(block.text, { outlet, declared: true });
    if (byline !== undefined && byline.authors.every((author) => /\s/u.test(author))) return byline;
  }
  // A name on its own just below the headline, beside a date, a reading time or a role.
  for (const [place, block] of after.slice(0, 6).entries()) {
    const beside = [after[place - 1], after[place + 1], after[place + 2]].filter((other) => other !== undefined && other.words <= 12);
    const part = partsOf(block).find((text) => isPersonName(text));
    const stamped =
      beside.some((other) => other !== undefined && besideName.test(other.text)) || (part !== block.text && besideName.test(block.text));
    if (part !== undefined && stamped && block.words <= 12) return { text: part, authors: [part] };
  }
  return undefined;
}

function findAuthors(
  { head, jsonLd, blocks }: Sources,
  near: readonly Block[],
  outlet: string | undefined,
  headlineBlock: number | undefined,
): Byline | undefined {
  const visible = visibleByline(near, outlet, headlineBlock);
  const declared = jsonLd === undefined ? [] : parseAuthors(jsonLd.authors, outlet);
  const isOutlet = (name: string): boolean =>
    outlet !== undefined && name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') === outlet.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (declared.length > 0 && !declared.every(isOutlet))
    return { text: visible?.text ?? jsonLd?.authors.join(', ') ?? '', authors: declared };
  for (const name of AUTHOR_META) {
    const values = head.meta.get(name);
    if (values === undefined || (name === 'twitter:data1' && !/\bby$|author/iu.test(metaOf(head, 'twitter:label1') ?? ''))) continue;
    const authors = parseAuthors(values, outlet);
    if (authors.length > 0 && !authors.every(isOutlet)) return { text: visible?.text ?? values.join(', '), authors };
  }
  if (visible !== undefined) return visible;
  const rel = blocks.find(
    (block) => /(?:^|\s)author(?:\s|$)/u.test(block.inlineNames) && block.words <= 8 && block.scope.pruned === undefined,
  );
  const byRel = rel === undefined ? undefined : parseByline(rel.text, { outlet, declared: true });
  if (byRel !== undefined) return byRel;
  if (declared.length > 0) return { text: jsonLd?.authors.join(', ') ?? '', authors: declared };
  // A page that names its outlet as the author: a personal site, or staff.
  const own = parseAuthors(head.meta.get('author') ?? [], outlet);
  return own.length > 0 ? { text: own.join(', '), authors: own } : undefined;
}

export function readMetadata(sources: Sources): PageMetadata & { readonly headlineBlock: number | undefined } {
  const { input, head, jsonLd, blocks } = sources;
  const base = absoluteUrl(head.base, input.url) ?? input.url ?? absoluteUrl(head.canonical, undefined);
  const siteName = metaOf(head, 'og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title');
  const outlet = input.outlet ?? siteName ?? jsonLd?.publisher;
  const { headline, block: headlineBlock } = readHeadline({
    head,
    jsonLd,
    blocks,
    siteNames: [siteName, jsonLd?.publisher, input.outlet].filter((name) => name !== undefined),
  });
  const near = nearHeadline(blocks, headlineBlock);
  const { publishedAt, modifiedAt, note } = findPageDates(sources, headlineBlock);
  const canonical = absoluteUrl(head.canonical, base) ?? absoluteUrl(metaOf(head, 'og:url'), base) ?? absoluteUrl(jsonLd?.url, base);
  return {
    headline,
    headlineBlock,
    standfirst: undefined,
    byline: findAuthors(sources, near, outlet, headlineBlock),
    publishedAt,
    modifiedAt: modifiedAt !== undefined && publishedAt !== undefined && modifiedAt.value === publishedAt.value ? undefined : modifiedAt,
    outlet,
    publisher: jsonLd?.publisher,
    canonicalUrl: canonical,
    section: metaOf(head, 'article:section', 'parsely-section', 'section') ?? jsonLd?.section,
    image: absoluteUrl(metaOf(head, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ?? jsonLd?.image, base),
    language: head.language ?? jsonLd?.language ?? metaOf(head, 'og:locale', 'language', 'content-language'),
    notes: note === undefined ? [] : [note],
  };
}
