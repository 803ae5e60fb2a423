/**
 * Renders an HTML page as a browser's innerText would read: a block ends a line, a paragraph or heading is set off by an empty line, table cells are
 * joined by tabs; what is never shown (scripts, styles, form fields, elements hidden by attribute or inline style) is left out.
 */
import { load } from 'cheerio';
import { ElementType, type DomHandler } from 'htmlparser2';

const UNSEEN = new Set(
  'head script style noscript template svg math iframe object embed audio video canvas map input textarea select option datalist title meta link img'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr html legend li main
   menu nav ol optgroup section summary table tbody tfoot thead tr ul caption button`.split(/\s+/u),
);
/** Set off by an empty line on both sides. */
const SET_OFF = new Set('p h1 h2 h3 h4 h5 h6 pre ul ol dl blockquote table section article'.split(' '));
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

type AnyNode = DomHandler['root'] | DomHandler['dom'][number];
type Element = Extract<AnyNode, { readonly attribs: unknown }>;

const isTag = (node: AnyNode): node is Element => 'attribs' in node;

interface Frame {
  readonly node: AnyNode;
  readonly isEnd: boolean;
}

export function renderText(html: string): string {
  const root = load(html).root()[0];
  const out: string[] = [];
  let breaks = 0;
  let isOpen = false;
  const breakLine = (count: number): void => {
    breaks = Math.max(breaks, count);
    isOpen = false;
  };
  const write = (text: string): void => {
    const squeezed = text.replace(/[^\S\u00a0]+/gu, ' ');
    const piece = isOpen ? squeezed : squeezed.trimStart();
    if (piece === '') return;
    if (breaks > 0 && out.length > 0) out.push('\n'.repeat(breaks));
    breaks = 0;
    isOpen = true;
    out.push(piece);
  };
  const stack: Frame[] = root === undefined ? [] : [{ node: root, isEnd: false }];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { node, isEnd } = frame;
    if (node.type === ElementType.Text) {
      write(node.data);
      continue;
    }
    if (!('children' in node)) continue;
    if (isTag(node)) {
      if (isHidden(node.name, node.attribs)) continue;
      if (node.name === 'br') {
        breaks = isOpen ? 1 : Math.max(breaks, Math.min(2, breaks + 1));
        isOpen = false;
        continue;
      }
      if (SET_OFF.has(node.name)) breakLine(2);
      else if (BLOCKS.has(node.name)) breakLine(1);
      else if ((node.name === 'td' || node.name === 'th') && isEnd && isOpen) write('\t');
    }
    if (isEnd) continue;
    if (isTag(node)) stack.push({ node, isEnd: true });
    for (const child of node.children.toReversed()) stack.push({ node: child, isEnd: false });
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/ *\t[\t ]*/gu, '\t').trim())
    .join('\n');
}

const isHidden = (name: string, attribs: Readonly<Record<string, string>>): boolean =>
  UNSEEN.has(name) || attribs['hidden'] !== undefined || HIDDEN_STYLE.test(attribs['style'] ?? '');
