import { expect, test } from 'vitest';
import { splitLines } from '../../src/intake/lines.ts';

async function* chunksOf(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function linesOf(chunks: AsyncIterable<Uint8Array>, limit = 100): Promise<[number, string, number][]> {
  const lines: [number, string, number][] = [];
  for await (const { number, bytes, length } of splitLines(chunks, limit)) lines.push([number, bytes.toString(), length]);
  return lines;
}

test.each([
  { name: 'nothing', chunks: [], lines: [] },
  {
    name: 'a last line without an end',
    chunks: ['a\nb'],
    lines: [
      [1, 'a', 1],
      [2, 'b', 1],
    ],
  },
  {
    name: 'a last line with an end',
    chunks: ['a\nb\n'],
    lines: [
      [1, 'a', 1],
      [2, 'b', 1],
    ],
  },
  {
    name: 'empty lines count',
    chunks: ['\n\na'],
    lines: [
      [1, '', 0],
      [2, '', 0],
      [3, 'a', 1],
    ],
  },
  {
    name: 'CRLF',
    chunks: ['a\r\nb\r\n'],
    lines: [
      [1, 'a', 2],
      [2, 'b', 2],
    ],
  },
  {
    name: 'a line over three chunks',
    chunks: ['a', 'b', 'c\nd'],
    lines: [
      [1, 'abc', 3],
      [2, 'd', 1],
    ],
  },
  {
    name: 'an end at the edge of a chunk',
    chunks: ['ab\n', 'cd'],
    lines: [
      [1, 'ab', 2],
      [2, 'cd', 2],
    ],
  },
  { name: 'a letter cut by the chunks', chunks: ['€'], lines: [[1, '€', 3]] },
])('$name', async ({ chunks, lines }) => {
  expect(await linesOf(chunksOf(...chunks))).toEqual(lines);
});

test('a line that is too long keeps its start and tells its length; the next line is whole', async () => {
  expect(await linesOf(chunksOf('x'.repeat(60), 'x'.repeat(60), 'x'.repeat(60), '\nshort'), 100)).toEqual([
    [1, 'x'.repeat(100), 180],
    [2, 'short', 5],
  ]);
});

test('a line of 1 GB is never held', async () => {
  const chunk = Buffer.alloc(4 * 1024 * 1024, 0x61);
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < 256; sent++) yield chunk;
    yield Buffer.from('\n{"id":"after"}');
  }
  const before = process.memoryUsage.rss();
  const lengths: number[] = [];
  for await (const line of splitLines(endless(), 1000)) lengths.push(line.length);
  expect(lengths).toEqual([256 * chunk.length, 14]);
  // a quarter of the line: what the runtime itself needs varies by some tens of megabytes
  expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1024 * 1024);
});
