/** /metrics for Prometheus. Counts come from the kept counts of the store, so every process tells the same; durations are of this process. */
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram } from 'prom-client';
import type { RouteContext, RouteFile } from './route-file.ts';

function setAll(gauge: Gauge<'state'>, counts: Readonly<Record<string, number>>): void {
  for (const [state, count] of Object.entries(counts)) gauge.set({ state }, count);
}

function install(app: FastifyInstance, { service, facts, metrics: { registry } }: RouteContext): void {
  const register = { registers: [registry] };
  const gauge = (name: string, help: string): Gauge => new Gauge({ name: `copydesk_${name}`, help, ...register });
  const queueJobs = new Gauge({ name: 'copydesk_queue_jobs', help: 'Jobs in the process queue.', labelNames: ['state'], ...register });
  const items = new Gauge({ name: 'copydesk_items', help: 'Articles by state.', labelNames: ['state'], ...register });
  const batches = gauge('batches', 'Batches.');
  const records = gauge('records', 'Stored records.');
  const clusters = gauge('clusters', 'Clusters of syndicated copies.');
  const outbox = gauge('outbox_pending', 'Events not yet delivered; 0 when no webhook is set.');
  const bytes = gauge('postgres_bytes', 'Size of the database.');
  const requests = new Histogram({
    name: 'copydesk_http_request_duration_seconds',
    help: 'HTTP requests.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    ...register,
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });

  app.get('/metrics', { schema: { summary: 'Prometheus metrics', tags: ['health'] } }, async (_request, reply) => {
    const now = await facts();
    setAll(queueJobs, { ...now.queue.counts });
    setAll(items, now.items);
    batches.set(now.batches);
    records.set(now.articles);
    clusters.set(now.clusters);
    outbox.set(service.config.webhook === undefined ? 0 : now.outboxPending);
    bytes.set(now.postgres.bytes);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

export const metrics: RouteFile = { name: 'metrics', install };
