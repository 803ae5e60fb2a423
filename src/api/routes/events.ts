/** /v1/events: what happens to articles, each event once, to be followed with a cursor: a page of JSON, JSON lines, or server-sent events. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cloudEventSchema, type CloudEvent } from '../../export/cloud-event.ts';
import type { Service } from '../../service.ts';
import { problemSchema } from '../problem.ts';
import { answerSchema, requestSchema } from '../schemas.ts';
import type { RouteFile } from './route-file.ts';

const eventQuery = z.object({
  after: z
    .string()
    .max(200)
    .optional()
    .describe(
      '`next` of the answer before, or the `cursor` of an event; `latest`: only what happens from now on. Left out: from the oldest that is kept.',
    ),
  type: z
    .string()
    .max(500)
    .optional()
    .describe(
      'Only these types, separated by commas: article.stored, article.clustered, article.quarantined, article.dropped, cluster.merged.',
    ),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('At most this many in one answer; not for server-sent events.'),
});
type EventQuery = z.infer<typeof eventQuery>;

const typesOf = ({ type }: EventQuery): string[] | undefined =>
  type
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** A comment line when nothing happens for so many looks keeps proxies from closing the connection: about every 15 s. */
const LOOKS_TO_HEARTBEAT = 30;

const asServerSent = ({ cursor, type, ...rest }: CloudEvent): string =>
  `id: ${cursor}\nevent: ${type}\ndata: ${JSON.stringify({ ...rest, type, cursor })}\n\n`;

/** Server-sent events (WHATWG HTML, 9.2) until the client goes; `id` is the cursor, so a browser that reconnects goes on where it was. */
async function* serverSent(pages: AsyncIterable<readonly CloudEvent[]>): AsyncGenerator<string> {
  yield ': copydesk events\n\n';
  let quiet = 0;
  for await (const page of pages) {
    quiet = page.length === 0 ? quiet + 1 : 0;
    if (page.length > 0) yield page.map(asServerSent).join('');
    else if (quiet % LOOKS_TO_HEARTBEAT === 0) yield ': still here\n\n';
  }
}

const wants = (request: FastifyRequest, type: string): boolean => (request.headers.accept ?? '').includes(type);

function install(app: FastifyInstance, { service }: { readonly service: Service }): void {
  // a stream without end must not keep a server that closes
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  app.get<{ Querystring: EventQuery }>(
    '/v1/events',
    {
      schema: {
        summary: 'What happens to articles, to be followed',
        description:
          'CloudEvents 1.0, oldest first. Take `next` as `after` of the next request: no event is left out and none comes twice, also when ' +
          'transactions commit late; the events of one article keep their order. With `Accept: text/event-stream` the answer goes on as ' +
          'server-sent events (`Last-Event-ID` is understood), with `application/x-ndjson` it is the same page, one event a line. ' +
          'A cursor older than the events that are kept is answered with 410.',
        tags: ['events'],
        querystring: requestSchema(eventQuery),
        response: {
          200: answerSchema(z.object({ items: z.array(cloudEventSchema), next: z.string().describe('The value for `after`.') })),
          400: answerSchema(problemSchema),
          410: answerSchema(problemSchema),
          503: answerSchema(problemSchema),
        },
      },
    },
    async (request, reply) => {
      const { limit } = request.query;
      const types = typesOf(request.query);
      if (wants(request, 'text/event-stream')) {
        const lastSeen = request.headers['last-event-id'];
        const after = typeof lastSeen === 'string' && lastSeen !== '' ? lastSeen : request.query.after;
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        // looks once before the answer begins, so that a cursor that is none or too old is still an error with its status
        const first = await service.events({ after, types, limit: 1000 });
        const pages = async function* (): AsyncGenerator<readonly CloudEvent[]> {
          yield first.items;
          yield* service.followEvents({ after: first.next, types, signal: AbortSignal.any([gone.signal, closing.signal]) });
        };
        // closed at its end: a connection that is kept alive would hold up a server that closes
        return reply
          .type('text/event-stream')
          .header('connection', 'close')
          .header('x-accel-buffering', 'no')
          .send(Readable.from(serverSent(pages())));
      }
      const page = await service.events({ after: request.query.after, types, limit });
      if (!wants(request, 'application/x-ndjson')) return page;
      return reply
        .type('application/x-ndjson')
        .header('x-next', page.next)
        .send(page.items.map((event) => `${JSON.stringify(event)}\n`).join(''));
    },
  );
}

export const events: RouteFile = { name: 'events', install };
