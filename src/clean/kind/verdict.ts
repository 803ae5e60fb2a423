/** What is said of the kind of a page, for HTML and for dumps, and the lengths that both go by. */
import type { CleanArticle, Note } from '../../article.ts';

export interface KindVerdict {
  readonly kind: CleanArticle['kind'];
  readonly note: Note | undefined;
  /** False when what was kept is no text of an article: results, teasers, the words of an error page. */
  readonly keepsBody: boolean;
}

/** Shorter texts are briefs: AP and Reuters call items under about 130 words so. Six of the 291 development articles are, as HTML and as dumps. */
export const BRIEF_WORDS = 130;
/** A page with so many words of uninterrupted prose has a text of its own: all 291 development pages but the briefs reach it, in both forms. */
export const OWN_TEXT_WORDS = 130;
/** Pages about nothing (errors, robot checks) and texts cut at a wall are shorter than this. A few lines more than a brief, so that a brief behind a wall is a stub. */
export const THIN_WORDS = 150;

/** Longest evidence in a note, UTF-16 units. */
const MAX_NOTE = 300;

export const say = (kind: CleanArticle['kind'], rule: string, text: string, keepsBody = true): KindVerdict => ({
  kind,
  note: { stage: 'clean', rule, text: text.slice(0, MAX_NOTE).toWellFormed() },
  keepsBody,
});
