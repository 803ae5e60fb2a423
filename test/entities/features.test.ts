import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { viewDocument } from '../../src/entities/features.ts';
import { tokenize } from '../../src/entities/tokens.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heldBytes = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

function read(number: number): void {
  const text = [' '.repeat(1_000_000), `Extraordinarilylongword${number}`].join('');
  viewDocument(tokenize(text));
}

it('the words kept between articles do not hold the articles', () => {
  read(0);
  const before = heldBytes();
  for (let number = 1; number <= 8; number++) read(number);
  // eight texts of a million units
  expect(heldBytes() - before).toBeLessThan(3e6);
});
