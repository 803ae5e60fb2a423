/**
 * One contender over the sample pages, in a process of its own so that memory is its own. Prints one JSON line.
 *   node bench/speed/contender.ts <ours|naive> <data folder> [pages]
 * naive: plain jsdom + Readability on the whole page, then compromise for names and quotations: what one would write in an afternoon.
 */
import { Readability } from '@mozilla/readability';
import nlp from 'compromise';
import { JSDOM } from 'jsdom';
import { readArticle } from '../../src/index.ts';
import { samplePages } from './pages.ts';

const [contender, data = '../shared/eval', count = '60'] = process.argv.slice(2);
const pages = samplePages(data, Number(count));
const stages: Record<string, number> = {};

function spend(stage: string, ms: number): void {
  stages[stage] = (stages[stage] ?? 0) + ms;
}

function timed<T>(stage: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  spend(stage, performance.now() - start);
  return result;
}

function naive(html: string, url: string): void {
  const dom = new JSDOM(html, { url });
  const text = timed('readability', () => new Readability(dom.window.document).parse()?.textContent ?? '');
  dom.window.close();
  timed('compromise', () => {
    const doc = nlp(text);
    return [doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array'), doc.quotations().out('array')];
  });
}

function ours(html: string, url: string): void {
  for (const [stage, ms] of Object.entries(readArticle({ html, url }).timings)) spend(stage, ms);
}

const read = contender === 'naive' ? naive : ours;
for (const page of pages.slice(0, 6)) read(page.html, page.url);
for (const stage of Object.keys(stages)) stages[stage] = 0;

const start = performance.now();
for (const page of pages) read(page.html, page.url);
const ms = performance.now() - start;
console.log(JSON.stringify({ contender, pages: pages.length, ms, peakMb: process.resourceUsage().maxRSS / 1024, stages }));
