/** Every poison ends in time, as a record or as a kill with its reason, while the neighbour goes on reading. */
import { availableParallelism, loadavg } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newsRecordSchema } from '../../src/article.ts';
import { CopydeskError } from '../../src/errors.ts';
import { createReaderPool, type ArticleReader } from '../../src/reader/pool.ts';
import { POISONS } from './poison.ts';

const STORY = 'Mayor opens bridge\n\nThe bridge over the Ouse was opened on Monday.\n\n“It is open,” Mayor Ann Lee said on Monday.';
let reader: ArticleReader;

beforeAll(async () => {
  reader = createReaderPool({ workers: 2, timeoutMs: 4000, heapMb: 512 });
  await Promise.all([reader.readArticle({ text: STORY }), reader.readArticle({ html: `<p>${STORY}</p>` })]);
});
afterAll(() => reader.close());

/** Ten seconds on a machine that has a core for each reader; longer where others work too. */
const allowedMs = (): number => 10_000 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

test.each(POISONS)(
  '$name',
  async ({ text, html }) => {
    const started = performance.now();
    const poison = reader.readArticle(html === undefined ? { text } : { html }).then(
      (record) => newsRecordSchema.safeParse(record).error?.message ?? 'a record',
      (error: CopydeskError) => error.code,
    );
    const neighbours = await Promise.all(Array.from({ length: 10 }, (_, n) => reader.readArticle({ id: String(n), text: STORY })));
    expect(neighbours.map(({ inputId }) => inputId)).toEqual(Array.from({ length: 10 }, (_, n) => String(n)));
    expect(['a record', 'READER_TIMEOUT', 'READER_OUT_OF_MEMORY']).toContain(await poison);
    expect(performance.now() - started).toBeLessThan(allowedMs());
  },
  240_000,
);
