/** Words that name the section of an article. */
import type { Pattern } from './date-words.ts';

export interface SectionWords {
  /** In front of a section in a line of facts: "in World"; flag `u`. */
  readonly in?: Pattern | undefined;
  /** The same, of words too short to be trusted alone in a line: behind a stamp only, "2 dager siden i Norge"; flag `u`. */
  readonly behindStamp?: Pattern | undefined;
  /** A label in front of one: "Filed under: World". */
  readonly label?: Pattern | undefined;
  /** The first step of a breadcrumb trail: "Home > World". */
  readonly home?: Pattern | undefined;
  /** A second step that names no section: "Home > News > World". */
  readonly news?: Pattern | undefined;
}
