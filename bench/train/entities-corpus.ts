/** The annotated corpora, read as token ranges, with their conventions brought to one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { foldName } from '../../src/text/fold.ts';
import { bitOf, listTable } from '../../src/entities/lists.ts';
import { hashWord } from '../../src/entities/hash.ts';
import { nameTables } from '../../src/entities/name-tables.ts';
import { tokenize, type Tokens } from '../../src/entities/tokens.ts';
import type { NameType } from '../../src/entities/mention.ts';
import type { TaggedRange } from '../../src/entities/mentions.ts';

interface CorpusEntity {
  start: number;
  end: number;
  text: string;
  type: string;
  label?: string;
}
interface CorpusLine {
  id: string;
  text: string;
  entities: CorpusEntity[];
}
export interface TrainingDocument {
  readonly id: string;
  readonly text: string;
  readonly tokens: Tokens;
  readonly ranges: TaggedRange[];
  /** 1 in sentences that are not learnt from. */
  readonly skip?: Uint8Array;
}

export function readLines(folder: string, file: string): CorpusLine[] {
  return gunzipSync(readFileSync(join(folder, `${file}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CorpusLine);
}

/** Token ranges of character spans; a span that cuts a token takes the whole token, overlapping ones are dropped. */
function toRanges(tokens: Tokens, entities: readonly { start: number; end: number; type: NameType }[]): TaggedRange[] {
  const ranges: TaggedRange[] = [];
  let index = 0;
  for (const { start, end, type } of [...entities].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (index < tokens.count && (tokens.end[index] ?? 0) <= start) index++;
    const from = index;
    let to = from;
    while (to < tokens.count && (tokens.start[to] ?? 0) < end) to++;
    // names never cross a sentence border of ours
    for (let inner = from + 1; inner < to; inner++) if (tokens.opensSentence[inner] === 1) to = inner;
    if (to > from && from >= (ranges.at(-1)?.to ?? 0)) ranges.push({ from, to, type });
  }
  return ranges;
}

export function readCorpus(folder: string, file: string, share = 1): TrainingDocument[] {
  const lines = readLines(folder, file);
  const kept = share >= 1 ? lines : lines.filter((_, index) => (index * 0.6180339887) % 1 < share);
  const documents = kept.map((line) => {
    const tokens = tokenize(line.text);
    const entities = line.entities.flatMap((entity) => {
      const type = typeOf(file, entity);
      return type === undefined ? [] : [{ start: entity.start, end: entity.end, type }];
    });
    return { id: line.id, text: line.text, tokens, ranges: toRanges(tokens, entities) };
  });
  const trimmed = documents.map((document) => ({ ...document, ranges: document.ranges.flatMap((range) => trim(document, range)) }));
  return file === 'gmb-train' ? repairSilver(trimmed) : trimmed;
}

function typeOf(file: string, entity: CorpusEntity): NameType | undefined {
  if (file !== 'gmb-train') return entity.type as NameType;
  const known: Record<string, NameType> = { geo: 'LOC', gpe: 'LOC', org: 'ORG', per: 'PER', art: 'MISC', eve: 'MISC', nat: 'MISC' };
  return known[entity.label ?? ''];
}

const listsOf = (text: string): number => listTable().lookup(hashWord(foldName(text)));
const PLACE_BITS = bitOf('country') | bitOf('city') | bitOf('region');

/** Forms of address, articles and the possessive are not part of a name. */
function trim(document: TrainingDocument, range: TaggedRange): TaggedRange[] {
  const { words } = document.tokens;
  let { from, to } = range;
  while (to > from && /^(?:['’]s|['’,.;:-])$/.test(words[to - 1] ?? '')) to--;
  if (range.type === 'PER') {
    while (
      from < to &&
      (nameTables().roles.address.has((words[from] ?? '').toLowerCase().replaceAll('.', '')) || (words[from] ?? '') === '-')
    )
      from++;
  }
  while (from < to && /^(?:the|an?)$/.test(words[from] ?? '')) from++;
  return to > from ? [{ from, to, type: range.type }] : [];
}

const RELIGIOUS =
  /^(?:Muslims?|Christians?|Jews|Jewish|Sunnis?|Shi'?ites?|Shias?|Hindus?|Buddhists?|Catholics?|Islamic|Islamists?|Western|Arabs?|Kurds?|Kurdish|Hutus?|Tutsis?|Roma|Protestants?|Orthodox|Maoists?|Communists?|Republicans?|Democrats?|Democratic)$/;
const WEEKDAY =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/**
 * The Groningen Meaning Bank is labelled by machine: types are scattered ("Mr. Bush": Mr. PER, Bush ORG) and names are missing.
 * A name takes the type it has most often, nationalities are MISC, what follows a form of address is a person, and a person's surname is a person
 * wherever the same text repeats it. Each rule was written after reading the training text only.
 */
function repairSilver(documents: readonly TrainingDocument[]): TrainingDocument[] {
  const votes = new Map<string, Map<NameType | 'O', number>>();
  const vote = (name: string, type: NameType | 'O', weight: number): void => {
    const held = votes.get(name) ?? new Map<NameType | 'O', number>();
    held.set(type, (held.get(type) ?? 0) + weight);
    votes.set(name, held);
  };
  const textOf = (document: TrainingDocument, range: { from: number; to: number }): string =>
    document.tokens.words.slice(range.from, range.to).join(' ');
  const first = documents.map((document) => {
    const { words } = document.tokens;
    const ranges: TaggedRange[] = [];
    for (const range of document.ranges) {
      const last = ranges.at(-1);
      const text = textOf(document, range);
      const plain = listsOf(text);
      let type = range.type;
      if ((plain & bitOf('demonym')) !== 0 && (plain & bitOf('country')) === 0) type = 'MISC';
      else if (RELIGIOUS.test(text)) type = 'MISC';
      else if ((plain & PLACE_BITS) !== 0 && (plain & bitOf('surname')) === 0) type = 'LOC';
      const address = (words[range.from - 1] ?? '').replaceAll('.', '').toLowerCase();
      if (
        /^(?:mr|mrs|ms|president|senator|prime|minister|general|secretary|chancellor|king|pope)$/.test(address) &&
        type !== 'MISC' &&
        type !== 'LOC' &&
        /^\p{Lu}/u.test(text)
      )
        type = 'PER';
      if (/^(?:mr|mrs|ms)$/.test(address)) type = 'PER';
      // "Barack" ORG + "Obama" PER are one name
      if (
        last !== undefined &&
        last.to === range.from &&
        document.tokens.opensSentence[range.from] !== 1 &&
        type === 'PER' &&
        (last.type === 'PER' || (last.type === 'ORG' && (listsOf(words[last.from] ?? '') & (bitOf('first-2') | bitOf('first-1'))) !== 0))
      ) {
        ranges[ranges.length - 1] = { from: last.from, to: range.to, type: 'PER' };
        continue;
      }
      if (text === 'State' && (words[range.from - 1] ?? '') === 'of') continue;
      if (WEEKDAY.test(text) || !/\p{Lu}/u.test(text)) continue;
      ranges.push({ ...range, type });
    }
    for (const range of ranges) vote(textOf(document, range), range.type, 1);
    return { ...document, ranges };
  });
  // how often each labelled name stands unlabelled
  const settled = new Map<string, NameType>();
  const fill = new Map<string, NameType>();
  for (const document of first) {
    const taken = new Uint8Array(document.tokens.count);
    for (const range of document.ranges) taken.fill(1, range.from, range.to);
    for (let index = 0; index < document.tokens.count; index++) {
      if (taken[index] === 1 || !/^\p{Lu}/u.test(document.tokens.words[index] ?? '')) continue;
      for (let length = 1; length <= 4; length++) {
        const text = document.tokens.words.slice(index, index + length).join(' ');
        if (votes.has(text)) vote(text, 'O', 1);
      }
    }
  }
  for (const [text, counts] of votes) {
    const named = [...counts].filter((entry): entry is [NameType, number] => entry[0] !== 'O');
    const total = named.reduce((sum, [, count]) => sum + count, 0);
    const [type, best] = named.reduce((top, entry) => (entry[1] > top[1] ? entry : top));
    if (total >= 3 && best / total >= 0.6) settled.set(text, type);
    const outside = counts.get('O') ?? 0;
    if (total >= 4 && best / total >= 0.7 && outside <= total * (text.includes(' ') ? 1 : 0.34)) fill.set(text, type);
  }
  return first.map((document) => {
    const { words } = document.tokens;
    const surnames = new Set<string>();
    for (const range of document.ranges) {
      const before = (words[range.from - 1] ?? '').replaceAll('.', '').toLowerCase();
      if (range.type === 'PER' && (range.to - range.from > 1 || /^(?:mr|mrs|ms|president)$/.test(before)))
        surnames.add(words[range.to - 1] ?? '');
    }
    const ranges = document.ranges.map((range) => {
      const text = textOf(document, range);
      if (surnames.has(text) && range.type !== 'LOC') return { ...range, type: 'PER' as const };
      return { ...range, type: settled.get(text) ?? range.type };
    });
    const taken = new Uint8Array(document.tokens.count);
    for (const range of ranges) taken.fill(1, range.from, range.to);
    for (let index = 0; index < document.tokens.count; index++) {
      if (taken[index] === 1 || !/^\p{Lu}/u.test(words[index] ?? '')) continue;
      for (let length = 5; length >= 1; length--) {
        if (index + length > document.tokens.count || taken.slice(index, index + length).includes(1)) continue;
        const text = words.slice(index, index + length).join(' ');
        const type = fill.get(text) ?? (length === 1 && surnames.has(text) ? 'PER' : undefined);
        if (type === undefined) continue;
        ranges.push({ from: index, to: index + length, type });
        taken.fill(1, index, index + length);
        break;
      }
    }
    ranges.sort((a, b) => a.from - b.from);
    return { ...document, ranges };
  });
}
