/**
 * What each part of the quotation stage is worth: the scores with all parts, and with each left out.
 * Use: node bench/quality/quotes-ablation.ts [--data ../shared/eval]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { z } from 'zod';
import { PARTS, type Part } from '../../src/quotes/parts.ts';
import { STRATEGIES } from '../../src/quotes/strategies.ts';
import { predictQuotes, readGold } from './quotes.ts';

const viewSchema = z.looseObject({
  exact: z.looseObject({ F1: z.number() }),
  joint: z.looseObject({ F1: z.number() }),
  speakerAcc: z.number().nullable(),
  nameAcc: z.number().nullable().optional(),
});
const scoreSchema = z.looseObject({ direct: viewSchema, quoted: viewSchema, all: viewSchema });

/** Everything that can be left out, by name. */
const LEFT_OUT = new Map<string, string>([...Object.entries(PARTS), ...STRATEGIES.map(({ name }): [string, string] => [name, name])]);

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' } } });
const folder = join(values.data, 'quotes');
const scratch = mkdtempSync(join(tmpdir(), 'copydesk-ablation-'));
const out = join(scratch, 'predictions.jsonl');
const sets = ['polnear-dev', 'gum-news-dev'].map((set) => {
  const gold = join(folder, `${set}.jsonl.gz`);
  return { gold, documents: readGold(gold) };
});

function scores(without: ReadonlySet<Part>): z.infer<typeof scoreSchema>[] {
  return sets.map(({ gold, documents }) => {
    predictQuotes(documents, out, { without });
    const scorer = realpathSync(join(folder, 'score.mjs'));
    return scoreSchema.parse(
      JSON.parse(execFileSync(process.execPath, [scorer, gold, out, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 })),
    );
  });
}

const percent = (value: number | null | undefined): string => (value === null || value === undefined ? '-' : (100 * value).toFixed(1));
const table = new Table({
  head: ['without', 'quoted span', 'speaker', 'joint', 'direct span', 'speaker', 'joint', 'all exact', 'GUM joint', 'GUM name'],
  style: { head: [], border: [] },
});
try {
  for (const part of [undefined, ...LEFT_OUT.keys()]) {
    const [polnear, gum] = scores(new Set(part === undefined ? [] : [part]));
    if (polnear === undefined || gum === undefined) continue;
    const views = [polnear.quoted, polnear.direct].flatMap((view) => [view.exact.F1, view.speakerAcc, view.joint.F1]);
    table.push([
      part === undefined ? '(nothing)' : (LEFT_OUT.get(part) ?? part),
      ...[...views, polnear.all.exact.F1, gum.quoted.joint.F1, gum.quoted.nameAcc].map(percent),
    ]);
  }
  console.log(table.toString());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
