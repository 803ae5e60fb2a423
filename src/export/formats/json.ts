import type { OutputFormat } from './output-format.ts';

export const json: OutputFormat = {
  name: 'json',
  what: 'one JSON array of records',
  mediaType: 'application/json',
  ending: 'json',
  async *write(records) {
    let before = '[\n';
    for await (const record of records) {
      yield `${before}${JSON.stringify(record)}`;
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
};
