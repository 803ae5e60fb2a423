/** The relative stamp of a dump: the lines between its headline and its story, and no others. */
import { readRelativeStamp, type RelativeStamp } from '../metadata/relative-stamp.ts';
import type { LineFacts } from './features.ts';
import type { Segmentation } from './segment.ts';

/** Lines below the headline in which the stamp of the story stands. */
const REACH = 8;

/** Like the headline of another story. One may be the standfirst; after a second one, suggestions have begun. */
const isTitle = ({ words, sentence, furniture }: LineFacts): boolean => words >= 4 && words <= 25 && !sentence && furniture === undefined;

export function findRelativeLine(
  page: readonly LineFacts[],
  { lines }: Segmentation,
  retrievedAt: string | undefined,
): RelativeStamp | undefined {
  const headlineAt = retrievedAt === undefined ? -1 : lines.findIndex(({ rule }) => rule === 'headline');
  if (retrievedAt === undefined || headlineAt < 0) return undefined;
  let titles = 0;
  for (let i = headlineAt + 1; i < Math.min(page.length, headlineAt + 1 + REACH); i++) {
    const facts = page[i]!;
    const stamp = facts.words > 24 ? undefined : readRelativeStamp([facts.line.text], retrievedAt);
    if (stamp !== undefined) return stamp;
    if ((lines[i]!.kept && facts.sentence && facts.words >= 8) || (isTitle(facts) && ++titles > 1)) return undefined;
  }
  return undefined;
}
