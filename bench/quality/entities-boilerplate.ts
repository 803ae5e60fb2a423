/**
 * Names that a page's own furniture leaves in the record: entities read from the text dumps of the extraction sets none of whose names stands in the
 * page's true body. Each is put down to the line it stands in.
 * Usage: node bench/quality/entities-boilerplate.ts --data ../shared/eval [--most 40]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readArticle } from '../../src/index.ts';
import { foldName } from '../../src/text/fold.ts';
import { EXTRACTION_SETS, goldFile, readPages } from './extraction.ts';

const bodySchema = z.union([z.string(), z.array(z.string())]).transform((body) => (typeof body === 'string' ? body : body.join('\n')));
const goldSchema = z.record(
  z.string(),
  z.looseObject({ articleBody: bodySchema.optional(), body: bodySchema.optional(), text: bodySchema.optional() }),
);

/** Where in the record's body a line stands: its first and last tenth are where furniture is left over. */
const placeOf = (start: number, length: number): string =>
  start < length * 0.1 ? 'head of the body' : start > length * 0.9 ? 'end of the body' : 'inside the body';

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' }, most: { type: 'string', default: '40' } } });

const places = new Map<string, number>();
const lines = new Map<string, string[]>();
let pages = 0;
let clean = 0;
let all = 0;
let outside = 0;
for (const set of EXTRACTION_SETS) {
  const gold = goldSchema.parse(JSON.parse(readFileSync(goldFile(values.data, set, 'text'), 'utf8')));
  let own = 0;
  let told = 0;
  let count = 0;
  for (const { id, content, url } of readPages(values.data, set, 'text')) {
    const truth = ` ${foldName(gold[id]?.articleBody ?? gold[id]?.body ?? gold[id]?.text ?? '')} `;
    if (truth.length < 100) continue;
    const record = readArticle({ text: content, url }, { stages: ['clean', 'entities'] });
    const strange = record.entities.filter(
      ({ name, aliases, mentions }) =>
        ![name, ...aliases, ...mentions.map(({ text }) => text)].some((each) => truth.includes(` ${foldName(each)}`)),
    );
    count++;
    told += record.entities.length;
    own += strange.length;
    if (strange.length === 0) clean++;
    const { text } = record.body;
    for (const { name, mentions } of strange) {
      const start = mentions[0]?.span[0] ?? 0;
      const from = text.lastIndexOf('\n', start) + 1;
      const to = text.indexOf('\n', start);
      const line = text.slice(from, to < 0 ? undefined : to).slice(0, 110);
      const place = placeOf(start, text.length);
      places.set(place, (places.get(place) ?? 0) + 1);
      const key = `${set} ${id.slice(0, 8)}  ${place}: ${line}`;
      lines.set(key, [...(lines.get(key) ?? []), name]);
    }
  }
  console.log(`${set}: ${count} pages, ${told} entities, ${own} from outside the body (${(own / count).toFixed(2)} a page)`);
  pages += count;
  all += told;
  outside += own;
}
console.log(
  `all: ${pages} pages, ${all} entities, ${outside} from outside (${(outside / pages).toFixed(2)} a page); ${clean} pages without any`,
);
for (const [place, times] of [...places].sort((a, b) => b[1] - a[1])) console.log(`${String(times).padStart(5)}  ${place}`);
console.log(`\nThe lines with most of them:`);
for (const [line, names] of [...lines].sort((a, b) => b[1].length - a[1].length).slice(0, Number(values.most)))
  console.log(`${String(names.length).padStart(4)}  ${line}\n      ${names.slice(0, 6).join(' | ')}`);
