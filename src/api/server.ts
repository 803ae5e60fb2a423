/** The HTTP server: intake, records, pages, health, metrics, queue board. Talks to the Service and to nothing below it. */
import { createBullBoard } from '@bull-board/api';
import { FastifyAdapter } from '@bull-board/fastify';
import helmet from '@fastify/helmet';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Service } from '../service.ts';
import { CopydeskError } from '../errors.ts';
import { installGuard } from './guard.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { registerOpenApi } from './openapi.ts';
import { errorPage } from './pages/article-page.ts';
import { cachedFacts } from './facts-cache.ts';
import { problemOf, sendProblem, toCopydeskError } from './problem.ts';
import type { RouteFile } from './routes/route-file.ts';
import { ROUTE_FILES } from './routes/routes.ts';

const BOARD_PATH = '/queues';

/** Nothing from elsewhere, no inline script, no frame. bull-board needs inline styles. */
const contentPolicy = (path: string): string => {
  const inline = path === BOARD_PATH || path.startsWith(`${BOARD_PATH}/`) ? " 'unsafe-inline'" : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${inline}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};

export interface ServerOptions {
  /** Address the server will listen on: decides which host names are answered (guard.ts). Default: the service's setting. */
  readonly host?: string | undefined;
  readonly metrics?: Metrics | undefined;
  /** Endpoints of your own, after the built-in ones. */
  readonly routes?: readonly RouteFile[] | undefined;
}

async function mountBoard(app: FastifyInstance, service: Service): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: [...(await service.queue.boardAdapters())],
    serverAdapter: adapter,
    options: {
      uiConfig: {
        boardTitle: 'Copydesk queues',
        boardLogo: { path: '/assets/icon.svg', width: 26, height: 26 },
        favIcon: { default: '/assets/icon.svg', alternative: '/assets/icon.svg' },
        miscLinks: [{ text: 'Back to the desk', url: '/' }],
      },
    },
  });
  await app.register(adapter.registerPlugin(), { prefix: BOARD_PATH });
}

/**
 * Builds the server; the caller calls `listen` and `close`. Does not close the service.
 *
 * @example
 * const server = await createServer(await openService(readConfig()));
 * await server.listen({ host: '127.0.0.1', port: 3004 });
 */
export async function createServer(service: Service, options: ServerOptions = {}): Promise<FastifyInstance> {
  const log: FastifyBaseLogger = service.log.child({ part: 'http' });
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // One query in each path segment, long enough for any batch name.
    routerOptions: { maxParamLength: 1000 },
    forceCloseConnections: 'idle',
  });
  const metrics = options.metrics ?? createMetrics();
  const facts = cachedFacts(service);

  // Answers are made by us from typed values; the schemas describe them and do not filter them.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: false, crossOriginEmbedderPolicy: false });
  app.addHook('onSend', async (request, reply) => {
    reply.header('content-security-policy', contentPolicy(request.url.split('?')[0] ?? ''));
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  installGuard(app, { token: service.config.apiToken, host: options.host ?? service.config.host });

  app.setErrorHandler((error, request, reply) => {
    const known = toCopydeskError(error);
    if (known.code === 'INTERNAL') request.log.error({ err: error, requestId: request.id }, 'request failed');
    const wantsPage = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '') && !request.url.startsWith('/v1/');
    if (!wantsPage || known.code === 'UNAUTHORISED') return sendProblem(reply, known);
    const { status, title, detail, remedy } = problemOf(known);
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(errorPage(title, detail ?? '', remedy));
  });
  app.setNotFoundHandler((request) => {
    throw new CopydeskError('NOT_FOUND', `no such address: ${request.method} ${request.url.split('?')[0] ?? ''}`);
  });

  await registerOpenApi(app, service.config.apiToken !== undefined);
  for (const { install } of [...ROUTE_FILES, ...(options.routes ?? [])]) install(app, { service, facts, metrics });
  await mountBoard(app, service);
  return app;
}
