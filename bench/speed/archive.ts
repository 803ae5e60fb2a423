/**
 * Does anything walk the archive? Fills a Postgres of its own with synthetic articles and times the probes, the metrics and the pages over HTTP,
 * beside the counting queries that they used before.
 *
 *   node bench/speed/archive.ts [--articles 1000000] [--requests 200] [--json]
 *
 * Needs initdb and postgres on this machine. The records are small (about 2 KB of JSON), so that a million fit: counts and lists do not read them.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { Client } from 'pg';
import { createServer } from '../../src/api/index.ts';
import { readConfig } from '../../src/config.ts';
import { readArticle } from '../../src/index.ts';
import { openService } from '../../src/service.ts';
import { startPostgres } from '../../test/services/servers.ts';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    requests: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const total = Number(options.articles);
const requests = Number(options.requests);

/** Rows in one statement. */
const STEP = 50_000;
/** Articles of the largest batch; the others have 500. */
const LARGE_BATCH = Math.min(200_000, Math.floor(total / 2));

const postgres = await startPostgres();
if (postgres === undefined) {
  console.error('no initdb and postgres on this machine: install a Postgres server (Debian: postgresql)');
  process.exit(2);
}
const home = mkdtempSync(join(tmpdir(), 'copydesk-archive-'));
const say = (text: string): void => void (options.json || console.error(text));

async function fill(client: Client): Promise<void> {
  const seed = readFileSync(join(import.meta.dirname, '../../seeds/000_4de1509418ccaafc.txt'), 'utf8');
  const whole = readArticle(seed.slice(0, 6000));
  const record = JSON.stringify({ ...whole, removed: [], notes: [], entities: whole.entities.slice(0, 2), values: [] });
  // no foreign keys and triggers while filling: the counts are made in one go below
  await client.query("SET session_replication_role = 'replica'; SET synchronous_commit = off");
  await client.query(`INSERT INTO copydesk.batches (name, created_at)
    SELECT 'batch-' || n, now() - make_interval(secs => ${total / 500} - n) FROM generate_series(0, ${Math.ceil((total - LARGE_BATCH) / 500)}) AS n
    UNION ALL SELECT 'large', now()`);
  const rows = `(SELECT n, 'art_' || md5(n::text) AS id, CASE WHEN n <= ${LARGE_BATCH} THEN 'large' ELSE 'batch-' || (n - ${LARGE_BATCH}) / 500 END AS batch,
      CASE WHEN n % 100 = 0 THEN 'quarantined' WHEN n % 50 = 1 THEN 'accepted' WHEN n % 10 = 3 THEN 'copy' ELSE 'stored' END AS state,
      now() - make_interval(secs => ${total} - n) AS at FROM generate_series($1::integer, $2::integer) AS n) AS made`;
  for (let from = 1; from <= total; from += STEP) {
    const range = [from, Math.min(total, from + STEP - 1)];
    await client.query(
      `INSERT INTO copydesk.items (id, batch, file, state, reason_code, received_at, updated_at, checked_at)
       SELECT id, batch, n || '.txt', state, CASE WHEN state = 'quarantined' THEN 'POISON' END, at, at, at FROM ${rows} ORDER BY n`,
      range,
    );
    await client.query(`INSERT INTO copydesk.batch_items (batch, item_id) SELECT batch, id FROM ${rows}`, range);
    await client.query(
      `INSERT INTO copydesk.raw (item_id, bytes, sha256, size, media_type, charset) SELECT id, 'x', md5(id), 1, 'text/plain', 'utf-8' FROM ${rows}`,
      range,
    );
    await client.query(
      `INSERT INTO copydesk.articles (id, record, cluster, kind, headline, outlet, published_at, language, words, cluster_id, cluster_role,
         schema_version, statements, stored_at)
       SELECT id, $3::jsonb || jsonb_build_object('id', id), jsonb_build_object('id', 'clu_' || n, 'role', 'canonical'), 'article', 'Headline ' || n,
         'Outlet ' || n % 300, at, 'en', 300, 'clu_' || n, 'canonical', '1.0.0', 1, at
       FROM ${rows} WHERE state IN ('stored', 'copy') ORDER BY n`,
      [...range, record],
    );
    await client.query(
      `INSERT INTO copydesk.outbox (type, item_id, payload, created_at, delivered_at)
       SELECT 'article.stored', id, '{}', at, CASE WHEN n % 2 = 0 THEN at END FROM ${rows} WHERE state IN ('stored', 'copy')`,
      range,
    );
    say(`filled ${range[1]?.toLocaleString('en')} of ${total.toLocaleString('en')}`);
  }
  await client.query(`DELETE FROM copydesk.counts; DELETE FROM copydesk.count_changes;
    INSERT INTO copydesk.counts
    SELECT 'items', '', state, count(*) FROM copydesk.items GROUP BY state
    UNION ALL SELECT 'batch', m.batch, i.state, count(*) FROM copydesk.batch_items m JOIN copydesk.items i ON i.id = m.item_id GROUP BY m.batch, i.state
    UNION ALL SELECT 'batches', '', '', count(*) FROM copydesk.batches
    UNION ALL SELECT 'outbox', '', 'pending', count(*) FROM copydesk.outbox WHERE delivered_at IS NULL`);
  await client.query("SET session_replication_role = 'origin'");
  await client.query('VACUUM ANALYZE');
}

interface Timing {
  readonly what: string;
  readonly p50: number;
  readonly p99: number;
  readonly runs: number;
}

async function time(what: string, runs: number, work: () => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  for (let run = 0; run < runs + 3; run += 1) {
    const start = performance.now();
    await work();
    // the first three warm caches and plans
    if (run >= 3) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { what, p50: at(0.5), p99: at(0.99), runs };
}

const BEFORE: readonly (readonly [string, string])[] = [
  ['before: articles by state', 'SELECT state, count(*) FROM copydesk.items GROUP BY state'],
  ['before: records and clusters', 'SELECT count(*), count(DISTINCT cluster_id) FROM copydesk.articles'],
  ['before: events to deliver', 'SELECT count(*) FROM copydesk.outbox WHERE delivered_at IS NULL'],
  [
    'before: one large batch',
    `SELECT i.state, count(*) FROM copydesk.batch_items b JOIN copydesk.items i ON i.id = b.item_id WHERE b.batch = 'large' GROUP BY i.state`,
  ],
];

const config = readConfig({ DATABASE_URL: postgres.url, COPYDESK_HOME: home, COPYDESK_LOG_LEVEL: 'error', COPYDESK_PORT: '0' });
const service = await openService(config);
const server = await createServer(service);
const client = new Client({ connectionString: postgres.url });
const timings: Timing[] = [];
try {
  await client.connect();
  await fill(client);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const get = (path: string) => async (): Promise<void> => {
    const response = await fetch(url + path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    await response.arrayBuffer();
  };
  for (const path of ['/readyz', '/metrics', '/', '/v1/batches', '/batches/large', '/batches/batch-0'])
    timings.push(await time(path, requests, get(path)));
  timings.push(await time('facts, not reused', requests, () => service.facts()));
  for (const [what, query] of BEFORE) timings.push(await time(what, Math.min(10, requests), () => client.query(query)));
} finally {
  await server.close();
  await service.close();
  await client.end();
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}

if (options.json) console.log(JSON.stringify({ articles: total, timings }, null, 1));
else {
  const table = new Table({ head: ['what', 'p50 ms', 'p99 ms', 'runs'], style: { head: [], border: [] } });
  for (const { what, p50, p99, runs } of timings) table.push([what, p50.toFixed(1), p99.toFixed(1), String(runs)]);
  console.log(`${total.toLocaleString('en')} articles`);
  console.log(table.toString());
}
