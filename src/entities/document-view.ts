/** A document as the features of the tagger see it. */
import type { NetForm } from './net-form.ts';
import type { Tokens } from './tokens.ts';

/** Facts of a word form that do not depend on where it stands. */
export interface WordForm {
  readonly exact: number;
  readonly lower: number;
  /** Hash of the folded form, as in the lists. */
  readonly folded: number;
  readonly shape: number;
  readonly caps: number;
  /** Lists it stands in by itself. */
  readonly lists: number;
  /** Feature seeds of the word as current, previous and next token. */
  readonly own: Int32Array;
  /** It can be a name by itself; it can stand inside one. */
  readonly mayStart: boolean;
  readonly mayJoin: boolean;
  readonly beside: Int32Array;
  /** Word classes, 0 for none. */
  readonly coarse: number;
  readonly fine: number;
  readonly net: NetForm;
}

/** The document as the feature function sees it. */
export interface DocumentView {
  readonly tokens: Tokens;
  readonly forms: readonly WordForm[];
  /** Index of the document-wide record of each token's word. */
  readonly wordOf: Int32Array;
  readonly words: readonly DocumentWord[];
  /** PHRASE_LISTS codes a token: 0 none, 1 single, 2 begin, 3 inside, 4 end. */
  readonly phrases: Uint8Array;
  /** 1 in a sentence most of whose words are capitalised (a headline). */
  readonly inHeading: Uint8Array;
}

export interface DocumentWord {
  /** Seeds shared by all tokens of the word. */
  readonly shared: readonly number[];
  /** How often it stands small, capitalised, and capitalised where everything is: below 64. */
  readonly habit: number;
  /** Up to six of its places under a capital. */
  readonly places: readonly number[];
}
