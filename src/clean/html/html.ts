/** Cleaning of HTML: guard, prune, metadata, blocks, the choice of blocks, the body. */
import type { ArticleInput, CleanArticle, Note } from '../../article.ts';
import { detectLanguage } from '../../text/language.ts';
import type { BlockDecision } from '../decision.ts';
import { cleanDump, explainDump } from '../dump/dump.ts';
import { guardHtml, innerTextOfTokens, type GuardVerdict } from '../guard.ts';
import { composeBody, recordText } from './body.ts';
import { chooseBlocks } from './choose.ts';
import { contextOfPage } from './context.ts';
import { judgeKind } from './kind.ts';

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
  const { context, metadata, jsonLd, base } = contextOfPage(input);
  const decisions = chooseBlocks(context);
  const kept = decisions.filter((decision) => decision.kept).map((decision) => decision.block);
  const body = composeBody(kept, base);
  const { kind, note } = judgeKind({
    body,
    decisions,
    isLiveBlog: jsonLd?.isLiveBlog === true,
    headline: metadata.headline,
    url: input.url ?? metadata.canonicalUrl,
  });
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
  return chooseBlocks(contextOfPage(input).context).map(({ text, kept, rule, reason, score }) =>
    score === undefined ? { text, kept, rule, reason } : { text, kept, rule, reason, score },
  );
}
