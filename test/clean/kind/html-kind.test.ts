import { describe, expect, test } from 'vitest';
import type { CleanArticle } from '../../../src/article.ts';
import { cleanHtml, explainHtml } from '../../../src/clean/html/html.ts';
import { HEADLINE, STORY, TITLES, cards, gallery, liveEntries, newsArticle, page, story } from './pages.ts';

const read = (html: string, url?: string): CleanArticle => cleanHtml({ html, url });
const rules = ({ notes }: CleanArticle): string[] => notes.map(({ rule }) => rule);
const paragraphs = ({ body }: CleanArticle): string[] => body.paragraphs.map(([start, end]) => body.text.slice(start, end));

const search = (heading: string, lang: string): string =>
  page({
    title: `${heading} | Ostfjord Courier`,
    lang,
    main: `<h1>${heading}</h1><form><input name="q" value="pier"></form>${cards(10)}`,
    after: '',
  });
const error = (heading: string, lang: string): string =>
  page({ title: heading, lang, main: `<h1>${heading}</h1><p>${STORY[0]!.slice(0, 60)}.</p><p><a href="/">Home</a></p>`, after: '' });

const wall = (words: string): string => `<div class="wall"><p>${words}</p><a href="/subscribe">Subscribe</a></div>`;

describe('pages without an article have no body, and say why', () => {
  test.each<[name: string, rule: string, html: string, url?: string]>([
    ['search results', 'kind-search-page', search('Search results for “pier”', 'en')],
    ['search results, German', 'kind-search-page', search('Suchergebnisse für „Brücke“', 'de')],
    ['search results, French', 'kind-search-page', search('Résultats de recherche pour « pont »', 'fr')],
    ['search results, Spanish', 'kind-search-page', search('Resultados de búsqueda: puente', 'es')],
    ['search results, Russian', 'kind-search-page', search('Результаты поиска: мост', 'ru')],
    ['search results, Japanese', 'kind-search-page', search('「橋」の検索結果', 'ja')],
    [
      'search results by type',
      'kind-search-page',
      page({ jsonLd: { '@type': 'SearchResultsPage', name: 'x' }, main: cards(8), after: '' }),
    ],
    ['search results by address', 'kind-search-page', page({ main: `<h1>pier</h1>${cards(8)}` }), 'https://courier.example/search?q=pier'],
    [
      'a section by type',
      'kind-listing',
      page({ jsonLd: { '@graph': [{ '@type': 'CollectionPage' }] }, main: `<h1>Culture</h1>${cards(8)}` }),
    ],
    ['a section by address', 'kind-listing', page({ main: `<h1>Harbour</h1>${cards(6)}` }), 'https://courier.example/tag/harbour'],
    [
      'a front page',
      'kind-listing',
      page({ head: '<meta property="og:type" content="website">', main: cards(14) }),
      'https://courier.example/',
    ],
    ['a list that says nothing of itself', 'kind-listing', page({ main: `<h1>Harbour</h1>${cards(12)}` })],
    ['a list of bare titles', 'kind-listing', page({ main: `<h1>Archive</h1>${cards(14, false)}` })],
    [
      'an author page',
      'kind-listing',
      page({ jsonLd: { '@type': 'ProfilePage' }, main: `<h1>Jonas Berg</h1><p>Jonas Berg covers the harbour.</p>${cards(8)}` }),
    ],
    ['404', 'kind-error-page', error('404 – Page not found', 'en')],
    ['404, German', 'kind-error-page', error('Seite nicht gefunden', 'de')],
    ['404, French', 'kind-error-page', error('Page introuvable', 'fr')],
    ['404, Spanish', 'kind-error-page', error('Página no encontrada', 'es')],
    ['404, Polish', 'kind-error-page', error('Nie znaleziono strony', 'pl')],
    ['404, Ukrainian', 'kind-error-page', error('Сторінку не знайдено', 'uk')],
    ['404, Japanese', 'kind-error-page', error('お探しのページは見つかりませんでした', 'ja')],
    [
      '404 with stories under it',
      'kind-error-page',
      page({ title: 'Page not found - Courier', main: `<h1>Oops! That page can’t be found.</h1><p>Try one of these.</p>${cards(6)}` }),
    ],
    [
      '500',
      'kind-error-page',
      '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
    ],
    [
      'access denied',
      'kind-error-page',
      '<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1><p>You don’t have permission to access this resource on this server.</p></body></html>',
    ],
    [
      'a robot check',
      'kind-robot-check',
      '<html><head><title>Just a moment...</title></head><body><h1>courier.example</h1><p>Checking your browser before accessing courier.example. This takes a few seconds.</p><p>Ray ID: 7d1</p></body></html>',
    ],
    ['nothing at all', 'kind-empty', '<html><body></body></html>'],
  ])('%s', (_name, rule, html, url) => {
    const article = read(html, url);
    expect(rules(article)).toContain(rule);
    expect(article.kind).toBe('not-article');
    expect(article.body.text).toBe('');
    expect(article.body.paragraphs).toEqual([]);
    // nothing goes silently: every block is listed with a reason
    for (const { reason } of article.removed) expect(reason).not.toBe('');
  });
});

describe('texts that were cut are stubs and keep what there is', () => {
  test.each<[name: string, html: string]>([
    ['declared not free', page({ jsonLd: newsArticle({ isAccessibleForFree: false }), main: story(STORY.slice(0, 2)) })],
    ['declared not free, as a word', page({ jsonLd: newsArticle({ isAccessibleForFree: 'False' }), main: story(STORY.slice(0, 2)) })],
    [
      'not free, and far fewer words than declared',
      page({ jsonLd: newsArticle({ isAccessibleForFree: false, wordCount: 900 }), main: story() }),
    ],
    ['a wall in words', page({ jsonLd: newsArticle(), main: story(STORY.slice(0, 2), wall('Subscribe to continue reading.')) })],
    [
      'a wall in German',
      page({ jsonLd: newsArticle(), main: story(STORY.slice(0, 2), wall('Um diesen Artikel weiterzulesen, schließen Sie ein Abo ab.')) }),
    ],
    [
      'a wall in French',
      page({ jsonLd: newsArticle(), main: story(STORY.slice(0, 2), wall('Article réservé aux abonnés. Déjà abonné ?')) }),
    ],
    ['a wall in Spanish', page({ jsonLd: newsArticle(), main: story(STORY.slice(0, 2), wall('Suscríbete para seguir leyendo.')) })],
  ])('%s', (_name, html) => {
    const article = read(html);
    expect(article.kind).toBe('stub');
    expect(rules(article)).toContain('kind-paywall');
    expect(article.body.text).toContain(STORY[0]);
    expect(article.headline).toBe(HEADLINE);
  });

  test('an article whose text was not delivered', () => {
    const article = read(page({ jsonLd: newsArticle(), main: `<article><h1>${HEADLINE}</h1><div id="app"></div></article>` }));
    expect(article.kind).toBe('stub');
    expect(article.body.text).not.toContain('Bridge tolls');
  });
});

describe('pages of pictures and players', () => {
  test.each<[name: string, rule: string, html: string, url?: string]>([
    [
      'a video page by type',
      'kind-video-page',
      page({
        jsonLd: { '@type': 'VideoObject', name: HEADLINE, uploadDate: '2025-12-29' },
        main: `<h1>${HEADLINE}</h1><video src="/v.mp4"></video><p>${STORY[0]}</p>`,
      }),
    ],
    [
      'a video page by address',
      'kind-video-page',
      page({ main: `<h1>${HEADLINE}</h1><iframe src="https://player.example/embed/1"></iframe><p>${STORY[0]}</p>` }),
      'https://courier.example/video/pier-vote',
    ],
    [
      'a video page by og:type',
      'kind-video-page',
      page({ head: '<meta content="video.other" property="og:type">', main: `<h1>${HEADLINE}</h1><video></video><p>${STORY[0]}</p>` }),
    ],
    [
      'a podcast',
      'kind-video-page',
      page({ jsonLd: { '@type': 'PodcastEpisode', name: HEADLINE }, main: `<h1>${HEADLINE}</h1><audio></audio><p>${STORY[0]}</p>` }),
    ],
    [
      'a gallery by type',
      'kind-gallery',
      page({ jsonLd: { '@type': 'ImageGallery', name: HEADLINE }, main: `<h1>${HEADLINE}</h1><p>${STORY[0]}</p>${gallery(12)}` }),
    ],
    [
      'a gallery by its words',
      'kind-gallery',
      page({ title: 'In pictures: the old pier', main: `<h1>In pictures: the old pier</h1><p>${STORY[0]}</p>${gallery(12)}` }),
    ],
    [
      'a gallery in German',
      'kind-gallery',
      page({ lang: 'de', main: `<h1>Bilderstrecke: Der alte Anleger</h1><p>${STORY[0]}</p>${gallery(12)}` }),
    ],
  ])('%s', (_name, rule, html, url) => {
    const article = read(html, url);
    expect(rules(article)).toContain(rule);
    expect(article.kind).toBe('not-article');
    expect(article.body.text).not.toContain(TITLES[5]);
  });
});

const shell = (...lines: readonly string[]): string =>
  page({
    jsonLd: newsArticle({ description: 'The council of Ostfjord votes to close the ferry pier after ten years of dispute.' }),
    main: `<article><h1>${HEADLINE}</h1><p class="byline">By Jonas Berg</p><div class="body"></div></article><section>${lines.map((line) => `<p>${line}</p>`).join('')}</section>`,
  });

describe('pages whose article was not delivered', () => {
  const AUTHOR =
    'Jonas Berg is a reporter in the northern bureau. Before he joined the paper he taught history at a secondary school and wrote a column on sailing.';
  const LEGAL = [
    'We are committed to protecting your personal information and have updated our privacy policy to comply with the general regulation on such things.',
    'Please review the policy. It contains details about the kinds of information that are collected, how they are used, and what your rights are.',
    'By continuing to use this site you agree that small files are kept on your device, as is explained in the policy that is linked above.',
  ];
  test.each<[name: string, html: string]>([
    ['a note on the author', shell(AUTHOR)],
    ['notices', shell(...LEGAL)],
  ])('%s is no text of it', (_name, html) => {
    const article = read(html);
    expect(article.kind).toBe('stub');
    expect(rules(article)).toContain('kind-no-text');
  });

  test.each<[name: string, html: string]>([
    ['the same frame with a short story in it', shell(STORY[0]!, STORY[1]!, AUTHOR)],
    [
      'a headline that plays with words, and a text of some length',
      page({ title: 'Pier pressure mounts again', main: story(STORY).replace(HEADLINE, 'Pier pressure mounts again') }),
    ],
  ])('%s keeps its kind', (_name, html) => {
    expect(['article', 'brief']).toContain(read(html).kind);
  });
});

describe('live blogs keep their entries in order', () => {
  test.each<[name: string, html: string]>([
    [
      'by type',
      page({
        jsonLd: { '@type': 'LiveBlogPosting', headline: HEADLINE, liveBlogUpdate: [{ '@type': 'BlogPosting' }] },
        main: `<h1>${HEADLINE}</h1>${liveEntries(9)}`,
      }),
    ],
    ['by its words', page({ main: `<h1>Pier vote: live updates</h1>${liveEntries(9)}` })],
    ['by its words, in Spanish', page({ lang: 'es', main: `<h1>La votación del muelle, en directo</h1>${liveEntries(9)}` })],
    ['by the names of its elements', page({ main: `<h1>${HEADLINE}</h1><div class="live-blog">${liveEntries(9)}</div>` })],
  ])('%s', (_name, html) => {
    const article = read(html);
    expect(article.kind).toBe('live');
    expect(rules(article)).toContain('kind-live');
    const updates = paragraphs(article).filter((line) => line.startsWith('Update '));
    expect(updates).toEqual(Array.from({ length: 9 }, (_, n) => `Update ${n + 1}: the vote goes on.`));
    expect(paragraphs(article).filter((line) => line.startsWith('Entry number'))).toHaveLength(9);
    expect(article.body.text).not.toContain(TITLES[5]);
  });
});

describe('what must stay an article', () => {
  test.each<[name: string, html: string, url?: string]>([
    ['a plain story', page({ main: story() })],
    ['a story among many teasers', page({ jsonLd: newsArticle(), main: story(), after: cards(12) })],
    ['a story among many teasers that declares nothing', page({ main: story(), after: cards(12) })],
    [
      'a story with a video in it',
      page({ jsonLd: [newsArticle(), { '@type': 'VideoObject', name: 'x' }], main: story(STORY, '<video></video>') }),
    ],
    ['a story with a gallery in it', page({ jsonLd: newsArticle(), main: story(STORY, gallery(8)) })],
    [
      'a story that is not free but all there',
      page({ jsonLd: newsArticle({ isAccessibleForFree: false, wordCount: 150 }), main: story() }),
    ],
    ['a story under a wall that covers it', page({ jsonLd: newsArticle(), main: story(STORY, '<p>Subscribe to continue reading.</p>') })],
    [
      'a story about a page that was not found',
      page({
        title: 'Page not found: how links die | Courier',
        main: `<article><h1>Page not found: how links die</h1>${STORY.map((p) => `<p>${p}</p>`).join('')}</article>`,
      }),
    ],
    [
      'a story about search results',
      page({ main: story(['The search results in a flood of calls, the coast guard said on Tuesday.', ...STORY]) }),
    ],
    ['a story under the address of a tag', page({ jsonLd: newsArticle(), main: story() }), 'https://courier.example/tag/harbour'],
    ['a story that lists its times', page({ jsonLd: newsArticle(), main: story(STORY.flatMap((p, n) => [`1${n}:00`, p])) })],
  ])('%s', (_name, html, url) => {
    const article = read(html, url);
    expect(article.kind).toBe('article');
    for (const line of STORY) expect(article.body.text).toContain(line);
  });

  test('a short item among many teasers is a brief', () => {
    const article = read(page({ jsonLd: newsArticle(), main: story(STORY.slice(0, 3)), after: cards(10) }));
    expect(article.kind).toBe('brief');
    expect(article.body.text).toContain(STORY[2]);
  });
});

test('explain says the same as the record', () => {
  const html = page({ main: `<h1>Harbour</h1>${cards(12)}` });
  expect(explainHtml({ html }).filter(({ kept }) => kept)).toEqual([]);
});

describe('an article stays one', () => {
  test('under a headline in words of its own, with nothing declared', () => {
    const answers = [
      'She learned to sail before she could read, on a boat her uncle had mended with tar and string.',
      'At nineteen she crossed the strait alone, in fog, and told nobody about it for a year afterwards.',
      'The crew voted twice; both times the same name came out of the hat, and both times she put it back.',
      'Now the ship is hers until the autumn, and she has painted the wheelhouse a colour nobody can name.',
    ];
    const html = `<html><head><title>“I never wanted to be captain”</title></head><body><h1>“I never wanted to be captain”</h1>${answers.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
    expect(cleanHtml({ html }).kind).not.toBe('not-article');
    expect(paragraphs(cleanHtml({ html }))).toEqual(answers);
  });

  test('in Japanese, whose words have no spaces between them', () => {
    const sentences = [
      '市議会は火曜日、老朽化した港の桟橋を建て替える計画を賛成多数で可決した。工事は来年の春に始まる予定だ。',
      '桟橋は一九一一年に造られ、漁船や連絡船が毎日使ってきたが、昨年の検査で四か所に深い亀裂が見つかっていた。',
      '費用は四十一億円と見込まれ、国の補助金と市の積立金で半分ずつ負担する。議員の一人は高すぎると反対した。',
      '市長は記者会見で、島の住民は長い間待っていた、これ以上待たせることはできないと述べた。',
      '工事の間、連絡船は北の岸壁から出る。運賃は来年の終わりまで変わらないという。',
    ];
    const html = `<html lang="ja"><head><title>港の桟橋、建て替えへ</title></head><body><h1>港の桟橋、建て替えへ</h1>${sentences.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
    expect(cleanHtml({ html }).kind).not.toBe('not-article');
    expect(paragraphs(cleanHtml({ html })).length).toBeGreaterThanOrEqual(4);
  });

  test.each(['<main class="content comment">', '<article class="comment" id="comments">', '<div class="comment">'])(
    'on a page of opinion that calls it a comment: %s',
    (open) => {
      const close = `</${/\w+/.exec(open)![0]}>`;
      const html = `<html><head><title>${HEADLINE}</title></head><body><h1>${HEADLINE}</h1><p>The town has waited long enough for a decision that every report asked for since the storm.</p>${open}${STORY.map((text) => `<p>${text}</p>`).join('')}${close}</body></html>`;
      expect(paragraphs(cleanHtml({ html }))).toEqual(expect.arrayContaining([...STORY]));
    },
  );

  test('a short post is the article, not the comments under it', () => {
    const post =
      'The old pier closes on Friday after ninety years, and the town has not said what will become of the timber, the clock or the two lamps at its end.';
    const comments = Array.from(
      { length: 14 },
      (_none, n) =>
        `<article class="comment"><p>I walked there every summer with my sister, and number ${n} of the benches was ours; I shall miss the clock, the gulls and the smell of tar.</p></article>`,
    );
    const html = `<html><head><title>The old pier closes</title></head><body><article><h1>The old pier closes</h1><p>${post}</p></article><section id="comments" class="comments"><h2>Comments</h2>${comments.join('')}</section></body></html>`;
    expect(paragraphs(cleanHtml({ html }))).toEqual([post]);
  });
});
