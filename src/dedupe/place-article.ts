/** Where an article goes: its cluster, its role there, what else changes, and why in words. Pure; both adapters of DuplicateIndex carry it out. */
import type { ClusterMembership } from '../article.ts';
import { chooseCluster, JUDGING, type Choice, type Judging, type Member } from './choose-cluster.ts';
import type { Comparison } from './compare.ts';
import { clusterIdOf, type SignedArticle } from './signed-article.ts';
import { findCanonical, originality } from './canonical.ts';

export interface Placement {
  readonly membership: ClusterMembership;
  /** Nothing like it was there. */
  readonly founded: boolean;
  /** Clusters that are taken for the same story from now on; their ids become aliases of `membership.id`. */
  readonly absorbed: readonly string[];
  /** Article ids of the heads that are plain copies from now on. */
  readonly steppedDown: readonly string[];
  /** Another article than before stands for the cluster (or nobody knew any more which one did). */
  readonly newHead: boolean;
  /** The article of the earlier version that the whole cluster follows. */
  readonly follows?: string | undefined;
  /** The article it was found by. */
  readonly nearest?: string | undefined;
  /** What made it the head, or an update; with `nearest` and containment it makes the evidence. */
  readonly reason?: string | undefined;
}

export function placeArticle(article: SignedArticle, members: readonly Member[], judging: Judging = JUDGING): Placement {
  const choice = chooseCluster(article, members, judging);
  if (choice.cluster === undefined) return foundCluster(article, choice);
  const merged = [choice.cluster, ...choice.merge];
  const joined = members.filter((member) => merged.includes(member.cluster) && member.id !== article.id);
  const survivor = joined.reduce((oldest, member) => (member.clusterAge < oldest.clusterAge ? member : oldest)).cluster;
  const head = findCanonical([article, ...joined]);
  const follows = joined.find((member) => member.cluster === survivor && member.follows !== undefined)?.follows;
  const steppedDown = joined.filter((member) => member.isHead && member.id !== head.id).map((member) => member.id);
  const newHead = !joined.some((member) => member.isHead && member.id === head.id && member.cluster === survivor);
  const absorbed = merged.filter((cluster) => cluster !== survivor);
  const known = { containment: round(choice.containment ?? 0), nearest: choice.nearest?.id };
  const reason = head.id === article.id ? originality(article, joined) : undefined;
  const now = { cluster: survivor, head: head.id, article: article.id, follows };
  return {
    membership: membershipNow({ ...known, reason }, now),
    founded: false,
    absorbed,
    steppedDown,
    newHead,
    follows,
    nearest: known.nearest,
    reason,
  };
}

function foundCluster(article: SignedArticle, { updates }: Choice): Placement {
  const id = clusterIdOf(article.id);
  const follows = updates?.member.id;
  const known = {
    containment: updates === undefined ? undefined : round(updates.comparison.containment),
    nearest: follows,
    reason: updates === undefined ? undefined : changes(updates.comparison),
  };
  const membership = membershipNow(known, { cluster: id, head: article.id, article: article.id, follows });
  return { membership, founded: true, absorbed: [], steppedDown: [], newHead: false, ...known, follows };
}

function changes({ alignment }: Comparison): string {
  const { numbersDiffer } = alignment;
  if (numbersDiffer === 0) return 'a new top says that it changes what was reported';
  return numbersDiffer === 1 ? 'a number at the same place differs' : `${numbersDiffer} numbers at the same places differ`;
}

const round = (share: number): number => Math.round(share * 1000) / 1000;

/** What was found out about an article when it was placed. */
export interface Known {
  readonly containment?: number | undefined;
  readonly nearest?: string | undefined;
  readonly reason?: string | undefined;
}

/** How its cluster stands now: heads change, clusters are merged. */
export interface Standing {
  readonly article: string;
  readonly cluster: string;
  readonly head: string;
  readonly follows?: string | undefined;
}

/** The membership of an article as it stands now, with the evidence in words. */
export function membershipNow({ containment, nearest, reason }: Known, { article, cluster, head, follows }: Standing): ClusterMembership {
  const role = head !== article ? 'copy' : follows === undefined ? 'canonical' : 'update';
  const of = role === 'copy' ? head : follows;
  const share = containment === undefined || nearest === undefined ? undefined : `${Math.floor(containment * 100)} % of the shorter text`;
  const why = {
    canonical: [reason, share === undefined ? undefined : `shares ${share} with ${nearest}`],
    update: [share === undefined ? undefined : `shares ${share} with ${nearest}`, reason],
    copy: [share === undefined ? undefined : `${share} stands in ${nearest} in the same order`, 'no number or name there says otherwise'],
  }[role].filter((part) => part !== undefined);
  const evidence = why.length === 0 ? 'no other copy was known when it came' : why.join('; ');
  return {
    id: cluster,
    role,
    ...(of === undefined ? {} : { of }),
    ...(containment === undefined ? {} : { containment }),
    evidence,
  };
}
