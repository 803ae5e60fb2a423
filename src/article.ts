/**
 * The vocabulary: the record that downstream services read, and the article that the stages hand on.
 * zod is the single source; TypeScript types, the JSON Schema (docs/record.schema.json) and the OpenAPI document come from it.
 * Imports nothing but zod.
 *
 * Glossary
 *   article      one news text, from raw input to record        record     what is stored and handed downstream
 *   furniture    page text that is not the article              dump       page text with no markup left
 *   standfirst   the summary under the headline (dek)           dateline   "KYIV (Reuters) —" at the start of the body
 *   cluster      all syndicated copies of one story             canonical  the copy that stands for the cluster
 *   originator   who published the story first                  sketch     sampled shingle hashes of a text (MinHash family)
 *   mention      a name as written, with its place              reference  a pronoun or nominal resolved to an entity
 *   quotation    reported words, without the marks              cue        the word that reports them ("said")
 *   salience     how much the article is about an entity, 0..1
 */
import { z } from 'zod';

export const SCHEMA_VERSION = '1.0.0';

/** The stages in order. `versions` and `timings` of a record are keyed by these names. */
export const STAGES = ['clean', 'sign', 'entities', 'quotes'] as const;
export type StageName = (typeof STAGES)[number];

export const spanSchema = z
  .tuple([z.int().min(0), z.int().min(0)])
  .meta({ description: 'Start and end in UTF-16 code units, end exclusive; into body.text unless the field says raw.' });
export type Span = z.infer<typeof spanSchema>;

const confidence = z.number().min(0).max(1);

export const ARTICLE_KINDS = ['article', 'brief', 'live', 'stub', 'not-article'] as const;
export const ENTITY_KINDS = ['person', 'organisation', 'place', 'event', 'work', 'law', 'facility', 'product', 'other'] as const;
export const QUOTATION_KINDS = ['direct', 'mixed', 'indirect'] as const;
export const CLUSTER_ROLES = ['canonical', 'copy', 'update'] as const;

export const dateSchema = z.strictObject({
  value: z.string().meta({ description: 'ISO 8601; a date only when precision is day or coarser. The time zone is kept as written.' }),
  precision: z.enum(['year', 'month', 'day', 'minute', 'second']),
  from: z.string().meta({ description: 'Where it was found: declared, json-ld, meta, time-element, url, text, ...' }),
});
export type ArticleDate = z.infer<typeof dateSchema>;

export const bylineSchema = z.strictObject({ text: z.string(), authors: z.array(z.string()) });
export type Byline = z.infer<typeof bylineSchema>;

export const datelineSchema = z.strictObject({ text: z.string(), place: z.string().optional(), agency: z.string().optional() });
export type Dateline = z.infer<typeof datelineSchema>;

export const removedSchema = z.strictObject({
  rule: z.string(),
  reason: z.string(),
  text: z.string(),
  rawSpan: spanSchema.optional().meta({ description: 'Place in the decoded raw text (text input only).' }),
});
export type Removed = z.infer<typeof removedSchema>;

export const provenanceSchema = z.strictObject({
  originator: z.string().meta({ description: 'Who published the story first, as named by the evidence.' }),
  form: z
    .string()
    .meta({ description: 'post-appeared-first, source-link, agency-line, dateline, copyright, originally-published, canonical-url, ...' }),
  evidence: z.string().meta({ description: 'The words that say so.' }),
  confidence,
});
export type Provenance = z.infer<typeof provenanceSchema>;

export const clusterSchema = z.strictObject({
  id: z.string(),
  role: z.enum(CLUSTER_ROLES),
  of: z.string().optional().meta({ description: 'Article id of the canonical copy, or of the version that an update follows.' }),
  containment: confidence.optional().meta({ description: 'Share of the smaller text found in the larger.' }),
  evidence: z.string().optional(),
});
export type ClusterMembership = z.infer<typeof clusterSchema>;

export const placedTextSchema = z.strictObject({ span: spanSchema, text: z.string() });
export type PlacedText = z.infer<typeof placedTextSchema>;

export const entitySchema = z.strictObject({
  id: z.string().meta({ description: 'Wikidata id where sure, else a stable key made of kind and normalised name.' }),
  name: z.string(),
  kind: z.enum(ENTITY_KINDS),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  aliases: z.array(z.string()),
  descriptors: z.array(z.string()).optional().meta({ description: 'Roles and titles the text gives: "Kremlin spokesman".' }),
  salience: confidence,
  mentions: z.array(placedTextSchema).meta({ description: 'Names only, as written.' }),
  references: z.array(placedTextSchema).optional().meta({ description: 'Pronouns and nominals resolved to it ("he", "the president").' }),
});
export type Entity = z.infer<typeof entitySchema>;

export const valueSchema = z.strictObject({
  span: spanSchema,
  text: z.string(),
  kind: z.enum(['date', 'money', 'percent']),
  value: z.string().meta({ description: 'ISO 8601 date, "<ISO 4217> <amount>", or a number.' }),
});
export type TypedValue = z.infer<typeof valueSchema>;

export const speakerSchema = z.strictObject({
  mention: placedTextSchema.nullable(),
  entity: z.string().optional().meta({ description: 'Entity id.' }),
  name: z.string(),
  confidence,
});
export type Speaker = z.infer<typeof speakerSchema>;

export const quotationSchema = z.strictObject({
  id: z.string(),
  span: spanSchema.meta({ description: 'Without the quotation marks.' }),
  text: z.string(),
  kind: z.enum(QUOTATION_KINDS),
  content: spanSchema.optional().meta({ description: 'Mixed and indirect: the whole reported clause.' }),
  continues: z.string().optional().meta({ description: 'Id of the quotation this one goes on from.' }),
  medium: z.string().optional().meta({ description: 'Truth Social, Telegram, interview, statement, ...' }),
  speaker: speakerSchema.nullable(),
  cue: placedTextSchema.nullable(),
  rule: z.string(),
});
export type Quotation = z.infer<typeof quotationSchema>;

export const noteSchema = z.strictObject({ stage: z.string(), rule: z.string(), text: z.string(), span: spanSchema.optional() });
export type Note = z.infer<typeof noteSchema>;

export const bodySchema = z.strictObject({
  text: z.string().meta({ description: 'Paragraphs joined by a blank line. Never holds NUL or lone surrogates.' }),
  paragraphs: z.array(spanSchema),
  html: z.string().meta({ description: 'Sanitised.' }),
  words: z.int().min(0),
});
export type Body = z.infer<typeof bodySchema>;

export const languageSchema = z.strictObject({ code: z.string().meta({ description: 'ISO 639-1, or "und".' }), confidence });

export const newsRecordSchema = z.strictObject({
  id: z.string().meta({ description: 'Content-addressed: the same bytes from the same source twice are one article.' }),
  inputId: z.string().optional().meta({ description: "The caller's own id (JSONL id, file name)." }),
  schemaVersion: z.string(),
  versions: z.record(z.string(), z.string()).meta({ description: 'Version of each stage that made this record.' }),
  batch: z.string().optional(),
  source: z.strictObject({
    file: z.string().optional(),
    url: z.string().optional(),
    host: z.string().optional(),
    outlet: z.string().optional(),
    receivedAt: z.string().optional(),
  }),
  raw: z.strictObject({ sha256: z.string(), bytes: z.int(), mediaType: z.string(), charset: z.string() }),
  kind: z.enum(ARTICLE_KINDS),
  headline: z.string(),
  standfirst: z.string().optional(),
  byline: bylineSchema.optional(),
  dateline: datelineSchema.optional(),
  publishedAt: dateSchema.optional(),
  modifiedAt: dateSchema.optional(),
  outlet: z.string().optional(),
  canonicalUrl: z.string().optional(),
  section: z.string().optional(),
  image: z.string().optional(),
  language: languageSchema,
  body: bodySchema,
  removed: z.array(removedSchema).meta({ description: 'Every block that cleaning took out, and why.' }),
  provenance: provenanceSchema.optional(),
  cluster: clusterSchema.optional(),
  entities: z.array(entitySchema),
  quotations: z.array(quotationSchema),
  values: z.array(valueSchema).optional(),
  notes: z.array(noteSchema),
  timings: z.record(z.string(), z.number()).meta({ description: 'Milliseconds for each stage.' }),
});
export type NewsRecord = z.infer<typeof newsRecordSchema>;

/** What a caller hands in: the decoded content and what is declared about it. */
export interface ArticleInput {
  readonly id?: string | undefined;
  /** Exactly one of text and html. */
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly url?: string | undefined;
  readonly outlet?: string | undefined;
  /** ISO 8601, declared by the caller; wins over what the page says. */
  readonly publishedAt?: string | undefined;
  readonly file?: string | undefined;
}

/** What cleaning finds: the part of the record before duplicates, entities and quotations. */
export type CleanArticle = Pick<
  NewsRecord,
  | 'kind'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'publishedAt'
  | 'modifiedAt'
  | 'outlet'
  | 'canonicalUrl'
  | 'section'
  | 'image'
  | 'language'
  | 'body'
  | 'removed'
  | 'notes'
> & {
  /** Metadata that only provenance needs. */
  readonly publisher?: string | undefined;
};

/** Words are runs of letters, digits, apostrophes and hyphens; CJK text counts one word a character. */
export function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return cjk > words ? cjk : words;
}
