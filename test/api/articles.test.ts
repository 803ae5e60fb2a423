import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newsRecordSchema } from '../../src/article.ts';
import type { Deployment } from '../../src/config.ts';
import type { Problem } from '../../src/api/problem.ts';
import type { IntakeAnswer } from '../../src/api/schemas.ts';
import { deployments } from '../services/desk.ts';
import { post, startServer, type RunningServer } from './running-server.ts';

const ARTICLE = `Harbour bridge reopens after eleven months

The harbour bridge at Port Hallam reopened to traffic on Monday, eleven months after a freighter struck one of its piers.

“It is open, and it is safe,” Mayor Ann Lee told reporters. “We tested every bolt of it, twice.”

The repair was paid for by the Hallam Harbour Authority, which runs the port and the ferry to Skerry Island.`;
const withTail = (tail: string): string => `${ARTICLE}\n\nThe mayor spoke ${tail}.`;

const answerOf = async (response: Response): Promise<IntakeAnswer> => (await response.json()) as IntakeAnswer;
const problemOf = async (response: Response): Promise<Problem & Partial<IntakeAnswer>> =>
  (await response.json()) as Problem & Partial<IntakeAnswer>;

describe.each(deployments())('HTTP on %s', (deployment: Deployment) => {
  let server: RunningServer;
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${server.url}${path}`, { headers });

  beforeAll(async () => {
    server = await startServer(deployment);
  }, 180_000);
  afterAll(() => server.stop(), 60_000);

  test('an acknowledged article is committed before anybody has read it', async () => {
    const response = await post(server, { id: 'mine-1', text: withTail('first') }, 'application/json', '?batch=first');
    expect(response.status).toBe(202);
    const answer = await answerOf(response);
    expect(answer).toMatchObject({ batch: 'first', accepted: 1, already: 0, refused: 0 });
    const [article] = answer.articles;
    expect(article).toMatchObject({ index: 0, inputId: 'mine-1', outcome: 'accepted', state: 'accepted' });
    expect(response.headers.get('location')).toBe(`/v1/articles/${article?.id}`);
    const raw = await server.service.getRaw(article?.id ?? '');
    expect(Buffer.from(raw?.bytes ?? []).toString('utf8')).toBe(withTail('first'));

    const unread = await get(`/v1/articles/${article?.id}`);
    expect(unread.status).toBe(202);
    expect(await unread.json()).toMatchObject({ id: article?.id, inputId: 'mine-1', state: 'accepted', batch: 'first', attempt: 0 });
  });

  test('the same article again, and twice at once, is one article', async () => {
    const same = { text: withTail('again') };
    const both = await Promise.all([post(server, [same, same]), post(server, same)]);
    const answers = await Promise.all(both.map(answerOf));
    const outcomes = answers.flatMap(({ articles }) => articles);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'already')).toHaveLength(2);
  });

  test('a bad article is refused by itself, with code and remedy; the rest is taken', async () => {
    const list = [
      { id: 'good', text: withTail('in a list') },
      { id: 'none' },
      { id: 'both', text: 'a', html: '<p>a' },
      { id: 'empty', text: ' \n ' },
      { id: 'number', text: 7 },
      { id: 'url', text: 'x', url: 'not a url' },
      { id: 'date', text: 'x', publishedAt: 'last Tuesday' },
      'a string',
    ];
    const response = await post(server, list, 'application/json', '?batch=mixed');
    expect(response.status).toBe(202);
    const { accepted, refused, articles } = await answerOf(response);
    expect({ accepted, refused }).toEqual({ accepted: 1, refused: 7 });
    expect(articles.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(articles.map(({ code }) => code ?? 'taken')).toEqual([
      'taken',
      'MISSING_FIELD',
      'MISSING_FIELD',
      'EMPTY_INPUT',
      'BAD_FIELD',
      'BAD_FIELD',
      'BAD_FIELD',
      'BAD_JSON_LINE',
    ]);
    expect(articles.slice(1, 7).map(({ inputId }) => inputId)).toEqual(['none', 'both', 'empty', 'number', 'url', 'date']);
    expect(articles.slice(1).every(({ remedy, detail }) => remedy !== undefined && detail !== undefined)).toBe(true);
  });

  test('JSON lines: blank lines pass, a line cut off is refused, CRLF is fine', async () => {
    const lines = `{"id":"a","text":"${'Ferry sails again. '.repeat(9)}"}\r\n\n{"id":"b","html":"<p>Ferry ${deployment} sails.</p>"}\n{"id":"c","te`;
    const { articles } = await answerOf(await post(server, lines, 'application/x-ndjson'));
    expect(articles.map(({ inputId, outcome, code }) => [inputId, outcome, code])).toEqual([
      ['a', 'accepted', undefined],
      ['b', 'accepted', undefined],
      ['c', 'refused', 'BAD_JSON_LINE'],
    ]);
  });

  test('JSON that is not UTF-8 is refused, not stored with holes', async () => {
    const body = Buffer.from(JSON.stringify({ text: 'The café on the quay opened on Monday.' }), 'latin1');
    const response = await post(server, new Uint8Array(body));
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({ code: 'BAD_ENCODING', detail: expect.stringContaining('UTF-8') });
  });

  test('a page as it is: the bytes are kept, the charset of the header counts', async () => {
    const page = Buffer.from('<html><body><h1>Caf\xe9 opens</h1><p>The caf\xe9 on the quay opened on Monday.</p></body></html>', 'latin1');
    const response = await post(
      server,
      new Uint8Array(page),
      'text/html; charset=ISO-8859-1',
      '?id=cafe&url=https://gazette.example/cafe&retrievedAt=2026-01-02T10:00:00%2B01:00',
    );
    const { articles } = await answerOf(response);
    const raw = await server.service.getRaw(articles[0]?.id ?? '');
    expect({ ...raw, bytes: Buffer.from(raw?.bytes ?? []) }).toEqual({ bytes: page, mediaType: 'text/html', charset: 'windows-1252' });
    const item = await server.service.getItem(articles[0]?.id ?? '');
    expect(item).toMatchObject({ inputId: 'cafe', url: 'https://gazette.example/cafe', retrievedAt: '2026-01-02T10:00:00+01:00' });

    const download = await get(`/v1/articles/${articles[0]?.id}/raw`);
    expect(download.headers.get('content-type')).toBe('application/octet-stream');
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="art_\w+\.html"$/);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(page);
  });

  test.each([
    ['no JSON at all', '{', 'application/json', '', 400, 'BAD_JSON_LINE'],
    ['an empty body', '', 'application/json', '', 400, 'BAD_JSON_LINE'],
    ['an empty list', '[]', 'application/json', '', 422, 'EMPTY_INPUT'],
    ['an image', 'GIF89a', 'image/gif', '', 415, 'UNSUPPORTED_FILE'],
    ['a PDF that says it is text', '%PDF-1.7\n', 'text/plain', '', 422, 'BINARY_INPUT'],
    ['bytes that are not what the header says', '\u00e9', 'text/plain; charset=no-such', '', 422, 'BAD_ENCODING'],
    ['one bad article', '{"id":"x"}', 'application/json', '', 422, 'MISSING_FIELD'],
    ['a time of retrieval without a zone', 'x', 'text/plain', '?retrievedAt=2026-01-02T10:00:00', 422, 'BAD_FIELD'],
    ['a batch name with a line break', '{"text":"x"}', 'application/json', '?batch=a%0Ab', 400, 'BAD_REQUEST'],
    ['an article over the limit', JSON.stringify({ text: 'x '.repeat(2_600_000) }), 'application/json', '', 413, 'TOO_LARGE'],
    ['1001 articles', JSON.stringify(Array.from({ length: 1001 }, () => 1)), 'application/json', '', 413, 'TOO_LARGE'],
  ])('%s is a problem with a remedy', async (_name, body, type, query, status, code) => {
    const response = await post(server, body, type, query);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status, code, type: `urn:copydesk:error:${code}`, retryable: false });
    expect(problem.remedy).not.toBe('');
  });

  test.each(['/v1/articles/art_none', '/v1/batches/none', '/v1/clusters/none', '/v1/articles/art_none/raw', '/nothing-here'])(
    '%s is not found',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await problemOf(response)).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  test('health, readiness and metrics answer', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/readyz')).json()).toMatchObject({ status: 'ready', deployment, postgres: true, queue: true });
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(/^copydesk_items\{state="accepted"\} [1-9]/m);
    expect(metrics).toMatch(/^copydesk_queue_jobs\{state="waiting"\} \d/m);
    expect(metrics).toMatch(/^copydesk_http_request_duration_seconds_count\{method="POST",route="\/v1\/articles",status="202"\} [1-9]/m);
  });

  test('the OpenAPI document is whole, and its record schema takes a record', async () => {
    const document = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, object> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/v1/articles', '/v1/articles/{id}', '/v1/batches/{id}', '/healthz', '/readyz', '/metrics']),
    );
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
    expect(refs).toContain('NewsRecord');
    expect(refs.filter((name) => document.components.schemas[name] === undefined)).toEqual([]);
  });

  test('read by a worker: record, batch, cluster and feed', async () => {
    const worker = await server.service.startProcessWorker({ concurrency: 2, readers: 1, onItem: server.metrics.observeArticle });
    const { articles } = await answerOf(
      await post(server, { id: 'bridge', text: withTail('last'), outlet: 'Hallam Gazette' }, 'application/json', '?batch=read'),
    );
    const id = articles[0]?.id ?? '';
    for (const batch of ['first', 'mixed', 'read']) await server.service.waitForBatch(batch);
    await worker.close();
    expect(await server.service.quarantine.list()).toEqual([]);

    const response = await get(`/v1/articles/${id}`);
    expect(response.status).toBe(200);
    const record = newsRecordSchema.parse(await response.json());
    expect(record).toMatchObject({ id, inputId: 'bridge', batch: 'read', outlet: 'Hallam Gazette' });
    expect(record.quotations.map(({ speaker }) => speaker?.name)).toContain('Ann Lee');
    const document = (await (await get('/openapi.json')).json()) as { components: { schemas: Record<string, object> } };
    const ajv = new Ajv2020({ strict: false });
    const validate = ajv.compile({ $ref: '#/components/schemas/NewsRecord', components: document.components });
    expect({ valid: validate(record), errors: validate.errors }).toEqual({ valid: true, errors: null });

    const batch = await (await get('/v1/batches/read')).json();
    expect(batch).toMatchObject({ batch: 'read', total: 1, done: true, quarantined: [] });
    const { batches } = (await (await get('/v1/batches?limit=2')).json()) as { batches: { batch: string }[] };
    expect(batches).toHaveLength(2);
    expect(batches[0]?.batch).toBe('read');

    const cluster = (await (await get(`/v1/clusters/${record.cluster?.id}`)).json()) as { records: { id: string }[] };
    expect(cluster.records.map((copy) => copy.id)).toContain(id);

    const feed = await get('/v1/articles?batch=read');
    expect(feed.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await feed.text()).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([id]);

    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(/^copydesk_stage_duration_seconds_count\{stage="clean"\} [1-9]/m);
    expect(await server.service.invariants()).toEqual([]);
  }, 180_000);
});
