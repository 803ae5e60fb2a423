/**
 * Articles a second of the quotation stage on one core, after the sentence and entity stages, with every article its own length.
 *
 *   taskset -c 0 node bench/speed/quotes.ts [--data ../shared/eval] [--rounds 5]
 *
 * The first round is cold: the stage's code has not run yet. Also prints the time an article of one, two, four … times the text takes.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findQuotations } from '../../src/quotes/quotes.ts';
import { readGold, type ReadDocument } from '../quality/quotes.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, rounds: { type: 'string', default: '5' } },
});
const documents = ['polnear-dev', 'gum-news-dev'].flatMap((set) => readGold(join(values.data, 'quotes', `${set}.jsonl.gz`)));
const units = documents.reduce((sum, { article }) => sum + article.body.text.length, 0);

/** Milliseconds by the clock and of CPU for all articles. */
function round(list: readonly ReadDocument[]): { wall: number; cpu: number; quotations: number } {
  const before = process.cpuUsage();
  const start = performance.now();
  let quotations = 0;
  for (const { article, entities } of list) quotations += findQuotations({ ...article, entities }).quotations.length;
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000, quotations };
}

console.log(`${documents.length} articles, ${Math.round(units / documents.length)} UTF-16 units each`);
for (let n = 0; n < Number(values.rounds); n++) {
  const { wall, cpu, quotations } = round(documents);
  const rate = (ms: number): number => Math.round((documents.length * 1000) / ms);
  console.log(`${n === 0 ? 'cold' : 'warm'}: ${rate(wall)} articles/s by the clock, ${rate(cpu)} by CPU, ${quotations} quotations`);
}

/** One article after the other as one text: every span moved to its place. */
function joined(list: readonly ReadDocument[]): ReadDocument {
  const first = list[0]!;
  let text = '';
  const paragraphs: [number, number][] = [];
  const entities = [];
  for (const { article, entities: found } of list) {
    const at = text.length;
    text += `${article.body.text}\n\n`;
    for (const [start, end] of article.body.paragraphs) paragraphs.push([start + at, end + at]);
    for (const entity of found)
      entities.push({
        ...entity,
        mentions: entity.mentions.map((mention) => ({
          ...mention,
          span: [mention.span[0] + at, mention.span[1] + at] as [number, number],
        })),
      });
  }
  return { ...first, entities, article: { ...first.article, body: { ...first.article.body, text, paragraphs } } };
}

for (const count of [10, 20, 40, 80, 160]) {
  const long = joined(documents.slice(0, count));
  const best = Math.min(...Array.from({ length: 3 }, () => round([long]).cpu));
  console.log(
    `${Math.round(long.article.body.text.length / 1024)}k units: ${best.toFixed(0)} ms, ${((best * 1000) / count).toFixed(0)} µs an article`,
  );
}
