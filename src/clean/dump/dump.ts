import type { ArticleInput, CleanArticle } from '../../article.ts';
import type { BlockDecision } from '../decision.ts';

export function cleanDump(_input: ArticleInput): CleanArticle {
  throw new Error('not built yet');
}

export function explainDump(_input: ArticleInput): BlockDecision[] {
  throw new Error('not built yet');
}
