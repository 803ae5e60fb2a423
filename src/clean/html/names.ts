/** What class names, ids, roles and the like say an element is for. Word lists of web design, not of sites. */
import { ownCopy } from '../../text/own-copy.ts';
import type { PageElement } from './page.ts';

export const NAME_GROUPS = [
  'content',
  'comment',
  'related',
  'share',
  'promo',
  'sidebar',
  'footer',
  'navigation',
  'newsletter',
  'author',
  'topic',
  'caption',
  'meta',
  'overlay',
  'card',
  'headline',
  'summary',
] as const;
export type NameGroup = (typeof NAME_GROUPS)[number];

/** Words of class names by what they stand for; singular, lower case. A name is cut at hyphens, underscores and capitals first. */
const WORDS: Readonly<Record<NameGroup, string>> = {
  content:
    'article articlebody articlecontent articletext body bodytext content contents entry entrycontent post postcontent postbody story storybody storytext text main prose rich richtext paragraph copy wysiwyg editor markdown blog single fulltext artikel texte texto inhalt corpo contenido contenu cuerpo',
  comment: 'comment commentlist reply replies discussion disqus respond thread conversation livefyre coral viafoura',
  related:
    'related recommend recommended recommendation recirc recirculation more popular trending latest recent similar further suggest suggested mostread read next prev previous pagination pager also readmore outbrain taboola zergnet explore upnext',
  share: 'share sharing social sharedaddy addthis follow facebook twitter pinterest whatsapp linkedin bookmark print email',
  promo:
    'promo promotion promoted ad ads adv advert advertisement advertising sponsor sponsored banner cta offer affiliate dfp gpt commercial donate donation shop product buy price deal marketing upsell campaign',
  sidebar: 'sidebar aside rail widget complementary right left secondary sticky side column2',
  footer: 'footer foot copyright legal colophon disclaimer disclosure terms bottom credits contentinfo footnote references',
  navigation:
    'nav navigation navbar menu submenu breadcrumb breadcrumbs toc tab tabs skip topbar masthead header search directory sitemap index jump anchor dropdown',
  newsletter: 'newsletter subscribe subscription signup subscriber mailing mailchimp optin mc4wp form registration register login',
  author: 'author byline bio biography writer contributor profile avatar about team staff expert reviewer vcard',
  topic: 'tag tags tagcloud topic topics category categories keyword keywords label labels taxonomy section kicker eyebrow',
  caption:
    'caption figcaption credit media image img photo picture gallery slideshow carousel slider video player figure embed audio podcast thumbnail thumb lightbox illustration',
  meta: 'meta date time timestamp datetime published updated posted info readtime duration views stats count rating',
  overlay:
    'cookie consent gdpr modal popup pop overlay paywall regwall premium notice alert notification toast toolbar tooltip barrier gate interstitial onetrust',
  card: 'card cards teaser list listing grid item feed loop archive tile stream collection module strip swiper',
  headline: 'headline title heading hed',
  summary:
    'summary standfirst dek deck subtitle subhead subheadline lead lede intro excerpt description abstract teaser tldr takeaway keypoint keypoints highlights',
};

const BIT_OF_WORD = new Map<string, number>();
for (const [bit, group] of NAME_GROUPS.entries())
  for (const word of WORDS[group].split(' ')) BIT_OF_WORD.set(word, (BIT_OF_WORD.get(word) ?? 0) | (1 << bit));

/** Names already read; page templates repeat the same few hundred. Cleared when full, so that a long-lived reader stays small. */
const known = new Map<string, number>();
const MAX_KNOWN = 5000;
/** Longer class lists are generated; their head says enough. */
const MAX_NAME = 300;

/** Bit set over NAME_GROUPS of the words in a name: "c-article__related-links" has related (and content). */
export function groupsOfName(name: string): number {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  let bits = 0;
  for (const word of name
    .slice(0, MAX_NAME)
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/u)) {
    bits |= BIT_OF_WORD.get(word) ?? (word.endsWith('s') ? (BIT_OF_WORD.get(word.slice(0, -1)) ?? 0) : 0);
  }
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(ownCopy(name), bits);
  return bits;
}

export function groupsOfElement({ attribs }: PageElement): number {
  let bits = 0;
  for (const key of ['class', 'id', 'itemprop', 'role', 'data-component', 'data-testid', 'aria-label', 'data-type', 'data-name']) {
    const value = attribs[key];
    if (value !== undefined && value !== '') bits |= groupsOfName(value);
  }
  return bits;
}
