/** What holds for any dump, and for the five of the first batch. */
import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanDump } from '../../../src/clean/dump/dump.ts';
import { normaliseLine } from '../../../src/clean/dump/lines.ts';
import { cpuTime } from '../../cpu-time.ts';
import { STORY, MENU, HEADLINE, FOOTER, dump, read, page } from './pages.ts';

/** Rules of pages without an article: what was kept goes. */
const LISTS = new Set(['kind-robot-check', 'kind-error-page', 'kind-search-page', 'kind-listing']);

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(...STORY, ...MENU, ...FOOTER, HEADLINE, '- Advertisement -', 'Also Read', 'READ: Another story', 'Source link', ''),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '\u00a0',
      '\u200b',
      '\ud800',
      'a\u0000b',
      '\t',
      'x\ty',
      'Stoxx (.STOXX), opens new tab fell.',
      'привет, мир.',
      '中文新聞。',
    ),
  );
  const text = fc
    .array(line, { maxLength: 40 })
    .chain((lines) => fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\u2028').map((end) => lines.join(end)));

  test('accounts for every line, never throws, and its spans slice', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const input = Object.freeze({ text: raw });
        const article = cleanDump(input);
        const { body, removed } = article;
        expect(body.text).not.toContain('\0');
        expect(body.text.isWellFormed()).toBe(true);
        const paragraphs = body.paragraphs.map(([start, end]) => body.text.slice(start, end));
        expect(paragraphs.join('\n\n')).toBe(body.text);
        const accounted = [...paragraphs];
        for (const { rule, text: gone, rawSpan } of removed) {
          const slice = raw.slice(...rawSpan!);
          if (rule === 'link-text') {
            continue;
          }
          expect(
            slice
              .split(/[\n\r\v\f\u0085\u2028\u2029]+/u)
              .map(normaliseLine)
              .filter(Boolean)
              .join('\n'),
          ).toBe(gone);
          accounted.push(...gone.split('\n'));
        }
        const wanted = raw
          .split(/[\n\r\v\f\u0085\u2028\u2029]/u)
          .map(normaliseLine)
          .filter(Boolean);
        expect(accounted.sort()).toEqual(wanted.sort());
        expect(body.text === '').toBe(wanted.length === 0 || LISTS.has(article.notes[0]?.rule ?? ''));
      }),
      { numRuns: 150 },
    );
  });

  test('says the same about the same text', () => {
    expect(read(page())).toEqual(read(page()));
  });

  test('cleaning its own body keeps it', () => {
    for (const inserted of [[], ['READ: Another story'], ['- Advertisement -', 'Also Read\nFerry company reports record loss']]) {
      const { body } = read(page(...inserted));
      expect(read(body.text).body.text).toBe(body.text);
    }
  });

  test('cleaning twice is cleaning once, whatever part of the story and whatever furniture a page has', () => {
    const story = fc.subarray(STORY, { minLength: 4 });
    const between = fc.subarray(['- Advertisement -', 'READ: Another story', 'SHARE:', 'Credit: Anna Holm/Nordpress']);
    fc.assert(
      fc.property(story, between, fc.boolean(), fc.boolean(), (lines, inserted, hasMenu, hasFooter) => {
        const at = Math.floor(lines.length / 2);
        const raw = dump(
          ...(hasMenu ? MENU : []),
          HEADLINE,
          ...lines.slice(0, at),
          ...inserted,
          ...lines.slice(at),
          ...(hasFooter ? FOOTER : []),
        );
        const once = read(raw).body.text;
        expect(read(once).body.text).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  test('half a million lines end soon, and are accounted for', () => {
    const raw = `${dump(...STORY)}\n\n${Array.from({ length: 400_000 }, (_, n) => `Menu entry ${n}`).join('\n')}`;
    const start = process.cpuUsage();
    const article = read(raw);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(8000);
    expect(article.notes.map((note) => note.rule)).toContain('too-many-lines');
    expect(article.body.text).toContain(STORY[0]);
    expect(article.removed.at(-1)!.text.endsWith('Menu entry 399999')).toBe(true);
  });

  test('a text that is an article already loses nothing', () => {
    const text = dump(...STORY, 'Jonas Berg');
    expect(read(text).body.text).toBe(text);
  });

  test.each([
    ['one long line', 'word '],
    ['many short lines', 'Menu entry\n'],
    ['many sentences', 'The council voted on Tuesday to close the pier. '],
    ['many paragraphs', 'The council voted on Tuesday to close the old ferry pier, ending a dispute.\n\n'],
    ['punctuation', '- | : ( [ “ '],
    ['comment entries', 'Reply\n12 likes\nWhat a story this is, I think.\n'],
  ])('twice the text takes about twice the time: %s', (_, unit) => {
    const time = (count: number): number => {
      const raw = unit.repeat(count);
      const start = cpuTime();
      read(raw);
      return cpuTime() - start;
    };
    time(500);
    const small = Math.min(time(800), time(800));
    const large = Math.min(time(3200), time(3200));
    expect(large).toBeLessThan(small * 10 + 300);
  });
});

describe('the seeds', () => {
  const folder = new URL('../../../seeds/', import.meta.url);
  const seeds = readdirSync(folder).sort();
  const MENU_OR_PROMPT =
    /^- Advertisement|^READ|^WATCH:|^SHARE:|join telegram|READERS' POLL|newsletter|donation|privacy policy|Also Read|appeared first|Source link|LEAVE A REPLY|Read more|Stay connected|No Result/mu;

  test.each(seeds)('%s holds the story and no furniture', (name) => {
    const raw = readFileSync(new URL(name, folder), 'utf8');
    const article = read(raw);
    expect(article.kind).toBe('article');
    expect(article.headline).not.toBe('');
    expect(article.body.text).not.toContain(article.headline);
    expect(article.body.text).not.toMatch(MENU_OR_PROMPT);
    const again = read(article.body.text);
    expect(again.body.text).toBe(article.body.text);
  });

  test.each<[seed: string, first: string, last: string, paragraphs: number]>([
    ['000', 'President Donald Trump has stated', '“This is one of many differences between us.”', 28],
    ['001', 'KYIV — Russian President', 'Abbakumova reported from Riga', 28],
    ['002', 'The Kremlin on Tuesday pushed back', 'In a post on X, the Polish military’s operational command', 12],
    ['003', "Ukraine's President Volodymyr Zelensky has denied", 'Russian ex-president Dmitry Medvedev said', 10],
    ['004', 'US President Donald Trump has said', 'South Africa says its non-aligned position', 32],
  ])('%s begins and ends where the story does', (seed, first, last, count) => {
    const name = seeds.find((file) => file.startsWith(seed))!;
    const { body } = read(readFileSync(new URL(name, folder), 'utf8'));
    const paragraphs = body.paragraphs.map(([start, end]) => body.text.slice(start, end));
    expect(paragraphs[0]).toMatch(new RegExp(`^${first}`, 'u'));
    expect(paragraphs.at(-1)).toMatch(new RegExp(`^${last}`, 'u'));
    expect(paragraphs).toHaveLength(count);
  });
});
