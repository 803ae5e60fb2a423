/** /healthz: the process answers. /readyz: it can take articles in. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Service } from '../../service.ts';
import { answerSchema } from '../schemas.ts';
import type { RouteFile } from './route-file.ts';

const readinessSchema = z.object({
  status: z
    .enum(['ready', 'degraded', 'unavailable'])
    .describe('degraded: articles are taken in and kept, but wait until the queue is back.'),
  deployment: z.string(),
  postgres: z.boolean(),
  queue: z.boolean(),
  warnings: z.array(z.string()),
});

function install(app: FastifyInstance, { service }: { readonly service: Service }): void {
  app.get(
    '/healthz',
    {
      schema: { summary: 'Is the process alive', tags: ['health'], response: { 200: answerSchema(z.object({ status: z.literal('ok') })) } },
    },
    async () => ({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        summary: 'Can it take articles in',
        tags: ['health'],
        response: { 200: answerSchema(readinessSchema), 503: answerSchema(readinessSchema) },
      },
    },
    async (_request, reply) => {
      const { deployment, postgres, queue, warnings } = await service.readiness();
      const status = postgres ? (queue ? 'ready' : 'degraded') : 'unavailable';
      return reply.code(postgres ? 200 : 503).send({ status, deployment, postgres, queue, warnings });
    },
  );
}

export const health: RouteFile = { name: 'health', install };
