/** The HTTP server on a real service, on a port of its own. */
import type { AddressInfo } from 'node:net';
import { createMetrics, createServer, type Metrics } from '../../src/api/index.ts';
import type { Deployment } from '../../src/config.ts';
import { openService, type Service } from '../../src/service.ts';
import { makeDesk, type DeskOptions } from '../services/desk.ts';

export interface RunningServer {
  readonly url: string;
  readonly service: Service;
  /** For the workers that a test starts. */
  readonly metrics: Metrics;
  stop(): Promise<void>;
}

export async function startServer(deployment: Deployment, settings: DeskOptions['settings'] = {}): Promise<RunningServer> {
  const desk = await makeDesk(deployment, { settings });
  const service = await openService(desk.config);
  const metrics = createMetrics();
  const server = await createServer(service, { metrics });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    service,
    metrics,
    stop: async () => {
      await server.close();
      await service.close();
      await desk.remove();
    },
  };
}

/** Sends a body to POST /v1/articles. */
export function post(
  { url }: Pick<RunningServer, 'url'>,
  body: string | Uint8Array<ArrayBuffer> | object,
  type = 'application/json',
  query = '',
): Promise<Response> {
  const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return fetch(`${url}/v1/articles${query}`, { method: 'POST', body: bytes, headers: { 'content-type': type } });
}
