/** Where an article goes: its cluster, its role there, what else changes, and why in words. Pure; both adapters of DuplicateIndex carry it out. */
import type { ClusterMembership } from '../article.ts';
import { chooseCluster, type Choice, type Member } from './choose-cluster.ts';
import type { Comparison } from './compare.ts';
import { clusterIdOf, type SignedArticle } from './duplicate-index.ts';
import { findHead, originality } from './head.ts';

export interface Placement {
  readonly membership: ClusterMembership;
  /** Nothing like it was there. */
  readonly founded: boolean;
  /** Clusters that are taken for the same story from now on; their ids become aliases of `membership.id`. */
  readonly absorbed: readonly string[];
  /** Article ids of the heads that are plain copies from now on. */
  readonly steppedDown: readonly string[];
  /** The article of the earlier version that the whole cluster follows. */
  readonly follows?: string | undefined;
}

export function placeArticle(article: SignedArticle, members: readonly Member[]): Placement {
  const choice = chooseCluster(article, members);
  if (choice.cluster === undefined) return found(article, choice);
  const merged = [choice.cluster, ...choice.merge];
  const joined = members.filter((member) => merged.includes(member.cluster) && member.id !== article.id);
  const survivor = joined.reduce((oldest, member) => (member.clusterAge < oldest.clusterAge ? member : oldest)).cluster;
  const head = findHead([article, ...joined]);
  const follows = joined.find((member) => member.cluster === survivor && member.follows !== undefined)?.follows;
  const steppedDown = joined.filter((member) => member.isHead && member.id !== head.id).map((member) => member.id);
  const containment = round(choice.containment ?? 0);
  const isHead = head.id === article.id;
  const nearest = choice.nearest?.id ?? '';
  const evidence = isHead
    ? `${originality(article, joined)}; ${percent(containment)} of the shorter text is shared with ${nearest}`
    : `${percent(containment)} of the shorter text stands in ${nearest} in the same order, no number or name differs`;
  const membership: ClusterMembership = isHead
    ? follows === undefined
      ? { id: survivor, role: 'canonical', containment, evidence }
      : { id: survivor, role: 'update', of: follows, containment, evidence }
    : { id: survivor, role: 'copy', of: head.id, containment, evidence };
  const absorbed = merged.filter((cluster) => cluster !== survivor);
  return { membership, founded: false, absorbed, steppedDown: isHead || absorbed.length > 0 ? steppedDown : [], follows };
}

function found(article: SignedArticle, { updates }: Choice): Placement {
  const id = clusterIdOf(article.id);
  if (updates === undefined) {
    return { membership: { id, role: 'canonical', evidence: 'no other copy is known' }, founded: true, absorbed: [], steppedDown: [] };
  }
  const containment = round(updates.comparison.containment);
  const evidence = `${percent(containment)} of the shorter text stands in ${updates.member.id}, but ${changes(updates.comparison)}`;
  const membership: ClusterMembership = { id, role: 'update', of: updates.member.id, containment, evidence };
  return { membership, founded: true, absorbed: [], steppedDown: [], follows: updates.member.id };
}

function changes({ alignment }: Comparison): string {
  const { numbersDiffer } = alignment;
  if (numbersDiffer === 0) return 'a new top says that it changes what was reported';
  return numbersDiffer === 1 ? 'a number at the same place differs' : `${numbersDiffer} numbers at the same places differ`;
}

const round = (share: number): number => Math.round(share * 1000) / 1000;
const percent = (share: number): string => `${Math.floor(share * 100)} %`;
