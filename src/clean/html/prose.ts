/** What a page's blocks look like before they are judged: running prose or not, known furniture or not. */
import { ownCopy } from '../../text/own-copy.ts';
import { matchFurniture } from '../furniture/match.ts';
import type { Block, Scope } from './blocks.ts';

export interface PageContext {
  readonly blocks: readonly Block[];
  readonly scopes: readonly Scope[];
  readonly headline: string;
  readonly headlineBlock: number | undefined;
  readonly description: string | undefined;
  readonly articleBody: string | undefined;
  /** Scopes that Readability keeps. */
  readonly readable: ReadonlySet<number> | undefined;
}

export const isProse = (block: Block): boolean =>
  block.scope.pruned === undefined &&
  block.words >= 12 &&
  block.linkChars < block.text.length / 2 &&
  /[.!?…:;,"”»。！？、،؟।]/u.test(block.text);

type Furniture = NonNullable<ReturnType<typeof matchFurniture>>;

const furnitureOfBlock = new WeakMap<Block, Furniture | 'none'>();
/** Labels already looked up; "Share", "Home" and the like stand on most pages. Cleared when full, so that a long-lived reader stays small. */
const furnitureOfLabel = new Map<string, Furniture | 'none'>();
const MAX_LABELS = 5000;
const MAX_LABEL = 40;

/** The furniture family of a block, looked up once: some forty patterns are tried. */
export function furnitureOf(block: Block): Furniture | undefined {
  let furniture = furnitureOfBlock.get(block);
  if (furniture === undefined) {
    const isLabel = block.text.length <= MAX_LABEL;
    furniture = (isLabel ? furnitureOfLabel.get(block.text) : undefined) ?? matchFurniture(block.text, block.words) ?? 'none';
    furnitureOfBlock.set(block, furniture);
    if (isLabel) {
      if (furnitureOfLabel.size >= MAX_LABELS) furnitureOfLabel.clear();
      furnitureOfLabel.set(ownCopy(block.text), furniture);
    }
  }
  return furniture === 'none' ? undefined : furniture;
}

/** Maximum-sum stretch of blocks, prose counting for and everything else against (Pasternack and Roth, WWW 2009). */
export function densestStretch(blocks: readonly Block[], prose: readonly boolean[]): [start: number, end: number] {
  let best = 0;
  let bestRange: [number, number] = [0, 0];
  let sum = 0;
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    if (prose[index] === true) sum += Math.min(block.words - block.linkChars / 6, 120);
    else if (block.scope.pruned === undefined) sum += -4 - block.linkChars / 8;
    if (sum > best) {
      best = sum;
      bestRange = [start, index + 1];
    }
  }
  return bestRange;
}

export const logOf = (value: number): number => Math.log2(1 + Math.max(0, value));
