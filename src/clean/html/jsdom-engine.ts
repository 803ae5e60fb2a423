/** The reference engine for Readability, in a file of its own: loading jsdom costs a reader child 0.7 s and 44 MB (docs/decisions/0013). */
import { JSDOM } from 'jsdom';
import { tellPage, type DomEngine } from './readability.ts';

const escapeText = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const escapeAttribute = (text: string): string => text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;');

let parser: DOMParser | undefined;

/** jsdom, from well-formed HTML. One parser for the life of the process: a window costs more than a page. */
export const jsdomEngine: DomEngine = (roots, scopes) => {
  const out: string[] = ['<!DOCTYPE html><html><head><title></title></head><body>'];
  tellPage(roots, scopes, {
    open(tag, attributes) {
      out.push('<', tag, ...attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`), '>');
    },
    text: (data) => out.push(escapeText(data)),
    close: (tag) => out.push('</', tag, '>'),
  });
  out.push('</body></html>');
  parser ??= new new JSDOM('').window.DOMParser();
  return parser.parseFromString(out.join(''), 'text/html');
};
