/** The ordered list of stages and the fold over it. A stage is pure: article in, article out; only the timing is measured here. */
import {
  SCHEMA_VERSION,
  type ArticleInput,
  type CleanArticle,
  type Entity,
  type NewsRecord,
  type Provenance,
  type Quotation,
  type StageName,
  type TypedValue,
} from './article.ts';
import { CLEAN_VERSION, cleanArticle, takeAsClean } from './clean/clean.ts';
import { findProvenance } from './dedupe/provenance.ts';
import { SIGN_VERSION, signArticle, type Signature } from './dedupe/sign.ts';
import { ENTITIES_VERSION, findEntities } from './entities/entities.ts';
import { articleId, type RawFacts } from './identity.ts';
import { QUOTES_VERSION, findQuotations } from './quotes/quotes.ts';

export { articleId, rawFacts, sourceKey, type RawFacts } from './identity.ts';

export const STAGE_VERSIONS: Readonly<Record<StageName, string>> = {
  clean: CLEAN_VERSION,
  sign: SIGN_VERSION,
  entities: ENTITIES_VERSION,
  quotes: QUOTES_VERSION,
};

/** The article on its way: what the stages have found so far. Plain JSON, so that it crosses process boundaries. */
export interface Draft {
  readonly article: CleanArticle;
  readonly provenance?: Provenance | undefined;
  readonly signature?: Signature | undefined;
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  readonly values?: readonly TypedValue[] | undefined;
  readonly timings: Readonly<Partial<Record<StageName, number>>>;
}

export interface PipelineOptions {
  /** `none` takes the text as already clean: body.text equals the input exactly. */
  readonly clean?: 'auto' | 'none' | undefined;
  /** Stages to run after cleaning; all by default. Cleaning always runs (see `clean`). */
  readonly stages?: readonly StageName[] | undefined;
}

const wants = (options: PipelineOptions, stage: StageName): boolean => options.stages === undefined || options.stages.includes(stage);

function timed<T>(stage: StageName, timings: Partial<Record<StageName, number>>, work: () => T): T {
  const start = performance.now();
  const result = work();
  timings[stage] = Math.round((performance.now() - start) * 1000) / 1000;
  return result;
}

/** First half: clean and sign. What the duplicate index needs. */
export function cleanAndSign(input: ArticleInput, options: PipelineOptions = {}): Draft {
  const timings: Partial<Record<StageName, number>> = {};
  const article = timed('clean', timings, () => (options.clean === 'none' ? takeAsClean(input) : cleanArticle(input)));
  if (!wants(options, 'sign')) return { article, entities: [], quotations: [], timings };
  return timed('sign', timings, () => ({
    article,
    provenance: findProvenance(input, article),
    signature: signArticle(article),
    entities: [],
    quotations: [],
    timings,
  }));
}

/** Second half: entities, then quotations (a speaker is an entity). A copy skips it. */
export function findNamesAndQuotations(draft: Draft, options: PipelineOptions = {}): Draft {
  const timings = { ...draft.timings };
  let { article, entities, quotations, values } = draft;
  if (wants(options, 'entities')) {
    const found = timed('entities', timings, () => findEntities(article));
    entities = found.entities;
    values = found.values;
    article = { ...article, notes: [...article.notes, ...found.notes] };
  }
  if (wants(options, 'quotes')) {
    const found = timed('quotes', timings, () => findQuotations({ ...article, entities }));
    entities = found.entities;
    quotations = found.quotations;
    article = { ...article, notes: [...article.notes, ...found.notes] };
  }
  return { ...draft, article, entities, quotations, values, timings };
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
    versions: { ...STAGE_VERSIONS },
    batch: context.batch,
    source: withoutUndefined({
      file: input.file,
      url: input.url,
      host: hostOf(input.url),
      outlet: input.outlet,
      receivedAt: context.receivedAt,
    }),
    raw: { ...raw },
    ...article,
    outlet: article.outlet ?? input.outlet,
    provenance: draft.provenance,
    cluster: context.cluster,
    entities: [...draft.entities],
    quotations: [...draft.quotations],
    values: draft.values === undefined ? undefined : [...draft.values],
    notes,
    timings: { ...draft.timings },
  });
}
