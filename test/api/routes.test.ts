/** An endpoint that is added from outside: one object, and it is served, described, guarded and counted like the others. */
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createServer, type RouteFile } from '../../src/api/index.ts';
import { answerSchema, requestSchema } from '../../src/api/schemas.ts';
import { CopydeskError } from '../../src/errors.ts';
import { openService, type Service } from '../../src/service.ts';
import { makeDesk, type Desk } from '../services/desk.ts';

const query = z.object({ limit: z.coerce.number().int().min(1).max(10).default(3) });
const HEADLINES: RouteFile = {
  name: 'headlines',
  install: (app, { service }) => {
    app.get<{ Querystring: z.infer<typeof query> }>(
      '/v1/headlines',
      {
        schema: {
          summary: 'Headlines of the newest records',
          tags: ['records'],
          querystring: requestSchema(query),
          response: { 200: answerSchema(z.object({ headlines: z.array(z.string()) })) },
        },
      },
      async (request) => {
        if (request.query.limit === 7) throw new CopydeskError('NOT_FOUND', 'seven is not there');
        return { headlines: (await service.latestRecords(request.query.limit)).map(({ headline }) => headline) };
      },
    );
  },
};

let desk: Desk;
let service: Service;
let server: Awaited<ReturnType<typeof createServer>>;
let url = '';
beforeAll(async () => {
  desk = await makeDesk('embedded', {});
  service = await openService(desk.config);
  server = await createServer(service, { routes: [HEADLINES] });
  await server.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await server.close();
  await service.close();
  await desk.remove();
});

test('it answers, its query is validated, its errors are problems', async () => {
  expect(await (await fetch(`${url}/v1/headlines`)).json()).toEqual({ headlines: [] });
  const wrong = await fetch(`${url}/v1/headlines?limit=100`);
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({ code: 'BAD_REQUEST' });
  const missing = await fetch(`${url}/v1/headlines?limit=7`);
  expect(missing.headers.get('content-type')).toContain('application/problem+json');
  expect(await missing.json()).toMatchObject({ status: 404, code: 'NOT_FOUND', detail: 'seven is not there' });
});

test('the OpenAPI document describes it, and metrics count it', async () => {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, { get?: { summary: string; parameters: { name: string }[]; responses: Record<string, unknown> } }>;
  };
  const route = document.paths['/v1/headlines']?.get;
  expect(route?.summary).toBe('Headlines of the newest records');
  expect(route?.parameters.map(({ name }) => name)).toEqual(['limit']);
  expect(JSON.stringify(route?.responses['200'])).toContain('"headlines"');
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('route="/v1/headlines",status="404"');
});

test.each([
  [{ accept: 'application/json' }, '', 'application/json', '[]\n'],
  [{}, '?format=json', 'application/json', '[]\n'],
  [{ accept: 'application/json' }, '?format=jsonl', 'application/x-ndjson', ''],
])('records by %j %s', async (headers, search, type, body) => {
  const response = await fetch(`${url}/v1/articles${search}`, { headers: headers as Record<string, string> });
  expect(response.headers.get('content-type')).toContain(type);
  expect(await response.text()).toBe(body);
});

test('a form that is not there is named, with those that are', async () => {
  const response = await fetch(`${url}/v1/articles?format=yaml`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ detail: 'format: there is none called "yaml"; there are jsonl, json' });
});
