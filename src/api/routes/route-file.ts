/** One endpoint file: routes that belong together, with their schemas; the OpenAPI document is made of these. routes.ts lists the files. */
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../../metrics.ts';
import type { Service, ServiceFacts } from '../../service.ts';

export interface RouteContext {
  readonly service: Service;
  /** The service's counts, asked at most once a second however many ask. */
  readonly facts: () => Promise<ServiceFacts>;
  readonly metrics: Metrics;
}

export interface RouteFile {
  readonly name: string;
  /** Adds the routes to the server. Errors are thrown as CopydeskError; server.ts answers them. */
  readonly install: (app: FastifyInstance, context: RouteContext) => void;
}
