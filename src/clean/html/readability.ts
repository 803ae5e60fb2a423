/**
 * Mozilla Readability over the pruned tree, on a small DOM of our own or on jsdom (readable.ts chooses). It says which block-level elements it would
 * keep; it does not make the text. The tree is told again as start tags, text and end tags, so no engine ever sees the page's own tag soup.
 */
import { Readability } from '@mozilla/readability';
import type { Scope } from './blocks.ts';
import { LightBuilder, LightDocument } from './light-document.ts';
import { isElement, type PageNode } from './page.ts';

/** Attribute that carries a scope's number through Readability. */
const MARK = 'data-scope';

const DROPPED = new Set([
  'head',
  'meta',
  'link',
  'title',
  'input',
  'textarea',
  'option',
  'audio',
  'video',
  'source',
  'base',
  'wbr',
  'form',
  'button',
  'label',
  'fieldset',
  'dialog',
]);
/** Inline elements that Readability only looks through. */
const TRANSPARENT = new Set([
  'span',
  'b',
  'strong',
  'i',
  'em',
  'u',
  'font',
  'small',
  'abbr',
  'cite',
  'code',
  'sub',
  'sup',
  'mark',
  'time',
  'q',
  's',
  'ins',
  'bdi',
  'picture',
  'center',
  'tbody',
  'thead',
]);
const VOID = new Set(['img', 'br', 'hr', 'col', 'area']);

/** A page told in order of its source. An end tag may be missing where HTML does not ask for it. */
export interface PageSink {
  open(tag: string, attributes: readonly (readonly [name: string, value: string])[]): void;
  text(data: string): void;
  /** Not told of elements that have no content: img, br, hr, col, area. */
  close(tag: string): void;
}

/** Holds nothing Readability could take for an article: hidden, empty, or links and labels only. Most of a page is, and parsing is what costs. */
function isBarren(scope: Scope): boolean {
  if (scope.pruned === 'hidden') return true;
  if (scope.proseChars > 0) return false;
  if (scope.chars === 0) return true;
  return scope.linkChars > scope.chars * 0.4 || scope.blocks > 20;
}

const ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'rel'] as const;
const TAG = /^[a-z][a-z0-9]*$/u;

/** Tells a page to a sink, each block-level element marked with its number. */
export function tellPage(roots: readonly PageNode[], scopes: readonly Scope[], sink: PageSink): void {
  const byElement = new Map(scopes.map((scope) => [scope.element, scope]));
  const tell = (node: PageNode): void => {
    if (!isElement(node)) {
      sink.text(node.data.slice(0, MAX_TEXT).replace(/[\s\u00a0]+/gu, ' '));
      return;
    }
    const { name, attribs } = node;
    const scope = byElement.get(node);
    if ((DROPPED.has(name) && name !== 'form') || (scope !== undefined && isBarren(scope))) return;
    if (TRANSPARENT.has(name)) {
      for (const child of node.children) tell(child);
      return;
    }
    const tag = name === 'form' || name.includes('-') || name.includes(':') ? 'div' : name;
    if (!TAG.test(tag)) return;
    const attributes: [string, string][] = [];
    for (const key of ATTRIBUTES) {
      const value = attribs[key];
      if (value !== undefined && value !== '') attributes.push([key, value]);
    }
    if (attribs['href'] !== undefined) attributes.push(['href', attribs['href'].startsWith('#') ? '#' : '/']);
    if (scope !== undefined) attributes.push([MARK, String(scope.id)]);
    sink.open(tag, attributes);
    if (VOID.has(name)) return;
    for (const child of node.children) tell(child);
    sink.close(tag);
  };
  for (const node of findBody(roots)) tell(node);
}

/** Beyond these a page is not asked about: Readability reads the text of every element again at each level, and jsdom is slow on huge lists. */
const MAX_DEPTH = 100;
export const MAX_SCOPES = 12_000;
/** Characters under all elements together, each counted at every level: what Readability reads in one pass. 1 MB ninety levels deep took 26 s. */
const MAX_READ = 20_000_000;
/** Characters of one text node that Readability gets to see. */
const MAX_TEXT = 20_000;

/** Makes a document of a page; undefined for one that has too many elements. */
export type DomEngine = (roots: readonly PageNode[], scopes: readonly Scope[]) => Document | undefined;

/** A tenth of jsdom’s time on our pruned pages, with the same verdicts (docs/decisions/0013, and a parity test). */
export const lightEngine: DomEngine = (roots, scopes) => {
  const document = new LightDocument();
  const builder = new LightBuilder(document.body);
  let elements = 0;
  tellPage(roots, scopes, {
    open(tag, attributes) {
      elements++;
      const element = builder.open(tag);
      for (const [name, value] of attributes) element.setAttribute(name, value);
    },
    text: (data) => builder.addText(data),
    close: (tag) => builder.close(tag),
  });
  return elements > MAX_SCOPES ? undefined : (document as unknown as Document);
};

/**
 * Numbers of the scopes that Readability keeps; undefined when it finds no article.
 * `charThreshold` is lower than Readability's own 500: a short item is an article too, and each retry re-parses the page.
 */
export function readableScopes(
  roots: readonly PageNode[],
  scopes: readonly Scope[],
  engine: DomEngine = lightEngine,
): ReadonlySet<number> | undefined {
  if (scopes.length > MAX_SCOPES || scopes.some(({ depth }) => depth > MAX_DEPTH)) return undefined;
  if (scopes.reduce((sum, { chars }) => sum + chars, 0) > MAX_READ) return undefined;
  const document = engine(roots, scopes);
  if (document === undefined) return undefined;
  const article = new Readability<Element>(document, {
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse();
  if (article?.content === undefined || article.content === null) return undefined;
  const kept = new Set<number>();
  // Not querySelectorAll: jsdom's is quadratic in the number of matches.
  const stack: Element[] = [article.content];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    const mark = element.getAttribute(MARK);
    if (mark !== null) kept.add(Number(mark));
    for (let child = element.lastElementChild; child !== null; child = child.previousElementSibling) stack.push(child);
  }
  return kept;
}

/** The children of `<body>`, wherever tag soup put it. */
function findBody(roots: readonly PageNode[]): readonly PageNode[] {
  for (const root of roots) {
    if (!isElement(root)) continue;
    if (root.name === 'body') return root.children;
    if (root.name === 'html')
      return root.children
        .filter((child) => !isElement(child) || child.name !== 'head')
        .flatMap((child) => (isElement(child) && child.name === 'body' ? child.children : [child]));
  }
  return roots;
}
