/** The port that finds and keeps clusters of syndicated copies. Adapters: memory-index.ts (library, `copydesk cluster`), store/duplicate-index.ts (Postgres). */
import type { ClusterMembership } from '../article.ts';
import type { Placement } from './place-article.ts';
import type { SignedArticle } from './signed-article.ts';

export type { SignedArticle } from './signed-article.ts';

export interface DuplicateIndex {
  /** The membership the article would get now. Reads only; no lock. Undefined: it would found a cluster of its own. */
  match(article: SignedArticle): Promise<ClusterMembership | undefined>;
  /** Puts the article into the one best cluster or a new one. Idempotent by article id. Safe when copies arrive at once on many workers. */
  assign(article: SignedArticle): Promise<ClusterMembership>;
  /** `assign`, with what else changed: clusters that were merged, heads that stepped down. */
  place(article: SignedArticle): Promise<Placement>;
  /** The cluster that an id stands for now: itself, or the one it was merged into. */
  resolve(cluster: string): Promise<string>;
}

/** Newest holders of a triple that are looked at. A phrase or a line of furniture has many: one that more than a quarter as many hold finds nobody by itself. */
export const MAX_HOLDERS = 64;
/** Candidates compared with one article, those that share the rarest triples first. */
export const MAX_CANDIDATES = 32;
/** Members of one cluster compared with one article. */
export const MAX_PER_CLUSTER = 8;
/** Days for which a cluster stays joinable after its last member. */
export const WINDOW_DAYS = 30;
