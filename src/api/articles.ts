/** /v1/articles, /v1/batches, /v1/clusters: intake and records. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CopydeskError, ERRORS, type ErrorCode } from '../errors.ts';
import type { BatchItem, ExportFilter, Service } from '../service.ts';
import type { Acceptance, IncomingItem } from '../store/store.ts';
import { inputFormats } from '../intake/formats/formats.ts';
import type { Found } from '../intake/formats/input-format.ts';
import { outputAccepted, outputFormats, outputNamed } from '../export/formats/formats.ts';
import type { OutputFormat } from '../export/formats/output-format.ts';
import { readRequest } from './incoming.ts';
import { problemSchema, sendProblem, statusOf } from './problem.ts';
import {
  answerSchema,
  articleRequestSchema,
  batchAnswerSchema,
  batchParams,
  batchStatusSchema,
  exportQuery,
  idParams,
  intakeAnswerSchema,
  intakeQuerySchema,
  itemStatusSchema,
  limitQuery,
  requestSchema,
  type IntakeAnswer,
  type IntakeQuery,
  type Outcome,
} from './schemas.ts';

/** Largest request body, bytes, and the most articles in one request: what one transaction takes without holding others up. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_ARTICLES_PER_REQUEST = 1000;

const problem = answerSchema(problemSchema);
const problems = (...statuses: number[]): Record<number, unknown> => Object.fromEntries(statuses.map((status) => [status, problem]));
/** Filled in by openapi.ts: the record stands once in the document. */
const RECORD_REF = { $ref: '#/components/schemas/NewsRecord' };

/** Bodies are read by us, article by article, so that one bad article never refuses the whole request. */
function installBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const types = inputFormats().flatMap(({ mediaTypes }) => mediaTypes);
  app.addContentTypeParser(types, { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) => done(null, body));
}

function outcomes(reads: readonly Found[], acceptances: readonly Acceptance[]): Outcome[] {
  let next = 0;
  return reads.map((read, index): Outcome => {
    if ('error' in read) {
      const { code, message, remedy } = read.error;
      return { index, ...(read.inputId === undefined ? {} : { inputId: read.inputId }), outcome: 'refused', code, detail: message, remedy };
    }
    const acceptance = acceptances[next];
    next += 1;
    if (acceptance === undefined) throw new CopydeskError('INTERNAL', 'the store answered for fewer articles than it was given');
    const { id, outcome, state } = acceptance;
    const { inputId } = read.item;
    return { index, ...(inputId === undefined ? {} : { inputId }), outcome, id, state, href: `/v1/articles/${id}` };
  });
}

const countOf = (articles: readonly Outcome[], outcome: Outcome['outcome']): number =>
  articles.filter((article) => article.outcome === outcome).length;

const isCode = (code: string): code is ErrorCode => code in ERRORS;

/** The error behind a quarantined article. Reasons of other versions may be unknown here. */
function quarantineError(item: BatchItem): CopydeskError {
  const code = item.reason?.code ?? '';
  const detail = item.reason === undefined ? undefined : `quarantined, ${item.reason.code}: ${item.reason.detail}`;
  return new CopydeskError(isCode(code) && statusOf(code) === 409 ? code : 'STAGE_FAILED', detail);
}

async function listBatchQuarantine(service: Service, batch: string): Promise<z.infer<typeof batchAnswerSchema>['quarantined']> {
  const items = await service.quarantine.list({ batch, limit: 100 });
  return items.map(({ id, inputId, file, reason }) => ({
    id,
    ...(inputId === undefined ? {} : { inputId }),
    ...(file === undefined ? {} : { file }),
    code: reason?.code ?? '',
    detail: reason?.detail ?? '',
  }));
}

/** `?format=` wins over `Accept`. @throws CopydeskError BAD_REQUEST when there is no such format. */
function outputOf(request: FastifyRequest): OutputFormat {
  const { format } = request.query as { format?: string };
  if (format === undefined) return outputAccepted(request.headers.accept);
  const named = outputNamed(format);
  if (named !== undefined) return named;
  const names = outputFormats().map(({ name }) => name);
  throw new CopydeskError('BAD_REQUEST', `format: there is none called ${JSON.stringify(format)}; there are ${names.join(', ')}`);
}

async function acceptRequest(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = request.query as IntakeQuery;
  const body = (request.body ?? undefined) as Buffer | undefined;
  if (body === undefined) throw new CopydeskError('EMPTY_INPUT', 'the request has no body');
  const { batch: _batch, ...declared } = query;
  const limits = { maxBytes: service.config.maxBytes, maxArticles: MAX_ARTICLES_PER_REQUEST };
  const reads = await readRequest(body, request.headers['content-type'] ?? '', declared, limits);
  if (reads.length === 0) throw new CopydeskError('EMPTY_INPUT', 'the request holds no article');
  const batch = query.batch ?? `http-${new Date().toISOString().slice(0, 10)}`;
  const items = reads.flatMap((read): IncomingItem[] => ('item' in read ? [read.item] : []));
  const acceptances = items.length === 0 ? [] : await service.accept(items, { batch });
  const articles = outcomes(reads, acceptances);
  const answer: IntakeAnswer = {
    batch,
    accepted: countOf(articles, 'accepted'),
    already: countOf(articles, 'already'),
    refused: countOf(articles, 'refused'),
    articles,
  };
  const firstError = reads.find((read) => 'error' in read)?.error;
  if (items.length === 0 && firstError !== undefined) return sendProblem(reply, firstError, { ...answer });
  if (articles.length === 1 && articles[0]?.href !== undefined) reply.header('location', articles[0].href);
  return reply.code(202).send(answer);
}

export function articleRoutes(app: FastifyInstance, service: Service): void {
  installBodyParsers(app);

  app.post(
    '/v1/articles',
    {
      bodyLimit: MAX_BODY_BYTES,
      schema: {
        summary: 'Hand in articles',
        description:
          'One article or a list as application/json, one a line as application/x-ndjson, or one as text/plain or text/html with its facts in the query. ' +
          `Answers 202 only when the raw bytes are committed; the same article again is "already". At most ${MAX_ARTICLES_PER_REQUEST} articles and ` +
          `${MAX_BODY_BYTES / 1024 / 1024} MB a request. A bad article is refused by itself; the rest is taken.`,
        tags: ['intake'],
        querystring: requestSchema(intakeQuerySchema),
        response: { 202: answerSchema(intakeAnswerSchema), ...problems(400, 413, 415, 422, 503) },
      },
      // The body is one of several shapes and each article is judged alone, so it is described, not validated as a whole.
      config: {
        openapiBody: { oneOf: [answerSchema(articleRequestSchema), { type: 'array', items: answerSchema(articleRequestSchema) }] },
      },
    },
    (request, reply) => acceptRequest(service, request, reply),
  );

  app.get<{ Params: { id: string } }>(
    '/v1/articles/:id',
    {
      schema: {
        summary: 'The record of an article',
        description: '200 with the record; 202 with the state while it is read; 409 when it is quarantined.',
        tags: ['records'],
        params: requestSchema(idParams),
        response: { 200: RECORD_REF, 202: answerSchema(itemStatusSchema), ...problems(404, 409, 503) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const record = await service.getRecord(id);
      if (record !== undefined) return reply.send(record);
      const item = await service.getItem(id);
      if (item === undefined) throw new CopydeskError('NOT_FOUND', `no article ${id}`);
      const { inputId, state, batch, receivedAt, attempt: attempts } = item;
      if (state === 'quarantined') return sendProblem(reply, quarantineError(item), { id, state });
      return reply.code(202).header('retry-after', '1').send({ id, inputId, state, batch, receivedAt, attempt: attempts });
    },
  );

  app.get<{ Params: { id: string } }>(
    '/v1/articles/:id/raw',
    {
      schema: {
        summary: 'The bytes as they came in',
        tags: ['records'],
        params: requestSchema(idParams),
        response: problems(404, 503),
      },
    },
    async (request, reply) => {
      const raw = await service.getRaw(request.params.id);
      if (raw === undefined) throw new CopydeskError('NOT_FOUND', `no article ${request.params.id}`);
      // As a download, never as a page: raw HTML must not run under this origin.
      return reply
        .type('application/octet-stream')
        .header(
          'content-disposition',
          `attachment; filename="${request.params.id.replaceAll(/[^\w.-]/g, '_')}.${raw.mediaType === 'text/html' ? 'html' : 'txt'}"`,
        )
        .header('x-copydesk-media-type', `${raw.mediaType}; charset=${raw.charset}`)
        .send(Buffer.from(raw.bytes));
    },
  );

  app.get<{ Querystring: ExportFilter & { readonly format?: string } }>(
    '/v1/articles',
    {
      schema: {
        summary: 'All records',
        description: 'In order of storing, streamed: JSON lines, or the form that `format` or `Accept` names.',
        tags: ['records'],
        querystring: requestSchema(exportQuery),
        response: problems(400, 503),
      },
    },
    async (request, reply) => {
      const { batch, since } = request.query;
      if (since !== undefined && Number.isNaN(Date.parse(since))) throw new CopydeskError('BAD_REQUEST', 'since: is not an ISO 8601 time');
      const format = outputOf(request);
      return reply
        .type(format.mediaType)
        .header('vary', 'accept')
        .send(Readable.from(format.write(service.exportRecords({ batch, since }))));
    },
  );

  app.get<{ Querystring: { limit: number } }>(
    '/v1/batches',
    {
      schema: {
        summary: 'Batches, newest first',
        tags: ['batches'],
        querystring: requestSchema(limitQuery),
        response: { 200: answerSchema(z.object({ batches: z.array(batchStatusSchema) })), ...problems(503) },
      },
    },
    async (request) => ({ batches: await service.listBatches(request.query.limit) }),
  );

  app.get<{ Params: { id: string } }>(
    '/v1/batches/:id',
    {
      schema: {
        summary: 'How far a batch is',
        tags: ['batches'],
        params: requestSchema(batchParams),
        response: { 200: answerSchema(batchAnswerSchema), ...problems(404, 503) },
      },
    },
    async (request) => {
      const batch = request.params.id;
      const status = await service.batchStatus(batch);
      if (status === undefined) throw new CopydeskError('NOT_FOUND', `no batch ${batch}`);
      return { ...status, quarantined: status.counts.quarantined === 0 ? [] : await listBatchQuarantine(service, batch) };
    },
  );

  app.get<{ Params: { id: string } }>(
    '/v1/clusters/:id',
    {
      schema: {
        summary: 'All copies of one story',
        tags: ['records'],
        params: requestSchema(idParams),
        response: {
          200: { type: 'object', properties: { id: { type: 'string' }, records: { type: 'array', items: RECORD_REF } } },
          ...problems(404, 503),
        },
      },
    },
    async (request) => {
      const records = await service.clusterRecords(request.params.id);
      if (records.length === 0) throw new CopydeskError('NOT_FOUND', `no cluster ${request.params.id}`);
      return { id: request.params.id, records };
    },
  );
}
