/** An article as the duplicate index knows it. */
import type { Signature } from './sign.ts';

/** What the index needs of an article: plain JSON, so that it crosses process boundaries. */
export interface SignedArticle {
  readonly id: string;
  readonly signature: Signature;
  readonly outlet?: string | undefined;
  /** ISO 8601. */
  readonly publishedAt?: string | undefined;
  /** Arrival, ISO 8601; decides ties only. */
  readonly receivedAt?: string | undefined;
  readonly originator?: string | undefined;
}

/** A cluster is named after the article that founded it. */
export const clusterIdOf = (articleId: string): string => `clu_${articleId.replace(/^art_/, '')}`;
