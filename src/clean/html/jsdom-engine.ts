/** The reference engine for Readability, in a file of its own: loading jsdom costs a reader child 0.7 s and 44 MB (docs/decisions/0011). */
import { JSDOM } from 'jsdom';
import type { DomEngine } from './readability.ts';

let parser: DOMParser | undefined;

/** jsdom. One parser for the life of the process: a window costs more than a page. */
export const jsdomEngine: DomEngine = (html) => {
  parser ??= new new JSDOM('').window.DOMParser();
  return parser.parseFromString(html, 'text/html');
};
