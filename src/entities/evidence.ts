/**
 * Evidence for and against the id of a known entity. Each piece is a small named test of one candidate; its points are added, and the id is given from
 * THRESHOLD points on. A veto, and the operator's word, decide by themselves. Evidence reads what the known row says (country, descriptors, sources,
 * kind of place) and what the article says, never single names, so that it holds for any number of known names.
 */
import { foldName } from '../text/fold.ts';
import type { Known, KnownEntity, KnownKind } from './known.ts';
import type { ArticleContext } from './article-context.ts';
import type { Group } from './merge.ts';

/** A national team is known as an organisation, but named by its country. */
export type LinkKind = KnownKind | 'national team';

/** A known entity that a name of the article may mean. */
export interface Candidate {
  readonly kind: LinkKind;
  readonly known: KnownEntity;
  /** Its own name, folded, without "the". */
  readonly own: string;
  /** Folded names under which the article names it. */
  readonly names: readonly string[];
  readonly group: Group;
  readonly context: ArticleContext;
  /** Another known entity has one of these names, and this one is not what they mean by themselves. */
  readonly competes: boolean;
  readonly byName: Known['byName'];
}

export interface Evidence {
  /** In lower case with hyphens; unique. */
  readonly name: string;
  readonly kinds: readonly LinkKind[];
  /** A veto, where the id cannot be right, and a "certain" one end the reading of a candidate. */
  readonly sign: 'for' | 'against' | 'veto' | 'certain';
  /** Above 0, also for what speaks against; without meaning for a veto and what is certain. */
  readonly points: number;
  /** For notes, in plain words: "its country is named". */
  readonly says: string;
  readonly test: (candidate: Candidate) => boolean;
}

/** Points from which an id is given. The points of all tables are set so that they decide as the rules of decision 0046 and 0048 did (decision 0056). */
export const THRESHOLD = 8;

export interface Judgement {
  readonly candidate: Candidate;
  readonly points: number;
  readonly isTaken: boolean;
  /** What was found, the strongest first. */
  readonly found: readonly Evidence[];
}

export function judge(candidate: Candidate, evidence: readonly Evidence[]): Judgement {
  const found: Evidence[] = [];
  let points = 0;
  for (const each of evidence) {
    if (!each.kinds.includes(candidate.kind) || !each.test(candidate)) continue;
    if (each.sign === 'veto' || each.sign === 'certain') {
      const isTaken = each.sign === 'certain';
      return { candidate, points: isTaken ? Infinity : -Infinity, isTaken, found: [each, ...strongestFirst(found)] };
    }
    found.push(each);
    points += each.sign === 'for' ? each.points : -each.points;
  }
  return { candidate, points, isTaken: points >= THRESHOLD, found: strongestFirst(found) };
}

const strongestFirst = (found: readonly Evidence[]): Evidence[] => [...found].sort((a, b) => b.points - a.points);

/** Something worked out once for a candidate, at its first use. */
export function perCandidate<T>(read: (candidate: Candidate) => T): (candidate: Candidate) => T {
  const held = new WeakMap<Candidate, { readonly value: T }>();
  return (candidate) => {
    let made = held.get(candidate);
    if (made === undefined) held.set(candidate, (made = { value: read(candidate) }));
    return made.value;
  };
}

/** The words of the descriptors, folded. */
export const descriptorWords = perCandidate(({ known }) => known.descriptors.flatMap((each) => foldName(each).split(' ')));

/** The operator's own list is taken at its word, but for names it calls ambiguous. */
export const OF_ALL_KINDS: readonly Evidence[] = [
  {
    name: 'registered',
    kinds: ['person', 'organisation', 'place', 'event'],
    sign: 'certain',
    points: 0,
    says: 'it is in the list of the operator',
    test: ({ known, names }) => known.registered !== undefined && names.some((name) => !known.ambiguous.has(name)),
  },
];
