/** Where a block stands in the tree: what its containers are, how much prose and how many links they hold, how often their like is repeated. */
import type { Scope } from './blocks.ts';
import { kinship } from './kinship.ts';
import { groupsOfName, NAME_GROUPS } from './names.ts';
import { logOf, type PageContext } from './prose.ts';

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

/** Distance that stands for "none". */
const FAR = 12;
const LEVELS = 5;
const KIN = ['Count', 'Words', 'Links', 'Prose', 'Readable'] as const;

export const TREE_NAMES = [
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
  ...Array.from({ length: LEVELS }, (_, level) => [
    `prose^${level}`,
    `links^${level}`,
    `blocks^${level}`,
    `readable^${level}`,
    `alike^${level}`,
    `images^${level}`,
    `own^${level}`,
  ]).flat(),
  'toTopUp',
  'toTopDown',
  'branchProse',
  'branchLinks',
  'branchReadable',
  'toHeadlineUp',
  'toHeadlineDown',
  'articles',
  'fromTopStart',
  'fromTopEnd',
  ...KIN.map((name) => `kin${name}`),
  ...KIN.map((name) => `clan${name}`),
] as const;

/** Distances upward from a scope to landmarks and to name groups, and how many `<article>` it is in; shared along the way down. */
interface Above {
  readonly landmarks: Uint8Array;
  readonly names: Uint8Array;
  readonly articles: number;
}

function aboveOf(scope: Scope, memo: (Above | undefined)[]): Above {
  const done = memo[scope.id];
  if (done !== undefined) return done;
  const parent = scope.parent === undefined ? undefined : aboveOf(scope.parent, memo);
  const landmarks = new Uint8Array(LANDMARKS.length).fill(FAR);
  const names = new Uint8Array(NAME_GROUPS.length).fill(FAR);
  const groups = scope.names;
  for (let at = 0; at < landmarks.length; at++)
    landmarks[at] = scope.element.name === LANDMARKS[at] ? 0 : Math.min(FAR, (parent?.landmarks[at] ?? FAR - 1) + 1);
  for (let at = 0; at < names.length; at++) names[at] = (groups & (1 << at)) !== 0 ? 0 : Math.min(FAR, (parent?.names[at] ?? FAR - 1) + 1);
  const above = { landmarks, names, articles: (parent?.articles ?? 0) + (scope.element.name === 'article' ? 1 : 0) };
  memo[scope.id] = above;
  return above;
}

/** Totals over blocks that share a template. */
interface Kin {
  count: number;
  words: number;
  links: number;
  chars: number;
  prose: number;
  readable: number;
}

/** Sums up each group of blocks; `groupOf` numbers a block's group. */
function totalsOf(context: PageContext, prose: readonly boolean[], groupOf: Int32Array, count: number): Kin[] {
  const groups = Array.from({ length: count }, (): Kin => ({ count: 0, words: 0, links: 0, chars: 0, prose: 0, readable: 0 }));
  return context.blocks.map((block, index) => {
    const group = groups[groupOf[index]!]!;
    group.count++;
    group.words += block.words;
    group.links += block.linkChars;
    group.chars += block.text.length;
    if (prose[index] === true) group.prose += block.text.length;
    if (context.readable?.has(block.scope.id) === true) group.readable++;
    return group;
  });
}

/** How many children of the same parent have the same name and class, by scope. */
function alikeOf(scopes: readonly Scope[], templates: Int32Array): Float64Array {
  const counts = new Map<number, number>();
  const keys = scopes.map((scope) => (templates[scope.id] ?? 0) * scopes.length + (scope.parent?.id ?? 0));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Float64Array.from(keys, (key) => logOf(counts.get(key) ?? 1));
}

/** Steps from each scope on the way up from `scope`. */
function pathOf(scope: Scope | undefined): Map<number, number> {
  const path = new Map<number, number>();
  for (let at = scope, steps = 0; at !== undefined; at = at.parent, steps++) path.set(at.id, steps);
  return path;
}

/** Where the way up from a scope meets a path: steps up, steps down the path, and the last scope before the meeting. */
function meet(scope: Scope, path: ReadonlyMap<number, number>): { up: number; down: number; branch: Scope } {
  if (path.has(scope.id)) return { up: 0, down: path.get(scope.id) ?? 0, branch: scope };
  let branch = scope;
  let up = 1;
  while (branch.parent !== undefined && !path.has(branch.parent.id)) {
    branch = branch.parent;
    up++;
  }
  return { up, down: path.get((branch.parent ?? branch).id) ?? 0, branch };
}

/** The prose of each scope itself: its blocks in full, those a level further down at half, and so on. */
function ownProse(context: PageContext, prose: readonly boolean[]): Float64Array {
  const own = new Float64Array(context.scopes.length);
  for (const [index, block] of context.blocks.entries()) {
    if (prose[index] !== true) continue;
    const weight = block.text.length + 50;
    let share = 1;
    for (let at: Scope | undefined = block.scope.parent, level = 0; at !== undefined && level < 3; at = at.parent, level++, share /= 2)
      own[at.id] = (own[at.id] ?? 0) + weight * share;
  }
  return own;
}

/** Fills the columns of TREE_NAMES, from column `first`. */
export function measureTree(context: PageContext, prose: readonly boolean[], rows: readonly Float32Array[], first: number): void {
  const { blocks, scopes, readable } = context;
  const totalProse = Math.max(1, scopes[0]?.proseChars ?? 1);
  const memo: (Above | undefined)[] = [];
  const groups = kinship(context);
  const alike = alikeOf(scopes, groups.templates);
  const kin = totalsOf(context, prose, groups.kin, groups.kins);
  const clan = totalsOf(context, prose, groups.clan, groups.clans);

  /** Characters of blocks that Readability keeps, by scope. */
  const readableChars = new Float64Array(scopes.length);
  for (const block of blocks)
    if (readable?.has(block.scope.id) === true)
      for (let at: Scope | undefined = block.scope; at !== undefined; at = at.parent)
        readableChars[at.id] = (readableChars[at.id] ?? 0) + block.text.length;

  const own = ownProse(context, prose);
  let top = 0;
  for (let id = 1; id < own.length; id++) if ((own[id] ?? 0) > (own[top] ?? 0)) top = id;
  const topScope = scopes[top];
  const mostOwn = Math.max(1, own[top] ?? 0);
  const topPath = pathOf(topScope);
  const headlinePath = pathOf(context.headlineBlock === undefined ? undefined : blocks[context.headlineBlock]?.scope);

  for (const [index, block] of blocks.entries()) {
    const row = rows[index] ?? new Float32Array();
    const { scope } = block;
    let at = first;
    const put = (value: number): void => {
      row[at++] = value;
    };
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
    let level: Scope = scope;
    for (let up = 0; up < LEVELS; up++) {
      put(level.proseChars / totalProse);
      put(level.linkChars / Math.max(1, level.chars));
      put(logOf(level.blocks));
      put((readableChars[level.id] ?? 0) / Math.max(1, level.chars));
      put(alike[level.id] ?? 0);
      put(level.images / Math.max(1, level.blocks));
      put((own[level.id] ?? 0) / mostOwn);
      level = level.parent ?? level;
    }
    const { up, down, branch } = meet(scope, topPath);
    put(up);
    put(down);
    put(branch.proseChars / totalProse);
    put(branch.linkChars / Math.max(1, branch.chars));
    put((readableChars[branch.id] ?? 0) / Math.max(1, branch.chars));
    const toHeadline = headlinePath.size === 0 ? undefined : meet(scope, headlinePath);
    put(toHeadline?.up ?? -1);
    put(toHeadline?.down ?? -1);
    put(above.articles);
    put(Math.max(-40, Math.min(40, index - (topScope?.firstBlock ?? 0))));
    put(Math.max(-40, Math.min(40, (topScope?.lastBlock ?? 0) - index)));
    for (const lists of [kin, clan]) {
      const group = lists[index];
      const count = Math.max(1, group?.count ?? 1);
      put(logOf(group?.count ?? 0));
      put((group?.words ?? 0) / count);
      put((group?.links ?? 0) / Math.max(1, group?.chars ?? 1));
      put((group?.prose ?? 0) / totalProse);
      put((group?.readable ?? 0) / count);
    }
  }
}
