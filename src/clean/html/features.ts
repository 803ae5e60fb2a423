/**
 * Numbers that describe a block for the classifier: its words, its place in the tree, its neighbours, and what other extractors make of it
 * (Readability, the densest stretch of prose, JSON-LD articleBody). Nothing here knows a site or a language beyond the furniture families.
 */
import { matchFurniture } from '../dump/furniture.ts';
import { parseByline } from '../metadata/byline.ts';
import { wordKey } from '../metadata/headline.ts';
import type { Block, Scope } from './blocks.ts';
import { groupsOfElement, groupsOfName, NAME_GROUPS } from './names.ts';

export interface PageContext {
  readonly blocks: readonly Block[];
  readonly scopes: readonly Scope[];
  readonly headline: string;
  readonly headlineBlock: number | undefined;
  readonly description: string | undefined;
  readonly articleBody: string | undefined;
  readonly readable: ReadonlySet<number> | undefined;
}

/** Elements whose distance above the block is a feature. */
const LANDMARKS = [
  'article',
  'main',
  'aside',
  'nav',
  'header',
  'footer',
  'figure',
  'table',
  'section',
  'details',
  'blockquote',
  'form',
] as const;
/** Furniture families that are features of their own. */
const FAMILIES = [
  'share',
  'newsletter',
  'read-more',
  'related-heading',
  'copyright',
  'byline',
  'timestamp',
  'photo-credit',
  'credit',
  'comments',
  'donation',
  'tags',
  'author-bio',
  'syndication',
  'follow-us',
  'account',
] as const;

/** Distance that stands for "none". */
const FAR = 12;
const LEVELS = 5;
/** Blocks after which a heading ("Comments", "Related") is forgotten. */
const SINCE = 80;

const TEXT_NAMES = [
  'words',
  'chars',
  'linkShare',
  'strongShare',
  'wordLength',
  'ends',
  'endsColon',
  'startsUpper',
  'digitShare',
  'upperShare',
  'commas',
  'sentences',
  'quotes',
  'bars',
  'lines',
  'question',
  'lowerShare',
  'time',
  'image',
  'furnitureSure',
  'furnitureMaybe',
  'byline',
  'headlineLike',
  'descriptionLike',
  'copies',
  'firstPerson',
  ...FAMILIES.map((family) => `family:${family}`),
] as const;
const TREE_NAMES = [
  'heading',
  'p',
  'li',
  'caption',
  'quote',
  'pre',
  'row',
  'other',
  'button',
  'depth',
  'hidden',
  'form',
  'readable',
  ...LANDMARKS.map((name) => `above:${name}`),
  ...NAME_GROUPS.map((name) => `names:${name}`),
  'inlineNames:author',
  'inlineNames:meta',
  'inlineNames:share',
  ...Array.from({ length: LEVELS }, (_, level) => [`prose^${level}`, `links^${level}`, `blocks^${level}`, `readable^${level}`]).flat(),
  'toTopUp',
  'toTopDown',
  'branchProse',
  'branchLinks',
  'branchReadable',
  'kinCount',
  'kinWords',
  'kinLinks',
  'kinProse',
  'kinReadable',
] as const;
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
  'bodyShare',
  'bodyKnown',
  'pageProse',
  'headingOpen',
  'fromHeading',
  'fromComments',
  'fromRelated',
  'fromShare',
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

export const isProse = (block: Block): boolean =>
  block.scope.pruned === undefined &&
  block.words >= 12 &&
  block.linkChars < block.text.length / 2 &&
  /[.!?…:;,"”»。！？、،؟।]/u.test(block.text);

/** Distances upward from a scope to landmarks and to name groups, shared along the way down. */
interface Above {
  readonly landmarks: Uint8Array;
  readonly names: Uint8Array;
}

function aboveOf(scope: Scope, memo: Map<number, Above>): Above {
  const done = memo.get(scope.id);
  if (done !== undefined) return done;
  const parent = scope.parent === undefined ? undefined : aboveOf(scope.parent, memo);
  const landmarks = new Uint8Array(LANDMARKS.length).fill(FAR);
  const names = new Uint8Array(NAME_GROUPS.length).fill(FAR);
  const groups = groupsOfElement(scope.element);
  for (let at = 0; at < landmarks.length; at++)
    landmarks[at] = scope.element.name === LANDMARKS[at] ? 0 : Math.min(FAR, (parent?.landmarks[at] ?? FAR - 1) + 1);
  for (let at = 0; at < names.length; at++) names[at] = (groups & (1 << at)) !== 0 ? 0 : Math.min(FAR, (parent?.names[at] ?? FAR - 1) + 1);
  const above = { landmarks, names };
  memo.set(scope.id, above);
  return above;
}

/** Maximum-sum stretch of blocks, prose counting for and everything else against (Pasternack and Roth, WWW 2009). */
function densestStretch(blocks: readonly Block[]): [start: number, end: number] {
  let best = 0;
  let bestRange: [number, number] = [0, 0];
  let sum = 0;
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += isProse(block)
      ? Math.min(block.words - block.linkChars / 6, 120)
      : block.scope.pruned === undefined
        ? -4 - block.linkChars / 8
        : 0;
    if (sum > best) {
      best = sum;
      bestRange = [start, index + 1];
    }
  }
  return bestRange;
}

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function shinglesOf(text: string): Set<string> {
  const tokens = tokensOf(text);
  const set = new Set<string>();
  for (let at = 0; at + 3 <= tokens.length; at++) set.add(`${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]}`);
  return set;
}

/** Share of a text's three-word runs that are in a set; short texts are looked up whole. */
function shareIn(text: string, known: ReadonlySet<string>, flat: string): number {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return 0;
  if (tokens.length < 3) return flat.includes(` ${tokens.join(' ')} `) ? 1 : 0;
  let hits = 0;
  for (let at = 0; at + 3 <= tokens.length; at++) if (known.has(`${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]}`)) hits++;
  return hits / (tokens.length - 2);
}

type Furniture = NonNullable<ReturnType<typeof matchFurniture>>;

const furnitureOfBlock = new WeakMap<Block, Furniture | 'none'>();

/** The furniture family of a block, looked up once: some forty patterns are tried. */
export function furnitureOf(block: Block): Furniture | undefined {
  let furniture = furnitureOfBlock.get(block);
  if (furniture === undefined) {
    furniture = matchFurniture(block.text, block.words) ?? 'none';
    furnitureOfBlock.set(block, furniture);
  }
  return furniture === 'none' ? undefined : furniture;
}

const log = (value: number): number => Math.log2(1 + Math.max(0, value));

/** Character counts of a text, in one pass. */
interface Marks {
  digits: number;
  upper: number;
  lower: number;
  commas: number;
  sentences: number;
  quotes: number;
  bars: number;
  lines: number;
  question: boolean;
}

const isLetterCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x2000) ||
  code > 0x2e80;

function markText(text: string): Marks {
  const marks: Marks = { digits: 0, upper: 0, lower: 0, commas: 0, sentences: 0, quotes: 0, bars: 0, lines: 0, question: false };
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetterCode(code)) {
      if (!inWord) {
        const letter = text[at] ?? '';
        if (letter !== letter.toLowerCase()) marks.upper++;
        else if (letter !== letter.toUpperCase()) marks.lower++;
        inWord = true;
      }
      continue;
    }
    inWord = false;
    if (code >= 48 && code <= 57) marks.digits++;
    else if (code === 10) marks.lines++;
    else if (code > 32) markSign(marks, text, at, code);
  }
  return marks;
}

function markSign(marks: Marks, text: string, at: number, code: number): void {
  const sign = text[at] ?? '';
  if (code === 63) marks.question = true;
  if (',;،、'.includes(sign)) marks.commas++;
  else if ('.!?。！？'.includes(sign)) {
    const next = text.charCodeAt(at + 1);
    if (Number.isNaN(next) || next <= 32 || code > 0x3000) marks.sentences++;
    else if ('"”’)'.includes(text[at + 1] ?? ' ') && !(text.charCodeAt(at + 2) > 32)) marks.sentences++;
  } else if ('"“”«»„'.includes(sign)) marks.quotes++;
  else if ('|•·›»→'.includes(sign)) marks.bars++;
}

/** One row a block, columns as in FEATURE_NAMES. */
export function measureBlocks(context: PageContext): Float32Array[] {
  const { blocks, readable } = context;
  const memo = new Map<number, Above>();
  const rows = blocks.map(() => new Float32Array(FEATURE_NAMES.length));
  const totalProse = Math.max(1, context.scopes[0]?.proseChars ?? 1);
  const prose = blocks.map(isProse);

  const copies = new Map<string, number>();
  const keys = blocks.map((block) => wordKey(block.text.slice(0, 400)));
  for (const key of keys) copies.set(key, (copies.get(key) ?? 0) + 1);

  interface Kin {
    count: number;
    words: number;
    links: number;
    chars: number;
    prose: number;
    readable: number;
  }
  const kin = new Map<string, Kin>();
  const kinOf: Kin[] = blocks.map((block, index) => {
    const { scope } = block;
    const key = `${block.tag}|${scope.element.name}.${scope.element.attribs['class'] ?? ''}|${scope.parent?.element.name}.${scope.parent?.element.attribs['class'] ?? ''}`;
    const group = kin.get(key) ?? { count: 0, words: 0, links: 0, chars: 0, prose: 0, readable: 0 };
    kin.set(key, group);
    group.count++;
    group.words += block.words;
    group.links += block.linkChars;
    group.chars += block.text.length;
    if (prose[index] === true) group.prose += block.text.length;
    if (readable?.has(scope.id) === true) group.readable++;
    return group;
  });

  /** Characters of blocks that Readability keeps, by scope. */
  const readableChars = new Float64Array(context.scopes.length);
  for (const block of blocks)
    if (readable?.has(block.scope.id) === true)
      for (let at: Scope | undefined = block.scope; at !== undefined; at = at.parent)
        readableChars[at.id] = (readableChars[at.id] ?? 0) + block.text.length;

  // The scope with most prose of its own: its blocks in full, those a level further down at half.
  const own = new Float64Array(context.scopes.length);
  for (const [index, block] of blocks.entries()) {
    if (prose[index] !== true) continue;
    const weight = block.text.length + 50;
    let share = 1;
    for (let at: Scope | undefined = block.scope.parent, level = 0; at !== undefined && level < 3; at = at.parent, level++, share /= 2)
      own[at.id] = (own[at.id] ?? 0) + weight * share;
  }
  let top = 0;
  for (let id = 1; id < own.length; id++) if ((own[id] ?? 0) > (own[top] ?? 0)) top = id;
  const topPath = new Map<number, number>();
  for (let at: Scope | undefined = context.scopes[top], steps = 0; at !== undefined; at = at.parent, steps++) topPath.set(at.id, steps);

  const [segmentStart, segmentEnd] = densestStretch(blocks);
  const bodySet = context.articleBody === undefined ? undefined : shinglesOf(context.articleBody);
  const bodyFlat = context.articleBody === undefined ? '' : ` ${tokensOf(context.articleBody).join(' ')} `;
  const headlineSet = shinglesOf(context.headline);
  const headlineFlat = ` ${tokensOf(context.headline).join(' ')} `;
  const descriptionSet = shinglesOf(context.description ?? '');
  const descriptionFlat = ` ${tokensOf(context.description ?? '').join(' ')} `;
  const headlineBlock = context.headlineBlock ?? 0;
  const headlineKey = wordKey(context.headline);

  let before = 0;
  let lastProse = -1;
  let lastHeading = -1;
  let lastComments = -SINCE;
  let lastRelated = -SINCE;
  let lastShare = -SINCE;
  for (const [index, block] of blocks.entries()) {
    const row = rows[index] ?? new Float32Array();
    const { text, scope } = block;
    const chars = Math.max(1, text.length);
    const words = Math.max(1, block.words);
    let at = 0;
    const put = (value: number): void => {
      row[at++] = value;
    };
    const furniture = furnitureOf(block);
    const marks = markText(text);
    put(block.words);
    put(text.length);
    put(block.linkChars / chars);
    put(block.strongChars / chars);
    put(text.length / words);
    put(/[.!?…。！？।"”»)]['"”’)\]]*$/u.test(text) ? 1 : 0);
    put(/[:：]$/u.test(text) ? 1 : 0);
    put(/^["“”‘'«„([]?\p{Lu}/u.test(text) ? 1 : 0);
    put(marks.digits / chars);
    put(marks.upper / words);
    put(marks.commas / words);
    put(marks.sentences);
    put(marks.quotes / words);
    put(marks.bars);
    put(marks.lines);
    put(marks.question ? 1 : 0);
    put(marks.lower / words);
    put(block.holds.has('time') || block.datetime !== undefined ? 1 : 0);
    put(block.holds.has('img') ? 1 : 0);
    put(furniture?.anywhere === true ? 1 : 0);
    put(furniture !== undefined && !furniture.anywhere ? 1 : 0);
    put(block.words <= 25 && parseByline(text) !== undefined ? 1 : 0);
    put(context.headline === '' ? 0 : keys[index] === headlineKey ? 2 : block.words <= 60 ? shareIn(text, headlineSet, headlineFlat) : 0);
    put(block.words <= 120 ? shareIn(text, descriptionSet, descriptionFlat) : 0);
    put(Math.min(9, copies.get(keys[index] ?? '') ?? 1));
    put(/\b(?:you|your|we|our|us)\b/iu.test(text) ? 1 : 0);
    for (const family of FAMILIES) put(furniture?.rule === family ? 1 : 0);

    put(/^h[1-6]$/u.test(block.tag) ? Number(block.tag[1]) : 0);
    put(block.tag === 'p' ? 1 : 0);
    put(block.tag === 'li' ? 1 : 0);
    put(block.tag === 'figcaption' || block.tag === 'caption' ? 1 : 0);
    put(block.tag === 'blockquote' ? 1 : 0);
    put(block.tag === 'pre' ? 1 : 0);
    put(block.tag === 'tr' ? 1 : 0);
    put(/^(?:div|section|span|td|article|main|body)$/u.test(block.tag) ? 1 : 0);
    put(/^(?:button|legend|summary|address|menu|label)$/u.test(block.tag) ? 1 : 0);
    put(scope.depth);
    put(scope.pruned === 'hidden' ? 1 : 0);
    put(scope.pruned === 'form' ? 1 : 0);
    put(readable === undefined ? -1 : readable.has(scope.id) ? 1 : 0);
    const above = aboveOf(scope, memo);
    for (const distance of above.landmarks) put(distance);
    for (const distance of above.names) put(distance);
    const inline = groupsOfName(block.inlineNames);
    for (const name of ['author', 'meta', 'share'] as const) put((inline & (1 << NAME_GROUPS.indexOf(name))) !== 0 ? 1 : 0);
    let level: Scope | undefined = scope;
    for (let up = 0; up < LEVELS; up++) {
      put((level?.proseChars ?? 0) / totalProse);
      put((level?.linkChars ?? 0) / Math.max(1, level?.chars ?? 1));
      put(log(level?.blocks ?? 0));
      put((readableChars[level?.id ?? 0] ?? 0) / Math.max(1, level?.chars ?? 1));
      level = level?.parent ?? level;
    }
    let branch = scope;
    let up = 0;
    while (!topPath.has(branch.id) && branch.parent !== undefined && !topPath.has(branch.parent.id)) {
      branch = branch.parent;
      up++;
    }
    const meeting = topPath.has(branch.id) ? branch : (branch.parent ?? branch);
    put(topPath.has(scope.id) ? 0 : up + 1);
    put(topPath.get(meeting.id) ?? 0);
    put(branch.proseChars / totalProse);
    put(branch.linkChars / Math.max(1, branch.chars));
    put((readableChars[branch.id] ?? 0) / Math.max(1, branch.chars));
    const group = kinOf[index];
    put(log(group?.count ?? 0));
    put((group?.words ?? 0) / Math.max(1, group?.count ?? 1));
    put((group?.links ?? 0) / Math.max(1, group?.chars ?? 1));
    put((group?.prose ?? 0) / totalProse);
    put((group?.readable ?? 0) / Math.max(1, group?.count ?? 1));

    put(Math.max(-60, Math.min(60, index - headlineBlock)));
    put(context.headlineBlock === undefined ? -1 : index > headlineBlock ? 1 : 0);
    put(index / blocks.length);
    put(before / totalProse);
    if (prose[index] === true) before += text.length;
    put((totalProse - before) / totalProse);
    put(Math.min(30, lastProse < 0 ? 30 : index - lastProse));
    put(30);
    put(index >= segmentStart && index < segmentEnd ? 1 : 0);
    put(Math.max(-40, Math.min(40, index - segmentStart)));
    put(Math.max(-40, Math.min(40, segmentEnd - 1 - index)));
    put(bodySet === undefined ? -1 : shareIn(text, bodySet, bodyFlat));
    put(bodySet === undefined ? 0 : Math.min(2, bodyFlat.length / totalProse));
    put(log(totalProse));
    put(lastHeading < 0 ? -1 : (rows[lastHeading]?.[column('family:related-heading')] ?? 0));
    put(Math.min(30, lastHeading < 0 ? 30 : index - lastHeading));
    put(index - lastComments);
    put(index - lastRelated);
    put(index - lastShare);
    if (furniture?.rule === 'comments') lastComments = Math.max(lastComments, index);
    if (furniture?.rule === 'related-heading') lastRelated = index;
    if (furniture?.rule === 'share') lastShare = index;
    lastComments = Math.max(lastComments, index - SINCE);
    lastRelated = Math.max(lastRelated, index - SINCE);
    lastShare = Math.max(lastShare, index - SINCE);
    if (prose[index] === true) lastProse = index;
    if (/^h[1-6]$/u.test(block.tag)) lastHeading = index;
  }

  const toProseAfter = column('toProseAfter');
  for (let index = blocks.length - 1, next = -1; index >= 0; index--) {
    const row = rows[index];
    if (row !== undefined) row[toProseAfter] = Math.min(30, next < 0 ? 30 : next - index);
    if (prose[index] === true) next = index;
  }
  const nearColumns = NEAR.map((name) => (name === 'prose' ? -1 : column(name)));
  const first = TEXT_NAMES.length + TREE_NAMES.length + PLACE_NAMES.length;
  for (const [index, row] of rows.entries()) {
    let at = first;
    for (const offset of OFFSETS) {
      const near = rows[index + offset];
      for (const source of nearColumns)
        row[at++] = near === undefined ? -1 : source < 0 ? (prose[index + offset] === true ? 1 : 0) : (near[source] ?? 0);
    }
  }
  return rows;
}
