/** `copydesk/api`: the HTTP server over an open service. */
export { createServer, type ServerOptions } from './server.ts';
export { createMetrics, type Metrics } from '../metrics.ts';
