/** DuplicateIndex in memory: for the library, `copydesk cluster` and tests. No window: nothing grows old. */
import type { ClusterMembership } from '../article.ts';
import { JUDGING, type Judging, type Member } from './choose-cluster.ts';
import { MAX_CANDIDATES, MAX_HOLDERS, MAX_PER_CLUSTER, type DuplicateIndex, type SignedArticle } from './duplicate-index.ts';
import { linesOf, MIN_CLUSTERS, outletKey, RECENT_ARTICLES, withoutLines } from './outlet-lines.ts';
import { membershipNow, placeArticle, type Known, type Placement } from './place-article.ts';
import { sketchOf } from './sketch.ts';

interface Cluster {
  readonly id: string;
  readonly age: number;
  readonly follows: string | undefined;
  members: SignedArticle[];
  head: string;
}

interface Entry {
  readonly article: SignedArticle;
  readonly order: number;
  readonly placement: Placement;
}

export class MemoryIndex implements DuplicateIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #holders = new Map<number, string[]>();
  readonly #clusters = new Map<string, Cluster>();
  readonly #aliases = new Map<string, string>();
  readonly #judging: Judging;
  /** The newest articles of each outlet, oldest first. */
  readonly #outlets = new Map<number, { lines: readonly number[]; cluster: string }[]>();

  constructor(judging: Judging = JUDGING) {
    this.#judging = judging;
  }

  match(article: SignedArticle): Promise<ClusterMembership | undefined> {
    const known = this.#known(article.id);
    if (known !== undefined) return Promise.resolve(known);
    const stripped = this.#withoutOutletLines(article);
    const { membership, founded } = placeArticle(stripped, this.#members(stripped), this.#judging);
    return Promise.resolve(founded && membership.role !== 'update' ? undefined : membership);
  }

  assign(article: SignedArticle): Promise<ClusterMembership> {
    return Promise.resolve(this.add(article).membership);
  }

  place(article: SignedArticle): Promise<Placement> {
    return Promise.resolve(this.add(article));
  }

  resolve(cluster: string): Promise<string> {
    return Promise.resolve(this.#resolve(cluster));
  }

  /** `place`, at once. */
  add(article: SignedArticle): Placement {
    const known = this.#known(article.id);
    if (known !== undefined) return { membership: known, founded: false, absorbed: [], steppedDown: [], newHead: false };
    const stripped = this.#withoutOutletLines(article);
    const placement = placeArticle(stripped, this.#members(stripped), this.#judging);
    this.#keep(stripped, placement);
    this.#learnLines(article, placement.membership.id);
    return placement;
  }

  #withoutOutletLines(article: SignedArticle): SignedArticle {
    const recent = article.outlet === undefined ? undefined : this.#outlets.get(outletKey(article.outlet));
    if (recent === undefined || !this.#judging.outletLines) return article;
    const clusters = new Map<number, Set<string>>();
    for (const { lines, cluster } of recent) for (const line of lines) clusters.set(line, (clusters.get(line) ?? new Set()).add(cluster));
    const repeated = linesOf(article.signature).filter((line) => (clusters.get(line)?.size ?? 0) >= MIN_CLUSTERS);
    return repeated.length === 0 ? article : { ...article, signature: withoutLines(article.signature, new Set(repeated)) };
  }

  #learnLines({ outlet, signature }: SignedArticle, cluster: string): void {
    if (outlet === undefined) return;
    const key = outletKey(outlet);
    const recent = this.#outlets.get(key) ?? [];
    recent.push({ lines: linesOf(signature), cluster });
    this.#outlets.set(key, recent.slice(-RECENT_ARTICLES));
  }

  /** The cluster of an article as it stands now. */
  clusterOf(article: string): string | undefined {
    const entry = this.#entries.get(article);
    return entry === undefined ? undefined : this.#resolve(entry.placement.membership.id);
  }

  #known(article: string): ClusterMembership | undefined {
    const entry = this.#entries.get(article);
    const cluster = entry === undefined ? undefined : this.#clusters.get(this.#resolve(entry.placement.membership.id));
    if (entry === undefined || cluster === undefined) return undefined;
    return membershipNow(knownOf(entry.placement), { cluster: cluster.id, head: cluster.head, article, follows: cluster.follows });
  }

  #resolve(cluster: string): string {
    let current = cluster;
    for (let next = this.#aliases.get(current); next !== undefined; next = this.#aliases.get(current)) current = next;
    return current;
  }

  #keep(article: SignedArticle, placement: Placement): void {
    const { membership, absorbed, follows } = placement;
    this.#entries.set(article.id, { article, order: this.#entries.size, placement });
    for (const key of sketchOf(article.signature)) {
      const holders = this.#holders.get(key);
      if (holders === undefined) this.#holders.set(key, [article.id]);
      else holders.push(article.id);
    }
    const cluster = this.#clusters.get(membership.id) ?? {
      id: membership.id,
      age: this.#clusters.size,
      follows,
      members: [],
      head: article.id,
    };
    this.#clusters.set(membership.id, cluster);
    cluster.members.push(article);
    for (const id of absorbed) {
      cluster.members.push(...(this.#clusters.get(id)?.members ?? []));
      this.#aliases.set(id, cluster.id);
    }
    cluster.head = membership.role === 'copy' ? (membership.of ?? article.id) : article.id;
  }

  #members(article: SignedArticle): Member[] {
    const shared = new Map<string, { keys: number; weight: number; fewest: number }>();
    for (const key of sketchOf(article.signature)) {
      const holders = this.#holders.get(key)?.slice(-MAX_HOLDERS) ?? [];
      for (const id of holders) {
        const { keys, weight, fewest } = shared.get(id) ?? { keys: 0, weight: 0, fewest: holders.length };
        shared.set(id, {
          keys: keys + 1,
          weight: weight + Math.floor(1024 / holders.length),
          fewest: Math.min(fewest, holders.length),
        });
      }
    }
    const found = [...shared]
      .filter(([, { keys, fewest }]) => keys > 1 || fewest * 4 <= MAX_HOLDERS)
      .map(([id, { weight }]) => ({ entry: this.#entries.get(id) as Entry, weight }))
      .sort((a, b) => b.weight - a.weight || b.entry.order - a.entry.order)
      .slice(0, MAX_CANDIDATES);
    const chosen = new Map<Cluster, Set<SignedArticle>>();
    for (const { entry } of found) {
      const cluster = this.#clusters.get(this.#resolve(entry.placement.membership.id)) as Cluster;
      let members = chosen.get(cluster);
      if (members === undefined) chosen.set(cluster, (members = new Set([(this.#entries.get(cluster.head) as Entry).article])));
      if (members.size < MAX_PER_CLUSTER) members.add(entry.article);
    }
    const all: Member[] = [];
    for (const [cluster, members] of chosen) {
      for (const member of cluster.members) {
        if (members.size >= MAX_PER_CLUSTER) break;
        members.add(member);
      }
      for (const member of members) {
        all.push({ ...member, cluster: cluster.id, clusterAge: cluster.age, isHead: member.id === cluster.head, follows: cluster.follows });
      }
    }
    return all;
  }
}

const knownOf = ({ membership: { containment }, nearest, reason }: Placement): Known => ({ containment, nearest, reason });
