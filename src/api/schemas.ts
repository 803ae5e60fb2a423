/** Shapes of requests and answers. zod is the source; Fastify's validation and the OpenAPI document are made of it. */
import { z } from 'zod';
import { ITEM_STATES } from '../store/store.ts';

/** JSON Schema for Fastify: draft 7 for what Ajv validates, without the `$schema` line. */
export function requestSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dropped, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return rest;
}

/** JSON Schema for the OpenAPI 3.1 document. Answers are not checked or filtered by it. */
export function answerSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dropped, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return rest;
}

export const articleRequestSchema = z
  .object({
    id: z.string().max(500).optional().describe('Your own id; comes back as inputId.'),
    text: z.string().optional().describe('The article as text. Exactly one of text and html.'),
    html: z.string().optional().describe('The article as HTML.'),
    url: z.string().max(4000).optional().describe('Where it was published.'),
    outlet: z.string().max(500).optional().describe('Who published it.'),
    publishedAt: z.string().max(100).optional().describe('ISO 8601; wins over what the page says.'),
    retrievedAt: z.string().max(100).optional().describe('When it was fetched, ISO 8601 with a zone; "3 hours ago" counts from it.'),
  })
  .describe('One article to read.');

const batchName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._:-]{0,99}$/u)
  .describe('Letters, digits, space and ._:- (at most 100).');

export const intakeQuerySchema = z.object({
  batch: batchName.optional().describe('The batch to count it under; default http-<today>.'),
  id: z.string().max(500).optional().describe('text/plain and text/html bodies: your own id.'),
  url: z.string().max(4000).optional().describe('text/plain and text/html bodies: where it was published.'),
  outlet: z.string().max(500).optional().describe('text/plain and text/html bodies: who published it.'),
  publishedAt: z.string().max(100).optional().describe('text/plain and text/html bodies: ISO 8601.'),
  retrievedAt: z.string().max(100).optional().describe('text/plain and text/html bodies: when it was fetched, ISO 8601 with a zone.'),
});
export type IntakeQuery = z.infer<typeof intakeQuerySchema>;

const outcomeSchema = z.object({
  index: z.int().min(0).describe('Place in the request, from 0.'),
  inputId: z.string().optional(),
  outcome: z.enum(['accepted', 'already', 'refused']),
  id: z.string().optional().describe('Article id.'),
  state: z.enum(ITEM_STATES).optional(),
  href: z.string().optional().describe('Where the record will be.'),
  code: z.string().optional().describe('Refused: why, see docs/errors.md.'),
  detail: z.string().optional(),
  remedy: z.string().optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const intakeAnswerSchema = z.object({
  batch: z.string(),
  accepted: z.int(),
  already: z.int(),
  refused: z.int(),
  articles: z.array(outcomeSchema).describe('One for each article of the request, in order.'),
});
export type IntakeAnswer = z.infer<typeof intakeAnswerSchema>;

export const itemStatusSchema = z.object({
  id: z.string(),
  inputId: z.string().optional(),
  state: z.enum(ITEM_STATES),
  batch: z.string(),
  receivedAt: z.string(),
  attempt: z.int(),
});

export const batchStatusSchema = z.object({
  batch: z.string(),
  createdAt: z.string(),
  total: z.int(),
  counts: z.record(z.enum(ITEM_STATES), z.int()),
  done: z.boolean().describe('Every article has its end state: stored, copy or quarantined.'),
});

export const batchAnswerSchema = batchStatusSchema.extend({
  quarantined: z
    .array(z.object({ id: z.string(), inputId: z.string().optional(), file: z.string().optional(), code: z.string(), detail: z.string() }))
    .describe('At most 100.'),
});

export const idParams = z.object({ id: z.string().min(1).max(200) });
export const batchParams = z.object({ id: z.string().min(1).max(200).describe('Name of the batch.') });
export const limitQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(20) });
export const exportQuery = z.object({
  batch: z.string().max(200).optional(),
  since: z.string().max(40).optional().describe('Only records stored at or after this time, ISO 8601.'),
  format: z.string().max(40).optional().describe('Form of the answer: jsonl (default), json; wins over Accept.'),
});
