/** /openapi.json, made of the route schemas. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { SCHEMA_VERSION } from '../article.ts';
import { recordJsonSchema } from '../export/json-schema.ts';

/** The record's definitions as OpenAPI components; `#/$defs/X` becomes `#/components/schemas/X`. */
function components(): Record<string, Record<string, unknown>> {
  const { $schema: _schema, $id: _id, $defs = {}, ...record } = recordJsonSchema();
  const text = JSON.stringify({ NewsRecord: record, ...$defs }).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as Record<string, Record<string, unknown>>;
}

export async function registerOpenApi(app: FastifyInstance, withToken: boolean): Promise<void> {
  const schemas = components();
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Copydesk',
        version: SCHEMA_VERSION,
        description: 'News articles in, clean records out: text, quotations with speakers, entities, clusters of syndicated copies.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [{ name: 'intake' }, { name: 'records' }, { name: 'batches' }, { name: 'events' }, { name: 'health' }],
      components: {
        schemas: schemas as never,
        ...(withToken ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
      },
      ...(withToken ? { security: [{ token: [] }] } : {}),
    },
    transform: ({ schema, url, route }) => {
      const body = (route.config as { openapiBody?: unknown } | undefined)?.openapiBody;
      return { schema: body === undefined ? schema : { ...schema, body }, url };
    },
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
