/** Which blocks are the article: the judge's word, a few rules it may not overrule, and the name of the rule for everything that goes. */
import type { Decision } from '../decision.ts';
import { hasWordKey, wordKey } from '../metadata/headline.ts';
import type { Block } from './blocks.ts';
import { judgeBlocks, shippedHtmlModel } from './judge.ts';
import { NAME_GROUPS, type NameGroup } from './names.ts';
import { furnitureOf, isProse, type PageContext } from './prose.ts';
import { isCaptionNamed, isShouted } from './text-features.ts';

/**
 * A block is kept at this score, or at this share of the page's best where a whole page scores low (an unusual template is still a page).
 * Cross-validated on the three development sets (docs/decisions/0010).
 */
const KEEP = 0.42;
const KEEP_SHARE = 0.65;
/** The page's best is the score that this many words reach. */
const BEST_WORDS = 60;

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
  if (headlineKey !== '' && hasWordKey(block.text, headlineKey)) return ['headline', 'repeats the headline'];
  const furniture = furnitureOf(block);
  if (furniture !== undefined) return [furniture.rule, furniture.reason];
  let scope: Block['scope'] | undefined = block.scope;
  for (let level = 0; scope !== undefined && level < 6; level++, scope = scope.parent) {
    const byElement = ELEMENT_RULES[scope.element.name];
    if (byElement !== undefined) return byElement;
    const groups = scope.names;
    for (const [bit, group] of NAME_GROUPS.entries()) {
      const reason = NAMED_REASONS[group];
      if (reason !== undefined && (groups & (1 << bit)) !== 0) return [group, reason];
    }
  }
  if (block.linkChars > block.text.length * 0.6) return ['links', 'links only'];
  return ['outside-article', 'unlike the text of the article'];
}

/** Longer furniture goes only where the judge has some doubt: a sentence of the story may use the same words. */
const LABEL_WORDS = 15;
const SURE = 0.9;

/** What goes whatever the judge says: captions, certain furniture, and headlines of other stories set amid the text as shouted links. */
function vetoOf(block: Block, score: number, headlineKey: string): readonly [rule: string, reason: string] | undefined {
  if (headlineKey !== '' && hasWordKey(block.text, headlineKey)) return ['headline', 'repeats the headline'];
  if (block.tag === 'figcaption' || isCaptionNamed(block)) return ['caption', 'caption of a picture'];
  if (isShouted(block) && block.tag === 'p' && block.linkChars > block.text.length * 0.8)
    return ['related', 'headline of another story, linked'];
  const furniture = furnitureOf(block);
  return furniture?.anywhere === true && (block.words <= LABEL_WORDS || score < SURE) ? [furniture.rule, furniture.reason] : undefined;
}

/** The score at which a block of this page is kept. */
function thresholdOf(blocks: readonly Block[], scores: readonly number[]): number {
  const ranked = blocks.map((block, index) => ({ words: block.words, score: scores[index] ?? 0 })).filter(({ words }) => words >= 8);
  ranked.sort((a, b) => b.score - a.score);
  const wanted = Math.min(BEST_WORDS, ranked.reduce((sum, { words }) => sum + words, 0) * 0.3);
  let words = 0;
  const best = ranked.find((block) => (words += block.words) >= wanted)?.score ?? 1;
  return Math.min(KEEP, best * KEEP_SHARE);
}

/** Decides every block of a page. */
export function chooseBlocks(context: PageContext): Decision[] {
  return decideBlocks(context, judgeBlocks(context, shippedHtmlModel()));
}

/** The decisions that follow from the classifier's scores, one a block. */
export function decideBlocks(context: PageContext, scores: readonly number[]): Decision[] {
  const { blocks } = context;
  const headlineKey = wordKey(context.headline);
  const threshold = thresholdOf(blocks, scores);
  const decisions = blocks.map((block, index): Decision => {
    const score = Math.round((scores[index] ?? 0) * 1000) / 1000;
    const isLikely = (scores[index] ?? 0) >= threshold && block.scope.pruned !== 'hidden';
    const veto = isLikely ? vetoOf(block, score, headlineKey) : undefined;
    if (isLikely && veto === undefined)
      return { block, text: block.text, kept: true, rule: 'article', reason: 'reads like the text of the article', score };
    const [rule, reason] = veto ?? nameRemoval(block, headlineKey);
    return { block, text: block.text, kept: false, rule, reason, score };
  });
  return decisions.some(({ kept, block }) => kept && block.words > 3) ? withoutComments(decisions) : keepBest(decisions);
}

/** A section of comments: "comments", "comment-list". */
const COMMENTS_NAME = /(?:^|\s)(?:comments|comment-?(?:list|area|section)|comments-(?:list|area|section))(?:\s|$)/iu;
/** One comment, if there are several: a page of opinion may call its article "comment" too. */
const COMMENT_NAME = /(?:^|\s)comment(?:-body)?(?:\s|$)/iu;
const SEVERAL = 3;
/** What names the whole page or the article itself says nothing about comments. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);
/** A block this long over the comments is the post. Words; dumps ask for as many (dump/segment.ts). Not tuned: no development page changes. */
const POST_WORDS = 12;

type Scope = Block['scope'];

/** The scopes of a page that hold comments, by their own name. */
function commentScopes(decisions: readonly Decision[]): ReadonlySet<Scope> {
  const seen = new Set<Scope>();
  const sections = new Set<Scope>();
  const single: Scope[] = [];
  for (const { block } of decisions) {
    for (let scope: Scope | undefined = block.scope; scope !== undefined && !seen.has(scope); scope = scope.parent) {
      seen.add(scope);
      const { class: names = '', id = '' } = scope.element.attribs;
      const name = `${names} ${id}`;
      if (COMMENTS_NAME.test(name) && !WHOLE.has(scope.element.name)) sections.add(scope);
      else if (COMMENT_NAME.test(name)) single.push(scope);
    }
  }
  if (single.length >= SEVERAL) for (const scope of single) sections.add(scope);
  return sections;
}

function isWithin(block: Block, scopes: ReadonlySet<Scope>): boolean {
  for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) if (scopes.has(scope)) return true;
  return false;
}

/** A post over its comments is the article, however short; without one the comments stay. */
function withoutComments(decisions: Decision[]): Decision[] {
  const scopes = commentScopes(decisions);
  const first = decisions.findIndex(({ kept, block }) => kept && block.words >= POST_WORDS);
  if (scopes.size === 0 || first < 0 || isWithin(decisions[first]!.block, scopes)) return decisions;
  return decisions.map((decision, index) =>
    decision.kept && index > first && isWithin(decision.block, scopes)
      ? { ...decision, kept: false, rule: 'comment', reason: 'in the comment section' }
      : decision,
  );
}

const isCandidate = ({ block }: Decision): boolean =>
  isProse(block) || (block.words >= 5 && block.linkChars === 0 && block.scope.pruned === undefined && block.tag !== 'figcaption');

/** A page on which nothing is likely: its best unlinked sentences, for a thin text is better than none. */
function keepBest(decisions: readonly Decision[]): Decision[] {
  const best = decisions.reduce((top, decision) => (isCandidate(decision) ? Math.max(top, decision.score) : top), 0);
  return decisions.map((decision) =>
    best > 0 && isCandidate(decision) && decision.score >= best * 0.5
      ? { ...decision, kept: true, rule: 'best-of-page', reason: 'nothing on the page reads like an article; this comes closest' }
      : decision,
  );
}
