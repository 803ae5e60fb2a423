import { expect, test } from 'vitest';
import { parseLines, run } from './command.ts';

const story = (subject: string): string =>
  [
    `The ${subject} council met on Monday evening and voted by nine to four for a new bridge over the river, ending three years of dispute.`,
    `Mayor Ann Lee told reporters after the vote in ${subject} that work would begin in March and last for eighteen months at the least.`,
    `Shopkeepers on the east bank of ${subject} had warned that the closing of the old crossing would cost them half of their trade.`,
    `The regional government pays two thirds of the price, which engineers put at twelve million, and ${subject} borrows the rest.`,
  ].join('\n\n');

test('copies share a cluster, others do not; lines come out in the order in which they came in', async () => {
  const lines = [
    { id: 'a', text: story('York'), outlet: 'A' },
    {
      id: 'b',
      text: 'Heavy rain flooded the market in Leeds on Friday.\n\nNobody was hurt, the fire brigade said, but forty cellars had to be pumped dry overnight.',
    },
    { id: 'c', text: `${story('York')}\n\nSubscribe to our newsletter`, outlet: 'C' },
    { id: 'd' },
    { id: 'e', text: story('York'), outlet: 'E' },
  ];
  const { code, stdout, stderr } = await run(['cluster', '--jsonl'], { stdin: lines.map((line) => JSON.stringify(line)).join('\n') });
  const found = parseLines<{ id: string; cluster: string }>(stdout);
  expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e']);
  const clusterOf = new Map(found.map(({ id, cluster }) => [id, cluster]));
  expect(clusterOf.get('c')).toBe(clusterOf.get('a'));
  expect(clusterOf.get('e')).toBe(clusterOf.get('a'));
  expect(clusterOf.get('b')).not.toBe(clusterOf.get('a'));
  expect(stderr).toContain('-:4');
  expect(stderr).toContain('MISSING_FIELD');
  expect(code).toBe(2);
}, 60_000);
