/**
 * jsdom as the engine of Readability: the reference that the small DOM is compared with, the choice of `COPYDESK_DOM=jsdom`, and the second try when the
 * small DOM fails. Loading jsdom costs a reader child 0.7 s and 44 MB (docs/decisions/0013), so it is loaded at the first page that needs it.
 */
import { createRequire } from 'node:module';
import { MAX_SCOPES, tellPage, type DomEngine } from './readability.ts';

const escapeText = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const escapeAttribute = (text: string): string => text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;');

let parser: DOMParser | undefined;

/** One parser for the life of the process: a window costs more than a page. Loaded synchronously, for the library is synchronous. */
function jsdomParser(): DOMParser {
  if (parser === undefined) {
    const { JSDOM } = createRequire(import.meta.url)('jsdom') as typeof import('jsdom');
    parser = new new JSDOM('').window.DOMParser();
  }
  return parser;
}

/** jsdom, from well-formed HTML that is told from the guarded tree; it never sees the page itself. Undefined for a page with too many elements. */
export const jsdomEngine: DomEngine = (roots, scopes) => {
  const out: string[] = ['<!DOCTYPE html><html><head><title></title></head><body>'];
  let elements = 0;
  tellPage(roots, scopes, {
    open(tag, attributes) {
      elements++;
      out.push('<', tag, ...attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`), '>');
    },
    text: (data) => out.push(escapeText(data)),
    close: (tag) => out.push('</', tag, '>'),
  });
  if (elements > MAX_SCOPES) return undefined;
  out.push('</body></html>');
  return jsdomParser().parseFromString(out.join(''), 'text/html');
};
