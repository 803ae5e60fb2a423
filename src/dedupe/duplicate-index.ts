/** The port that finds and keeps clusters of syndicated copies. Adapters: memory-index.ts (library, `copydesk cluster`), store/duplicate-index.ts (Postgres). */
import type { ClusterMembership } from '../article.ts';
import type { Choice } from './choose-cluster.ts';
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

export interface DuplicateIndex {
  /** The membership the article would get now. Reads only; no lock. Undefined: it would found a cluster of its own. */
  match(article: SignedArticle): Promise<ClusterMembership | undefined>;
  /** Puts the article into the one best cluster or a new one. Idempotent by article id. Safe when copies arrive at once on many workers. */
  assign(article: SignedArticle): Promise<ClusterMembership>;
}

/** A cluster is named after the article that founded it. */
export const clusterIdOf = (articleId: string): string => `clu_${articleId.replace(/^art_/, '')}`;

export function membershipOf(article: SignedArticle, choice: Choice): ClusterMembership {
  if (choice.cluster === undefined) {
    const id = clusterIdOf(article.id);
    if (choice.updates === undefined) return { id, role: 'canonical' };
    return { id, role: 'update', of: choice.updates.member.id, containment: choice.updates.comparison.containment };
  }
  return { id: choice.cluster, role: 'copy', of: choice.nearest?.id ?? '', containment: choice.containment ?? 0 };
}
