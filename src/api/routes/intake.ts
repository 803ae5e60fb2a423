/** POST /v1/articles: articles are handed in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CopydeskError } from '../../errors.ts';
import { inputFormats } from '../../intake/formats/formats.ts';
import type { Found } from '../../intake/formats/input-format.ts';
import type { Service } from '../../service.ts';
import type { Acceptance, IncomingItem } from '../../store/store.ts';
import { readRequest } from '../incoming.ts';
import { problems, sendProblem } from '../problem.ts';
import {
  answerSchema,
  articleRequestSchema,
  intakeAnswerSchema,
  intakeQuerySchema,
  requestSchema,
  type IntakeAnswer,
  type IntakeQuery,
  type Outcome,
} from '../schemas.ts';
import type { RouteFile } from './route-file.ts';

/** Largest request body, bytes, and the most articles in one request: what one transaction takes without holding others up. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_ARTICLES_PER_REQUEST = 1000;

/** Bodies are read by us, article by article, so that one bad article never refuses the whole request. */
function installBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const types = inputFormats().flatMap(({ mediaTypes }) => mediaTypes);
  app.addContentTypeParser(types, { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) => done(null, body));
}

function outcomes(reads: readonly Found[], acceptances: readonly Acceptance[]): Outcome[] {
  let next = 0;
  return reads.map((read, index): Outcome => {
    if ('error' in read) {
      const { code, message, remedy } = read.error;
      return { index, ...(read.inputId === undefined ? {} : { inputId: read.inputId }), outcome: 'refused', code, detail: message, remedy };
    }
    const acceptance = acceptances[next];
    next += 1;
    if (acceptance === undefined) throw new CopydeskError('INTERNAL', 'the store answered for fewer articles than it was given');
    const { id, outcome, state } = acceptance;
    const { inputId } = read.item;
    return { index, ...(inputId === undefined ? {} : { inputId }), outcome, id, state, href: `/v1/articles/${id}` };
  });
}

const countOf = (articles: readonly Outcome[], outcome: Outcome['outcome']): number =>
  articles.filter((article) => article.outcome === outcome).length;

async function acceptRequest(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = request.query as IntakeQuery;
  const body = (request.body ?? undefined) as Buffer | undefined;
  if (body === undefined) throw new CopydeskError('EMPTY_INPUT', 'the request has no body');
  const { batch: _batch, ...declared } = query;
  const limits = { maxBytes: service.config.maxBytes, maxArticles: MAX_ARTICLES_PER_REQUEST };
  const reads = await readRequest(body, request.headers['content-type'] ?? '', declared, limits);
  if (reads.length === 0) throw new CopydeskError('EMPTY_INPUT', 'the request holds no article');
  const batch = query.batch ?? `http-${new Date().toISOString().slice(0, 10)}`;
  const items = reads.flatMap((read): IncomingItem[] => ('item' in read ? [read.item] : []));
  const acceptances = items.length === 0 ? [] : await service.accept(items, { batch });
  const articles = outcomes(reads, acceptances);
  const answer: IntakeAnswer = {
    batch,
    accepted: countOf(articles, 'accepted'),
    already: countOf(articles, 'already'),
    refused: countOf(articles, 'refused'),
    articles,
  };
  const firstError = reads.find((read) => 'error' in read)?.error;
  if (items.length === 0 && firstError !== undefined) return sendProblem(reply, firstError, { ...answer });
  if (articles.length === 1 && articles[0]?.href !== undefined) reply.header('location', articles[0].href);
  return reply.code(202).send(answer);
}

function install(app: FastifyInstance, { service }: { readonly service: Service }): void {
  installBodyParsers(app);

  app.post(
    '/v1/articles',
    {
      bodyLimit: MAX_BODY_BYTES,
      schema: {
        summary: 'Hand in articles',
        description:
          'One article or a list as application/json, one a line as application/x-ndjson, or one as text/plain or text/html with its facts in the query. ' +
          `Answers 202 only when the raw bytes are committed; the same article again is "already". At most ${MAX_ARTICLES_PER_REQUEST} articles and ` +
          `${MAX_BODY_BYTES / 1024 / 1024} MB a request. A bad article is refused by itself; the rest is taken.`,
        tags: ['intake'],
        querystring: requestSchema(intakeQuerySchema),
        response: { 202: answerSchema(intakeAnswerSchema), ...problems(400, 413, 415, 422, 503) },
      },
      // The body is one of several shapes and each article is judged alone, so it is described, not validated as a whole.
      config: {
        openapiBody: { oneOf: [answerSchema(articleRequestSchema), { type: 'array', items: answerSchema(articleRequestSchema) }] },
      },
    },
    (request, reply) => acceptRequest(service, request, reply),
  );
}

export const intake: RouteFile = { name: 'intake', install };
