/** Who may call: the access token, and no page of another site (the server listens on this machine, where every browser can reach it). */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CopydeskError } from '../errors.ts';

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Health checks carry no token. */
const OPEN_PATHS = new Set(['/healthz', '/readyz']);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `Bearer <token>`, or Basic with the token as password (browsers ask for it). */
function givenToken(header: string | undefined): string | undefined {
  const [scheme, value = ''] = (header ?? '').split(' ', 2);
  if (/^bearer$/i.test(scheme ?? '')) return value;
  if (!/^basic$/i.test(scheme ?? '')) return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/** A browser says where a request comes from; a program says nothing. Requests that change nothing may come from anywhere. */
function isCrossSite(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

export interface GuardOptions {
  readonly token: string | undefined;
  /** Address the server listens on. On a loopback address without a token only loopback host names are answered (DNS rebinding). */
  readonly host: string;
}

/** @throws (per request) CopydeskError UNAUTHORISED, CROSS_SITE_REQUEST. */
export function installGuard(app: FastifyInstance, { token, host }: GuardOptions): void {
  const expected = token === undefined ? undefined : digest(token);
  const loopbackOnly = expected === undefined && (LOOPBACK.test(host) || host === '::1');
  app.addHook('onRequest', async (request) => {
    if (isCrossSite(request)) throw new CopydeskError('CROSS_SITE_REQUEST');
    if (OPEN_PATHS.has(request.url)) return;
    if (loopbackOnly && !LOOPBACK.test(hostName(request.headers.host ?? ''))) throw new CopydeskError('CROSS_SITE_REQUEST');
    if (expected === undefined) return;
    const given = givenToken(request.headers.authorization);
    if (given === undefined || !timingSafeEqual(digest(given), expected)) throw new CopydeskError('UNAUTHORISED');
  });
}
