/** What kind of page this is, with the evidence. */
import type { ArticleInput, Body, CleanArticle, Note } from '../../article.ts';
import type { Decision } from './choose.ts';

export interface KindSources {
  readonly body: Body;
  readonly decisions: readonly Decision[];
  readonly isLiveBlog: boolean;
  readonly headline: string;
  readonly url: ArticleInput['url'];
}

/** Words below which a text is a brief rather than an article; AP and Reuters call items under about 130 words briefs. */
const BRIEF_WORDS = 130;

const because = (kind: CleanArticle['kind'], text: string): { kind: CleanArticle['kind']; note: Note } => ({
  kind,
  note: { stage: 'clean', rule: `kind-${kind}`, text },
});

export function judgeKind({ body, isLiveBlog }: KindSources): { kind: CleanArticle['kind']; note: Note | undefined } {
  if (isLiveBlog) return because('live', 'The page calls itself a live blog (LiveBlogPosting).');
  if (body.words === 0) return because('not-article', 'No running text was found.');
  if (body.words < BRIEF_WORDS) return because('brief', `${body.words} words of running text.`);
  return { kind: 'article', note: undefined };
}
