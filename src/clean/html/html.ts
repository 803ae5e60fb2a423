/** Cleaning of HTML: guard, prune, metadata, blocks, the choice of blocks, the body. */
import type { ArticleInput, CleanArticle, Note } from '../../article.ts';
import { detectLanguage } from '../../text/language.ts';
import type { BlockDecision } from '../decision.ts';
import { cleanDump, explainDump } from '../dump/dump.ts';
import { findDateline } from '../dump/dateline.ts';
import { findFigures } from '../figures.ts';
import { innerTextOfTokens } from '../guard.ts';
import { decideKind, type KindDecision } from '../kind/decide.ts';
import { composeBody, recordText } from './body.ts';
import type { Decision } from '../decision.ts';
import { chooseBlocks } from './choose.ts';
import { contextOfPage, type ReadPage } from './context.ts';
import { PageRefused } from './page.ts';
import type { DomName } from './readable.ts';
import { findStandfirst } from './standfirst.ts';

/** The input that a refused page is read as. */
function asText(input: ArticleInput): ArticleInput {
  const { html, ...rest } = input;
  return { ...rest, text: innerTextOfTokens(html ?? '') };
}

/** Why a page is read as text: the guard refused it, or it got past the guard and still broke a parser. */
function noteOf(error: Error): Note {
  const [rule, reason] =
    error instanceof PageRefused ? [error.refusal.rule, error.refusal.detail] : ['tree-failed', `${error.name} in the tree`];
  return { stage: 'clean', rule, text: `Read as text: ${reason}.` };
}

function languageOf(declared: string | undefined, text: string): CleanArticle['language'] {
  const detected = detectLanguage(text);
  const code = declared?.slice(0, 2).toLowerCase();
  if (detected.code !== 'und' || code === undefined || !/^[a-z]{2}$/u.test(code)) return detected;
  return { code, confidence: 0.5 };
}

const recordField = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : recordText(value).trim() || undefined;

/** The tree path; an error when the guard refuses the page, or when a page broke a parser all the same. */
function readTree(input: ArticleInput, dom?: DomName): { page: ReadPage; decisions: readonly Decision[]; kind: KindDecision } | Error {
  try {
    const page = contextOfPage(input, dom);
    const kind = decideKind(input, page, chooseBlocks(page.context));
    return { page, decisions: kind.decisions, kind };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A page read as text, with the reason. */
function readAsText(input: ArticleInput, note: Note): CleanArticle {
  const article = cleanDump(asText(input));
  return { ...article, notes: [note, ...article.notes] };
}

/** Headline, metadata and paragraphs of a page. Never throws; a page that could hang a parser is read as text. */
export function cleanHtml(input: ArticleInput, dom?: DomName): CleanArticle {
  const read = readTree(input, dom);
  if (read instanceof Error) return readAsText(input, noteOf(read));
  const { context, metadata, base } = read.page;
  const standfirst = findStandfirst(context, read.decisions);
  const decisions = read.decisions.map((decision) =>
    decision.block === standfirst && !decision.kept ? { ...decision, rule: 'standfirst', reason: 'kept as the standfirst' } : decision,
  );
  const kept = decisions.filter((decision) => decision.kept).map((decision) => decision.block);
  const body = composeBody(kept, base, findFigures(kept, base));
  const { kind, note } = read.kind;
  return {
    kind,
    headline: recordField(metadata.headline) ?? '',
    standfirst: recordField(standfirst?.text.replace(/\s+/gu, ' ')),
    byline: metadata.byline && { text: recordText(metadata.byline.text), authors: metadata.byline.authors.map(recordText) },
    dateline: findDateline(kept[0]?.text ?? ''),
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
    notes: [...(note === undefined ? [] : [note]), ...metadata.notes, ...read.page.notes],
  };
}

/** Every block of the page in order, kept or removed, with rule, reason and score. */
export function explainHtml(input: ArticleInput, dom?: DomName): BlockDecision[] {
  const read = readTree(input, dom);
  if (read instanceof Error) return explainDump(asText(input));
  return read.decisions.map(({ text, kept, rule, reason, score }) => ({ text, kept, rule, reason, score }));
}
