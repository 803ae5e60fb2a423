import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { installGuard, type GuardOptions } from '../../src/api/guard.ts';
import { sendProblem, toCopydeskError } from '../../src/api/problem.ts';

const TOKEN = 'a-token-of-16-or-more';
const basic = (password: string): string => `Basic ${Buffer.from(`anyone:${password}`).toString('base64')}`;

async function statusOf(options: GuardOptions, method: 'GET' | 'POST', url: string, headers: Record<string, string>): Promise<number> {
  const app = Fastify();
  installGuard(app, options);
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, toCopydeskError(error)));
  for (const path of ['/', '/healthz', '/readyz', '/v1/articles']) {
    app.route({ method: ['GET', 'POST'], url: path, handler: async () => ({ ok: true }) });
  }
  const { statusCode } = await app.inject({ method, url, headers });
  await app.close();
  return statusCode;
}

describe('on this machine, without a token', () => {
  const options = { token: undefined, host: '127.0.0.1' };
  test.each([
    ['a program', 'POST', { host: '127.0.0.1:3004' }, 200],
    ['localhost', 'GET', { host: 'localhost:3004' }, 200],
    ['IPv6', 'GET', { host: '[::1]:3004' }, 200],
    ['its own page', 'POST', { host: 'localhost:3004', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3004' }, 200],
    ['the address bar', 'POST', { host: 'localhost:3004', 'sec-fetch-site': 'none' }, 200],
    ['a page of another site', 'POST', { host: '127.0.0.1:3004', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page on another port', 'POST', { host: 'localhost:3004', 'sec-fetch-site': 'same-site' }, 403],
    ['an old browser on another site', 'POST', { host: '127.0.0.1:3004', origin: 'https://evil.example' }, 403],
    ['an origin that is none', 'POST', { host: '127.0.0.1:3004', origin: 'null' }, 403],
    ['a name that was bound to this machine', 'GET', { host: 'evil.example:3004' }, 403],
    ['a name that begins like ours', 'GET', { host: 'localhost.evil.example' }, 403],
    ['a link from another site', 'GET', { host: 'localhost:3004', 'sec-fetch-site': 'cross-site' }, 200],
  ] as const)('%s (%s)', async (_name, method, headers, status) => {
    expect(await statusOf(options, method, '/v1/articles', headers)).toBe(status);
  });
});

describe('with a token', () => {
  const options = { token: TOKEN, host: '0.0.0.0' };
  test.each([
    ['nothing', '/v1/articles', {}, 401],
    ['the token', '/v1/articles', { authorization: `Bearer ${TOKEN}` }, 200],
    ['the scheme in small letters', '/v1/articles', { authorization: `bearer ${TOKEN}` }, 200],
    ['the token as password', '/', { authorization: basic(TOKEN) }, 200],
    ['a wrong token', '/v1/articles', { authorization: 'Bearer wrong' }, 401],
    ['a wrong password', '/', { authorization: basic('wrong') }, 401],
    ['an unknown scheme', '/', { authorization: `Digest ${TOKEN}` }, 401],
    ['nothing, at the health check', '/healthz', {}, 200],
    ['nothing, at the readiness check', '/readyz', {}, 200],
    ['nothing, at something like a health check', '/?/healthz', {}, 401],
    ['another host name', '/', { authorization: basic(TOKEN), host: 'desk.example' }, 200],
  ] as const)('%s', async (_name, url, headers, status) => {
    expect(await statusOf(options, 'GET', url, headers)).toBe(status);
  });
});

test('in a container without a token any host name is answered', async () => {
  expect(await statusOf({ token: undefined, host: '0.0.0.0' }, 'GET', '/', { host: 'api:3004' })).toBe(200);
});
