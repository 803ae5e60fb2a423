/** Which blocks are the article. */
import type { BlockDecision } from '../decision.ts';
import { matchFurniture } from '../dump/furniture.ts';
import { wordKey } from '../metadata/headline.ts';
import type { PageMetadata } from '../metadata/metadata.ts';
import type { Block, PageBlocks } from './blocks.ts';
import type { Page } from './page.ts';
import { readableScopes } from './readability.ts';

export interface Decision extends BlockDecision {
  readonly block: Block;
}

const FIRST_PASS_REASONS = {
  hidden: 'not shown to a reader',
  form: 'part of a form',
  headline: 'repeats the headline',
  caption: 'caption of a picture',
  'outside-article': 'outside the article',
} as const;

/** Decides every block of a page. */
export function chooseBlocks(page: Page, { blocks, scopes }: PageBlocks, metadata: PageMetadata): Decision[] {
  const readable = readableScopes(page.roots, scopes);
  const headline = wordKey(metadata.headline);
  return blocks.map((block): Decision => {
    const remove = (rule: string, reason: string): Decision => ({ block, text: block.text, kept: false, rule, reason });
    if (block.scope.pruned !== undefined) return remove(block.scope.pruned, FIRST_PASS_REASONS[block.scope.pruned]);
    if (wordKey(block.text) === headline && headline !== '') return remove('headline', FIRST_PASS_REASONS.headline);
    const furniture = matchFurniture(block.text, block.words);
    if (furniture?.anywhere === true) return remove(furniture.rule, furniture.reason);
    if (readable !== undefined && !readable.has(block.scope.id))
      return furniture === undefined
        ? remove('outside-article', FIRST_PASS_REASONS['outside-article'])
        : remove(furniture.rule, furniture.reason);
    if (block.tag === 'figcaption') return remove('caption', FIRST_PASS_REASONS.caption);
    if (readable === undefined && block.scope.proseChars === 0) return remove('outside-article', FIRST_PASS_REASONS['outside-article']);
    return { block, text: block.text, kept: true, rule: 'readability', reason: 'Readability keeps it' };
  });
}
