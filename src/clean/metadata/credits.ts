/**
 * Credit lines under a story: "Reporting by Jane Doe in Riga; Editing by Ann Poe", "Jane Doe reported from Riga. John Roe contributed to this report."
 * They stay where they are, in the body or in what was removed; here they are read. Pure string work, linear in the text.
 */
import type { Credit } from '../../article.ts';
import { readAuthors, readSurname } from './byline.ts';

/** Longest line that can be credits. UTF-16 units. */
const MAX_CREDITS = 600;
/** A credit line stands among the last paragraphs: notes and corrections may follow it. */
const LAST_PARAGRAPHS = 5;

/**
 * "Additional reporting by Jane Doe", "Writing and editing by: Ann Poe"; not "Reporting by phone is easy" (no names follow), nor "Written by Jane Doe",
 * which is a byline, nor "Photo by Jane Doe", which is a caption.
 */
const LABELLED =
  /^(?:with )?(additional |further )?(reporting|writing|compiled|editing|edited|translation|research)(?: and (?:reporting|writing|editing|research))? by:?\s+(?=\p{Lu})/iu;
/** "Jane Doe reported from Riga, Latvia.", "Ms. Doe wrote from New York."; not "Doe reported from the front that …" (no sentence end). */
const FROM_PLACE =
  /^(.{3,200}?),? (?:also )?(?:reported|wrote) from (?:the )?\p{Lu}[\p{L}\p{M}’'.-]*(?:,? (?:and |of |the |de )?\p{Lu}[\p{L}\p{M}’'.-]*){0,9}$/u;
/** "Jane Doe in Washington contributed to this report.", "… contributed reporting from Kyiv." */
const CONTRIBUTED =
  /^(.{3,300}?),? (?:also )?contributed (?:to (?:this|the) (?:report|story|article)|(?:additional )?(?:reporting|research|to reporting)(?: (?:to|for) (?:this|the) (?:report|story|article))?)(?: (?:from|in) \p{Lu}.{1,60})?$/u;
/** "Associated Press writers Jane Doe and …", "The Courier’s Jane Doe": whom they work for. */
const EMPLOYED =
  /^(?:(?:[\p{Lu}&][\p{L}&.’']*\s+){0,4}(?:staff |senior |special )?(?:writers?|reporters?|journalists?|correspondents?|staff)|(?:\p{Lu}[\p{L}&.]*\s+){0,3}\p{Lu}[\p{L}&.]*[’']s?)\s+(?=\p{Lu})/u;
/** "Jane Doe in Riga, John Roe in New York": where they were. */
const WHERE = /\s(?:in|from|at)\s\p{Lu}[\p{L}\p{M}.’' -]*?(?=,|\s+and\s|\s+contributed|$)/gu;

function roleOf(label: string): Credit['role'] {
  if (/^(?:edit)/iu.test(label)) return 'editing';
  if (/^(?:report|writ|compil)/iu.test(label)) return 'reporting';
  return 'contributing';
}

/** A small word that is no part of names: "Stanford University found that dogs dream". */
const SMALL_WORD =
  /(?:^| )(?!(?:of|the|and|for|de|da|das|del|della|di|do|dos|du|e|el|la|le|van|von|der|den|zu|al|bin|y|ten|ter)(?: |$))\p{Ll}/u;

function namesIn(text: string): string[] | undefined {
  const bare = text.trim().replace(EMPLOYED, '').replace(WHERE, '');
  const surname = /^(?:(?:Mr|Ms|Mrs|Dr)\.? )?(\S+)$/u.exec(bare)?.[1];
  if (surname !== undefined) return readSurname(surname);
  const names = readAuthors(bare, {});
  return names?.every((name) => !SMALL_WORD.test(name)) === true ? names : undefined;
}

/** One sentence or part of a credit line; undefined for any other. */
function readCredit(sentence: string): Credit | undefined {
  const text = sentence.replace(/[.;\s]+$/u, '');
  const labelled = LABELLED.exec(text);
  if (labelled !== null) {
    const names = namesIn(text.slice(labelled[0].length));
    return names && { role: labelled[1] === undefined ? roleOf(labelled[2] ?? '') : 'contributing', names, text };
  }
  const contributed = CONTRIBUTED.exec(text)?.[1];
  if (contributed !== undefined) {
    const names = namesIn(contributed);
    return names && { role: 'contributing', names, text };
  }
  const reported = FROM_PLACE.exec(text)?.[1];
  const names = reported === undefined ? undefined : namesIn(reported);
  return names && { role: 'reporting', names, text };
}

/** The credits in one line; none unless most of its sentences are credits, so that a sentence of the story is not one. */
export function parseCredits(line: string): Credit[] {
  if (line.length > MAX_CREDITS) return [];
  const flat = line.replace(/[\s\u00a0]+/gu, ' ').replace(/^[\s([*–—-]+|[\s)\]*]+$/gu, '');
  const sentences = flat.split(
    /(?<=\p{Ll}[.;]|[);])(?<!\b(?:Mr|Ms|Mrs|Dr)\.)\s+(?=\p{L})|,\s+(?=(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Cc]ompiled|[Ee]diting|[Ee]dited)(?: and [a-z]+)? by\b)/u,
  );
  const credits = sentences.map(readCredit).filter((credit) => credit !== undefined);
  return credits.length * 2 > sentences.length ? credits : [];
}

/** The credits of an article, from its last paragraphs and from the lines that cleaning took out under it. Each once, in order. */
export function findCredits(article: { paragraphs: readonly string[]; removed: readonly string[] }): Credit[] {
  const lines = [
    ...article.paragraphs.slice(-LAST_PARAGRAPHS),
    ...article.removed.flatMap((text) => (text.length > 5000 ? [] : text.split('\n'))),
  ];
  const found = new Map<string, Credit>();
  for (const line of lines) {
    if (!/\b(?:by|contributed|from)\b/iu.test(line)) continue;
    for (const credit of parseCredits(line)) if (!found.has(credit.text)) found.set(credit.text, credit);
  }
  return [...found.values()];
}
