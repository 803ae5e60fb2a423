/**
 * Wikidata ids for merged names, given only when sure: the name is known for this kind, no other known entity competes, and, where the name is
 * shared or the person little known, the article supports it (role, country or nationality named).
 */
import { foldName } from '../text/fold.ts';
import { mayGoOn } from './cut-out.ts';
import type { Known, KnownEntity, KnownKind } from './known.ts';
import { isLetters, isSupportedBody } from './link-bodies.ts';
import type { ArticleContext } from './link-context.ts';
import { isSupportedPerson } from './link-people.ts';
import { isSupportedPlace, preferredPlace } from './link-places.ts';
import { isTeam, nationalTeam } from './link-teams.ts';
import { coreName, type Group } from './merge.ts';
import type { NameType } from './mention.ts';

const KIND: Readonly<Record<NameType, KnownKind>> = { PER: 'person', ORG: 'organisation', LOC: 'place', MISC: 'event' };

export function linkGroup(group: Group, context: ArticleContext, known: Known): KnownEntity | undefined {
  if (group.isFamily || group.mentions.every((mention) => mayGoOn(mention, context.tokens))) return undefined;
  const team = nationalTeam(group, context, known);
  if (team !== undefined) return team;
  const kind = KIND[group.type];
  const found = candidates(group, kind, known);
  if (kind === 'place' || kind === 'organisation') {
    // "White House" is a building to one tagger and an office to another; only an unshared name of two words crosses over. In sport, cities are clubs
    const isNew = found.size === 0;
    for (const [other, names] of candidates(group, kind === 'place' ? 'organisation' : 'place', known))
      if (
        (kind === 'place' && context.sport !== undefined && isTeam(other)) ||
        (isNew &&
          other.placeType !== 'brand' &&
          names.some((name) => (name.includes(' ') || isLetters(group, other)) && !other.ambiguous.has(name)))
      )
        found.set(other, names);
  }
  const plain = [...found].filter(([entity, names]) => names.some((name) => !entity.ambiguous.has(name)));
  const main = plain.length === 1 ? plain[0]?.[0] : undefined;
  const supported = [...found]
    .filter(([entity, names]) => isSupported(entity, names, group, context, found.size > 1 && entity !== main, known))
    .map(([entity]) => entity);
  if (supported.length === 1) return supported[0];
  if (supported.length > 1 && kind === 'place') return preferredPlace(supported, main, context);
  return undefined;
}

function candidates(group: Group, kind: KnownKind, { byName }: Known): Map<KnownEntity, string[]> {
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

function isSupported(
  known: KnownEntity,
  names: readonly string[],
  group: Group,
  context: ArticleContext,
  competes: boolean,
  { byName }: Known,
): boolean {
  // the operator's own list is taken at its word, but for names it calls ambiguous
  if (known.registered !== undefined && names.some((name) => !known.ambiguous.has(name))) return true;
  const own = foldName(known.name).replace(/^the /, '');
  if (known.kind === 'person') return isSupportedPerson(known, names, group, context, byName);
  if (known.kind === 'place') return isSupportedPlace(known, own, names, group, context, competes, byName);
  return isSupportedBody(known, own, names, group, context, byName);
}
