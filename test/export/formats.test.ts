/** Each output format by the conformance suite on the records of the seeds; a made-up one that is added through the public seam. */
import { describe, expect, test } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import { addOutputFormat, outputAccepted, outputFormats, outputNamed, outputOfFile } from '../../src/export/formats/formats.ts';
import type { OutputFormat } from '../../src/export/formats/output-format.ts';
import { outputFormatConformance, type OutputSample } from '../conformance/output-format.ts';
import { seedRecords } from '../golden/seed-records.ts';

const records = seedRecords().map(({ json }) => JSON.parse(json) as NewsRecord);

const SAMPLES: Readonly<Record<string, OutputSample>> = {
  jsonl: {
    read: (document) =>
      document
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown),
    kept: (record) => record,
  },
  json: { read: (document) => JSON.parse(document) as unknown[], kept: (record) => record },
};

for (const format of outputFormats()) {
  const sample = SAMPLES[format.name];
  if (sample === undefined) throw new Error(`test/export/formats.test.ts has no sample of ${format.name}`);
  outputFormatConformance(format, records, sample);
}

/** A made-up format: headlines, one a line. */
const HEADLINES: OutputFormat = {
  name: 'headlines',
  what: 'headlines, one a line',
  mediaType: 'text/x-headlines',
  ending: 'headlines',
  async *write(all) {
    for await (const { headline } of all) yield `${headline.replaceAll('\n', ' ')}\n`;
  },
};

describe('a format that is added from outside', () => {
  addOutputFormat(HEADLINES);
  outputFormatConformance(HEADLINES, records, {
    read: (document) => document.split('\n').slice(0, -1),
    kept: ({ headline }) => headline,
  });

  test('it is found by name, by ending and by what a caller accepts', () => {
    expect(outputNamed('headlines')).toBe(HEADLINES);
    expect(outputOfFile('today.HEADLINES')).toBe(HEADLINES);
    expect(outputAccepted('text/html, text/x-headlines;q=0.8, application/json;q=0.5')).toBe(HEADLINES);
  });

  test('a name that is taken is refused', () => {
    expect(() => addOutputFormat({ ...HEADLINES, name: 'jsonl' })).toThrow(/jsonl/);
  });
});

test.each([
  [undefined, 'jsonl'],
  ['*/*', 'jsonl'],
  ['text/html,application/xhtml+xml', 'jsonl'],
  ['application/json', 'json'],
  ['application/json;q=0.2, application/x-ndjson;q=0.9', 'jsonl'],
  ['application/json;q=0', 'jsonl'],
  [';;q=,', 'jsonl'],
])('Accept: %s is answered with %s', (accept, name) => {
  expect(outputAccepted(accept).name).toBe(name);
});
