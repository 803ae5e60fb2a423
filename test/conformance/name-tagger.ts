/**
 * What every name tagger (COPYDESK_NER) must do, seen from the record: the same calls, in the same reader process. The sentences are easy on purpose; how
 * good a tagger is, is measured elsewhere. Called by the test of each tagger.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import { createReaderPool, type ArticleReader } from '../../src/reader/pool.ts';
import type { ReaderSettings } from '../../src/reader/protocol.ts';

/** What the suite expects a tagger to know. */
export const KNOWN_NAMES = {
  people: [
    ['Angela', 'Merkel'],
    ['Barack', 'Obama'],
  ],
  places: ['Berlin'],
  organisations: [['United', 'Nations']],
} as const;

/** "person Angela Merkel: Angela Merkel, Merkel", sorted. */
export const namesIn = ({ entities }: NewsRecord): string[] =>
  entities.map(({ kind, name, mentions }) => `${kind} ${name}: ${mentions.map(({ text }) => text).join(', ')}`).sort();

/** Every mention lies where the record says, and none cuts a letter in two. */
export function expectRightPlaces({ entities, body }: NewsRecord): void {
  for (const { mentions } of entities) {
    let last = -1;
    for (const { span, text } of mentions) {
      expect(body.text.slice(...span)).toBe(text);
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
      expect(span[0]).toBeGreaterThan(last);
      last = span[0];
      expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text)).toBe(false);
    }
  }
}

/** `settings`: what makes a reader use the tagger; asked for when the tests begin. */
export function nameTaggerConformance(tagger: string, settings: () => ReaderSettings): void {
  describe(`name tagger: ${tagger}`, () => {
    let reader: ArticleReader;
    beforeAll(() => {
      reader = createReaderPool({ workers: 1, timeoutMs: 60_000, heapMb: 512, settings: settings() });
    });
    afterAll(() => reader.close());
    const read = (text: string): Promise<NewsRecord> => reader.readArticle({ text }, { clean: 'none' });

    it.each<[what: string, text: string, expected: string[]]>([
      [
        'people, organisations and places; one entity for each',
        'Angela Merkel met Barack Obama in Berlin on Monday. The United Nations praised Merkel.',
        [
          'organisation United Nations: United Nations',
          'person Angela Merkel: Angela Merkel, Merkel',
          'person Barack Obama: Barack Obama',
          'place Berlin: Berlin',
        ],
      ],
      ['nothing in an empty text', '', []],
      ['nothing in white space', ' \n\n\t \n', []],
      ['nothing where no name is', 'it rained all day and nobody went out.', []],
      ['nothing in signs that are no text', '😀👩‍👩‍👧 … “”\u0000\u2028\u{1f1e9}\u{1f1ea}', []],
      ['a text of one name', 'Berlin', ['place Berlin: Berlin']],
      [
        'names after letters of two units',
        '😀👩‍👩‍👧 Angela Merkel flew to Berlin 😀 and met Barack Obama.',
        ['person Angela Merkel: Angela Merkel', 'person Barack Obama: Barack Obama', 'place Berlin: Berlin'],
      ],
      ['half letters', '\ud800 Angela Merkel was in Berlin. \udc00', ['person Angela Merkel: Angela Merkel', 'place Berlin: Berlin']],
      [
        'names in quotation marks, with possessives, before dashes',
        'Angela Merkel’s party said “Barack Obama” – in (Berlin).',
        ['person Angela Merkel: Angela Merkel', 'person Barack Obama: Barack Obama', 'place Berlin: Berlin'],
      ],
      [
        'names in several paragraphs',
        'Angela Merkel was in Berlin.\n\nBarack Obama was in Berlin.\r\n\r\nMerkel was not.',
        ['person Angela Merkel: Angela Merkel, Merkel', 'person Barack Obama: Barack Obama', 'place Berlin: Berlin, Berlin'],
      ],
    ])('%s', async (_, text, expected) => {
      const record = await read(text);
      // Text never holds NUL or lone surrogates: each is one U+FFFD, so that every place stays where it was.
      expect(record.body.text).toBe(text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD'));
      expect(namesIn(record)).toEqual(expected);
      expectRightPlaces(record);
    });

    it('a paragraph of thousands of words: every name at its place', async () => {
      const sentence = 'Angela Merkel met Barack Obama in Berlin, and then they said a word or two to each other. ';
      const record = await read(sentence.repeat(400));
      expectRightPlaces(record);
      const starts = Object.fromEntries(record.entities.map(({ name, mentions }) => [name, mentions.map(({ span }) => span[0])]));
      const everywhere = (name: string) => Array.from({ length: 400 }, (_, index) => index * sentence.length + sentence.indexOf(name));
      expect(starts).toEqual(Object.fromEntries(['Angela Merkel', 'Barack Obama', 'Berlin'].map((name) => [name, everywhere(name)])));
    });

    it('thousands of letters, signs and pictures without a space between two sentences', async () => {
      const sentence = 'Angela Merkel was in Berlin.';
      for (const endless of ['x'.repeat(5000), '😀'.repeat(3000), '.-'.repeat(3000), `${'0'.repeat(2000)}/`.repeat(3)]) {
        const record = await read(`${sentence} ${endless} ${sentence}`);
        expectRightPlaces(record);
        const found = namesIn(record).filter((name) => /Merkel|Berlin/.test(name));
        expect(found).toEqual(['person Angela Merkel: Angela Merkel, Angela Merkel', 'place Berlin: Berlin, Berlin']);
      }
    });

    it('the same article gives the same record', async () => {
      const text = 'Angela Merkel met Barack Obama in Berlin. “We agree,” Merkel said.';
      const [first, second] = [await read(text), await read(text)];
      expect({ ...second, timings: {} }).toEqual({ ...first, timings: {} });
    });
  });
}
