/** A reader child that does the real work, and has a fault when the text says so. */
import { mkdirSync } from 'node:fs';
import { readerCalls } from '../../src/reader/calls.ts';
import { serveCalls } from '../../src/reader/serve.ts';

/** True the first time for this folder, which is made. */
function isFirstAttempt(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

const ONCE = 'FAULT exit at the first attempt, marked by ';

function suffer(text: string | undefined): void {
  if (text === 'FAULT endless loop') for (;;) Math.random();
  if (text === 'FAULT out of memory') {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_none, index) => index + kept.length));
  }
  if (text === 'FAULT exit') process.exit(7);
  if (text?.startsWith(ONCE) && isFirstAttempt(text.slice(ONCE.length))) process.exit(7);
  if (text === 'FAULT throw') throw new RangeError('a stage is broken');
}

serveCalls({
  ...readerCalls,
  cleanAndSign: (input, options) => {
    suffer(input.text);
    return readerCalls.cleanAndSign(input, options);
  },
});
