/** A page as a list of text blocks: runs of inline content between block boundaries, each with the element that owns it and the scopes around it. */
import { hasInvisible, withoutInvisible } from '../../text/invisible.ts';
import { countJoined } from '../../text/letters.ts';
import { groupsOfElement } from './names.ts';
import type { Block, InlinePiece, Page, PageElement, PruneRule, Scope } from '../page-model.ts';
import { elementsOf, isElement, textOf } from './page.ts';

export type { Block, InlinePiece, Scope } from '../page-model.ts';

export interface PageBlocks {
  readonly blocks: readonly Block[];
  readonly scopes: readonly Scope[];
}

const BLOCK_LEVEL = new Set(
  'address amp-story-page article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul button textarea'.split(
    ' ',
  ),
);
const CELL = new Set(['td', 'th']);
const NOT_TEXT = new Set(['head', 'title', 'textarea', 'input', 'option', 'audio', 'video', 'progress', 'meter', 'rp', 'rt']);
const STRONG = new Set(['b', 'strong']);
const EMPHASIS = new Set(['i', 'em', 'cite']);
const CODE = new Set(['code', 'tt', 'kbd', 'samp']);
/** Never hidden as a whole: pages that are shown by script start with an invisible body. */
const NEVER_HIDDEN = new Set(['html', 'body', 'main', 'article']);
const HIDDEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|a11y-hidden|u-hidden|is-hidden|d-none|hide-text)(?:\s|$)/iu;

/** Below this many words a block with no sentence end is not prose. */
const PROSE_WORDS = 12;

/** Some servers wrap the whole page in one form. A form with paragraphs in it is layout. */
function isLayoutForm(form: PageElement): boolean {
  for (const element of elementsOf(form.children)) {
    if (element.name === 'article' || element.name === 'main' || (element.name === 'p' && textOf(element, 400).length > 200)) return true;
  }
  return false;
}

function pruneRule(element: PageElement): PruneRule | undefined {
  const { attribs, name } = element;
  if (NEVER_HIDDEN.has(name)) return undefined;
  if ('hidden' in attribs && attribs['hidden'] !== 'false' && attribs['hidden'] !== 'until-found') return 'hidden';
  const style = attribs['style'];
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style)) return 'hidden';
  if (attribs['class'] !== undefined && HIDDEN_CLASS.test(attribs['class'])) return 'hidden';
  if (name === 'form' && !isLayoutForm(element)) return 'form';
  if (name === 'dialog' || attribs['role'] === 'dialog' || attribs['role'] === 'alertdialog') return 'hidden';
  return undefined;
}

interface Inline {
  href: string | undefined;
  strong: boolean;
  emphasis: boolean;
  code: boolean;
}

class Walk {
  readonly blocks: Block[] = [];
  readonly scopes: Scope[] = [];
  private pieces: InlinePiece[] = [];
  private holds = new Set<string>();
  private datetime: string | undefined;
  private inlineNames = '';
  private readonly showsHidden: boolean;

  constructor(showsHidden: boolean) {
    this.showsHidden = showsHidden;
  }

  element(element: PageElement, parent: Scope | undefined, inline: Inline): void {
    const { name } = element;
    if (NOT_TEXT.has(name)) return;
    if (name === 'br') {
      this.pieces.push({ text: '\n', ...inline });
      return;
    }
    if (name === 'img' || name === 'picture') {
      this.holds.add('img');
      for (let scope = parent; scope !== undefined; scope = scope.parent) scope.images++;
      if (name === 'img') return;
    }
    const rule = parent?.pruned ?? pruneRule(element);
    const prune = rule === 'hidden' && this.showsHidden ? undefined : rule;
    if (!BLOCK_LEVEL.has(name) && prune === parent?.pruned) {
      this.inlineElement(element, parent, inline);
      return;
    }
    if (CELL.has(name)) {
      if (this.pieces.length > 0) this.pieces.push({ text: '\t', ...inline });
      const scope = this.open(element, parent, prune);
      this.children(element, scope, inline);
      // A row is one block unless a cell holds blocks of its own.
      if (scope.blocks > 0) this.flush(scope);
      this.close(scope);
      return;
    }
    if (parent !== undefined) this.flush(parent);
    const scope = this.open(element, parent, prune);
    this.children(element, scope, inline);
    this.flush(scope);
    this.close(scope);
  }

  private inlineElement(element: PageElement, parent: Scope | undefined, inline: Inline): void {
    const { name, attribs } = element;
    if (name === 'time' || name === 'label') this.holds.add(name);
    if (name === 'time') this.datetime ??= attribs['datetime'];
    const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''} ${attribs['itemprop'] ?? ''} ${attribs['rel'] ?? ''}`.trim();
    if (names !== '' && this.inlineNames.length < 400) this.inlineNames += ` ${names}`;
    const isLink = name === 'a' && attribs['href'] !== undefined;
    const changes = isLink || STRONG.has(name) || EMPHASIS.has(name) || CODE.has(name);
    this.children(
      element,
      parent,
      changes
        ? {
            href: isLink ? attribs['href'] : inline.href,
            strong: inline.strong || STRONG.has(name),
            emphasis: inline.emphasis || EMPHASIS.has(name),
            code: inline.code || CODE.has(name),
          }
        : inline,
    );
  }

  private children(element: PageElement, scope: Scope | undefined, inline: Inline): void {
    for (const child of element.children) {
      if (isElement(child)) this.element(child, scope, inline);
      else if (child.data !== '') this.pieces.push({ text: child.data, ...inline });
    }
  }

  private open(element: PageElement, parent: Scope | undefined, pruned: PruneRule | undefined): Scope {
    const scope: Scope = {
      id: this.scopes.length,
      element,
      parent,
      depth: (parent?.depth ?? 0) + 1,
      pruned,
      names: groupsOfElement(element),
      chars: 0,
      linkChars: 0,
      proseChars: 0,
      blocks: 0,
      firstBlock: -1,
      lastBlock: -1,
      images: 0,
    };
    this.scopes.push(scope);
    return scope;
  }

  private close(scope: Scope): void {
    const { parent } = scope;
    if (parent === undefined) return;
    parent.chars += scope.chars;
    parent.linkChars += scope.linkChars;
    parent.proseChars += scope.proseChars;
    parent.blocks += scope.blocks;
    if (parent.firstBlock < 0) parent.firstBlock = scope.firstBlock;
    if (scope.lastBlock >= 0) parent.lastBlock = scope.lastBlock;
  }

  /** Ends the running block; two line breaks in a row inside it end a block as well. */
  flush(scope: Scope): void {
    const { pieces } = this;
    this.pieces = [];
    const preserve = isPreformatted(scope);
    let part: InlinePiece[] = [];
    let breaks = 0;
    for (const piece of pieces) {
      if (!preserve && piece.text === '\n') {
        if (++breaks === 2) {
          this.emit(part, scope, preserve);
          part = [];
          continue;
        }
      } else if (/\S/u.test(piece.text)) breaks = 0;
      if (breaks < 2 || /\S/u.test(piece.text)) part.push(piece);
    }
    this.emit(part, scope, preserve);
    this.holds = new Set();
    this.datetime = undefined;
    this.inlineNames = '';
  }

  private emit(raw: readonly InlinePiece[], scope: Scope, preserve: boolean): void {
    const visible = visiblePieces(raw);
    const pieces = preserve ? visible.slice() : collapse(visible);
    const text = preserve
      ? pieces
          .map((piece) => piece.text)
          .join('')
          .replace(/\s+$|^\n+/gu, '')
      : pieces.map((piece) => piece.text).join('');
    if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(text)) return;
    let linkChars = 0;
    let strongChars = 0;
    for (const piece of pieces) {
      if (piece.href !== undefined) linkChars += piece.text.length;
      if (piece.strong) strongChars += piece.text.length;
    }
    const words = countJoined(text);
    const index = this.blocks.length;
    this.blocks.push({
      index,
      text,
      tag: roleOf(scope),
      scope,
      pieces,
      linkChars,
      strongChars,
      words,
      holds: this.holds,
      datetime: this.datetime,
      inlineNames: this.inlineNames,
    });
    scope.chars += text.length;
    scope.linkChars += linkChars;
    scope.blocks++;
    if (scope.firstBlock < 0) scope.firstBlock = index;
    scope.lastBlock = index;
    if (
      scope.pruned === undefined &&
      linkChars < text.length / 2 &&
      (words >= PROSE_WORDS || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{12}/u.test(text)) &&
      /[.!?…:;,"”»。！？、،؟।]/u.test(text)
    )
      scope.proseChars += text.length;
  }
}

function isPreformatted(scope: Scope): boolean {
  return scope.element.name === 'pre' || scope.parent?.element.name === 'pre';
}

/** The element that says what the text is; wrappers inside a list entry, a quote or a caption do not count. */
function roleOf(scope: Scope): string {
  for (let at: Scope | undefined = scope, steps = 0; at !== undefined && steps < 4; at = at.parent, steps++) {
    const { name } = at.element;
    if (/^(?:h[1-6]|li|blockquote|pre|figcaption|caption|dt|dd|tr|td|th|button|legend|summary|address)$/u.test(name))
      return name === 'td' || name === 'th' ? 'tr' : name;
    if (name === 'article' || name === 'section' || name === 'body' || name === 'main') break;
  }
  return scope.element.name;
}

/** Soft hyphens and the like go before anything is measured; whether direction marks are needed, the whole block tells. */
function visiblePieces(pieces: readonly InlinePiece[]): readonly InlinePiece[] {
  if (!pieces.some(({ text }) => hasInvisible(text))) return pieces;
  const block = pieces.map(({ text }) => text).join('');
  return pieces.map((piece) => (hasInvisible(piece.text) ? { ...piece, text: withoutInvisible(piece.text, block) } : piece));
}

/** White space other than one plain space. */
const LOOSE = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| {2}/u;
const oneSpace = (text: string): string => (LOOSE.test(text) ? text.replace(/\s+/gu, ' ') : text);

/** Collapses white space across pieces and trims both ends; a tab parts table cells, a line feed is a `<br>`. */
function collapse(raw: readonly InlinePiece[]): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let last = '\n';
  for (const piece of raw) {
    let text = piece.text === '\n' || piece.text === '\t' ? piece.text : oneSpace(piece.text);
    if (text.startsWith(' ') && (last === ' ' || last === '\n' || last === '\t')) text = text.slice(1);
    if ((text === '\n' || text === '\t') && pieces.length === 0) continue;
    if (text === '') continue;
    const before = pieces.at(-1);
    if ((text === '\n' || text === '\t') && last === ' ' && before !== undefined)
      pieces[pieces.length - 1] = { ...before, text: before.text.trimEnd() };
    last = text.at(-1) ?? last;
    pieces.push(text === piece.text ? piece : { ...piece, text });
  }
  for (let end = pieces.at(-1); end !== undefined; end = pieces.at(-1)) {
    const text = end.text.trimEnd();
    if (text === '') pieces.pop();
    else {
      pieces[pieces.length - 1] = { ...end, text };
      break;
    }
  }
  return pieces;
}

/** A page with more hidden prose than this, and more of it hidden than shown, is shown by its own script. UTF-16 units. */
const HIDDEN_PAGE = 1000;

const proseChars = (blocks: readonly Block[], isHidden: boolean): number =>
  blocks.reduce(
    (sum, { scope, words, text }) => sum + ((scope.pruned === 'hidden') === isHidden && words >= PROSE_WORDS ? text.length : 0),
    0,
  );

/** The blocks of a page. Where most of the text is hidden until a script runs, what is hidden counts as shown. */
export function readBlocks(page: Page): PageBlocks {
  const document: PageElement = { type: 'tag', name: 'body', attribs: {}, children: page.roots, parent: null };
  const plain: Inline = { href: undefined, strong: false, emphasis: false, code: false };
  const walk = new Walk(false);
  walk.element(document, undefined, plain);
  const hidden = proseChars(walk.blocks, true);
  if (hidden < HIDDEN_PAGE || hidden < 2 * proseChars(walk.blocks, false)) return walk;
  const all = new Walk(true);
  all.element(document, undefined, plain);
  return all;
}
