/** What cleaning decided about one block, for `copydesk read --explain` and for `removed`. */
export interface BlockDecision {
  readonly text: string;
  readonly kept: boolean;
  readonly rule: string;
  readonly reason: string;
  /** Higher is more like article text; the scale is the classifier's own. */
  readonly score?: number;
}
