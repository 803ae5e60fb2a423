/** Errors as HTTP answers: application/problem+json (RFC 9457) with code and remedy. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CopydeskError, ERRORS, type ErrorCode } from '../errors.ts';
import { inputFormats } from '../intake/formats/formats.ts';
import { answerSchema } from './schemas.ts';

export const problemSchema = z
  .object({
    type: z.string().describe('urn:copydesk:error:<code>'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().describe('See docs/errors.md.'),
    remedy: z.string().describe('What to do about it.'),
    retryable: z.boolean(),
    requestId: z.string().optional(),
  })
  .describe('RFC 9457 problem details.');
export type Problem = z.infer<typeof problemSchema>;

const STATUS: Partial<Record<ErrorCode, number>> = {
  TOO_LARGE: 413,
  UNSUPPORTED_FILE: 415,
  UNAUTHORISED: 401,
  CROSS_SITE_REQUEST: 403,
  NOT_FOUND: 404,
  CURSOR_EXPIRED: 410,
  BAD_REQUEST: 400,
  BAD_ARGUMENT: 400,
  BAD_JSON_LINE: 400,
};

/** Refused input is the caller's (422), retryable faults are passing (503), quarantine is a state of the article (409). */
export function statusOf(code: ErrorCode): number {
  const { fate } = ERRORS[code];
  return STATUS[code] ?? { refuse: 422, retry: 503, quarantine: 409, fatal: 500 }[fate];
}

export function problemOf(error: CopydeskError, requestId?: string): Problem {
  return {
    type: `urn:copydesk:error:${error.code}`,
    title: ERRORS[error.code].what,
    status: statusOf(error.code),
    ...(error.message === ERRORS[error.code].what ? {} : { detail: error.message }),
    code: error.code,
    remedy: error.remedy,
    retryable: error.retryable,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** For the `response` of a route: these statuses are answered with a problem. */
export const problems = (...statuses: number[]): Record<number, unknown> =>
  Object.fromEntries(statuses.map((status) => [status, answerSchema(problemSchema)]));

/** What Fastify itself throws (bad JSON, body too large, wrong media type, schema), in our words. Anything else is INTERNAL. */
export function toCopydeskError(error: unknown): CopydeskError {
  if (error instanceof CopydeskError) return error;
  const { code, statusCode, message } = error as { code?: unknown; statusCode?: unknown; message?: unknown };
  const text = String(message);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new CopydeskError('TOO_LARGE', 'the request body is larger than the limit; send fewer at once');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const types = inputFormats().flatMap(({ mediaTypes }) => mediaTypes.slice(0, 1));
    return new CopydeskError('UNSUPPORTED_FILE', `send ${types.slice(0, -1).join(', ')} or ${types.at(-1)}`);
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return new CopydeskError('BAD_REQUEST', text);
  return new CopydeskError('INTERNAL', undefined, { cause: error });
}

export function sendProblem(reply: FastifyReply, error: CopydeskError, more: Readonly<Record<string, unknown>> = {}): FastifyReply {
  const problem = problemOf(error, reply.request.id);
  if (problem.status === 503) reply.header('retry-after', '2');
  if (problem.status === 401) reply.header('www-authenticate', 'Basic realm="copydesk", charset="UTF-8"');
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ ...problem, ...more });
}
