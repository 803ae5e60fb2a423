/**
 * What a page says about its own kind in its markup: schema.org types, og:type, players, whether it is free to read. Read from the source with bounded
 * patterns, apart from the tree: a page whose tree is refused has them as well. Language-free.
 */
import { parseUrl } from '../../text/url.ts';

export interface PageSigns {
  /** schema.org types of what the page is about: top-level nodes of JSON-LD, members of @graph, mainEntity; and the itemtype of body or main. */
  readonly types: ReadonlySet<string>;
  /** schema.org isAccessibleForFree of the article or the page. */
  readonly isFree: boolean | undefined;
  /** schema.org wordCount. */
  readonly wordCount: number | undefined;
  /** Entries of an ItemList that is not a trail of breadcrumbs. */
  readonly listed: number;
  readonly ogType: string;
  readonly title: string;
  /** `<video>`, `<audio>` and frames from an address that plays something. */
  readonly players: number;
  /** The address is that of a search. */
  readonly isSearch: boolean;
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const typesOf = (node: Node): string[] =>
  listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/u, '')] : []));

/** Scripts larger than this are not looked into; UTF-16 units. */
const MAX_SCRIPT = 1_000_000;
const MAX_SCRIPTS = 20;
const MAX_TAGS = 400;
const MAX_HEAD = 300_000;

function scriptsOf(html: string): string[] {
  const scripts: string[] = [];
  const close = /<\/script/giu;
  for (let at = html.indexOf('ld+json'); at !== -1 && scripts.length < MAX_SCRIPTS; at = html.indexOf('ld+json', at + 1)) {
    const start = html.indexOf('>', at) + 1;
    close.lastIndex = start;
    const end = start === 0 ? undefined : close.exec(html)?.index;
    if (end === undefined) break;
    if (end - start <= MAX_SCRIPT) scripts.push(html.slice(start, end));
  }
  return scripts;
}

function parse(script: string): unknown {
  for (const repair of [(json: string) => json, (json: string) => json.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(repair(script));
    } catch {
      // raw line breaks in strings are the usual fault
    }
  }
  return undefined;
}

/** Nodes that the page is about: not what they mention, list or hold. */
function mainNodes(value: unknown, depth = 0): Node[] {
  return listOf(value)
    .slice(0, 200)
    .flatMap((node): Node[] => {
      if (!isNode(node) || depth > 3) return [];
      return [node, ...mainNodes(node['@graph'], depth + 1), ...mainNodes(node['mainEntity'], depth + 1)];
    });
}

const NOT_FREE = /^(?:false|no|0)$/iu;
const FREE = /^(?:true|yes|1)$/iu;

function freedomOf(nodes: readonly Node[]): boolean | undefined {
  const said = nodes.flatMap(({ isAccessibleForFree: free }) =>
    typeof free === 'boolean' || typeof free === 'string' ? String(free) : [],
  );
  return said.some((word) => NOT_FREE.test(word)) ? false : said.some((word) => FREE.test(word)) ? true : undefined;
}

/** `<meta property="og:type" content="article">` in either order of attributes; the first tags of a page only. */
function metaOf(html: string): (name: string) => string {
  const found = new Map<string, string>();
  let count = 0;
  for (const [tag] of html.matchAll(/<meta\s[^<>]{1,500}>/giu)) {
    if (++count > MAX_TAGS) break;
    const name = /\b(?:property|name|itemprop)\s*=\s*["']?([\w:.-]{1,60})/iu.exec(tag)?.[1]?.toLowerCase();
    const content = /\bcontent\s*=\s*(?:"([^"]{0,300})|'([^']{0,300})|([^\s>]{1,100}))/iu.exec(tag);
    if (name !== undefined && content !== null && !found.has(name)) found.set(name, (content[1] ?? content[2] ?? content[3] ?? '').trim());
  }
  return (name) => found.get(name) ?? '';
}

const PLAYER =
  /<(?:video|audio|amp-video|amp-youtube|amp-audio)[\s>]|<iframe\s[^<>]{0,400}?(?:\/embed\/|player|video|podcast|soundcloud)/iuy;
const ITEM_TYPE = /<(?:body|html|main|article)\s[^<>]{0,600}?itemtype\s*=\s*["']?https?:\/\/schema\.org\/(\w{1,40})/iuy;
/** First letters of the tags that each pattern is for. */
const PLAYER_LETTERS = 'vaiVAI';
const ITEM_LETTERS = 'bhmaBHMA';

/** How many players a page has, and the itemtype of its body or main part. One look at each tag: a search by the patterns alone takes five times as long. */
function tagSigns(html: string): { players: number; itemType: string | undefined } {
  let players = 0;
  let itemType: string | undefined;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    const letter = html[at + 1] ?? ' ';
    if (PLAYER_LETTERS.includes(letter)) {
      PLAYER.lastIndex = at;
      if (PLAYER.test(html)) players++;
    }
    if (itemType === undefined && ITEM_LETTERS.includes(letter)) {
      ITEM_TYPE.lastIndex = at;
      itemType = ITEM_TYPE.exec(html)?.[1];
    }
  }
  return { players, itemType };
}
const SEARCH_PATH =
  /^\/(?:[\w-]+\/){0,2}(?:search|suche|recherche|buscar|busca|busqueda|ricerca|cerca|zoeken|sok|haku|szukaj|poisk)(?:[/.?]|$)/iu;
const QUERY = /^(?:q|s|query|search|keyword|keywords|term|text|suche|recherche)$/iu;

function isSearchAddress(url: string | undefined): boolean {
  const address = url === undefined ? null : parseUrl(url);
  if (address === null) return false;
  return (
    SEARCH_PATH.test(address.pathname) || (address.pathname.length < 20 && [...address.searchParams.keys()].some((key) => QUERY.test(key)))
  );
}

const plain = (text: string): string =>
  text
    .replace(/<[^<>]{0,200}>/gu, ' ')
    .replace(/&(?:amp|#38);/gu, '&')
    .replace(/&(?:#8211|#x2013|ndash);/giu, '–')
    .replace(/&(?:#8212|#x2014|mdash);/giu, '—')
    .replace(/&(?:#124|#x7c|vert);/giu, '|')
    .replace(/&(?:#8217|#x2019|rsquo|#39|apos);/giu, '’')
    .replace(/\s+/gu, ' ')
    .trim();

export function readSigns(html: string, url?: string): PageSigns {
  const scripts = scriptsOf(html);
  const nodes = scripts.flatMap((script) => mainNodes(parse(script)));
  // meta tags stand in the head; a page without a body tag is searched as far as heads reach
  const body = html.search(/<body[\s>]/iu);
  const meta = metaOf(html.slice(0, body === -1 ? MAX_HEAD : body));
  const items = nodes.filter((node) => typesOf(node).includes('ItemList')).map((node) => listOf(node['itemListElement']).length);
  const counts = nodes.map((node) => Number(node['wordCount'] ?? Number.NaN)).filter((count) => count > 0);
  const { players, itemType } = tagSigns(html);
  const title = /<title[^<>]{0,200}>([^<]{0,400})/iu.exec(html)?.[1] ?? '';
  return {
    types: new Set([...nodes.flatMap(typesOf), ...(itemType === undefined ? [] : [itemType])]),
    isFree:
      freedomOf(nodes) ??
      (NOT_FREE.test(meta('isaccessibleforfree')) || /^(?:locked|metered)$/iu.test(meta('article:content_tier')) ? false : undefined),
    wordCount: counts.length === 0 ? undefined : Math.max(...counts),
    listed: Math.max(0, ...items),
    ogType: meta('og:type').toLowerCase(),
    title: plain(title),
    players,
    isSearch: isSearchAddress(url),
  };
}
