/** Where bylines and stamps stand on a page: near the headline, in elements that are named for them. */
import type { ArticleInput } from '../../article.ts';
import type { Block } from '../page-model.ts';
import type { PageHead } from './head.ts';
import type { JsonLdArticle } from './json-ld.ts';

export interface Sources {
  readonly input: ArticleInput;
  readonly head: PageHead;
  readonly jsonLd: JsonLdArticle | undefined;
  readonly blocks: readonly Block[];
}

/** Class and itemprop names of elements that hold a byline or a stamp. Matches "entry-author", "c-byline__name"; not "authority". */
export const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|post-?author|article-?author|entry-?author|writer|creator|contributor)(?:$|[\s_-])/iu;
export const STAMP_NAME =
  /(?:^|[\s_-])(?:date|time|timestamp|dateline|published|pubdate|datepublished|posted|publish(?:ed)?-?(?:date|time|on)|(?:post|entry|article)-?(?:date|meta|time)|meta)(?:$|[\s_-])/iu;
export const BIO_NAME =
  /(?:^|[\s_-])(?:bio|about|box|profile|related|comments?|footer|sidebar|widget|recommend\w*|more|latest|popular|teaser|card)(?:$|[\s_-])/iu;

/** Class, id and the like of the block's element and of those around it, "entryDate" cut to "entry-Date". */
export function namesOfScopes(block: Block, levels: number): string {
  let names = '';
  let scope: Block['scope'] | undefined = block.scope;
  for (let level = 0; scope !== undefined && level < levels; level++, scope = scope.parent) {
    const { attribs } = scope.element;
    names += ` ${attribs['class'] ?? ''} ${attribs['id'] ?? ''} ${attribs['itemprop'] ?? ''} ${attribs['rel'] ?? ''} ${attribs['data-testid'] ?? ''}`;
  }
  return names.replace(/([a-z])([A-Z])/gu, '$1-$2');
}

/** The same, and the names of inline elements inside. */
export const namesAround = (block: Block, levels: number): string =>
  `${block.inlineNames.replace(/([a-z])([A-Z])/gu, '$1-$2')} ${namesOfScopes(block, levels)}`;

/** Blocks in which a byline or a stamp is looked for: around the headline and down to the first paragraphs. */
export function nearHeadline(blocks: readonly Block[], headlineBlock: number | undefined): Block[] {
  const start = headlineBlock === undefined ? 0 : Math.max(0, headlineBlock - 12);
  const end = headlineBlock === undefined ? 60 : headlineBlock + 40;
  return blocks.slice(start, end);
}

/** Lines of a block, and its text nodes where inline elements stand glued together. */
export function partsOf(block: Block): string[] {
  const pieces = block.pieces.length > 1 && block.pieces.length <= 12 ? block.pieces.map((piece) => piece.text.trim()) : [];
  return [...block.text.split('\n'), ...pieces];
}
