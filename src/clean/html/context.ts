/** Everything that is known about a page before its blocks are judged. */
import type { ArticleInput, Note } from '../../article.ts';
import { metaOf, queryHead, readHead } from '../metadata/head.ts';
import { readJsonLd, type JsonLdArticle } from '../metadata/json-ld.ts';
import { absoluteUrl, readMetadata, type PageMetadata } from '../metadata/metadata.ts';
import { readBlocks, type Scope } from './blocks.ts';
import { parsePage, type PageNode } from './page.ts';
import type { PageContext } from './prose.ts';
import { findReadable, type DomName } from './readable.ts';

export interface ReadPage {
  readonly context: PageContext;
  readonly metadata: PageMetadata;
  readonly jsonLd: JsonLdArticle | undefined;
  /** Address that relative links count from. */
  readonly base: string | undefined;
  /** What reading it met: a second try. */
  readonly notes: readonly Note[];
}

type Readable = (roots: readonly PageNode[], scopes: readonly Scope[]) => ReadonlySet<number> | undefined;

/**
 * Parses a page and reads everything but the choice of blocks.
 *
 * @param readable the DOM that Readability runs on; or, in training and tests, what it is taken to keep.
 * @throws PageRefused when the guard does not let it through.
 */
export function contextOfPage(input: ArticleInput, readable: DomName | Readable = 'light'): ReadPage {
  const page = parsePage(input.html ?? '');
  const head = readHead(queryHead(page));
  const jsonLd = readJsonLd(page.jsonLd);
  const { blocks, scopes } = readBlocks(page);
  const found =
    typeof readable === 'function' ? { scopes: readable(page.roots, scopes), note: undefined } : findReadable(page.roots, scopes, readable);
  const metadata = readMetadata({ input, head, jsonLd, blocks });
  return {
    context: {
      blocks,
      scopes,
      headline: metadata.headline,
      headlineBlock: metadata.headlineBlock,
      description: metaOf(head, 'og:description', 'description', 'twitter:description') ?? jsonLd?.description,
      articleBody: jsonLd?.articleBody,
      readable: found.scopes,
    },
    metadata,
    jsonLd,
    notes: found.note === undefined ? [] : [found.note],
    base: absoluteUrl(head.base, input.url) ?? absoluteUrl(input.url, undefined) ?? metadata.canonicalUrl,
  };
}
