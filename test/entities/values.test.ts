import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/entities/tokens.ts';
import { findValues } from '../../src/entities/values.ts';
import { cpuTime } from '../cpu-time.ts';

// 18 November 2026 is a Wednesday
const published = { value: '2026-11-18T23:30:00-05:00', precision: 'minute', from: 'test' } as const;

it.each([
  ['on 17 March 2022.', ['17 March 2022 = date 2022-03-17']],
  ['on March 17, 2022,', ['March 17, 2022 = date 2022-03-17']],
  ['in March 2022', ['March 2022 = date 2022-03']],
  ['on Nov. 3', ['Nov. 3 = date 2026-11-03']],
  ['on January 5', ['January 5 = date 2027-01-05']],
  ['on 31 April 2022', []],
  ['on 29 February 2023', []],
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

describe('in the news', () => {
  it.each([
    ['The council will vote on Friday, the mayor said on Tuesday.', ['2026-11-20', '2026-11-17']],
    ['The bridge is due to reopen on Monday.', ['2026-11-23']],
    ['He said on Monday that he will leave.', ['2026-11-16']],
    ['She resigned last Friday; they meet this Friday.', ['2026-11-13', '2026-11-20']],
    ['It closed on Wednesday last week and opens on Thursday next week.', ['2026-11-11', '2026-11-26']],
    ['They meet on Sunday, 3 May 2026, in Bern.', ['2026-05-03']],
    ['It began on Tuesday 5 May.', ['2026-05-05']],
    ['It began on Tuesday 6 May.', ['2025-05-06']],
    ['Prices rose .5% in May.', []],
    ['The mill burnt on the 4th of July, 2025.', ['2025-07-04']],
    ['The order of 2026-07-04 stands; that of 2026-13-04 fell.', ['2026-07-04']],
    ['The shop opened late on Black Friday and Good Friday.', []],
    ['She told the Sunday Times so.', []],
    ["Monday's vote was close.", ['2026-11-16']],
    ['The firm paid A$4.2bn, C$30m and HK$1.2 million.', ['AUD 4200000000', 'CAD 30000000', 'HKD 1200000']],
    ['It costs NZ$200 or S$15 a head.', ['NZD 200', 'SGD 15']],
    ['Rs 500 crore was set aside, Rs. 5 lakh paid, ₹2,000 crore lost.', ['INR 5000000000', 'INR 500000', 'INR 20000000000']],
    ['A fine of Rs 1,50,000 was paid.', ['INR 150000']],
    ['Turnout was 61.3 pct, up from 60 percent.', ['61.3', '60']],
    ['It fell by 0.4 percentage points.', []],
    ['They lent 2 million Canadian dollars and 100 Swiss francs.', ['CAD 2000000', 'CHF 100']],
    ['It raised 5 trillion won; of 30 races she had 12 won.', ['KRW 5000000000000']],
    ['The loan is €1.2 billion ($1.3bn).', ['EUR 1200000000', 'USD 1300000000']],
    ['It cost 10 000 euros.', []],
    ['Some 40 million naira went missing.', ['NGN 40000000']],
    ['Between 5 and 7 per cent left.', ['5', '7']],
    ['It costs $5 to $6 billion.', ['USD 5000000000', 'USD 6000000000']],
    ['It costs between 5 and 6 million euros.', ['EUR 5000000', 'EUR 6000000']],
    ['It costs 5 million to 6 million euros.', ['EUR 5000000', 'EUR 6000000']],
    ['It costs $500 to $1 million.', ['USD 500', 'USD 1000000']],
    ['Some 12 or 13 percent left, 5 and 6 million euros were lost.', ['12', '13', 'EUR 6000000']],
    ['He gave £3 or €2 million.', ['GBP 3', 'EUR 2000000']],
    ['In March 5 people died. March 5 people died.', []],
    ['On March 5 people gathered.', ['2027-03-05']],
    ['A $10-a-day plan costs $2-3 million.', []],
    ['EUR 300 million or 300 million EUR is the same.', ['EUR 300000000', 'EUR 300000000']],
    ['He was born on 29 February 2024.', ['2024-02-29']],
    ['A bag of 3 pounds, 3 million pounds in cash.', ['GBP 3000000']],
    ['Prices rose by 1,250%.', ['1250']],
    ['Twenty years ago, in 2006, it was 12.', []],
  ])('%s', (text, expected) => expect(findValues(text, tokenize(text), published).map(({ value }) => value)).toEqual(expected));
});

const piece = fc.constantFrom(
  ...'on Monday , Tuesday will said 3 31 4th of May March 2022 2026-07-04 $ A$ Rs . 1,500 5m million crore per cent % pounds euros Swiss francs last next week Black'.split(
    ' ',
  ),
);
it('of any words: spans give back their text in order, and each value has its form', () => {
  const form = { date: /^\d{4}-\d\d(?:-\d\d)?$/, money: /^[A-Z]{3} [\d.e+]+$/, percent: /^[\d.]+$/ };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 30 }).map((words) => words.join(' ')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        let last = 0;
        for (const { span, text: surface, kind, value } of findValues(text, tokenize(text), published)) {
          expect(text.slice(...span)).toBe(surface);
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(value).toMatch(form[kind]);
          last = span[1];
        }
      },
    ),
    { numRuns: 300 },
  );
});

it('takes time in proportion to the text', () => {
  const started = cpuTime();
  for (const text of ['Monday '.repeat(30_000), 'Monday , 3 '.repeat(20_000), '10 000 '.repeat(30_000), 'will '.repeat(30_000)])
    findValues(text, tokenize(text), published);
  expect(cpuTime() - started).toBeLessThan(4000);
});
