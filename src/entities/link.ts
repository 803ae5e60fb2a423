/**
 * Wikidata ids for merged names, given only when sure: the full name is known for this kind, no other known entity of the kind competes,
 * and, where the name is shared or the person little known, the article supports it (role, country or nationality named).
 */
import { foldName } from '../text/fold.ts';
import { knownByName, type KnownEntity, type KnownKind } from './known.ts';
import type { Group } from './merge.ts';
import type { NameType } from './mention.ts';

const KIND: Readonly<Record<NameType, KnownKind>> = { PER: 'person', ORG: 'organisation', LOC: 'place', MISC: 'event' };

/** Sources that must agree before a person is linked by full name alone. */
const WELL_KNOWN = 3;

/** What the article says, for support: folded words and names. */
export interface ArticleContext {
  readonly words: ReadonlySet<string>;
}

export function linkGroup(group: Group, context: ArticleContext): KnownEntity | undefined {
  if (group.isFamily) return undefined;
  const kind = KIND[group.type];
  const found = new Map<KnownEntity, boolean>();
  for (const name of group.names) {
    for (const known of knownByName(name)) {
      if (known.kind !== kind) continue;
      const sure = !known.ambiguous.has(name) && (kind !== 'person' || name.includes(' '));
      found.set(known, (found.get(known) ?? false) || sure);
    }
  }
  const supported = [...found].filter(([known, sure]) => isSupported(known, sure, group, context));
  if (supported.length === 1) return supported[0]?.[0];
  const clear = supported.filter(([, sure]) => sure);
  return clear.length === 1 ? clear[0]?.[0] : undefined;
}

function isSupported(known: KnownEntity, sure: boolean, group: Group, context: ArticleContext): boolean {
  if (known.kind !== 'person') return sure;
  const roles = new Set(group.mentions.flatMap((mention) => mention.descriptors).flatMap((descriptor) => foldName(descriptor).split(' ')));
  const sharesRole = known.descriptors.some((descriptor) =>
    foldName(descriptor)
      .split(' ')
      .some((word) => word.length > 3 && roles.has(word)),
  );
  if (sharesRole) return true;
  if (!sure) return false;
  return known.sources >= WELL_KNOWN || known.descriptors.some((descriptor) => context.words.has(foldName(descriptor).split(' ')[0] ?? ''));
}
