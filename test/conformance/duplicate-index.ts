/** What every adapter of DuplicateIndex must do. Called by the test of each adapter. */
import { describe, expect, test } from 'vitest';
import type { DuplicateIndex, SignedArticle } from '../../src/dedupe/duplicate-index.ts';
import type { Placement } from '../../src/dedupe/place-article.ts';
import { signed, story, wrapped, wrappedStrangely } from '../dedupe/stories.ts';

/** An empty index of its own for each test. `place` commits at once. */
export interface IndexUnderTest {
  readonly place: (article: SignedArticle) => Promise<Placement>;
  readonly read: DuplicateIndex;
}

/** The village chess cup, with other names and figures. */
const frame = (who: string, where: string, n: number): string[] => [
  `${who} of ${where} won the village chess cup on Sunday with ${n} points, ahead of ${n - 3} rivals from the district.`,
  `The final lasted ${n + 20} moves and was watched by ${n * 4} people in the ${where} assembly rooms, the organisers said.`,
];

/** The first paragraph of a story in the furniture of an outlet whose language nobody knows. */
const brief = (number: number): SignedArticle =>
  signed(`art_${number}`, wrappedStrangely([story(number)[0] ?? '']), { outlet: 'Vorlund Mirag' });

export function duplicateIndexConformance(name: string, open: () => Promise<IndexUnderTest>): void {
  describe(`DuplicateIndex: ${name}`, () => {
    test('a first article founds a cluster that is named after it', async () => {
      const { place } = await open();
      const { membership, founded } = await place(signed('art_one', story(1)));
      expect(membership).toEqual({ id: 'clu_one', role: 'canonical', evidence: 'no other copy was known when it came' });
      expect(founded).toBe(true);
    });

    test.each([
      { what: 'furniture around it', copy: wrapped(story(1)) },
      { what: 'the last third cut off', copy: story(1).slice(0, 4) },
      { what: 'the first two paragraphs cut off', copy: story(1).slice(2) },
      { what: 'paragraphs in another order', copy: [3, 0, 5, 1, 4, 2].map((at) => story(1)[at] ?? '') },
      {
        what: 'British spelling, straight quotes, figures as words',
        copy: story(1).map((text) => text.replaceAll(/[“”]/g, '"').replaceAll('metres', 'meters').replaceAll(/\b3\b/g, 'three')),
      },
      { what: 'mojibake', copy: story(1).map((text) => text.replaceAll('“', 'â€œ').replaceAll('”', 'â€\u009d')) },
    ])('a copy with $what joins', async ({ copy }) => {
      const { place } = await open();
      await place(signed('art_a', story(1)));
      await place(signed('art_other', story(2)));
      const { membership } = await place(signed('art_b', copy));
      expect(membership.id).toBe('clu_a');
    });

    test('another story stays alone', async () => {
      const { place } = await open();
      const clusters = [];
      for (let number = 0; number < 12; number += 1)
        clusters.push((await place(signed(`art_${number}`, wrapped(story(number))))).membership.id);
      expect(new Set(clusters).size).toBe(12);
    });

    test('lines that an outlet repeats from story to story do not make two of its short items one', async () => {
      const { place, read } = await open();
      // Known after three stories: until then the outlet's lines look like a story of their own.
      for (let number = 0; number < 3; number += 1)
        await place(signed(`art_${number}`, wrappedStrangely(story(number)), { outlet: 'Vorlund Mirag' }));
      for (let number = 3; number < 8; number += 1) expect((await place(brief(number))).membership.id).toBe(`clu_${number}`);
      expect((await place(signed('art_copy', story(5), { outlet: 'Another One' }))).membership.id).toBe('clu_5');
      const late = signed('art_late', wrappedStrangely([story(6)[0] ?? '']), { outlet: 'The Vorlund Mirag' });
      expect((await read.match(late))?.id).toBe('clu_6');
    });

    test('changed figures make an update that names the earlier version', async () => {
      const { place } = await open();
      await place(signed('art_a', story(1)));
      const changed = story(1).map((text) => text.replaceAll('137', '152').replaceAll('1507', '1672'));
      const { membership } = await place(signed('art_b', changed));
      expect(membership).toMatchObject({ id: 'clu_b', role: 'update', of: 'art_a' });
      expect(membership.evidence).toContain('differ');
      const copy = await place(signed('art_c', changed.slice(0, 5)));
      expect(copy.membership).toMatchObject({ id: 'clu_b', role: 'copy', of: 'art_b' });
    });

    test('another story in the same frame is neither copy nor update', async () => {
      const { place } = await open();
      await place(signed('art_a', frame('Alma Reyes', 'Ostwick', 31)));
      const { membership } = await place(signed('art_b', frame('Bjorn Falk', 'Vellby', 44)));
      expect(membership).toMatchObject({ id: 'clu_b', role: 'canonical' });
    });

    test('a roundup of two stories is not a bridge between them', async () => {
      const { place } = await open();
      await place(signed('art_round', [...story(1).slice(0, 4), ...story(2).slice(0, 4)]));
      const first = await place(signed('art_a', story(1)));
      const second = await place(signed('art_b', story(2)));
      expect(first.membership.id).not.toBe(second.membership.id);
    });

    test('the same article again answers the same and changes nothing', async () => {
      const { place, read } = await open();
      await place(signed('art_a', story(1)));
      const copy = signed('art_b', story(1).slice(0, 5));
      const once = await place(copy);
      const again = await place(copy);
      expect(again.membership).toEqual(once.membership);
      expect(await read.match(copy)).toEqual(once.membership);
      const third = await place(signed('art_c', story(1)));
      expect(third.membership.id).toBe('clu_a');
    });

    test('match reads only', async () => {
      const { place, read } = await open();
      expect(await read.match(signed('art_a', story(1)))).toBeUndefined();
      await place(signed('art_a', story(1)));
      expect(await read.match(signed('art_b', story(1).slice(0, 5)))).toMatchObject({ id: 'clu_a', role: 'copy', of: 'art_a' });
      expect((await place(signed('art_c', story(3)))).membership.id).toBe('clu_c');
      expect(await read.match(signed('art_b', story(2)))).toBeUndefined();
    });

    test('who is named as first publisher becomes canonical, whenever it comes; the cluster keeps its id', async () => {
      const { place, read } = await open();
      const copy = signed('art_copy', story(1), { outlet: 'Vellby Voice', originator: 'The Larkmoor Lantern', publishedAt: '2025-03-01' });
      await place(copy);
      const original = signed('art_orig', story(1).slice(0, 5), { outlet: 'Larkmoor Lantern', publishedAt: '2025-03-02' });
      const { membership, steppedDown } = await place(original);
      expect(membership).toMatchObject({ id: 'clu_copy', role: 'canonical' });
      expect(membership.evidence).toContain('named as the first publisher');
      expect(steppedDown).toEqual(['art_copy']);
      expect(await read.match(copy)).toMatchObject({ id: 'clu_copy', role: 'copy', of: 'art_orig' });
    });

    test('two clusters that turn out to be one: the younger id becomes an alias', async () => {
      const { place, read } = await open();
      const whole = [...story(1), ...story(1).map((text) => text.replaceAll(/\p{Ll}{6,}/gu, (word) => word.split('').reverse().join('')))];
      await place(signed('art_head', whole.slice(0, 6)));
      const tail = await place(signed('art_tail', whole.slice(6)));
      expect(tail.membership.id).toBe('clu_tail');
      const both = await place(signed('art_whole', whole));
      expect(both.membership.id).toBe('clu_head');
      expect(both.absorbed).toEqual(['clu_tail']);
      expect(await read.resolve('clu_tail')).toBe('clu_head');
      expect(await read.resolve('clu_head')).toBe('clu_head');
      expect(await read.match(signed('art_tail', whole.slice(6)))).toMatchObject({ id: 'clu_head', role: 'copy' });
      expect((await place(signed('art_late', whole.slice(6)))).membership.id).toBe('clu_head');
    });

    test('a text without words gets a cluster of its own', async () => {
      const { place } = await open();
      expect((await place(signed('art_a', []))).membership.id).toBe('clu_a');
      expect((await place(signed('art_b', ['…']))).membership.id).toBe('clu_b');
    });
  });
}
