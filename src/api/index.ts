/** `copydesk/api`: the HTTP server over an open service. */
export { createServer, type ServerOptions } from './server.ts';
export { createMetrics, type Metrics } from '../metrics.ts';
export type { RouteContext, RouteFile } from './routes/route-file.ts';
