/** The port that finds and keeps clusters of syndicated copies. Adapters: memory-index.ts (library, `copydesk cluster`), store/duplicate-index.ts (Postgres). */
import type { ClusterMembership } from '../article.ts';
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
