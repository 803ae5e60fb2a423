/** Page furniture of our own around openly licensed articles: the same text as pages of different sites, and as the text dumps of such pages. */

export interface Story {
  readonly id: string;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Paragraphs, separated by an empty line. */
  readonly text: string;
}

export interface Page {
  readonly form: 'html' | 'endless html' | 'text';
  readonly content: string;
  readonly url: string;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** The paragraphs without the headline. */
const bodyOf = ({ text, title }: Story): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== title);
const html = (paragraphs: readonly string[]): string => paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n');

const MENU = ['Home', 'World', 'Politics', 'Business', 'Sport', 'Culture', 'Weather', 'Podcasts', 'Sign in', 'Subscribe'];
const TEASERS = [
  'Council votes to keep the harbour ferry running through the winter',
  'Why the price of bread has doubled in a year',
  'Ten gardens to visit before the first frost',
  'Rail strike called off after late-night talks',
  'The librarian who reads to dogs',
];
const COMMENTS = [
  ['oldmill', 'I said this would happen three years ago and nobody listened.'],
  ['Marta K.', 'Great reporting, thank you. Please keep following this story.'],
  ['gull_77', 'Does anybody know when the next meeting is? I cannot find it anywhere on the site.'],
] as const;

/** A classic news site: menu, teasers beside the story, comments, footer. */
function newspaper(story: Story, paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><title>${escape(story.title)} - Harbour Gazette</title>
<meta property="og:title" content="${escape(story.title)}"><meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="${story.date}T09:30:00Z"></head><body>
<header><nav><ul>${MENU.map((entry) => `<li><a href="/${entry.toLowerCase()}">${entry}</a></li>`).join('')}</ul></nav></header>
<main><article><h1>${escape(story.title)}</h1><div class="byline">By <a rel="author" href="/staff/ruth-okafor">Ruth Okafor</a></div>
<div class="share"><a href="#">Share</a> <a href="#">Tweet</a> <a href="#">Email</a></div>
${html(paragraphs.slice(0, 2))}
<div class="advert"><span>Advertisement</span><p>Scroll to continue</p></div>
${html(paragraphs.slice(2))}
</article>
<aside><h2>Most read</h2><ul>${TEASERS.map((teaser) => `<li><a href="/t">${teaser}</a></li>`).join('')}</ul></aside>
<section class="comments"><h2>3 comments</h2>${COMMENTS.map(([who, what]) => `<div class="comment"><b>${who}</b><p>${what}</p></div>`).join('')}</section></main>
<footer><p>© 2026 Harbour Gazette. All rights reserved.</p><a href="/terms">Terms of use</a> <a href="/privacy">Privacy policy</a></footer></body></html>`;
}

/** A magazine: no article element, blocks in nested boxes, newsletter in the middle, related stories after the text. */
function magazine(story: Story, paragraphs: readonly string[]): string {
  const middle = Math.ceil(paragraphs.length / 2);
  const boxed = (list: readonly string[]): string => list.map((text) => `<div class="cell"><p>${escape(text)}</p></div>`).join('');
  return `<html><head><title>${escape(story.title)}</title><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.title,
    datePublished: story.date,
    author: { '@type': 'Person', name: 'Tomas Berg' },
  })}</script></head><body><div id="top"><a href="/">Northlight</a> ${MENU.slice(0, 6)
    .map((entry) => `<a href="/${entry}">${entry}</a>`)
    .join(' | ')}</div>
<div class="page"><h1>${escape(story.title)}</h1><div class="meta">Tomas Berg | ${story.date}</div>
<div class="grid">${boxed(paragraphs.slice(0, middle))}
<div class="cell promo"><p>Sign up for our daily newsletter and get the latest news in your inbox.</p><form><input><button>Sign up</button></form></div>
${boxed(paragraphs.slice(middle))}</div>
<div class="related"><h3>Related stories</h3>${TEASERS.map((teaser) => `<div><a href="/r">${teaser}</a><p>${teaser} and what it means for readers.</p></div>`).join('')}</div>
<p class="cookie">We use cookies to improve your experience. <a href="#">Accept</a></p></div></body></html>`;
}

/** An endless page: the next story follows on the same page, with its own headline and byline. */
function endless(story: Story, paragraphs: readonly string[], next: Story): string {
  const article = (one: Story, texts: readonly string[], by: string): string =>
    `<div class="story"><h2 class="headline">${escape(one.title)}</h2><span class="by">By ${by}</span><time datetime="${one.date}">${one.date}</time>${html(texts)}</div>`;
  return `<html><head><title>${escape(story.title)} | Quay News</title><meta property="og:title" content="${escape(story.title)}"></head><body>
<div class="bar">${MENU.map((entry) => `<a href="/${entry}">${entry}</a>`).join('')}</div><div id="stream">
${article(story, paragraphs, 'Mira Castellan')}<div class="next">Up next</div>${article(next, bodyOf(next).slice(0, 6), 'Peter Dunmore')}
</div><footer>Quay News, a company of invented people. Contact us. Careers.</footer></body></html>`;
}

/** What a browser's "save as text" leaves of a news page. */
function dump(story: Story, paragraphs: readonly string[]): string {
  return [
    'Skip to content',
    ...MENU,
    story.title,
    'By Ruth Okafor',
    `Published ${story.date}`,
    'Share this article',
    ...paragraphs.slice(0, 1),
    'Advertisement',
    ...paragraphs.slice(1),
    'Read more',
    ...TEASERS,
    'Sign up for our daily newsletter',
    '© 2026 Harbour Gazette. All rights reserved.',
    'Terms of use',
    'Privacy policy',
  ].join('\n\n');
}

/** The story on four sites; `next` is what follows it on the endless page. The headline is no part of the body. */
export function pagesOf(story: Story, next: Story): Page[] {
  const paragraphs = bodyOf(story);
  const url = (host: string): string => `https://${host}/${story.date.replaceAll('-', '/')}/${story.id}`;
  return [
    { form: 'html', content: newspaper(story, paragraphs), url: url('gazette.example') },
    { form: 'html', content: magazine(story, paragraphs), url: url('northlight.example') },
    { form: 'endless html', content: endless(story, paragraphs, next), url: url('quay.example') },
    { form: 'text', content: dump(story, paragraphs), url: url('dump.example') },
  ];
}
