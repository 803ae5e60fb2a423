/**
 * A page as a tree, pruned while it is tokenised: scripts, styles and drawings never become nodes, and only the attributes that cleaning reads are kept.
 * The tree is domhandler's, so Cheerio works on it.
 */
import { DomHandler, Parser } from 'htmlparser2';
import { isStreamPlace, joinStreamed } from './streamed.ts';

/** The parts of a domhandler node that cleaning reads. */
interface PageText {
  readonly type: 'text';
  readonly data: string;
  readonly parent: PageElement | null;
}
export interface PageElement {
  readonly type: 'tag';
  readonly name: string;
  readonly attribs: Record<string, string>;
  readonly children: readonly PageNode[];
  readonly parent: PageElement | null;
}
export type PageNode = PageText | PageElement;

export interface Page {
  /** Children of the document. */
  readonly roots: readonly PageNode[];
  /** domhandler's document, for Cheerio. */
  readonly document: object;
  /** Contents of `<script type="application/ld+json">`, in order. */
  readonly jsonLd: readonly string[];
}

/** Never shown, or shown as no text. Their contents are dropped with the tokens. */
const SKIPPED = new Set([
  'script',
  'style',
  'svg',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'canvas',
  'select',
  'datalist',
  'map',
  'noembed',
  'noframes',
]);

const KEPT_ATTRIBUTES = new Set(
  'id class href src datetime content property name itemprop itemtype itemscope role rel hidden style aria-hidden aria-label alt lang srcset data-src data-srcset title type data-testid data-component data-type data-name charset dir colspan cite start xml:lang'.split(
    ' ',
  ),
);

class PageHandler extends DomHandler {
  readonly jsonLd: string[] = [];
  private skipped: string | undefined;
  private skippedDepth = 0;
  private script: string[] | undefined;

  override onopentag(name: string, attribs: Record<string, string>): void {
    if (this.skipped !== undefined) {
      if (name === this.skipped) this.skippedDepth++;
      return;
    }
    if (SKIPPED.has(name) && !(name === 'template' && isStreamPlace(attribs['id']))) {
      this.skipped = name;
      this.skippedDepth = 1;
      if (name === 'script' && /ld\+json/iu.test(attribs['type'] ?? '')) this.script = [];
      return;
    }
    const kept: Record<string, string> = {};
    for (const key in attribs) if (KEPT_ATTRIBUTES.has(key)) kept[key] = attribs[key] ?? '';
    super.onopentag(name, kept);
  }

  // htmlparser2 hands the name over; domhandler's own signature does not ask for it.
  override onclosetag(name?: string): void {
    if (this.skipped !== undefined) {
      if (name === this.skipped && --this.skippedDepth === 0) {
        this.skipped = undefined;
        if (this.script !== undefined) this.jsonLd.push(this.script.join(''));
        this.script = undefined;
      }
      return;
    }
    super.onclosetag();
  }

  override ontext(data: string): void {
    if (this.skipped === undefined) super.ontext(data);
    else this.script?.push(data);
  }

  override oncomment(): void {}
  override oncommentend(): void {}
  override onprocessinginstruction(): void {}
}

const ROOT = 'x-page';

/** Parses a page that the guard let through. */
export function parsePage(html: string): Page {
  const handler = new PageHandler();
  const parser = new Parser(handler, { decodeEntities: true, lowerCaseTags: true });
  // One root for the whole page: Cheerio's selectors are quadratic in the number of roots, and a page need not have an <html>.
  parser.write(`<${ROOT}>`);
  parser.end(html);
  const [root] = handler.root.children as unknown as PageElement[];
  if (root !== undefined) joinStreamed(elementsOf([root]));
  return { roots: root?.children ?? [], document: handler.root, jsonLd: handler.jsonLd };
}

export const isElement = (node: PageNode): node is PageElement => node.type !== 'text';

/** All elements in document order. Iterative: depth is the guard's business, not the stack's. */
export function* elementsOf(roots: readonly PageNode[]): Generator<PageElement> {
  const stack: PageNode[] = [...roots].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Text of an element with white space collapsed. */
export function textOf(root: PageNode, limit = 5000): string {
  const parts: string[] = [];
  let length = 0;
  const stack: PageNode[] = [root];
  for (let node = stack.pop(); node !== undefined && length < limit; node = stack.pop()) {
    if (!isElement(node)) {
      parts.push(node.data);
      length += node.data.length;
      continue;
    }
    if (node.name === 'br' || node.name === 'p' || node.name === 'div' || node.name === 'li') parts.push(' ');
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
  return parts
    .join('')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}
