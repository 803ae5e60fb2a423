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

export const SCHEMA_VERSION = '1.2.0';

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
  precision: z.enum(['year', 'month', 'day', 'minute', 'second']).describe('How much of value is known.'),
  from: z
    .string()
    .meta({ description: 'Where it was found: declared, json-ld, meta, time-element, url, text, relative ("3 hours ago"), ...' }),
});
export type ArticleDate = z.infer<typeof dateSchema>;

export const bylineSchema = z.strictObject({
  text: z.string().describe('The line as written.'),
  authors: z.array(z.string()).describe('Names only, in the order given.'),
});
export type Byline = z.infer<typeof bylineSchema>;

export const creditSchema = z.strictObject({
  role: z.enum(['reporting', 'contributing', 'editing']),
  names: z.array(z.string()),
  text: z.string().describe('The sentence that says so, as written.'),
});
export type Credit = z.infer<typeof creditSchema>;

export const datelineSchema = z.strictObject({
  text: z.string().describe('As written, without the dash.'),
  place: z.string().optional(),
  agency: z.string().optional(),
});
export type Dateline = z.infer<typeof datelineSchema>;

export const removedSchema = z.strictObject({
  rule: z.string().describe('Name of the rule that took it out.'),
  reason: z.string().describe('Why, in words an operator reads.'),
  text: z.string().describe('What was taken out.'),
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
  id: z.string().describe('The same for every copy of one story.'),
  role: z.enum(CLUSTER_ROLES).describe('canonical: stands for the cluster; copy: the same text again; update: a later version of it.'),
  of: z.string().optional().meta({ description: 'Article id of the canonical copy, or of the version that an update follows.' }),
  containment: confidence.optional().meta({ description: 'Share of the smaller text found in the larger.' }),
  evidence: z.string().optional().describe('What the two texts share, in words.'),
});
export type ClusterMembership = z.infer<typeof clusterSchema>;

export const placedTextSchema = z.strictObject({ span: spanSchema, text: z.string() });
export type PlacedText = z.infer<typeof placedTextSchema>;

export const entitySchema = z.strictObject({
  id: z.string().meta({ description: 'Wikidata id where sure, else a stable key made of kind and normalised name.' }),
  name: z.string().describe('The fullest form the text gives.'),
  kind: z.enum(ENTITY_KINDS),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional()
    .describe('Only where sure.'),
  aliases: z.array(z.string()).describe('Other forms in the text.'),
  descriptors: z.array(z.string()).optional().meta({ description: 'Roles and titles the text gives: "Kremlin spokesman".' }),
  salience: confidence.describe('How much the article is about it.'),
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
  mention: placedTextSchema.nullable().describe('The words that name the speaker here; null when it carries over.'),
  entity: z.string().optional().meta({ description: 'Entity id.' }),
  name: z.string().describe('Name of the entity, or the words as written.'),
  confidence,
});
export type Speaker = z.infer<typeof speakerSchema>;

export const quotationSchema = z.strictObject({
  id: z.string(),
  span: spanSchema.meta({ description: 'Without the quotation marks.' }),
  text: z.string(),
  kind: z
    .enum(QUOTATION_KINDS)
    .describe('direct: whole sentences in marks; mixed: part of a sentence in marks; indirect: reported without marks.'),
  content: spanSchema.optional().meta({ description: 'Mixed and indirect: the whole reported clause.' }),
  continues: z.string().optional().meta({ description: 'Id of the quotation this one goes on from.' }),
  medium: z.string().optional().meta({ description: 'Truth Social, Telegram, interview, statement, ...' }),
  speaker: speakerSchema.nullable().describe('Null when the text does not say who.'),
  cue: placedTextSchema.nullable().describe('The word that reports it ("said").'),
  rule: z.string().describe('Name of the rule that found the speaker.'),
  headline: placedTextSchema
    .optional()
    .meta({ description: 'Where the headline quotes the same words: a span into headline, not into body.text.' }),
});
export type Quotation = z.infer<typeof quotationSchema>;

export const noteSchema = z.strictObject({ stage: z.string(), rule: z.string(), text: z.string(), span: spanSchema.optional() });
export type Note = z.infer<typeof noteSchema>;

export const bodySchema = z.strictObject({
  text: z.string().meta({
    description:
      'Paragraphs joined by a blank line. Never holds NUL, lone surrogates, soft hyphens, or zero-width and bidirectional characters that its script has no need of (except with --clean=none, where it is the input with only NUL and lone surrogates replaced by U+FFFD).',
  }),
  paragraphs: z.array(spanSchema).describe('One span each, in order.'),
  html: z.string().meta({ description: 'Sanitised.' }),
  words: z.int().min(0).describe('Runs of letters and digits; CJK text counts one word a character.'),
});
export type Body = z.infer<typeof bodySchema>;

export const languageSchema = z.strictObject({ code: z.string().meta({ description: 'ISO 639-1, or "und".' }), confidence });

export const newsRecordSchema = z.strictObject({
  id: z.string().meta({ description: 'Content-addressed: the same bytes from the same source twice are one article.' }),
  inputId: z.string().optional().meta({ description: "The caller's own id (JSONL id, file name)." }),
  schemaVersion: z.string().describe('Version of this schema; a new major number means that a field changed its meaning.'),
  versions: z.record(z.string(), z.string()).meta({ description: 'Version of each stage that made this record.' }),
  batch: z.string().optional().describe('The batch it came in with.'),
  source: z
    .strictObject({
      file: z.string().optional().describe('File name, with the line for JSONL.'),
      url: z.string().optional().describe('As declared by the caller.'),
      host: z.string().optional(),
      outlet: z.string().optional().describe('As declared by the caller.'),
      receivedAt: z.string().optional().describe('ISO 8601, when it was accepted.'),
      retrievedAt: z
        .string()
        .optional()
        .describe('ISO 8601, when it was fetched, as declared by the caller. Relative dates count from it.'),
    })
    .describe('Where it came from, as declared.'),
  raw: z
    .strictObject({ sha256: z.string(), bytes: z.int().min(0), mediaType: z.string(), charset: z.string().describe('WHATWG label.') })
    .describe('The bytes it was made from; they are kept.'),
  kind: z.enum(ARTICLE_KINDS).describe('stub: a teaser or a page cut short; live: a running blog; not-article: a page without an article.'),
  headline: z.string(),
  standfirst: z.string().optional().describe('The summary under the headline.'),
  byline: bylineSchema.optional(),
  credits: z.array(creditSchema).optional().describe('Who else worked on it, as the lines under the story say.'),
  dateline: datelineSchema.optional(),
  publishedAt: dateSchema.optional().describe('First publication.'),
  modifiedAt: dateSchema.optional().describe('Last change the page admits to.'),
  outlet: z.string().optional().describe('Who published this copy, as declared or as the page says.'),
  canonicalUrl: z.string().optional().describe('The address that the page calls its own.'),
  section: z.string().optional(),
  image: z.string().optional().describe('URL of the lead picture.'),
  language: languageSchema,
  body: bodySchema,
  removed: z.array(removedSchema).meta({ description: 'Every block that cleaning took out, and why.' }),
  provenance: provenanceSchema.optional().describe('Who published it first, and the words that say so.'),
  cluster: clusterSchema.optional().describe('The story it belongs to, with all its syndicated copies.'),
  entities: z.array(entitySchema).describe('People, organisations, places, ... each once.'),
  quotations: z.array(quotationSchema).describe('In order of appearance.'),
  headlineQuotations: z
    .array(quotationSchema)
    .optional()
    .meta({ description: 'Those that only the headline has. All their spans are into headline, not into body.text.' }),
  values: z.array(valueSchema).optional().describe('Dates, sums and percentages in the body.'),
  notes: z.array(noteSchema).describe('What the stages found worth saying.'),
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
  /** When it was fetched: an instant with its zone (`instantSchema`). "3 hours ago" counts from it; without it such dates are not read. */
  readonly retrievedAt?: string | undefined;
  readonly file?: string | undefined;
}

/** ISO 8601 with a zone: "2025-12-29T14:05:00+01:00", "2025-12-29T13:05:00Z". Not "2025-12-29", and not without a zone. */
export const instantSchema = z.iso.datetime({
  offset: true,
  error: 'is not an ISO 8601 instant with a zone, such as 2025-12-29T14:05:00+01:00',
});

/** What cleaning finds: the part of the record before duplicates, entities and quotations. */
export type CleanArticle = Pick<
  NewsRecord,
  | 'kind'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'credits'
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
  // Below U+2E80 there are none of these.
  const cjk = /[\u2e80-\uffff]/.test(text) ? (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) : 0;
  return cjk > words ? cjk : words;
}
