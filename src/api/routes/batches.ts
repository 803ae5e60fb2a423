/** /v1/batches: how far batches are. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CopydeskError } from '../../errors.ts';
import type { Service } from '../../service.ts';
import { problems } from '../problem.ts';
import { answerSchema, batchAnswerSchema, batchParams, batchStatusSchema, limitQuery, requestSchema } from '../schemas.ts';
import type { RouteFile } from './route-file.ts';

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

function install(app: FastifyInstance, { service }: { readonly service: Service }): void {
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
}

export const batches: RouteFile = { name: 'batches', install };
