/**
 * Wikidata ids for merged names, given only when sure: the name is known for this kind, no other known entity competes, and, where the name is
 * shared or the person little known, the article supports it (role, country or nationality named). What speaks for and against is in the tables of
 * evidence (evidence-*.ts).
 */
import { foldName } from '../text/fold.ts';
import { mayGoOn } from './cut-out.ts';
import { BODIES, isLetters } from './evidence-bodies.ts';
import { PEOPLE } from './evidence-people.ts';
import { PLACES } from './evidence-places.ts';
import { nationalTeams, TEAMS } from './evidence-teams.ts';
import { judge, OF_ALL_KINDS, type Candidate, type Evidence, type Judgement, type LinkKind } from './evidence.ts';
import type { Known, KnownEntity, KnownKind } from './known.ts';
import { preferredPlace } from './link-choice.ts';
import type { ArticleContext } from './article-context.ts';
import { coreName, type Group } from './merge.ts';
import type { NameType } from './mention.ts';
import { isTeam } from './teams.ts';

const KIND: Readonly<Record<NameType, KnownKind>> = { PER: 'person', ORG: 'organisation', LOC: 'place', MISC: 'event' };

/** In the order in which it is read. */
export const EVIDENCE: readonly Evidence[] = [...OF_ALL_KINDS, ...TEAMS, ...PEOPLE, ...PLACES, ...BODIES];

export interface Link {
  readonly linked: KnownEntity | undefined;
  /** Every candidate; none for a family and for a part of a longer title. */
  readonly judged: readonly Judgement[];
}

export function linkGroup(group: Group, context: ArticleContext, known: Known, evidence: readonly Evidence[] = EVIDENCE): Link {
  if (group.isFamily || group.mentions.every((mention) => mayGoOn(mention, context.tokens))) return { linked: undefined, judged: [] };
  const judgeAs = (kind: LinkKind, entity: KnownEntity, names: readonly string[], competes: boolean): Judgement => {
    const own = foldName(entity.name).replace(/^the /, '');
    const candidate: Candidate = { kind, known: entity, own, names, group, context, competes, byName: known.byName };
    return judge(candidate, evidence);
  };
  const teams = nationalTeams(group, context, known);
  const [team] = teams;
  const asTeam = teams.length === 1 && team !== undefined ? [judgeAs('national team', team, [...group.names], false)] : [];
  if (team !== undefined && asTeam.some(({ isTaken }) => isTaken)) return { linked: team, judged: asTeam };

  const kind = KIND[group.type];
  const found = candidates(group, kind, context, known);
  const plain = [...found].filter(([entity, names]) => names.some((name) => !entity.ambiguous.has(name)));
  const main = plain.length === 1 ? plain[0]?.[0] : undefined;
  const judged = [...found].map(([entity, names]) => judgeAs(entity.kind, entity, names, found.size > 1 && entity !== main));
  const taken = judged.filter(({ isTaken }) => isTaken).map(({ candidate }) => candidate.known);
  const linked = taken.length === 1 ? taken[0] : taken.length > 1 && kind === 'place' ? preferredPlace(taken, main, context) : undefined;
  return { linked, judged: [...asTeam, ...judged] };
}

/** Known entities of this kind under one of the names. */
function candidates(group: Group, kind: KnownKind, context: ArticleContext, known: Known): Map<KnownEntity, string[]> {
  const found = namedSo(group, kind, known);
  if (kind !== 'place' && kind !== 'organisation') return found;
  // "White House" is a building to one tagger and an office to another; only an unshared name of two words crosses over. In sport, cities are clubs
  const isNew = found.size === 0;
  for (const [other, names] of namedSo(group, kind === 'place' ? 'organisation' : 'place', known))
    if (
      (kind === 'place' && context.sport !== undefined && isTeam(other)) ||
      (isNew &&
        other.placeType !== 'brand' &&
        names.some((name) => (name.includes(' ') || isLetters(group, other)) && !other.ambiguous.has(name)))
    )
      found.set(other, names);
  return found;
}

function namedSo(group: Group, kind: KnownKind, { byName }: Known): Map<KnownEntity, string[]> {
  const found = new Map<KnownEntity, string[]>();
  const names = new Set(group.names);
  // "Orbel Inc" is listed as Orbel
  if (kind === 'organisation') for (const name of group.names) names.add(coreName(name));
  for (const name of names) {
    for (const known of byName(name)) {
      if (known.kind !== kind) continue;
      const held = found.get(known);
      if (held === undefined) found.set(known, [name]);
      else held.push(name);
    }
  }
  return found;
}
