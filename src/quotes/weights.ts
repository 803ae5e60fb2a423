/**
 * The weight of every piece of evidence for a source, 0 to 100. The order matters, not the size. Set on PolNeAR dev (measuring only) and
 * GUM-news dev (decision 0052). Evidence at a distance loses a little with each token, where it is found.
 */

/** By the rule that a record shows. */
export const WEIGHTS = {
  'after: headline name': 85,
  'after: according to': 96,
  'after: dash name': 85,
  'after: name, verb': 80,
  'after: so': 80,
  'after: verb subject': 94,
  'after: subject verb': 95,
  'around: possessive noun': 66,
  'bare: main subject': 24,
  'before: colon': 60,
  'before: headline name': 86,
  'before: according to': 78,
  'before: possessive noun': 64,
  'before: naming': 97,
  'before: passive': 20,
  'trailing: according to': 70,
  'trailing: subject verb': 74,
  'trailing: verb subject': 78,
} as const;

/** Weaker forms of "after: subject verb". */
export const SUBJECT_VERB_AFTER = {
  /** The verb judges or believes. */
  notSaying: 64,
  /** At most, when no comma, question mark or dash parts the quotation from its source. */
  noPause: 76,
  /** The verb opens another quotation. */
  colonBehind: 58,
} as const;

/** A verb before the quotation, by its class. */
export const VERB_BEFORE = { say: 80, judge: 72, think: 52, show: 50 } as const;

/** What is added to and taken from a verb before the quotation. */
export const VERB_BEFORE_CHANGES = {
  /** Nothing but a comma, a colon or "that" stands between a verb of saying and the quotation. */
  sayAdjacent: 18,
  /** The same of another verb, or a dash. */
  otherAdjacent: 12,
  /** A colon stands before the quotation, but not right after the verb. */
  colon: 4,
  /** Another quotation with a source of its own stands between. */
  crossed: -10,
  /** The verb stands in a relative clause that closed before the quotation. */
  closedClause: -45,
  /** The verb shares its subject with another one. */
  coordinated: -6,
} as const;

/** Sources of another sentence or paragraph. */
export const ELSEWHERE = { continued: 90, floating: 60, reported: 58 } as const;

/** How a verb before the quotation and its subject stand to each other. */
export const VERB_READINGS = [
  'subject verb',
  'verb subject',
  'naming',
  'infinitive',
  'participle',
  'coordinated verb',
  'what subject calls',
  'was quoted',
  'passive by',
  'passive',
] as const;
export type VerbReading = (typeof VERB_READINGS)[number];

/** Those of them whose source may stand outside of a nearer one: "Lee said that Ray called it “…”". */
const OUTER_READINGS = ['subject verb', 'participle', 'coordinated verb'] as const satisfies readonly VerbReading[];
type OuterReading = (typeof OUTER_READINGS)[number];

/** The rule of evidence inside a sentence, as records show it. */
export type EvidenceRule = keyof typeof WEIGHTS | `before: ${VerbReading}` | `before: outermost ${OuterReading}`;

/** A verb's rule to the rule it has as the outermost source. */
export const OUTERMOST: ReadonlyMap<EvidenceRule, EvidenceRule> = new Map(
  OUTER_READINGS.map((reading) => [`before: ${reading}`, `before: outermost ${reading}`] as const),
);

/** Every rule of evidence inside a sentence. */
export const EVIDENCE_RULES: ReadonlySet<string> = new Set<EvidenceRule>([
  ...(Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]),
  ...VERB_READINGS.map((reading) => `before: ${reading}` as const),
  ...OUTERMOST.values(),
]);
