/**
 * Every hand-written scanner on every pair of code units from 0 to 0x2FF (all of Latin, its marks and controls, and with them every two units of UTF-8
 * that was read as Latin-1): it ends, throws nothing, and its spans stay inside the text and in order. Then on texts that grow, counting steps.
 * A scanner is called under a timeout that interrupts running code, so an endless loop fails its test and does not hang the run.
 */
import { Session } from 'node:inspector/promises';
import { runInThisContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Span } from '../../src/article.ts';
import { splitLines as splitDump } from '../../src/clean/dump/lines.ts';
import { signArticle } from '../../src/dedupe/sign.ts';
import { WordCursor } from '../../src/dedupe/word-cursor.ts';
import { tokenize } from '../../src/entities/tokens.ts';
import { splitLines as splitBytes } from '../../src/intake/lines.ts';
import { findStretches } from '../../src/quotes/marks.ts';
import { paragraphReader } from '../../src/quotes/tokens.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const UNITS = 0x300;
/** For the 768 pairs that share their first unit; takes some ms when all is well. */
const TIMEOUT_MS = 10_000;

interface Scanner {
  readonly name: string;
  /** A span may lie inside the one before it. */
  readonly nests?: boolean;
  /** Spans that must lie inside the text, in order, without overlap. */
  readonly scan: (text: string, paragraphs: readonly Span[]) => readonly Span[];
}

const SCANNERS: readonly Scanner[] = [
  {
    name: 'words of signatures',
    scan(text, paragraphs) {
      const signature = signArticle({ headline: '', body: { text, paragraphs: [...paragraphs] } }, 'nothing');
      const starts = signature.paragraphs.map((start): Span => [start, start]);
      if (signature.words.length > text.length) throw new Error('more words than units');
      return starts;
    },
  },
  {
    name: 'tokens of the name tagger',
    scan(text) {
      const { count, start, end } = tokenize(text);
      return Array.from({ length: count }, (_, index): Span => [start[index] ?? -1, end[index] ?? -1]);
    },
  },
  {
    name: 'quotation marks',
    nests: true,
    scan: (text, paragraphs) =>
      findStretches(text, paragraphs).flatMap(({ start, end, outerStart, outerEnd }): Span[] => {
        if (start < outerStart || end > outerEnd || end <= start) throw new Error('the words do not lie between the marks');
        return [[outerStart, outerEnd]];
      }),
  },
  {
    name: 'tokens of quotations',
    scan(text, paragraphs) {
      const read = paragraphReader(text, paragraphs, findStretches(text, paragraphs));
      return paragraphs.flatMap((_, index) => read(index).tokens.map(({ start, end }): Span => [start, end]));
    },
  },
  { name: 'lines of a dump', scan: (text) => splitDump(text).map(({ rawSpan }) => rawSpan) },
  { name: 'sentences', scan: (text, paragraphs) => paragraphs.flatMap(([start, end]) => splitSentences(text, start, end)) },
];

/** Calls the work and interrupts it, even inside a loop, after TIMEOUT_MS. */
function withTimeout<T>(work: () => T): T {
  const box: { result?: T } = {};
  Reflect.set(globalThis, 'scannerUnderTest', () => {
    box.result = work();
  });
  runInThisContext('scannerUnderTest()', { timeout: TIMEOUT_MS });
  return box.result as T;
}

/** The 768 pairs of one first unit, each in a paragraph of its own: inside a word, and between a quotation mark and a number. */
function pairsAfter(first: number): { text: string; paragraphs: Span[] } {
  const paragraphs: Span[] = [];
  let text = '';
  for (let second = 0; second < UNITS; second += 1) {
    const pair = String.fromCharCode(first, second);
    const from = text.length;
    text += `H${pair}r “${pair}5.”`;
    paragraphs.push([from, text.length]);
    text += '\n\n';
  }
  return { text, paragraphs };
}

/** Undefined when all is well. */
function faultOf(spans: readonly Span[], length: number, nests = false): string | undefined {
  let last = 0;
  for (const [start, end] of spans) {
    if (!(start >= last && end >= start && end <= length)) return `[${start}, ${end}) after ${last} in ${length}`;
    last = nests ? start : end;
  }
  return undefined;
}

test.each(SCANNERS)('all pairs of units: $name', ({ scan, nests }) => {
  const faults: string[] = [];
  for (let first = 0; first < UNITS; first += 1) {
    const { text, paragraphs } = pairsAfter(first);
    const fault = faultOf(
      withTimeout(() => scan(text, paragraphs)),
      text.length,
      nests,
    );
    if (fault !== undefined) faults.push(`after ${first.toString(16)}: ${fault}`);
  }
  expect(faults).toEqual([]);
});

test('all pairs of units: lines of a byte stream', async () => {
  for (let first = 0; first < UNITS; first += 1) {
    const bytes = Buffer.from(pairsAfter(first).text);
    let length = 0;
    for await (const line of splitBytes(chunksOf(bytes), 1000)) length += line.length + 1;
    expect(Math.abs(length - bytes.length)).toBeLessThan(2);
  }
});

// oxlint-disable-next-line require-await -- a stream is an async iterable
async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 4099) yield bytes.subarray(at, at + 4099);
}

const wordsOf = (text: string): readonly number[] =>
  signArticle({ headline: '', body: { text, paragraphs: [[0, text.length]] } }, 'nothing').words;

test('the commonest mojibake: "Â£5m" is £5m', () => {
  expect(withTimeout(() => wordsOf('The bridge cost Â£5m to build, the Â«mayorÂ» said'))).toEqual(
    wordsOf('The bridge cost £5m to build, the «mayor» said'),
  );
});

/** Pieces that scanners look around at: what one of them reads again for every piece grows with the square of the text. */
const PIECES = [
  'Â£',
  'Â',
  'Ã',
  'â€',
  'x-\n',
  'U.S.',
  '1,',
  '“',
  '" ',
  "'",
  '’s ',
  'a',
  'A.',
  '. A',
  '-',
  '--',
  '&',
  '\n',
  '\r',
  '\t',
  '\u00a0',
  '«',
  '5 May ',
  '“a” ',
  '…',
  '?!',
];
const TIMES = 8;
/** Eight is linear, eleven n log n at these sizes, sixty-four quadratic. */
const MAX_GROWTH = 16;
const SMALL = 4000;

describe('steps grow as the text does', () => {
  const session = new Session();
  beforeAll(async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  });
  afterAll(async () => {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  });

  /** How often the block of src/ that runs most often runs. */
  async function stepsOf(work: () => unknown): Promise<number> {
    await session.post('Profiler.takePreciseCoverage');
    withTimeout(work);
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let most = 0;
    for (const { url, functions } of result)
      if (url.includes('/src/')) for (const { ranges } of functions) for (const { count } of ranges) most = Math.max(most, count);
    return most;
  }

  test.each(SCANNERS)('$name', async ({ scan }) => {
    const grown: string[] = [];
    for (const piece of PIECES) {
      const [small, large] = [SMALL, TIMES * SMALL].map((length) => piece.repeat(Math.ceil(length / piece.length)));
      const growth = async (): Promise<number> => {
        const before = await stepsOf(() => scan(small ?? '', [[0, small?.length ?? 0]]));
        const after = await stepsOf(() => scan(large ?? '', [[0, large?.length ?? 0]]));
        return after / Math.max(SMALL, before);
      };
      // V8 forgets the counts of a function whose code it threw away: what counts is seen twice.
      if ((await growth()) > MAX_GROWTH && (await growth()) > MAX_GROWTH) grown.push(piece);
    }
    expect(grown).toEqual([]);
  });

  test('the cursor of signing takes no more steps than the text has units', () => {
    for (const piece of PIECES) {
      const text = piece.repeat(2000);
      const cursor = new WordCursor(text, [[0, text.length]]);
      while (cursor.readParagraph());
      expect(cursor.steps).toBeLessThanOrEqual(text.length);
    }
  });
});
