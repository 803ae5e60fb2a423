import type { Entity } from '../article.ts';

/** A name in the text before merging. */
export type NameType = 'PER' | 'ORG' | 'LOC' | 'MISC';

/** A name as another tagger found it: UTF-16 offsets into the body text. */
export interface NamedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

export interface Mention {
  /** UTF-16 offsets into the body text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Folded (see text/fold.ts), without a leading "the". */
  readonly folded: string;
  readonly type: NameType;
  /** Token range in the body's tokens. */
  readonly from: number;
  readonly to: number;
  readonly descriptors: readonly string[];
  readonly gender: 'male' | 'female' | undefined;
  /** What the words around it say it is: a programme, a call sign. */
  readonly kind?: Entity['kind'] | undefined;
  /** "the Clooneys". */
  readonly isFamily: boolean;
}
