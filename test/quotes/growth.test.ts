/**
 * The stage is linear in everything that can grow: people, quotations, pronouns, paragraphs. Each case grows one thing eightfold and counts
 * how often every block of the stage's code runs, so that a loop inside a loop shows (sixty-four times) however cheap its turns are
 * and however busy the machine is. What no block counts, a regular expression that reads the rest of the text, shows in CPU time.
 */
import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entity } from '../../src/article.ts';
import { findQuotations, type QuotesInput } from '../../src/quotes/quotes.ts';
import { cpuTime } from '../cpu-time.ts';

const TIMES = 8;
/** Eight is linear, eleven n log n at these sizes, sixty-four quadratic. */
const MAX_GROWTH = 16;
/** Of CPU time; leaves room for a busy machine. */
const MAX_SLOWDOWN = 24;

/** Builds a text piece by piece and notes where each person is named, without searching. */
function builder(): { add(words: string): void; person(n: number): void; line(): void; input(): QuotesInput } {
  const parts: string[] = [];
  const spans: [number, number][] = [];
  const mentions = new Map<string, { span: [number, number]; text: string }[]>();
  let length = 0;
  let start = 0;
  const add = (words: string): void => {
    parts.push(words);
    length += words.length;
  };
  const line = (): void => {
    spans.push([start, length]);
    add('\n');
    start = length;
  };
  return {
    add,
    line,
    person(n) {
      const name = `${['Ann', 'Bob', 'Eva', 'Tom'][n % 4]!} ${surname(n)}`;
      const list = mentions.get(name) ?? [];
      list.push({ span: [length, length + name.length], text: name });
      mentions.set(name, list);
      add(name);
    },
    input() {
      const entities = [...mentions].map(([name, found]): Entity => ({
        id: `person:${name}`,
        name,
        kind: 'person',
        aliases: [],
        descriptors: ['mayor of Troy'],
        salience: 0.5,
        mentions: found,
      }));
      return {
        headline: '',
        body: { text: parts.join(''), paragraphs: spans, html: '', words: 0 },
        language: { code: 'en', confidence: 1 },
        entities,
      };
    },
  };
}

/** Baab, Baac …: letters only, a name of its own for each number. */
function surname(n: number): string {
  const letters = [n % 26, Math.floor(n / 26) % 26, Math.floor(n / 676) % 26].map((k) => String.fromCodePoint(97 + k)).join('');
  return `B${letters}ik`;
}

function article(n: number, write: (text: ReturnType<typeof builder>, k: number) => void): QuotesInput {
  const text = builder();
  for (let k = 0; k < n; k++) write(text, k);
  text.line();
  return text.input();
}

interface Case {
  readonly name: string;
  /** Large enough to fill every window that the stage bounds. */
  readonly size: number;
  readonly build: (n: number) => QuotesInput;
  /** Also measure CPU time, with eight times the size. */
  readonly rereads?: boolean;
}

const CASES: readonly Case[] = [
  {
    name: 'people',
    size: 160,
    build: (n) =>
      article(n, (text, k) => {
        text.person(k);
        text.add(' came. ');
        if (k % 20 === 19) text.line();
      }),
  },
  {
    name: 'people who speak and are spoken of',
    size: 160,
    build: (n) =>
      article(n, (text, k) => {
        text.person(k);
        text.add(` said it was “open.” ${k % 2 === 0 ? 'She' : 'He'} left.`);
        text.line();
      }),
  },
  {
    name: 'quotations of one person, a paragraph each',
    size: 160,
    build: (n) =>
      article(n, (text) => {
        text.add('“It is open,” ');
        text.person(0);
        text.add(' said.');
        text.line();
      }),
  },
  {
    name: 'quotations in one paragraph',
    size: 160,
    build: (n) =>
      article(n, (text) => {
        text.add('“It is open,” ');
        text.person(0);
        text.add(' said. “Come.” ');
      }),
  },
  {
    name: 'quotations inside one sentence',
    size: 160,
    build: (n) => article(n, (text, k) => text.add(k === 0 ? 'Lee called it “a joy”' : ', “a joy”')),
  },
  {
    name: 'quotation paragraphs without a source',
    size: 160,
    build: (n) =>
      article(n, (text, k) => {
        if (k === 0) text.person(0);
        text.add(k === 0 ? ' spoke:' : '“It is open and it will stay so.”');
        text.line();
      }),
  },
  {
    name: 'quotations that go on from paragraph to paragraph',
    size: 160,
    build: (n) =>
      article(n, (text, k) => {
        if (k === 0) text.person(0);
        text.add(k === 0 ? ' said: “It is open.' : '“It is open and it will stay so.');
        text.line();
      }),
  },
  {
    name: 'pronouns',
    size: 160,
    build: (n) =>
      article(n, (text, k) => {
        if (k === 0) text.person(0);
        text.add(' She came.');
        if (k % 20 === 19) text.line();
      }),
  },
  {
    name: 'pronouns as sources',
    size: 160,
    build: (n) =>
      article(n, (text, k) => {
        text.person(k % 7);
        text.add(' came. “It is open,” she said.');
        text.line();
      }),
  },
  {
    name: 'offices as sources',
    size: 160,
    build: (n) =>
      article(n, (text, k) => {
        text.person(k % 7);
        text.add(' came. “It is open,” the mayor said.');
        text.line();
      }),
  },
  {
    name: 'acronyms as sources',
    size: 160,
    build: (n) =>
      article(n, (text, k) => {
        text.add(`“It is open,” ${surname(k).toUpperCase()} said.`);
        text.line();
      }),
  },
  {
    name: 'paragraphs without quotations',
    size: 160,
    rereads: true,
    build: (n) =>
      article(n, (text, k) => {
        if (k % 100 === 0) text.person(0);
        text.add(k % 100 === 0 ? ' said it was “open.”' : 'The river was high that spring.');
        text.line();
      }),
  },
  {
    name: 'marked words that are no speech',
    size: 160,
    rereads: true,
    build: (n) =>
      article(n, (text) => {
        text.add('The “expert” arrived late.');
        text.line();
      }),
  },
  {
    name: 'single marks beside double ones',
    size: 160,
    build: (n) =>
      article(n, (text) => {
        text.add('Lee Says ‘No’ To Bridge');
        text.line();
        text.add('“It is open,” Lee said.');
        text.line();
      }),
  },
];

interface Block {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

const session = new Session();

/** How often each block of the stage runs on the input, by function ("file:offset"); the widest block of a function comes first. */
async function blocksOf(input: QuotesInput): Promise<ReadonlyMap<string, readonly Block[]>> {
  await session.post('Profiler.takePreciseCoverage');
  findQuotations({ ...input, indirect: true });
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return new Map(
    result
      .filter(({ url }) => /\/src\/(?:quotes|text)\//.test(url))
      .flatMap(({ url, functions }) =>
        functions.map(({ functionName, ranges }) => [
          `${url.split('/').at(-1)!} ${functionName}:${ranges[0]!.startOffset}`,
          ranges.map(({ startOffset, endOffset, count }) => ({ start: startOffset, end: endOffset, count })),
        ]),
      ),
  );
}

/** The count of the narrowest block that holds the given one: a block that runs as often as the one around it is not listed by itself. */
function countIn(blocks: readonly Block[], { start, end }: Block): number {
  return blocks.filter((one) => one.start <= start && one.end >= end).reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a)).count;
}

/** The blocks that run more than MAX_GROWTH times as often on the larger input. */
function grownTooFast(
  smalls: readonly ReadonlyMap<string, readonly Block[]>[],
  large: ReadonlyMap<string, readonly Block[]>,
  size: number,
): string[] {
  expect(large.size).toBeGreaterThan(20);
  return [...large].flatMap(([name, blocks]) =>
    blocks
      .map((block) => ({
        block,
        before: Math.max(size, ...smalls.map((small) => countIn(small.get(name) ?? [{ ...block, count: 0 }], block))),
      }))
      .filter(({ block, before }) => block.count > MAX_GROWTH * before)
      .map(({ block, before }) => `${name}: ${before} to ${block.count}`),
  );
}

describe('no block runs more than linearly often', () => {
  beforeAll(async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  });
  afterAll(async () => {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  });

  test.each(CASES)('$name', async ({ size, build }) => {
    const small = build(size);
    const large = build(TIMES * size);
    let tooOften: string[] = [];
    const smalls: ReadonlyMap<string, readonly Block[]>[] = [];
    // V8 forgets the counts of a function whose code it threw away: what counts is seen again, and of the small input the fullest count.
    for (let attempt = 0; attempt < 3 && (attempt === 0 || tooOften.length > 0); attempt++) {
      smalls.push(await blocksOf(small));
      tooOften = grownTooFast(smalls, await blocksOf(large), size);
    }
    expect(tooOften).toEqual([]);
  });
});

function timeOf(input: QuotesInput, turns: number): number {
  let best = Infinity;
  for (let turn = 0; turn < turns; turn++) {
    const start = cpuTime();
    findQuotations({ ...input, indirect: true });
    best = Math.min(best, cpuTime() - start);
  }
  return best;
}

test.each(CASES.filter(({ rereads }) => rereads === true))('no part of the text is read again: $name', ({ size, build }) => {
  const small = build(8 * size);
  const large = build(8 * TIMES * size);
  let slowdown = Infinity;
  for (let attempt = 0; attempt < 3 && slowdown > MAX_SLOWDOWN; attempt++)
    slowdown = Math.min(slowdown, timeOf(large, 1) / timeOf(small, 3));
  expect(slowdown).toBeLessThan(MAX_SLOWDOWN);
});
