/** The rule by which an article finds its cluster. Pure; both adapters of DuplicateIndex call it with what they stored. */
import { compareArticles, sharesTopic, type Comparison } from './compare.ts';
import type { SignedArticle } from './signed-article.ts';
import type { Signature } from './sign.ts';

/** An article that is in the index, with the cluster it is in (aliases resolved). */
export interface Member extends SignedArticle {
  readonly cluster: string;
  /** Grows with each cluster that is founded. */
  readonly clusterAge: number;
  /** It stands for its cluster. */
  readonly isHead: boolean;
  /** Article of the earlier version that its cluster follows. */
  readonly follows?: string | undefined;
}

export interface Choice {
  /** The one cluster that the article joins; undefined: it founds its own. */
  readonly cluster?: string | undefined;
  /** Clusters that turn out to be the same story as `cluster`. */
  readonly merge: readonly string[];
  /** The closest member of the chosen cluster. */
  readonly nearest?: Member | undefined;
  readonly containment?: number | undefined;
  /** The article of another version of the story that this one changes. */
  readonly updates?: { readonly member: Member; readonly comparison: Comparison } | undefined;
}

interface Standing {
  readonly cluster: string;
  readonly members: Member[];
  readonly same: { member: Member; comparison: Comparison }[];
  readonly changed: { member: Member; comparison: Comparison }[];
  against: number;
  topical: number;
  best: number;
}

/** Copies that two clusters must hold of the new article before they are taken for one. */
const MERGE_CONTAINMENT = 0.55;

/** What some member of the one must share with some member of the other, against the shorter of the two. */
const MIN_OVERLAP = 0.25;

/** Needed of the closest member when it stands alone in its cluster. */
const SURE_CONTAINMENT = 0.8;

/** How articles are compared, and which rules hold for clusters: what a trial may leave out. */
export interface Judging {
  readonly compare: (a: Signature, b: Signature) => Comparison;
  /** More than half of a cluster must hold an article. */
  readonly core: boolean;
  /** Two clusters that hold the same article may become one. */
  readonly merges: boolean;
  /** Lines that an outlet repeats are left out. */
  readonly outletLines: boolean;
}

export const JUDGING: Judging = { compare: compareArticles, core: true, merges: true, outletLines: true };

export function chooseCluster(article: SignedArticle, members: readonly Member[], judging: Judging = JUDGING): Choice {
  const standings = new Map<string, Standing>();
  for (const member of members) {
    if (member.id === article.id) continue;
    let standing = standings.get(member.cluster);
    if (standing === undefined) {
      standing = { cluster: member.cluster, members: [], same: [], changed: [], against: 0, topical: 0, best: 0 };
      standings.set(member.cluster, standing);
    }
    standing.members.push(member);
    const comparison = judging.compare(article.signature, member.signature);
    if (comparison.relation === 'same') {
      standing.same.push({ member, comparison });
      standing.best = Math.max(standing.best, comparison.containment);
    } else if (comparison.relation === 'unrelated') {
      if (sharesTopic(article.signature, member.signature)) standing.topical += 1;
    } else {
      standing.against += 1;
      if (comparison.relation === 'update') standing.changed.push({ member, comparison });
    }
  }
  const fitting = [...standings.values()].filter(judging.core ? fits : ({ same }) => same.length > 0);
  fitting.sort((x, y) => y.best - x.best || y.same.length - x.same.length || (x.cluster < y.cluster ? -1 : 1));
  const chosen = fitting[0];
  if (chosen === undefined) {
    const updates = [...standings.values()]
      .flatMap((standing) => standing.changed)
      .sort((x, y) => y.comparison.containment - x.comparison.containment || (x.member.id < y.member.id ? -1 : 1))[0];
    return { merge: [], updates };
  }
  const nearest = chosen.same.reduce((best, one) => (one.comparison.containment > best.comparison.containment ? one : best));
  const merge = fitting
    .slice(1)
    .filter(
      (other) =>
        judging.merges &&
        other.best >= MERGE_CONTAINMENT &&
        chosen.best >= MERGE_CONTAINMENT &&
        other.against === 0 &&
        chosen.against === 0 &&
        isOneStory(chosen, other, judging),
    )
    .map((other) => other.cluster);
  return { cluster: chosen.cluster, merge, nearest: nearest.member, containment: nearest.comparison.containment };
}

/**
 * More than half of the members must hold the article or, having lost other parts, at least be about the same people and places:
 * a roundup is not a bridge. When most of them hold nothing of it, the one that does must hold nearly all: shared quotations are no bridge either.
 */
function fits({ same, against, topical, members, best }: Standing): boolean {
  if (same.length <= against || (same.length + topical) * 2 <= members.length) return false;
  return same.length * 2 > members.length || best >= SURE_CONTAINMENT;
}

/**
 * The members on both sides are about the same people, nothing between them speaks against it, and some share text: a page that holds two stories
 * on one event is no bridge either.
 */
function isOneStory(x: Standing, y: Standing, { compare }: Judging): boolean {
  let most = 0;
  for (const { member: mine } of x.same) {
    for (const { member: theirs } of y.same) {
      const { relation, containment } = compare(mine.signature, theirs.signature);
      if (relation === 'update' || relation === 'frame') return false;
      if (relation === 'unrelated' && !sharesTopic(mine.signature, theirs.signature)) return false;
      most = Math.max(most, containment);
    }
  }
  return most >= MIN_OVERLAP;
}
