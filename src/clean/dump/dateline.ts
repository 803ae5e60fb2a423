/** The dateline at the start of a story: place, agency, or both. It stays in the body; the record names its parts. */
import type { Dateline } from '../../article.ts';

/** Newswires that sign datelines: names, not words of a language. */
const AGENCY =
  '(?:reuters|ap|afp|upi|dpa|efe|ansa|tass|xinhua|ians|pti|ani|bloomberg|cnn|bbc|interfax|ukrinform|kyodo|yonhap|anadolu|aa|bernama|antara|belga|apa|sda|ritzau|ntb|tt|stt|lusa|agência brasil|agence france-presse|associated press|the associated press|thomson reuters foundation|dpa-afx|afp-tr|news agency|cbs news|nbc news|fox news|state news|capital news service|newswire|pr newswire|prnewswire|business wire|globe newswire)';
/** "KYIV", "NEW YORK", "SÃO PAULO", "ST. PETERSBURG" */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}.’'-]+(?:[ -][\p{Lu}\p{M}.’'-]+){0,3}`;
/** ", Ukraine", ", Fla.", ", Dec 29", ", 4 mars" */
const REST = String.raw`(?:, ?(?:\p{L}[\p{L}.’']{1,20}(?: \p{L}[\p{L}.’']{1,20}){0,2}|\p{L}{3,10}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,10}\.?)){0,2}`;
const DASH = '(?:--|—|–|-|:)';
const PLACE_AGENCY = new RegExp(String.raw`^(\p{Lu}[\p{L}\p{M}.’' -]{1,40}?)(${REST})\s*[([/](${AGENCY})[)\]/]\s*${DASH}?\s`, 'iu');
const AGENCY_ONLY = new RegExp(String.raw`^[([](${AGENCY})[)\]]\s*${DASH}\s`, 'iu');
const PLACE_ONLY = new RegExp(String.raw`^(${CAPITALS})(${REST})\s+(?:--|—|–|-)\s+(?=[\p{L}\p{N}“"'‘])`, 'u');

/**
 * @example findDateline('KYIV, Ukraine (AP) — Talks went on.') // { text: 'KYIV, Ukraine (AP) —', place: 'KYIV, Ukraine', agency: 'AP' }
 * findDateline('The talks — which began on Monday — went on.') // undefined
 */
export function findDateline(paragraph: string): Dateline | undefined {
  const start = paragraph.slice(0, 120);
  // The agency stands in brackets; without any, the pattern would try every place in vain.
  const both = /[([/]/u.test(start) ? PLACE_AGENCY.exec(start) : null;
  if (both !== null && /^\p{Lu}/u.test(start)) {
    const [text, name = '', rest = '', agency = ''] = both;
    return { text: text.trim(), place: place(name, rest), agency };
  }
  const agency = AGENCY_ONLY.exec(start);
  if (agency !== null) {
    const [text, name = ''] = agency;
    return { text: text.trim(), agency: name };
  }
  const capitals = PLACE_ONLY.exec(start);
  const [text = '', name = '', rest = ''] = capitals ?? [];
  return name.length < 3 ? undefined : { text: text.trim(), place: place(name, rest) };
}

/** The place without a date after it. */
const place = (name: string, rest: string): string =>
  `${name}${rest.replace(/,?\s*(?:\p{L}{3,10}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,10}\.?)/gu, '')}`.trim();
