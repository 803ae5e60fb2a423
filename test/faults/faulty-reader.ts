/** A reader child that takes the text as it is (so that it starts quickly), has a fault when the text says so, and takes TEST_READ_MS for each article. */
import { mkdirSync } from 'node:fs';
import type { Span } from '../../src/article.ts';
import { signArticle } from '../../src/dedupe/sign.ts';
import type { Draft } from '../../src/draft.ts';
import { serveCalls } from '../../src/reader/serve.ts';

/** True the first time for this folder, which is made. */
function isFirstAttempt(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

const ONCE = 'FAULT exit at the first attempt, marked by ';

function suffer(text: string): void {
  if (text === 'FAULT endless loop') for (;;) Math.random();
  if (text === 'FAULT out of memory') {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_none, index) => index + kept.length));
  }
  if (text === 'FAULT exit') process.exit(7);
  if (text.startsWith(ONCE) && isFirstAttempt(text.slice(ONCE.length))) process.exit(7);
  if (text === 'FAULT throw') throw new RangeError('a stage is broken');
}

function takeAsIs(text: string): Draft {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match): Span => [match.index, match.index + match[0].length]);
  const body = { text, paragraphs, html: '', words: text.split(/\s+/).length };
  const article = { kind: 'article', headline: '', language: { code: 'en', confidence: 1 }, body, removed: [], notes: [] } as const;
  return {
    article: { ...article, removed: [], notes: [] },
    signature: signArticle({ headline: '', body }),
    entities: [],
    quotations: [],
    timings: {},
  };
}

const notNeeded = (): never => {
  throw new Error('the queue does not ask for this');
};

await serveCalls(() => ({
  cleanAndSign: ({ text = '' }) => {
    suffer(text);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.env['TEST_READ_MS'] ?? 0));
    return takeAsIs(text);
  },
  findNamesAndQuotations: (draft) => draft,
  explainClean: notNeeded,
  readArticle: notNeeded,
}));
