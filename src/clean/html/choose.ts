/** Which blocks are the article: the classifier's word, a few rules it may not overrule, and the name of the rule for everything that goes. */
import trained from '../../../models/html-model.json' with { type: 'json' };
import type { BlockDecision } from '../decision.ts';
import { matchFurniture } from '../dump/furniture.ts';
import { wordKey } from '../metadata/headline.ts';
import type { Block } from './blocks.ts';
import { isProse, measureBlocks, type PageContext } from './features.ts';
import { scoreForest } from './forest.ts';
import { groupsOfElement, NAME_GROUPS, type NameGroup } from './names.ts';

export interface Decision extends BlockDecision {
  readonly block: Block;
  readonly score: number;
}

/** Cross-validated best on the three development sets, bench/train/html.ts. */
const KEEP = 0.45;

const NAMED_REASONS: Readonly<Partial<Record<NameGroup, string>>> = {
  comment: 'in the comment section',
  related: 'in a list of other stories',
  share: 'among share buttons',
  promo: 'promotion or advertisement',
  sidebar: 'in a sidebar',
  footer: 'in the page footer',
  navigation: 'in the navigation',
  newsletter: 'newsletter sign-up',
  author: 'about the author',
  topic: 'topic label',
  caption: 'caption or player of a picture or video',
  overlay: 'notice or overlay',
  card: 'teaser of another page',
  meta: 'date, time or other facts about the page',
};
const ELEMENT_RULES: Readonly<Record<string, readonly [rule: string, reason: string]>> = {
  nav: ['navigation', 'in the navigation'],
  footer: ['footer', 'in the page footer'],
  aside: ['sidebar', 'in a sidebar'],
  figcaption: ['caption', 'caption of a picture'],
  caption: ['caption', 'caption of a table'],
};

/** Names what a removed block was, for the operator: what its words say first, then what its surroundings are called. */
function nameRemoval(block: Block, headlineKey: string): readonly [rule: string, reason: string] {
  if (block.scope.pruned !== undefined)
    return block.scope.pruned === 'hidden' ? ['hidden', 'not shown to a reader'] : ['form', 'part of a form'];
  if (headlineKey !== '' && wordKey(block.text) === headlineKey) return ['headline', 'repeats the headline'];
  const furniture = matchFurniture(block.text, block.words);
  if (furniture !== undefined) return [furniture.rule, furniture.reason];
  let scope: Block['scope'] | undefined = block.scope;
  for (let level = 0; scope !== undefined && level < 6; level++, scope = scope.parent) {
    const byElement = ELEMENT_RULES[scope.element.name];
    if (byElement !== undefined) return byElement;
    const groups = groupsOfElement(scope.element);
    for (const [bit, group] of NAME_GROUPS.entries()) {
      const reason = NAMED_REASONS[group];
      if (reason !== undefined && (groups & (1 << bit)) !== 0) return [group, reason];
    }
  }
  if (block.linkChars > block.text.length * 0.6) return ['links', 'links only'];
  return ['outside-article', 'unlike the text of the article'];
}

/** Decides every block of a page. Never keeps nothing when there is prose to keep. */
export function chooseBlocks(context: PageContext): Decision[] {
  const { blocks } = context;
  const headlineKey = wordKey(context.headline);
  const scores = measureBlocks(context).map((row) => scoreForest(trained, row));
  let keep = blocks.map((block, index) => (scores[index] ?? 0) >= KEEP && !(headlineKey !== '' && wordKey(block.text) === headlineKey));
  if (!blocks.some((block, index) => keep[index] === true && isProse(block))) keep = keepBest(blocks, scores);
  return blocks.map((block, index) => {
    const score = Math.round((scores[index] ?? 0) * 1000) / 1000;
    if (keep[index] === true)
      return { block, text: block.text, kept: true, rule: 'article', reason: 'reads like the text of the article', score };
    const [rule, reason] = nameRemoval(block, headlineKey);
    return { block, text: block.text, kept: false, rule, reason, score };
  });
}

/** A page on which nothing is likely: its best prose and whatever scores close to that, for a thin text is better than none. */
function keepBest(blocks: readonly Block[], scores: readonly number[]): boolean[] {
  const prose = blocks.map((block, index) =>
    isProse(block) || (block.words >= 5 && block.linkChars === 0 && block.scope.pruned === undefined) ? (scores[index] ?? 0) : -1,
  );
  const best = Math.max(-1, ...prose);
  return prose.map((score) => best >= 0 && score >= best * 0.5);
}
