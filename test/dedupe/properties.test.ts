import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareArticles } from '../../src/dedupe/compare.ts';
import { MemoryIndex } from '../../src/dedupe/memory-index.ts';
import { FURNITURE, STRANGE, sign, signed, story, wrapped } from './stories.ts';
import { cpuTime } from '../cpu-time.ts';

/** Twelve stories; of each the original, a cut one, one in furniture, one in British spelling. */
const arrivals = Array.from({ length: 12 }, (_, number) => [
  { number, article: signed(`art_${number}_a`, story(number)) },
  { number, article: signed(`art_${number}_b`, story(number).slice(0, 4)) },
  { number, article: signed(`art_${number}_c`, wrapped(story(number))) },
  { number, article: signed(`art_${number}_d`, story(number).slice(1)) },
]).flat();

test('the order of arrival does not change the partition', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(arrivals, { minLength: arrivals.length }), (order) => {
      const index = new MemoryIndex();
      for (const { article } of order) index.add(article);
      const byStory = new Map<number, Set<string>>();
      for (const { number, article } of arrivals)
        byStory.set(number, (byStory.get(number) ?? new Set()).add(index.clusterOf(article.id) ?? ''));
      expect([...byStory.values()].map((clusters) => clusters.size)).toEqual(Array.from({ length: 12 }, () => 1));
      expect(new Set([...byStory.values()].flatMap((clusters) => [...clusters])).size).toBe(12);
    }),
    { numRuns: 12 },
  );
});

test('the order of arrival does not change which copy is canonical', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(arrivals.slice(0, 4), { minLength: 4 }), (order) => {
      const index = new MemoryIndex();
      for (const { article } of order) index.add(article);
      const last = order.at(-1)?.article;
      const membership = last === undefined ? undefined : index.add(last).membership;
      const canonical = membership?.role === 'copy' ? membership.of : last?.id;
      expect(['art_0_a', 'art_0_c']).toContain(canonical);
    }),
    { numRuns: 24 },
  );
});

test('furniture around a text, any part of it, never moves it', async () => {
  const index = new MemoryIndex();
  for (let number = 0; number < 12; number += 1) index.add(signed(`art_${number}`, story(number)));
  const block = fc.subarray([...FURNITURE.above, ...FURNITURE.below, ...STRANGE.above, ...STRANGE.below]);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 11 }), block, block, async (number, above, below) => {
      const membership = await index.match(signed('art_new', [...above, ...story(number), ...below]));
      expect(membership?.id).toBe(`clu_${number}`);
    }),
    { numRuns: 60 },
  );
});

test('a text is its own best match', () => {
  for (let number = 0; number < 12; number += 1) {
    const own = sign(story(number));
    expect(compareArticles(own, own)).toMatchObject({ relation: 'same', containment: 1 });
    for (let other = 0; other < 12; other += 1) {
      expect(compareArticles(own, sign(story(other))).containment === 1).toBe(other === number);
    }
  }
});

test('a text that is in the index is its own best match there', async () => {
  const index = new MemoryIndex();
  for (const { article } of arrivals) index.add(article);
  for (let number = 0; number < 12; number += 1) {
    const membership = await index.match(signed('art_new', story(number)));
    expect(membership).toMatchObject({ id: index.clusterOf(`art_${number}_a`), containment: 1 });
  }
});

test('comparing looks the same from both sides', () => {
  for (const [one, other] of [
    [story(1), story(1).slice(2)],
    [story(1), story(9)],
    [wrapped(story(3)), story(3).toReversed()],
  ] as const) {
    expect(compareArticles(sign(one), sign(other)).relation).toBe(compareArticles(sign(other), sign(one)).relation);
  }
});

test('texts that repeat themselves are compared in linear time', () => {
  const same = sign([Array.from({ length: 5000 }, () => 'hammer anvil').join(' ')]);
  const other = sign([Array.from({ length: 5000 }, (_, n) => (n % 2 ? 'hammer anvil' : 'anvil bellows')).join(' ')]);
  const start = cpuTime();
  for (let round = 0; round < 5; round += 1) compareArticles(same, other);
  expect(cpuTime() - start).toBeLessThan(5000);
});
