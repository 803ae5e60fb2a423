/**
 * Mozilla Readability over the pruned tree, on linkedom (jsdom-engine.ts is the reference). It says which block-level elements it would keep; it does not make the text.
 * The tree is written out again as well-formed HTML, so the parser never sees the page's own tag soup.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Scope } from './blocks.ts';
import { isElement, type PageElement, type PageNode } from './page.ts';

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

const escapeText = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const escapeAttribute = (text: string): string => text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;');

/** Holds nothing Readability could take for an article: hidden, empty, or links and labels only. Most of a page is, and parsing is what costs. */
function isBarren(scope: Scope): boolean {
  if (scope.pruned === 'hidden') return true;
  if (scope.proseChars > 0) return false;
  if (scope.chars === 0) return true;
  return scope.linkChars > scope.chars * 0.4 || scope.blocks > 20;
}

function write(node: PageNode, scopes: ReadonlyMap<PageElement, Scope>, out: string[]): void {
  if (!isElement(node)) {
    out.push(escapeText(node.data.slice(0, MAX_TEXT).replace(/[\s\u00a0]+/gu, ' ')));
    return;
  }
  const { name, attribs } = node;
  const scope = scopes.get(node);
  if ((DROPPED.has(name) && name !== 'form') || (scope !== undefined && isBarren(scope))) return;
  if (TRANSPARENT.has(name)) {
    for (const child of node.children) write(child, scopes, out);
    return;
  }
  const tag = name === 'form' || name.includes('-') || name.includes(':') ? 'div' : name;
  if (!/^[a-z][a-z0-9]*$/u.test(tag)) return;
  out.push('<', tag);
  for (const key of ['class', 'id', 'role', 'itemprop', 'rel']) {
    const value = attribs[key];
    if (value !== undefined && value !== '') out.push(' ', key, '="', escapeAttribute(value), '"');
  }
  if (attribs['href'] !== undefined) out.push(' href="', attribs['href'].startsWith('#') ? '#' : '/', '"');
  if (scope !== undefined) out.push(' ', MARK, '="', String(scope.id), '"');
  out.push('>');
  if (VOID.has(name)) return;
  for (const child of node.children) write(child, scopes, out);
  out.push('</', tag, '>');
}

/** The page as Readability gets it: well-formed, each block-level element marked with its number. */
export function writePage(roots: readonly PageNode[], scopes: readonly Scope[]): string {
  const byElement = new Map(scopes.map((scope) => [scope.element, scope]));
  const out: string[] = ['<!DOCTYPE html><html><head><title></title></head><body>'];
  const body = findBody(roots);
  for (const node of body) write(node, byElement, out);
  out.push('</body></html>');
  return out.join('');
}

/** Beyond these a page is not asked about: Readability reads the text of every element again at each level, and jsdom is slow on huge lists. */
const MAX_DEPTH = 100;
const MAX_SCOPES = 12_000;
/** Characters of one text node that Readability gets to see. */
const MAX_TEXT = 20_000;

/** Makes a document of well-formed HTML. */
export type DomEngine = (html: string) => Document;

/** linkedom: a third of jsdom's time on our pruned pages, with the same verdicts (docs/decisions/0011, and a parity test). */
export const linkedomEngine: DomEngine = (html) => parseHTML(html).document;

/**
 * Numbers of the scopes that Readability keeps; undefined when it finds no article.
 * `charThreshold` is lower than Readability's own 500: a short item is an article too, and each retry re-parses the page.
 */
export function readableScopes(
  roots: readonly PageNode[],
  scopes: readonly Scope[],
  engine: DomEngine = linkedomEngine,
): ReadonlySet<number> | undefined {
  if (scopes.length > MAX_SCOPES || scopes.some(({ depth }) => depth > MAX_DEPTH)) return undefined;
  const written = writePage(roots, scopes);
  if (written.split('<', 2 * MAX_SCOPES + 1).length > 2 * MAX_SCOPES) return undefined;
  const document = engine(written);
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
