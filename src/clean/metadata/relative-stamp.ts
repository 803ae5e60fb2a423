/** The relative stamp of an article ("3 hours ago" under its headline), in HTML and in dumps; never that of a suggested story or of a comment. */
import type { ArticleDate, Note } from '../../article.ts';
import type { Block } from '../page-model.ts';
import { findRelativeDates } from './relative-dates.ts';
import { BIO_NAME, namesOfScopes, partsOf, STAMP_NAME } from './stamps.ts';

interface Said {
  readonly date: ArticleDate;
  /** As written. */
  readonly words: string;
}

export interface RelativeStamp {
  readonly published: Said | undefined;
  readonly modified: Said | undefined;
  readonly retrievedAt: string;
}

/** The first publication and the first update that the lines of a stamp name. */
export function readRelativeStamp(lines: readonly string[], retrievedAt: string): RelativeStamp | undefined {
  const said = lines.flatMap((line) =>
    findRelativeDates(line, retrievedAt).map(({ date, span, label }) => ({ date, label, words: line.slice(...span) })),
  );
  const published = said.find(({ label }) => label !== 'modified');
  const modified = said.find(({ label }) => label === 'modified');
  return published === undefined && modified === undefined ? undefined : { published, modified, retrievedAt };
}

/** "Published 1 day ago", "Aktualisiert vor 3 Stunden": a line that says what its stamp is. */
export const isLabelledStamp = (line: string, retrievedAt: string): boolean =>
  findRelativeDates(line, retrievedAt).some(({ label }) => label !== undefined);

/** Says which words gave the dates, for those that were taken. */
export function noteOf(
  { published, modified, retrievedAt }: RelativeStamp,
  { isPublished, isModified }: { readonly isPublished: boolean; readonly isModified: boolean },
): Note | undefined {
  const words = new Set([isPublished ? (published ?? modified)?.words : undefined, isModified ? modified?.words : undefined]);
  const quoted = [...words].filter((phrase) => phrase !== undefined).map((phrase) => `“${phrase}”`);
  if (quoted.length === 0) return undefined;
  return {
    stage: 'clean',
    rule: 'relative-date',
    text: `${quoted.join(' and ')}, counted back from ${retrievedAt}, when it was retrieved.`,
  };
}

/** Blocks below the headline, and above it, in which a page's own stamp stands. */
const BELOW = 8;
const ABOVE = 3;
const STAMP_WORDS = 25;
/** A paragraph: what stands below it is the story. Words. */
const PARAGRAPH_WORDS = 35;
/** A block that only labels the next one, or is a byline over it. */
const LEAD_WORDS = 6;

const NOT_OWN = new Set(['aside', 'nav', 'footer', 'li']);

function isElsewhere(block: Block): boolean {
  if (block.scope.pruned !== undefined || block.linkChars > block.text.length * 0.8 || BIO_NAME.test(namesOfScopes(block, 2))) return true;
  for (let scope: Block['scope'] | undefined = block.scope; scope !== undefined; scope = scope.parent)
    if (NOT_OWN.has(scope.element.name)) return true;
  return false;
}

/** The title of another story: where one stands, suggestions have begun. */
const isLinkedTitle = (block: Block): boolean => block.words >= 4 && block.linkChars >= block.text.length * 0.75;

/** What the page shows at its headline, if it is relative and the moment of retrieval is known. */
export function findRelativeStamp(
  blocks: readonly Block[],
  headlineBlock: number | undefined,
  retrievedAt: string | undefined,
): RelativeStamp | undefined {
  if (retrievedAt === undefined || headlineBlock === undefined) return undefined;
  const below = blocks.slice(headlineBlock + 1, headlineBlock + 1 + BELOW);
  const end = below.findIndex((block) => block.words > PARAGRAPH_WORDS || isLinkedTitle(block));
  const above = blocks.slice(Math.max(0, headlineBlock - ABOVE), headlineBlock).toReversed();
  const near = [...(end < 0 ? below : below.slice(0, end)), ...above.filter((block) => STAMP_NAME.test(namesOfScopes(block, 1)))];
  const lines = near
    .filter((block) => block.words <= STAMP_WORDS && !isElsewhere(block))
    .flatMap((block) => linesOf(block, block.index - 1 === headlineBlock ? undefined : blocks[block.index - 1], retrievedAt));
  return readRelativeStamp(lines, retrievedAt);
}

/** The text of a block with the label or byline in the block before, where the two make a stamp; else alone; else its glued parts. */
function linesOf(block: Block, before: Block | undefined, retrievedAt: string): string[] {
  const count = (line: string): number => findRelativeDates(line, retrievedAt).length;
  const own = count(block.text);
  const led = before === undefined || before.words > LEAD_WORDS ? undefined : `${before.text} ${block.text}`;
  if (led !== undefined && count(led) >= Math.max(1, own)) return [led];
  return own > 0 ? [block.text] : partsOf(block);
}
