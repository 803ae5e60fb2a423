import type { ArticleInput, CleanArticle } from '../../article.ts';
import type { BlockDecision } from '../decision.ts';

export function cleanHtml(_input: ArticleInput): CleanArticle {
  throw new Error('not built yet');
}

export function explainHtml(_input: ArticleInput): BlockDecision[] {
  throw new Error('not built yet');
}
