import type { OutputFormat } from './output-format.ts';

export const jsonl: OutputFormat = {
  name: 'jsonl',
  what: 'JSON lines, a record a line',
  mediaType: 'application/x-ndjson',
  ending: 'jsonl',
  async *write(records) {
    for await (const record of records) yield `${JSON.stringify(record)}\n`;
  },
};
