/** A name in the text before merging. */
export type NameType = 'PER' | 'ORG' | 'LOC' | 'MISC';

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
  /** "the Clooneys". */
  readonly isFamily: boolean;
}
