/** Reads articles until told to stop. Usage: node workers/process.ts. Any number may run, on any number of machines. */
import { readConfig, redactConfig } from '../src/config.ts';
import { createLogger } from '../src/log.ts';
import { createMetrics, serveMetrics } from '../src/metrics.ts';
import { openService } from '../src/service.ts';
import { onStopSignal } from '../src/queue/stop-signal.ts';

const config = readConfig();
const log = createLogger(config.logLevel, 'copydesk-process');
log.info({ config: redactConfig(config) }, 'starting');

const service = await openService(config, { log, onStep: (text) => log.info(text) });
const metrics = createMetrics();
await service.startProcessWorker({
  onItem: (item) => {
    metrics.observeArticle(item);
    log.info({ item: item.id, state: item.state, ms: Math.round(item.ms) }, 'read');
  },
});
if (config.metricsPort > 0) await serveMetrics(metrics, { host: config.host, port: config.metricsPort });
log.info({ deployment: service.deployment, concurrency: config.concurrency }, 'ready');

onStopSignal(config.shutdownMs + 5000, log, () => service.close());
