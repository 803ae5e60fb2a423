/** What a caller of the library hands in, as the input of the stages. */
import type { ArticleInput } from './article.ts';

/** A plain string is text, or HTML when it starts with a tag. */
export function articleInputOf(input: string | ArticleInput): ArticleInput {
  if (typeof input !== 'string') return input;
  return /^\s*<(?:!doctype|html|head|body|[a-z]+[\s>])/i.test(input) ? { html: input } : { text: input };
}
