/** The body of an article from its kept blocks: plain text with paragraph spans, and HTML of the same blocks. */
import { countWords, type Body, type Span } from '../../article.ts';
import { withoutInvisible } from '../../text/invisible.ts';
import type { Figure } from '../figures.ts';
import { sanitiseHtml } from '../sanitise.ts';
import type { Block, InlinePiece, Scope } from './blocks.ts';

/** Text that may stand in a record: no NUL, no lone surrogates, no stray control characters, no invisible ones that its script has no need of. */
export function recordText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return withoutInvisible(text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, ''));
}

const escape = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');

function pieceHtml(piece: InlinePiece): string {
  if (piece.text === '\n') return '<br>';
  let html = escape(piece.text);
  if (piece.code) html = `<code>${html}</code>`;
  if (piece.emphasis) html = `<em>${html}</em>`;
  if (piece.strong) html = `<strong>${html}</strong>`;
  if (piece.href !== undefined && piece.text.trim() !== '') html = `<a href="${escape(piece.href)}">${html}</a>`;
  return html;
}

function enclosing(scope: Scope, names: readonly string[], levels = 6): Scope | undefined {
  for (let at: Scope | undefined = scope, level = 0; at !== undefined && level < levels; at = at.parent, level++) {
    if (names.includes(at.element.name)) return at;
  }
  return undefined;
}

/** The element that wraps a block in body.html, and the group ("ul", "table", …) that neighbouring blocks of the same kind share. */
function wrapping(block: Block): { group: string; key: number; tag: string } {
  const list = block.tag === 'li' ? enclosing(block.scope, ['ul', 'ol', 'menu']) : undefined;
  if (block.tag === 'li') return { group: list?.element.name === 'ol' ? 'ol' : 'ul', key: list?.id ?? -1, tag: 'li' };
  if (block.tag === 'tr') return { group: 'table', key: enclosing(block.scope, ['table'])?.id ?? -1, tag: 'tr' };
  if (block.tag === 'dt' || block.tag === 'dd') return { group: 'dl', key: enclosing(block.scope, ['dl'])?.id ?? -1, tag: block.tag };
  if (block.tag === 'pre') return { group: 'pre', key: block.scope.id, tag: '' };
  const quote = enclosing(block.scope, ['blockquote'], 5);
  if (quote !== undefined) return { group: 'blockquote', key: quote.id, tag: 'p' };
  if (/^h[1-6]$/u.test(block.tag)) return { group: '', key: -1, tag: block.tag === 'h1' ? 'h2' : block.tag };
  return { group: '', key: -1, tag: 'p' };
}

function figureHtml({ src, alt, caption }: Figure): string {
  const text = caption === '' ? '' : `<figcaption>${escape(caption)}</figcaption>`;
  return `<figure><img src="${escape(src)}" alt="${escape(alt)}" />${text}</figure>\n`;
}

function blocksHtml(blocks: readonly Block[], figures: readonly Figure[]): string {
  const out: string[] = [];
  let open: { group: string; key: number } | undefined;
  const close = (): void => {
    if (open !== undefined && open.group !== '') out.push(`</${open.group}>\n`);
    open = undefined;
  };
  let placed = 0;
  const place = (before: number): void => {
    for (let figure = figures[placed]; figure !== undefined && figure.before <= before; figure = figures[++placed]) {
      close();
      out.push(figureHtml(figure));
    }
  };
  for (const [index, block] of blocks.entries()) {
    const { group, key, tag } = wrapping(block);
    place(index);
    if (open !== undefined && (open.group !== group || open.key !== key)) close();
    if (open === undefined && group !== '') out.push(`<${group}>`);
    open = { group, key };
    const inner = block.pieces.map(pieceHtml).join('');
    if (tag === 'tr') out.push('<tr>', ...inner.split('\t').map((cell) => `<td>${cell}</td>`), '</tr>');
    else out.push(tag === '' ? `${inner}\n` : `<${tag}>${inner}</${tag}>${group === '' ? '\n' : ''}`);
  }
  place(blocks.length);
  close();
  return out.join('');
}

/** Paragraphs joined by a blank line; each span slices to its paragraph. */
export function composeText(paragraphs: readonly string[]): Pick<Body, 'text' | 'paragraphs'> {
  const spans: Span[] = [];
  let text = '';
  for (const raw of paragraphs) {
    const paragraph = recordText(raw).trim();
    if (paragraph === '') continue;
    if (text !== '') text += '\n\n';
    spans.push([text.length, text.length + paragraph.length]);
    text += paragraph;
  }
  return { text, paragraphs: spans };
}

/** @param figures pictures for the HTML, in order. */
export function composeBody(blocks: readonly Block[], base: string | undefined, figures: readonly Figure[] = []): Body {
  const { text, paragraphs } = composeText(
    blocks.map((block) => (block.tag === 'pre' ? block.text : block.text.replace(/\t/gu, ' | ').replace(/\n{2,}/gu, '\n'))),
  );
  return { text, paragraphs, html: recordText(sanitiseHtml(blocksHtml(blocks, figures), base)).trim(), words: countWords(text) };
}
