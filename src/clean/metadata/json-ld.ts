/** schema.org article metadata from JSON-LD, read tolerantly: broken JSON is repaired, and if that fails the plain fields are picked out of the text. */
import { DomUtils, parseDocument } from 'htmlparser2';

export interface JsonLdArticle {
  readonly type: string;
  readonly headline?: string | undefined;
  readonly alternativeHeadline?: string | undefined;
  readonly description?: string | undefined;
  readonly authors: readonly string[];
  readonly datePublished?: string | undefined;
  readonly dateModified?: string | undefined;
  readonly publisher?: string | undefined;
  readonly section?: string | undefined;
  readonly image?: string | undefined;
  readonly language?: string | undefined;
  readonly url?: string | undefined;
  readonly articleBody?: string | undefined;
  readonly isLiveBlog: boolean;
}

type JsonNode = Record<string, unknown>;

/** Largest JSON-LD text that is parsed; UTF-16 units. */
const MAX_JSON = 2_000_000;
const MAX_NODES = 5000;

const ARTICLE_TYPE = /(?:Article|Posting|BlogPost|Report|Review|NewsItem|Story|TechArticle|LiveBlogPosting|Recipe|HowTo)$/u;
const PAGE_TYPE = /^(?:WebPage|ItemPage|CreativeWork|MedicalWebPage|Product|FAQPage)$/u;

const isNode = (value: unknown): value is JsonNode => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** "Tom &amp; Jerry" to "Tom & Jerry"; tags go too. */
export function decodeMarkup(text: string): string {
  const plain = /[&<]/u.test(text) ? DomUtils.textContent(parseDocument(text)) : text;
  const twice = /&(?:#\d+|#x[\da-f]+|amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|ndash|mdash|hellip);/iu.test(plain)
    ? DomUtils.textContent(parseDocument(plain))
    : plain;
  return twice.replace(/[\s\u00a0]+/gu, ' ').trim();
}

function text(value: unknown): string | undefined {
  const first = listOf(value)[0];
  if (typeof first === 'string') return decodeMarkup(first) || undefined;
  if (typeof first === 'number') return String(first);
  if (isNode(first)) return text(first['name'] ?? first['@value'] ?? first['headline']);
  return undefined;
}

const typesOf = (node: JsonNode): string[] =>
  listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/u, '')] : []));

/** Parses one script. Repairs what publishers get wrong: comments, CDATA, raw line breaks in strings, trailing commas, a stray semicolon. */
function parseJson(source: string): unknown {
  if (source.length > MAX_JSON) return undefined;
  const trimmed = source
    .replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/gu,
      '',
    )
    .trim();
  for (const repair of [
    (json: string) => json,
    (json: string) =>
      json
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/,\s*(?=[\]}])/gu, '')
        .replace(/;\s*$/u, ''),
    (json: string) =>
      json
        .replace(/\s+/gu, ' ')
        .replace(/,\s*(?=[\]}])/gu, '')
        .replace(/\\(?!["\\/bfnrtu])/gu, '\\\\'),
  ]) {
    try {
      return JSON.parse(repair(trimmed));
    } catch {
      // The next repair, or the fields on their own.
    }
  }
  return undefined;
}

/** Fields of JSON that no repair could parse. */
function pickFields(source: string): JsonNode | undefined {
  const node: JsonNode = {};
  for (const [, key, value] of source
    .slice(0, MAX_JSON)
    .matchAll(/"(headline|datePublished|dateModified|articleSection|description)"\s*:\s*"((?:[^"\\\n]|\\.){1,2000})"/gu)) {
    if (key !== undefined && value !== undefined)
      node[key] ??= value
        .replace(/\\(["/\\])/gu, '$1')
        .replace(/\\u([\da-f]{4})/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  const author = /"author"\s*:\s*[[{\s"@a-z:,]{0,60}?"name"\s*:\s*"((?:[^"\\\n]|\\.){1,200})"/iu.exec(source.slice(0, MAX_JSON));
  if (author?.[1] !== undefined) node['author'] = author[1];
  if (Object.keys(node).length === 0) return undefined;
  node['@type'] = /"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema\.org\/)?(\w*(?:Article|Posting))"/u.exec(source)?.[1] ?? 'WebPage';
  return node;
}

/** Every node of a JSON-LD value, outer before inner. */
function nodesOf(value: unknown): JsonNode[] {
  const nodes: JsonNode[] = [];
  const queue: unknown[] = [value];
  for (let index = 0; index < queue.length && nodes.length < MAX_NODES; index++) {
    const next = queue[index];
    if (Array.isArray(next)) queue.push(...next.slice(0, MAX_NODES));
    else if (isNode(next)) {
      nodes.push(next);
      for (const key in next) if (typeof next[key] === 'object') queue.push(next[key]);
    }
  }
  return nodes;
}

const isArticle = (node: JsonNode): boolean => typesOf(node).some((type) => ARTICLE_TYPE.test(type));

/** The article that the page is about: an article-typed node that is not listed under another ("related"), the one with most fields first. */
export function readJsonLd(scripts: readonly string[]): JsonLdArticle | undefined {
  const nodes = scripts.flatMap((source): JsonNode[] => {
    const parsed = parseJson(source);
    return parsed === undefined ? listOf(pickFields(source)).filter(isNode) : nodesOf(parsed);
  });
  const byId = new Map<string, JsonNode>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 2) byId.set(id, byId.get(id) ?? node);
  }
  const resolve = (value: unknown): unknown =>
    isNode(value) && typeof value['@id'] === 'string' && value['name'] === undefined ? (byId.get(value['@id']) ?? value) : value;

  const listed = new Set(
    nodes.flatMap((node) =>
      ['itemListElement', 'hasPart', 'relatedLink', 'mentions', 'review', 'comment', 'blogPost', 'liveBlogUpdate'].flatMap((key) =>
        nodesOf(node[key]),
      ),
    ),
  );
  const FIELDS = ['headline', 'author', 'datePublished', 'dateModified', 'articleBody', 'articleSection', 'description', 'image'];
  const rank = (node: JsonNode): number =>
    FIELDS.filter((field) => node[field] !== undefined).length +
    (isArticle(node) ? 10 : 0) -
    (listed.has(node) ? 12 : 0) +
    (typesOf(node).includes('Comment') ? -30 : 0);
  const candidates = nodes
    .filter((node) => isArticle(node) || typesOf(node).some((type) => PAGE_TYPE.test(type)))
    .filter((node) => ['headline', 'author', 'datePublished', 'name'].some((field) => node[field] !== undefined));
  const best = candidates.reduce<JsonNode | undefined>(
    (top, node) => (top === undefined || rank(node) > rank(top) ? node : top),
    undefined,
  );
  if (best === undefined) return undefined;
  const article = isArticle(best);
  const page = article ? nodes.find((node) => typesOf(node).some((type) => PAGE_TYPE.test(type)) && !listed.has(node)) : undefined;

  const authors = listOf(best['author'] ?? best['creator'] ?? (article ? page?.['author'] : undefined))
    .map(resolve)
    .flatMap((author) => (isNode(author) && Array.isArray(author['name']) ? author['name'] : [author]))
    .flatMap((author) => text(author) ?? []);
  const image = listOf(best['image'] ?? best['thumbnailUrl']).map(resolve)[0];
  const publisher = resolve(listOf(best['publisher'] ?? page?.['publisher'])[0]);
  const url = best['url'] ?? (isNode(best['mainEntityOfPage']) ? best['mainEntityOfPage']['@id'] : best['mainEntityOfPage']);
  return {
    type: typesOf(best)[0] ?? '',
    headline: text(best['headline']) ?? (article ? text(best['name']) : undefined),
    alternativeHeadline: text(best['alternativeHeadline']),
    description: text(best['description']),
    authors,
    datePublished: text(best['datePublished'] ?? page?.['datePublished'] ?? best['dateCreated'] ?? best['uploadDate']),
    dateModified: text(best['dateModified'] ?? page?.['dateModified']),
    publisher: text(publisher),
    section: text(best['articleSection']),
    image:
      typeof image === 'string'
        ? image
        : isNode(image) && typeof (image['url'] ?? image['contentUrl']) === 'string'
          ? String(image['url'] ?? image['contentUrl'])
          : undefined,
    language: text(best['inLanguage']),
    url: typeof url === 'string' ? url : undefined,
    articleBody: typeof best['articleBody'] === 'string' ? best['articleBody'] : undefined,
    isLiveBlog: nodes.some((node) => typesOf(node).includes('LiveBlogPosting')),
  };
}
