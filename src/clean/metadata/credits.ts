/**
 * Credit lines under a story: "Reporting by Jane Doe in Riga; Editing by Ann Poe", "Jane Doe reported from Riga. John Roe contributed to this report."
 * They stay where they are, in the body or in what was removed; here they are read. Pure string work, linear in the text.
 */
import type { Credit } from '../../article.ts';
import type { CreditPhrases } from '../../languages/byline-words.ts';
import type { Pattern } from '../../languages/date-words.ts';
import { fromLanguages } from '../../languages/languages.ts';
import { anyOf } from '../../languages/patterns.ts';
import { readAuthors, readSurname } from './byline.ts';

/** Longest line that can be credits. UTF-16 units. */
const MAX_CREDITS = 600;
/** A credit line stands among the last paragraphs: notes and corrections may follow it. */
const LAST_PARAGRAPHS = 5;

/** The expressions of one language that has credit phrases. */
interface CreditGrammar {
  readonly signs: RegExp;
  /**
   * "Additional reporting by Jane Doe", "Writing and editing by: Ann Poe"; not "Reporting by phone is easy" (no names follow), nor "Written by Jane Doe",
   * which is a byline, nor "Photo by Jane Doe", which is a caption.
   */
  readonly labelled: RegExp;
  readonly cut: RegExp;
  /** "Jane Doe reported from Riga, Latvia.", "Ms. Doe wrote from New York."; not "Doe reported from the front that …" (no sentence end). */
  readonly reportedFrom: RegExp;
  /** "Jane Doe in Washington contributed to this report.", "… contributed reporting from Kyiv." */
  readonly contributed: RegExp;
  /** "Associated Press writers Jane Doe and …", "The Courier’s Jane Doe": whom they work for. */
  readonly employed: RegExp;
  /** "Jane Doe in Riga, John Roe in New York": where they were. */
  readonly where: RegExp;
  readonly surname: RegExp;
  /** A small word that is no part of names: "Stanford University found that dogs dream". */
  readonly smallWord: RegExp;
  readonly editing: RegExp;
  readonly reporting: RegExp;
  readonly asByline: RegExp;
}

function grammarOf(words: CreditPhrases, particles: Pattern): CreditGrammar {
  return {
    signs: new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.signs})(?![\\p{L}\\p{N}_])`, 'iu'),
    labelled: new RegExp(`^${words.labelled}\\s+(?=\\p{Lu})`, 'iu'),
    cut: new RegExp(`(?<=\\p{Ll}[.;]|[);])(?<!\\b(?:${words.honorifics})\\.)\\s+(?=\\p{L})|,\\s+(?=${words.cutBefore})`, 'u'),
    reportedFrom: new RegExp(`^(.{3,200}?),? ${words.reportedFrom}$`, 'u'),
    contributed: new RegExp(`^(.{3,300}?),? ${words.contributed}$`, 'u'),
    employed: new RegExp(`^(?:${words.employed})\\s+(?=\\p{Lu})`, 'u'),
    where: new RegExp(`\\s(?:${words.inPlace})\\s\\p{Lu}[\\p{L}\\p{M}.’' -]*?(?=,|\\s+(?:${words.afterPlace})(?![\\p{L}\\p{N}_])|$)`, 'gu'),
    surname: new RegExp(`^(?:(?:${words.honorifics})\\.? )?(\\S+)$`, 'u'),
    smallWord: new RegExp(`(?:^| )(?!(?:${words.smallWords}|${particles})(?: |$))\\p{Ll}`, 'u'),
    editing: new RegExp(`^(?:${words.editing})`, 'iu'),
    reporting: new RegExp(`^(?:${words.reporting})`, 'iu'),
    asByline: new RegExp(`^(?:${words.asByline})(?![\\p{L}\\p{N}_])`, 'iu'),
  };
}

/** The grammars of all languages that have credit phrases, in their order. */
const grammars = fromLanguages((languages): CreditGrammar[] => {
  const particles = anyOf(languages, ({ bylines }) => bylines?.particles);
  return languages.flatMap(({ bylines }) => (bylines?.credits === undefined ? [] : [grammarOf(bylines.credits, particles)]));
});

function roleOf(label: string, { editing, reporting }: CreditGrammar): Credit['role'] {
  if (editing.test(label)) return 'editing';
  return reporting.test(label) ? 'reporting' : 'contributing';
}

function namesIn(text: string, { employed, where, surname, smallWord }: CreditGrammar): string[] | undefined {
  const bare = text.trim().replace(employed, '').replace(where, '');
  const single = surname.exec(bare)?.[1];
  if (single !== undefined) return readSurname(single);
  const names = readAuthors(bare, {});
  return names?.every((name) => !smallWord.test(name)) === true ? names : undefined;
}

/** One sentence or part of a credit line; undefined for any other. */
function readCredit(sentence: string, grammar: CreditGrammar): Credit | undefined {
  const text = sentence.replace(/[.;\s]+$/u, '');
  const labelled = grammar.labelled.exec(text);
  if (labelled !== null) {
    const { extra, work } = labelled.groups ?? {};
    const names = namesIn(text.slice(labelled[0].length), grammar);
    return names && { role: extra === undefined ? roleOf(work ?? '', grammar) : 'contributing', names, text };
  }
  const contributed = grammar.contributed.exec(text)?.[1];
  if (contributed !== undefined) {
    const names = namesIn(contributed, grammar);
    return names && { role: 'contributing', names, text };
  }
  const reported = grammar.reportedFrom.exec(text)?.[1];
  const names = reported === undefined ? undefined : namesIn(reported, grammar);
  return names && { role: 'reporting', names, text };
}

/** The credits in one line; none unless most of its sentences are credits in one language, so that a sentence of the story is not one. */
export function parseCredits(line: string): Credit[] {
  if (line.length > MAX_CREDITS) return [];
  const flat = line.replace(/[\s\u00a0]+/gu, ' ').replace(/^[\s([*–—-]+|[\s)\]*]+$/gu, '');
  for (const grammar of grammars()) {
    const sentences = flat.split(grammar.cut);
    const credits = sentences.map((sentence) => readCredit(sentence, grammar)).filter((credit) => credit !== undefined);
    if (credits.length * 2 > sentences.length) return credits;
  }
  return [];
}

/** The credits of an article, from its last paragraphs and from the lines that cleaning took out under it. Each once, in order. */
export function findCredits(article: { paragraphs: readonly string[]; removed: readonly string[] }): Credit[] {
  const lines = [
    ...article.paragraphs.slice(-LAST_PARAGRAPHS),
    ...article.removed.flatMap((text) => (text.length > 5000 ? [] : text.split('\n'))),
  ];
  const found = new Map<string, Credit>();
  for (const line of lines) {
    if (!grammars().some(({ signs }) => signs.test(line))) continue;
    for (const credit of parseCredits(line)) if (!found.has(credit.text)) found.set(credit.text, credit);
  }
  return [...found.values()];
}

/** A credit that names the author where a story has no byline: agencies write "Reporting by Jane Doe" under it. */
export const isAuthorCredit = ({ role, text }: Credit): boolean =>
  role === 'reporting' && grammars().some(({ asByline }) => asByline.test(text));
