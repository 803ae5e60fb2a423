/** Parts of the quotation stage that a measurement can leave out, to see what each is worth. The product leaves none out. */
export const PARTS = {
  'speech test': 'titles, names and scare quotes told from speech',
  after: 'attributions after the quotation',
  before: 'attributions before the quotation',
  outermost: 'the outermost source wins',
  clauses: 'the whole reported clause around marked words',
  pronouns: 'who "he", "she" and "they" are',
  nominals: 'who "the president" and "the mayor of Troy" are',
} as const;

/** A part, or the name of a strategy (strategies.ts). */
export type Part = string;

export const NONE: ReadonlySet<Part> = new Set();
