/**
 * Entities against the development sets. Writes predictions in the form the scorer reads and scores linking.
 * Usage: node bench/quality/entities.ts --data ../shared/eval/entities --out <folder>
 * then:  node ../shared/eval/entities/score.mjs GOLD.jsonl.gz <folder>/SET.jsonl --types PER,ORG,LOC
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Entity } from '../../src/article.ts';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { knownEntities } from '../../src/entities/known.ts';
import { foldName } from '../../src/text/fold.ts';

export const SPAN_SETS = ['uner-ewt-dev', 'uner-pud-dev', 'ww-dev'] as const;

const TYPE: Partial<Record<Entity['kind'], string>> = { person: 'PER', organisation: 'ORG', place: 'LOC', facility: 'LOC' };

function readLines<T>(path: string): T[] {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

const entitiesOf = (text: string): Entity[] => findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 } }).entities;

/** One JSON line a document: {id, text, entities: [{start, end, text, type}]}. */
export function predictSpans(goldFile: string): string[] {
  return readLines<{ id: string; text: string }>(goldFile).map(({ id, text }) => {
    const spans = entitiesOf(text).flatMap(({ kind, mentions }) => {
      const type = TYPE[kind];
      return type === undefined ? [] : mentions.map(({ span: [start, end], text: surface }) => ({ start, end, text: surface, type }));
    });
    spans.sort((a, b) => a.start - b.start);
    return JSON.stringify({ id, text, entities: spans });
  });
}

interface CanonicalLine {
  id: string;
  text: string;
  canonical: { type: string; name: string; aliases: string[]; wiki: string | null; mentions: number }[];
}

/** Gold and predictions of merged entities in the scorer's canonical form. */
export function predictCanonical(goldFile: string): { gold: unknown; predicted: Record<string, unknown> } {
  const lines = readLines<CanonicalLine>(goldFile);
  const gold = {
    files: Object.fromEntries(lines.map(({ id, canonical }) => [id, { entities: canonical.filter(({ type }) => type !== 'MISC') }])),
  };
  const predicted = Object.fromEntries(
    lines.map(({ id, text }) => [
      id,
      entitiesOf(text).flatMap(({ name, kind, aliases, wikidata }) => {
        const type = TYPE[kind];
        return type === undefined ? [] : [{ name, type, aliases, qid: wikidata }];
      }),
    ]),
  );
  return { gold, predicted };
}

interface LinkLine {
  id: string;
  text: string;
  mentions: { start: number; end: number; text: string; qid: string | null; name: string; coref?: boolean; optional?: boolean }[];
  evaluation_span: [number, number];
}

export interface LinkScore {
  readonly given: number;
  readonly right: number;
  readonly linkable: number;
  /** Linkable mentions whose id is in the known entities at all. */
  readonly listed: number;
  readonly found: number;
  readonly wrong: string[];
  readonly missed: string[];
}

/** Wikidata ids given to mentions inside the evaluation span. Linkable: a name (a capital in it) with an id, not a pronoun or nominal, not optional. */
export function scoreLinking(goldFile: string): LinkScore {
  let given = 0;
  let right = 0;
  let linkable = 0;
  let found = 0;
  let listed = 0;
  const known = new Set(knownEntities().map((entity) => entity.wikidata));
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const {
    text,
    mentions,
    evaluation_span: [from, to],
  } of readLines<LinkLine>(goldFile)) {
    const gold = mentions.filter((mention) => mention.coref !== true);
    const told = entitiesOf(text).flatMap(({ wikidata, mentions: named }) =>
      wikidata === undefined
        ? []
        : named.filter(({ span }) => span[0] >= from && span[1] <= to).map(({ span, text: surface }) => ({ span, surface, wikidata })),
    );
    for (const { span, surface, wikidata } of told) {
      const same = gold.filter(({ start, end }) => start < span[1] && end > span[0]);
      given++;
      if (same.some(({ qid }) => qid === wikidata)) right++;
      else
        wrong.push(`${surface} ${wikidata} | gold ${same.map(({ text: name, qid }) => `${name} ${qid ?? '-'}`).join('; ') || 'nothing'}`);
    }
    for (const { start, end, qid, text: surface, optional } of gold) {
      if (qid === null || optional === true || !/\p{Lu}/u.test(surface)) continue;
      linkable++;
      if (known.has(qid)) listed++;
      if (told.some(({ span, wikidata }) => wikidata === qid && span[0] < end && span[1] > start)) found++;
      else missed.push(`${surface} ${qid} ${foldName(surface)}`);
    }
  }
  return { given, right, linkable, listed, found, wrong, missed };
}

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1);

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/eval/entities' },
      out: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  if (values.out === undefined) throw new Error('--out <folder> is needed');
  mkdirSync(values.out, { recursive: true });
  for (const set of SPAN_SETS)
    writeFileSync(join(values.out, `${set}.jsonl`), `${predictSpans(join(values.data, `${set}.jsonl.gz`)).join('\n')}\n`);
  const { gold, predicted } = predictCanonical(join(values.data, 'gum-news-canonical-dev.jsonl.gz'));
  writeFileSync(join(values.out, 'canonical-gold.json'), JSON.stringify(gold));
  writeFileSync(join(values.out, 'canonical.json'), JSON.stringify(predicted));
  const links = scoreLinking(join(values.data, 'link-newsfair2-dev.jsonl.gz'));
  console.log(
    `linking: precision ${percent(links.right, links.given)} (${links.right}/${links.given}), recall ${percent(links.found, links.linkable)} (${links.found}/${links.linkable}), of the listed ${percent(links.found, links.listed)} (${links.found}/${links.listed})`,
  );
  if (values.verbose)
    console.log([...links.wrong.map((line) => `wrong  ${line}`), ...links.missed.map((line) => `missed ${line}`)].join('\n'));
}
