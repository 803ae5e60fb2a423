/** The ordered list of stages and the fold over it. A stage is pure: article in, article out; only the timing is measured here. */
import type { ArticleInput, StageName } from './article.ts';
import { CLEAN_VERSION, cleanArticle, takeAsClean, type CleanOptions } from './clean/clean.ts';
import { findProvenance } from './dedupe/provenance.ts';
import { SIGN_VERSION, signArticle } from './dedupe/sign.ts';
import type { Draft } from './draft.ts';
import { ENTITIES_VERSION, findEntities } from './entities/entities.ts';
import type { Known } from './entities/known.ts';
import type { NamedSpan } from './entities/mention.ts';
import { QUOTES_VERSION, findQuotations } from './quotes/quotes.ts';

export { toRecord, type Draft } from './draft.ts';
export { articleId, rawFacts, type RawFacts } from './identity.ts';

export const STAGE_VERSIONS: Readonly<Record<StageName, string>> = {
  clean: CLEAN_VERSION,
  sign: SIGN_VERSION,
  entities: ENTITIES_VERSION,
  quotes: QUOTES_VERSION,
};

export interface PipelineOptions {
  /** `none` takes the text as already clean: body.text equals the input exactly. */
  readonly clean?: 'auto' | 'none' | undefined;
  /** `jsdom` reads HTML with jsdom and not with the small DOM of our own (COPYDESK_DOM): the same result, at ten times the time. */
  readonly dom?: CleanOptions['dom'];
  /** Stages to run after cleaning; all by default. Cleaning always runs (see `clean`). */
  readonly stages?: readonly StageName[] | undefined;
  /** Also reported speech without quotation marks (kind `indirect`); off by default: it is less certain than marked speech. */
  readonly indirect?: boolean | undefined;
  /** Names in body.text that another tagger found (COPYDESK_NER); the built-in tagger is not asked then. */
  readonly names?: readonly NamedSpan[] | undefined;
  /** The operator's entities with the built-in ones (knownWith); the built-in ones alone when left out. */
  readonly known?: Known | undefined;
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
  const article = timed('clean', timings, () =>
    options.clean === 'none' ? takeAsClean(input) : cleanArticle(input, { dom: options.dom }),
  );
  if (!wants(options, 'sign')) return { article, entities: [], quotations: [], versions: STAGE_VERSIONS, timings };
  return timed('sign', timings, () => ({
    article,
    provenance: findProvenance(input, article),
    signature: signArticle(article),
    entities: [],
    quotations: [],
    versions: STAGE_VERSIONS,
    timings,
  }));
}

/** Second half: entities, then quotations (a speaker is an entity). A copy skips it. */
export function findNamesAndQuotations(draft: Draft, options: PipelineOptions = {}): Draft {
  const timings = { ...draft.timings };
  let { article, entities, quotations, headlineQuotations, values } = draft;
  if (wants(options, 'entities')) {
    const found = timed('entities', timings, () =>
      findEntities({ ...article, names: options.names, known: options.known, withoutCredits: options.clean !== 'none' }),
    );
    entities = found.entities;
    values = found.values;
    article = { ...article, notes: [...article.notes, ...found.notes] };
  }
  if (wants(options, 'quotes')) {
    const found = timed('quotes', timings, () => findQuotations({ ...article, entities, indirect: options.indirect }));
    entities = found.entities;
    quotations = found.quotations;
    headlineQuotations = found.headlineQuotations;
    article = { ...article, notes: [...article.notes, ...found.notes] };
  }
  return { ...draft, article, entities, quotations, headlineQuotations, values, timings };
}
