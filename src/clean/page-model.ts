/** What a page is to the code that reads it: its pruned tree, and its text as a list of blocks. Made by html/page.ts and html/blocks.ts, read by metadata too. */

/** The parts of a domhandler node that cleaning reads. */
interface PageText {
  readonly type: 'text';
  readonly data: string;
  readonly parent: PageElement | null;
}
export interface PageElement {
  readonly type: 'tag';
  readonly name: string;
  readonly attribs: Record<string, string>;
  readonly children: readonly PageNode[];
  readonly parent: PageElement | null;
}
export type PageNode = PageText | PageElement;

export interface Page {
  /** Children of the document. */
  readonly roots: readonly PageNode[];
  /** What says something about the whole page: `<html>`, `<title>`, `<base>`, `<meta>` and `<link>`, wherever they stand. */
  readonly head: readonly PageElement[];
  /** Contents of `<script type="application/ld+json">`, in order. */
  readonly jsonLd: readonly string[];
}

export const isElement = (node: PageNode): node is PageElement => node.type !== 'text';

/** A block-level element on the way down to blocks, with totals over everything inside it. */
export interface Scope {
  readonly id: number;
  readonly element: PageElement;
  readonly parent: Scope | undefined;
  readonly depth: number;
  /** Why a reader does not see it or is not reading prose: "hidden", "form". Inherited. */
  readonly pruned: PruneRule | undefined;
  /** What its names say it is for: bits of NAME_GROUPS. */
  readonly names: number;
  /** Totals over the blocks inside, filled when the walk leaves the element. UTF-16 units. */
  chars: number;
  linkChars: number;
  /** Characters in blocks that look like running prose. */
  proseChars: number;
  blocks: number;
  firstBlock: number;
  lastBlock: number;
  images: number;
}

export type PruneRule = 'hidden' | 'form';

export interface InlinePiece {
  readonly text: string;
  readonly href: string | undefined;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
}

export interface Block {
  readonly index: number;
  /** White space collapsed; `<br>` is a line feed. */
  readonly text: string;
  /** What the block is: p, h1..h6, li, blockquote, pre, figcaption, tr, dt, dd, or the name of the element that owns it. */
  readonly tag: string;
  readonly scope: Scope;
  readonly pieces: readonly InlinePiece[];
  readonly linkChars: number;
  readonly strongChars: number;
  readonly words: number;
  /** Elements met inside: `time`, `button`, `label`, `img`. */
  readonly holds: ReadonlySet<string>;
  /** Machine date of a `<time>` inside. */
  readonly datetime: string | undefined;
  /** Classes, ids and itemprops of inline elements inside, for bylines and stamps. */
  readonly inlineNames: string;
}
