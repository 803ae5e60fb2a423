/**
 * Copies of training documents with other names put in: people of the known-entities lists for people, cities and countries for places, other
 * organisations for organisations. The words of a name then tell the learner less, and the words around it more. Deterministic.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { TaggedRange } from '../../src/entities/mentions.ts';
import type { NameType } from '../../src/entities/mention.ts';
import { isCapital, tokenize } from '../../src/entities/tokens.ts';
import type { TrainingDocument } from './entities-corpus.ts';

function listed(section: string): string[] {
  const text = brotliDecompressSync(readFileSync(new URL('../../models/entities-lists.txt.br', import.meta.url))).toString('utf8');
  const from = text.indexOf(`#${section}\n`);
  const to = text.indexOf('\n#', from + 1);
  return text
    .slice(from, to < 0 ? undefined : to)
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
}
const titled = (name: string): string[] =>
  name
    .split(' ')
    .map((word) => (word === 'of' || word === 'and' || word === 'the' ? word : word.slice(0, 1).toUpperCase() + word.slice(1)));

const SMALL_IN_TITLES = new Set('a an the of in on at to for and or but by as with from vs'.split(' '));

/** Shares of sentences that are turned into headlines: all capitals (as in agency copy), and a capital on every main word. */
const ALL_CAPITALS = 0.04;
const TITLE_CASE = 0.06;

/** Some sentences written as headlines. The labels stay. */
function asHeadlines(words: string[], opens: readonly number[], random: (below: number) => number): void {
  let style = 0;
  for (const [index, word] of words.entries()) {
    if (opens[index] === 1) {
      const dice = random(1000) / 1000;
      style = dice < ALL_CAPITALS ? 1 : dice < ALL_CAPITALS + TITLE_CASE ? 2 : 0;
    }
    if (style === 1) words[index] = word.toUpperCase();
    else if (style === 2 && !SMALL_IN_TITLES.has(word)) words[index] = word.slice(0, 1).toUpperCase() + word.slice(1);
  }
}

/** Names that are put in, cut into tokens. */
export interface OtherNames {
  readonly people: readonly (readonly string[])[];
  readonly organisations: readonly (readonly string[])[];
}

/** Full names of people and names of organisations in the facts, `known-entities.jsonl` of the folder: not what the product knows, which may grow without the tagger. */
export function readOtherNames(facts: string): OtherNames {
  const rows = readFileSync(join(facts, 'known-entities.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { name: string; kind: string });
  const named = (kind: string): string[] => rows.filter((row) => row.kind === kind).map(({ name }) => name);
  return {
    people: named('person')
      .filter((name) => name.includes(' '))
      .map((name) => [...tokenize(name).words]),
    organisations: named('organisation').map((name) => [...tokenize(name.replace(/^The /, '')).words]),
  };
}

export function augment(documents: readonly TrainingDocument[], seed: number, { people, organisations }: OtherNames): TrainingDocument[] {
  let state = seed >>> 0;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const cities = listed('city').map(titled);
  const towns = listed('town').map(titled);
  const countries = listed('country').map(titled);
  const one = <T>(list: readonly T[]): T => list[random(list.length)] as T;

  return documents.map((document) => {
    const replaced = new Map<string, readonly string[]>();
    const { words } = document.tokens;
    for (const range of document.ranges) {
      const name = words.slice(range.from, range.to);
      if (range.type === 'PER' && name.length > 1 && !replaced.has(name.join(' '))) {
        const other = one(people);
        replaced.set(name.join(' '), other);
        replaced.set(`PER ${name.at(-1) ?? ''}`, other.slice(-1));
        replaced.set(`PER ${name[0] ?? ''}`, other.slice(0, 1));
      }
    }
    const put = (range: TaggedRange): readonly string[] => {
      const name = words.slice(range.from, range.to);
      const key = name.join(' ');
      if (!isCapital(name[0]?.[0]) || range.type === 'MISC') return name;
      const held = replaced.get(range.type === 'PER' && name.length === 1 ? `PER ${key}` : key);
      if (held !== undefined) return held;
      const chosen = choose(range.type, name);
      replaced.set(range.type === 'PER' && name.length === 1 ? `PER ${key}` : key, chosen);
      return chosen;
    };
    const choose = (type: NameType, name: string[]): readonly string[] => {
      if (type === 'PER') return one(people).slice(-1);
      const capitals = name.length === 1 && name[0] === name[0]?.toUpperCase();
      if (type === 'LOC') {
        if (capitals) return name;
        const dice = random(10);
        return dice < 3 ? one(countries) : dice < 7 ? one(cities) : dice < 9 ? one(towns) : name;
      }
      // no made-up acronyms: they taught the tagger that every acronym is an organisation
      if (capitals) return name;
      return random(2) === 0 ? one(organisations) : name;
    };
    const outWords: string[] = [];
    const outOpens: number[] = [];
    const outRanges: TaggedRange[] = [];
    const skip: number[] = [];
    let at = 0;
    const copy = (until: number): void => {
      for (; at < until; at++) {
        outWords.push(words[at] ?? '');
        outOpens.push(document.tokens.opensSentence[at] ?? 0);
        skip.push(document.skip?.[at] ?? 0);
      }
    };
    for (const range of document.ranges) {
      copy(range.from);
      const name = put(range);
      outRanges.push({ from: outWords.length, to: outWords.length + name.length, type: range.type });
      for (const [index, word] of name.entries()) {
        outWords.push(word);
        outOpens.push(index === 0 ? (document.tokens.opensSentence[range.from] ?? 0) : 0);
        skip.push(document.skip?.[range.from] ?? 0);
      }
      at = range.to;
    }
    copy(document.tokens.count);
    asHeadlines(outWords, outOpens, random);
    const count = outWords.length;
    return {
      id: `${document.id}+`,
      text: '',
      tokens: {
        count,
        start: new Int32Array(count),
        end: new Int32Array(count),
        words: outWords,
        opensSentence: Uint8Array.from(outOpens),
      },
      ranges: outRanges,
      skip: Uint8Array.from(skip),
    };
  });
}
