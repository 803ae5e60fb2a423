/** The pages in a real browser: an operator sees batches, articles and the queue; nothing that came in with an article runs. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemOfInput } from '../../src/intake/item.ts';
import { launchChromium } from '../services/chromium.ts';
import { findChromium } from '../services/programs.ts';
import { post, startServer, type RunningServer } from './running-server.ts';

const executable = findChromium();
const HOSTILE = `<script>window.ran = 1</script><img src=x onerror="window.ran = 2"> Mayor opens bridge

“It is <svg onload=window.ran=3> open,” Mayor Ann Lee said on Monday. “We tested <b onclick=alert(1)>every</b> bolt.”`;

const BRIDGE = `Harbour bridge reopens after eleven months

The harbour bridge at Port Hallam reopened to traffic on Monday, eleven months after a freighter struck one of its piers.

Advertisement

“It is open, and it is safe,” Mayor Ann Lee told reporters on Monday. “We tested every bolt.”

The repair was paid for by the Hallam Harbour Authority, which runs the port and the ferry to Skerry Island.`;

/** COPYDESK_SCREENSHOTS: a folder that gets a picture of each page. */
const pictures = process.env['COPYDESK_SCREENSHOTS'];
async function picture(page: Page, name: string): Promise<Buffer> {
  if (pictures === undefined) return page.screenshot({ fullPage: true });
  mkdirSync(pictures, { recursive: true });
  return page.screenshot({ fullPage: true, path: join(pictures, `${name}.png`) });
}

describe.runIf(executable !== undefined)('in Chromium', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let hostileId: string;
  /** What the page complained of, but for bull-board's web font, which the content policy keeps out. */
  const complaints: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    server = await startServer('embedded');
    browser = await launchChromium(executable ?? '');
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('fonts.googleapis.com')) complaints.push(message.text());
    });
    page.on('request', (request) => asked.push(request.url()));
    await post(server, BRIDGE, 'text/plain', '?batch=seeds&id=bridge');
    const seeds = new URL('../../seeds/', import.meta.url);
    for (const name of readdirSync(seeds).filter((file) => file.endsWith('.txt'))) {
      await post(server, readFileSync(new URL(name, seeds), 'utf8'), 'text/plain', `?batch=seeds&id=${name}`);
    }
    const hostile = { text: HOSTILE, outlet: '<i>Evil Times</i>', url: 'https://evil.example/"><script>window.ran=4</script>' };
    // The command line takes any name of a batch.
    hostileId = (await server.service.accept([itemOfInput(hostile, 100_000)], { batch: '<b>odd' }))[0]?.id ?? '';
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  }, 60_000);

  test('the desk shows work that waits, and by itself what becomes of it', async () => {
    await page.goto(server.url);
    await page.getByRole('link', { name: 'seeds' }).waitFor();
    expect(await page.locator('#batches').innerText()).toMatch(/seeds[\s\S]*6 waiting/);
    await picture(page, 'desk-waiting');

    await page.goto(`${server.url}/queues`);
    await expect.poll(() => page.locator('body').innerText(), { timeout: 30_000 }).toMatch(/WAITING\s*7/i);
    await picture(page, 'queues-waiting');

    await page.goto(server.url);
    const worker = await server.service.startProcessWorker({ readers: 1 });
    await Promise.all(['seeds', '<b>odd'].map((batch) => server.service.waitForBatch(batch)));
    await worker.close();
    // No reload: the page looks again by itself.
    await page.locator('#batches', { hasText: '6 stored' }).waitFor({ timeout: 30_000 });
    await page.locator('.card').nth(6).waitFor();
    expect(await page.locator('.card h3').count()).toBe(7);
    expect((await picture(page, 'desk')).length).toBeGreaterThan(10_000);
  }, 300_000);

  test('an article shows who said what', async () => {
    await page.goto(server.url);
    await page.locator('.card h3', { hasText: 'Harbour bridge' }).getByRole('link').click();
    const quote = page.locator('.body .quote', { hasText: 'We tested every bolt' });
    await quote.waitFor();
    expect(await quote.getAttribute('title')).toBe('Ann Lee');
    expect(await page.locator('aside .quotes li', { hasText: 'We tested every bolt' }).innerText()).toContain('Ann Lee');
    expect(await page.locator('.body').last().innerText()).not.toContain('Advertisement');
    await page.getByText('blocks').first().click();
    expect(await page.locator('#removed table').innerText()).toContain('Advertisement');
    await picture(page, 'article');
  }, 60_000);

  test('a batch lists its articles', async () => {
    await page.goto(`${server.url}/batches/seeds`);
    expect(await page.locator('#articles tr').count()).toBe(7);
    expect(await page.locator('#progress').innerText()).toContain('6 articles');
    await picture(page, 'batch');
  }, 60_000);

  test('the queue board shows the jobs that are done', async () => {
    const name = (await server.service.queue.boardAdapters())[0]?.getName() ?? '';
    await page.goto(`${server.url}/queues/queue/${name}?status=completed`);
    await page.waitForFunction((id) => document.body.innerText.includes(id), hostileId);
    expect(await page.locator('body').innerText()).toMatch(/COMPLETED\s*7/i);
    await picture(page, 'queue');
  }, 60_000);

  test('a script in a headline, a name, an address or a batch is text', async () => {
    for (const path of ['/', `/articles/${hostileId}`, `/batches/${encodeURIComponent('<b>odd')}`]) {
      await page.goto(server.url + path);
      expect(await page.locator('main').innerText()).toContain('<script>window.ran = 1</script>');
      expect(await page.evaluate('window.ran')).toBeUndefined();
      expect(await page.locator('main img, main svg:not(.bar), main script, main b[onclick]').count()).toBe(0);
    }
    await picture(page, 'hostile');
  }, 60_000);

  test('a phone is wide enough', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    for (const path of ['/', `/articles/${hostileId}`, '/batches/seeds']) {
      await page.goto(server.url + path);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    }
    await picture(page, 'phone');
  }, 60_000);

  test('nothing complained, and nothing was fetched from elsewhere', () => {
    expect(complaints).toEqual([]);
    const elsewhere = asked.filter(
      (url) => !url.startsWith(server.url) && !url.startsWith('data:') && !url.includes('fonts.googleapis.com'),
    );
    expect(elsewhere).toEqual([]);
  });
});
