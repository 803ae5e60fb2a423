/**
 * One language: every word that the stages need to know of it. A stage holds no word of any language; it reads the parts that it needs from here.
 * A language gives the parts it has; a stage works without the others.
 */
import type { DateWords } from './date-words.ts';
import type { FurnitureWords } from './furniture-words.ts';

export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** English name. */
  readonly name: string;
  readonly dates?: DateWords | undefined;
  readonly furniture?: FurnitureWords | undefined;
  /** Its most frequent small words, lower case, with a space between: what prose is full of and menus are not. */
  readonly functionWords?: string | undefined;
}
