import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newsRecordSchema } from '../../src/article.ts';
import { seedRecords } from './seed-records.ts';

const records = seedRecords();

test.each(records)('$file is what the seed gives now (npm run golden writes it anew)', ({ file, json }) => {
  expect(json).toBe(readFileSync(new URL(file, import.meta.url), 'utf8'));
});

test('there is one golden record a seed, and each is a valid record', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.json'));
  expect(files).toEqual(records.map(({ file }) => file));
  for (const { json } of records) expect(newsRecordSchema.safeParse({ ...(JSON.parse(json) as object), timings: {} }).error).toBeUndefined();
});
