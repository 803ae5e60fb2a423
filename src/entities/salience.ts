/** How much an article is about an entity, 0..1: named in the headline, named early, named often. */
import type { Group } from './merge.ts';

const IN_HEADLINE = 0.35;
const EARLY = 0.3;
const OFTEN = 0.35;

export function salienceOf(group: Group, foldedHeadline: string, textLength: number, most: number): number {
  const first = group.mentions[0]?.start ?? textLength;
  const early = 1 - Math.min(1, first / Math.max(400, textLength / 2));
  const often = Math.log1p(group.mentions.length) / Math.log1p(Math.max(most, 3));
  const named = foldedHeadline !== '' && [...group.names].some((name) => ` ${foldedHeadline} `.includes(` ${name} `));
  const score = (named ? IN_HEADLINE : 0) + EARLY * early + OFTEN * Math.min(1, often);
  const ceiling = foldedHeadline === '' ? EARLY + OFTEN : 1;
  return Math.round((score / ceiling) * 1000) / 1000;
}
