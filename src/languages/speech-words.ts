/**
 * What the quotation stage knows of a language: its verbs of speech, its closed word classes, its quotation marks. Every field may be left out.
 * A word list is one string, words in lower case with blanks between them; the lists marked "as written" keep their capitals.
 */

/**
 * say: takes the quoted words as its object, may stand after them and before its subject ("…," said Lee);
 * judge: names or judges something in quoted words ("called it “a mess”");
 * think: belief, wish and intention; weak evidence of speech;
 * show: reports of documents and findings; weak evidence of speech.
 */
export type CueClass = 'say' | 'judge' | 'think' | 'show';
export type VerbForm = 'base' | 'third' | 'past' | 'part' | 'ing';

/** One form of a verb of speech: "denied" is a past form of "deny". */
export interface CueForm {
  readonly word: string;
  readonly lemma: string;
  readonly class: CueClass;
  readonly form: VerbForm;
}

/** Every word list with what it holds. */
export const WORD_LISTS = {
  // Verbs of speech
  saidForms: 'finite forms and participles of verbs of saying, for languages without a table of cue forms',
  onlyAfterVerbs: 'forms that report only straight after or before a quotation: "…," he began',
  notBeforeSubjectVerbs: 'lemmas of the class say that never stand before their subject: "…," told Lee',
  nounInPresentVerbs: 'lemmas whose present forms are nearly always nouns: "US terms", "tax credits"',
  nounLikeForms: 'forms that look like present cues although nobody says them: "the attacks"',
  quotedParticiples: 'participles of a passive whose subject speaks: "Lee was quoted as saying"',
  called: 'participles that give a name: "a sample called “…”"',
  asked: 'participles that never stand before a name as its attribute',
  nameGivingVerbs: 'lemmas that give a name rather than quote: "named it “…”"',
  tellVerbs: 'lemmas of telling: the hearer may stand alone before the clause',
  hearerVerbs: 'lemmas whose hearer stands before the reported clause: "told reporters that"',
  hearerBeforeThatVerbs: 'lemmas whose hearer may be long, when "that" follows',
  directHearerVerbs: 'lemmas whose hearer is never followed by a reported infinitive',
  objectVerbs: 'lemmas that may report a bare noun phrase: "criticised the plan"',
  besideQuotationOnly: 'lemmas, and first words of verb pairs, that hardly ever report without a quotation',
  clauseVerbs: 'lemmas that report a clause even when its verb was not recognised',
  perfectAuxiliaries: 'auxiliaries between a quotation and a participle of saying: "«…», ha dichiarato"',
  // Nouns
  speechNouns: 'nouns that carry what somebody says: "a statement", "his claim that"',
  documentNouns: 'documents that speak: "the statement read"',
  occasions: 'where something is said: "Lee in a later interview said"',
  bearers: 'things and people that bear words without a comma: "a hat reading"',
  pictures: 'recordings in which somebody speaks: "footage of Lee asking"',
  madeThings: 'what somebody makes or says, with its clause behind it: "the remark Lee made"',
  resumingNouns: 'nouns that take up a whole clause: "…, a claim that nobody believes"; without a plural s',
  audience: 'who is told and does not tell',
  answers: 'answers that are no source: "said yes"',
  // Closed word classes
  articles: 'articles',
  indefiniteArticles: 'indefinite articles',
  determiners: 'words that open a noun phrase: articles, demonstratives, quantities, possessives',
  prepositions: 'prepositions',
  subordinators: 'words that open a subordinate clause',
  conjunctions: 'coordinating conjunctions',
  auxiliaries: 'auxiliaries and modal verbs, with contractions',
  subjectPronouns: 'pronouns that can be a subject',
  objectPronouns: 'pronouns that can be an object',
  possessivePronouns: 'possessive pronouns',
  speakerPossessives: 'possessives of who speaks or listens: "my claim" has no source',
  adverbs: 'adverbs without a regular ending',
  notAdverbs: 'words with the ending of adverbs that are none',
  commonVerbs: 'everyday verb forms that end a noun phrase',
  notPastVerbs: 'words with the ending of past forms that are no verbs',
  timeWords: 'nouns and adverbs of time',
  nameLikeMonths: 'abbreviations of months that are given names too: "Jun Kimura"',
  timeNames: 'words of time that are names as written: the magazine Time',
  modalNames: 'modal verbs that are names as written: "Will", "May"',
  loneSubjects: 'words that are a subject by themselves: "others", "both"',
  quantities: 'quantities before "of": "some of the men"',
  emptySubjects: 'subjects that say nothing about who speaks: "It’s “a mess”"',
  thirdPersons: 'subject pronouns of the third person',
  notThirdPersons: 'subject pronouns that want the base form of a verb',
  pluralSubjects: 'subjects that go with a plural verb and have no plural ending',
  neverInverted: 'pronouns that never stand after their verb: "said you"',
  everybody: 'subjects that mean everybody and are nobody’s source',
  haveForms: 'forms of "have" before a participle',
  be: 'forms of "be", with contractions',
  beContractions: 'contractions of "be" that may also be a possessive',
  passiveBe: 'full forms of "be" before a participle',
  // Words with a place of their own in a pattern; named by what they mean
  that: 'opens a reported clause',
  to: 'marks an infinitive or a hearer',
  by: 'marks who acts in a passive',
  of: 'marks what belongs to the noun before it',
  as: 'marks in which role something is seen',
  and: 'joins',
  who: 'relative word for people',
  what: 'relative word without a noun: "what he calls"',
  this: 'points to a time: "this week"',
  than: 'marks a comparison: "easier said than done"',
  also: 'may stand before an inverted verb: "also wrote a spokesman"',
  per: 'marks a source: "per Lee"',
  so: 'marks a source after a quotation: "„…“, so Anna Roth"',
  contrast: 'marks a clause of its own beside the reporting one',
  soCalled: 'stands before a term that nobody is quoted for',
  // Places between a subject, its verb and the quotation
  relatives: 'words that open a relative clause with a subject',
  thingRelatives: 'relative words for things',
  relativeWords: 'relative words after which a clause closes at a comma',
  objectRelatives: 'relative words for the object: "what one aide has dubbed “…”"',
  appositiveStarts: 'words that open an apposition: "Lee, the mayor, said"',
  timeDeterminers: 'determiners before a time: "in the week"',
  spanPrepositions: 'prepositions before a time with a determiner',
  dayPrepositions: 'prepositions before a bare time: "on Monday"',
  degreeWords: 'words that measure a time: "less than two weeks ago"',
  occasionAdjectives: 'adjectives of an occasion: "a later statement"',
  occasionDeterminers: 'determiners of an occasion',
  occasionPrepositions: 'prepositions of an occasion',
  attachingWords: 'words that can join a noun phrase to the one before it',
  personPrepositions: 'words that join only to people and documents: "aides to Lee"',
  nounJoints: 'words between two nouns of one phrase',
  forwardJoints: 'words that carry on a noun phrase read forwards',
  likeJoints: 'those of them that join only two names or two nouns',
  phrasePrepositions: 'those of them that a whole noun phrase follows',
  closeTo: 'words between a source and what it is close to: "a source close to the campaign"',
  capitalFunctionWords: 'function words as written at the front of a sentence, where they are no names',
  cueAdverbs: 'adverbs between "be" or a joint and a participle',
  aspectVerbs: 'verb forms before a participle that shares their subject: "keeps calling"',
  clauseOpeners: 'words that open a clause inside a sentence',
  clauseJoints: 'words that join a second verb to a clause',
  mainClauseJoints: 'words that join a main clause with a pronoun: ", and he"',
  participleOpeners: 'words before a noun phrase that is the subject of a participle: "with Lee promising"',
  closedClauseOpeners: 'words before an inner source that the outermost source does not report',
  namesakePrepositions: 'words after a name-giving verb that say why: "named for"',
  placePrepositions: 'prepositions before a colon’s nearest noun that make it a place',
  sourceOpeners: 'words at the front of a sentence that make the noun before a colon the source: "From Lee:"',
  // Nouns told from verbs
  nounOpeners: 'words after which a cue is a noun: "his claims"',
  pluralNounOpeners: 'words after which a cue that may be a noun is one: "these claims"',
  verbOrNounOpeners: 'words after which a cue that may be a noun is a verb: "to claim"',
  verbOpeners: 'words between a subject and its verb: "also claims"',
  // Reported clauses
  clauseStarts: 'words that open a reported clause or infinitive',
  boundClauseStarts: 'words that make a belief or wish a report: "to hope that"',
  notContinuing: 'words after the source’s comma with which the report does not go on',
  clauseBreakers: 'words after a comma that end a report',
  contrastJoints: 'words before a second verb of speech that ends a report',
  reportJoints: 'words before a second report that ends the first',
  joints: 'words before a second verb of the same source',
  reportSubordinators: 'words that make a report a subordinate clause: "While Lee said"',
  openings: 'words at the front of a sentence that are no part of a report',
  asides: 'words between commas inside a report: ", however,"',
  timeOpeners: 'words before a time between the verb and its clause',
  dayOpeners: 'words before a day between the verb and the quotation',
  circumstancePrepositions: 'prepositions of place and occasion between the verb and its clause',
  notReporting: 'participles that are never cues',
  // Sentences and abbreviations
  abbreviations: 'abbreviations whose full stop does not end a sentence, with their full stop',
  softAbbreviations: 'those of them that may well end a sentence: the next word decides',
  sentenceOpeners: 'words as written that open a sentence after “…?”',
  openersAfterAbbreviation: 'words that open a sentence after an abbreviation',
  datelineWords: 'small words in a dateline',
  letterWords: 'words of one capital letter as written, which are no initials',
  // Titles, names and terms in quotation marks
  titleSmallWords: 'words that a title may leave in small letters',
  workCues: 'nouns and verbs that introduce a title of a work or a name',
  works: 'nouns that stand before the name of a work or a firm, for languages whose titles have small letters',
  artists: 'makers of a work: "the “Rivers” singer"',
  performing: 'participles of performing a work: "playing “Rivers”"',
  workParts: 'parts and makers of a work: "an episode of “Rivers”"',
  workPrepositions: 'prepositions before a title',
  acronymSmallWords: 'words that an acronym leaves out',
  // People
  officeHeads: 'offices that one person holds',
  organisationHeads: 'first words of the names of organisations, as written',
  personNouns: 'nouns for one person that need no title in the text: "the billionaire"',
  homeCountry: 'words for the home country in a title',
  nameParticles: 'small words inside a name: "van der"',
  // Folding of statements
  generations: 'generation words at the end of a name',
  nameArticles: 'articles that are no part of a name when speakers are compared',
} as const;
export type WordList = keyof typeof WORD_LISTS;

/** Every pattern with what it finds. Patterns of several languages are tried as alternatives, so they share their flags. */
export const PATTERNS = {
  adverbEnding: 'the ending of adverbs',
  ingEnding: 'the ending of present participles',
  pastEnding: 'the ending of past forms',
  passiveEnding: 'endings of participles before "by"',
  participleEnding: 'endings of participles before a noun',
  introductoryEnding: 'endings of words that introduce a sentence',
  pluralEnding: 'the ending of plural nouns',
  agentEnding: 'the ending of nouns for people who act',
  peopleEnding: 'endings of plural nouns for people',
  yearOldEnding: 'the ending of "the 65-year-old"',
  possessiveEnding: 'the ending of a possessive',
  pronounContraction: 'a pronoun (group 1) and what is contracted with it (group 2)',
  elision: 'words that begin with an apostrophe, without it: ’em, ’til, ’90s',
  viewVerbs: 'starts of verbs of viewing, which report less than other verbs of judging',
  personalPronouns: 'pronouns that refer to a person, in any case (flag g)',
  personHead: 'endings of nouns for people',
  title: 'a title at the front of a name, with the blank after it',
  office: 'an office before a name, with what it is an office of',
  titledName: 'a person with a title at the end of an office; the name is the group',
  leadingArticle: 'an article at the front of a phrase, with the blank after it',
  definiteStart: 'a definite determiner at the front of a phrase',
  prepositionBeforePerson: 'a preposition right before a person inside an office: they do not hold it',
  femaleWords: 'words for women',
  maleWords: 'words for men',
  femaleTitle: 'titles of women right before a name',
  maleTitle: 'titles of men right before a name',
  topicBefore: 'a preposition before a name at the front of its sentence',
  objectBefore: 'a preposition before a name that makes it an object',
  platform: 'where something was posted; the name of the platform is the group',
  anyMedium: 'what every pattern of `media` and `platform` needs one of',
  headlineLabels: 'openings after which the words beside a colon are a label or a question',
} as const;
export type PatternName = keyof typeof PATTERNS;

/** A word to the words that may follow it, blanks between them: put -> "it". */
type Pairs = Readonly<Record<string, string>>;

export interface SpeechWords extends Partial<Readonly<Record<WordList, string>>> {
  readonly cues?: readonly CueForm[];
  readonly patterns?: Partial<Readonly<Record<PatternName, RegExp>>>;
  /** Opening and closing mark of each pair: ["„", "“"]. */
  readonly quotationMarks?: readonly (readonly [open: string, close: string])[];
  /** Verbs of speech in two words: "put it", "went on". */
  readonly verbPairs?: Pairs;
  /** Prepositions of a source in two words: "according to". */
  readonly sourcePairs?: Pairs;
  /** Lemma to the prepositions before its object, which are no part of the report: call -> "for on". */
  readonly objectPrepositions?: Pairs;
  /** Verb and preposition that open no clause: "went after Lee". */
  readonly movementPairs?: Pairs;
  /** Two words that end a report: "even as". */
  readonly breakerPairs?: Pairs;
  /** Two words between commas inside a report: "for example". */
  readonly asidePairs?: Pairs;
  /** Where something was said, by the words that say so; the first that fits. */
  readonly media?: readonly { readonly medium: string; readonly pattern: RegExp }[];
  /** Word of a title to another with the same meaning: "gov" -> "governor". */
  readonly titleForms?: Readonly<Record<string, string>>;
  /** What a pronoun refers to. */
  readonly pronouns?: Readonly<Record<string, 'male' | 'female' | 'thing' | 'group'>>;
  /** Contractions and spellings to fold when quotations are compared, in order. */
  readonly foldings?: readonly (readonly [pattern: RegExp, plain: string])[];
}
