/**
 * The weight of every piece of evidence for a source, 0 to 100. The order matters, not the size. Set on PolNeAR dev (measuring only) and
 * GUM-news dev (decision 0052). Evidence at a distance loses a little with each token, where it is found.
 */
export const WEIGHTS = {
  'after: headline name': 85,
  'after: according to': 96,
  'after: dash name': 85,
  'after: name, verb': 80,
  'after: so': 80,
  'after: verb subject': 94,
  'around: possessive noun': 66,
  'bare: main subject': 24,
  'before: colon': 60,
  'before: headline name': 86,
  'trailing: according to': 70,
  'trailing: subject verb': 74,
  'trailing: verb subject': 78,
  'after: subject verb': 95,
  /** The verb judges or believes. */
  'after: subject verb, no verb of saying': 64,
  /** At most, when no comma, question mark or dash parts the quotation from its source. */
  'after: subject verb, no pause': 76,
  /** The verb opens another quotation. */
  'after: subject verb, colon behind': 58,
  'before: according to': 78,
  'before: possessive noun': 64,
  'before: naming': 97,
  'before: passive': 20,
  'before: say': 80,
  'before: judge': 72,
  'before: think': 52,
  'before: show': 50,
  continued: 90,
  floating: 60,
  'reported in another sentence': 58,
} as const;
