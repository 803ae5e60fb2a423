/** What every output format does, whatever it writes. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import type { OutputFormat } from '../../src/export/formats/output-format.ts';

export interface OutputSample {
  /** Reads a whole document back: the records, or the parts of each that the format keeps. @throws when it is no sound document. */
  readonly read: (document: string) => unknown[];
  /** What the format keeps of a record. */
  readonly kept: (record: NewsRecord) => unknown;
}

async function* stream(records: readonly NewsRecord[], onRead: () => void = () => undefined): AsyncGenerator<NewsRecord> {
  for (const record of records) {
    onRead();
    yield record;
    await pause(0);
  }
}

async function* failing(records: readonly NewsRecord[]): AsyncGenerator<NewsRecord> {
  yield* stream(records);
  throw new Error('the database is gone');
}

async function whole(format: OutputFormat, records: AsyncIterable<NewsRecord>): Promise<string> {
  let document = '';
  for await (const piece of format.write(records)) document += piece;
  return document;
}

export function outputFormatConformance(format: OutputFormat, records: readonly NewsRecord[], { read, kept }: OutputSample): void {
  describe(`output format: ${format.name}`, () => {
    test('it has a name, a media type, an ending and says what it is', () => {
      expect(format.name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      expect(format.ending).toMatch(/^[a-z0-9]+$/);
      expect(format.what.length).toBeGreaterThan(5);
    });

    test.each([0, 1, records.length])('%i records come back as they are, in order', async (count) => {
      const some = records.slice(0, count);
      expect(read(await whole(format, stream(some)))).toEqual(some.map(kept));
    });

    test('it streams: the first record is written before the last is read', async () => {
      let taken = 0;
      for await (const piece of format.write(stream(records, () => (taken += 1)))) {
        expect(piece).not.toBe('');
        break;
      }
      expect(taken).toBeLessThan(records.length);
    });

    test('what the records come from may fail, and the reader learns of it', async () => {
      await expect(whole(format, failing(records.slice(0, 1)))).rejects.toThrow('the database is gone');
    });
  });
}
