/** The same promises on every deployment, with real servers and the real reader children. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newsRecordSchema, type NewsRecord } from '../../src/article.ts';
import { openService, type ProcessWorker, type Service } from '../../src/service.ts';
import { itemOf, items, story } from '../services/copy.ts';
import { deployments, makeDesk, type Desk } from '../services/desk.ts';

async function exported(service: Service, batch: string): Promise<NewsRecord[]> {
  const all: NewsRecord[] = [];
  for await (const record of service.exportRecords({ batch })) all.push(record);
  return all;
}

describe.each(deployments())('%s', (deployment) => {
  let desk: Desk;
  let service: Service;
  let worker: ProcessWorker;

  beforeAll(async () => {
    desk = await makeDesk(deployment);
    service = await openService(desk.config);
    worker = await service.startProcessWorker({ concurrency: 4, readers: 1 });
  });
  afterAll(async () => {
    await service?.close();
    await desk?.remove();
  });

  test('a batch becomes records that match the schema, and nothing breaks an invariant', async () => {
    const batch = items(12);
    const acceptances = await service.accept(batch, { batch: 'one' });
    expect(acceptances.map(({ outcome }) => outcome)).toEqual(batch.map(() => 'accepted'));
    expect(acceptances.map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
    const seen: number[] = [];
    const status = await service.waitForBatch('one', { onProgress: ({ counts }) => seen.push(counts.stored) });
    expect(status).toMatchObject({ total: 12, done: true, counts: { stored: 12, copy: 0, quarantined: 0 } });
    expect(seen.at(-1)).toBe(12);
    const records = await exported(service, 'one');
    for (const record of records) expect(newsRecordSchema.parse(record)).toEqual(record);
    expect(records.map(({ id }) => id).sort()).toEqual(batch.map(({ id }) => id).sort());
    expect(await service.invariants({ settled: true })).toEqual([]);
  });

  test('the same items again are "already" there, under the same batch and another one', async () => {
    const again = await service.accept(items(12), { batch: 'one' });
    expect(again.every(({ outcome, state }) => outcome === 'already' && state === 'stored')).toBe(true);
    await service.accept([...items(3), ...items(1, 500)], { batch: 'two' });
    expect(await service.waitForBatch('two')).toMatchObject({ total: 4, counts: { stored: 4 } });
    expect(await service.batchStatus('one')).toMatchObject({ total: 12 });
  });

  test('the same item twice in one call is accepted once', async () => {
    const [item] = items(1, 600);
    const twice = await service.accept([item!, item!], { batch: 'twice' });
    expect(twice.map(({ outcome }) => outcome)).toEqual(['accepted', 'already']);
    expect(await service.waitForBatch('twice')).toMatchObject({ total: 1 });
  });

  test('the same batch handed in four times at once is accepted once', async () => {
    const batch = items(25, 700);
    const answers = await Promise.all([1, 2, 3, 4].map(() => service.accept([...batch].reverse(), { batch: 'race' })));
    expect(answers.flat().filter(({ outcome }) => outcome === 'accepted')).toHaveLength(25);
    expect(await service.waitForBatch('race')).toMatchObject({ total: 25, counts: { quarantined: 0 } });
    expect(await service.invariants({ settled: true })).toEqual([]);
  });

  test('a syndicated copy joins the cluster and takes over quotations and entities with its own offsets', async () => {
    const text = story(900);
    const [headline, ...paragraphs] = text.split('\n\n');
    await service.accept([itemOf(text, { outlet: 'Harbour Gazette' })], { batch: 'copies' });
    await service.waitForBatch('copies');
    const copy = itemOf([headline, ...paragraphs.slice(0, 3)].join('\n\n'), { outlet: 'Mill Times' });
    await service.accept([copy], { batch: 'copies' });
    expect(await service.waitForBatch('copies')).toMatchObject({ counts: { stored: 1, copy: 1 } });
    const record = await service.getRecord(copy.id);
    expect(record?.cluster).toMatchObject({ role: 'copy' });
    for (const { span, text: words } of record?.quotations ?? []) expect(record?.body.text.slice(...span)).toBe(words);
    for (const { span, text: name } of record?.entities.flatMap(({ mentions }) => mentions) ?? [])
      expect(record?.body.text.slice(...span)).toBe(name);
    const members = await service.clusterRecords(record?.cluster?.id ?? '');
    expect(members.map(({ outlet }) => outlet)).toEqual(['Harbour Gazette', 'Mill Times']);
    expect(await service.invariants({ settled: true })).toEqual([]);
  });

  test('NUL and lone surrogates in text and metadata are stored as U+FFFD', async () => {
    const item = itemOf(`${story(950)}\n\nThe last sentence has a \0 in it, which no database text can hold as it is.`, {
      file: 'bad\0name.txt',
    });
    await service.accept([{ ...item, inputId: 'half \ud83d emoji' }], { batch: 'nul' });
    expect(await service.waitForBatch('nul')).toMatchObject({ counts: { stored: 1 } });
    const record = await service.getRecord(item.id);
    expect(JSON.stringify(record)).not.toMatch(/\\u0000|\\ud83d/);
    expect(record?.inputId).toBe('half \uFFFD emoji');
    expect((await service.getRaw(item.id))?.bytes).toEqual(item.bytes);
  });

  test('an item that cannot be decoded is quarantined with its reason; retry and drop answer what they did', async () => {
    const good = items(2, 960);
    const bad = { ...itemOf(story(970)), charset: 'no-such-charset' };
    await service.accept([good[0]!, bad, good[1]!], { batch: 'bad' });
    expect(await service.waitForBatch('bad')).toMatchObject({ counts: { stored: 2, quarantined: 1 } });
    const [quarantined] = await service.quarantine.list({ batch: 'bad' });
    expect(quarantined).toMatchObject({ id: bad.id, state: 'quarantined', reason: { code: 'STAGE_FAILED' } });
    expect(quarantined?.reason?.detail).toContain('no-such-charset');
    expect(await service.invariants({ settled: true })).toEqual([]);

    expect(await service.quarantine.retry([bad.id, good[0]!.id])).toEqual([bad.id]);
    expect(await service.waitForBatch('bad')).toMatchObject({ counts: { stored: 2, quarantined: 1 } });
    expect(await service.quarantine.drop([bad.id, good[0]!.id])).toEqual([bad.id]);
    expect(await service.getItem(bad.id)).toBeUndefined();
    expect(await service.batchStatus('bad')).toMatchObject({ total: 2, done: true });
    expect(await service.invariants({ settled: true })).toEqual([]);

    await service.accept([{ ...bad, charset: 'utf-8' }], { batch: 'bad' });
    expect(await service.waitForBatch('bad')).toMatchObject({ counts: { stored: 3 } });
  });

  test('listing pages through items in order of arrival', async () => {
    const first = await service.listItems({ batch: 'one', limit: 7 });
    const rest = await service.listItems({ batch: 'one', limit: 7, after: first.at(-1)!.id });
    expect([first.length, rest.length]).toEqual([7, 5]);
    expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(12);
    expect(first[0]?.headline).toContain('reopens');
  });

  test('facts name the deployment and count what is there', async () => {
    const facts = await service.facts();
    expect(facts).toMatchObject({ deployment, postgres: { reachable: true }, queue: { reachable: true, counts: { active: 0 } } });
    expect(facts.queue.backend).toBe(deployment === 'postgres+redis' ? 'redis' : 'postgres');
    expect(facts.articles).toBe(facts.items.stored + facts.items.copy);
  });

  test('a closed worker takes no more articles, and what was accepted meanwhile is read by the next one', async () => {
    await worker.close();
    await service.accept(items(3, 1000), { batch: 'later' });
    expect(await service.batchStatus('later')).toMatchObject({ counts: { accepted: 3 } });
    worker = await service.startProcessWorker({ concurrency: 2, readers: 1 });
    expect(await service.waitForBatch('later')).toMatchObject({ counts: { stored: 3 } });
  });
});
