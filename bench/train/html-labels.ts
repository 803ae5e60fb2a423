/** Which blocks of a page are article, read off the gold text by aligning four-token shingles. */
import type { Block } from '../../src/clean/html/blocks.ts';

export interface Gold {
  readonly url?: string;
  readonly articleBody?: string;
  readonly text?: string;
  readonly body?: readonly string[];
}

export interface BlockLabels {
  /** 0..1 a block: the share of it that is gold text. */
  readonly share: Float64Array;
  /** How much an error on the block costs the page, in shares of the page's gold tokens. 0 for optional paragraphs. */
  readonly cost: Float64Array;
}

const TOKEN = /[\p{L}\p{N}_]+/gu;
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];
const isOptional = (paragraph: string): boolean => paragraph.startsWith('[') && paragraph.endsWith(']');

function grams(tokens: readonly string[]): string[] {
  return Array.from({ length: Math.max(0, tokens.length - 3) }, (_, at) => tokens.slice(at, at + 4).join(' '));
}

export function labelBlocks(blocks: readonly Block[], gold: Gold): BlockLabels {
  const paragraphs = gold.body ?? [gold.articleBody ?? gold.text ?? ''];
  const wanted = tokensOf(paragraphs.map((text) => (isOptional(text) ? text.slice(1, -1) : text)).join('\n'));
  const optional = new Set(paragraphs.filter(isOptional).flatMap((text) => grams(tokensOf(text))));
  const counts = new Map<string, number>();
  for (const gram of grams(wanted)) counts.set(gram, (counts.get(gram) ?? 0) + 1);

  const perBlock = blocks.map((block) => tokensOf(block.text));
  const stream = perBlock.flat();
  const hit = new Uint8Array(stream.length);
  for (let at = 0; at + 4 <= stream.length; at++) if (counts.has(stream.slice(at, at + 4).join(' '))) hit.fill(1, at, at + 4);

  const share = new Float64Array(blocks.length);
  const cost = new Float64Array(blocks.length);
  let at = 0;
  for (const [index, tokens] of perBlock.entries()) {
    const from = at;
    at += tokens.length;
    if (tokens.length === 0) continue;
    const own = grams(tokens);
    if (own.length < 3) {
      let hits = 0;
      for (let k = from; k < at; k++) hits += hit[k] ?? 0;
      share[index] = hits / tokens.length;
    } else share[index] = own.filter((gram) => counts.has(gram)).length / own.length;
    const isFree = own.length > 0 && own.filter((gram) => optional.has(gram)).length / own.length > 0.5;
    cost[index] = isFree ? 0 : (tokens.length + 1) / (wanted.length + 60);
  }
  keepOneCopy(blocks, share, (text) => countOf(wanted, tokensOf(text)));
  return { share, cost };
}

/** A text that stands more often on the page than in the gold is article only where the article is. */
function keepOneCopy(blocks: readonly Block[], share: Float64Array, inGold: (text: string) => number): void {
  const groups = new Map<string, number[]>();
  for (const [index, block] of blocks.entries()) {
    if ((share[index] ?? 0) < 0.5) continue;
    const key = tokensOf(block.text).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const single = [...groups.values()]
    .filter((group) => group.length === 1)
    .flat()
    .sort((a, b) => a - b);
  const middle = single[Math.floor(single.length / 2)] ?? 0;
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const allowed = Math.max(1, inGold(blocks[group[0] ?? 0]?.text ?? ''));
    const near = [...group].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const index of near.slice(allowed)) share[index] = 0;
  }
}

function countOf(tokens: readonly string[], part: readonly string[]): number {
  if (part.length === 0) return 0;
  const flat = ` ${tokens.join(' ')} `;
  const needle = ` ${part.join(' ')} `;
  let found = 0;
  for (let at = flat.indexOf(needle); at >= 0; at = flat.indexOf(needle, at + needle.length - 1)) found++;
  return found;
}
