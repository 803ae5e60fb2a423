/**
 * One table of quality: runs the current code over the development sets, scores it with the scorers that come with them, and checks the floors.
 *
 *   npm run bench:quality -- --data ../shared/eval [--only html,text,dedup,entities,quotes] [--update] [--lower "<key>"] [--json]
 *
 * Floors (bench/floors.json) rise with `--update`; they fall only when `--lower "<key>"` names the row.
 * Exit code: 0 all at or above their floors, 1 something fell, 2 wrong use.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { MEASURES, isInSample, keyOf, type Measure } from './measures.ts';
import { AREAS, type Scores } from './areas.ts';

const FLOORS = new URL('../floors.json', import.meta.url);
/** Figures of the trainers with folds by site or page; in-sample figures are no measure of quality. */
const CROSS_VALIDATED = new URL('../cross-validated.json', import.meta.url);
/** Scores are deterministic; this only forgives the rounding in the floors file. */
const ROUNDING = 0.00005;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    only: { type: 'string' },
    update: { type: 'boolean', default: false },
    lower: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});

const chosen = options.only?.split(',') ?? Object.keys(AREAS);
const unknown = chosen.filter((area) => !(area in AREAS));
if (unknown.length > 0) {
  console.error(`bench:quality: no area called ${unknown.join(', ')}. Areas: ${Object.keys(AREAS).join(', ')}`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'copydesk-quality-'));
const scores: Scores = new Map();
try {
  for (const area of chosen) {
    const start = Date.now();
    await AREAS[area]?.(options.data, scratch, scores);
    if (!options.json) console.error(`${area}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

const crossValidated = JSON.parse(readFileSync(CROSS_VALIDATED, 'utf8')) as Record<
  string,
  { readonly runs: readonly number[] } | undefined
>;

/** "0.9778 ±.0007": mean and half the range of the runs. */
function meanAndSpread(key: string): string {
  const runs = crossValidated[key]?.runs;
  if (runs === undefined || runs.length === 0) return '';
  const mean = runs.reduce((sum, run) => sum + run, 0) / runs.length;
  return `${mean.toFixed(4)} ±${((Math.max(...runs) - Math.min(...runs)) / 2).toFixed(4).slice(1)}`;
}

const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Record<string, number>;
const fell: string[] = [];

function verdict(measure: Measure, ours: number | undefined): string {
  if (ours === undefined) return 'no data here';
  const floor = floors[keyOf(measure)];
  const below = floor !== undefined && (measure.better === 'lower' ? ours > floor + ROUNDING : ours < floor - ROUNDING);
  if (below && !options.lower.includes(keyOf(measure))) {
    fell.push(`${keyOf(measure)}: ${ours.toFixed(4)}, floor ${floor}`);
    return 'FELL';
  }
  if (isInSample(measure)) return 'in-sample';
  return (measure.better === 'lower' ? ours <= measure.target : ours >= measure.target) ? 'reached' : '';
}

// Metadata is scored on the same predictions as HTML.
const measured = MEASURES.filter(({ area }) => chosen.includes(area === 'meta' ? 'html' : area));
const rows = measured.map((measure) => {
  const ours = scores.get(keyOf(measure));
  return { ...measure, ours, floor: floors[keyOf(measure)], verdict: verdict(measure, ours) };
});

if (options.json) {
  console.log(JSON.stringify(rows, null, 1));
} else {
  const table = new Table({
    head: ['set', 'measure', 'ours', 'cross-validated', 'floor', 'best peer', 'target', ''],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    table.push([
      `${row.area} ${row.set}`,
      row.measure,
      row.ours?.toFixed(4) ?? '-',
      meanAndSpread(keyOf(row)),
      row.floor?.toFixed(4) ?? '-',
      row.peer,
      row.target.toString(),
      row.verdict,
    ]);
  }
  console.log(table.toString());
  if (rows.some(isInSample))
    console.log(
      'in-sample: the model was trained on these pages; the cross-validated column (bench/cross-validated.json) is the honest level.',
    );
}

const missing = rows.filter((row) => row.ours === undefined);
for (const row of missing) console.error(`not measured, its data are not in ${options.data}: ${keyOf(row)}`);

if (options.update || options.lower.length > 0) {
  for (const row of rows) {
    if (row.ours === undefined) continue;
    const key = keyOf(row);
    const rounded = Number(row.ours.toFixed(4));
    const floor = floors[key];
    const better = floor === undefined || (row.better === 'lower' ? rounded < floor : rounded > floor);
    if (better ? options.update : options.lower.includes(key)) floors[key] = rounded;
  }
  writeFileSync(
    FLOORS,
    `${JSON.stringify(Object.fromEntries(Object.entries(floors).toSorted(([a], [b]) => a.localeCompare(b))), null, 2)}\n`,
  );
}

for (const line of fell) console.error(`below the floor: ${line}`);
process.exitCode = fell.length > 0 || missing.length === rows.length ? 1 : 0;
