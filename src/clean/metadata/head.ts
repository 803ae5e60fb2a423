/** What the `<head>` says about a page: meta tags, title, canonical link. Read with Cheerio over the pruned tree. */
import type { CheerioAPI } from 'cheerio';
// the slim build: no second parser to load, a quarter of a second less for each reader child
import { load } from 'cheerio/slim';
import { DomHandler } from 'htmlparser2';
import { isElement, type Page } from '../page-model.ts';
import { decodeMarkup } from './json-ld.ts';

export interface PageHead {
  /** First value of each meta tag by lower-cased name, property or itemprop. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly canonical: string | undefined;
  readonly base: string | undefined;
  readonly language: string | undefined;
}

/** Cheerio over the elements that say something about the whole page: a few hundred nodes instead of some thousands, and no second parse. */
export function queryHead({ head }: Page): CheerioAPI {
  const handler = new DomHandler();
  // one root for all: Cheerio's selectors are quadratic in the number of roots
  handler.onopentag('head', {});
  for (const { name, attribs, children } of head) {
    handler.onopentag(name, attribs);
    if (name === 'title') for (const child of children) if (!isElement(child)) handler.ontext(child.data);
    handler.onclosetag();
  }
  handler.onclosetag();
  return load(handler.root);
}

export function readHead($: CheerioAPI): PageHead {
  const meta = new Map<string, string[]>();
  $('meta').each((_index, element) => {
    const { name, property, itemprop, content } = element.attribs;
    const key = (property ?? name ?? itemprop)?.trim().toLowerCase();
    const value = content === undefined ? '' : decodeMarkup(content);
    if (key === undefined || key === '' || value === '') return;
    const values = meta.get(key);
    if (values === undefined) meta.set(key, [value]);
    else if (values.length < 20) values.push(value);
  });
  const href = (selector: string): string | undefined => $(selector).first().attr('href')?.trim() || undefined;
  return {
    meta,
    title: decodeMarkup($('title').first().text()),
    canonical: href('link[rel="canonical"]'),
    base: href('base[href]'),
    language: ($('html').attr('lang') ?? $('html').attr('xml:lang'))?.trim() || undefined,
  };
}

/** First value among several meta names. */
export function metaOf(head: PageHead, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = head.meta.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return undefined;
}
