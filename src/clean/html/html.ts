/** Cleaning of HTML: guard, prune, metadata, blocks, the choice of blocks, the body. */
import type { ArticleInput, CleanArticle, Note } from '../../article.ts';
import { detectLanguage } from '../../text/language.ts';
import type { BlockDecision } from '../decision.ts';
import { cleanDump, explainDump } from '../dump/dump.ts';
import { guardHtml, innerTextOfTokens, type GuardVerdict } from '../guard.ts';
import { queryPage, readHead } from '../metadata/head.ts';
import { readJsonLd } from '../metadata/json-ld.ts';
import { absoluteUrl, readMetadata, type PageMetadata } from '../metadata/metadata.ts';
import { readBlocks } from './blocks.ts';
import { composeBody, recordText } from './body.ts';
import { chooseBlocks, type Decision } from './choose.ts';
import { judgeKind } from './kind.ts';
import { parsePage } from './page.ts';

interface ReadPage {
  readonly metadata: PageMetadata;
  readonly decisions: readonly Decision[];
  readonly isLiveBlog: boolean;
  readonly base: string | undefined;
}

function readPage(input: ArticleInput): ReadPage {
  const page = parsePage(input.html ?? '');
  const head = readHead(queryPage(page));
  const jsonLd = readJsonLd(page.jsonLd);
  const found = readBlocks(page);
  const metadata = readMetadata({ input, head, jsonLd, blocks: found.blocks });
  const base = absoluteUrl(head.base, input.url) ?? absoluteUrl(input.url, undefined) ?? metadata.canonicalUrl;
  return { metadata, decisions: chooseBlocks(page, found, metadata), isLiveBlog: jsonLd?.isLiveBlog === true, base };
}

/** The input that a refused page is read as. */
function asText(input: ArticleInput): ArticleInput {
  const { html, ...rest } = input;
  return { ...rest, text: innerTextOfTokens(html ?? '') };
}

function guardNote(verdict: Exclude<GuardVerdict, { ok: true }>): Note {
  return { stage: 'clean', rule: verdict.rule, text: `Read as text: ${verdict.detail}.` };
}

function languageOf(declared: string | undefined, text: string): CleanArticle['language'] {
  const detected = detectLanguage(text);
  const code = declared?.slice(0, 2).toLowerCase();
  if (detected.code !== 'und' || code === undefined || !/^[a-z]{2}$/u.test(code)) return detected;
  return { code, confidence: 0.5 };
}

const recordField = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : recordText(value).trim() || undefined;

/** Headline, metadata and paragraphs of a page. Never throws; a page that could hang a parser is read as text. */
export function cleanHtml(input: ArticleInput): CleanArticle {
  const verdict = guardHtml(input.html ?? '');
  if (!verdict.ok) {
    const article = cleanDump(asText(input));
    return { ...article, notes: [guardNote(verdict), ...article.notes] };
  }
  const { metadata, decisions, isLiveBlog, base } = readPage(input);
  const kept = decisions.filter((decision) => decision.kept).map((decision) => decision.block);
  const body = composeBody(kept, base);
  const { kind, note } = judgeKind({ body, decisions, isLiveBlog, headline: metadata.headline, url: input.url ?? metadata.canonicalUrl });
  return {
    kind,
    headline: recordField(metadata.headline) ?? '',
    standfirst: recordField(metadata.standfirst),
    byline: metadata.byline && { text: recordText(metadata.byline.text), authors: metadata.byline.authors.map(recordText) },
    publishedAt: metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    outlet: recordField(metadata.outlet),
    canonicalUrl: metadata.canonicalUrl,
    section: recordField(metadata.section),
    image: metadata.image,
    publisher: recordField(metadata.publisher),
    language: languageOf(metadata.language, body.text),
    body,
    removed: decisions
      .filter((decision) => !decision.kept)
      .map(({ rule, reason, text: removed }) => ({ rule, reason, text: recordText(removed) })),
    notes: note === undefined ? [] : [note],
  };
}

/** Every block of the page in order, kept or removed, with rule, reason and score. */
export function explainHtml(input: ArticleInput): BlockDecision[] {
  const verdict = guardHtml(input.html ?? '');
  if (!verdict.ok) return explainDump(asText(input));
  return readPage(input).decisions.map(({ text, kept, rule, reason, score }) =>
    score === undefined ? { text, kept, rule, reason } : { text, kept, rule, reason, score },
  );
}
