/**
 * Articles a second through the whole path (accept, queue, read, duplicates, store) in one deployment. Prints one JSON line.
 *   node bench/speed/end-to-end.ts <data folder> [articles]
 * The deployment comes from the environment (DATABASE_URL, REDIS_URL), like the product's own. Each run gets a store of its own:
 * a temporary folder (embedded) or a database that is made for it and dropped.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { readConfig } from '../../src/config.ts';
import { articleId } from '../../src/pipeline.ts';
import { openService } from '../../src/service.ts';
import type { IncomingItem } from '../../src/store/store.ts';

const [data = '../shared/eval', count = '300'] = process.argv.slice(2);

/** Text dumps of the development pages; a second round gets another last line, so that it is another item (and a copy). */
function sampleItems(total: number): IncomingItem[] {
  const dumps = ['scrapinghub', 'fundus', 'wcxb-article'].flatMap((set) => {
    const folder = join(data, 'extraction-text', set, 'text');
    return readdirSync(folder)
      .toSorted()
      .map((file) => gunzipSync(readFileSync(join(folder, file))).toString('utf8'));
  });
  return Array.from({ length: total }, (_, i) => {
    const bytes = Buffer.from(`${dumps[i % dumps.length]}\nbench ${i}`, 'utf8');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const outlet = `outlet-${i}`;
    return { id: articleId(sha256, { outlet }), bytes, sha256, mediaType: 'text/plain', charset: 'utf-8', outlet };
  });
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const serverUrl = process.env['DATABASE_URL'];
const database = `copydesk_bench_${process.pid}`;
let ownUrl: string | undefined;
if (serverUrl !== undefined) {
  await onServer(serverUrl, `CREATE DATABASE ${database}`);
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  ownUrl = url.href;
}
const home = mkdtempSync(join(tmpdir(), 'copydesk-speed-'));
const config = readConfig({
  ...process.env,
  DATABASE_URL: ownUrl,
  COPYDESK_HOME: home,
  COPYDESK_LOG_LEVEL: 'error',
  COPYDESK_QUEUE_PREFIX: `bench-${process.pid}`,
});
const service = await openService(config);
const items = sampleItems(Number(count));
const batch = `bench-${process.pid}`;

const start = performance.now();
for (let i = 0; i < items.length; i += 50) await service.accept(items.slice(i, i + 50), { batch });
const acceptedMs = performance.now() - start;
const worker = await service.startProcessWorker();
const status = await service.waitForBatch(batch);
const ms = performance.now() - start;
await worker.close();
const broken = await service.invariants();
await service.close();
rmSync(home, { recursive: true, force: true });
if (serverUrl !== undefined) await onServer(serverUrl, `DROP DATABASE ${database} WITH (FORCE)`);
console.log(
  JSON.stringify({
    deployment: config.deployment,
    articles: status.total,
    counts: status.counts,
    acceptedPerSecond: items.length / (acceptedMs / 1000),
    perSecond: items.length / (ms / 1000),
    peakMb: process.resourceUsage().maxRSS / 1024,
    invariantsBroken: broken.length,
  }),
);
