/** The ordered list of stages and the fold over it. A stage is pure: article in, article out; only the timing is measured here. */
import type { ArticleInput, CleanArticle, Note } from './article.ts';
import { CLEAN_VERSION, cleanArticle, takeAsClean, type CleanOptions } from './clean/clean.ts';
import { storableInput } from './content/storable.ts';
import { findProvenance } from './dedupe/provenance.ts';
import { SIGN_VERSION, signArticle } from './dedupe/sign.ts';
import type { Draft } from './draft.ts';
import { ENTITIES_VERSION, findEntities } from './entities/entities.ts';
import type { Known } from './entities/known.ts';
import type { NamedSpan } from './entities/mention.ts';
import { QUOTES_VERSION, findQuotations } from './quotes/quotes.ts';

export { toRecord, type Draft } from './draft.ts';
export { articleId, rawFacts, type RawFacts } from './identity.ts';

export interface PipelineOptions {
  /** `none` takes the text as already clean: body.text equals the input, unit for unit; NUL and lone surrogates are U+FFFD. */
  readonly clean?: 'auto' | 'none' | undefined;
  /** `jsdom` reads HTML with jsdom and not with the small DOM of our own (COPYDESK_DOM): the same result, at ten times the time. */
  readonly dom?: CleanOptions['dom'];
  /** Names of the stages to run after cleaning; all by default. Cleaning always runs (see `clean`). */
  readonly stages?: readonly string[] | undefined;
  /** Also reported speech without quotation marks (kind `indirect`); off by default: it is less certain than marked speech. */
  readonly indirect?: boolean | undefined;
  /** Names in body.text that another tagger found (COPYDESK_NER); the built-in tagger is not asked then. */
  readonly names?: readonly NamedSpan[] | undefined;
  /** The operator's entities with the built-in ones (knownWith); the built-in ones alone when left out. */
  readonly known?: Known | undefined;
}

/** One stage: what it adds to the draft. Pure; the draft that it is given is never changed. */
export interface Stage {
  /** Key of the record's `versions` and `timings`; for `stages` and `--stages`. */
  readonly name: string;
  readonly version: string;
  /** `every`: of every article, before duplicates are looked for. `original`: not of a copy, which reuses what its canonical article has. */
  readonly of: 'every' | 'original';
  run(draft: Draft, input: ArticleInput | undefined, options: PipelineOptions): Draft;
}

/** The stages, in order. To add one: its folder, and its entry here. Cleaning comes before them all: it makes the draft. */
export const STAGES: readonly Stage[] = [
  {
    name: 'sign',
    version: SIGN_VERSION,
    of: 'every',
    run: (draft, input) => ({
      ...draft,
      provenance: input === undefined ? undefined : findProvenance(input, draft.article),
      signature: signArticle(draft.article),
    }),
  },
  {
    name: 'entities',
    version: ENTITIES_VERSION,
    of: 'original',
    run: (draft, _input, { names, known, clean }) => {
      const { notes, ...found } = findEntities({ ...draft.article, names, known, withoutCredits: clean !== 'none' });
      return { ...draft, ...found, article: withNotes(draft.article, notes) };
    },
  },
  {
    // after entities: a speaker is one
    name: 'quotes',
    version: QUOTES_VERSION,
    of: 'original',
    run: (draft, _input, { indirect }) => {
      const { notes, ...found } = findQuotations({ ...draft.article, entities: draft.entities, indirect });
      return { ...draft, ...found, article: withNotes(draft.article, notes) };
    },
  },
];

function withNotes(article: CleanArticle, notes: readonly Note[]): CleanArticle {
  return { ...article, notes: [...article.notes, ...notes] };
}

export interface Pipeline {
  /** In order, cleaning first. */
  readonly stageNames: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  /** First half: cleaning and the stages of every article. What the duplicate index needs. */
  readonly cleanAndSign: (input: ArticleInput, options?: PipelineOptions) => Draft;
  /** Second half: the stages of originals. A copy skips it. */
  readonly findNamesAndQuotations: (draft: Draft, options?: PipelineOptions) => Draft;
}

/**
 * The fold over the stages; each is timed, and left out where `options.stages` does not name it.
 *
 * @example createPipeline([...STAGES, { name: 'topics', version: '1', of: 'original', run: (draft) => ({ ...draft }) }]);
 */
export function createPipeline(stages: readonly Stage[] = STAGES): Pipeline {
  const versions = Object.fromEntries([['clean', CLEAN_VERSION], ...stages.map(({ name, version }) => [name, version])]) as Record<
    string,
    string
  >;
  const runAll = (of: Stage['of'], draft: Draft, input: ArticleInput | undefined, options: PipelineOptions): Draft => {
    let current = draft;
    for (const stage of stages) {
      if (stage.of !== of || options.stages?.includes(stage.name) === false) continue;
      const start = performance.now();
      const next = stage.run(current, input, options);
      current = { ...next, timings: { ...next.timings, [stage.name]: since(start) } };
    }
    return current;
  };
  return {
    stageNames: ['clean', ...stages.map(({ name }) => name)],
    versions,
    cleanAndSign: (given, options = {}) => {
      const start = performance.now();
      const input = storableInput(given);
      const article = options.clean === 'none' ? takeAsClean(input) : cleanArticle(input, { dom: options.dom });
      const draft: Draft = { article, entities: [], quotations: [], versions, timings: { clean: since(start) } };
      return runAll('every', draft, input, options);
    },
    findNamesAndQuotations: (draft, options = {}) => runAll('original', draft, undefined, options),
  };
}

/** ms, to the microsecond. */
const since = (start: number): number => Math.round((performance.now() - start) * 1000) / 1000;

const pipeline = createPipeline();
export const STAGE_NAMES = pipeline.stageNames;
export const { cleanAndSign, findNamesAndQuotations } = pipeline;
