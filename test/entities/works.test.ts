import { describe, expect, it } from 'vitest';
import { builtInKnown } from '../../src/entities/known.ts';
import { tokenize } from '../../src/entities/tokens.ts';
import { findWorks } from '../../src/entities/works.ts';
import { cpuTime } from '../cpu-time.ts';

function works(text: string): string[] {
  const tokens = tokenize(text);
  const person = text.indexOf('Ana Lima');
  const from = tokens.start.indexOf(person);
  return findWorks(tokens, person < 0 ? [] : [{ from, to: from + 2, type: 'PER' }], builtInKnown()).map(
    (range) => `${text.slice(tokens.start[range.from], tokens.end[range.to - 1])}: ${range.kind}`,
  );
}

describe('a programme or call sign', () => {
  it.each([
    ['He told CBS’s Face the Nation TV programme so.', ['Face the Nation: work']],
    ["She was on CNN's State of the Union yesterday.", ['State of the Union: work']],
    ["On NBC's Today show he said no.", ['Today: work']],
    ['The interview program "Meet the Press" asked him. He left Meet the Press angry.', ['Meet the Press: work', 'Meet the Press: work']],
    ['The U.S. television news program 60 Minutes asked him.', ['60 Minutes: work']],
    ['He flew on Air Force One; she took Marine Two.', ['Air Force One: product', 'Marine Two: product']],
  ])('is found: %s', (text, expected) => expect(works(text)).toEqual(expected));

  it.each([
    "The BBC's Ana Lima was there.",
    "Orbel's Face of the Year won.",
    'He called the show "we are all tired of it" and left.',
    'He was on a talk show Monday.',
    'The reality TV show Ana Lima made ended.',
    'One by one they left. Air Force officers stayed.',
    "The BBC's Head of News left.",
  ])('is not: %s', (text) => expect(works(text)).toEqual([]));

  it('takes time in proportion to the text', () => {
    const started = cpuTime();
    for (const text of ["CNN's State of the Union ".repeat(8000), 'show "A '.repeat(20_000), "BBC's A B of C ".repeat(10_000)]) works(text);
    expect(cpuTime() - started).toBeLessThan(6000);
  });
});
