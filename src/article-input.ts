/** What a caller of the library hands in, as the input of the stages. */
import type { ArticleInput } from './article.ts';
import { startsAsHtml } from './content/kind.ts';

/** A plain string is text, or HTML when it starts with a tag. */
export function articleInputOf(input: string | ArticleInput): ArticleInput {
  if (typeof input !== 'string') return input;
  return startsAsHtml(input) ? { html: input } : { text: input };
}
