/** The kind of an HTML page, and what follows from it for the choice of blocks. */
import { countWords, type ArticleInput, type CleanArticle, type Note } from '../../article.ts';
import type { Decision } from '../decision.ts';
import type { JsonLdArticle } from '../metadata/json-ld.ts';
import type { PageMetadata } from '../metadata/metadata.ts';
import { judgeHtmlKind } from './html-kind.ts';
import { keepEntries } from './live.ts';
import { readSigns } from './signs.ts';

/** What is known of a page besides its blocks. */
export interface PageFacts {
  readonly context: { readonly headlineBlock: number | undefined; readonly description: string | undefined };
  readonly metadata: Pick<PageMetadata, 'headline' | 'canonicalUrl'>;
  readonly jsonLd: Pick<JsonLdArticle, 'isLiveBlog'> | undefined;
}

export interface KindDecision {
  readonly kind: CleanArticle['kind'];
  readonly note: Note | undefined;
  readonly decisions: readonly Decision[];
}

/** A page without an article has no body: what looked most like one goes, with the reason. A live blog keeps the entries that the choice of blocks missed. */
export function decideKind(input: ArticleInput, { context, metadata, jsonLd }: PageFacts, chosen: readonly Decision[]): KindDecision {
  const kept = chosen.filter((decision) => decision.kept);
  const { kind, note, keepsBody } = judgeHtmlKind({
    decisions: chosen,
    words: countWords(kept.map(({ text }) => text).join('\n')),
    headline: metadata.headline,
    headlineBlock: context.headlineBlock,
    description: context.description,
    url: input.url ?? metadata.canonicalUrl,
    signs: readSigns(input.html ?? '', input.url ?? metadata.canonicalUrl),
    isLiveBlog: jsonLd?.isLiveBlog === true,
  });
  if (kind === 'live') return { kind, note, decisions: keepEntries(chosen) };
  if (keepsBody) return { kind, note, decisions: chosen };
  const reason = note?.text ?? 'the page is no article';
  return {
    kind,
    note,
    decisions: chosen.map((decision) =>
      decision.kept ? { ...decision, kept: false, rule: note?.rule ?? 'not-article', reason } : decision,
    ),
  };
}
