/**
 * What kind the development pages are said to be: as they are, with their article taken out, and with a teaser of it left.
 *   node bench/quality/kinds.ts --data ../shared/eval [--form html|text] [--list whole|cut|teaser]
 * In-sample: the classifiers have seen these pages whole.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cleanArticle } from '../../src/clean/clean.ts';
import { cutOutOfHtml, cutOutOfText, type Gold } from './cut-out.ts';
import { EXTRACTION_SETS, goldFile, readPages } from './extraction.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, form: { type: 'string' }, list: { type: 'string' } },
});
/** Words of the article that a teaser keeps. */
const TEASER = 30;

for (const form of values.form === 'html' || values.form === 'text' ? ([values.form] as const) : (['html', 'text'] as const)) {
  const cutOut = form === 'html' ? cutOutOfHtml : cutOutOfText;
  const counts = new Map<string, Map<string, number>>();
  for (const set of EXTRACTION_SETS) {
    const gold = JSON.parse(readFileSync(goldFile(values.data, set, form), 'utf8')) as Record<string, Gold>;
    for (const { id, content, url } of readPages(values.data, set, form)) {
      const own = gold[id] ?? {};
      const cuts = { whole: content, cut: cutOut(content, own), teaser: cutOut(content, own, TEASER) };
      for (const [cut, page] of Object.entries(cuts)) {
        const { kind, body, notes } = cleanArticle({ [form]: page, url });
        const row = counts.get(cut) ?? new Map<string, number>();
        const name = body.words === 0 ? `${kind}, no body` : kind;
        counts.set(cut, row.set(name, (row.get(name) ?? 0) + 1));
        if (values.list === cut) console.log(`${set} ${id} ${name}: ${body.words} words. ${notes.map(({ text }) => text).join(' ')}`);
      }
    }
  }
  for (const [cut, row] of counts)
    console.log(
      `${form} ${cut.padEnd(7)} ${[...row]
        .sort(([, a], [, b]) => b - a)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(' | ')}`,
    );
}
