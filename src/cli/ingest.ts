/** `copydesk ingest`: takes articles in. An item is acknowledged when its bytes are committed; reading it is the worker's business. */
import { Command, Option } from 'commander';
import { formatNamed, inputFormats } from '../intake/formats/formats.ts';
import { withDesk } from './desk.ts';
import { moment } from './moment-option.ts';
import { EXIT, printRefusal } from './outcome.ts';
import { paint } from './paint.ts';
import { showProgress } from './progress.ts';
import { ingestGroups, type IntakeCounts } from './ingest-groups.ts';
import { renderCounts } from './view/batch-table.ts';
import { count } from './view/layout.ts';

interface IngestOptions {
  readonly batch?: string;
  readonly wait?: true;
  readonly type?: string;
  readonly retrievedAt?: string;
  readonly json?: true;
}

export function command(): Command {
  return new Command('ingest')
    .description(
      'Takes articles in. Each is acknowledged when it is safe in Postgres; the same article twice is one article. Exit code 2: some were refused.',
    )
    .argument('<path...>', 'files, folders, globs, or "-" for standard input (.txt, .html, .jsonl, .gz of these)')
    .option('--batch <name>', 'name of the batch (default: made of the time)')
    .option('--wait', 'until every article has been read; embedded: reads them here')
    .addOption(
      new Option('--type <format>', 'what standard input holds (default: found out)').choices(inputFormats().map(({ name }) => name)),
    )
    .option('--retrieved-at <time>', 'when the pages were fetched, ISO 8601 with a zone or "now": "3 hours ago" counts from it', moment)
    .option('--json', 'one JSON line for each item, and one for the batch')
    .addHelpText(
      'after',
      `
A line of JSONL: {"id"?, "text" | "html", "url"?, "outlet"?, "publishedAt"?, "retrievedAt"?}

Examples:
  $ copydesk ingest news/ --wait
  $ copydesk ingest "export/*.jsonl.gz" --batch monday
  $ curl -s https://example.com/story.html | copydesk ingest - --type html --retrieved-at now`,
    )
    .action(ingest);
}

/** Acceptances shown one by one; a big batch is counted instead. */
const SHOWN = 20;

async function ingest(paths: readonly string[], options: IngestOptions): Promise<void> {
  const batch = options.batch ?? `ingest-${new Date().toISOString().replace(/[-:]/g, '').slice(0, 15)}`;
  await withDesk(async (service, signal) => {
    let shown = 0;
    const passedOver: string[] = [];
    const counts = await ingestGroups(service, paths, batch, {
      signal,
      stdinFormat: options.type === undefined ? undefined : formatNamed(options.type),
      retrievedAt: options.retrievedAt,
      onPassedOver: (file) => passedOver.push(file),
      onAcceptance: (item, { id, outcome, state }) => {
        const where = item.file ?? '-';
        if (options.json) console.log(JSON.stringify({ outcome, id, inputId: item.inputId, file: where, state }));
        else if (shown++ < SHOWN) {
          const name = item.inputId === undefined || where.endsWith(item.inputId) ? where : `${where}  ${item.inputId}`;
          console.log(
            outcome === 'accepted'
              ? `${paint.good('accepted')}  ${id}  ${name}`
              : `${paint.faint('already have it')}  ${id}  ${name} ${paint.faint(`(${state})`)}`,
          );
        }
      },
      onRefusal: (refusal) => (options.json ? console.log(JSON.stringify({ outcome: 'refused', ...refusal })) : printRefusal(refusal)),
    });
    if (counts.refused > 0) process.exitCode = EXIT.refused;
    const taken = counts.accepted + counts.already;
    if (!options.json) {
      if (shown > SHOWN) console.log(paint.faint(`… and ${(shown - SHOWN).toLocaleString('en')} more`));
      if (passedOver.length > 0)
        console.log(paint.faint(`${count(passedOver.length, 'file')} in folders passed over: no known kind, such as ${passedOver[0]}`));
      console.log(summary(counts, batch));
    }
    if (taken === 0) {
      if (options.json) console.log(JSON.stringify({ batch, ...counts }));
      return;
    }
    if (!options.wait) {
      if (options.json) console.log(JSON.stringify({ batch, ...counts }));
      else
        console.log(
          service.deployment === 'embedded'
            ? `Next: ${paint.strong('npx copydesk up')} reads them, or add --wait.`
            : `Next: ${paint.strong(`npx copydesk status ${batch}`)}`,
        );
      return;
    }
    if (service.deployment === 'embedded') await service.startProcessWorker();
    const progress = options.json ? undefined : showProgress('reading');
    const status = await service.waitForBatch(batch, { signal, onProgress: (now) => progress?.update(now) });
    progress?.stop();
    if (options.json) console.log(JSON.stringify({ batch, ...counts, counts: status.counts }));
    else {
      const next = status.counts.quarantined > 0 ? `npx copydesk quarantine list --batch ${batch}` : `npx copydesk status ${batch}`;
      console.log(`${renderCounts(status.counts)}. Next: ${paint.strong(next)}`);
    }
  });
}

function summary({ accepted, already, refused }: IntakeCounts, batch: string): string {
  const parts = [`${accepted.toLocaleString('en')} accepted`];
  if (already > 0) parts.push(`${already.toLocaleString('en')} already here`);
  if (refused > 0) parts.push(paint.bad(`${refused.toLocaleString('en')} refused`));
  return `${parts.join(', ')}. Batch: ${paint.strong(batch)}`;
}
