/** `copydesk export`: records for other programs, streamed. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { CopydeskError } from '../errors.ts';
import { withDesk } from './desk.ts';
import { writeOut } from './ordered-output.ts';

interface ExportOptions {
  readonly format: 'jsonl';
  readonly batch?: string;
  readonly since?: string;
}

export function command(): Command {
  return new Command('export')
    .description('Prints records in the order in which they were stored. Memory does not grow with their number.')
    .addOption(new Option('--format <name>', 'form of the output').choices(['jsonl']).default('jsonl'))
    .option('--batch <name>', 'only this batch')
    .option('--since <time>', 'only records stored at or after this time, ISO 8601', parseTime)
    .option('--json', 'JSON lines (the default)')
    .addHelpText('after', `\nExample:\n  $ copydesk export --format jsonl --batch first-batch > records.jsonl`)
    .action(exportRecords);
}

function parseTime(value: string): string {
  if (Number.isNaN(Date.parse(value))) throw new InvalidArgumentError('It must be a time as 2026-01-31 or 2026-01-31T08:00:00Z.');
  return new Date(value).toISOString();
}

async function exportRecords({ batch, since }: ExportOptions): Promise<void> {
  await withDesk(async (service) => {
    if (batch !== undefined && (await service.batchStatus(batch)) === undefined)
      throw new CopydeskError('NOT_FOUND', `No batch is called ${batch}.`);
    for await (const record of service.exportRecords({ batch, since })) await writeOut(`${JSON.stringify(record)}\n`);
  });
}
