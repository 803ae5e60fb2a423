/** The expressions that read bylines, put together from the words of all languages. */
import type { BylineWords } from '../../languages/byline-words.ts';
import type { Pattern } from '../../languages/date-words.ts';
import type { Language } from '../../languages/language.ts';
import { dates as englishDates } from '../../languages/en/dates.ts';
import { fromLanguages } from '../../languages/languages.ts';
import { anyOf } from '../../languages/patterns.ts';

export interface BylineGrammar {
  /** "By Jane", "Written by: Jane", "Von Jana", "Par Jeanne"; not "Bystander Jane". */
  readonly leadIn: RegExp;
  /** Lead-ins that are common prose words in some language: they open a byline only with a colon or in an author field. */
  readonly weakLeadIn: RegExp;
  /** Where the names end: "| December 29, 2025", "Updated: …", "5 min read", "Published 12:45". */
  readonly tail: RegExp;
  /** Between names: signs and the words for "and". */
  readonly separator: RegExp;
  /** "y", "e": separates only names of several words. */
  readonly letterAnd: RegExp;
  /** Letters after a name that are part of it: "Jr". */
  readonly generation: RegExp;
  /** Degrees and professional letters after a name; dropped from authors. */
  readonly credential: RegExp;
  /** Titles in front of a name; dropped. */
  readonly honorific: RegExp;
  /** Words of job titles and desks: a comma part that holds one is not a name. */
  readonly role: RegExp;
  /** A whole author that is an organisation or a desk: kept when nothing else is named, never as a person's tail. */
  readonly organisation: RegExp;
  /** What follows a name with no comma: "JANE DOE Associated Press". */
  readonly afterName: RegExp;
  readonly notName: RegExp;
  readonly firstName: RegExp;
  readonly pronoun: RegExp;
  /** "the" alone, and in front of a name. */
  readonly article: RegExp;
  readonly leadingArticle: RegExp;
  readonly particle: RegExp;
  /** A particle in capitals inside a name; group 1 the space in front. */
  readonly smallParticle: RegExp;
  /** A byline that ends with an abbreviation or an initial, not with a sentence. */
  readonly abbreviated: RegExp;
  /** "by" inside a line, at the start or after a space or a bar; group 1 begins with it. */
  readonly byInside: RegExp;
  /** What may stand in front of it: a year, or a label not far off. */
  readonly beforeBy: RegExp;
  /** A date behind the name: "on March 4". */
  readonly dateBehind: RegExp;
}

/** Names of newswires and outlets that stand in bylines as an author: names, not words of a language. */
const OUTLETS = 'reuters|afp|ap|upi|dpa|efe|ansa|tass|xinhua|cnn|bbc|cbs|nbc|abc|fox|npr|pbs|bloomberg|politico|axios';
const OUTLETS_AFTER_NAME =
  '(?:the\\s+)?associated press|reuters|agence france-presse|afp|ap|bbc news|bbc|cnn|cnn business|cnn politics|bloomberg news|bloomberg|upi|dpa|npr|nbc news|abc news|cbs news|fox news';

/** A month in front of a number: any English word that begins like one ("Dec 3", "Sept 3"), and the names of all languages from four letters on. */
function monthBeforeDay(languages: readonly Language[]): string {
  const english = englishDates.months.map(([name = '']) => `${name.slice(0, 3)}[a-z]{0,6}`);
  const names = languages.flatMap(({ dates }) => dates?.months.flat() ?? []).filter((name) => name.length >= 4);
  return `(?:${[...english, ...names].join('|')})`;
}

export const bylineGrammar = fromLanguages((languages): BylineGrammar => {
  const any = (...picks: readonly ((words: BylineWords) => Pattern | undefined)[]): string =>
    anyOf(languages, ...picks.map((pick) => (language: Language) => language.bylines && pick(language.bylines)));
  const inside = '(?:^|[^\\p{L}])';
  const end = '(?![\\p{L}])';
  const weak = any(({ weakBy }) => weakBy);
  const labels = anyOf(
    languages,
    ({ dates }) => dates?.labels?.published,
    ({ dates }) => dates?.labels?.modified,
    ({ bylines }) => bylines?.ends,
  );
  const adverb = anyOf(languages, ({ dates }) => dates?.labels?.adverb);
  const byInside = any((words) => words.byInside);
  const beforeBy = any((words) => words.beforeBy);
  return {
    leadIn: new RegExp(
      `^(?:${any(
        ({ by }) => by,
        ({ authorNoun }) => authorNoun,
      )}|${weak})(?:[:：]\\s*|\\s+|$)`,
      'iu',
    ),
    weakLeadIn: new RegExp(`^${weak}\\s`, 'iu'),
    tail: new RegExp(
      `(?:^|[\\s|•·,(/–—-])(?:(?:${adverb}\\s+)?${labels}(?![\\p{L}\\p{N}])|\\d{1,2}[:.h]\\d\\d|\\d{1,4}[\\s./-]|(?:19|20)\\d\\d(?!\\p{L})|${monthBeforeDay(languages)}\\.?\\s+\\d)`,
      'iu',
    ),
    separator: new RegExp(
      `\\s*(?:[;|•·⋅∙\\n\\t]|\\s[–—/-]\\s|&|\\/|(?<![\\p{L}\\p{N}_])${any(({ and }) => and)}(?![\\p{L}\\p{N}_]))\\s*`,
      'iu',
    ),
    letterAnd: new RegExp(`\\s${any((words) => words.letterAnd)}\\s`, 'u'),
    generation: new RegExp(`^${any((words) => words.generations)}\\.?$`, 'iu'),
    credential: new RegExp(`^${any((words) => words.credentials)}\\.?$`, 'iu'),
    honorific: new RegExp(`^${any((words) => words.honorifics)}\\.?\\s+(?=\\S+\\s+\\S)`, 'iu'),
    role: new RegExp(`${inside}${any(({ roles }) => roles)}${end}`, 'iu'),
    organisation: new RegExp(`${inside}(?:${OUTLETS}|${any(({ organisations }) => organisations)})${end}`, 'iu'),
    afterName: new RegExp(
      `\\s+(?:${OUTLETS_AFTER_NAME}|${any((words) => words.afterName)}|${any((words) => words.beforePlace)}\\s+\\p{Lu}[\\p{L}’' .-]*)$`,
      'iu',
    ),
    notName: new RegExp(`^${any((words) => words.notNames)}$`, 'iu'),
    firstName: new RegExp(`^${any((words) => words.firstNames)}$`, 'iu'),
    pronoun: new RegExp(`^${any(({ pronouns }) => pronouns)}$`, 'iu'),
    article: new RegExp(`^${any(({ article }) => article)}$`, 'iu'),
    leadingArticle: new RegExp(`^${any(({ article }) => article)}\\s+`, 'iu'),
    particle: new RegExp(`^${any(({ particles }) => particles)}$`, 'u'),
    smallParticle: new RegExp(`(\\s)(${any((words) => words.smallParticles)})(?=\\s)`, 'giu'),
    abbreviated: new RegExp(`(?:(?<![\\p{L}\\p{N}_])${any((words) => words.finalAbbreviations)}|\\p{Lu})\\.$`, 'iu'),
    byInside: new RegExp(`(?:^|[\\s|•·])(${byInside} )(?=\\p{Lu})`, 'giu'),
    beforeBy: new RegExp(`\\d{4}\\s*[|•·,–—-]*\\s*$|${beforeBy}(?![\\p{L}\\p{N}_]).{0,40}$`, 'iu'),
    dateBehind: new RegExp(`\\s+${any((words) => words.beforeDate)}\\s+\\p{L}+\\.?\\s+\\d.*$`, 'iu'),
  };
});
