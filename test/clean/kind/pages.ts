/** Synthetic pages of the kinds that a news site has. Nothing here is anybody's page. */

const MENU = ['Home', 'News', 'Sport', 'Culture', 'Weather', 'Opinion', 'Subscribe', 'Log in'];
export const STORY = [
  'The harbour council of Ostfjord voted on Tuesday to close the old ferry pier, ending a dispute that has divided the town for most of a decade.',
  'Council leader Marta Lindqvist told reporters that the decision was final. “We have looked at every report and every plan,” she said.',
  'The pier, built in 1911, carried up to 4,000 passengers a day before the bridge opened, according to the port authority’s own figures.',
  'Fishermen who still land their catch there said they had not been consulted and would appeal to the county court next week.',
  'Engineers will begin to take down the northern arm in the spring, and the rest of the structure is to follow before the end of the year.',
  'The county has set aside 12 million crowns for the work, which officials expect to last about nine months in all.',
];
export const TITLES = [
  'Bridge tolls to rise in May after council vote',
  'Storm warning issued for the northern coast',
  'Ferry company reports record loss in third quarter',
  'School reopens after flood repairs in the old town',
  'Museum shows paintings lost for sixty years',
  'Mayor of Northport denies plan to sell the docks',
  'Three rescued from sailing boat off the lighthouse',
  'County court rejects appeal over wind farm noise',
  'Bakers’ strike enters its second week in Ostfjord',
  'New timetable for the coastal railway from June',
  'Herring quota cut by a fifth for the coming year',
  'Library opens a reading room for the night shift',
];
const TEASERS = [
  'Drivers will pay two crowns more from next month, the council decided on Monday.',
  'Gusts of up to 30 metres a second are expected from Thursday morning.',
  'The company blamed fuel prices and said it would sell three of its ships.',
  'Pupils return on Monday to the building that was under water in the autumn.',
];

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('\n');
const nav = `<nav><ul>${MENU.map((label) => `<li><a href="/${label.toLowerCase().replace(' ', '-')}">${label}</a></li>`).join('')}</ul></nav>`;
const footer =
  '<footer><ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy policy</a></li></ul><p>© 2025 The Ostfjord Courier</p></footer>';
export const cards = (count: number, withTeasers = true): string =>
  Array.from(
    { length: count },
    (_, n) =>
      `<article class="card"><a href="/news/${n}"><img src="/t/${n}.jpg" alt=""></a><h3><a href="/news/${n}">${TITLES[n % TITLES.length]}</a></h3>${withTeasers ? `<p>${TEASERS[n % TEASERS.length]}</p>` : ''}<time datetime="2025-12-0${(n % 9) + 1}">Dec ${(n % 9) + 1}, 2025</time></article>`,
  ).join('\n');
const related = `<aside class="related"><h2>More from the Courier</h2><ul>${TITLES.slice(4, 10)
  .map((title, n) => `<li><a href="/r/${n}">${title}</a></li>`)
  .join('')}</ul></aside>`;

export interface PageParts {
  readonly title?: string;
  readonly head?: string;
  readonly jsonLd?: object;
  readonly main: string;
  readonly after?: string;
  readonly lang?: string;
}

export const page = ({ title = 'The Ostfjord Courier', head = '', jsonLd, main, after = related, lang = 'en' }: PageParts): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}${jsonLd === undefined ? '' : `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script>`}</head><body><header><a href="/">The Ostfjord Courier</a>${nav}</header><main>${main}</main>${after}${footer}</body></html>`;

export const HEADLINE = 'Ostfjord council votes to close the old ferry pier';
const stamp = '<p class="byline">By Jonas Berg</p><time datetime="2025-12-29T10:00:00Z">December 29, 2025</time>';
export const newsArticle = (extra: object = {}): object => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: HEADLINE,
  datePublished: '2025-12-29T10:00:00Z',
  author: { '@type': 'Person', name: 'Jonas Berg' },
  ...extra,
});
export const story = (lines: readonly string[] = STORY, inside = ''): string =>
  `<article><h1>${HEADLINE}</h1>${stamp}<div class="body">${paragraphs(lines)}${inside}</div></article>`;

export const liveEntries = (count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const text = STORY[n % STORY.length] ?? '';
    return `<section class="entry"><time datetime="2025-12-29T1${n % 10}:0${n % 6}:00Z">1${n % 10}:0${n % 6}</time><h3>Entry number ${n + 1} from the harbour</h3><p>${text}</p><p>Update ${n + 1}: the vote goes on.</p></section>`;
  }).join('\n');

export const gallery = (count: number): string =>
  Array.from(
    { length: count },
    (_, n) =>
      `<figure><img src="/g/${n}.jpg" alt="The pier"><figcaption>The old pier seen from the northern arm at dawn, picture ${n + 1} of the series.</figcaption><span>${n + 1} of ${count}</span></figure>`,
  ).join('\n');
