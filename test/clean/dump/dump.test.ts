import { describe, expect, test } from 'vitest';
import { cleanDump, explainDump } from '../../../src/clean/dump/dump.ts';
import { STORY, MENU, HEADLINE, FOOTER, dump, read, removedBy, page } from './pages.ts';

describe('a whole page', () => {
  const article = read(page());

  test('keeps exactly the story', () => {
    expect(article.body.text.split('\n\n')).toEqual(STORY);
    expect(article.kind).toBe('article');
  });

  test('finds headline, byline and date over it', () => {
    expect(article.headline).toBe(HEADLINE);
    expect(article.byline).toEqual({ text: 'By Jonas Berg', authors: ['Jonas Berg'] });
    expect(article.publishedAt).toEqual({ value: '2025-12-29', precision: 'day', from: 'text' });
    expect(article.language.code).toBe('en');
    expect(article.outlet).toBe('The Ostfjord Courier');
  });

  test('marks the section heading in the HTML and escapes it', () => {
    expect(article.body.html).toContain('<h2>What happens next</h2>');
    expect(
      read(dump(...STORY.slice(0, 4), 'She wrote <b>no</b> & "never" in the margin of the plan, the minutes show.')).body.html,
    ).toContain('She wrote &lt;b&gt;no&lt;/b&gt; &amp; &quot;never&quot; in the margin');
  });

  test('explains every line in order with a score', () => {
    const decisions = explainDump({ text: page() });
    expect(decisions.map((d) => d.text)).toEqual(page().split('\n\n'));
    expect(decisions.filter((d) => d.kept).map((d) => d.text)).toEqual(STORY);
    for (const decision of decisions) {
      expect(decision.score).toBeTypeOf('number');
      expect(decision.reason).not.toBe('');
    }
  });
});

describe('lines put into the story go, with their rule', () => {
  test.each<[rule: string, lines: string[]]>([
    ['advertisement', ['- Advertisement -']],
    ['advertisement', ['ADVERTISEMENT']],
    ['advertisement', ['Story continues below this ad']],
    ['advertisement', ['Anzeige']],
    ['read-more', ['READ: Mayor of Northport denies plan to sell the docks']],
    ['read-more', ['READ MORE – Mayor of Northport denies plan to sell the docks']],
    ['read-more', ['Related: Mayor of Northport denies plan to sell the docks']],
    ['read-more', ['Lesen Sie auch: Bürgermeister weist Vorwürfe zurück']],
    ['read-more', ['Читайте также: Мэр отверг обвинения']],
    ['watch', ['WATCH:']],
    ['newsletter', ['Get all the latest headlines for free in your inbox!']],
    ['newsletter', ['We don’t spam! Read our privacy policy for more info.']],
    ['share', ['SHARE:']],
    ['share', ['Share this article on Facebook']],
    ['follow-us', ['join telegram']],
    ['follow-us', ['Follow the Courier on Facebook and Twitter for breaking news.']],
    ['poll', ["READERS' POLL"]],
    ['donation', ['Please make a small donation to the Courier to help sustain independent journalism.']],
    ['photo-credit', ['The old pier at dusk. (Photo: Anna Holm)']],
    ['photo-credit', ['Harbour workers. Source: @ostfjordharbour']],
    ['photo-credit', ['A ferry leaves the pier on Monday. Credit: Anna Holm/Nordpress']],
    ['headline-repeat', [HEADLINE]],
    ['affiliate', ['We may earn a commission if you buy through links on our site.']],
    ['app', ['Download our app from the App Store.']],
    ['related-heading', ['Most read in World']],
    ['related-heading', ['Most popular this week:']],
    ['legal', ['We and our partners use cookies and other technologies on your device.']],
    ['legal', ['This website uses cookies to ensure you get the best experience.']],
  ])('%s: %j', (rule, lines) => {
    const article = read(page(...lines));
    expect(article.body.text.split('\n\n')).toEqual(STORY);
    expect(removedBy(article, rule)).toEqual(expect.arrayContaining(lines));
  });

  test('“Also Read” takes the headlines of the same block with it', () => {
    const block = 'Also Read\nMayor of Northport denies plan to sell the docks\nFerry company reports record loss in third quarter';
    const article = read(page(block));
    expect(article.body.text.split('\n\n')).toEqual(STORY);
    expect(removedBy(article, 'linked-headline').slice(0, 2)).toEqual([
      'Mayor of Northport denies plan to sell the docks',
      'Ferry company reports record loss in third quarter',
    ]);
  });

  test('“The post … appeared first on …” ends the story', () => {
    const teaser = 'The ferry company said on Monday that it would sell three of its ships and close its office in the capital.';
    const article = read(
      dump(HEADLINE, ...STORY, `The post ${HEADLINE} appeared first on Northport Post.`, 'Ferry company sells ships', teaser, 'Read more'),
    );
    expect(article.body.text.split('\n\n')).toEqual(STORY);
    expect(removedBy(article, 'syndication')).toHaveLength(1);
  });
});

describe('comments', () => {
  const POST = 'Once a season we open this page to readers, so that they can tell us what they think of the ferry and its timetable.';
  const COMMENTS = [
    'Per Dahl on September 12, 2025 at 4:47 pm said:',
    'The old timetable was better. I waited for an hour on Monday, and the boat that came was full before it had even berthed at our quay.',
    'Anna Holm on September 13, 2025 at 5:23 pm said:',
    'We have counted the passengers of all sailings in August. The county says that three in four boats were less than half full that month.',
    'Jonas Berg on September 17, 2025 at 6:34 am said:',
    'The bridge has made the southern route slower for those who have no car. A bus that meets the boat would cost less than the new pier.',
    'Per Dahl on September 18, 2025 at 8:10 am said:',
    'That is what the council promised when it closed the road. The minutes of the meeting are public, and everybody can read them there.',
  ];

  test('a post of one line is the body, the comments under it are not', () => {
    const article = read(
      dump(...MENU, 'Open page for readers', 'September 10, 2025', POST, 'Comments', ...COMMENTS, 'Leave a Reply', ...FOOTER),
    );
    expect(article.body.text).toContain(POST);
    expect(article.body.text).not.toContain('The old timetable was better.');
    expect(article.body.text).not.toContain('That is what the council promised');
  });

  test('recent comments over a story do not cost the story', () => {
    const article = read(dump(...MENU, 'Comments', ...COMMENTS, HEADLINE, 'By Jonas Berg', 'December 29, 2025', ...STORY, ...FOOTER));
    expect(article.body.text).toContain(STORY[0]);
    expect(article.body.text).toContain(STORY.at(-1));
  });
});

describe('lines that must survive', () => {
  test.each([
    '“Read the letter,” he said.',
    'Read the letter in full before you sign it, the union told its members on Friday.',
    'Watch this space, the minister said.',
    '“Share the burden,” she added.',
    'The newsletter that the residents print each month called the vote a scandal.',
    'He donated the money to a school in the north of the county.',
    'Follow the money, the prosecutor told the court.',
    'Advertisement revenue at the paper fell by a third last year, its owner said.',
    'More from the fund was promised but never paid, the report says.',
    'Comments made by the mayor were struck from the record.',
    '“Never.”',
    'It was over.',
    'Most read the letter …',
    'Most shared the work in silence:',
    'We baked cookies for the men on the pier, she said, and they ate them all.',
    '“We use cookies to see who books a crossing,” the ferry company told the court.',
  ])('%s', (line) => {
    expect(read(page(line)).body.text.split('\n\n')).toContain(line);
  });

  test('a credit at the end stays with the story', () => {
    const credit = 'Holm reported from Northport. Per Dahl in Ostfjord contributed to this report.';
    const article = read(dump(HEADLINE, ...STORY, credit, 'Related Articles', 'Bridge tolls to rise in May'));
    expect(article.body.text.endsWith(credit)).toBe(true);
  });
});

test('what screen readers say after a link goes, with its place', () => {
  const raw = dump(HEADLINE, ...STORY, 'The port authority (OSTF.OL), opens new tab said it had no comment on the ruling of the council.');
  const article = read(raw);
  expect(article.body.text).toContain('The port authority (OSTF.OL) said it had no comment');
  const [entry] = article.removed.filter(({ rule }) => rule === 'link-text');
  expect(raw.slice(...entry!.rawSpan!)).toBe(', opens new tab');
});

test('the lines of a list stand or fall together', () => {
  const dates = [
    'The sailings in June:',
    'June 9 – Ostfjord, North Quay',
    'June 10 – Northport',
    'June 14 – Holm Island, old pier',
    'June 17 – Ostfjord',
    'June 19 – Skerry Sound, if the weather allows',
    'June 20 – Northport',
  ];
  const kept = read(page(dates.join('\n'))).body.text.split('\n\n');
  expect([0, dates.length]).toContain(dates.filter((line) => kept.includes(line)).length);
  expect(kept).toEqual(expect.arrayContaining(STORY));
});

test('short sentences of a story between menu and footer, with no empty line anywhere, are all kept', () => {
  const story = [
    'A lorry overturned on the harbour road on Monday evening and spilled its load of apples.',
    'Police closed the road for two hours.',
    'Nobody was hurt, a spokesman for the town said.',
  ];
  const lines = [
    'Home',
    'News',
    'Sport',
    'Weather',
    'Lorry spills apples on harbour road',
    ...story,
    'Contact',
    'Privacy',
    'Terms',
    'Imprint',
  ];
  expect(read(lines.join('\n')).body.text.split('\n\n')).toEqual(expect.arrayContaining(story));
});

describe('what stands over the story', () => {
  test('a headline may have three words', () => {
    const article = read(dump('Mayor closes pier', ...STORY));
    expect(article.headline).toBe('Mayor closes pier');
    expect(article.body.text.split('\n\n')).toEqual(STORY);
  });

  test('a summary set off by the repeated headline is the standfirst', () => {
    const summary = 'The vote on Tuesday ends a long dispute over the pier that has carried passengers since 1911.';
    const article = read(`${HEADLINE}\n\n${summary}\n${HEADLINE}\n\n${dump(...STORY)}`);
    expect(article.standfirst).toBe(summary);
    expect(article.body.text.split('\n\n')).toEqual(STORY);
  });

  test('a declared date wins over the page', () => {
    expect(cleanDump({ text: page(), publishedAt: '2026-01-02T10:00:00Z' }).publishedAt).toMatchObject({ from: 'declared' });
  });

  test('section beside the date', () => {
    expect(read(`${HEADLINE}\n\nDecember 29, 2025\nin World\n\n${dump(...STORY)}`).section).toBe('World');
  });

  test('a dateline stays in the body and is named', () => {
    const article = read(dump(HEADLINE, `OSTFJORD, Norway (AP) — ${STORY[0]!}`, ...STORY.slice(1)));
    expect(article.dateline).toEqual({ text: 'OSTFJORD, Norway (AP) —', place: 'OSTFJORD, Norway', agency: 'AP' });
    expect(article.body.text.startsWith('OSTFJORD, Norway (AP) —')).toBe(true);
  });
});

const wrap = (text: string, column: number): string => text.replace(new RegExp(`(.{1,${column}})(?: |$)`, 'gu'), '$1\n').trim();

test('a German page with its own furniture words', () => {
  const story = [
    'OSTFJORD (dpa) – Der Stadtrat hat am Dienstag beschlossen, den alten Fähranleger zu schließen, und damit einen langen Streit beendet.',
    '„Wir haben jeden Bericht gelesen“, sagte die Vorsitzende Marta Lindqvist.',
    'Die Fischer kündigten an, gegen die Entscheidung zu klagen und sich an das Gericht zu wenden.',
  ];
  const [first, second, third] = story as [string, string, string];
  const title = 'Stadtrat schließt den alten Fähranleger';
  const head = ['Startseite', 'Politik', 'Anzeige', title, 'Von Jonas Berg', '29.12.2025, 14:05 Uhr'];
  const foot = ['Mehr zum Thema', 'Brückenmaut steigt im Mai', 'Impressum', '© 2025 Ostfjord Kurier'];
  const article = read(dump(...head, first, 'Anzeige', second, 'Lesen Sie auch: Brückenmaut steigt', third, ...foot));
  expect(article.body.text.split('\n\n')).toEqual(story);
  expect(article.headline).toBe(title);
  expect(article.byline?.authors).toEqual(['Jonas Berg']);
  expect(article.publishedAt?.value).toBe('2025-12-29T14:05');
  expect(article.dateline).toMatchObject({ place: 'OSTFJORD', agency: 'dpa' });
  expect(article.language.code).toBe('de');
});

describe('text wrapped at a fixed column', () => {
  test.each([60, 72, 80])('is read by paragraphs (%d)', (column) => {
    const article = read(dump(HEADLINE, ...STORY.map((paragraph) => wrap(paragraph, column))));
    expect(article.headline).toBe(HEADLINE);
    expect(article.body.text.split('\n\n')).toEqual(STORY);
  });

  test('lines that are paragraphs of their own are not joined', () => {
    const article = read(`${HEADLINE}\n${STORY.join('\n')}`);
    expect(article.body.text.split('\n\n')).toEqual(STORY);
  });
});

describe('kind', () => {
  test.each<[kind: string, rule: string, text: string]>([
    ['not-article', 'kind-empty', '  \n\n '],
    ['not-article', 'kind-error-page', dump(...MENU, '404 Page not found', 'Go to the homepage', ...FOOTER)],
    [
      'not-article',
      'kind-search-page',
      dump(
        ...MENU,
        'Search results for “pier”',
        'Showing 1-10 of 240 results',
        ...Array.from({ length: 12 }, (_, i) => `Council story number ${i + 1}`),
        ...FOOTER,
      ),
    ],
    ['not-article', 'kind-robot-check', 'Please enable JavaScript and cookies to continue'],
    [
      'stub',
      'kind-paywall',
      dump(...MENU, HEADLINE, STORY[0]!, 'Subscribe to continue reading', 'Already a subscriber? Log in', ...FOOTER),
    ],
    ['brief', 'kind-brief', dump(HEADLINE, STORY[0]!)],
  ])('%s (%s)', (kind, rule, text) => {
    const article = read(text);
    expect(article.kind).toBe(kind);
    expect(article.notes.map((note) => note.rule)).toContain(rule);
  });

  test('a story about search results and error pages is an article', () => {
    const lines = [
      'Search results for the missing boat came back empty, the coast guard said.',
      'The page was not found among his papers.',
    ];
    expect(read(page(...lines)).kind).toBe('article');
  });
});
