/** Pages and texts that are made to hang, exhaust or crash a reader. */

const page = (body: string): string => `<!doctype html><html><head><title>Council meets</title></head><body>${body}</body></html>`;
const SENTENCE = 'The council met on Monday and voted for the new bridge, the mayor said. ';

export interface Poison {
  readonly name: string;
  readonly text?: string;
  readonly html?: string;
}

export const POISONS: readonly Poison[] = [
  { name: '10,000 nested div', html: page('<div>'.repeat(10_000) + SENTENCE) },
  { name: '100,000 nested div', html: page('<div>'.repeat(100_000) + SENTENCE) },
  { name: '<b><p> 5,000 times', html: page('<b><p>'.repeat(5000) + SENTENCE) },
  { name: '<p><b><i><a> 3,000 times', html: page('<p><b><i><a>'.repeat(3000) + SENTENCE) },
  {
    name: 'a tag with 200,000 attributes',
    html: page(`<div ${Array.from({ length: 200_000 }, (_, n) => `a${n}=${n}`).join(' ')}>${SENTENCE}</div>`),
  },
  { name: '20,000 nested tables', html: page('<table><tr><td>'.repeat(20_000) + SENTENCE) },
  { name: 'an article of 20 MB', text: SENTENCE.repeat(Math.ceil(20_000_000 / SENTENCE.length)) },
  { name: 'an HTML article of 20 MB', html: page(`<p>${SENTENCE.repeat(4)}</p>`.repeat(Math.ceil(20_000_000 / 300))) },
  { name: 'a million entities', html: page(`<p>${'&amp;'.repeat(1_000_000)}</p>`) },
  { name: 'a million entities as text', text: '&amp;'.repeat(1_000_000) },
  { name: 'one line of 2 MB', text: SENTENCE.repeat(28_000) },
  { name: '200,000 lines', text: `${SENTENCE}\n`.repeat(200_000).slice(0, 4_900_000) },
  { name: '100,000 quotation marks', text: '“A ” said "b" '.repeat(30_000) },
  { name: '2 MB without a space', text: 'a'.repeat(2_000_000) },
  { name: 'half-open tags', html: '<a <a <a '.repeat(100_000) },
  { name: 'a comment that never ends', html: page(`<!--${'-'.repeat(1_000_000)}`) },
  { name: '50,000 open formatting elements', html: page('<b><i><u><font>'.repeat(12_500) + SENTENCE) },
  { name: 'script of 4 MB', html: page(`<script type="application/ld+json">${'{"a":'.repeat(800_000)}</script><p>${SENTENCE}</p>`) },
  { name: '100,000 capitalised names', text: 'Ann Lee met Bob Ray in New York. '.repeat(30_000) },
];
