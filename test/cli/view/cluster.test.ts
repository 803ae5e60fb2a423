import { expect, test } from 'vitest';
import type { ClusterMembership, NewsRecord } from '../../../src/article.ts';
import { renderChanges } from '../../../src/cli/view/changes.ts';
import { renderCluster } from '../../../src/cli/view/cluster.ts';
import { readArticle } from '../../../src/index.ts';

const PARAGRAPHS = [
  'The ferry to Quorra stopped on Monday after engineers found cracks in its hull, the harbour office in Port Senna said.',
  'About 400 people a day use the crossing, most of them on their way to the granite quarry beyond the northern headland.',
  '“We will not sail until the last weld has been tested,” said Dora Kemp, who runs the line with her two brothers.',
  'Buses by way of Tarn Hill take an hour longer; the quarry has offered its workers beds in the old customs house.',
];

function member(paragraphs: readonly string[], id: string, publishedAt: string | undefined, cluster: ClusterMembership): NewsRecord {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const spans = paragraphs.map((paragraph): [number, number] => {
    const start = at;
    at += paragraph.length + 2;
    return [start, start + paragraph.length];
  });
  const record = readArticle('Ferry stops\n\nThe ferry stopped on Monday, the harbour office said.');
  return {
    ...record,
    id,
    outlet: `Outlet of ${id}`,
    ...(publishedAt === undefined ? {} : { publishedAt: { value: publishedAt, precision: 'day', from: 'declared' } }),
    source: { receivedAt: '2025-03-09T08:00:00Z' },
    cluster,
    body: { ...record.body, text, paragraphs: spans },
  };
}

const copy: ClusterMembership = { id: 'clu_a', role: 'copy', of: 'art_a', containment: 0.9 };

test('members in order of time, each copy with the paragraphs it added, cut and changed', () => {
  const changed = PARAGRAPHS[1]!.replace('granite quarry', 'slate quarry');
  const added = 'Our own reporter met travellers who had slept in the waiting room and shared a single kettle of tea between them.';
  const shown = renderCluster('clu_a', [
    member([...PARAGRAPHS.slice(0, 1), changed, PARAGRAPHS[2]!, added], 'art_late', undefined, copy),
    member(PARAGRAPHS, 'art_same', '2025-03-03', copy),
    member(PARAGRAPHS, 'art_a', '2025-03-02', { id: 'clu_a', role: 'canonical' }),
  ]);
  expect(shown).toContain('3 in clu_a');
  expect(shown.match(/art_\w+$/gm)).toEqual(['art_a', 'art_same', 'art_late']);
  expect(shown).toMatch(/canonical +Outlet of art_a +2 Mar 2025/);
  expect(shown).toMatch(/copy +90% +Outlet of art_same +3 Mar 2025[^]*art_same\n +every paragraph is the same\n/);
  expect(shown).toMatch(/art_late\n +1 paragraph added, 1 cut, 1 changed, 2 the same\n/);
  expect(shown).toMatch(/- …\S[^\n]*granite quarry[^\n]*\n +\+ …\S[^\n]*slate quarry/);
  expect(shown).toMatch(/\+ Our own reporter met/);
  expect(shown).toMatch(/- Buses by way of Tarn Hill/);
});

test('a copy with nothing in common, and a cluster of one', () => {
  const other = Array.from(
    { length: 12 },
    (_none, n) => `Paragraph ${n} about lighthouse number ${n * 17} and its keeper, who likes herring.`,
  );
  const canonical = member(PARAGRAPHS, 'art_a', '2025-03-02', { id: 'clu_a', role: 'canonical' });
  expect(renderCluster('clu_a', [canonical]).split('\n')).toHaveLength(4);
  const shown = renderCluster('clu_a', [canonical, member(other, 'art_b', undefined, copy)]);
  expect(shown).toContain('12 paragraphs added, 4 cut');
  expect(shown).toContain('… and 8 more paragraphs');
});

test('an update is shown against the version before it; an id that was merged away is named', () => {
  const canonical = member(PARAGRAPHS, 'art_a', '2025-03-01', { id: 'clu_a', role: 'canonical' });
  const later = PARAGRAPHS.map((text) => text.replace('400 people', '650 people'));
  const update = member(later, 'art_u', '2025-03-02', { id: 'clu_u', role: 'update', of: 'art_a', containment: 1 });
  const shown = renderCluster('clu_old', [update], canonical);
  expect(shown).toContain('1 in clu_u  (clu_old was merged into it)');
  expect(shown).toContain('against art_a');
  expect(shown).toMatch(/- About 400 people.*\n.*\+ About 650 people/);
});

test('changes in full: what was added, cut, changed and kept, each paragraph whole', () => {
  const canonical = member(PARAGRAPHS, 'art_a', '2025-03-01', { id: 'clu_a', role: 'canonical' });
  const added = 'The council of Vellby will hear both sides at its next meeting, a clerk said.';
  const shown = renderChanges(member([PARAGRAPHS[0]!, added, PARAGRAPHS[2]!], 'art_b', '2025-03-02', copy), canonical);
  const [, , counted, , ...rest] = shown.split('\n');
  expect(counted).toBe('1 paragraph added, 2 cut, 2 the same');
  const text = rest.join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain(`+ ${added}`);
  for (const cut of [PARAGRAPHS[1]!, PARAGRAPHS[3]!]) expect(text).toContain(`- ${cut}`);
});
