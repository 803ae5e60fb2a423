/** `copydesk export`: records for other programs, streamed. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CopydeskError } from '../errors.ts';
import { DEFAULT_FORMAT, outputFormats, outputNamed, outputOfFile } from '../export/formats/formats.ts';
import type { OutputFormat } from '../export/formats/output-format.ts';
import { withDesk } from './desk.ts';
import { writeOut } from './ordered-output.ts';

interface ExportOptions {
  readonly format?: string;
  readonly out?: string;
  readonly batch?: string;
  readonly since?: string;
}

export function command(): Command {
  const formats = outputFormats();
  return new Command('export')
    .description('Prints records in the order in which they were stored. Memory does not grow with their number.')
    .addOption(
      new Option('--format <name>', `form of the output (default: what --out ends in, else ${DEFAULT_FORMAT.name})`).choices(
        formats.map(({ name }) => name),
      ),
    )
    .option('--out <file>', 'write there instead of to standard output')
    .option('--batch <name>', 'only this batch')
    .option('--since <time>', 'only records stored at or after this time, ISO 8601', parseTime)
    .option('--json', 'JSON lines (the default)')
    .addHelpText(
      'after',
      `
Forms: ${formats.map(({ name, what }) => `${name} (${what})`).join(', ')}

Examples:
  $ copydesk export --format jsonl --batch first-batch > records.jsonl
  $ copydesk export --out records.json`,
    )
    .action(exportRecords);
}

function parseTime(value: string): string {
  if (Number.isNaN(Date.parse(value))) throw new InvalidArgumentError('It must be a time as 2026-01-31 or 2026-01-31T08:00:00Z.');
  return new Date(value).toISOString();
}

/** @throws CopydeskError BAD_ARGUMENT when the file's ending tells no format and none is named. */
function formatOf({ format, out }: ExportOptions): OutputFormat {
  const named = format === undefined ? undefined : outputNamed(format);
  if (named !== undefined || out === undefined) return named ?? DEFAULT_FORMAT;
  const byEnding = outputOfFile(out);
  if (byEnding === undefined) {
    const endings = outputFormats().map(({ ending }) => `.${ending}`);
    throw new CopydeskError('BAD_ARGUMENT', `--out ${out}: name the --format, or end the file in ${endings.join(', ')}`);
  }
  return byEnding;
}

async function exportRecords(options: ExportOptions): Promise<void> {
  const format = formatOf(options);
  const { batch, since, out } = options;
  await withDesk(async (service) => {
    if (batch !== undefined && (await service.batchStatus(batch)) === undefined)
      throw new CopydeskError('NOT_FOUND', `No batch is called ${batch}.`);
    const pieces = format.write(service.exportRecords({ batch, since }));
    if (out !== undefined) return pipeline(Readable.from(pieces), createWriteStream(out));
    for await (const piece of pieces) await writeOut(piece);
  });
}
