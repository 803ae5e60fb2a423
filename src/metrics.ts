/** What a process measures of its own work, and a small server for worker processes, which have no HTTP server otherwise. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { FinishedItem } from './queue/consume.ts';

export interface Metrics {
  readonly registry: Registry;
  /** One article left a worker of this process: its duration and the time of each stage. */
  readonly observeArticle: (item: Pick<FinishedItem, 'state' | 'ms' | 'timings'>) => void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const register = { registers: [registry] };
  collectDefaultMetrics({ register: registry, prefix: 'copydesk_' });
  const articles = new Histogram({
    name: 'copydesk_article_duration_seconds',
    help: 'From taking an article off the queue to its end state, in a worker of this process.',
    labelNames: ['state'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    ...register,
  });
  const stages = new Histogram({
    name: 'copydesk_stage_duration_seconds',
    help: 'Time in each stage, of the articles that a worker of this process stored.',
    labelNames: ['stage'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    ...register,
  });
  return {
    registry,
    observeArticle: ({ state, ms, timings }) => {
      articles.observe({ state }, ms / 1000);
      for (const [stage, stageMs] of Object.entries(timings)) stages.observe({ stage }, stageMs / 1000);
    },
  };
}

/**
 * Answers GET /metrics with this process's durations, and nothing else.
 * @returns the port (of use with `port` 0) and what stops it.
 */
export async function serveMetrics(
  { registry }: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  server.unref();
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}
