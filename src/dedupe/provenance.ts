import type { ArticleInput, CleanArticle, Provenance } from '../article.ts';

/** Who published the story first, from the words of the page. Abstains rather than guesses. */
export function findProvenance(_input: ArticleInput, _article: CleanArticle): Provenance | undefined {
  return undefined;
}
