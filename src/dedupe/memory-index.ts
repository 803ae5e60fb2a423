/** DuplicateIndex in memory: for the library, `copydesk cluster` and tests. */
import type { ClusterMembership } from '../article.ts';
import { chooseCluster, type Choice, type Member } from './choose-cluster.ts';
import { clusterIdOf, membershipOf, type DuplicateIndex, type SignedArticle } from './duplicate-index.ts';
import { sketchOf } from './sketch.ts';

/** Candidates compared with one article, those with the most shared triples first. */
const MAX_CANDIDATES = 32;
/** Members of one cluster compared with one article. */
const MAX_PER_CLUSTER = 8;
/** A triple in more clusters than this is a phrase or furniture and finds nobody. */
const MAX_CLUSTERS_PER_KEY = 60;

interface Entry extends SignedArticle {
  readonly order: number;
  readonly founded: string;
}

export class MemoryIndex implements DuplicateIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #byKey = new Map<number, string[]>();
  readonly #members = new Map<string, string[]>();
  readonly #clusterOf = new Map<string, string>();
  readonly #alias = new Map<string, string>();
  readonly #memberships = new Map<string, ClusterMembership>();

  match(article: SignedArticle): Promise<ClusterMembership | undefined> {
    const known = this.#memberships.get(article.id);
    if (known !== undefined) return Promise.resolve({ ...known, id: this.resolve(known.id) });
    const choice = chooseCluster(article, this.#candidates(article));
    return Promise.resolve(choice.cluster === undefined && choice.updates === undefined ? undefined : membershipOf(article, choice));
  }

  assign(article: SignedArticle): Promise<ClusterMembership> {
    return Promise.resolve(this.place(article));
  }

  /** `assign`, at once. */
  place(article: SignedArticle): ClusterMembership {
    const known = this.#memberships.get(article.id);
    if (known !== undefined) return { ...known, id: this.resolve(known.id) };
    const choice = chooseCluster(article, this.#candidates(article));
    const membership = membershipOf(article, choice);
    this.#keep(article, membership, choice);
    return membership;
  }

  /** The cluster that an id stands for now: itself, or the one it was merged into. */
  resolve(cluster: string): string {
    let current = cluster;
    for (let next = this.#alias.get(current); next !== undefined; next = this.#alias.get(current)) current = next;
    return current;
  }

  clusterOf(article: string): string | undefined {
    const cluster = this.#clusterOf.get(article);
    return cluster === undefined ? undefined : this.resolve(cluster);
  }

  #keep(article: SignedArticle, membership: ClusterMembership, choice: Choice): void {
    const order = this.#entries.size;
    this.#entries.set(article.id, { ...article, order, founded: membership.id });
    this.#memberships.set(article.id, membership);
    this.#clusterOf.set(article.id, membership.id);
    for (const key of sketchOf(article.signature)) {
      const holders = this.#byKey.get(key);
      if (holders === undefined) this.#byKey.set(key, [article.id]);
      else holders.push(article.id);
    }
    const members = this.#members.get(membership.id) ?? [];
    members.push(article.id);
    this.#members.set(membership.id, members);
    for (const other of choice.merge) {
      this.#alias.set(other, membership.id);
      members.push(...(this.#members.get(other) ?? []));
      this.#members.delete(other);
    }
  }

  #candidates(article: SignedArticle): Member[] {
    const shared = new Map<string, number>();
    for (const key of sketchOf(article.signature)) {
      const holders = this.#byKey.get(key) ?? [];
      if (holders.length > MAX_CLUSTERS_PER_KEY && new Set(holders.map((id) => this.clusterOf(id))).size > MAX_CLUSTERS_PER_KEY) continue;
      for (const id of holders) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    const found = [...shared].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, MAX_CANDIDATES);
    const perCluster = new Map<string, string[]>();
    for (const [id] of found) {
      const cluster = this.clusterOf(id) ?? '';
      const ids = perCluster.get(cluster) ?? [];
      if (ids.length < MAX_PER_CLUSTER) ids.push(id);
      perCluster.set(cluster, ids);
    }
    for (const [cluster, ids] of perCluster) {
      for (const id of this.#members.get(cluster) ?? []) {
        if (ids.length >= MAX_PER_CLUSTER) break;
        if (!ids.includes(id)) ids.push(id);
      }
    }
    return [...perCluster].flatMap(([cluster, ids]) =>
      ids.flatMap((id) => {
        const entry = this.#entries.get(id);
        return entry === undefined ? [] : [{ ...entry, cluster }];
      }),
    );
  }
}
