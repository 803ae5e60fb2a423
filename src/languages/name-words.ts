/** Words of personal names and of what stands with them: forms of address, roles, particles. */

/**
 * Who uses a role: `address` stands before a name and is cut off it ("Mr", "Pope"); `head` is the head of a descriptor ("Kremlin spokesman"); the walks of
 * life tell namesakes apart; `speaker` may be named for who speaks ("the official said").
 */
export type RoleMark = 'address' | 'head' | Walk | 'speaker';
export type Walk = 'politics' | 'sport' | 'arts' | 'trades';

export interface NameWords {
  /** Each word once, in small letters without full stops, with all its marks; words of a row are separated by spaces. */
  readonly roles?: readonly (readonly [marks: readonly RoleMark[], words: string])[];
  /** Titles that tell the gender. */
  readonly maleTitles?: string;
  readonly femaleTitles?: string;
  /** Words in small letters that may stand in a descriptor before its head ("deputy foreign minister"). */
  readonly roleModifiers?: string;
  /** What may open a descriptor and is no part of it. */
  readonly determiners?: string;
  /** Small words inside names: "von", "de", "al". */
  readonly particles?: string;
  /** Marks behind a name, the short one first. */
  readonly generations?: readonly (readonly string[])[];
  /** First names that are forms of one another, folded. */
  readonly shortForms?: readonly (readonly string[])[];
}
