import { describe, expect, test } from 'vitest';
import { contextOfPage } from '../../../src/clean/html/context.ts';

const declared = (published: string, modified = ''): string =>
  `<meta property="article:published_time" content="${published}">${modified === '' ? '' : `<meta property="article:modified_time" content="${modified}">`}`;

const STORY =
  '<p>The harbour council voted to buy two electric ferries, ending a dispute that had run for most of a decade in the town, its islands and its shops, whatever anybody said in the meantime about the price.</p>';

/** The two dates of a page, as days; `above` and `below` stand at the headline, `after` behind the story. */
function datesOf({
  head = '',
  above = '',
  below = '',
  after = '',
  url,
}: {
  head?: string;
  above?: string;
  below?: string;
  after?: string;
  url?: string;
}): unknown[] {
  const html = `<html lang="en-US"><head><title>Council buys ferries</title>${head}</head><body><main>${above}<h1>Council buys ferries</h1>${below}${STORY}</main>${after}</body></html>`;
  const { publishedAt, modifiedAt } = contextOfPage({ html, url }, () => undefined).metadata;
  return [publishedAt?.value.slice(0, 10), modifiedAt?.value.slice(0, 10)];
}

describe('what the page declares and what it shows', () => {
  test.each([
    ['declared alone', { head: declared('2025-03-04T10:00:00Z', '2025-03-05T10:00:00Z') }, ['2025-03-04', '2025-03-05']],
    [
      'the stamp below the headline overrules an instant in another zone',
      {
        head: declared('2025-03-05T02:41:00+00:00'),
        below: '<p class="post-date">Posted on March 4, 2025 by Jane <a class="comments-link">59 Comments</a></p>',
      },
      ['2025-03-04', undefined],
    ],
    [
      'so does a stamp named for one above it',
      { head: declared('2019-08-11'), above: '<div class="post-date">March 4, 2025</div>' },
      ['2025-03-04', undefined],
    ],
    ['not a bare date above it', { head: declared('2025-03-04'), above: '<div>June 1, 2021</div>' }, ['2025-03-04', undefined]],
    [
      'an update that is shown does not overrule the publication that is declared',
      { head: declared('2025-03-04', '2025-06-01'), below: '<p>Updated June 1, 2025</p>' },
      ['2025-03-04', '2025-06-01'],
    ],
    [
      'nor does one whose label stands in a block of its own',
      { head: declared('2025-03-04', '2025-06-01'), below: '<div>Updated on</div><div>June 1, 2025</div>' },
      ['2025-03-04', '2025-06-01'],
    ],
    [
      'nor does a date in the standfirst',
      {
        head: declared('2025-03-04'),
        below:
          '<p>The council, which meets again on June 1, 2025, has bought two boats, and will pay for both of them over twelve years.</p>',
      },
      ['2025-03-04', undefined],
    ],
    [
      'nor the date of a linked story',
      { head: declared('2025-03-04'), below: '<p><a href="/x">Mayor resigns, June 1, 2021</a></p>' },
      ['2025-03-04', undefined],
    ],
  ])('%s', (_name, page, dates) => {
    expect(datesOf(page)).toEqual(dates);
  });
});

describe('nothing declared', () => {
  test.each([
    [
      'the stamp below the headline, not that of a story listed above',
      { above: '<ul><li>Mayor resigns <span>June 1, 2021</span></li></ul>', below: '<div>03/04/2025 by Jane Doe</div>' },
      ['2025-03-04', undefined],
    ],
    [
      'of two stamps side by side the earlier is the publication',
      {
        below:
          '<div class="entry-meta"><time class="updated" datetime="2025-06-01T10:00:00Z">June 1, 2025</time><time class="published" datetime="2025-03-04T10:00:00Z">March 4, 2025</time></div>',
      },
      ['2025-03-04', '2025-06-01'],
    ],
    [
      'publication and update in one line',
      { below: '<p class="date">March 4, 2025. <i>Updated: June 1, 2025</i></p>' },
      ['2025-03-04', '2025-06-01'],
    ],
    [
      'the first publication, told at the foot of the page',
      { below: '<p>Last updated June 1, 2025</p>', after: '<ul><li><h6>4 March 2025 | Originally published</h6></li></ul>' },
      ['2025-03-04', '2025-06-01'],
    ],
    ['an update is better than nothing', { below: '<p>Last updated June 1, 2025</p>' }, ['2025-06-01', undefined]],
    ['the address', { url: 'https://courier.example/2025/03/04/ferries' }, ['2025-03-04', undefined]],
    ['a month alone', { below: '<p>March 2025</p>' }, ['2025-03', undefined]],
    ['a month in a sentence is none', { below: '<p>The boats arrive in March 2025 from the yard.</p>' }, [undefined, undefined]],
    [
      'comments and teasers have dates of their own',
      { after: '<div class="comments"><time datetime="2025-06-01">June 1, 2025</time></div>' },
      [undefined, undefined],
    ],
  ])('%s', (_name, page, dates) => {
    expect(datesOf(page)).toEqual(dates);
  });
});
