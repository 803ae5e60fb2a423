import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

const split = (text: string): string[] => splitSentences(text).map(([start, end]) => text.slice(start, end));

test.each([
  { name: 'plain', text: 'It rained. It stopped.', expected: ['It rained.', 'It stopped.'] },
  { name: 'titles', text: 'Mr. Ray met Dr. Lee. They talked.', expected: ['Mr. Ray met Dr. Lee.', 'They talked.'] },
  { name: 'initials', text: 'J. K. Ray left. He was tired.', expected: ['J. K. Ray left.', 'He was tired.'] },
  { name: 'decimals', text: 'It cost $3.5 million. Nobody paid.', expected: ['It cost $3.5 million.', 'Nobody paid.'] },
  { name: 'an abbreviation inside', text: 'The U.S. Senate met. It voted.', expected: ['The U.S. Senate met.', 'It voted.'] },
  { name: 'an abbreviation at the end', text: 'He moved to the U.S. He was happy.', expected: ['He moved to the U.S.', 'He was happy.'] },
  { name: 'closing marks belong to the sentence', text: '“It is open.” She left.', expected: ['“It is open.”', 'She left.'] },
  {
    name: 'a source in lower case goes on',
    text: '“Is it open?” she asked. He nodded.',
    expected: ['“Is it open?” she asked.', 'He nodded.'],
  },
  { name: 'ellipsis in lower case goes on', text: 'Well … maybe. Yes.', expected: ['Well … maybe.', 'Yes.'] },
  { name: 'line ends', text: 'A headline\nA sentence.', expected: ['A headline', 'A sentence.'] },
  { name: 'months', text: 'On Jan. 4 it rained. It stopped.', expected: ['On Jan. 4 it rained.', 'It stopped.'] },
  { name: 'nothing', text: '  \n ', expected: [] },
])('$name', ({ text, expected }) => {
  expect(split(text)).toEqual(expected);
});

test('sentences are in order, apart, trimmed, and hold every word', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('It', 'rained', '.', '. ', '? ', '"', '”', ' ', '\n', 'Mr.', 'U.S.', '…', '(', ')'), { maxLength: 60 }),
      (pieces) => {
        const text = pieces.join('');
        const spans = splitSentences(text);
        let last = 0;
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      },
    ),
    { numRuns: 300, seed: 6 },
  );
});
