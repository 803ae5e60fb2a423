/**
 * The errors of the name tagger on one development set, grouped by cause; the commonest surfaces of each group.
 * Usage: node bench/quality/entities-errors.ts --data ../shared/eval/entities [--set ww-dev] [--most 50]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { predictSpans } from './entities.ts';

interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: string;
}

const TITLE = /^(?:the|mr|mrs|ms|dr|sir|imam|rabbi|sheikh|king|queen|pope|prince|saint|st|shri|justice|president)\b/i;
const overlaps = (a: NameSpan, b: NameSpan): boolean => a.start < b.end && b.start < a.end;
const within = (a: NameSpan, b: NameSpan): boolean => a.start >= b.start && a.end <= b.end;

/** Why a gold name was not found as it is. */
function causeOfMiss(gold: NameSpan, told: readonly NameSpan[], all: readonly NameSpan[]): string {
  const near = told.filter((each) => overlaps(each, gold));
  const [first] = near;
  if (first === undefined) {
    if (gold.text === gold.text.toLowerCase()) return `missed: small letters (${gold.type})`;
    if (/^[\p{Lu}\d&.-]{2,8}$/u.test(gold.text)) return `missed: acronym (${gold.type})`;
    return `missed: ${gold.text.includes(' ') ? 'several words' : 'one word'} (${gold.type})`;
  }
  if (near.some((each) => each.start === gold.start && each.end === gold.end)) return `type: ${gold.type} called ${first.type}`;
  const inside = near.find((each) => within(gold, each));
  if (inside !== undefined) {
    const parts = all.filter((each) => within(each, inside));
    const cut = new Set(parts.map(({ type }) => type));
    if (parts.length > 1 && cut.has('LOC') && cut.has('ORG')) return 'convention: gold cuts the place out of the body (decision 0041)';
    if (gold.type === 'LOC' && inside.type === 'ORG') return 'convention: gold has only the place in a longer name of a body';
    if (gold.type !== inside.type) return `edge: ${gold.type} inside what was called ${inside.type}`;
    return parts.length > 1 ? `edge: two names taken for one (${gold.type})` : `edge: too long (${gold.type})`;
  }
  if (near.every((each) => within(each, gold))) {
    const left = gold.text.slice(0, first.start - gold.start);
    if (first.end === gold.end && TITLE.test(left)) return 'convention: gold has the title or "the" in the name';
    if (gold.type === 'LOC' && near.every(({ type }) => type === 'LOC') && gold.text.includes(','))
      return 'convention: gold joins "City, Country"';
    return `edge: too short (${gold.type}${first.type === gold.type ? '' : ` called ${first.type}`})`;
  }
  return `edge: crossing (${gold.type})`;
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/entities' },
    set: { type: 'string', default: 'ww-dev' },
    most: { type: 'string', default: '50' },
  },
});
const file = join(values.data, `${values.set}.jsonl.gz`);
const gold = gunzipSync(readFileSync(file))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { entities: NameSpan[] });
const predicted = predictSpans(file).map((line) => JSON.parse(line) as { entities: NameSpan[] });

const groups = new Map<string, Map<string, number>>();
const count = (cause: string, surface: string): void => {
  const held = groups.get(cause) ?? new Map<string, number>();
  held.set(surface, (held.get(surface) ?? 0) + 1);
  groups.set(cause, held);
};
for (const [index, { entities }] of gold.entries()) {
  const told = predicted[index]?.entities ?? [];
  const wanted = entities.filter(({ type }) => type !== 'MISC');
  for (const each of wanted)
    if (!told.some((other) => other.start === each.start && other.end === each.end && other.type === each.type))
      count(causeOfMiss(each, told, entities), each.text.replace(/\s+/g, ' '));
  for (const each of told) {
    const near = entities.filter((other) => overlaps(other, each));
    if (near.length === 0) count(`spurious: nothing in gold (${each.type})`, each.text);
    else if (near.every(({ type }) => type === 'MISC')) count(`spurious: MISC in gold (${each.type})`, each.text);
  }
}
const sizeOf = (group: ReadonlyMap<string, number>): number => [...group.values()].reduce((sum, each) => sum + each, 0);
const ordered = [...groups].sort((a, b) => sizeOf(b[1]) - sizeOf(a[1]));
const total = ordered.reduce((sum, [, group]) => sum + sizeOf(group), 0);
console.log(`${values.set}: ${total} errors`);
for (const [cause, group] of ordered) console.log(`${String(sizeOf(group)).padStart(5)}  ${cause}`);
const commonest = [...groups].flatMap(([cause, group]) => [...group].map(([surface, times]) => ({ cause, surface, times })));
commonest.sort((a, b) => b.times - a.times);
console.log(`\nThe ${values.most} commonest:`);
for (const { cause, surface, times } of commonest.slice(0, Number(values.most)))
  console.log(`${String(times).padStart(5)}  ${surface}  (${cause})`);
