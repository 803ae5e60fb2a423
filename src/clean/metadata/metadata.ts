/** Metadata of an HTML page: each field from the best source that has it, checked against what a reader sees. */
import type { ArticleDate, ArticleInput, Byline } from '../../article.ts';
import type { Block } from '../html/blocks.ts';
import { findByline, isPersonName, parseAuthors, parseByline } from './byline.ts';
import { findDates, parseMachineDate, parseUrlDate, type DateOptions } from './dates.ts';
import { metaOf, type PageHead } from './head.ts';
import { readHeadline } from './headline.ts';
import type { JsonLdArticle } from './json-ld.ts';

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
}

/** An absolute http(s) address, or undefined. */
export function absoluteUrl(href: string | undefined, base: string | undefined): string | undefined {
  if (href === undefined || href === '') return undefined;
  const url = URL.parse(href, base);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
}

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'article:post_date',
  'date',
  'created',
  'datecreated',
  'release_date',
  'og:release_date',
  'ptime',
  'originalpublicationdate',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'lastmod',
  'last-modified',
  'article:updated',
  'revised',
  'article.updated',
];
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

/** Class and itemprop names of elements that hold a byline or a stamp. Matches "entry-author", "c-byline__name"; not "authority". */
const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|post-?author|article-?author|entry-?author|writer|creator|contributor)(?:$|[\s_-])/iu;
const STAMP_NAME =
  /(?:^|[\s_-])(?:date|time|timestamp|dateline|published|pubdate|datepublished|posted|publish(?:ed)?-?(?:date|time|on)|(?:post|entry|article)-?(?:date|meta|time)|meta)(?:$|[\s_-])/iu;
const BIO_NAME =
  /(?:^|[\s_-])(?:bio|about|box|profile|related|comments?|footer|sidebar|widget|recommend\w*|more|latest|popular|teaser|card)(?:$|[\s_-])/iu;

function namesAround(block: Block, levels: number): string {
  let names = block.inlineNames;
  let scope: Block['scope'] | undefined = block.scope;
  for (let level = 0; scope !== undefined && level < levels; level++, scope = scope.parent) {
    const { attribs } = scope.element;
    names += ` ${attribs['class'] ?? ''} ${attribs['id'] ?? ''} ${attribs['itemprop'] ?? ''} ${attribs['rel'] ?? ''} ${attribs['data-testid'] ?? ''}`;
  }
  return names.replace(/([a-z])([A-Z])/gu, '$1-$2');
}

interface Sources {
  readonly input: ArticleInput;
  readonly head: PageHead;
  readonly jsonLd: JsonLdArticle | undefined;
  readonly blocks: readonly Block[];
}

/** Blocks in which a byline or a stamp is looked for: around the headline and down to the first paragraphs. */
function nearHeadline(blocks: readonly Block[], headlineBlock: number | undefined): Block[] {
  const start = headlineBlock === undefined ? 0 : Math.max(0, headlineBlock - 12);
  const end = headlineBlock === undefined ? 60 : headlineBlock + 40;
  return blocks.slice(start, end);
}

/** A stamp or a role beside a bare name says that the name is the author's. Matches "9 min read", "Tech Writer"; not "Read more". */
const BESIDE_NAME =
  /\b(?:19|20)\d\d\b|\bmin(?:ute)?s?\b.{0,6}\bread|\bread(?:ing)? time\b|^(?:\p{L}+ )?(?:writer|editor|reporter|author|correspondent|contributor|journalist)$/iu;
/** A label alone in its block: "Written by", "Author:". */
const LABEL_ONLY = /^(?:(?:written|posted|words|story|article) )?(?:by|authors?):?$/iu;

/** Lines of a block, and its text nodes where inline elements stand glued together. */
function partsOf(block: Block): string[] {
  const pieces = block.pieces.length > 1 && block.pieces.length <= 12 ? block.pieces.map((piece) => piece.text.trim()) : [];
  return [...block.text.split('\n'), ...pieces];
}

function visibleByline(near: readonly Block[], outlet: string | undefined, headlineBlock: number | undefined): Byline | undefined {
  const shown = near.filter((block) => block.words <= 40 && block.scope.pruned === undefined);
  const after = headlineBlock === undefined ? shown : shown.filter((block) => block.index > headlineBlock);
  // Below the headline first: what stands above it may belong to another story.
  for (const list of [after, shown]) {
    for (const block of list) {
      for (const line of partsOf(block)) {
        const byline = findByline(line, { outlet });
        if (byline !== undefined) return byline;
      }
      if (LABEL_ONLY.test(block.text.trim())) {
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
      beside.some((other) => other !== undefined && BESIDE_NAME.test(other.text)) || (part !== block.text && BESIDE_NAME.test(block.text));
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

function machine(value: string | undefined, from: string, options: DateOptions): ArticleDate | undefined {
  if (value === undefined) return undefined;
  return parseMachineDate(value, from) ?? findDates(value.slice(0, 100), { ...options, from })[0]?.date;
}

interface Dates {
  publishedAt: ArticleDate | undefined;
  modifiedAt: ArticleDate | undefined;
}

function visibleDates(near: readonly Block[], options: DateOptions): Dates {
  const dates: Dates = { publishedAt: undefined, modifiedAt: undefined };
  const take = (date: ArticleDate | undefined, label: string | undefined): void => {
    if (date === undefined || date.precision === 'year' || date.precision === 'month') return;
    if (label === 'modified') dates.modifiedAt ??= date;
    else dates.publishedAt ??= date;
  };
  for (const block of near) {
    if (block.scope.pruned === 'hidden' || block.words > 40) continue;
    const names = namesAround(block, 2);
    if (BIO_NAME.test(names) && !/published|pubdate/iu.test(names)) continue;
    const label = /updat|modif|aktualis|mis à jour/iu.test(block.text) && !/publish|posted/iu.test(block.text) ? 'modified' : undefined;
    if (block.datetime !== undefined) {
      take(machine(block.datetime, 'time-element', options), label);
      continue;
    }
    if (block.words > 25) continue;
    if (block.words <= 12 || STAMP_NAME.test(names) || BYLINE_NAME.test(names))
      for (const text of block.text.length < 120 ? [block.text, ...partsOf(block)] : [block.text])
        for (const found of findDates(text, options)) take(found.date, found.label ?? label);
  }
  return dates;
}

function findPageDates({ input, head, jsonLd }: Sources, near: readonly Block[]): Dates {
  const options: DateOptions = { language: (head.language ?? jsonLd?.language)?.slice(0, 5) };
  const meta = (names: readonly string[]): ArticleDate | undefined => {
    for (const name of names) {
      const date = machine(head.meta.get(name)?.[0], 'meta', options);
      if (date !== undefined && date.precision !== 'year') return date;
    }
    return undefined;
  };
  const modifiedAt = machine(jsonLd?.dateModified, 'json-ld', options) ?? meta(MODIFIED_META);
  const declared = input.publishedAt === undefined ? undefined : machine(input.publishedAt, 'declared', options);
  const publishedAt = declared ?? machine(jsonLd?.datePublished, 'json-ld', options) ?? meta(PUBLISHED_META);
  if (publishedAt !== undefined && modifiedAt !== undefined) return { publishedAt, modifiedAt };
  const visible = visibleDates(near, options);
  const address = parseUrlDate(input.url ?? head.canonical ?? '');
  const exact = address?.precision === 'day' ? address : undefined;
  return {
    publishedAt: publishedAt ?? visible.publishedAt ?? exact ?? visible.modifiedAt ?? address,
    modifiedAt: modifiedAt ?? visible.modifiedAt,
  };
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
  const { publishedAt, modifiedAt } = findPageDates(sources, near);
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
  };
}
