/** What cleaning decides about blocks. */
import type { Block } from './page-model.ts';

/** What cleaning decided about one block, for `copydesk read --explain` and for `removed`. */
export interface BlockDecision {
  readonly text: string;
  readonly kept: boolean;
  readonly rule: string;
  readonly reason: string;
  /** Higher is more like article text; the scale is the classifier's own. */
  readonly score?: number;
}

/** The decision about a block of an HTML page. */
export interface Decision extends BlockDecision {
  readonly block: Block;
  readonly score: number;
}
