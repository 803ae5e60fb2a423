/**
 * The guard: counts the tokens of a page as they are read, so that no page can hang or exhaust a parser. The tree builder asks it token by token.
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
/** The limit that a page passes. */
export interface Refusal {
  readonly rule: GuardRule;
  readonly detail: string;
}

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

/** Counts what makes tree builders slow, token by token. Linear: open elements are counted by name, not searched. */
export class Guard {
  private readonly limits: GuardLimits;
  private readonly open = new Map<string, number>();
  private depth = 0;
  private elements = 0;
  private attributes = 0;
  private formatting = 0;
  private name = '';
  /** Set when a limit is passed. */
  refused: Refusal | undefined;

  constructor(limits: GuardLimits = GUARD_LIMITS) {
    this.limits = limits;
  }

  start(length: number): void {
    if (length > this.limits.length) this.refuse('guard-length', `${length} characters`, this.limits.length);
  }

  openName(name: string): void {
    this.name = name;
    this.attributes = 0;
    if (++this.elements > this.limits.elements) this.refuse('guard-elements', `${this.elements} elements`, this.limits.elements);
  }

  attribute(): void {
    const { attributesPerTag: limit } = this.limits;
    if (++this.attributes > limit) this.refuse('guard-attributes', `over ${limit} attributes on <${this.name.slice(0, 20)}>`, limit);
  }

  /** The start tag is complete. */
  enter(): void {
    const { name, open, limits } = this;
    if (VOID.has(name)) return;
    const already = open.get(name) ?? 0;
    if (
      SELF_ENDING.has(name) &&
      already > (open.get('table') ?? 0) + (open.get('ul') ?? 0) + (open.get('ol') ?? 0) + (open.get('div') ?? 0)
    )
      return;
    open.set(name, already + 1);
    this.depth++;
    if (FORMATTING.has(name)) this.formatting++;
    if (this.depth > limits.depth) this.refuse('guard-depth', `${this.depth} levels`, limits.depth);
    if (this.formatting > limits.openFormatting)
      this.refuse('guard-formatting', `${this.formatting} open formatting elements`, limits.openFormatting);
    if (name === 'table' && already + 1 > limits.nestedTables)
      this.refuse('guard-tables', `${already + 1} nested tables`, limits.nestedTables);
  }

  /** Levels that the tokenizer holds open: `<li><p><li><p>` nests although `li` and `p` may end themselves, and each stray end tag looks through all of it. */
  nested(levels: number): void {
    const limit = 2 * this.limits.depth;
    if (levels > limit) this.refuse('guard-depth', `${levels} levels`, limit);
  }

  close(name: string): void {
    const already = this.open.get(name) ?? 0;
    if (already === 0) return;
    this.open.set(name, already - 1);
    this.depth--;
    if (FORMATTING.has(name)) this.formatting--;
  }

  private refuse(rule: GuardRule, count: string, limit: number): void {
    this.refused ??= { rule, detail: `${count}, limit ${limit}` };
  }
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
