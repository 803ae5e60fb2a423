/**
 * Numbers that describe a block for the classifier: its words, its place in the tree, its place on the page, its neighbours, and what other extractors
 * make of it (Readability, the densest stretch of prose, JSON-LD articleBody). Nothing here knows a site, or a language beyond the furniture families.
 */
import { densestStretch, furnitureOf, isProse, logOf, type PageContext } from './prose.ts';
import { measureText, TEXT_NAMES } from './text-features.ts';
import { measureTree, TREE_NAMES } from './tree-features.ts';

/** Families of furniture after which the distance to the last one is a feature. */
const SINCE_FAMILIES = ['comments', 'related-heading', 'share', 'byline', 'timestamp'] as const;
/** Blocks after which a heading ("Comments", "Related") is forgotten. */
const SINCE = 80;
const PLACE_NAMES = [
  'fromHeadline',
  'afterHeadline',
  'position',
  'proseBefore',
  'proseAfter',
  'toProseBefore',
  'toProseAfter',
  'inSegment',
  'fromSegmentStart',
  'fromSegmentEnd',
  'bodyKnown',
  'pageProse',
  'pageBlocks',
  'headingOpen',
  'fromHeading',
  ...SINCE_FAMILIES.map((family) => `from:${family}`),
] as const;
const NEAR = ['words', 'linkShare', 'ends', 'heading', 'p', 'li', 'readable', 'furnitureSure', 'prose', 'inSegment', 'bodyShare'] as const;
const OFFSETS = [-3, -2, -1, 1, 2, 3] as const;

export const FEATURE_NAMES: readonly string[] = [
  ...TEXT_NAMES,
  ...TREE_NAMES,
  ...PLACE_NAMES,
  ...OFFSETS.flatMap((offset) => NEAR.map((name) => `${offset > 0 ? '+' : ''}${offset}:${name}`)),
];
const COLUMN = new Map(FEATURE_NAMES.map((name, index) => [name, index]));
const column = (name: string): number => {
  const index = COLUMN.get(name);
  if (index === undefined) throw new Error(`unknown feature ${name}`);
  return index;
};
const FIRST_TREE = TEXT_NAMES.length;
const FIRST_PLACE = FIRST_TREE + TREE_NAMES.length;
const FIRST_NEAR = FIRST_PLACE + PLACE_NAMES.length;
const TO_PROSE_AFTER = column('toProseAfter');
const RELATED_HEADING = column('family:related-heading');
const NEAR_COLUMNS = NEAR.map((name) => (name === 'prose' ? -1 : column(name)));

/** Fills the columns of PLACE_NAMES. The words must have been measured. */
function measurePlace(context: PageContext, prose: readonly boolean[], rows: readonly Float32Array[]): void {
  const { blocks } = context;
  const totalProse = Math.max(1, context.scopes[0]?.proseChars ?? 1);
  const [segmentStart, segmentEnd] = densestStretch(blocks, prose);
  const headlineBlock = context.headlineBlock ?? 0;
  const bodyChars = context.articleBody?.length ?? 0;
  const last = SINCE_FAMILIES.map(() => -SINCE);
  let before = 0;
  let lastProse = -1;
  let lastHeading = -1;
  for (const [index, block] of blocks.entries()) {
    const row = rows[index] ?? new Float32Array();
    let at = FIRST_PLACE;
    const put = (value: number): void => {
      row[at++] = value;
    };
    put(Math.max(-60, Math.min(60, index - headlineBlock)));
    put(context.headlineBlock === undefined ? -1 : index > headlineBlock ? 1 : 0);
    put(index / blocks.length);
    put(before / totalProse);
    if (prose[index] === true) before += block.text.length;
    put((totalProse - before) / totalProse);
    put(Math.min(30, lastProse < 0 ? 30 : index - lastProse));
    put(30);
    put(index >= segmentStart && index < segmentEnd ? 1 : 0);
    put(Math.max(-40, Math.min(40, index - segmentStart)));
    put(Math.max(-40, Math.min(40, segmentEnd - 1 - index)));
    put(Math.min(2, bodyChars / totalProse));
    put(logOf(totalProse));
    put(logOf(blocks.length));
    put(lastHeading < 0 ? -1 : (rows[lastHeading]?.[RELATED_HEADING] ?? 0));
    put(Math.min(30, lastHeading < 0 ? 30 : index - lastHeading));
    const rule = furnitureOf(block)?.rule;
    for (const [place, family] of SINCE_FAMILIES.entries()) {
      put(Math.min(SINCE, index - (last[place] ?? 0)));
      if (rule === family) last[place] = index;
    }
    if (prose[index] === true) lastProse = index;
    if (/^h[1-6]$/u.test(block.tag)) lastHeading = index;
  }
  for (let index = blocks.length - 1, next = -1; index >= 0; index--) {
    const row = rows[index];
    if (row !== undefined) row[TO_PROSE_AFTER] = Math.min(30, next < 0 ? 30 : next - index);
    if (prose[index] === true) next = index;
  }
}

/** One row a block, columns as in FEATURE_NAMES. */
export function measureBlocks(context: PageContext): Float32Array[] {
  const prose = context.blocks.map(isProse);
  // one piece of memory a page: the rows are views of it
  const width = FEATURE_NAMES.length;
  const all = new Float32Array(context.blocks.length * width);
  const rows = context.blocks.map((_, index) => all.subarray(index * width, (index + 1) * width));
  measureText(context, prose, rows);
  measureTree(context, prose, rows, FIRST_TREE);
  measurePlace(context, prose, rows);
  for (const [index, row] of rows.entries()) {
    let at = FIRST_NEAR;
    for (const offset of OFFSETS) {
      const near = rows[index + offset];
      for (const source of NEAR_COLUMNS)
        row[at++] = near === undefined ? -1 : source < 0 ? (prose[index + offset] === true ? 1 : 0) : (near[source] ?? 0);
    }
  }
  return rows;
}
