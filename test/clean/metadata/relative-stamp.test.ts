import { describe, expect, test } from 'vitest';
import { cleanArticle } from '../../../src/clean/clean.ts';

const RETRIEVED = '2025-12-29T14:20:00+01:00';
const STORY = [
  'The harbour council voted to buy two electric ferries on Tuesday, ending a dispute that had run for most of a decade in the town, its islands and its shops, whatever anybody said in the meantime about the price.',
  'Council leader Marta Lindqvist told reporters that the decision was final and that the first of the boats would leave the yard before the summer.',
];
const html = STORY.map((line) => `<p>${line}</p>`).join('');

interface Parts {
  readonly head?: string;
  readonly above?: string;
  readonly below?: string;
  readonly after?: string;
}
const page = ({ head = '', above = '', below = '', after = '' }: Parts): string =>
  `<html lang="en"><head><title>Council buys ferries</title>${head}</head><body><main>${above}<h1>Council buys ferries</h1>${below}${html}</main>${after}</body></html>`;

/** [publishedAt, modifiedAt, words of the note] */
function datesOf(input: { html?: string; text?: string; url?: string }, retrievedAt: string | undefined = RETRIEVED): unknown[] {
  const { publishedAt, modifiedAt, notes } = cleanArticle({ ...input, retrievedAt });
  return [publishedAt?.value, modifiedAt?.value, notes.find(({ rule }) => rule === 'relative-date')?.text.match(/“.*”/)?.[0]];
}

describe('pages', () => {
  test.each<[string, Parts & { url?: string }, unknown[]]>([
    ['below the headline', { below: '<p class="meta">Published 2 days ago</p>' }, ['2025-12-27', undefined, '“2 days ago”']],
    ['a label of its own', { below: '<span>Updated</span><div>3 hours ago</div>' }, ['2025-12-29', undefined, '“3 hours ago”']],
    [
      'a <time> without a machine date',
      { below: '<div>By Jane Doe</div><time>yesterday at 10:15</time>' },
      ['2025-12-28T10:15', undefined, '“yesterday at 10:15”'],
    ],
    [
      'above the headline, in an element named for it',
      { above: '<div class="entry-date">3 hours ago</div>' },
      ['2025-12-29', undefined, '“3 hours ago”'],
    ],
    [
      'publication and update',
      { below: '<p>Published 2 days ago</p><p>Updated 3 hours ago</p>' },
      ['2025-12-27', '2025-12-29', '“2 days ago” and “3 hours ago”'],
    ],
    [
      'publication and update in one line',
      { below: '<p>Published 2 days ago | Updated 3 hours ago</p>' },
      ['2025-12-27', '2025-12-29', '“2 days ago” and “3 hours ago”'],
    ],
    [
      'a full date is better',
      { below: '<p>December 24, 2025</p><p>Updated 3 hours ago</p>' },
      ['2025-12-24', '2025-12-29', '“3 hours ago”'],
    ],
    [
      'a declared date is better',
      { head: '<meta property="article:published_time" content="2025-12-24">', below: '<p>3 hours ago</p>' },
      ['2025-12-24', undefined, undefined],
    ],
    [
      'the address is better',
      { below: '<p>3 hours ago</p>', url: 'https://courier.example/2025/12/28/ferries' },
      ['2025-12-28', undefined, undefined],
    ],
    [
      'a date of another story further down is worse',
      { below: '<p>3 hours ago</p>', after: '<aside><h3>Tolls rise</h3><time>November 3, 2025</time></aside>' },
      ['2025-12-29', undefined, '“3 hours ago”'],
    ],
    [
      'a teaser below the headline',
      { below: '<a href="/x">Bridge tolls to rise in May</a><div>3 hours ago</div>' },
      [undefined, undefined, undefined],
    ],
    [
      'a list of suggestions below the headline',
      { below: '<ul><li>Tolls rise<div>3 hours ago</div></li></ul>' },
      [undefined, undefined, undefined],
    ],
    ['a sidebar', { below: '<aside><div>3 hours ago</div></aside>' }, [undefined, undefined, undefined]],
    [
      'a teaser above the headline',
      { above: '<div><a href="/x">Tolls rise</a></div><div>3 hours ago</div>' },
      [undefined, undefined, undefined],
    ],
    [
      'comments',
      { after: '<section class="comments"><h2>Comments</h2><div>Jane</div><div>3 hours ago</div><p>Well said.</p></section>' },
      [undefined, undefined, undefined],
    ],
    ['a sentence of the story', { below: '<p>The council met 3 hours ago.</p>' }, [undefined, undefined, undefined]],
  ])('%s', (_name, { url, ...parts }, expected) => {
    expect(datesOf({ html: page(parts), ...(url === undefined ? {} : { url }) })).toEqual(expected);
  });

  test('without the moment of retrieval nothing is counted: an archived page gets no false date', () => {
    expect(cleanArticle({ html: page({ below: '<p>Published 2 days ago</p>' }) }).publishedAt).toBeUndefined();
  });

  test('the source of the date says that it was relative', () => {
    expect(cleanArticle({ html: page({ below: '<p>3 hours ago</p>' }), retrievedAt: RETRIEVED }).publishedAt).toEqual({
      value: '2025-12-29',
      precision: 'day',
      from: 'relative',
    });
  });
});

const dump = (...below: readonly string[]): string => ['Council buys two electric ferries', ...below, '', ...STORY].join('\n');

describe('dumps', () => {
  test.each<[string, readonly string[], unknown[]]>([
    ['below the headline', ['By Jane Doe', 'Published 2 days ago'], ['2025-12-27', undefined, '“2 days ago”']],
    ['glued, as innerText leaves it', ['Updated3 hours ago'], ['2025-12-29', '2025-12-29', '“3 hours ago”']],
    ['a full date is better', ['December 24, 2025', '3 hours ago'], ['2025-12-24', undefined, undefined]],
    [
      'titles of other stories',
      ['Bridge tolls to rise in May', 'Storm warning for the northern coast', '3 hours ago'],
      [undefined, undefined, undefined],
    ],
  ])('%s', (_name, below, expected) => {
    expect(datesOf({ text: dump(...below) })).toEqual(expected);
  });

  test.each([
    ['labelled, under the section', 'Harbour\nPublished 2 days ago', '2025-12-27'],
    ['without a label', 'Harbour\n2 days ago', undefined],
    ['under the title of another story', 'Bridge tolls to rise in May after the vote\nPublished 2 days ago', undefined],
  ])('above the headline: %s', (_name, above, published) => {
    expect(datesOf({ text: `Home\nNews\n${above}\n${dump('By Jane Doe | The Courier')}` })[0]).toBe(published);
  });

  test.each(['Published 2 days ago', '3 hours ago'])('"%s" behind the story is a suggestion’s or a comment’s', (line) => {
    expect(datesOf({ text: `${dump()}\n\nMore stories\nBridge tolls to rise in May\n${line}\n` })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('without the moment of retrieval nothing is counted', () => {
    expect(cleanArticle({ text: dump('Published 2 days ago') }).publishedAt).toBeUndefined();
  });
});
