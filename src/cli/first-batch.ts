/** `copydesk first-batch`: the five example articles through the real queue, worker and database, and what came out. */
import { join, relative } from 'node:path';
import { Command } from 'commander';
import type { NewsRecord } from '../article.ts';
import { packageFolder } from '../package-files.ts';
import type { Service } from '../service.ts';
import { withDesk } from './desk.ts';
import { EXIT, printRefusal } from './outcome.ts';
import { paint } from './paint.ts';
import { showProgress } from './progress.ts';
import { ingestGroups } from './ingest-groups.ts';
import { renderCounts, renderRecords } from './view/batch-table.ts';
import { count } from './view/layout.ts';

const SEEDS = join(packageFolder(), 'seeds');
const BATCH = 'first-batch';

export function command(): Command {
  return new Command('first-batch')
    .description('Reads the five example articles in seeds/ end to end: intake, queue, cleaning, copies, entities, quotations, Postgres.')
    .option('--json', 'the records as JSON lines')
    .addHelpText('after', `\nExample:\n  $ copydesk first-batch`)
    .action(firstBatch);
}

async function firstBatch(options: { readonly json?: true }): Promise<void> {
  await withDesk(async (service, signal) => {
    const started = performance.now();
    const ids: string[] = [];
    const counts = await ingestGroups(service, [relative(process.cwd(), SEEDS) || '.'], BATCH, {
      signal,
      onAcceptance: (_item, { id }) => ids.push(id),
      onRefusal: printRefusal,
    });
    const wasDone = (await service.batchStatus(BATCH))?.done === true;
    if (!wasDone) await readThem(service, signal);
    const status = await service.batchStatus(BATCH);
    const records = (await Promise.all(ids.map((id) => service.getRecord(id)))).filter(
      (record): record is NewsRecord => record !== undefined,
    );
    const isWhole =
      status !== undefined && ids.length > 0 && status.counts.stored + status.counts.copy === ids.length && records.length === ids.length;
    process.exitCode = isWhole && counts.refused === 0 ? EXIT.done : EXIT.failed;
    if (options.json) {
      for (const record of records) console.log(JSON.stringify(record));
      return;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`\n${renderRecords(records)}`);
    if (status !== undefined) {
      const news =
        counts.accepted === 0
          ? 'Nothing is new: all of them were here already'
          : `${count(counts.accepted, 'article')} read in ${seconds} s`;
      console.log(`${paint.strong(news)}. ${renderCounts(status.counts)}.\n`);
    }
    printNext(records, status?.counts.quarantined ?? 0);
  });
}

async function readThem(service: Service, signal: AbortSignal): Promise<void> {
  const worker = await service.startProcessWorker();
  const progress = showProgress('Reading five articles');
  try {
    await service.waitForBatch(BATCH, { signal, onProgress: (status) => progress.update(status) });
  } finally {
    progress.stop();
    await worker.close();
  }
}

function printNext(records: readonly NewsRecord[], quarantined: number): void {
  const longest = records.toSorted((a, b) => b.quotations.length - a.quotations.length)[0];
  const steps: (readonly [string, string])[] = [
    ...(quarantined > 0 ? [['npx copydesk quarantine list', 'what could not be read, and why'] as const] : []),
    ...(longest === undefined ? [] : [[`npx copydesk show ${longest.id}`, 'the article, speakers in colour'] as const]),
    ['npx copydesk ingest <your files> --wait', 'your own: .txt, .html, .jsonl, .gz'],
    ['npx copydesk up', 'HTTP intake and dashboard in the browser'],
    ['npx copydesk export > records.jsonl', 'the records as JSON'],
  ];
  const width = Math.max(...steps.map(([step]) => step.length));
  console.log(paint.faint('Next:'));
  for (const [step, what] of steps) console.log(`  ${paint.note(step.padEnd(width))}  ${what}`);
}
