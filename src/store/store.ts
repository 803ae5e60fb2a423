/** The store as the rest of Copydesk sees it: our words, no SQL. Implemented on Postgres (embedded or server) beside this file. */

export const ITEM_STATES = ['accepted', 'processing', 'stored', 'copy', 'quarantined'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** One article as it was handed in, before anything is read from it. */
export interface IncomingItem {
  /** Content-addressed (pipeline.articleId). Item and article share it. */
  readonly id: string;
  readonly inputId?: string | undefined;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly mediaType: 'text/plain' | 'text/html';
  /** WHATWG label of the charset the bytes are in. */
  readonly charset: string;
  readonly file?: string | undefined;
  readonly url?: string | undefined;
  readonly outlet?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly retrievedAt?: string | undefined;
}

export interface Acceptance {
  readonly id: string;
  /** `already`: an item with this id was accepted before; nothing was written. */
  readonly outcome: 'accepted' | 'already';
  readonly state: ItemState;
}

export interface StoredItem extends Omit<IncomingItem, 'bytes'> {
  readonly batch: string;
  readonly state: ItemState;
  readonly attempt: number;
  readonly kills: number;
  readonly reason?: { readonly code: string; readonly detail: string } | undefined;
  readonly receivedAt: string;
}

export interface BatchStatus {
  readonly batch: string;
  readonly createdAt: string;
  readonly total: number;
  readonly counts: Readonly<Record<ItemState, number>>;
  readonly done: boolean;
}

export interface Violation {
  readonly rule: string;
  readonly detail: string;
}
