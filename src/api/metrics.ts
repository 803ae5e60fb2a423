/** /metrics for Prometheus. Counts come from the store when they are asked for, so every process tells the same; durations are of this process. */
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Service, ServiceFacts } from '../service.ts';

/** How long counts are reused, ms: several scrapers, and the pages, ask the store once. */
const FACTS_FRESH_MS = 1000;
/** Records looked at for stage durations in one scrape: a sample is enough for a histogram, and a backlog must not be read whole. */
const MAX_SAMPLED_RECORDS = 200;

/** The service's counts, asked at most once in FACTS_FRESH_MS however many ask. */
export function freshFacts(service: Service): () => Promise<ServiceFacts> {
  let latest: Promise<ServiceFacts> | undefined;
  let at = 0;
  return () => {
    const now = Date.now();
    if (latest === undefined || now - at > FACTS_FRESH_MS) {
      at = now;
      latest = service.facts();
      latest.catch(() => (latest = undefined));
    }
    return latest;
  };
}

export interface Metrics {
  readonly registry: Registry;
  /** One article left a worker of this process. */
  observeArticle(state: string, ms: number): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'copydesk_' });
  const articles = new Histogram({
    name: 'copydesk_article_duration_seconds',
    help: 'From taking an article off the queue to its end state, in a worker of this process.',
    labelNames: ['state'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  return { registry, observeArticle: (state, ms) => articles.observe({ state }, ms / 1000) };
}

function setAll(gauge: Gauge<'state'>, counts: Readonly<Record<string, number>>): void {
  for (const [state, count] of Object.entries(counts)) gauge.set({ state }, count);
}

export function metricsRoute(app: FastifyInstance, service: Service, facts: () => Promise<ServiceFacts>, { registry }: Metrics): void {
  const register = { registers: [registry] };
  const gauge = (name: string, help: string): Gauge => new Gauge({ name: `copydesk_${name}`, help, ...register });
  const queueJobs = new Gauge({ name: 'copydesk_queue_jobs', help: 'Jobs in the process queue.', labelNames: ['state'], ...register });
  const items = new Gauge({ name: 'copydesk_items', help: 'Articles by state.', labelNames: ['state'], ...register });
  const batches = gauge('batches', 'Batches.');
  const records = gauge('records', 'Stored records.');
  const clusters = gauge('clusters', 'Clusters of syndicated copies.');
  const outbox = gauge('outbox_pending', 'Events not yet delivered; 0 when no webhook is set.');
  const bytes = gauge('postgres_bytes', 'Size of the database.');
  const stages = new Histogram({
    name: 'copydesk_stage_duration_seconds',
    help: `Time in each stage, from the records stored since the last scrape (at most ${MAX_SAMPLED_RECORDS} a scrape).`,
    labelNames: ['stage'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    ...register,
  });
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

  let since = new Date().toISOString();
  async function sampleStages(): Promise<void> {
    const from = since;
    since = new Date().toISOString();
    let seen = 0;
    for await (const record of service.exportRecords({ since: from })) {
      for (const [stage, ms] of Object.entries(record.timings)) stages.observe({ stage }, ms / 1000);
      seen += 1;
      if (seen >= MAX_SAMPLED_RECORDS) break;
    }
  }

  app.get('/metrics', { schema: { summary: 'Prometheus metrics', tags: ['health'] } }, async (_request, reply) => {
    const [now] = await Promise.all([facts(), sampleStages()]);
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
