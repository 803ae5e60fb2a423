/**
 * A page as a tree, pruned while it is tokenised: scripts, styles and drawings never become nodes, and only the attributes that cleaning reads are kept.
 * The tree is domhandler's, so Cheerio works on it.
 */
import { DomHandler, Parser } from 'htmlparser2';
import { Guard, GUARD_LIMITS, type GuardLimits, type Refusal } from '../guard.ts';
import { isElement, type Page, type PageElement, type PageNode } from '../page-model.ts';
import { FastTokenizer } from './fast-tokenizer.ts';
import { isStreamPlace, joinStreamed } from './streamed.ts';

export { isElement, type Page, type PageElement, type PageNode } from '../page-model.ts';

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

const HEAD = new Set(['html', 'title', 'base', 'meta', 'link']);

class PageHandler extends DomHandler {
  readonly jsonLd: string[] = [];
  readonly head: PageElement[] = [];
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
    if (HEAD.has(name)) this.head.push(this.tagStack.at(-1) as unknown as PageElement);
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

/** The guard does not let a page through. */
export class PageRefused extends Error {
  override readonly name = 'PageRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** A parser that shows each token to the guard first, so that a page is read once. */
class GuardedParser extends Parser {
  private readonly guard: Guard;
  private readonly html: string;

  constructor(handler: PageHandler, html: string, limits: GuardLimits) {
    super(handler, { decodeEntities: true, lowerCaseTags: true, Tokenizer: FastTokenizer });
    this.html = html;
    this.guard = new Guard(limits);
    this.guard.start(html.length);
    this.check();
  }

  /** @throws PageRefused */
  parse(): void {
    this.end(this.html);
  }

  override onopentagname(start: number, end: number): void {
    this.guard.openName(this.html.slice(start, end).toLowerCase());
    this.check();
    super.onopentagname(start, end);
  }

  override onattribname(start: number, end: number): void {
    this.guard.attribute();
    this.check();
    super.onattribname(start, end);
  }

  override onopentagend(end: number): void {
    this.guard.enter();
    this.check();
    super.onopentagend(end);
    this.guard.nested((this as unknown as { stack: readonly string[] }).stack.length);
    this.check();
  }

  override onselfclosingtag(end: number): void {
    this.guard.enter();
    this.check();
    super.onselfclosingtag(end);
  }

  override onclosetag(start: number, end: number): void {
    this.guard.close(this.html.slice(start, end).toLowerCase());
    super.onclosetag(start, end);
  }

  private check(): void {
    if (this.guard.refused !== undefined) throw new PageRefused(this.guard.refused);
  }
}

/**
 * Parses a page.
 *
 * @throws PageRefused when the guard does not let it through.
 */
export function parsePage(html: string, limits: GuardLimits = GUARD_LIMITS): Page {
  const handler = new PageHandler();
  new GuardedParser(handler, html, limits).parse();
  const roots = handler.root.children as unknown as PageElement[];
  joinStreamed(elementsOf(roots));
  return { roots, head: handler.head, jsonLd: handler.jsonLd };
}

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
