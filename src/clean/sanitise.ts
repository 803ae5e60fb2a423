/** The last gate of body.html: an allow-list of plain article markup; every address absolute http(s) or mailto. Nothing that runs can pass. */
import sanitize from 'sanitize-html';
import { parseUrl } from '../text/url.ts';

const TAGS =
  'p h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd pre code br hr a em strong sub sup figure figcaption img table tbody tr td'.split(' ');

/** Clean HTML for a page at `base`; relative links are made absolute, and dropped where there is no base. */
export function sanitiseHtml(html: string, base?: string): string {
  return sanitize(html, {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'iframe',
      'template',
      'title',
      'svg',
      'math',
      'xmp',
      'plaintext',
      'noembed',
      'noframes',
    ],
    nestingLimit: 40,
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: withAbsolute(attribs, 'href', base) }),
      img: (tagName, attribs) => ({ tagName, attribs: withAbsolute(attribs, 'src', base) }),
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && frame.attribs['src'] === undefined,
  });
}

function withAbsolute(attribs: Record<string, string>, key: 'href' | 'src', base: string | undefined): Record<string, string> {
  const { [key]: address, ...rest } = attribs;
  if (address === undefined) return rest;
  const url = parseUrl(address.trim(), base);
  const isSafe = url !== null && (url.protocol === 'http:' || url.protocol === 'https:' || (key === 'href' && url.protocol === 'mailto:'));
  return isSafe ? { ...attribs, [key]: url.href } : rest;
}
