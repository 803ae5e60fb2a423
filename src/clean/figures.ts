/**
 * Pictures of an article: figures and images that stand between its kept blocks, or just over the first, with address, alternative text and caption. They go into
 * body.html only; body.text is words. Language-free: the place in the tree decides, and what the elements around are called.
 */
import { isElement, textOf, type PageElement, type PageNode } from './html/page.ts';
import type { Block } from './html/blocks.ts';
import { parseUrl } from '../text/url.ts';

export interface Figure {
  /** Index in the list of kept blocks before which it stands. */
  readonly before: number;
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
}

/** Never part of the article, wherever they stand. */
const APART = new Set(['nav', 'footer', 'aside', 'form', 'button', 'header']);
/** "author-avatar", "related-posts", "site-logo"; not "featured-image". */
const APART_NAME =
  /(?:^|[\s_-])(?:avatar|logo|icons?|emoji|author|byline|bio|related|recommend\w*|promo\w*|newsletter|share|social|sponsor\w*|advert\w*|ads?|banner|badge|pixel|tracking|comments?|sidebar|teasers?|cards?|outbrain|taboola|gravatar)(?:$|[\s_-])/iu;
/** Placeholders and counters: never a picture a reader sees. */
const NO_PICTURE =
  /(?:^data:|\b(?:spacer|blank|pixel|1x1|transparent|placeholder|loading|tracking|beacon|counter)\b[^/]*$|\.svg(?:$|\?))/iu;
const MAX_FIGURES = 60;
const MAX_CAPTION = 1000;

/** First address of a srcset. */
const firstOf = (srcset: string | undefined): string | undefined => srcset?.trim().split(/[\s,]/u, 1)[0];

/** The address of a picture on the web, absolute; pages often keep the real one in a data attribute. */
function addressOf({ attribs }: PageElement, base: string | undefined): string | undefined {
  for (const address of [attribs['data-src'], attribs['src'], firstOf(attribs['data-srcset']), firstOf(attribs['srcset'])]) {
    if (address === undefined || address.trim() === '' || NO_PICTURE.test(address.trim())) continue;
    const url = parseUrl(address.trim(), base);
    if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.href;
  }
  return undefined;
}

const isApart = ({ name, attribs }: PageElement): boolean =>
  APART.has(name) ||
  APART_NAME.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`) ||
  'hidden' in attribs ||
  attribs['aria-hidden'] === 'true';

function captionOf(figure: PageElement): string {
  const stack: PageNode[] = [figure];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (node.name === 'figcaption') return textOf(node, MAX_CAPTION);
    stack.push(...[...node.children].reverse());
  }
  return '';
}

/** The scopes of a block, outermost first. */
function chainOf(block: Block): Block['scope'][] {
  const chain: Block['scope'][] = [];
  for (let scope: Block['scope'] | undefined = block.scope; scope !== undefined; scope = scope.parent) chain.push(scope);
  return chain.reverse();
}

/** The element that holds all kept blocks. */
function commonOf(blocks: readonly Block[]): PageElement | undefined {
  let common: Block['scope'][] | undefined;
  for (const block of blocks) {
    const chain = chainOf(block);
    common = common === undefined ? chain : common.filter((scope, level) => chain[level] === scope);
  }
  return common?.at(-1)?.element;
}

/** Figures of the kept blocks, in the order of the page. Linear in the elements under the element that holds them. */
export function findFigures(blocks: readonly Block[], base: string | undefined): Figure[] {
  if (blocks.length < 2) return [];
  const root = commonOf(blocks);
  if (root === undefined) return [];
  const places = new Map<PageElement, number>();
  for (const [index, { scope }] of blocks.entries()) if (!places.has(scope.element)) places.set(scope.element, index);
  const figures: Figure[] = [];
  const seen = new Set<string>();
  let before = 0;
  const take = (image: PageElement, figure: PageElement | undefined): void => {
    const src = addressOf(image, base);
    if (src === undefined || seen.has(src) || figures.length >= MAX_FIGURES) return;
    seen.add(src);
    figures.push({ before, src, alt: (image.attribs['alt'] ?? '').trim(), caption: figure === undefined ? '' : captionOf(figure) });
  };
  interface Step {
    readonly node: PageNode;
    readonly figure: PageElement | undefined;
    readonly linked: boolean;
  }
  const stack: Step[] = [{ node: root, figure: undefined, linked: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node } = step;
    if (!isElement(node) || (node !== root && isApart(node))) continue;
    const place = places.get(node);
    if (place !== undefined && place >= before) before = place + 1;
    const figure = node.name === 'figure' ? node : step.figure;
    // a linked picture outside a figure is the teaser of another page
    const linked = step.linked || (node.name === 'a' && figure === undefined && node.children.length > 2);
    if (node.name === 'img') {
      if (!linked) take(node, figure);
      continue;
    }
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child !== undefined) stack.push({ node: child, figure, linked });
    }
  }
  // what stands after the last block is no longer in the article, unless it is a figure of its own with a caption
  return figures.filter(({ before: at, caption }) => at < blocks.length || caption !== '');
}
