/** /v1/articles, /v1/clusters: records. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CopydeskError, ERRORS, type ErrorCode } from '../../errors.ts';
import { outputAccepted, outputFormats, outputNamed } from '../../export/formats/formats.ts';
import type { OutputFormat } from '../../export/formats/output-format.ts';
import type { BatchItem, ExportFilter, Service } from '../../service.ts';
import { problems, sendProblem, statusOf } from '../problem.ts';
import { answerSchema, exportQuery, idParams, itemStatusSchema, requestSchema } from '../schemas.ts';
import type { RouteFile } from './route-file.ts';

/** Filled in by openapi.ts: the record stands once in the document. */
const RECORD_REF = { $ref: '#/components/schemas/NewsRecord' };

const isCode = (code: string): code is ErrorCode => code in ERRORS;

/** The error behind a quarantined article. Reasons of other versions may be unknown here. */
function quarantineError(item: BatchItem): CopydeskError {
  const code = item.reason?.code ?? '';
  const detail = item.reason === undefined ? undefined : `quarantined, ${item.reason.code}: ${item.reason.detail}`;
  return new CopydeskError(isCode(code) && statusOf(code) === 409 ? code : 'STAGE_FAILED', detail);
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

function install(app: FastifyInstance, { service }: { readonly service: Service }): void {
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

export const records: RouteFile = { name: 'records', install };
