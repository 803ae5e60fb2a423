/** Invented news copy for the tests: each number gives another story. */
import { createHash } from 'node:crypto';
import { articleId } from '../../src/identity.ts';
import type { IncomingItem } from '../../src/store/store.ts';

const PLACES = [
  'Harbour Street',
  'Mill Lane',
  'Castle Road',
  'Station Square',
  'Quarry Hill',
  'Abbey Gardens',
  'Canal Wharf',
  'Orchard Close',
];
const THINGS = ['library', 'swimming pool', 'tram depot', 'fish market', 'observatory', 'bakery school', 'bicycle garage', 'concert hall'];
const PEOPLE = ['Ann Lee', 'Tomas Berg', 'Ruth Okafor', 'Viktor Hanley', 'Mira Castellan', 'Joan Whitlock', 'Peter Dunmore', 'Ines Varga'];
const CAUSES = [
  'a burst pipe',
  'months of petitions',
  'a late bequest',
  'a vote of the council',
  'an engineering survey',
  'a summer of protests',
];

const pick = (list: readonly string[], n: number): string => list[n % list.length] as string;

/** A short story; two numbers never give near-duplicates: names, figures and most sentences differ. */
export function story(n: number): string {
  const [place, thing, person, cause] = [pick(PLACES, n), pick(THINGS, n * 3 + 1), pick(PEOPLE, n * 5 + 2), pick(CAUSES, n * 7 + 3)];
  const marker = createHash('sha256').update(`story ${n}`).digest('hex');
  const words = marker.match(/.{4}/g)?.map((part) => `${pick(PLACES, Number.parseInt(part, 16)).split(' ')[0]}-${part}`) ?? [];
  return [
    `The ${thing} on ${place} reopens after ${cause} (${n})`,
    `The ${thing} on ${place} opened its doors again on Monday after ${cause}, ${100 + n} days later than the builders of ${words[0]} had promised.`,
    `“We kept our word to ${words[1]} and to ${words[2]},” ${person} said at the ceremony. “Nobody in ${words[3]} believed us.”`,
    `The works cost ${3 * n + 7} million crowns, of which ${words[4]} paid a third, and employed ${n + 40} people from ${words[5]} and ${words[6]}.`,
    `A second building near ${words[7]} follows in the autumn, according to plans that ${words[8]} published in issue ${n + 1}.`,
  ].join('\n\n');
}

/** The story as a syndicated copy: the same text with another outlet. */
export const itemOf = (text: string, declared: Pick<IncomingItem, 'url' | 'outlet' | 'inputId' | 'file'> = {}): IncomingItem => {
  const bytes = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id: articleId(sha256, declared), bytes, sha256, mediaType: 'text/plain', charset: 'utf-8', ...declared };
};

export const items = (count: number, from = 0): IncomingItem[] => Array.from({ length: count }, (_none, i) => itemOf(story(from + i)));
