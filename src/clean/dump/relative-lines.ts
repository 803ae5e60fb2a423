/** The relative stamp of a dump: the lines between its headline and its story, or a labelled one right above the headline; no others. */
import { isLabelledStamp, readRelativeStamp, type RelativeStamp } from '../metadata/relative-stamp.ts';
import type { LineFacts } from './features.ts';
import type { Segmentation } from './segment.ts';

/** Lines below the headline in which the stamp of the story stands. */
const REACH = 8;

/** Lines above the headline in which its stamp stands: "Published 1 day ago", perhaps with a section between. */
const ABOVE = 2;

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
    const facts = page[i];
    if (facts === undefined) break;
    const stamp = facts.words > 24 ? undefined : readRelativeStamp([facts.line.text], retrievedAt);
    if (stamp !== undefined) return stamp;
    if ((lines[i]?.kept === true && facts.sentence && facts.words >= 8) || (isTitle(facts) && ++titles > 1)) break;
  }
  for (let i = headlineAt - 1; i >= Math.max(0, headlineAt - ABOVE); i--) {
    const text = page[i]?.line.text;
    if (text === undefined) break;
    const over = page[i - 1];
    // under the title of another story it is that story's
    if (isLabelledStamp(text, retrievedAt)) return over !== undefined && isTitle(over) ? undefined : readRelativeStamp([text], retrievedAt);
  }
  return undefined;
}
