/** Live blogs: a stamp, perhaps a heading, then short paragraphs, over and over. What stands between kept paragraphs of such a stream belongs to it. */
import type { Decision } from '../decision.ts';
import type { Block } from '../page-model.ts';

/** Rules that say for certain that a block is no text of the stream. */
const CERTAIN = new Set([
  'headline',
  'hidden',
  'form',
  'share',
  'newsletter',
  'advertisement',
  'navigation',
  'copyright',
  'photo-credit',
  'caption',
  'read-more',
  'watch',
  'follow-us',
  'app',
  'account',
  'comments',
  'comment',
  'related-heading',
  'timestamp',
  'byline',
  'link-label',
]);

const parentOf = ({ scope }: Block): number => scope.parent?.id ?? -1;
const shape = (element: Block['scope']['element']): string => `${element.name}.${element.attribs['class'] ?? ''}`;

/** The container of an entry and what containers like it are called: paragraphs of entries stand in elements of the same make. */
const makeOf = ({ scope, tag }: Block): string =>
  `${tag}|${scope.parent === undefined ? '' : shape(scope.parent.element)}|${scope.parent?.parent === undefined ? '' : shape(scope.parent.parent.element)}`;

/**
 * Keeps paragraphs and headings that stand beside kept ones of an entry, or in elements of the very make in which most kept ones stand. Order is the page's.
 */
export function keepEntries(decisions: readonly Decision[]): readonly Decision[] {
  const kept = decisions.filter((decision) => decision.kept);
  const makes = new Map<string, number>();
  const parents = new Set<number>();
  for (const { block } of kept) {
    makes.set(makeOf(block), (makes.get(makeOf(block)) ?? 0) + 1);
    parents.add(parentOf(block));
  }
  return decisions.map((decision) => {
    const { block, rule } = decision;
    if (decision.kept || CERTAIN.has(rule) || block.scope.pruned !== undefined || block.linkChars > block.text.length / 2) return decision;
    const isText =
      block.tag === 'p' || block.tag === 'blockquote' || block.tag === 'li' || (/^h[2-6]$/u.test(block.tag) && block.words >= 2);
    if (!isText || block.words < 2) return decision;
    const isBeside = parents.has(parentOf(block)) && block.tag !== 'li';
    const isAlike = (makes.get(makeOf(block)) ?? 0) >= 3;
    return isBeside || isAlike ? { ...decision, kept: true, rule: 'live-entry', reason: 'stands in an entry of the live blog' } : decision;
  });
}
