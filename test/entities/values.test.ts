import { expect, it } from 'vitest';
import { tokenize } from '../../src/entities/tokens.ts';
import { findValues } from '../../src/entities/values.ts';

// 18 November 2026 is a Wednesday
const published = { value: '2026-11-18T23:30:00-05:00', precision: 'minute', from: 'test' } as const;

it.each([
  ['on 17 March 2022.', ['17 March 2022 = date 2022-03-17']],
  ['on March 17, 2022,', ['March 17, 2022 = date 2022-03-17']],
  ['in March 2022', ['March 2022 = date 2022-03']],
  ['on Nov. 3', ['Nov. 3 = date 2026-11-03']],
  ['on January 5', ['January 5 = date 2027-01-05']],
  ['on 31 April 2022', ['April 2022 = date 2022-04']],
  ['on Monday', ['Monday = date 2026-11-16']],
  ['on Wednesday', ['Wednesday = date 2026-11-18']],
  ['next Monday', ['Monday = date 2026-11-23']],
  ['yesterday and tomorrow', ['yesterday = date 2026-11-17', 'tomorrow = date 2026-11-19']],
  ['May was there. They may march 5 miles', []],
  ['cost $1.5 million', ['$1.5 million = money USD 1500000']],
  ['€20bn and £3,000.50', ['€20bn = money EUR 20000000000', '£3,000.50 = money GBP 3000.5']],
  ['paid US$5m', ['US$5m = money USD 5000000']],
  ['5 million euros', ['5 million euros = money EUR 5000000']],
  ['rose 3.5% or 4 per cent', ['3.5% = percent 3.5', '4 per cent = percent 4']],
  ['weighs 20 pounds', []],
])('%s', (text, expected) => {
  const found = findValues(text, tokenize(text), published);
  expect(found.map((value) => `${value.text} = ${value.kind} ${value.value}`)).toEqual(expected);
});

it('leaves relative days out without a day of publication', () => {
  const text = 'on Monday, yesterday, 3 May, 3 May 2024';
  expect(findValues(text, tokenize(text), undefined).map((value) => value.value)).toEqual(['2024-05-03']);
});
