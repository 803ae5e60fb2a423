/** What the strategies work on: a quotation at its place, what is known of its source, and the attribution that comes of it. */
import type { Span } from '../article.ts';
import type { Candidate } from './candidate.ts';
import type { Stretch } from './marks.ts';
import type { SpeakerMention } from './mention.ts';

export interface Attribution {
  readonly stretch: Stretch;
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly speaker: SpeakerMention | undefined;
  readonly cue: Span | undefined;
  readonly rule: string;
  readonly score: number;
  /** Index of the attribution this one goes on from. */
  readonly continues: number | undefined;
  readonly medium: string | undefined;
  /** Mixed: the whole reported clause. */
  readonly content?: Span | undefined;
}

export interface Rejection {
  readonly stretch: Stretch;
  readonly reason: string;
}

export interface Last {
  readonly medium?: string | undefined;
  readonly speaker: SpeakerMention;
  readonly cue: Span | undefined;
  /** Of the attribution, or -1 after a paragraph that ends in a colon. */
  readonly index: number;
  readonly paragraph: number;
  /** Did the quotation stand in its paragraph's last sentence? */
  readonly closing: boolean;
}

export interface Resolved {
  readonly medium?: string | undefined;
  readonly speaker: SpeakerMention;
  readonly cue: Span | undefined;
  readonly rule: string;
  readonly score: number;
}

/** A quotation among the tokens of its paragraph. */
export interface Placed {
  readonly stretch: Stretch;
  readonly quote: number;
  readonly sentence: number;
  best: Candidate | undefined;
}
