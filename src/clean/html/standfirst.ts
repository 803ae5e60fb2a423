/** The standfirst: the summary between the headline and the story. */
import { wordKey } from '../metadata/headline.ts';
import type { Block } from './blocks.ts';
import type { Decision } from '../decision.ts';
import { NAME_GROUPS } from './names.ts';
import type { PageContext } from './prose.ts';

/** Blocks after the headline in which a standfirst is looked for. */
const REACH = 10;
const SUMMARY = 1 << NAME_GROUPS.indexOf('summary');

const isSummaryNamed = ({ scope }: Block): boolean => ((scope.names | (scope.parent?.names ?? 0)) & SUMMARY) !== 0;

/** The block after the headline that the page's own description repeats, or that its class calls a summary. It may stand in the body as well. */
export function findStandfirst(context: PageContext, decisions: readonly Decision[]): Block | undefined {
  if (context.headlineBlock === undefined) return undefined;
  const description = wordKey(context.description ?? '');
  for (const { block, kept } of decisions.slice(context.headlineBlock + 1, context.headlineBlock + 1 + REACH)) {
    if (block.scope.pruned !== undefined || block.words < 5 || block.words > 80) continue;
    const key = wordKey(block.text);
    const isDescription = description.length > 20 && (key === description || (key.length > 30 && description.startsWith(key)));
    if (!kept && (isDescription || (isSummaryNamed(block) && block.linkChars < block.text.length / 2))) return block;
    if (kept) return isDescription && isSummaryNamed(block) ? block : undefined;
  }
  return undefined;
}
