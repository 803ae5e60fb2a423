/**
 * Quality on openly licensed articles, so that it is gated wherever the tests run. The floors are today's figures, rounded down; they rise with
 * the product and fall only on purpose. Larger sets: npm run bench:quality.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MemoryIndex, clusterText, readArticle, type ArticleInput, type Entity } from '../../src/index.ts';
import { pagesOf, type Page } from './pages.ts';

const storySchema = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string(),
  text: z.string(),
  quotes: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      type: z.enum(['direct', 'mixed']),
      speaker: z.object({ text: z.string(), name: z.string().nullable() }).nullable(),
    }),
  ),
  names: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), type: z.enum(['PER', 'ORG', 'LOC']) })),
});
const stories = readFileSync(new URL('../fixtures/quality/wikinews.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => storySchema.parse(JSON.parse(line)));

/** The story that follows on an endless page. */
const after = (story: (typeof stories)[number]): (typeof stories)[number] =>
  stories[(stories.indexOf(story) + 1) % stories.length] ?? story;
const inputOf = ({ form, content, url }: Page): ArticleInput => (form === 'text' ? { text: content, url } : { html: content, url });

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** F1 of two bags of words. */
function wordF1(found: string, gold: string): number {
  const left = new Map<string, number>();
  for (const word of wordsOf(gold)) left.set(word, (left.get(word) ?? 0) + 1);
  const words = wordsOf(found);
  let common = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / (words.length + wordsOf(gold).length);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const f1 = (hits: number, found: number, gold: number): number => (2 * hits) / (found + gold);

describe('fifteen Wikinews articles', () => {
  test.each([
    ['html', 0.999],
    ['endless html', 0.795],
    ['text', 0.994],
  ] as const)('body text of %s pages', (form, floor) => {
    const scores = stories.flatMap((story) => {
      const gold = story.text.replace(story.title, '');
      return pagesOf(story, after(story))
        .filter((page) => page.form === form)
        .map((page) => wordF1(readArticle(inputOf(page), { stages: [] }).body.text, gold));
    });
    console.log(`word F1 of ${form} pages: ${mean(scores).toFixed(4)}, lowest ${Math.min(...scores).toFixed(3)}`);
    expect(mean(scores)).toBeGreaterThanOrEqual(floor);
  });

  test('quotations with their speakers', () => {
    let gold = 0;
    let found = 0;
    let spans = 0;
    let named = 0;
    let right = 0;
    for (const { text, quotes } of stories) {
      const { quotations } = readArticle({ text }, { clean: 'none' });
      found += quotations.length;
      gold += quotes.length;
      for (const quote of quotes) {
        const same = quotations.find(({ span }) => Math.abs(span[0] - quote.start) <= 1 && Math.abs(span[1] - quote.end) <= 1);
        if (same === undefined) continue;
        spans += 1;
        const name = quote.speaker?.name;
        if (name === null || name === undefined) continue;
        named += 1;
        if (same.speaker?.name === name || same.speaker?.name.split(' ').at(-1) === name.split(' ').at(-1)) right += 1;
      }
    }
    console.log(`quotation spans F1 ${f1(spans, found, gold).toFixed(4)}, speaker named right ${right} of ${named}`);
    expect(f1(spans, found, gold)).toBeGreaterThanOrEqual(0.94);
    expect(right / named).toBeGreaterThanOrEqual(0.9);
  });

  test('people, organisations and places, each once', () => {
    const types: Partial<Record<Entity['kind'], string>> = { person: 'PER', organisation: 'ORG', place: 'LOC', facility: 'LOC' };
    let gold = 0;
    let found = 0;
    let hits = 0;
    for (const { text, names } of stories.filter((story) => story.names.length > 0)) {
      const entities = readArticle({ text }, { clean: 'none', stages: ['entities'] }).entities.filter(({ kind }) => kind in types);
      found += entities.length;
      gold += names.length;
      for (const { aliases, type } of names)
        if (
          entities.some(({ kind, name, aliases: also }) => types[kind] === type && [name, ...also].some((form) => aliases.includes(form)))
        )
          hits += 1;
    }
    console.log(`names: F1 ${f1(hits, found, gold).toFixed(4)} (${hits} of ${gold} found, ${found} given)`);
    expect(f1(hits, found, gold)).toBeGreaterThanOrEqual(0.665);
  });

  test('the three pages of a story are one cluster, and no two stories are', () => {
    const index = new MemoryIndex();
    const clusters = stories.flatMap((story) =>
      pagesOf(story, after(story))
        .filter(({ form }) => form !== 'endless html')
        .map((page, n) => {
          const record = readArticle(inputOf(page), { stages: [] });
          const id = `${story.id}-${n}`;
          clusterText({ id, text: [record.headline, record.body.text].join('\n\n'), outlet: new URL(page.url).hostname }, index);
          return { id, story: story.id };
        }),
    );
    const cluster = (id: string): string | undefined => index.clusterOf(id);
    let together = 0;
    let joined = 0;
    for (const [n, one] of clusters.entries())
      for (const other of clusters.slice(n + 1)) {
        if (cluster(one.id) !== cluster(other.id)) continue;
        if (one.story === other.story) together += 1;
        else joined += 1;
      }
    expect({ together, joined }).toEqual({ together: stories.length * 3, joined: 0 });
  });
});
