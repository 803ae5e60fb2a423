import type { ArticleDate, Body, Entity, Note, TypedValue } from '../article.ts';

export const ENTITIES_VERSION = '0';

export interface EntitiesInput {
  readonly headline: string;
  readonly body: Body;
  readonly language: { readonly code: string; readonly confidence: number };
  readonly publishedAt?: ArticleDate | undefined;
  readonly outlet?: string | undefined;
}

export interface EntitiesResult {
  readonly entities: Entity[];
  readonly values?: TypedValue[];
  readonly notes: Note[];
}

export function findEntities(_article: EntitiesInput): EntitiesResult {
  return { entities: [], notes: [] };
}
