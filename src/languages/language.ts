/**
 * One language: every word that the stages need to know of it. A stage holds no word of any language; it reads the parts that it needs from here.
 * A language gives the parts it has; a stage works without the others.
 */
import type { BylineWords } from './byline-words.ts';
import type { DateWords } from './date-words.ts';
import type { SectionWords } from './section-words.ts';
import type { SpeechWords } from './speech-words.ts';
import type { NameContextWords } from './name-context-words.ts';
import type { NameWords } from './name-words.ts';
import type { FurnitureWords } from './furniture-words.ts';

export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** English name. */
  readonly name: string;
  readonly dates?: DateWords | undefined;
  readonly bylines?: BylineWords | undefined;
  readonly sections?: SectionWords | undefined;
  readonly speech?: SpeechWords | undefined;
  readonly nameContexts?: NameContextWords | undefined;
  readonly names?: NameWords | undefined;
  readonly furniture?: FurnitureWords | undefined;
  /** Its most frequent small words, lower case, with a space between: what prose is full of and menus are not. */
  readonly functionWords?: string | undefined;
}
