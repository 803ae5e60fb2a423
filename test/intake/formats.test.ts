/** Each input format by the conformance suite, and a made-up one that is added through the public seam: from a file, standard input and HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readRequest } from '../../src/api/incoming.ts';
import { CopydeskError } from '../../src/errors.ts';
import { collect } from '../../src/intake/formats/document.ts';
import { addInputFormat, formatOfFile, inputFormats } from '../../src/intake/formats/formats.ts';
import type { InputFormat } from '../../src/intake/formats/input-format.ts';
import { readItems } from '../../src/intake/intake.ts';
import { itemOfInput } from '../../src/intake/item.ts';
import { isRefusal } from '../../src/intake/refusal.ts';
import { inputFormatConformance, type FormatSample } from '../conformance/input-format.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
const jsonOf = (text: string): string => JSON.stringify({ text });

const SAMPLES: Readonly<Record<string, FormatSample>> = {
  text: {
    one: utf8,
    broken: [
      ['a picture', PNG, ['BINARY_INPUT']],
      ['blank lines', utf8(' \n\n '), ['EMPTY_INPUT']],
      ['broken UTF-8', Buffer.concat([utf8('“Größe” — “öffnen” '.repeat(5)), Uint8Array.of(0xe2, 0x28, 0xa1)]), ['BAD_ENCODING']],
    ],
    isSniffed: false,
  },
  html: {
    one: (text) => utf8(`<!doctype html><html><body><p>${text}</p></body></html>`),
    broken: [
      ['a picture', PNG, ['BINARY_INPUT']],
      ['blank lines', utf8(' \n\n '), ['EMPTY_INPUT']],
    ],
    isSniffed: true,
  },
  jsonl: {
    one: (text) => utf8(jsonOf(text)),
    many: (texts) => utf8(texts.map((text) => `${jsonOf(text)}\n`).join('')),
    broken: [
      ['a line that is cut off', utf8('{"id":"a1","text":"The harb'), ['BAD_JSON_LINE']],
      ['a number', utf8('1\n'), ['BAD_JSON_LINE']],
      ['neither text nor html', utf8('{"id":"a1"}\n'), ['MISSING_FIELD']],
      ['a wrong address', utf8('{"text":"x","url":"not an address"}\n'), ['BAD_FIELD']],
      ['an outlet of 3,000 characters', utf8(JSON.stringify({ text: 'x', outlet: 'o'.repeat(3000) })), ['BAD_FIELD']],
      ['an id of 501 characters', utf8(JSON.stringify({ text: 'x', id: 'i'.repeat(501) })), ['BAD_FIELD']],
      ['Latin-1', Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d), ['BAD_ENCODING']],
    ],
    isSniffed: true,
  },
  json: {
    one: (text) => utf8(jsonOf(text)),
    many: (texts) => utf8(JSON.stringify(texts.map((text) => ({ text })))),
    broken: [
      ['no JSON', utf8('{"text":'), ['BAD_JSON_LINE']],
      ['a list of numbers', utf8('[1,2]'), ['BAD_JSON_LINE']],
      ['nesting without end', utf8('['.repeat(100_000)), ['BAD_JSON_LINE']],
      ['Latin-1', Uint8Array.of(0x22, 0xe9, 0x22), ['BAD_ENCODING']],
    ],
    isSniffed: false,
  },
};

for (const format of inputFormats()) {
  const sample = SAMPLES[format.name];
  if (sample === undefined) throw new Error(`test/intake/formats.test.ts has no sample of ${format.name}`);
  inputFormatConformance(format, sample);
}

/** A made-up format: paragraphs between lines of equals signs, an article each. */
const RULED: InputFormat = {
  name: 'ruled',
  endings: ['ruled'],
  mediaTypes: ['text/x-ruled'],
  sniff: (head) => Buffer.from(head).toString('latin1').startsWith('====\n'),
  async *read(chunks, { maxBytes, file }) {
    const text = new TextDecoder().decode(await collect(chunks, maxBytes));
    for (const part of text.split(/^====$/m).filter((piece) => piece.trim() !== '')) {
      try {
        yield { item: itemOfInput({ text: part.trim(), file }, maxBytes) };
      } catch (error) {
        if (!(error instanceof CopydeskError)) throw error;
        yield { error };
      }
    }
  },
};
const TWO = '====\nThe harbour bridge is open.\n====\nThe library is closed.\n';

async function* unitByUnit(text: string): AsyncGenerator<Uint8Array> {
  for (const unit of text) yield utf8(unit);
}

describe('a format that is added from outside', () => {
  addInputFormat(RULED);
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-formats-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  inputFormatConformance(RULED, { one: (text) => utf8(`====\n${text}\n`), broken: [], isSniffed: true });

  test('files with its ending, packed or not, are read by it', async () => {
    writeFileSync(join(folder, 'a.ruled'), TWO);
    writeFileSync(join(folder, 'b.ruled.gz'), gzipSync(TWO.replaceAll('The', 'A')));
    const texts: string[] = [];
    for await (const found of readItems([folder], { maxBytes: 10_000 })) {
      expect(isRefusal(found)).toBe(false);
      if (!isRefusal(found)) texts.push(Buffer.from(found.bytes).toString());
    }
    expect(texts).toEqual(['The harbour bridge is open.', 'The library is closed.', 'A harbour bridge is open.', 'A library is closed.']);
    expect(formatOfFile('x/Y.RULED.gz')).toEqual({ format: RULED, isPacked: true });
  });

  test('standard input that begins as it does is read by it', async () => {
    let count = 0;
    for await (const found of readItems(['-'], { maxBytes: 10_000, stdin: unitByUnit(TWO) })) if (!isRefusal(found)) count += 1;
    expect(count).toBe(2);
  });

  test('so is a request of its media type', async () => {
    const found = await readRequest(utf8(TWO), 'text/x-ruled; charset=utf-8', {}, { maxBytes: 10_000, maxArticles: 10 });
    expect(found.map((one) => 'item' in one)).toEqual([true, true]);
  });

  test('a name, an ending or a type that is taken is refused', () => {
    expect(() => addInputFormat({ ...RULED, name: 'other', endings: ['txt'], mediaTypes: [] })).toThrow(/text/);
  });
});

test.each([
  ['many small values', JSON.stringify(Array.from({ length: 300_000 }, () => 1)), 'application/json'],
  ['many short lines', '1\n'.repeat(3_000_000), 'application/x-ndjson'],
])('a request of %s ends at the limit of articles', async (_what, body, type) => {
  const before = process.memoryUsage().heapUsed;
  await expect(readRequest(utf8(body), type, {}, { maxBytes: 1_000_000, maxArticles: 1000 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
});

const LIMITS = { maxBytes: 100_000, maxArticles: 1000 };

test.each([
  ['application/json', JSON.stringify({ text: 'The bridge is open.' }), ['item']],
  ['application/x-ndjson', JSON.stringify({ text: 'The bridge is open.' }), ['item']],
  ['text/plain', 'The bridge is open.', ['BAD_FIELD']],
  ['text/html', '<p>The bridge is open.</p>', ['BAD_FIELD']],
])('a wrong address in the query is judged where the body has no facts of its own: %s', async (type, body, outcome) => {
  const found = await readRequest(utf8(body), type, { url: 'not an address' }, LIMITS);
  expect(found.map((one) => ('item' in one ? 'item' : one.error.code))).toEqual(outcome);
});

test('a JSON list has the room of JSON lines, also under a small limit of one article', async () => {
  const articles = Array.from({ length: 300 }, (_, n) => ({ text: `${n} ${'word '.repeat(10_000)}` }));
  const found = await readRequest(utf8(JSON.stringify(articles)), 'application/json', {}, LIMITS);
  expect(found.filter((one) => 'item' in one)).toHaveLength(300);
});
