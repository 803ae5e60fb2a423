/** Each area: read its development set with the library, write predictions, run the scorer that comes with the data, keep the figures. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { clusterText } from '../../src/dedupe/cluster-stream.ts';
import { MemoryIndex } from '../../src/dedupe/memory-index.ts';
import { goldFile, presentSets, readPages, type ExtractionSet } from './extraction.ts';
import { readArticle, type ArticleInput, type Entity, type NewsRecord } from '../../src/index.ts';

export type Scores = Map<string, number>;
type Area = (data: string, scratch: string, scores: Scores) => Promise<void>;

function readLines(file: string): unknown[] {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function writeLines(file: string, rows: readonly unknown[]): void {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** The real path: a scorer that is reached through a link would not know that it is the main module. */
const run = (scorer: string, ...args: string[]): string =>
  execFileSync(process.execPath, [realpathSync(scorer), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
const percent = (text: string | undefined): number => Number(text);

/** Predictions for one extraction set, pages (html) or their text dumps. */
function extract(data: string, set: ExtractionSet, form: 'html' | 'text', out: string): void {
  const rows = [...readPages(data, set, form)].map(({ id, content, url }) => {
    const input: ArticleInput = form === 'html' ? { html: content, url } : { text: content, url };
    const record = readArticle(input, { stages: ['clean'] });
    return {
      id,
      text: record.body.text,
      title: record.headline,
      byline: record.byline?.authors.join(', '),
      date: record.publishedAt?.value,
    };
  });
  writeLines(out, rows);
}

/** The metadata scorer knows the field names of one set: those of the others are renamed for it. */
function metadataGold(gold: string, set: ExtractionSet, scratch: string): string {
  if (set === 'wcxb-article') return gold;
  const pages = z
    .record(z.string(), z.looseObject({ title: z.string().nullish(), authors: z.array(z.string()).nullish(), date: z.string().nullish() }))
    .parse(JSON.parse(readFileSync(gold, 'utf8')));
  const renamed = Object.entries(pages).map(([id, { title, authors, date }]) => [
    id,
    { title, author: authors === null || authors === undefined || authors.length === 0 ? null : authors.join(' and '), publish_date: date },
  ]);
  const file = join(scratch, `${set}-metadata.json`);
  writeFileSync(file, JSON.stringify(Object.fromEntries(renamed)));
  return file;
}

const extractionScore = z.object({ f1: z.number(), empty: z.number() });

const extraction =
  (area: 'html' | 'text'): Area =>
  (data, scratch, scores) => {
    for (const set of presentSets(data, area)) {
      const out = join(scratch, `${area}-${set}.jsonl`);
      const gold = goldFile(data, set, area);
      extract(data, set, area, out);
      const score = extractionScore.parse(JSON.parse(run(join(data, 'extraction/score.mjs'), gold, out, '--json')));
      scores.set(`${area}/${set}/F1`, score.f1);
      scores.set(`${area}/${set}/empty`, score.empty);
      if (area !== 'html' || (set !== 'wcxb-article' && set !== 'world')) continue;
      for (const match of run(join(data, 'extraction/score-meta.mjs'), metadataGold(gold, set, scratch), out).matchAll(
        /^(title|author|date)\s.*?exact ([\d.]+)/gm,
      )) {
        scores.set(`meta/${set}/${match[1]}`, percent(match[2]));
      }
    }
    return Promise.resolve();
  };

const clusterScore = z.object({
  precision: z.number(),
  f1: z.number(),
  ari: z.number(),
  roundupsThatJoinTwoStories: z.tuple([z.number(), z.number()]),
});
const clusterDoc = z.object({ id: z.string(), text: z.string(), outlet: z.string().nullish() });

const dedup: Area = (data, scratch, scores) => {
  const gold = join(data, 'dedup/dev.jsonl.gz');
  const out = join(scratch, 'dedup.jsonl');
  const index = new MemoryIndex();
  const ids = readLines(gold).map((line) => {
    const { id, text, outlet } = clusterDoc.parse(line);
    clusterText({ id, text, outlet: outlet ?? undefined }, index);
    return id;
  });
  writeLines(
    out,
    ids.map((id) => ({ id, cluster: index.clusterOf(id) })),
  );
  const score = (...flags: string[]) => clusterScore.parse(JSON.parse(run(join(data, 'dedup/score.mjs'), gold, out, '--json', ...flags)));
  const strict = score();
  scores.set('dedup/dev/strict F1', strict.f1);
  scores.set('dedup/dev/strict P', strict.precision);
  scores.set('dedup/dev/strict ARI', strict.ari);
  scores.set('dedup/dev/lenient F1', score('--lenient').f1);
  scores.set('dedup/dev/roundup bridges', strict.roundupsThatJoinTwoStories[0]);
  return Promise.resolve();
};

const TYPES: Partial<Record<Entity['kind'], string>> = { person: 'PER', organisation: 'ORG', place: 'LOC', facility: 'LOC' };
const textDoc = z.looseObject({ id: z.string(), text: z.string() });
/** The scorer's direct and quoted views leave indirect speech out, so one reading serves all views. */
const readClean = (text: string, stages: ('entities' | 'quotes')[]): NewsRecord =>
  readArticle({ text }, { clean: 'none', stages, indirect: true });

const entityScore = z.object({ exact: z.object({ f1: z.number() }) });
const canonicalScore = z.object({ total: z.object({ f1: z.number() }) });
const canonicalDoc = textDoc.extend({ canonical: z.array(z.looseObject({})) });
const linkDoc = textDoc.extend({
  evaluation_span: z.tuple([z.number(), z.number()]),
  mentions: z.array(
    z.looseObject({
      start: z.number(),
      end: z.number(),
      qid: z.string().nullable(),
      coref: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

/** Precision over our linked mentions that are not optional in the gold, recall over gold mentions with an id; exact spans. */
function linking(file: string): { precision: number; recall: number } {
  let right = 0;
  let given = 0;
  let linkable = 0;
  for (const line of readLines(file)) {
    const doc = linkDoc.parse(line);
    const [from, to] = doc.evaluation_span;
    const gold = new Map(doc.mentions.map((mention) => [`${mention.start}:${mention.end}`, mention]));
    linkable += doc.mentions.filter((mention) => mention.qid !== null && mention.coref !== true && mention.optional !== true).length;
    for (const entity of readClean(doc.text, ['entities']).entities) {
      if (entity.wikidata === undefined) continue;
      for (const { span } of entity.mentions) {
        if (span[0] < from || span[1] > to) continue;
        const mention = gold.get(`${span[0]}:${span[1]}`);
        if (mention?.optional === true) continue;
        given++;
        if (mention?.qid === entity.wikidata) right++;
      }
    }
  }
  return { precision: given === 0 ? 0 : right / given, recall: linkable === 0 ? 0 : right / linkable };
}

const entities: Area = (data, scratch, scores) => {
  const folder = join(data, 'entities');
  const scorer = join(folder, 'score.mjs');
  for (const set of ['ww-dev', 'uner-ewt-dev', 'uner-pud-dev']) {
    const gold = join(folder, `${set}.jsonl.gz`);
    if (!existsSync(gold)) continue;
    const out = join(scratch, `${set}.jsonl`);
    writeLines(
      out,
      readLines(gold).map((line) => {
        const doc = textDoc.parse(line);
        const found = readClean(doc.text, ['entities']).entities.flatMap((entity) =>
          entity.mentions.map(({ span, text }) => ({ start: span[0], end: span[1], text, type: TYPES[entity.kind] ?? 'MISC' })),
        );
        return { id: doc.id, entities: found };
      }),
    );
    scores.set(`entities/${set}/F1`, entityScore.parse(JSON.parse(run(scorer, gold, out, '--types', 'PER,ORG,LOC', '--json'))).exact.f1);
  }

  const gold: Record<string, unknown> = {};
  const predicted: Record<string, unknown> = {};
  for (const line of readLines(join(folder, 'gum-news-canonical-dev.jsonl.gz'))) {
    const doc = canonicalDoc.parse(line);
    gold[doc.id] = { entities: doc.canonical };
    predicted[doc.id] = readClean(doc.text, ['entities'])
      .entities.filter((entity) => TYPES[entity.kind] !== undefined)
      .map((entity) => ({ name: entity.name, type: TYPES[entity.kind], aliases: entity.aliases, qid: entity.wikidata }));
  }
  writeFileSync(join(scratch, 'canonical-gold.json'), JSON.stringify({ files: gold }));
  writeFileSync(join(scratch, 'canonical.json'), JSON.stringify(predicted));
  const canonical = run(scorer, '--canonical', join(scratch, 'canonical-gold.json'), join(scratch, 'canonical.json'));
  scores.set('entities/gum-news-canonical/F1', canonicalScore.parse(JSON.parse(canonical)).total.f1);

  const links = linking(join(folder, 'link-newsfair2-dev.jsonl.gz'));
  scores.set('entities/newsfair2/link precision', links.precision);
  scores.set('entities/newsfair2/link recall', links.recall);
  return Promise.resolve();
};

const f1 = z.object({ F1: z.number() });
const view = z.object({ exact: f1, partial: f1, joint: f1, speakerAcc: z.number().nullable(), nameAcc: z.number().nullable() });
const quoteScore = z.object({ direct: view, quoted: view, all: view });

const quotes: Area = (data, scratch, scores) => {
  for (const set of ['polnear-dev', 'gum-news-dev', 'wikinews-de-dev']) {
    const gold = join(data, 'quotes', `${set}.jsonl.gz`);
    if (!existsSync(gold)) continue;
    const out = join(scratch, `${set}.jsonl`);
    writeLines(
      out,
      readLines(gold).map((line) => {
        const doc = textDoc.parse(line);
        const record = readClean(doc.text, ['entities', 'quotes']);
        return { id: doc.id, quotes: record.quotations.map(asScored) };
      }),
    );
    const score = quoteScore.parse(JSON.parse(run(join(data, 'quotes/score.mjs'), gold, out, '--json')));
    scores.set(`quotes/${set}/quoted span F1`, score.quoted.partial.F1);
    scores.set(`quotes/${set}/quoted speaker`, score.quoted.speakerAcc ?? 0);
    scores.set(`quotes/${set}/quoted joint F1`, score.quoted.joint.F1);
    scores.set(`quotes/${set}/direct joint F1`, score.direct.joint.F1);
    scores.set(`quotes/${set}/all exact F1`, score.all.exact.F1);
    scores.set(`quotes/${set}/resolved name`, score.quoted.nameAcc ?? 0);
  }
  return Promise.resolve();
};

const placed = (at: { span: readonly [number, number]; text: string }) => ({ start: at.span[0], end: at.span[1], text: at.text });

function asScored({ span, text, kind, content, speaker, cue }: NewsRecord['quotations'][number]) {
  return {
    start: span[0],
    end: span[1],
    text,
    type: kind,
    content: content === undefined ? undefined : { start: content[0], end: content[1] },
    speaker:
      speaker === null ? null : { ...(speaker.mention === null ? { text: speaker.name } : placed(speaker.mention)), name: speaker.name },
    cue: cue === null ? null : placed(cue),
  };
}

/** `meta` is scored on the same predictions as `html`. */
export const AREAS: Readonly<Record<string, Area>> = { html: extraction('html'), text: extraction('text'), dedup, entities, quotes };
