/** A reader child with no stages and faults instead, for tests: the text of the input says what goes wrong, else it comes back as it is. */
import type { CleanArticle } from '../../src/article.ts';
import type { Draft } from '../../src/pipeline.ts';
import { serveCalls } from '../../src/reader/serve.ts';

function suffer(text: string): void {
  if (text === 'FAULT endless loop') for (;;) Math.random();
  if (text === 'FAULT out of memory') {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index + kept.length));
  }
  if (text === 'FAULT buffers out of memory') {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
  }
  if (text === 'FAULT asleep') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (text === 'FAULT exit') process.exit(7);
  if (text === 'FAULT throw') throw new RangeError('a stage is broken');
  if (text === 'FAULT noise') {
    console.log('noise on stdout');
    console.error('noise on stderr');
  }
}

function readAsIs(text = ''): CleanArticle {
  suffer(text);
  return {
    kind: 'article',
    headline: '',
    language: { code: 'und', confidence: 0 },
    body: { text, paragraphs: [], html: '', words: 0 },
    removed: [],
    notes: [],
    standfirst: undefined,
  };
}

const draftOf = (text: string | undefined): Draft => ({ article: readAsIs(text), entities: [], quotations: [], timings: { clean: 1 } });

await serveCalls(() => ({
  cleanAndSign: (input) => draftOf(input.text),
  findNamesAndQuotations: (draft) => ({ ...draft, timings: { ...draft.timings, quotes: 1 } }),
  explainClean: () => [],
  readArticle: (input, _options, context) => ({
    ...readAsIs(input.text),
    id: 'art_test',
    inputId: context?.inputId,
    schemaVersion: '',
    versions: {},
    source: {},
    raw: { sha256: '', bytes: 0, mediaType: 'text/plain', charset: 'utf-8' },
    entities: [],
    quotations: [],
    timings: {},
  }),
}));
