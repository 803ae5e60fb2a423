/** The article on its way through the stages, and the record that it becomes. Loads no stage: workers make records from what their readers found. */
import {
  SCHEMA_VERSION,
  type ArticleInput,
  type CleanArticle,
  type Entity,
  type NewsRecord,
  type Provenance,
  type Quotation,
  type TypedValue,
} from './article.ts';
import type { Signature } from './dedupe/sign.ts';
import { articleId, type RawFacts } from './identity.ts';

/** The article on its way: what the stages have found so far. Plain JSON, so that it crosses process boundaries. */
export interface Draft {
  readonly article: CleanArticle;
  readonly provenance?: Provenance | undefined;
  readonly signature?: Signature | undefined;
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  /** Those that only the headline has. */
  readonly headlineQuotations?: readonly Quotation[] | undefined;
  readonly values?: readonly TypedValue[] | undefined;
  /** Version of each stage, as the record will carry it. */
  readonly versions?: Readonly<Record<string, string>> | undefined;
  readonly timings: Readonly<Record<string, number>>;
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;
}

/** Drops undefined fields, so that a record equals its own JSON. */
function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

/** The record of a finished draft. `context` adds what only the service knows (batch, arrival, cluster). */
export function toRecord(
  input: ArticleInput,
  raw: RawFacts,
  draft: Draft,
  context: { batch?: string; receivedAt?: string; cluster?: NewsRecord['cluster']; inputId?: string } = {},
): NewsRecord {
  const { publisher: _publisher, notes, ...article } = draft.article;
  return withoutUndefined({
    id: articleId(raw.sha256, input),
    inputId: context.inputId ?? input.id,
    schemaVersion: SCHEMA_VERSION,
    versions: { ...draft.versions },
    batch: context.batch,
    source: withoutUndefined({
      file: input.file,
      url: input.url,
      host: hostOf(input.url),
      outlet: input.outlet,
      receivedAt: context.receivedAt,
      retrievedAt: input.retrievedAt,
    }),
    raw: { ...raw },
    ...article,
    outlet: article.outlet ?? input.outlet,
    provenance: draft.provenance,
    cluster: context.cluster,
    entities: [...draft.entities],
    quotations: [...draft.quotations],
    headlineQuotations:
      draft.headlineQuotations === undefined || draft.headlineQuotations.length === 0 ? undefined : [...draft.headlineQuotations],
    values: draft.values === undefined ? undefined : [...draft.values],
    notes,
    timings: { ...draft.timings },
  });
}
