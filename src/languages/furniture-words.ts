/**
 * How a language words page furniture, by the rule of a family (`src/clean/furniture/families.ts`). Entries are sources of regular expressions, without
 * anchors; an entry may hold several alternatives. `<name>` stands for any of the words of that name, of all languages.
 */
export interface FurniturePhrases {
  /** The whole line is this, whatever marks dress it ("- Advertisement -"). */
  readonly whole?: readonly string[];
  /** The line begins with this, after marks that dress it. */
  readonly opening?: readonly string[];
  /** The line begins with this, undressed. */
  readonly start?: readonly string[];
  /** This stands anywhere in the line. */
  readonly inner?: readonly string[];
  /** Words for the places `<name>` in patterns of the family. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Lines that must be recognised. They are the test of this language's alternatives. */
  readonly goes: readonly string[];
}

/** By rule of the family. An unknown rule throws when the tables are derived. */
export type FurnitureWords = Readonly<Record<string, FurniturePhrases>>;
