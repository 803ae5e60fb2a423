/**
 * Development pages whose article was taken out, as a server sends them that keeps the text back: what is left is the page around it. In memory only.
 * `keep` leaves the first paragraphs of at least so many words in all, as a teaser does.
 */
import { load, type CheerioAPI } from 'cheerio';

/** Any node of cheerio's tree. */
type PageNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number];

export interface Gold {
  readonly articleBody?: string | undefined;
  readonly text?: string | undefined;
  readonly body?: readonly string[] | undefined;
}

const TOKEN = /[\p{L}\p{N}_]+/gu;
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];
const SPAN = 4;

/** Pieces of a page in order; true for those that are mostly runs of four gold tokens. */
function goldPieces(pieces: readonly string[], gold: Gold): boolean[] {
  const wanted = new Set<string>();
  const goldTokens = tokensOf([gold.articleBody, gold.text, ...(gold.body ?? [])].filter((text) => text !== undefined).join('\n'));
  for (let at = 0; at + SPAN <= goldTokens.length; at++) wanted.add(goldTokens.slice(at, at + SPAN).join(' '));
  const perPiece = pieces.map(tokensOf);
  const stream = perPiece.flat();
  const hit = new Uint8Array(stream.length);
  for (let at = 0; at + SPAN <= stream.length; at++) if (wanted.has(stream.slice(at, at + SPAN).join(' '))) hit.fill(1, at, at + SPAN);
  let at = 0;
  return perPiece.map((tokens) => {
    const own = hit.subarray(at, (at += tokens.length));
    return tokens.length > 0 && own.reduce((sum, one) => sum + one, 0) >= tokens.length / 2;
  });
}

/** Which of the gold pieces go: all but the first ones that make up a teaser. */
function withoutTeaser(pieces: readonly string[], isGold: readonly boolean[], keep: number): boolean[] {
  let kept = 0;
  return isGold.map((gold, index) => {
    if (!gold || kept >= keep) return gold;
    kept += tokensOf(pieces[index] ?? '').length;
    return false;
  });
}

export function cutOutOfText(text: string, gold: Gold, keep = 0): string {
  const lines = text.split('\n');
  const goes = withoutTeaser(lines, goldPieces(lines, gold), keep);
  return lines.filter((_, index) => !goes[index]).join('\n');
}

const isNoText = (node: PageNode): boolean => 'name' in node && /^(?:script|style|template|textarea)$/u.test(node.name);

/** Text nodes of the body that are gold are emptied; JSON-LD loses its articleBody. */
export function cutOutOfHtml(html: string, gold: Gold, keep = 0): string {
  const $ = load(html);
  const nodes: { data: string }[] = [];
  const open: PageNode[] = $('body').toArray();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('children' in node) open.push(...(isNoText(node) ? [] : node.children.toReversed()));
    else if ('data' in node && node.nodeType === 3) nodes.push(node);
  }
  const pieces = nodes.map(({ data }) => data);
  const goes = withoutTeaser(pieces, goldPieces(pieces, gold), keep);
  for (const [index, node] of nodes.entries()) if (goes[index]) node.data = '';
  $('script[type="application/ld+json"]').each((_, script) => {
    // "articleBody": "…" with escapes; a broken string ends the pattern where it ends the value
    const json = $(script).html() ?? '';
    $(script).text(json.replace(/"(articleBody|text)"\s*:\s*"(?:[^"\\]|\\.)*"/gu, '"$1":""'));
  });
  return $.html();
}
