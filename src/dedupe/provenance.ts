/**
 * Who published the story first, in the words of the page: credit lines, datelines, agency bylines, markup.
 * Abstains rather than guesses: a name is given only where the text states it, and never the page's own outlet.
 */
import type { ArticleInput, CleanArticle, Provenance } from '../article.ts';
import { agencyNamed, knownNewsroom } from './agencies.ts';

export const CREDIT_FORMS = [
  'post-appeared-first',
  'originally-published',
  'republished-from',
  'not-edited',
  'canonical-url',
  'agency-line',
  'copyright',
  'with-inputs',
  'dateline',
  'byline',
  'publisher',
  'source-link',
  'contributed',
  'reporting-by',
] as const;
type CreditForm = (typeof CREDIT_FORMS)[number];

/** A credit line. The last three forms credit work without saying whose paper it was: they carry no name. */
export interface Credit {
  readonly form: CreditForm;
  readonly name?: string | undefined;
  readonly evidence: string;
}

const CONFIDENCE: Readonly<Record<CreditForm, number>> = {
  'post-appeared-first': 0.99,
  'originally-published': 0.98,
  'republished-from': 0.98,
  'not-edited': 0.97,
  'canonical-url': 0.9,
  'agency-line': 0.95,
  copyright: 0.9,
  'with-inputs': 0.7,
  dateline: 0.95,
  byline: 0.9,
  publisher: 0.8,
  'source-link': 0,
  contributed: 0,
  'reporting-by': 0,
};

interface CreditPattern {
  readonly form: CreditForm;
  /** A word that must stand in the lower-cased line before the expression is tried. */
  readonly hint: string;
  /** Group 1 is the name, where the form has one. */
  readonly expression: RegExp;
  /** Only a known agency is believed. */
  readonly agencyOnly?: true;
}

/** A name: a point inside it stands in a host name or after an initial. Then what may end it: a mark, the end, or the words that go on after it. */
const NAME = String.raw`((?:the )?[\p{L}\p{N}](?:[^.,;:()|"“”\n]|\.(?=[\p{L}\p{N}])|(?<=\b\p{Lu})\.){0,60}?)`;
const END = String.raw`(?=\s*(?:[,;:()|"“”]|\.(?![\p{L}\p{N}])|$|\bunder\b|\band (?:is|was|has|appears)\b|\bon (?:\d|\p{Lu})|\bwith permission\b|\bhere\b|\bin \p{Lu}?\p{L}+ \d))`;

const PATTERNS: readonly CreditPattern[] = [
  // "The post Mayor opens bridge appeared first on Daily Bugle." Not: "he first appeared to accept it".
  {
    form: 'post-appeared-first',
    hint: 'appeared',
    expression: new RegExp(
      String.raw`^(?:the post|this (?:post|article|story))\b.{0,300}?\b(?:appeared first|first appeared) (?:on|in|at) ${NAME}${END}`,
      'iu',
    ),
  },
  // "This article was originally published by The Bugle." Not: "the book was originally published in 1949".
  {
    form: 'originally-published',
    hint: 'original',
    expression: new RegExp(
      String.raw`\b(?:this|the) (?:article|story|piece|report|post|column|essay|interview|version)\b.{0,80}?\boriginally (?:published|appeared|ran|posted|reported|written)(?: online)? (?:by|on|in|at|for) (?!\d)${NAME}${END}`,
      'iu',
    ),
  },
  {
    form: 'originally-published',
    hint: 'originally',
    expression: new RegExp(String.raw`^originally (?:published|posted|appeared|reported) (?:by|on|in|at) (?!\d)${NAME}${END}`, 'iu'),
  },
  {
    form: 'originally-published',
    hint: 'first published',
    expression: new RegExp(String.raw`^(?:this (?:article|story|piece) was )?first published (?:by|on|in|at) (?!\d)${NAME}${END}`, 'iu'),
  },
  // "This story is republished from The Conversation under a Creative Commons licence."
  {
    form: 'republished-from',
    hint: 'republished',
    expression: new RegExp(
      String.raw`\b(?:this|the) (?:article|story|piece|report|post)\b.{0,40}?\b(?:is|was|has been) (?:re-?published|reprinted|reproduced)(?: here)?(?: with permission)? (?:from|courtesy of) ${NAME}${END}`,
      'iu',
    ),
  },
  {
    form: 'republished-from',
    hint: 're',
    expression: new RegExp(
      String.raw`^(?:re-?published|reprinted|reproduced) (?:with permission )?(?:from|courtesy of) ${NAME}${END}`,
      'iu',
    ),
  },
  // "(This story has not been edited by Bugle staff and is auto-generated from a syndicated feed from Wire.)"
  {
    form: 'not-edited',
    hint: 'feed',
    expression: new RegExp(
      String.raw`\b(?:not been edited|auto-?generated|published)\b.{0,120}?\bfeed(?: (?:from|of|by|provided by)) ${NAME}${END}`,
      'iu',
    ),
  },
  // "(With inputs from PTI)"
  {
    form: 'with-inputs',
    hint: 'input',
    expression: new RegExp(String.raw`^\(?with (?:additional )?(?:agency )?inputs? from (?:agencies )?${NAME}${END}`, 'iu'),
  },
  // "Copyright 2025 The Associated Press. All rights reserved."
  {
    form: 'copyright',
    hint: '20',
    agencyOnly: true,
    expression: new RegExp(String.raw`^(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:19|20)\d\d[,:]?(?: by)? ${NAME}${END}`, 'iu'),
  },
  {
    form: 'copyright',
    hint: '20',
    agencyOnly: true,
    expression: new RegExp(String.raw`^(?:copyright|©|\(c\)) ${NAME},? (?:19|20)\d\d\b`, 'iu'),
  },
  // "Source: Reuters"; a photo's "Source: @someone" names no agency.
  { form: 'agency-line', hint: 'source', agencyOnly: true, expression: new RegExp(String.raw`^source: ${NAME}${END}`, 'iu') },
];

const CONTRIBUTED = /\b(?:contributed to this (?:report|story|article)|contributed reporting)\b/i;
const REPORTING_BY = /^\(?(?:additional )?reporting by \p{Lu}/iu;
const SOURCE_LINK = /^(?:source(?: link)?|original (?:source|article)|via)$/i;
const BRACKETED = /^\((\p{L}[\p{L} .-]{1,40})\)$/u;
/** "KYIV (Reuters) - ", "LONDON, March 3 (AP) — ". Not: "the Associated Press (AP) said". */
const DATELINE = /^\p{Lu}[\p{L} .,'’/-]{1,50}?(?:,? \p{L}{3,9}\.? \d{1,2})?,? ?\(([\p{L} -]{2,30})\)\s*[-–—:]/u;

/** "March 2022" is when, not where. */
const DATE = /\b(?:19|20)\d\d$/;

/** Lines longer than this are prose. */
const MAX_LINE = 700;
/** Paragraphs at the top of a page in which a dateline or an agency's byline may stand. */
const TOP_LINES = 60;

/** The originator that the page names, with the words that say so; undefined where it names none. */
export function findProvenance(input: ArticleInput, article: CleanArticle): Provenance | undefined {
  const own = ownNames(input, article);
  let best: Credit | undefined;
  for (const credit of findCredits(input, article)) {
    if (credit.name === undefined || CONFIDENCE[credit.form] === 0 || own.has(levelled(credit.name))) continue;
    if (best === undefined || CREDIT_FORMS.indexOf(credit.form) < CREDIT_FORMS.indexOf(best.form)) best = credit;
  }
  if (best?.name === undefined) return undefined;
  return { originator: best.name, form: best.form, evidence: best.evidence, confidence: CONFIDENCE[best.form] };
}

/** Every credit on the page, in reading order. */
export function findCredits(input: ArticleInput, article: CleanArticle): Credit[] {
  const credits: Credit[] = [];
  const lines = creditLines(input, article);
  for (const [index, line] of lines.entries()) {
    const credit = readCredit(line) ?? readSpoilt(line) ?? (index < TOP_LINES ? readTop(line) : undefined);
    if (credit !== undefined) credits.push(credit);
  }
  if (article.dateline?.agency !== undefined) {
    const name = agencyNamed(article.dateline.agency) ?? article.dateline.agency;
    if (!credits.some((credit) => credit.form === 'dateline')) credits.push({ form: 'dateline', name, evidence: article.dateline.text });
  }
  const bylineAgency = article.byline === undefined ? undefined : bylineOf(article.byline.text);
  if (bylineAgency !== undefined && !credits.some((credit) => credit.form === 'byline')) credits.push(bylineAgency);
  const publisher = article.publisher === undefined ? undefined : agencyNamed(article.publisher);
  if (publisher !== undefined && article.publisher !== undefined)
    credits.push({ form: 'publisher', name: publisher, evidence: article.publisher });
  const canonical = foreignHost(input.url, article.canonicalUrl);
  if (canonical !== undefined) credits.push({ form: 'canonical-url', name: canonical, evidence: article.canonicalUrl ?? '' });
  return credits;
}

function creditLines(input: ArticleInput, article: CleanArticle): string[] {
  const text =
    input.text ??
    [
      ...article.body.paragraphs.map(([start, end]) => article.body.text.slice(start, end)),
      ...article.removed.map((block) => block.text),
    ].join('\n');
  // A hyphen at the end of a line, then a small letter: one word.
  return text
    .replaceAll(/(?<=\p{L})-\r?\n(?=\p{Ll})/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readCredit(line: string): Credit | undefined {
  if (line.length > MAX_LINE) return undefined;
  const lower = line.toLowerCase();
  for (const { form, hint, expression, agencyOnly } of PATTERNS) {
    if (!lower.includes(hint)) continue;
    const found = expression.exec(line);
    const name = found?.[1]?.trim();
    if (found === null || name === undefined || DATE.test(name)) continue;
    const agency = agencyNamed(name);
    if (agencyOnly && agency === undefined) continue;
    return { form, name: agency ?? knownNewsroom(name) ?? name, evidence: found[0] };
  }
  if (line.length <= 60) {
    const agency = BRACKETED.exec(line)?.[1];
    const name = agency === undefined ? undefined : agencyNamed(agency);
    if (name !== undefined) return { form: 'agency-line', name, evidence: line };
    if (SOURCE_LINK.test(line)) return { form: 'source-link', evidence: line };
  }
  if (CONTRIBUTED.test(line)) return { form: 'contributed', evidence: line };
  if (REPORTING_BY.test(line)) return { form: 'reporting-by', evidence: line };
  return undefined;
}

/** "pub1ished", "first 0n": figures that a scanner read for letters inside a word. The evidence keeps them. */
const SPOILT = /(?<=\p{Ll})[015](?=\p{Ll})|(?<=\s)[015](?=\p{Ll})/gu;
const LETTER_FOR: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '5': 's' };

function readSpoilt(line: string): Credit | undefined {
  if (line.length > MAX_LINE || !/[a-z][015]|\b[015][a-z]/.test(line)) return undefined;
  const repaired = line.replaceAll(SPOILT, (figure) => LETTER_FOR[figure] ?? figure);
  return repaired === line ? undefined : withEvidence(readCredit(repaired), line);
}

const withEvidence = (credit: Credit | undefined, evidence: string): Credit | undefined =>
  credit === undefined ? undefined : { ...credit, evidence };

function readTop(line: string): Credit | undefined {
  if (line.length <= 60) {
    const byline = bylineOf(line);
    if (byline !== undefined) return byline;
  }
  const dateline = line.length > 40 ? DATELINE.exec(line) : null;
  const agency = dateline?.[1] === undefined ? undefined : agencyNamed(dateline[1]);
  return agency === undefined ? undefined : { form: 'dateline', name: agency, evidence: dateline?.[0].trim() ?? '' };
}

/** "By The Associated Press", "Reuters". Not: "Ann Lee, Daily Bugle". */
function bylineOf(line: string): Credit | undefined {
  const name = agencyNamed(line.replace(/^by /i, '').replace(/\s+(?:staff|news agency)$/i, ''));
  return name === undefined ? undefined : { form: 'byline', name, evidence: line };
}

const levelled = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The names a page goes by itself: it cannot be its own first publisher elsewhere. */
function ownNames(input: ArticleInput, article: CleanArticle): Set<string> {
  const names = [input.outlet, article.outlet].filter((name) => name !== undefined).map(levelled);
  const host = hostOf(input.url);
  if (host !== undefined) names.push(levelled(host), levelled(host.split('.').at(-2) ?? ''));
  return new Set(names);
}

const hostOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;

/** The host of a canonical URL that points away from the page's own site. */
function foreignHost(url: string | undefined, canonicalUrl: string | undefined): string | undefined {
  const own = hostOf(url);
  const canonical = hostOf(canonicalUrl);
  if (own === undefined || canonical === undefined) return undefined;
  const isSameSite =
    own === canonical || own.endsWith(`.${canonical}`) || canonical.endsWith(`.${own}`) || siteOf(own) === siteOf(canonical);
  return isSameSite ? undefined : canonical;
}

const siteOf = (host: string): string =>
  host
    .split('.')
    .slice(/\.(?:co|com|org|net|gov|ac)\.\p{L}{2}$/u.test(host) ? -3 : -2)
    .join('.');
