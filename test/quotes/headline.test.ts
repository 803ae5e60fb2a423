import { describe, expect, test } from 'vitest';
import { newsRecordSchema } from '../../src/article.ts';
import { findQuotations } from '../../src/quotes/quotes.ts';
import { articleOf, type Name } from './article.ts';

const BODY =
  'Ann Lee opened the bridge in Troy.\n\n“It is safe and it will not close,” Lee said. “I am not happy with the cost.”\n\nBob Ray of the Bell Company and the police watched.';
const NAMES: readonly (string | Name)[] = [
  'Ann Lee',
  'Bob Ray',
  { name: 'Bell Company', kind: 'organisation' },
  { name: 'Troy', kind: 'place' },
];

const read = (headline: string) => findQuotations({ ...articleOf(BODY, NAMES), headline });
/** "words <- speaker (kind)" of those that only the headline has. */
const own = (headline: string): string[] =>
  read(headline).headlineQuotations.map(({ text, speaker, kind }) => `${text} <- ${speaker?.name ?? 'nobody'} (${kind})`);
/** "words = q1" of those that the body quotes too. */
const shared = (headline: string): string[] =>
  read(headline).quotations.flatMap(({ id, headline: place }) => (place === undefined ? [] : [`${place.text} = ${id}`]));

describe('only in the headline', () => {
  test.each([
    { headline: 'Lee: Bridge Will NOT Close Again', expected: ['Bridge Will NOT Close Again <- Ann Lee (indirect)'] },
    { headline: 'Bridge Will Not Close: Lee', expected: ['Bridge Will Not Close <- Ann Lee (indirect)'] },
    { headline: 'Two Bridges Were Closed After Flood: Troy', expected: ['Two Bridges Were Closed After Flood <- Troy (indirect)'] },
    { headline: 'Lee: “We kept our word to the town”', expected: ['We kept our word to the town <- Ann Lee (direct)'] },
    { headline: '“We Kept Our Word”: Ann Lee Denies Claim', expected: ['We Kept Our Word <- Ann Lee (direct)'] },
    { headline: 'Mayor Ann Lee says bridge ‘cost us dearly’ last year', expected: ['cost us dearly <- Ann Lee (mixed)'] },
    { headline: "Lee says the old bridge 'cost us dearly'", expected: ['cost us dearly <- Ann Lee (mixed)'] },
    { headline: 'Ray: The Man Behind the Bells', expected: [] },
    { headline: 'Ray: Bridge Will Not Close', expected: [] },
    { headline: 'Troy: Bridge Will Not Close', expected: [] },
    { headline: 'Lee: What We Know So Far', expected: [] },
    { headline: 'Lee: Will the Bridge Close?', expected: [] },
    { headline: 'Flood in Troy: Bridge Was Closed', expected: [] },
    { headline: 'Live: Lee Opens Bridge', expected: [] },
    { headline: 'Bridge opens at 9:30 in Troy', expected: [] },
    { headline: 'Lee’s bridge, Ray’s bells and the cost', expected: [] },
    { headline: 'Lee opens ‘smart’ bridge', expected: [] },
    { headline: 'Lee opens bridge', expected: [] },
    { headline: '', expected: [] },
  ])('$headline', ({ headline, expected }) => {
    expect(own(headline)).toEqual(expected);
    expect(shared(headline)).toEqual([]);
  });

  test('a source that the body does not know is nobody', () => {
    expect(own('“We Kept Our Word”: Joan Whitlock Denies Claim')).toEqual(['We Kept Our Word <- nobody (direct)']);
  });
});

describe('in headline and body: one quotation with two places', () => {
  test.each([
    { headline: 'Lee ‘not happy’ with the cost of bridge', expected: ['not happy = q2'] },
    { headline: '“It’s Safe”: Lee Opens Bridge', expected: ['It’s Safe = q1'] },
    { headline: "Lee says bridge 'will not close'", expected: ['will not close = q1'] },
    { headline: '“It is safe”, “it will not close”: Lee', expected: ['It is safe = q1'] },
  ])('$headline', ({ headline, expected }) => {
    expect(shared(headline)).toEqual(expected);
    expect(own(headline)).toEqual([]);
  });
});

test('spans are into the headline and the answer fits the schema', () => {
  for (const headline of ['Lee: Bridge Will NOT Close Again', '“We Kept Our Word”: Ann Lee Denies Claim', 'Lee ‘not happy’ with cost']) {
    const { quotations, headlineQuotations } = read(headline);
    const places = [
      ...headlineQuotations.flatMap(({ span, text, speaker, cue }) => [{ span, text }, speaker?.mention, cue]),
      ...quotations.map((quotation) => quotation.headline),
    ].flatMap((place) => place ?? []);
    expect(places.length).toBeGreaterThan(0);
    expect(places.map(({ span }) => headline.slice(...span))).toEqual(places.map(({ text }) => text));
    expect(newsRecordSchema.shape.headlineQuotations.safeParse(headlineQuotations).success).toBe(true);
  }
});
