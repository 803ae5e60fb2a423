/** A worker process's own metrics on a port. */
import { expect, test } from 'vitest';
import { createMetrics, serveMetrics } from '../src/metrics.ts';

test('durations of articles and stages are observed where the record is made', async () => {
  const metrics = createMetrics();
  const server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
  metrics.observeArticle({ state: 'stored', ms: 120, timings: { clean: 30, sign: 2 } });
  metrics.observeArticle({ state: 'quarantined', ms: 900, timings: {} });
  const url = `http://127.0.0.1:${server.port}`;
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toMatch(/^copydesk_article_duration_seconds_count\{state="stored"\} 1$/m);
  expect(text).toMatch(/^copydesk_article_duration_seconds_count\{state="quarantined"\} 1$/m);
  expect(text).toMatch(/^copydesk_stage_duration_seconds_sum\{stage="clean"\} 0\.03$/m);
  expect(text).not.toContain('copydesk_items');
  expect((await fetch(url)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
  server.close();
});
