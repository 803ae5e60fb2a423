/** What the stage knows of words: the speech parts of all languages as sets, maps and patterns. No word stands here (src/languages). */
import type { DateWords } from '../languages/date-words.ts';
import type { Language } from '../languages/language.ts';
import type { RoleMark } from '../languages/name-words.ts';
import { fromLanguages } from '../languages/languages.ts';
import {
  PATTERNS,
  WORD_LISTS,
  type CueClass,
  type PatternName,
  type SpeechWords,
  type VerbForm,
  type WordList,
} from '../languages/speech-words.ts';
import { markTable, type MarkTable } from './mark-table.ts';

export interface CueVerb {
  readonly lemma: string;
  readonly class: CueClass;
  readonly forms: readonly VerbForm[];
}

export type Pairs = ReadonlyMap<string, ReadonlySet<string>>;

export type SpeechLexicon = Readonly<Record<WordList, ReadonlySet<string>>> &
  Readonly<Record<PatternName, RegExp>> & {
    /** By lower-case form. */
    readonly verbs: ReadonlyMap<string, CueVerb>;
    readonly verbPairs: Pairs;
    readonly sourcePairs: Pairs;
    readonly objectPrepositions: Pairs;
    readonly movementPairs: Pairs;
    readonly breakerPairs: Pairs;
    readonly asidePairs: Pairs;
    readonly media: NonNullable<SpeechWords['media']>;
    readonly titleForms: ReadonlyMap<string, string>;
    readonly pronouns: ReadonlyMap<string, 'male' | 'female' | 'thing' | 'group'>;
    readonly foldings: NonNullable<SpeechWords['foldings']>;
    /** Of the languages whose words of time are known: a month is no time for a reader who cannot tell what stands around it. */
    readonly months: ReadonlySet<string>;
    /** People and groups named by what they are or do: "a spokesman". */
    readonly roleNouns: ReadonlySet<string>;
    readonly weekdays: ReadonlySet<string>;
    readonly marks: MarkTable;
    /** The name at the end of a text: capitalised words with the small words of names between them. */
    readonly nameRun: RegExp;
  };

const NOTHING = /(?!)/;
/** The mark of roles by which a speaker may be named. */
const SPEAKER: RoleMark = 'speaker';

const split = (words: string | undefined): string[] => (words === undefined ? [] : words.split(/\s+/).filter(Boolean));

/** Tables of all languages; of two languages that know a word differently, the first counts. */
export const currentLexicon: () => SpeechLexicon = fromLanguages(compile);

/** What the stage reads, many times a word: a binding rather than a call. Empty until `refreshLexicon`. */
export let lexicon: SpeechLexicon = compile([]);

/** Takes in languages that were added. `findStretches` and `paragraphReader` call it, and every reading begins with them. */
export function refreshLexicon(): void {
  lexicon = currentLexicon();
}

function compile(languages: readonly Language[]): SpeechLexicon {
  const parts = languages.flatMap(({ speech }) => (speech === undefined ? [] : [speech]));
  const lists = Object.fromEntries(
    Object.keys(WORD_LISTS).map((list) => [list, new Set(parts.flatMap((part) => split(part[list as WordList])))]),
  ) as unknown as Record<WordList, ReadonlySet<string>>;
  // roles stand once, with their marks, in the names of a language
  const roles = languages.flatMap(({ names }) => names?.roles ?? []).filter(([marks]) => marks.includes(SPEAKER));
  const patterns = Object.fromEntries(
    Object.keys(PATTERNS).map((name) => [name, either(parts.flatMap(({ patterns }) => patterns?.[name as PatternName] ?? []))]),
  ) as unknown as Record<PatternName, RegExp>;
  const pairs = (table: (part: SpeechWords) => Readonly<Record<string, string>> | undefined): Pairs => {
    const merged = new Map<string, Set<string>>();
    for (const part of parts)
      for (const [word, next] of Object.entries(table(part) ?? {}))
        merged.set(word, new Set([...(merged.get(word) ?? []), ...split(next)]));
    return merged;
  };
  const first = <T>(table: (part: SpeechWords) => Readonly<Record<string, T>> | undefined): ReadonlyMap<string, T> =>
    new Map(parts.toReversed().flatMap((part) => Object.entries(table(part) ?? {})));
  const timed = languages.flatMap(({ speech, dates }) => (speech?.timeWords === undefined || dates === undefined ? [] : [dates]));
  return {
    ...lists,
    ...patterns,
    verbs: verbsOf(parts),
    verbPairs: pairs((part) => part.verbPairs),
    sourcePairs: pairs((part) => part.sourcePairs),
    objectPrepositions: pairs((part) => part.objectPrepositions),
    movementPairs: pairs((part) => part.movementPairs),
    breakerPairs: pairs((part) => part.breakerPairs),
    asidePairs: pairs((part) => part.asidePairs),
    media: parts.flatMap(({ media }) => media ?? []),
    titleForms: first((part) => part.titleForms),
    pronouns: first((part) => part.pronouns),
    foldings: parts.flatMap(({ foldings }) => foldings ?? []),
    roleNouns: new Set(roles.flatMap(([, words]) => split(words))),
    months: monthForms(timed, lists.nameLikeMonths),
    // Full names only: "Sun" and "Sat" are other words as well.
    weekdays: new Set(timed.flatMap(({ weekdays }) => weekdays.flatMap((names) => names.slice(0, 1)))),
    marks: markTable(parts.flatMap(({ quotationMarks }) => quotationMarks ?? [])),
    nameRun: nameRun(lists.nameParticles),
  };
}

/** Each form as it is and with a full stop; an abbreviation that is a given name too ("Jun") only with the full stop. */
function monthForms(dates: readonly DateWords[], nameLike: ReadonlySet<string>): ReadonlySet<string> {
  const forms = dates.flatMap(({ months }) => months.flat());
  return new Set(forms.flatMap((form) => (nameLike.has(form) ? [`${form}.`] : [form, `${form}.`])));
}

/** One pattern for several; they share their flags. */
function either(patterns: readonly RegExp[]): RegExp {
  const [first] = patterns;
  if (first === undefined) return NOTHING;
  return patterns.length === 1 ? first : new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), first.flags);
}

function verbsOf(parts: readonly SpeechWords[]): ReadonlyMap<string, CueVerb> {
  const table = new Map<string, { readonly lemma: string; readonly class: CueClass; readonly forms: VerbForm[] }>();
  const put = (word: string, lemma: string, cls: CueClass, form: VerbForm): void => {
    const entry = table.get(word);
    if (entry === undefined) table.set(word, { lemma, class: cls, forms: [form] });
    else if (entry.lemma === lemma && !entry.forms.includes(form)) entry.forms.push(form);
  };
  for (const part of parts) {
    for (const cue of part.cues ?? []) put(cue.word, cue.lemma, cue.class, cue.form);
    for (const word of split(part.saidForms)) put(word, word, 'say', 'past');
  }
  return table;
}

function nameRun(particles: ReadonlySet<string>): RegExp {
  const word = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
  const small = particles.size === 0 ? '' : `(?:(?:${[...particles].join('|')})\\s+)*`;
  return new RegExp(String.raw`${word}(?:\s+${small}${word})*$`, 'u');
}

/** Do the two tokens make a pair of the table? */
export const isPair = (
  pairs: Pairs,
  first: { readonly lower: string } | undefined,
  second: { readonly lower: string } | undefined,
): boolean => first !== undefined && second !== undefined && pairs.get(first.lower)?.has(second.lower) === true;

/** Does this lower-case word look like a verb (past or present)? Used only to end noun phrases. */
export function isVerbLike(word: string): boolean {
  const { auxiliaries, commonVerbs, notPastVerbs, pastEnding } = lexicon;
  if (auxiliaries.has(word) || commonVerbs.has(word)) return true;
  return word.length > 4 && pastEnding.test(word) && !notPastVerbs.has(word);
}
