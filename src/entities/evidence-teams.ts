/** Whether the name of a country means its national team: in a report on its sport where the country plays and is nowhere a place. */
import { foldName } from '../text/fold.ts';
import type { Evidence } from './evidence.ts';
import { NATIONAL_TEAMS } from './facts/descriptors.ts';
import type { Known, KnownEntity } from './known.ts';
import type { ArticleContext } from './article-context.ts';
import type { Group } from './merge.ts';
import { isOtherTeam, isWhere, plays } from './teams.ts';

const NATIONAL = ['national team'] as const;

export const TEAMS: readonly Evidence[] = [
  {
    name: 'other-team',
    kinds: NATIONAL,
    sign: 'against',
    points: 20,
    says: 'the article is on women, juniors or reserves, who have teams of their own',
    test: ({ context }) => isOtherTeam(context),
  },
  {
    name: 'somewhere-to-be',
    kinds: NATIONAL,
    sign: 'against',
    points: 20,
    says: 'it is a place at least once',
    test: ({ group, context }) => group.mentions.some((mention) => isWhere(mention, context.tokens)),
  },
  {
    name: 'country-plays',
    kinds: NATIONAL,
    sign: 'for',
    points: 8,
    says: 'in a report on sport the country plays, mostly',
    test: ({ group: { mentions }, context }) => mentions.filter((mention) => plays(mention, context.tokens)).length * 2 >= mentions.length,
  },
];

/** The national teams in the sport of a report of the country that the group names. */
export function nationalTeams(group: Group, { isSport, sport }: ArticleContext, { byName }: Known): KnownEntity[] {
  const suffixes = sport === undefined || !isSport ? undefined : NATIONAL_TEAMS[sport];
  if (suffixes === undefined || group.type === 'PER') return [];
  const names = new Set(group.names);
  for (const name of group.names)
    for (const { placeType, name: own, aliases } of byName(name))
      if (placeType === 'country') for (const each of [own, ...aliases]) names.add(foldName(each));
  return [...new Set([...names].flatMap((name) => suffixes.flatMap((suffix) => byName(`${name} ${suffix}`))))];
}
