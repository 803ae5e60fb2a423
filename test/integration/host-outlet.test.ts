/** Articles whose outlet nobody names: their host stands for it where lines that an outlet repeats are learned. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openService, type Service } from '../../src/service.ts';
import { story, wrapped, wrappedStrangely } from '../dedupe/stories.ts';
import { itemOf } from '../services/copy.ts';
import { makeDesk, type Desk } from '../services/desk.ts';

let desk: Desk;
let service: Service;

beforeAll(async () => {
  desk = await makeDesk('embedded');
  service = await openService(desk.config);
  await service.startProcessWorker({ readers: 1 });
});
afterAll(async () => {
  await service?.close();
  await desk?.remove();
});

/** Reads the texts one after the other, each at an address of its own on the host; answers the cluster of each. */
async function clustersOf(host: string, texts: readonly (readonly string[])[]): Promise<(string | undefined)[]> {
  const clusters: (string | undefined)[] = [];
  for (const [n, paragraphs] of texts.entries()) {
    const item = itemOf(paragraphs.join('\n\n'), { url: `https://${host}/${n}` });
    const batch = `${host} ${n}`;
    await service.accept([item], { batch });
    await service.waitForBatch(batch);
    clusters.push((await service.getRecord(item.id))?.cluster?.id);
  }
  return clusters;
}

/** A short item in the furniture. */
const short = (n: number): string[] => wrappedStrangely([story(n)[0] ?? '']);

test('the furniture of a host does not make two of its short items one', async () => {
  const texts = [story(0), story(1), story(2)].map(wrappedStrangely).concat([short(3), short(4)]);
  expect(new Set(await clustersOf('www.vorlund.example', texts)).size).toBe(5);
});

test('on a host that many outlets share, copies of a story still find each other, and other stories do not', async () => {
  const copies = [story(11), wrapped(story(11)), story(11).slice(0, 4), story(11).slice(1), [...story(11), 'Printed in Ostwick.']];
  const clusters = await clustersOf('cdn.example', [...copies, story(12), story(13)]);
  expect(new Set(clusters.slice(0, 5)).size).toBe(1);
  expect(new Set(clusters.slice(4)).size).toBe(3);
});
