/** What the network reads of a word form. */

export interface NetForm {
  /** Number of its vector, 0 for none. */
  readonly vector: number;
  /** Its row at any place. */
  readonly row: number;
  /** Further rows as the token itself. */
  readonly own: readonly number[];
}
