/**
 * The guard: one streaming pass over the tokens of a page before any tree is built, so that no page can hang or exhaust a parser.
 * HTML tree builders are super-linear in depth, in open formatting elements (the adoption agency of the HTML standard, §13.2.6.4.7) and in foster-parented
 * tables: 30 KB of `<b><p>` keeps jsdom busy for over 15 s. A refused page is still read, as text, token by token.
 */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export interface GuardLimits {
  /** Length of the page in UTF-16 units. */
  readonly length: number;
  readonly depth: number;
  readonly elements: number;
  readonly attributesPerTag: number;
  /** Formatting elements (b, i, a, font, …) open at one time. */
  readonly openFormatting: number;
  readonly nestedTables: number;
}

/** Far above real pages: of 291 news and blog pages the deepest had 61 levels, the largest 16 thousand elements. */
export const GUARD_LIMITS: GuardLimits = {
  length: 20_000_000,
  depth: 400,
  elements: 100_000,
  attributesPerTag: 500,
  openFormatting: 200,
  nestedTables: 50,
};

type GuardRule = 'guard-length' | 'guard-depth' | 'guard-elements' | 'guard-attributes' | 'guard-formatting' | 'guard-tables';
export type GuardVerdict = { readonly ok: true } | { readonly ok: false; readonly rule: GuardRule; readonly detail: string };

const FORMATTING = new Set(['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u']);
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
  'frame',
  'keygen',
]);
/** Elements whose end tag is often left out: a new one ends the open one of its kind. */
const SELF_ENDING = new Set(['p', 'li', 'dt', 'dd', 'option', 'tr', 'td', 'th', 'tbody', 'rp', 'rt', 'optgroup']);

const ignore = (): void => undefined;
const NO_CALLBACKS: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

/** Whether a page may be handed to a tree builder. Linear: open elements are counted by name, not searched. */
export function guardHtml(html: string, limits: GuardLimits = GUARD_LIMITS): GuardVerdict {
  if (html.length > limits.length) return { ok: false, rule: 'guard-length', detail: `${html.length} characters, limit ${limits.length}` };
  let refused: GuardVerdict | undefined;
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let formatting = 0;
  let name = '';
  const open = new Map<string, number>();
  const refuse = (rule: GuardRule, count: string, limit: number): void => {
    refused ??= { ok: false, rule, detail: `${count}, limit ${limit}` };
    tokenizer.pause();
  };
  const enter = (): void => {
    if (VOID.has(name)) return;
    const already = open.get(name) ?? 0;
    if (
      SELF_ENDING.has(name) &&
      already > (open.get('table') ?? 0) + (open.get('ul') ?? 0) + (open.get('ol') ?? 0) + (open.get('div') ?? 0)
    )
      return;
    open.set(name, already + 1);
    depth++;
    if (FORMATTING.has(name)) formatting++;
    if (depth > limits.depth) refuse('guard-depth', `${depth} levels`, limits.depth);
    if (formatting > limits.openFormatting) refuse('guard-formatting', `${formatting} open formatting elements`, limits.openFormatting);
    if (name === 'table' && already + 1 > limits.nestedTables) refuse('guard-tables', `${already + 1} nested tables`, limits.nestedTables);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ...NO_CALLBACKS,
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        attributes = 0;
        if (++elements > limits.elements) refuse('guard-elements', `${elements} elements`, limits.elements);
      },
      onattribname() {
        if (++attributes > limits.attributesPerTag)
          refuse('guard-attributes', `over ${limits.attributesPerTag} attributes on <${name.slice(0, 20)}>`, limits.attributesPerTag);
      },
      onopentagend: enter,
      onselfclosingtag: enter,
      onclosetag(start, end) {
        const closed = html.slice(start, end).toLowerCase();
        const already = open.get(closed) ?? 0;
        if (already === 0) return;
        open.set(closed, already - 1);
        depth--;
        if (FORMATTING.has(closed)) formatting--;
      },
    },
  );
  tokenizer.write(html);
  if (refused === undefined) tokenizer.end();
  return refused ?? { ok: true };
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'svg', 'head', 'select', 'textarea', 'object', 'title']);
const LINE_BREAKERS = new Set(
  'address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** The text a reader would see, from tokens alone: no tree, linear in the page. Block tags become line breaks. */
export function innerTextOfTokens(html: string): string {
  const parts: string[] = [];
  let silent: string | undefined;
  let silentDepth = 0;
  let name = '';
  const enter = (): void => {
    if (silent !== undefined) {
      if (name === silent) silentDepth++;
    } else if (SILENT.has(name)) {
      silent = name;
      silentDepth = 1;
    } else if (LINE_BREAKERS.has(name)) parts.push('\n');
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...NO_CALLBACKS,
      onopentagname(start, end) {
        name = html.slice(start, Math.min(end, start + 20)).toLowerCase();
        if (silent === 'head' && name === 'body') silent = undefined;
      },
      onopentagend: enter,
      onselfclosingtag() {
        if (silent === undefined && LINE_BREAKERS.has(name)) parts.push('\n');
      },
      onclosetag(start, end) {
        const closed = html.slice(start, Math.min(end, start + 20)).toLowerCase();
        if (silent !== undefined) {
          if (closed === silent && --silentDepth === 0) silent = undefined;
        } else if (LINE_BREAKERS.has(closed)) parts.push('\n');
      },
      ontext(start, end) {
        if (silent === undefined) parts.push(html.slice(start, end).replace(/[\s\u00a0]+/gu, ' '));
      },
      ontextentity(codepoint) {
        if (silent === undefined) parts.push(codepoint === 0xa0 ? ' ' : String.fromCodePoint(codepoint));
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return parts
    .join('')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
